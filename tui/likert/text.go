package likert

import (
	"strings"
	"unicode"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// Wrap breaks a text into lines of at most width cells; words that are longer
// are broken, never cut.
func Wrap(text string, width int) string {
	width = max(width, 1)
	wrapped := ansi.Wrap(text, width, "")
	// x/ansi lets a hyphen that stands alone run over the edge.
	if lipgloss.Width(wrapped) > width {
		return ansi.Hardwrap(wrapped, width, false)
	}
	return wrapped
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
