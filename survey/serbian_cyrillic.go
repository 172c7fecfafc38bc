package survey

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What Serbian editors leave in Latin script in a Cyrillic text. Words that are
// written with q, w, x or y need no place here.
const (
	latinWords  = "e-mail mailto online offline feedback IOM UNHCR GDPR PDF CSV USB Facebook Google LinkedIn Viber Zoom Enter Esc Ctrl km/h"
	latinUnits  = "km m cm mm kg mg ml dl ha h min ms GB MB kB Hz"
	latinEnds   = "com org net info edu gov int eu rs hr ba mk csv html json pdf xlsx yaml"
	digitSpaces = " \u00a0\u202f"
)

// Cyrillic writes a Serbian text in Cyrillic script, letter by letter, with one
// letter for lj, nj and dž unless the two belong to different parts of a word,
// as in надживети and инјекција (Pravopis srpskoga jezika). The result is in
// NFC, and to write it in Cyrillic again changes nothing.
//
// Some things stay in Latin script: the words of stay, in any capitals, whose
// case ending behind a hyphen does become Cyrillic (IOM-a: IOM-а); words with a
// letter that Serbian Latin does not have; web and e-mail addresses; units
// behind a number; a single letter before "="; placeholders and tags such as
// %d, {name} and <b>; and the Roman numerals from II to XXXIX in capitals. I
// and V alone are numerals only in a range such as I–IV, and VI is the pronoun
// where a word in capitals follows. The letters dj stay two, as in одједном.
func Cyrillic(latin string, stay ...string) string {
	t := newCyrillicText(latin, stay)
	var b strings.Builder
	for i := 0; i < len(t.text); {
		end := t.stays(i)
		if end > i {
			b.WriteString(string(t.text[i:end]))
		} else {
			end = max(t.wordEnd(i), i+1)
			b.WriteString(string(cyrillicWord(t.text[i:end], t.partings)))
		}
		i = end
	}
	return b.String()
}

// cyrillicText is a text on its way to Cyrillic script.
type cyrillicText struct {
	text, lower []rune
	stay        [][]rune
	partings    []parting
}

// newCyrillicText returns a text in NFC and the words that stay as they are.
func newCyrillicText(latin string, stay []string) *cyrillicText {
	t := &cyrillicText{text: normalLatin(latin), partings: partings()}
	t.lower = lowerLetters(t.text)
	for _, s := range slices.Concat(strings.Fields(latinWords), stay) {
		word := lowerLetters(normalLatin(strings.TrimSpace(s)))
		// A word with Cyrillic letters would be found only once others are Cyrillic.
		if !slices.ContainsFunc(word, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) {
			t.stay = append(t.stay, word)
		}
	}
	return t
}

// wordEnd returns the end of the letters at i, or i.
func (t *cyrillicText) wordEnd(i int) int {
	for i < len(t.text) && inWord(t.text[i]) {
		i++
	}
	return i
}

// joins reports whether a letter or a digit stands at i.
func (t *cyrillicText) joins(i int) bool {
	return i >= 0 && i < len(t.text) && (inWord(t.text[i]) || unicode.IsNumber(t.text[i]))
}

// is reports whether one of some characters stands at i.
func (t *cyrillicText) is(i int, chars string) bool {
	return i >= 0 && i < len(t.text) && strings.ContainsRune(chars, t.text[i])
}

// stays returns the end of what stays in Latin script at i, or i. Every rule
// asks only about characters that are the same in both scripts or that stay, so
// that a second pass finds the same.
func (t *cyrillicText) stays(i int) int {
	end := max(t.markup(i), t.address(i), t.unit(i))
	if t.joins(i - 1) {
		return end
	}
	return max(end, t.stayWord(i), t.numeral(i), t.symbol(i))
}

// markup returns the end of a placeholder, a tag or an entity at i, or i.
func (t *cyrillicText) markup(i int) int {
	switch {
	case t.is(i, "%"):
		end := i + 1
		for t.is(end, "+#-.[]0123456789") {
			end++
		}
		if t.is(end, "dsvqfgxt") && !t.joins(end+1) {
			return end + 1
		}
	case t.is(i, "{"):
		return t.closed(i, '}', func(r rune) bool { return r != '{' && !unicode.IsSpace(r) })
	case t.is(i, "&"):
		return t.closed(i, ';', func(r rune) bool { return r == '#' || inWord(r) || unicode.IsNumber(r) })
	case t.is(i, "<") && (t.is(i+1, "/") || i+1 < len(t.text) && inWord(t.text[i+1])):
		return t.closed(i, '>', func(r rune) bool { return r != '<' && r != '\n' })
	}
	return i
}

// closed returns the end of a bracket at i that holds some characters, or i.
func (t *cyrillicText) closed(i int, closing rune, holds func(rune) bool) int {
	end := i + 1
	for end < len(t.text) && t.text[end] != closing && holds(t.text[end]) {
		end++
	}
	if end < len(t.text) && t.text[end] == closing {
		return end + 1
	}
	return i
}

// address returns the end of a web or e-mail address at i, or i.
func (t *cyrillicText) address(i int) int {
	in := func(i int) bool { return t.joins(i) || t.is(i, ".-_+@") }
	// Only the first character is asked about the rest, however long it is.
	if in(i-1) || !in(i) {
		return i
	}
	end := i
	for in(end) {
		end++
	}
	if t.is(end, ":") && t.is(end+1, "/") && t.is(end+2, "/") {
		return t.pathEnd(end)
	}
	end = i + addressLength(string(t.lower[i:end]))
	if end > i && t.is(end, "/") {
		return t.pathEnd(end)
	}
	return end
}

// pathEnd returns the end of an address whose path begins at i.
func (t *cyrillicText) pathEnd(i int) int {
	for i < len(t.text) && !unicode.IsSpace(t.text[i]) && !t.is(i, "\"„“”«»()<>{}") {
		i++
	}
	return i
}

// addressLength returns how many characters of a text without spaces are an
// address. A case ending behind its last name is none of them.
func addressLength(s string) int {
	s = strings.TrimRight(s, ".-_+@")
	dot, at := strings.LastIndexByte(s, '.'), strings.IndexByte(s, '@')
	if dot < 1 || strings.Contains(s, "..") {
		return 0
	}
	last, _, _ := strings.Cut(s[dot+1:], "-")
	switch {
	case slices.Contains(strings.Fields(latinEnds), last):
		s = s[:dot+1+len(last)]
	case !strings.HasPrefix(s, "www.") && (at < 1 || at > dot):
		return 0
	}
	return utf8.RuneCountInString(s)
}

// unit returns the end of a unit at i that stands behind a number, or i.
func (t *cyrillicText) unit(i int) int {
	number := i - 1
	if t.is(number, digitSpaces) {
		number--
	}
	if number < 0 || !unicode.IsDigit(t.text[number]) {
		return i
	}
	end := t.wordEnd(i)
	if t.joins(end) || !slices.Contains(strings.Fields(latinUnits), string(t.text[i:end])) {
		return i
	}
	return end
}

// stayWord returns the end of the longest word at i that was named to stay, or i.
func (t *cyrillicText) stayWord(i int) int {
	longest := i
	for _, word := range t.stay {
		if end := i + len(word); end > longest && hasPrefix(t.lower[i:], word) && !t.joins(end) {
			longest = end
		}
	}
	return longest
}

// numeral returns the end of a Roman numeral or of a range of them at i, or i.
func (t *cyrillicText) numeral(i int) int {
	first := t.oneNumeral(i)
	end := first
	for first > i && t.is(end, "-–/") {
		next := t.oneNumeral(end + 1)
		if next == end+1 {
			break
		}
		end = next
	}
	if end == first && (end-i < 2 || t.pronoun(i, end)) {
		return i
	}
	return end
}

// oneNumeral returns the end of a Roman numeral at i, or i.
func (t *cyrillicText) oneNumeral(i int) int {
	end := t.wordEnd(i)
	if end == i || t.joins(end) || !romanNumeral(string(t.text[i:end])) {
		return i
	}
	return end
}

// pronoun reports whether a numeral is the pronoun VI in front of a word in
// capitals, as in VI STE.
func (t *cyrillicText) pronoun(i, end int) bool {
	next := end + 1
	if string(t.text[i:end]) != "VI" || !t.is(end, digitSpaces) || t.oneNumeral(next) > next {
		return false
	}
	// Nj is one capital, so the question is put to the Cyrillic word.
	word := cyrillicWord(t.text[next:t.wordEnd(next)], t.partings)
	return len(word) > 1 && !slices.ContainsFunc(word, func(r rune) bool { return !unicode.IsUpper(r) })
}

// symbol returns the end of a letter at i that stands for a number, or i.
func (t *cyrillicText) symbol(i int) int {
	end := t.wordEnd(i)
	if end-i == 1 && (t.is(end, "=") || t.is(end, " ") && t.is(end+1, "=")) {
		return end
	}
	return i
}
