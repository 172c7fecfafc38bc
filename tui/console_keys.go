package tui

import "charm.land/bubbles/v2/key"

// ConsoleKeys are the keys of the facilitator's console, besides those that scroll.
// Those with a letter also work on a Cyrillic keyboard.
type ConsoleKeys struct {
	// Tabs switch by the digit of a tab, Help tells all keys of the one that is shown.
	Tabs, Help key.Binding
	// Find takes words that what is listed must hold; Found ends the typing, Cleared
	// drops them.
	Find, Found, Cleared key.Binding
	// Order sorts the questions another way, Open shows one in detail, Mean adds
	// its mean there; Previous and Next go to another one.
	Order, Open, Mean, Previous, Next key.Binding
	// Back goes one step back.
	Back key.Binding
	// Present shows the questions one by one for a projector, Reveal the answers
	// to the one that is there.
	Present, Reveal key.Binding
	// Do carries out the chosen line.
	Do key.Binding
	// Report writes the report.
	Report key.Binding
	// Texts are the keys of the tabs about texts and of the report.
	Texts TextsKeys
}

// newConsoleKeys returns the keys with their help.
func newConsoleKeys(k ConsoleKeyStrings, report string, bind func(help, desc string, keys ...string) key.Binding) ConsoleKeys {
	return ConsoleKeys{
		Tabs:     bind("1–8", k.Tabs, "1", "2", "3", "4", "5", "6", "7", "8"),
		Help:     bind("?", k.Help, "?"),
		Find:     bind("/", k.Find, "/"),
		Found:    bind("Enter", k.Found, "enter", "down", "up"),
		Cleared:  bind("Esc", k.Cleared, "esc"),
		Order:    bind("s", k.Order, "s", "S", "с", "С"),
		Open:     bind("Enter", k.Open, "enter"),
		Mean:     bind("m", k.Mean, "m", "M", "м", "М"),
		Previous: bind("←", k.Previous, "left"),
		Next:     bind("→", k.Next, "right"),
		Back:     bind("Esc", k.Back, "esc", "backspace"),
		Present:  bind("p", k.Present, "p", "P", "п", "П"),
		Reveal:   bind("Enter", k.Reveal, "enter", "space"),
		Do:       bind("Enter", k.Do, "enter"),
		Report:   bind("i", report, "i", "I", "и", "И"),
	}
}
