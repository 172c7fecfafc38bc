package survey

import (
	"strings"
	"unicode"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/text/unicode/norm"
)

// maxMarks is how many combining marks one base character may carry. Serbian
// needs one; four leave room for every living script, and none for towers of
// marks that spill over other lines (issue 2, DESIGN.md §4).
const maxMarks = 4

// Clean is the one door for text that comes from people or files, used when it
// is stored and again when it is read. It returns valid UTF-8 in NFC that holds
// only letters, marks, numbers, punctuation, symbols, spaces and newlines: no
// control, format, bidirectional or private characters. Tabs become spaces.
// The result has at most limit characters as a person counts them (grapheme
// clusters); surrounding white space is removed. Clean is idempotent.
func Clean(s string, limit int) string {
	var b strings.Builder
	marks := 0
	for _, r := range norm.NFC.String(strings.ToValidUTF8(s, "")) {
		switch {
		case r == '\n':
			marks = 0
		case r == '\t' || unicode.Is(unicode.Zs, r):
			r, marks = ' ', 0
		case unicode.Is(unicode.M, r):
			// A mark needs a base: at the start of a line it would join what stands before.
			if marks++; marks > maxMarks || !hasBase(&b) {
				continue
			}
		case printable(r):
			marks = 0
		default:
			continue
		}
		b.WriteRune(r)
	}
	return truncate(strings.TrimSpace(norm.NFC.String(b.String())), limit)
}

// CleanLine is [Clean] for texts of one line: newlines become spaces.
func CleanLine(s string, limit int) string {
	return Clean(strings.ReplaceAll(s, "\n", " "), limit)
}

// Typable reports whether [Clean] would keep every character of s, apart from
// white space and lone marks: what a key may put into a field.
func Typable(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool {
		return r == unicode.ReplacementChar || !printable(r) && !unicode.Is(unicode.M, r) && !unicode.Is(unicode.Zs, r)
	})
}

// printable reports whether a character says something by itself.
func printable(r rune) bool { return unicode.In(r, unicode.L, unicode.N, unicode.P, unicode.S) }

// hasBase reports whether a mark written now would have a character to sit on.
func hasBase(b *strings.Builder) bool {
	s := b.String()
	return s != "" && s[len(s)-1] != '\n' && s[len(s)-1] != ' '
}

// truncate cuts s after limit grapheme clusters.
func truncate(s string, limit int) string {
	if len(s) <= limit {
		return s
	}
	clusters := graphemes.FromString(s)
	for n := 0; clusters.Next(); n++ {
		if n == limit {
			return strings.TrimSpace(s[:clusters.Start()])
		}
	}
	return s
}
