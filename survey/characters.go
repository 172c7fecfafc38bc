package survey

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// badCharacter finds the first byte that is not UTF-8 and the first character
// that no text needs: the YAML parser refuses most of them without saying where
// they stand, and takes the rest for ends of lines.
func badCharacter(text string) (Finding, bool) {
	f := wholeFile("encoding", "", "")
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		text = text[size:]
		switch {
		case r == utf8.RuneError && size == 1:
			f.Message, f.Repair = "the file is not UTF-8 here", "save it as UTF-8"
			return f, true
		case r == '\n':
			f.Line, f.Column = f.Line+1, 1
			continue
		case r == '\r' && !strings.HasPrefix(text, "\n"), isControl(r):
			f.Message, f.Repair = "the file has a control character here", "delete it"
			return f, true
		}
		f.Column++
	}
	return f, false
}

// isControl reports whether a character says something to a machine only:
// controls, other ends of lines, byte order marks and what is no character.
func isControl(r rune) bool {
	const others = "\u2028\u2029\ufeff\ufffe\uffff"
	return unicode.IsControl(r) && r != '\t' && r != '\r' || strings.ContainsRune(others, r)
}
