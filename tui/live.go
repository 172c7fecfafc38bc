package tui

import (
	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/viewport"
	tea "charm.land/bubbletea/v2"

	"anketa/results"
	"anketa/survey"
)

// live shows the facilitator what may be shown now, and changes by itself.
type live struct {
	*shared
	// release is nil until the first one was read.
	release *results.Release
	// texts are the free texts that may be shown, by question.
	texts map[string][]survey.Answer
	// failure is a calm sentence when the last reading or closing failed.
	failure string
	// demo puts a watermark on the screen.
	demo bool
	// atHome is true on a terminal that shows nothing but results.
	atHome bool
	// copies is true where a backup can be made, copying while one is; copied says
	// where the last one is, or why there is none.
	copies, copying bool
	copied          string
	// asking is true while the end of the collection waits for a yes.
	asking bool
	// turns counts how often that changed.
	turns int

	// place is the layout of this screen, columns how many there are, column
	// the width of one.
	place           layout
	columns, column int

	scroll      viewport.Model
	top, bottom string
}

// columnGap is the space between two columns.
const columnGap = 6

func newLive(s *shared, demo, atHome, copies bool) *live {
	l := &live{shared: s, demo: demo, atHome: atHome, copies: copies, scroll: viewport.New()}
	l.scroll.MouseWheelEnabled = false
	l.lay()
	return l
}

// show takes over what may be shown now.
func (l *live) show(msg releaseMsg) {
	if msg.err == nil {
		l.release, l.texts, l.failure = &msg.release, msg.texts, ""
	} else {
		l.failure = l.text.Notice.Unreadable
	}
	l.lay()
}

func (l *live) lay() {
	l.place, l.columns = l.layout.wide()
	l.column = (l.place.column - columnGap*(l.columns-1)) / l.columns
	l.top = l.heading()
	l.bottom = foot(l.styles, l.place.column, l.footKeys())
	l.scroll.SetWidth(l.place.column)
	l.scroll.SetHeight(max(l.place.body(l.bottom)-1, 1))
	l.scroll.SetContent(l.content())
}

// heading draws title and state of the release.
func (l *live) heading() string {
	title, status := l.text.Live.Title, ""
	if l.release != nil {
		if len(l.release.Parts) == 1 {
			title = l.release.Parts[0].Session.Title
		} else {
			title = l.release.Survey.Title.In(l.lang)
		}
		status = l.answered()
	}
	done := 0.0
	if l.release != nil && l.release.Attended() > 0 {
		done = min(float64(l.release.Responses())/float64(l.release.Attended()), 1)
	}
	return head(l.styles, l.place.column, title, status, done)
}

// answered says how many of how many answered; it is always live.
func (l *live) answered() string {
	if attended := l.release.Attended(); attended > 0 {
		return l.text.Format(l.text.Live.AnsweredOf, l.release.Responses(), attended)
	}
	return l.text.Format(l.text.Live.Answered, l.release.Responses())
}

// footKeys returns the keys that work now.
func (l *live) footKeys() []key.Binding {
	if l.asking {
		return []key.Binding{l.keys.Yes, l.keys.No}
	}
	keys := []key.Binding{l.keys.Up}
	if l.mayClose() {
		keys = append(keys, l.keys.Close)
	}
	if l.copies && !l.copying {
		keys = append(keys, l.keys.Backup)
	}
	switch {
	case l.demo:
	case l.release != nil && !l.release.Open() && !l.atHome:
		again := l.keys.Return
		again.SetHelp("Esc", l.text.Keys.NewSession)
		keys = append(keys, again)
	default:
		keys = append(keys, l.keys.Return)
	}
	if !l.mayQuit() {
		return keys
	}
	return append(keys, l.keys.Quit)
}

// mayQuit reports whether the program ends from here: not where the results
// stand on a terminal of their own beside the kiosk.
func (l *live) mayQuit() bool { return l.demo || !l.atHome }

// mayClose reports whether there is a collection that can be ended here.
func (l *live) mayClose() bool { return !l.demo && !l.atHome && l.release != nil && l.release.Open() }

func (l *live) update(msg tea.Msg) (action, tea.Cmd) {
	switch msg := msg.(type) {
	case releaseMsg:
		l.show(msg)
	case closedMsg:
		if msg.err != nil {
			l.failure = l.text.Notice.NotClosed
			l.lay()
		}
	case backupMsg:
		l.copying, l.copied = false, msg.said(l.text)
		l.lay()
	case tea.KeyPressMsg:
		return l.press(msg), nil
	case scrollMsg:
		l.scrollBy(msg.lines)
	}
	return nil, nil
}

// scrollBy scrolls by lines, down or up.
func (l *live) scrollBy(lines int) {
	if lines < 0 {
		l.scroll.ScrollUp(-lines)
		return
	}
	l.scroll.ScrollDown(lines)
}

// press handles a key.
func (l *live) press(press tea.KeyPressMsg) action {
	if l.asking {
		l.asking = false
		l.turns++
		defer l.lay()
		if key.Matches(press, l.keys.Yes) {
			return closeSession{}
		}
		return nil
	}
	switch {
	case key.Matches(press, l.keys.Close) && l.mayClose():
		l.asking, l.failure = true, ""
		l.turns++
		l.scroll.GotoTop()
		l.lay()
	case key.Matches(press, l.keys.Backup) && l.copies:
		return l.backUp()
	case key.Matches(press, l.keys.Quit) && l.mayQuit():
		return quitProgram{}
	case key.Matches(press, l.keys.Return) && !l.demo:
		return goHome{}
	default:
		l.move(press)
	}
	return nil
}

// backUp asks for a copy, unless one is being made.
func (l *live) backUp() action {
	if l.copying {
		return nil
	}
	l.copying, l.copied = true, l.text.Backup.Working
	l.scroll.GotoTop()
	l.lay()
	return makeBackup{}
}

// move scrolls.
func (l *live) move(press tea.KeyPressMsg) {
	switch {
	case key.Matches(press, l.keys.Up):
		l.scroll.ScrollUp(1)
	case key.Matches(press, l.keys.Down):
		l.scroll.ScrollDown(1)
	case key.Matches(press, l.keys.PageUp):
		l.scroll.PageUp()
	case key.Matches(press, l.keys.PageDown):
		l.scroll.PageDown()
	case key.Matches(press, l.keys.Top):
		l.scroll.GotoTop()
	case key.Matches(press, l.keys.Bottom):
		l.scroll.GotoBottom()
	}
}

func (l *live) view() string {
	return l.place.frame(l.top, l.bottom, l.scroll.View(), "\n", l.more())
}

// more says that there is more below; otherwise nobody would scroll.
func (l *live) more() string {
	if l.scroll.AtBottom() {
		return ""
	}
	return l.styles.Hint.Render("▼ …")
}
