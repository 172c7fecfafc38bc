package tui

import (
	"image"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/lipgloss/v2"
)

var (
	_ screen    = (*console)(nil)
	_ clickable = (*console)(nil)
	_ turning   = (*console)(nil)
)

// lay draws the head, the foot and the tab that is shown.
func (c *console) lay() {
	c.place, c.columns = c.layout.wide()
	c.column = (c.place.column - columnGap*(c.columns-1)) / c.columns
	status := ""
	if c.release != nil {
		status = c.answered()
	}
	bar, _ := c.tabBar()
	title, rule, _ := strings.Cut(head(c.styles, c.place.column, c.heading(), status, c.done()), "\n")
	c.top = title + "\n" + bar + "\n" + rule
	// The arrows are named where they do something, which the room for them decides.
	c.scrolls = false
	c.layBody()
	if p := c.shownPane(); len(p.areas) > 0 || len(p.lines) > p.height {
		c.scrolls = true
		c.layBody()
	}
}

// layBody draws the foot and, into the room that it leaves, what scrolls.
func (c *console) layBody() {
	c.bottom = foot(c.styles, c.place.column, c.footKeys())
	p := c.shownPane()
	p.height = max(c.place.body(c.bottom), 1)
	c.fill(p)
}

// done returns the share of those who attended that answered.
func (c *console) done() float64 {
	if c.release == nil || c.release.Attended() == 0 {
		return 0
	}
	return min(float64(c.release.Responses())/float64(c.release.Attended()), 1)
}

// shownPane returns what scrolls now.
func (c *console) shownPane() *pane {
	if c.help != nil {
		return c.help
	}
	return c.tab().area()
}

// fill draws into the pane that is shown.
func (c *console) fill(p *pane) {
	notice := func(style lipgloss.Style, text string) {
		p.set([]piece{plain(style.Render(wrap(text, c.place.column)))}, nil, 1, c.column)
	}
	switch {
	case c.help != nil:
		p.set(nil, c.helpPieces(), 1, c.column)
	case c.asking:
		notice(c.styles.Warning, c.confirmation())
	case c.failure != "":
		notice(c.styles.Warning, c.failure)
	case c.release == nil:
		notice(c.styles.Hint, c.text.Live.Loading)
	default:
		c.tab().lay()
	}
}

// notices returns what stands above everything: what marks the demo, and what became
// of a backup.
func (c *console) notices() []piece {
	var above []piece
	if c.duty.demo {
		above = append(above, plain(c.styles.Watermark.Render(wrap(c.text.Live.Demo, c.place.column))))
	}
	if c.copied != "" {
		above = append(above, plain(c.styles.Warning.Render(wrap(c.copied, c.place.column))))
	}
	return above
}

// footKeys returns the keys that the foot names.
func (c *console) footKeys() []key.Binding {
	k := &c.keys.Console
	switch {
	case c.asking:
		return []key.Binding{c.keys.Yes, c.keys.No}
	case c.help != nil:
		return []key.Binding{c.keys.Up, k.Back}
	case c.tab().typing():
		return c.tab().keys()
	}
	var keys []key.Binding
	if c.scrolls {
		keys = []key.Binding{c.keys.Up}
	}
	keys = append(append(keys, c.tab().keys()...), k.Help)
	if digit := c.tab().digit(); digit != '1' && digit != '8' {
		// There is little room for what is named where one begins and ends.
		return append(keys, c.back()...)
	}
	if c.mayClose() {
		keys = append(keys, c.keys.Close)
	}
	if c.duty.copies && !c.copying {
		keys = append(keys, c.keys.Backup)
	}
	return append(keys, c.leaving()...)
}

// back returns the key that leads back to the screen before, if there is one and it
// does not lead back within the tab.
func (c *console) back() []key.Binding {
	again := c.keys.Return
	within := slices.ContainsFunc(c.tab().keys(), func(k key.Binding) bool { return k.Help().Key == again.Help().Key })
	switch {
	case !c.duty.leaves || within:
		return nil
	case c.duty.locks:
		again.SetHelp("Esc", c.text.Console.Keys.Lock)
	case c.duty.changes && c.release != nil && !c.release.Open() && c.looked == nil:
		again.SetHelp("Esc", c.text.Keys.NewSession)
	}
	return []key.Binding{again}
}

// leaving returns the keys that lead away from the console.
func (c *console) leaving() []key.Binding {
	keys := c.back()
	if c.duty.quits {
		keys = append(keys, c.keys.Quit)
	}
	return keys
}

func (c *console) view() string {
	more := c.more()
	return c.place.frameTop(more, c.top, c.bottom, c.shownPane().view())
}

// more says that there is more below; otherwise nobody would scroll.
func (c *console) more() string {
	if c.shownPane().atEnd() {
		return ""
	}
	return c.styles.Hint.Render("▼ …")
}

// targets implements clickable.
func (c *console) targets() []target {
	body := image.Rect(c.place.indent, headHeight, c.place.indent+c.place.column, headHeight+c.place.body(c.bottom))
	bottom := image.Rect(body.Min.X, c.place.height-height(c.bottom), body.Max.X, c.place.height)
	var targets []target
	if more := c.more(); more != "" {
		gap := image.Rect(body.Min.X, bottom.Min.Y-1, body.Max.X, bottom.Min.Y)
		sign := image.Rect(0, 0, lipgloss.Width(more), 1)
		targets = within(gap, []target{{sign, pressOf(c.keys.PageDown.Keys()[0])}})
	}
	targets = append(targets, within(bottom, footTargets(c.styles, c.place.column, c.footKeys()))...)
	if c.asking || c.help != nil || c.tab().typing() {
		return targets
	}
	_, bar := c.tabBar()
	targets = append(targets, within(image.Rect(body.Min.X, 1, body.Max.X, 2), bar)...)
	return append(targets, within(body, c.tab().area().targets(c.place.column))...)
}
