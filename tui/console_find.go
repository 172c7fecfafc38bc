package tui

import (
	"strings"
	"unicode"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"golang.org/x/text/unicode/norm"

	"anketa/survey"
)

// finder is a list's filter: words that what is listed must hold.
type finder struct {
	words  string
	typing bool
}

// longestFind caps what is looked for, in characters.
const longestFind = 40

// press handles a key while the words are typed.
func (f *finder) press(press tea.KeyPressMsg, k *ConsoleKeys) {
	switch {
	case key.Matches(press, k.Cleared):
		f.words, f.typing = "", false
	case key.Matches(press, k.Found):
		f.typing = false
	case press.String() == "backspace":
		if runes := []rune(f.words); len(runes) > 0 {
			f.words = string(runes[:len(runes)-1])
		}
	case types(press) && press.Text != "":
		f.words = cutRunes(f.words+press.Text, longestFind)
	}
}

// clear drops what is looked for and reports whether there was anything.
func (f *finder) clear() bool {
	was := f.words != ""
	f.words = ""
	return was
}

// finds reports whether a text holds what is looked for, in either script, with
// or without the marks on its letters, whatever their case.
func (f *finder) finds(text string) bool {
	return f.words == "" || strings.Contains(folded(text), folded(f.words))
}

// folded returns a text in which letters that people write for each other are the same.
func folded(text string) string {
	text = strings.NewReplacer("đ", "dj").Replace(strings.ToLower(survey.Latin(text)))
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(text))
}

// line says what is looked for, or "" when nothing is.
func (f *finder) line(s *shared, found int) string {
	switch {
	case f.typing:
		line := s.styles.Question.Render(s.text.Console.Finding+" ") + f.words + s.styles.Strong.Render("▌")
		if found == 0 {
			line += "\n" + s.styles.Hint.Render(s.wrap(s.text.Format(s.text.Console.NotFound, f.words)))
		}
		return line
	case f.words == "":
		return ""
	case found == 0:
		return s.styles.Hint.Render(s.wrap(s.text.Format(s.text.Console.NotFound, f.words)))
	}
	return s.styles.Hint.Render(s.text.Console.Finding + " " + f.words)
}

// cutRunes returns the first characters of a text.
func cutRunes(text string, most int) string {
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most])
	}
	return text
}
