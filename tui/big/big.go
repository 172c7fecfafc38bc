// Package big writes texts in letters of several rows, for people who read from
// further away than a terminal's own letters allow.
//
// The letters are those of the X Window System's "misc-fixed" fonts (5x8, 6x10
// and 8x13 bold; the fonts are in the public domain), with Serbian Latin and
// Cyrillic letters, in the hex format of GNU Unifont: code point, then a byte for
// each row of dots. A cell of the terminal shows two dots above each other.
//
// The package hides the fonts and how words are set: with the space that each
// letter needs, broken between words and never within them.
package big

import (
	_ "embed"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"
)

//go:embed 5x8.hex
var small string

//go:embed 6x10.hex
var medium string

//go:embed 8x13b.hex
var large string

// Font is the letters of one size.
type Font struct {
	glyphs map[rune]glyph
	// dots is the height of a line of text in dots.
	dots int
	// space is the width between two words, gap between two letters.
	space, gap int
}

// glyph is the dots of a letter: a word of bits for each row, the leftmost dot
// in the highest of its width bits.
type glyph struct {
	rows  []byte
	width int
}

// Fonts returns the fonts from the largest to the smallest.
func Fonts() []*Font {
	return []*Font{
		newFont(large, 14, 4, 1),
		newFont(medium, 10, 3, 1),
		newFont(small, 8, 3, 1),
	}
}

// newFont reads a font. The files are part of the program and right.
func newFont(source string, dots, space, gap int) *Font {
	f := &Font{glyphs: map[rune]glyph{}, dots: dots, space: space, gap: gap}
	for line := range strings.Lines(source) {
		code, dotted, _ := strings.Cut(strings.TrimSpace(line), ":")
		r, err := strconv.ParseInt(code, 16, 32)
		rows, hexErr := hex.DecodeString(dotted)
		if err != nil || hexErr != nil {
			panic(fmt.Sprintf("big: the line %q of a font is wrong", line))
		}
		f.glyphs[rune(r)] = trim(rows)
	}
	return f
}

// trim takes the empty columns on both sides away.
func trim(rows []byte) glyph {
	var all byte
	for _, row := range rows {
		all |= row
	}
	width, left := 8, 0
	for all != 0 && all&0x80 == 0 {
		all, left = all<<1, left+1
	}
	for width = 8; width > 1 && all&(1<<(8-width)) == 0; {
		width--
	}
	g := glyph{width: width}
	for _, row := range rows {
		g.rows = append(g.rows, row<<left)
	}
	return g
}

// Rows returns the height of a line of text in rows of the terminal.
func (f *Font) Rows() int { return (f.dots + 1) / 2 }

// Has reports whether all letters of a text can be written.
func (f *Font) Has(text string) bool {
	for _, r := range text {
		if _, ok := f.glyphs[r]; !ok && !isSpace(r) {
			return false
		}
	}
	return true
}

// Width returns the width of a word in cells.
func (f *Font) Width(word string) int {
	width := 0
	for _, r := range word {
		if isSpace(r) {
			width += f.space
		} else {
			width += f.glyphs[r].width + f.gap
		}
	}
	return max(width-f.gap, 0)
}

// isSpace reports whether a rune is a space within a line; some do not break it.
func isSpace(r rune) bool { return r == ' ' || r == '\u00A0' || r == '\u202F' }

// Write returns a text in large letters for a width in cells, and whether it can
// be written: whether the font has all letters and no word is wider.
func (f *Font) Write(text string, width int) (string, bool) {
	if !f.Has(strings.ReplaceAll(text, "\n", " ")) {
		return "", false
	}
	var block []string
	for paragraph := range strings.SplitSeq(text, "\n") {
		for _, line := range f.set(paragraph, width) {
			if f.Width(line) > width {
				return "", false
			}
			block = append(block, f.line(line)...)
		}
	}
	return strings.Join(block, "\n"), true
}

// set breaks a text into lines.
func (f *Font) set(text string, width int) []string {
	var lines []string
	line := ""
	for word := range strings.SplitSeq(text, " ") {
		switch {
		case word == "":
		case line == "":
			line = word
		case f.Width(line+" "+word) > width:
			lines, line = append(lines, line), word
		default:
			line += " " + word
		}
	}
	return append(lines, line)
}

// line draws a line of text, two rows of dots in each row of the terminal.
func (f *Font) line(text string) []string {
	dots := f.dotted(text)
	rows := make([]string, f.Rows())
	for n := range rows {
		var b strings.Builder
		for x := range dots[0] {
			upper, lower := dots[2*n][x], 2*n+1 < len(dots) && dots[2*n+1][x]
			switch {
			case upper && lower:
				b.WriteRune('█')
			case upper:
				b.WriteRune('▀')
			case lower:
				b.WriteRune('▄')
			default:
				b.WriteByte(' ')
			}
		}
		rows[n] = strings.TrimRight(b.String(), " ")
	}
	return rows
}

// dotted sets the dots of a line of text.
func (f *Font) dotted(text string) [][]bool {
	dots := make([][]bool, f.dots)
	for y := range dots {
		dots[y] = make([]bool, f.Width(text))
	}
	x := 0
	for _, r := range text {
		g := f.glyphs[r]
		if isSpace(r) {
			x += f.space
			continue
		}
		for y, row := range g.rows {
			for i := range g.width {
				dots[y][x+i] = row&(0x80>>i) != 0
			}
		}
		x += g.width + f.gap
	}
	return dots
}
