package tui

import "charm.land/bubbles/v2/key"

// TextsKeys are the keys with which the facilitator decides about texts and writes
// conclusions. Those with a letter also work on a Cyrillic keyboard.
type TextsKeys struct {
	// Approve, Hide, Tag and Mask decide about the chosen text; Filter shows only
	// those of one state.
	Approve, Hide, Tag, Mask, Filter key.Binding
	// Toggle masks a word, or shows it again; Store keeps the masks.
	Toggle, Store key.Binding
	// Conclude and Recommend write, Edit changes, Withdraw takes back.
	Conclude, Recommend, Edit, Withdraw key.Binding
	// Break begins a new line in a statement.
	Break key.Binding
}

// newTextsKeys returns the keys with their help.
func newTextsKeys(k TextsKeyStrings, bind func(help, desc string, keys ...string) key.Binding) TextsKeys {
	return TextsKeys{
		Approve:   bind("a", k.Approve, "a", "A", "а", "А"),
		Hide:      bind("h", k.Hide, "h", "H", "х", "Х"),
		Tag:       bind("t", k.Tag, "t", "T", "т", "Т"),
		Mask:      bind("m", k.Mask, "m", "M", "м", "М"),
		Filter:    bind("f", k.Filter, "f", "F", "ф", "Ф"),
		Toggle:    bind(k.Space, k.Toggle, "space"),
		Store:     bind("Enter", k.Store, "enter"),
		Conclude:  bind("n", k.Conclude, "n", "N", "н", "Н"),
		Recommend: bind("r", k.Recommend, "r", "R", "р", "Р"),
		Edit:      bind("Enter", k.Edit, "enter"),
		Break:     bind("Alt+Enter", k.Break, "alt+enter"),
		Withdraw:  bind("x", k.Withdraw, "x", "X", "џ", "Џ"),
	}
}
