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
	kept := strings.Map(keep, norm.NFC.String(strings.ToValidUTF8(s, "")))
	// What was dropped may have kept marks apart, so they are counted after NFC
	// has put them in order.
	return truncate(strings.TrimSpace(limitMarks(norm.NFC.String(kept))), limit)
}

// keep returns what a character becomes, or -1 when it is dropped.
func keep(r rune) rune {
	switch {
	case r == '\n', printable(r), unicode.Is(unicode.M, r):
		return r
	case r == '\t', unicode.Is(unicode.Zs, r):
		return ' '
	}
	return -1
}

// limitMarks drops marks that are too many, or that have no character to sit on.
func limitMarks(s string) string {
	marks := maxMarks
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == ' ':
			marks = maxMarks
		case !unicode.Is(unicode.M, r):
			marks = 0
		default:
			if marks++; marks > maxMarks {
				return -1
			}
		}
		return r
	}, s)
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
