package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/results"
	"anketa/survey"
)

// console is the facilitator's screen behind the PIN: tabs that show what may be
// shown of the sessions that are looked at, and change by themselves. It holds
// what the tabs share and hands on to the one that is shown.
type console struct {
	live
	duty duty
	// failure is a calm sentence when the last reading or closing failed.
	failure string
	// looked are the sessions that the facilitator chose to look at; nil means those
	// that the terminal was started with.
	looked []survey.Session
	// held is what may be shown of every session of the store, each by itself; nil
	// until a tab that needs it was shown.
	held []results.Release
	// asking is true while the end of the collection waits for a yes.
	asking bool
	// copying is true while a backup is made; copied says where the last one is, or
	// why there is none.
	copying bool
	copied  string
	// turns counts how often the screen became another one without being replaced.
	turns int

	tabs []tab
	// at is the tab that is shown, among tabs.
	at int
	// help lists the keys while it is shown; nil otherwise.
	help *pane

	// place is the layout of this screen, columns how many there are.
	place   layout
	columns int
	// scrolls is true where the arrows do something.
	scrolls     bool
	top, bottom string
}

// duty says what a console is for.
type duty struct {
	// demo puts a watermark on the screen.
	demo bool
	// stays is true on a terminal that shows nothing but results: it does not lock.
	stays bool
	// changes is true where collections are ended and corrected, quits where the
	// program is ended, leaves where there is another screen to go to.
	changes, quits, leaves bool
	// locks is true where leaving leads to nothing but the question for the PIN.
	locks bool
	// copies is true where a backup can be made.
	copies bool
	// files is true where the report can be written.
	files bool
	// pin is true where a PIN is stored.
	pin bool
}

func newConsole(s *shared, d duty) *console {
	c := &console{live: live{shared: s, closes: d.changes}, duty: d}
	c.tabs = newTabs(c)
	c.lay()
	return c
}

// show takes over what may be shown now.
func (c *console) show(msg releaseMsg) {
	if msg.err == nil {
		c.release, c.failure = &msg.release, ""
	} else {
		c.failure = c.text.Notice.Unreadable
	}
	c.lay()
}

// update hands messages on.
func (c *console) update(msg tea.Msg) (action, tea.Cmd) {
	switch msg := msg.(type) {
	case releaseMsg:
		c.show(msg)
	case heldMsg:
		if msg.err == nil {
			c.held = msg.held
		} else {
			c.failure = c.text.Notice.Unreadable
		}
		c.lay()
	case closedMsg:
		if msg.err != nil {
			c.failure = c.text.Notice.NotClosed
			c.lay()
		}
	case backupMsg:
		c.copying, c.copied = false, msg.said(c.text)
		c.lay()
	case attendedMsg, pinStoredMsg, reopenedMsg, reviewedMsg, filedMsg:
		for _, t := range c.tabs {
			if told, ok := t.(listener); ok {
				told.hear(msg)
			}
		}
		c.lay()
	case tea.KeyPressMsg:
		return c.press(msg), nil
	case tea.PasteMsg:
		if p, ok := c.tab().(paster); ok && c.tab().typing() {
			p.paste(msg)
			c.lay()
		}
	case clickMsg:
		return c.click(msg.item), nil
	case scrollMsg:
		c.shownPane().scroll(msg.lines)
		c.shownPane().follow()
	}
	return nil, nil
}

// click chooses an item of the tab and opens it.
func (c *console) click(item int) action {
	if p := c.tab().area(); item < len(p.areas) {
		p.at = item
		return c.open()
	}
	return nil
}

// open opens the chosen item of the tab.
func (c *console) open() action {
	defer c.turn()
	return c.tab().open(c.tab().area().at)
}

// press handles a key: of a question that waits first, then of the typing, then
// those of the console, and then those of the tab.
func (c *console) press(press tea.KeyPressMsg) action {
	k := &c.keys.Console
	switch {
	case c.asking:
		return c.answer(press)
	case c.help != nil:
		c.pressHelp(press)
		return nil
	case c.tab().typing():
		a, _ := c.tab().press(press)
		c.lay()
		return a
	case key.Matches(press, k.Tabs):
		return c.switchTo(press.String())
	case key.Matches(press, k.Help):
		c.help = &pane{}
		c.turn()
		return nil
	case key.Matches(press, c.keys.Close) && c.mayClose():
		c.asking, c.failure = true, ""
		c.turn()
		return nil
	case key.Matches(press, c.keys.Backup) && c.duty.copies:
		return c.backUp()
	case key.Matches(press, c.keys.Quit) && c.duty.quits:
		return quitProgram{}
	case key.Matches(press, k.Present):
		return c.present()
	case key.Matches(press, k.Back) && c.tab().back():
		c.turn()
		return nil
	case key.Matches(press, c.keys.Return) && c.duty.leaves:
		return goHome{}
	case key.Matches(press, k.Open) && len(c.tab().area().areas) > 0:
		return c.open()
	case c.tab().area().move(press, &c.keys):
		return nil
	}
	a, did := c.tab().press(press)
	if did {
		c.turn()
	}
	return a
}

// backUp asks for a copy, unless one is being made.
func (c *console) backUp() action {
	if c.copying {
		return nil
	}
	c.copying, c.copied = true, c.text.Backup.Working
	c.shownPane().offset = 0
	c.lay()
	return makeBackup{}
}

// answer takes a yes or anything else for whether to end the collection.
func (c *console) answer(press tea.KeyPressMsg) action {
	c.asking = false
	c.turn()
	if key.Matches(press, c.keys.Yes) {
		return closeSession{session: c.release.Parts[0].Session.ID}
	}
	return nil
}

// turn draws the screen anew because it became another one.
func (c *console) turn() {
	c.turns++
	c.lay()
}

// turned implements turning.
func (c *console) turned() int { return c.turns }
