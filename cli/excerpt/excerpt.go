// Package excerpt shows findings about a survey file as people read them: each with the
// line that it is about.
//
// It hides how a line is cut to the width of a terminal, and where the carets stand.
package excerpt

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
)

const (
	// excerptWidth is the widest line of an excerpt in cells.
	excerptWidth = 80
	// gutter is what stands before the text of an excerpt, in cells: the number
	// of the line and a bar.
	gutter = 8
	// around is how many characters around a place are looked at: enough to fill
	// a line, and a bound where a file is one line.
	around = 300
)

// Of returns findings about a file, each with the line that it is
// about, a caret below the place, and what to do:
//
//	questions.yaml:12:5: error: the key "lable" is not known here
//	   12 |     lable: nimalo
//	      |     ^~~~~
//	      = write "label"
func Of(file string, data []byte, findings survey.Findings) string {
	lines := strings.Split(strings.TrimPrefix(string(data), "\ufeff"), "\n")
	var b strings.Builder
	for _, f := range findings {
		fmt.Fprintf(&b, "%s:%d:%d: %s: %s\n", file, f.Line, f.Column, f.Severity, f.Message)
		text, caret := cut(lines[f.Line-1], f.Column-1, f.Width)
		fmt.Fprintf(&b, "%s\n", strings.TrimRight(fmt.Sprintf("%5d | %s", f.Line, text), " "))
		fmt.Fprintf(&b, "%5s | %s\n", "", caret)
		fmt.Fprintf(&b, "%5s = %s\n", "", filled(f.Repair))
	}
	return b.String()
}

// filled breaks a text between words where a line is full. Hyphens stay, because
// flags begin with them.
func filled(text string) string {
	var b strings.Builder
	column := gutter
	for i, word := range strings.Fields(text) {
		width := ansi.StringWidth(word)
		switch {
		case i == 0:
		case column+1+width > excerptWidth:
			b.WriteString("\n" + strings.Repeat(" ", gutter))
			column = gutter
		default:
			b.WriteString(" ")
			column++
		}
		b.WriteString(word)
		column += width
	}
	return b.String()
}

// cut returns a line and the carets below some of its characters. What does
// not fit is cut on both sides, and control characters are left out.
func cut(line string, start, width int) (text, caret string) {
	const room = excerptWidth - gutter
	letters := []rune(line)
	start = min(start, len(letters))
	end := min(start+width, len(letters))
	from, to := max(start-around, 0), min(end+around, len(letters))
	before, meant, after := shown(letters[from:start]), shown(letters[start:min(end, start+around)]), shown(letters[end:to])
	open := from > 0
	// A caret at the very end of a line needs a cell of its own.
	rest := max(ansi.StringWidth(meant+after), 1)
	if lead := ansi.StringWidth(before); lead > room/2 && (open || lead+rest > room) {
		before, open = ansi.TruncateLeft(before, lead-room/4, ""), true
	}
	if open {
		before = "…" + before
	}
	lead := ansi.StringWidth(before)
	carets := max(min(ansi.StringWidth(meant), room-lead), 1)
	return ansi.Truncate(before+meant+after, room, "…"), strings.Repeat(" ", lead) + "^" + strings.Repeat("~", carets-1)
}

// shown cleans a part of a line and keeps the spaces at its ends, so that the
// parts stand where they stood; a tab is one space.
func shown(letters []rune) string {
	const fence = "|"
	clean := survey.CleanLine(fence+string(letters)+fence, len(letters)+2)
	return strings.TrimSuffix(strings.TrimPrefix(clean, fence), fence)
}
