package likert

import (
	"regexp"
	"strings"
	"unicode"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// hyphenated is a word with a hyphen, heldHyphen what stands for the hyphen while a
// text is wrapped, because x/ansi breaks lines at every one. No text of ours holds
// this character: it is for private use.
var hyphenated = regexp.MustCompile(`\S*-\S*`)

const heldHyphen = "\ue000"

// Wrap breaks a text into lines of at most width cells. A word, a date such as
// 2022-03-01 and the name of a file stay whole where a line has room for them; what
// is longer is broken, never cut.
func Wrap(text string, width int) string {
	width = max(width, 1)
	wrapped := ansi.Wrap(hold(text, width), width, "")
	wrapped = strings.ReplaceAll(wrapped, heldHyphen, "-")
	// x/ansi lets a space before a word that fills the line run over the edge.
	if lipgloss.Width(wrapped) > width {
		return ansi.Hardwrap(wrapped, width, false)
	}
	return wrapped
}

// hold keeps the hyphens of words that fit on a line from breaking them.
func hold(text string, width int) string {
	if !strings.Contains(text, "-") {
		return text
	}
	return hyphenated.ReplaceAllStringFunc(text, func(word string) string {
		if ansi.StringWidth(word) > width {
			return word
		}
		return strings.ReplaceAll(word, "-", heldHyphen)
	})
}

// LongestWord returns the width in cells of the widest word of a text, which is
// the least width at which [Wrap] breaks none. A space that does not break
// belongs to its word.
func LongestWord(text string) int {
	const noBreak = '\u00A0'
	widest := 0
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return unicode.IsSpace(r) && r != noBreak }) {
		widest = max(widest, ansi.StringWidth(word))
	}
	return widest
}
