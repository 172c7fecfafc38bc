package tui

import (
	"charm.land/bubbles/v2/key"

	"anketa/survey"
)

// KeyMap holds the keys of the screens. The help of each key stands in the
// foot of the screen on which it works; a participant never needs Ctrl, Alt or
// a function key.
type KeyMap struct {
	Start, Results, Next, Back, TextBack, Send, Change, GoOn key.Binding
	Up, Down, PageUp, PageDown, Top, Bottom                  key.Binding
	Close, Yes, No, Quit, Return, NewSession, TryAgain       key.Binding
	NextLine, PreviousLine, Cancel                           key.Binding
	// RowUp and RowDown move between rows that are answered on one screen,
	// Decline answers a number with the point outside n.
	RowUp, RowDown, Decline key.Binding
	// Look switches to the next look.
	Look key.Binding
	// Backup makes a copy of everything that is stored.
	Backup key.Binding
	// NewPerson begins afresh where somebody else's interview stands.
	NewPerson key.Binding
	// Languages choose a language, in the order of the survey.
	Languages []key.Binding
	// Entry are the keys of forms from paper.
	Entry EntryKeys
	// Console are the keys of the facilitator's console.
	Console ConsoleKeys
}

// newKeyMap returns the keys with their help in the language of the interface.
func newKeyMap(s *Strings, languages []survey.Lang) KeyMap {
	k := s.Keys
	bind := func(help, desc string, keys ...string) key.Binding {
		return key.NewBinding(key.WithKeys(keys...), key.WithHelp(help, desc))
	}
	m := KeyMap{
		Start:        bind("Enter", k.Start, "enter"),
		Results:      bind("0", k.Results, "0"),
		Next:         bind("Enter", k.Next, "enter"),
		Back:         bind("Backspace", k.Back, "backspace", "left", "esc"),
		TextBack:     bind("Esc", k.Back, "esc"),
		Send:         bind("Enter", k.Send, "enter"),
		Change:       bind("1–9 / ↑↓", k.Change, "1"),
		GoOn:         bind("Enter", k.GoOn, "enter"),
		Up:           bind("↑↓", k.Scroll, "up"),
		Down:         bind("↓", k.Scroll, "down"),
		PageUp:       bind("PgUp", k.Scroll, "pgup"),
		PageDown:     bind("PgDn", k.Scroll, "pgdown", "space"),
		Top:          bind("Home", k.Scroll, "home"),
		Bottom:       bind("End", k.Scroll, "end"),
		Close:        bind("z", k.Close, "z", "Z", "з", "З"),
		Yes:          bind("1", k.Yes, "1"),
		No:           bind("2", k.No, "2", "esc", "backspace"),
		Quit:         bind("q", k.Quit, "q", "Q", "љ", "Љ"),
		Return:       bind("Esc", k.Return, "esc"),
		NewSession:   bind("2", k.NewSession, "2"),
		TryAgain:     bind("Enter", k.TryAgain, "enter"),
		NextLine:     bind("Enter", k.NextLine, "enter", "tab", "down"),
		PreviousLine: bind("↑", k.PreviousLine, "up", "shift+tab"),
		Cancel:       bind("Esc", k.Back, "esc"),
		RowUp:        bind("", "", "up"),
		RowDown:      bind("↑↓", k.Row, "down"),
		Look:         bind("+", k.Look, "+", "=", "plus", "equal"),
		Decline:      bind("n", k.Answer, "n", "N", "н", "Н"),
		Backup:       bind("b", s.Backup.Key, "b", "B", "б", "Б"),
		NewPerson:    bind("Tab ⇥", k.NewPerson, "tab"),
		Console:      newConsoleKeys(s.Console.Keys, s.Report.Key, bind),
	}
	m.Entry = newEntryKeys(s.Entry.Keys, bind)
	m.Console.Texts = newTextsKeys(s.Texts.Keys, bind)
	for i, lang := range languages {
		number := string(rune('1' + i))
		m.Languages = append(m.Languages, bind(number, languageName(lang), number))
	}
	return m
}

// languageName returns what a language calls itself, or its tag.
func languageName(lang survey.Lang) string {
	switch lang {
	case survey.SerbianLatin:
		return nameLatin
	case survey.SerbianCyrillic:
		return nameCyrillic
	case survey.English:
		return nameEnglish
	}
	return string(lang)
}

// foot writes what keys do, over as many lines as it takes, without cutting.
func foot(s *Styles, width int, keys []key.Binding) string {
	_, items := footItems(s, keys)
	return flow(items, footGap, width)
}

// footGap stands between the keys of a foot.
const footGap = "   "

// footItems returns the keys that a foot names, each with how it does.
func footItems(s *Styles, keys []key.Binding) (named []key.Binding, items []string) {
	for _, k := range keys {
		if help := k.Help(); k.Enabled() && help.Key != "" {
			named = append(named, k)
			items = append(items, s.Key.Render(help.Key)+" "+s.KeyName.Render(help.Desc))
		}
	}
	return named, items
}
