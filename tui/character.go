package tui

import (
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"
)

// consoleFont holds the characters of the console font FullCyrSlav-Terminus16
// (console-setup), besides those of ASCII. It has both Serbian alphabets, frames
// and half blocks; so have its other sizes.
//
//go:embed console.txt
var consoleFont string

// characters are those that a terminal can draw.
type characters struct{ has map[rune]bool }

// newCharacters returns what a terminal can draw, or nil for everything.
func newCharacters(t Terminal) *characters {
	if !t.FewCharacters {
		return nil
	}
	c := &characters{has: map[rune]bool{}}
	for _, r := range strings.TrimSpace(consoleFont) {
		c.has[r] = true
	}
	return c
}

// draw replaces what the terminal cannot draw by what looks nearly the same and
// is as wide, and what looks like nothing else by a question mark.
func (c *characters) draw(text string) string {
	if c == nil {
		return text
	}
	var b strings.Builder
	b.Grow(len(text))
	for from := 0; from < len(text); {
		if text[from] < utf8.RuneSelf {
			b.WriteByte(text[from])
			from++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[from:])
		if c.has[r] {
			b.WriteString(text[from : from+size])
		} else {
			b.WriteString(c.instead(r))
		}
		from += size
	}
	return b.String()
}

// instead returns what stands for a character that cannot be drawn.
func (c *characters) instead(r rune) string {
	switch r {
	case '━':
		return "═"
	case '┃':
		return "║"
	case '┏':
		return "╔"
	case '┓':
		return "╗"
	case '┗':
		return "╚"
	case '┛':
		return "╝"
	case '●':
		return "■"
	case '✓':
		return "√"
	case '⇥':
		return "→"
	case '\u00A0', '\u202F':
		return " "
	}
	if unicode.Is(unicode.Mn, r) {
		// A mark has no width of its own.
		return ""
	}
	if letter, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r))); letter != r && (letter < utf8.RuneSelf || c.has[letter]) {
		return string(letter)
	}
	return strings.Repeat("?", ansi.StringWidth(string(r)))
}
