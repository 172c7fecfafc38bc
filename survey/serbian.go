package survey

import (
	"strings"
	"unicode"
)

// Latin writes a Serbian text in Latin script. The mapping from Cyrillic is
// exact (Pravopis srpskoga jezika): every letter has one counterpart, three of
// them with two characters. Those become "Lj" in front of a lower-case letter
// and "LJ" inside capitals. Characters that are not Serbian Cyrillic stay.
func Latin(cyrillic string) string {
	var b strings.Builder
	runes := []rune(cyrillic)
	for i, r := range runes {
		s := latinLetter(unicode.ToLower(r))
		switch {
		case s == "":
			b.WriteRune(r)
		case !unicode.IsUpper(r):
			b.WriteString(s)
		case len([]rune(s)) == 2 && insideCapitals(runes, i):
			b.WriteString(strings.ToUpper(s))
		default:
			first := []rune(s)
			b.WriteRune(unicode.ToUpper(first[0]))
			b.WriteString(string(first[1:]))
		}
	}
	return b.String()
}

// insideCapitals reports whether the capital at i stands in a word of capitals.
func insideCapitals(runes []rune, i int) bool {
	if i+1 < len(runes) && unicode.IsLetter(runes[i+1]) {
		return unicode.IsUpper(runes[i+1])
	}
	return i > 0 && unicode.IsUpper(runes[i-1])
}

// latinLetter returns the Latin counterpart of a lower-case Serbian Cyrillic
// letter, or "".
func latinLetter(r rune) string {
	switch r {
	case 'љ':
		return "lj"
	case 'њ':
		return "nj"
	case 'џ':
		return "dž"
	}
	const cyrillic, latin = "абвгдђежзијклмнопрстћуфхцчш", "abvgdđežzijklmnoprstćufhcčš"
	from, to := []rune(cyrillic), []rune(latin)
	for i := range from {
		if from[i] == r {
			return string(to[i])
		}
	}
	return ""
}
