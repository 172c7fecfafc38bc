package grid

import "charm.land/lipgloss/v2"

// Styles are the looks of the table. They change no width: no borders, no
// padding. The states stay distinct without colour, by brackets and signs.
type Styles struct {
	// Key draws the keys at the top, Label the labels of the points below them.
	Key, Label lipgloss.Style
	// Row draws the label of a row, RowFocused that of the row with the focus.
	Row, RowFocused lipgloss.Style
	// Plain, Focused, Chosen and Both draw the mark of a point in a row.
	Plain, Focused, Chosen, Both lipgloss.Style
	// Rule draws the line between the labels of the points and the rows.
	Rule lipgloss.Style
	// Mark stands in the brackets of the chosen point, Pointer before the row
	// with the focus; both are one cell wide.
	Mark, Pointer string
}

// DefaultStyles returns looks without colour.
func DefaultStyles() Styles {
	plain := lipgloss.NewStyle()
	return Styles{
		Key:        plain.Bold(true),
		Label:      plain,
		Row:        plain,
		RowFocused: plain.Bold(true),
		Plain:      plain,
		Focused:    plain.Bold(true),
		Chosen:     plain.Bold(true),
		Both:       plain.Bold(true).Reverse(true),
		Rule:       plain.Faint(true),
		Mark:       "●",
		Pointer:    "›",
	}
}
