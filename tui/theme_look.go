package tui

import (
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"

	"anketa/tui/big"
)

// contrastPalette is black on white or white on black and nothing between them.
func contrastPalette(dark bool) palette {
	black, white := lipgloss.Color("0"), lipgloss.Color("15")
	ink, paper := black, white
	if dark {
		ink, paper = white, black
	}
	return palette{
		accent: ink, soft: ink, faint: ink, tint: paper, warn: ink, onAccent: paper,
		against: ink, middle: ink, agree: ink,
	}
}

// basicPalette is made of the 16 colours that every terminal has, chosen by their
// values in the text mode of a PC. On black, the dark grey (8) is too dark to be
// read, and on white the light colours (9 to 15) are too light.
func basicPalette(dark bool) palette {
	c := lipgloss.Color
	if dark {
		return palette{
			accent: c("14"), soft: c("7"), faint: c("7"), tint: c("0"), warn: c("11"), onAccent: c("0"),
			against: c("9"), middle: c("15"), agree: c("12"),
		}
	}
	return palette{
		accent: c("4"), soft: c("0"), faint: c("8"), tint: c("15"), warn: c("1"), onAccent: c("15"),
		against: c("3"), middle: c("0"), agree: c("12"),
	}
}

// sharpen gives the styles of strong contrast heavy frames, reverses what has
// the focus, and colours what otherwise has the terminal's own colour.
func (s *Styles) sharpen(p palette) {
	plain := lipgloss.NewStyle().Foreground(p.accent)
	strong, full := plain.Bold(true), filled(p)
	s.Body, s.Question, s.Key = plain, strong, strong
	s.Warning = strong.Underline(true)

	box := plain.Align(lipgloss.Center).BorderForeground(p.accent)
	l := &s.Likert
	l.Plain = box.Border(lipgloss.NormalBorder())
	l.Focused = full.Align(lipgloss.Center).Border(lipgloss.ThickBorder()).BorderForeground(p.accent)
	l.Chosen = box.Bold(true).Border(lipgloss.ThickBorder())
	l.Both = l.Focused.Border(lipgloss.DoubleBorder())
	l.ListPlain, l.ListFocused, l.ListChosen, l.ListBoth = plain, full, strong, full
	l.Ends, l.More = plain, plain

	g := &s.Grid
	g.Key, g.Label, g.Row, g.Rule = strong, plain, plain, plain
	g.RowFocused, g.Focused, g.Chosen, g.Both = full, full, strong, full
	s.Chart.Axis = strong
	s.Form.Focused.TextInput.Text, s.Form.Blurred.TextInput.Text = plain, plain
}

// largeKeys returns the digits of points drawn in several rows.
func largeKeys(fonts []*big.Font) map[string][]string {
	font := fonts[len(fonts)/2]
	keys := map[string][]string{}
	for digit := range 10 {
		key := strconv.Itoa(digit)
		written, _ := font.Write(key, 20)
		rows := strings.Split(strings.TrimRight(written, "\n"), "\n")
		for i := range rows {
			rows[i] = pad(rows[i], font.Width("0"))
		}
		keys[key] = rows
	}
	return keys
}
