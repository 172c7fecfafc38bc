package tui

import (
	"image"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// tab is one of the things that the console shows.
type tab interface {
	// digit is the key of the tab, named what it is called.
	digit() rune
	named(*ConsoleStrings) TabStrings
	// lay draws what the tab shows into its area.
	lay()
	area() *pane
	// keys are those that work here besides those of the console.
	keys() []key.Binding
	// press handles a key that means nothing to the console, and reports whether it
	// meant something here; while the tab is typing it gets all of them.
	press(tea.KeyPressMsg) (action, bool)
	typing() bool
	// open opens an item, back goes one step back and reports whether there was one.
	open(item int) action
	back() bool
}

// listener is a tab that hears how what it asked for ended.
type listener interface{ hear(tea.Msg) }

// paster is a tab that takes pasted text while it is typing.
type paster interface{ paste(tea.PasteMsg) }

// needy is a tab that shows something of every session.
type needy interface{ needsHeld() bool }

// newTabs returns the tabs of a console, in the order of their digits.
func newTabs(c *console) []tab {
	return []tab{&overview{c: c}, &questions{c: c}, &people{c: c}, &groupings{c: c}, &compare{c: c}, &writings{c: c}, &report{c: c}, &training{c: c}}
}

// tab returns the tab that is shown.
func (c *console) tab() tab { return c.tabs[c.at] }

// switchTo shows the tab of a digit, if there is one.
func (c *console) switchTo(digit string) action {
	for i, t := range c.tabs {
		if string(t.digit()) == digit && i != c.at {
			c.at = i
			if !c.copying {
				c.copied = ""
			}
			c.turn()
			if c.needsHeld() {
				return readHeld{}
			}
		}
	}
	return nil
}

// needsHeld reports whether the tab that is shown tells something of every session.
func (c *console) needsHeld() bool {
	n, ok := c.tab().(needy)
	return ok && n.needsHeld()
}

// tabGap stands between the names of two tabs.
const tabGap = 2

// tabBar draws the names of the tabs in one line and returns what can be clicked
// there. The one that is shown stands in brackets.
func (c *console) tabBar() (string, []target) {
	names, gap := c.tabNames()
	var b strings.Builder
	var targets []target
	x := 0
	for i, name := range names {
		style := c.styles.KeyName
		if i == c.at {
			style, name = c.styles.Strong, "["+name+"]"
		}
		if i > 0 {
			b.WriteString(strings.Repeat(" ", gap))
			x += gap
		}
		b.WriteString(style.Render(name))
		size := ansi.StringWidth(name)
		area := image.Rect(x, 0, x+size, 1)
		if i == c.at {
			area.Min.X, area.Max.X = area.Min.X+1, area.Max.X-1
		}
		targets = append(targets, target{area, pressOf(string(c.tabs[i].digit()))})
		x += size
	}
	return b.String(), targets
}

// tabNames returns the names of the tabs and what stands between them, so that
// they fit in a line: where there is too little room the longest names are
// shortened, that of the tab that is shown last of all.
func (c *console) tabNames() (names []string, gap int) {
	texts := make([]TabStrings, len(c.tabs))
	names = make([]string, len(c.tabs))
	for i, t := range c.tabs {
		texts[i] = t.named(&c.text.Console)
		names[i] = string(t.digit()) + " " + texts[i].Full
	}
	const brackets = 2
	width := func() int {
		sum := brackets
		for _, name := range names {
			sum += ansi.StringWidth(name)
		}
		return sum
	}
	gap = tabGap
	if width()+gap*(len(names)-1) > c.place.column {
		gap = 1
	}
	for width()+gap*(len(names)-1) > c.place.column {
		longest := c.longest(names, texts)
		if longest < 0 {
			break
		}
		names[longest] = string(c.tabs[longest].digit()) + " " + texts[longest].Short
	}
	return names, gap
}

// longest returns the tab whose name is shortened next, or a negative number when
// all are.
func (c *console) longest(names []string, texts []TabStrings) int {
	longest := -1
	for i := range names {
		if names[i] == string(c.tabs[i].digit())+" "+texts[i].Short {
			continue
		}
		if longest < 0 || longest == c.at || i != c.at && ansi.StringWidth(names[i]) > ansi.StringWidth(names[longest]) {
			longest = i
		}
	}
	return longest
}
