package tui

import "image/color"

// Colours gives tests the colours of an appearance by what they are for: Text
// must be read, Marks be seen, and Ends of a bar be told from each other.
type Colours struct{ Text, Marks, Ends []color.Color }

// ColoursOf returns the colours of an appearance, and the pairs of text and
// background that are not the terminal's.
func ColoursOf(dark, basic bool, look Look) (Colours, [][2]color.Color) {
	p := newPalette(appearance{dark: dark, basic: basic, look: look})
	return Colours{
		Text:  []color.Color{p.accent, p.soft, p.warn},
		Marks: []color.Color{p.faint, p.against, p.middle, p.agree},
		Ends:  []color.Color{p.against, p.middle, p.agree},
	}, [][2]color.Color{{p.onAccent, p.accent}, {p.accent, p.tint}}
}

// DrawOnConsole gives tests what a console shows of a text.
func DrawOnConsole(text string) string {
	return newCharacters(Terminal{FewCharacters: true}).draw(text)
}
