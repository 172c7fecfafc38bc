package likert

import "charm.land/lipgloss/v2"

// Styles are the looks of a point in its four states. The states stay distinct
// without colour: the focus has another frame (or pointer), the choice a mark.
type Styles struct {
	// Plain, Focused, Chosen and Both draw the box of a point; they carry the border.
	Plain, Focused, Chosen, Both lipgloss.Style
	// ListPlain … ListBoth draw a line of the list; they carry no border.
	ListPlain, ListFocused, ListChosen, ListBoth lipgloss.Style
	// Mark stands before the key of the chosen point, Pointer before the focused line of a list.
	Mark, Pointer string
	// Ends draws what the ends of a row of numbers mean.
	Ends lipgloss.Style
	// Large holds keys drawn in several rows, all of one height and width, or
	// nothing. They are used where the whole widget has room for them.
	Large map[string][]string
	// More stands where the list goes on above or below.
	More lipgloss.Style
}

// DefaultStyles returns looks without colour.
func DefaultStyles() Styles {
	box := lipgloss.NewStyle().Border(lipgloss.NormalBorder()).Align(lipgloss.Center)
	line := lipgloss.NewStyle()
	return Styles{
		Plain:       box,
		Focused:     box.Border(lipgloss.DoubleBorder()),
		Chosen:      box.Bold(true),
		Both:        box.Border(lipgloss.DoubleBorder()).Bold(true),
		ListPlain:   line,
		ListFocused: line.Bold(true),
		ListChosen:  line.Bold(true),
		ListBoth:    line.Bold(true).Reverse(true),
		Mark:        "●",
		Pointer:     "›",
		Ends:        line,
		More:        line.Faint(true),
	}
}

// box returns the look of a point's box.
func (s *Styles) box(l look) lipgloss.Style {
	return [...]lipgloss.Style{s.Plain, s.Focused, s.Chosen, s.Both}[l]
}

// line returns the look of a point's line in the list.
func (s *Styles) line(l look) lipgloss.Style {
	return [...]lipgloss.Style{s.ListPlain, s.ListFocused, s.ListChosen, s.ListBoth}[l]
}
