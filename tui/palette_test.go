package tui_test

import (
	"image/color"
	"slices"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/lucasb-eyer/go-colorful"

	"anketa/tui"
)

// vision is a kind of colour vision: the matrix that turns linear red, green and
// blue into what a person of it sees, for the complete deficiency, from Machado,
// Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color
// Vision Deficiency", IEEE TVCG 15(6), 2009, table 1.
type vision struct {
	name   string
	matrix [3][3]float64
}

// visions returns the usual vision and the three kinds of dichromacy.
func visions() []vision {
	return []vision{
		{"usual", [3][3]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
		{"protanopia", [3][3]float64{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
		{"deuteranopia", [3][3]float64{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
		{"tritanopia", [3][3]float64{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
	}
}

// sees returns a colour as a person of this vision sees it.
func (v vision) sees(c color.Color) colorful.Color {
	given, _ := colorful.MakeColor(shown(c))
	var in, out [3]float64
	in[0], in[1], in[2] = given.LinearRgb()
	for i, row := range v.matrix {
		out[i] = row[0]*in[0] + row[1]*in[1] + row[2]*in[2]
	}
	return colorful.LinearRgb(out[0], out[1], out[2]).Clamped()
}

// contrast returns the contrast ratio of two colours, from 1 to 21 (WCAG 2.2,
// "contrast ratio" and "relative luminance").
func contrast(a, b color.Color) float64 {
	luminance := func(c color.Color) float64 {
		given, _ := colorful.MakeColor(c)
		r, g, b := given.LinearRgb()
		return 0.2126*r + 0.7152*g + 0.0722*b
	}
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// The least contrast of text and of marks (WCAG 2.2, 1.4.3 and 1.4.11), and how
// far the ends of a bar are apart, where 1 (ΔE of CIEDE2000) is hardly seen.
const (
	leastText     = 4.5
	leastMark     = 3
	leastDistance = 15
)

// backgrounds are those that terminals usually have.
func backgrounds(dark bool) []string {
	if dark {
		return []string{"#000000", "#1e1e1e"}
	}
	return []string{"#ffffff", "#fafafa"}
}

// appearances calls f for every palette.
func appearances(t *testing.T, f func(t *testing.T, dark bool, colours tui.Colours, pairs [][2]color.Color)) {
	for _, c := range []struct {
		name        string
		dark, basic bool
		look        tui.Look
	}{
		{"dark", true, false, tui.LookNormal},
		{"light", false, false, tui.LookNormal},
		{"16 dark", true, true, tui.LookNormal},
		{"16 light", false, true, tui.LookNormal},
		{"dark contrast", true, false, tui.LookContrast},
		{"light contrast", false, false, tui.LookContrast},
	} {
		t.Run(c.name, func(t *testing.T) {
			colours, pairs := tui.ColoursOf(c.dark, c.basic, c.look)
			f(t, c.dark, colours, pairs)
		})
	}
}

// shown returns a colour as a screen shows it: one of the 16 basic colours with
// its value in the text mode of a PC, any other as it is.
func shown(c color.Color) color.Color {
	values := [16]string{
		"#000000", "#aa0000", "#00aa00", "#aa5500", "#0000aa", "#aa00aa", "#00aaaa", "#aaaaaa",
		"#555555", "#ff5555", "#55ff55", "#ffff55", "#5555ff", "#ff55ff", "#55ffff", "#ffffff",
	}
	if basic, ok := c.(ansi.BasicColor); ok {
		value, _ := colorful.Hex(values[basic])
		return value
	}
	return c
}

// TestContrast holds that text and marks stand out against light and dark
// backgrounds, for every kind of colour vision. Negative control: a palette whose
// frames are lighter than #949494 on white.
func TestContrast(t *testing.T) {
	appearances(t, func(t *testing.T, dark bool, colours tui.Colours, pairs [][2]color.Color) {
		for _, v := range visions() {
			for _, ground := range backgrounds(dark) {
				paper, _ := colorful.Hex(ground)
				check := func(what string, c color.Color, least float64) {
					if got := contrast(v.sees(c), v.sees(paper)); got < least {
						t.Errorf("%s: %s %v on %s has a contrast of %.2f, want %.1f", v.name, what, hex(c), ground, got, least)
					}
				}
				for _, c := range colours.Text {
					check("text", c, leastText)
				}
				for _, c := range colours.Marks {
					check("mark", c, leastMark)
				}
			}
			for _, p := range pairs {
				if got := contrast(v.sees(p[0]), v.sees(p[1])); got < leastText {
					t.Errorf("%s: %s on %s has a contrast of %.2f", v.name, hex(p[0]), hex(p[1]), got)
				}
			}
		}
	})
}

// hex writes a colour as people do.
func hex(c color.Color) string {
	given, _ := colorful.MakeColor(shown(c))
	return given.Hex()
}

// TestEndsDiffer holds that the low end, the middle and the high end of a bar
// are told from each other with every kind of colour vision, where there are
// colours. Negative control: red and green of the same lightness.
func TestEndsDiffer(t *testing.T) {
	appearances(t, func(t *testing.T, _ bool, colours tui.Colours, _ [][2]color.Color) {
		if colours.Ends[0] == colours.Ends[2] {
			t.Skip("strong contrast has no colours; the patterns differ")
		}
		for _, v := range visions() {
			for i, a := range colours.Ends {
				for _, b := range colours.Ends[i+1:] {
					if got := 100 * v.sees(a).DistanceCIEDE2000(v.sees(b)); got < leastDistance {
						t.Errorf("%s: %s and %s are only %.1f apart", v.name, hex(a), hex(b), got)
					}
				}
			}
		}
	})
}

// TestSixteenColours holds that the colours for a terminal of 16 are such that
// nothing has to be converted for it.
func TestSixteenColours(t *testing.T) {
	for _, look := range []tui.Look{tui.LookNormal, tui.LookContrast} {
		for _, dark := range []bool{true, false} {
			colours, pairs := tui.ColoursOf(dark, true, look)
			all := slices.Concat(colours.Text, colours.Marks, colours.Ends)
			for _, p := range pairs {
				all = append(all, p[0], p[1])
			}
			for _, c := range all {
				if colorprofile.ANSI.Convert(c) != c {
					t.Errorf("%v becomes another colour", c)
				}
			}
		}
	}
}
