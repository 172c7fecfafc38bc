package tui

import (
	"image/color"

	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"

	"anketa/tui/chart"
	"anketa/tui/grid"
	"anketa/tui/likert"
)

// palette holds the colours of the interface, chosen so that people with any
// kind of colour vision tell them apart (Okabe and Ito, 2008), and darker or
// lighter for the terminal's background. Colour repeats what frames, marks and
// words say already.
type palette struct {
	accent, soft, faint, tint, warn, onAccent color.Color
	// against and agree are the ends of a scale, middle lies between them.
	against, middle, agree color.Color
}

// newPalette returns the colours for an appearance.
func newPalette(a appearance) palette {
	switch {
	case a.look.contrast():
		return contrastPalette(a.dark)
	case a.basic:
		return basicPalette(a.dark)
	}
	pick := lipgloss.LightDark(a.dark)
	hex := func(light, dark string) color.Color { return pick(lipgloss.Color(light), lipgloss.Color(dark)) }
	return palette{
		accent:   hex("#005B94", "#56B4E9"),
		soft:     hex("#4A5560", "#A9B4BF"),
		faint:    hex("#7C8792", "#68737E"),
		tint:     hex("#E4F1FA", "#10293A"),
		warn:     hex("#9A4A00", "#E69F00"),
		onAccent: hex("#FFFFFF", "#06202F"),
		against:  hex("#C05000", "#E08A2E"),
		middle:   hex("#808A94", "#8A949E"),
		agree:    hex("#0072B2", "#56B4E9"),
	}
}

// Styles are the looks of everything on the screen, made once for a background.
type Styles struct {
	Title, Status, Section, Question, Hint, Body, Strong, Warning lipgloss.Style
	Key, KeyName, Done, Rest, Button, Watermark, Dropped          lipgloss.Style
	// Hover shows what lies below the mouse, whatever look it has otherwise.
	Hover lipgloss.Style

	Likert likert.Styles
	Grid   grid.Styles
	Chart  chart.Styles
	Form   *huh.Styles
}

// newStyles returns the looks for an appearance.
func newStyles(a appearance) *Styles {
	p := newPalette(a)
	plain := lipgloss.NewStyle()
	s := &Styles{
		Title:     plain.Foreground(p.soft),
		Status:    plain.Foreground(p.soft),
		Section:   plain.Foreground(p.accent),
		Question:  plain.Bold(true),
		Hint:      plain.Foreground(p.soft),
		Body:      plain,
		Strong:    plain.Bold(true).Foreground(p.accent),
		Warning:   plain.Bold(true).Foreground(p.warn),
		Key:       plain.Bold(true),
		KeyName:   plain.Foreground(p.soft),
		Done:      plain.Foreground(p.accent),
		Rest:      plain.Foreground(p.faint),
		Button:    filled(p).Padding(0, 2),
		Watermark: plain.Bold(true).Foreground(p.warn),
		Dropped:   plain.Foreground(p.soft),
		Hover:     plain.Reverse(true),
		Likert:    likertStyles(p),
		Grid:      gridStyles(p),
		Chart:     chartStyles(p),
		Form:      formStyles(p),
	}
	if a.look.contrast() {
		s.sharpen(p)
	}
	if a.look.large() {
		s.Likert.Large = largeKeys(a.fonts)
	}
	return s
}

// filled is the look of what stands on the accent. It is drawn reversed, so that
// it also stands out where there are no colours.
func filled(p palette) lipgloss.Style {
	return lipgloss.NewStyle().Bold(true).Foreground(p.accent).Background(p.onAccent).Reverse(true)
}

// likertStyles colours the Likert widget.
func likertStyles(p palette) likert.Styles {
	s := likert.DefaultStyles()
	box := lipgloss.NewStyle().Align(lipgloss.Center)
	s.Plain = box.Border(lipgloss.NormalBorder()).BorderForeground(p.faint)
	s.Focused = box.Border(lipgloss.DoubleBorder()).BorderForeground(p.accent).BorderBackground(p.tint).Background(p.tint).Bold(true)
	s.Chosen = box.Border(lipgloss.NormalBorder()).BorderForeground(p.accent).Bold(true).Foreground(p.accent)
	s.Both = filled(p).Align(lipgloss.Center).Border(lipgloss.DoubleBorder()).BorderForeground(p.accent)
	s.ListFocused = s.ListFocused.Foreground(p.accent)
	s.ListChosen = s.ListChosen.Foreground(p.accent)
	s.ListBoth = filled(p)
	s.More = lipgloss.NewStyle().Foreground(p.soft)
	return s
}

// gridStyles colours the rows that are answered on one screen.
func gridStyles(p palette) grid.Styles {
	s := grid.DefaultStyles()
	s.Label = s.Label.Foreground(p.soft)
	s.RowFocused = s.RowFocused.Foreground(p.accent)
	s.Focused = s.Focused.Foreground(p.accent).Background(p.tint)
	s.Chosen = s.Chosen.Foreground(p.accent)
	s.Both = filled(p)
	s.Rule = lipgloss.NewStyle().Foreground(p.faint)
	return s
}

// chartStyles colours the bars.
func chartStyles(p palette) chart.Styles {
	return chart.Styles{
		Bar:     lipgloss.NewStyle().Foreground(p.agree),
		Axis:    lipgloss.NewStyle().Bold(true),
		Against: p.against, Middle: p.middle, Agree: p.agree,
	}
}

// formStyles dresses huh's fields: one column, a bar beside the focused field.
func formStyles(p palette) *huh.Styles {
	s := huh.ThemeBase(true)
	bar := lipgloss.NewStyle().PaddingLeft(1).Border(lipgloss.ThickBorder(), false, false, false, true)
	field := func(f huh.FieldStyles, base lipgloss.Style) huh.FieldStyles {
		f.Base, f.Card = base, base
		f.Title = lipgloss.NewStyle().Bold(true)
		f.Description = lipgloss.NewStyle().Foreground(p.soft)
		f.ErrorMessage = lipgloss.NewStyle().Bold(true).Foreground(p.warn)
		f.TextInput.Cursor = lipgloss.NewStyle().Foreground(p.accent).Background(p.accent)
		f.TextInput.Placeholder = lipgloss.NewStyle().Foreground(p.faint)
		f.TextInput.Prompt = lipgloss.NewStyle().Foreground(p.accent)
		return f
	}
	s.Focused = field(s.Focused, bar.BorderForeground(p.accent))
	s.Blurred = field(s.Blurred, bar.BorderStyle(lipgloss.HiddenBorder()))
	s.FieldSeparator = lipgloss.NewStyle().SetString("\n")
	return s
}
