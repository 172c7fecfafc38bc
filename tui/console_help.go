package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// pressHelp scrolls the list of keys, or closes it.
func (c *console) pressHelp(press tea.KeyPressMsg) {
	k := &c.keys.Console
	if !c.help.move(press, &c.keys) && key.Matches(press, k.Help, k.Back, k.Open) {
		c.help = nil
		c.turn()
	}
}

// helpKeys returns every key that works on the tab, with what it does.
func (c *console) helpKeys() []key.Binding {
	t, k := c.text.Console.Keys, &c.keys.Console
	named := func(b key.Binding, help, desc string) key.Binding {
		b.SetHelp(help, desc)
		return b
	}
	all := []key.Binding{named(k.Tabs, c.digits(), t.Tabs)}
	arrows := t.Scroll
	if len(c.tab().area().areas) > 0 {
		arrows = t.ScrollChoose
	}
	all = append(all, named(c.keys.Up, "↑ ↓", arrows), named(c.keys.PageUp, "PgUp PgDn", t.Pages), named(c.keys.Top, "Home End", t.Ends))
	all = append(all, c.tab().keys()...)
	all = append(all, k.Present)
	if c.mayClose() {
		all = append(all, c.keys.Close)
	}
	if c.duty.copies {
		all = append(all, c.keys.Backup)
	}
	return append(append(all, k.Help), c.leaving()...)
}

// digits names the keys of the tabs.
func (c *console) digits() string {
	all := ""
	for i, t := range c.tabs {
		if i > 0 {
			all += " "
		}
		all += string(t.digit())
	}
	return all
}

// helpPieces draws the list of keys and what the numbers of the tab mean.
func (c *console) helpPieces() []piece {
	var keys []key.Binding
	seen := map[string]bool{}
	across := 0
	for _, k := range c.helpKeys() {
		if help := k.Help(); k.Enabled() && help.Key != "" && !seen[help.Key+help.Desc] {
			seen[help.Key+help.Desc] = true
			keys = append(keys, k)
			across = max(across, ansi.StringWidth(help.Key))
		}
	}
	text := c.styles.Question.Render(c.text.Console.HelpTitle + " · " + c.tab().named(&c.text.Console).Full)
	for _, k := range keys {
		text += "\n" + c.styles.Key.Render(pad(k.Help().Key, across)) + "  " + c.styles.KeyName.Render(k.Help().Desc)
	}
	pieces := []piece{plain(text)}
	if t, ok := c.tab().(explainer); ok {
		legend := c.styles.Question.Render(c.text.Legend.Title)
		for _, said := range t.legend() {
			legend += "\n" + c.styles.KeyName.Render(wrap(said, min(c.place.column, widest)))
		}
		pieces = append(pieces, plain(legend))
	}
	return pieces
}
