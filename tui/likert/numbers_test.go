package likert_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"anketa/survey"
	"anketa/tui/likert"
)

// numbers returns an nps question whose ends mean something.
func numbers(low, high string, aside bool) *survey.Question {
	q := question(survey.KindNPS, 0, aside)
	for i := range 11 {
		q.Points = append(q.Points, survey.Point{Value: fmt.Sprint(i), Label: survey.Text{survey.English: fmt.Sprint(i)}})
	}
	q.Low, q.High = survey.Text{survey.English: low}, survey.Text{survey.English: high}
	return q
}

// TestNumberKeys holds how the numbers from 0 to 10 are typed: a 1 is chosen and
// waits for the 0 of 10. Negative control: a 1 that picks at once; a 0 that is
// always the number 0.
func TestNumberKeys(t *testing.T) {
	const na = survey.NotApplicable
	for name, c := range map[string]struct {
		keys          []string
		focus         int
		value         survey.Code
		picked, waits bool
	}{
		"nothing is suggested":        {nil, -1, survey.Missing, false, false},
		"0":                           {[]string{"0"}, 0, 1, true, false},
		"2":                           {[]string{"2"}, 2, 3, true, false},
		"9":                           {[]string{"9"}, 9, 10, true, false},
		"1 waits":                     {[]string{"1"}, 1, 2, false, true},
		"1 and 0 is 10":               {[]string{"1", "0"}, 10, 11, true, false},
		"1 and Enter":                 {[]string{"1", "enter"}, 1, 2, true, false},
		"1 and space":                 {[]string{"1", "space"}, 1, 2, true, false},
		"1 and 1":                     {[]string{"1", "1"}, 1, 2, true, false},
		"1 and 7":                     {[]string{"1", "7"}, 7, 8, true, false},
		"1 and outside n":             {[]string{"1", "n"}, 11, na, true, false},
		"1 and right":                 {[]string{"1", "right"}, 2, 2, false, false},
		"1 and left":                  {[]string{"1", "left"}, 0, 2, false, false},
		"1 and End":                   {[]string{"1", "end"}, 11, 2, false, false},
		"1 and Home":                  {[]string{"1", "home"}, 0, 2, false, false},
		"an arrow ends the waiting":   {[]string{"1", "right", "0"}, 0, 1, true, false},
		"a slip does not end it":      {[]string{"1", "x"}, 1, 2, false, true},
		"a slip within 10":            {[]string{"1", "-", "0"}, 10, 11, true, false},
		"10 and again 0":              {[]string{"1", "0", "0"}, 0, 1, true, false},
		"10 and again 1":              {[]string{"1", "0", "1"}, 1, 2, false, true},
		"1 three times waits again":   {[]string{"1", "1", "1"}, 1, 2, false, true},
		"outside n":                   {[]string{"n"}, 11, na, true, false},
		"outside n with Caps Lock":    {[]string{"N"}, 11, na, true, false},
		"outside n in Cyrillic":       {[]string{"н"}, 11, na, true, false},
		"a letter without a point":    {[]string{"a"}, -1, survey.Missing, false, false},
		"arrows reach the last":       {[]string{"end", "left", "enter"}, 10, 11, true, false},
		"Enter on 1 does not wait":    {[]string{"home", "right", "enter"}, 1, 2, true, false},
		"both digits in one key":      {[]string{"paste 10"}, -1, survey.Missing, false, false},
		"both digits behind a 1":      {[]string{"1", "paste 10"}, 1, 2, false, true},
		"a key without a name":        {[]string{"nothing"}, -1, survey.Missing, false, false},
		"a key without a name on a 1": {[]string{"1", "nothing"}, 1, 2, false, true},
	} {
		t.Run(name, func(t *testing.T) {
			m := typed(widget(numbers("low", "high", true), 76, 12), c.keys...)
			if m.Value() != c.value || m.Picked() != c.picked || m.Waits() != c.waits {
				t.Errorf("value %d, picked %t, waits %t; want %d, %t, %t", m.Value(), m.Picked(), m.Waits(), c.value, c.picked, c.waits)
			}
			if got := focused(m); got != c.focus {
				t.Errorf("the focus is on %d, want %d", got, c.focus)
			}
		})
	}
}

// TestNumberWaits holds what else ends the waiting, or does not, and that no
// other kind waits.
func TestNumberWaits(t *testing.T) {
	m := typed(widget(numbers("", "", false), 76, 12), "1")
	if m, _ = m.Update(nil); !m.Waits() {
		t.Error("a message that is no key ends the waiting")
	}
	m.SetSize(56, 8)
	if !m.Waits() {
		t.Error("another size ends the waiting")
	}
	if m.SetValue(5); m.Waits() {
		t.Error("setting a value does not end the waiting")
	}
	for _, kind := range []survey.Kind{survey.KindLikert, survey.KindChoice, survey.KindBeforeAfter} {
		if m := typed(widget(question(kind, 11, true), 76, 12), "1"); m.Waits() || !m.Picked() || m.Value() != 1 {
			t.Errorf("%s: 1 chooses %d (picked %t, waits %t)", kind, m.Value(), m.Picked(), m.Waits())
		}
	}
}

// TestNumberPoints holds how the numbers are named to a parent that shows them.
func TestNumberPoints(t *testing.T) {
	points := widget(numbers("never", "always", true), 76, 12).Points()
	for i, want := range []likert.Point{
		0: {Code: 1, Key: "0", Label: "never"}, 1: {Code: 2, Key: "1"}, 9: {Code: 10, Key: "9"},
		10: {Code: 11, Key: "10", Label: "always"},
		11: {Code: survey.NotApplicable, Key: "n", Label: "ne mogu da procenim"},
	} {
		if want.Code != 0 && points[i] != want {
			t.Errorf("point %d is %+v, want %+v", i, points[i], want)
		}
	}
}

// TestNumberRow holds where numbers stand side by side: from 55 cells, unless
// the place is too low or what the ends mean does not fit below them.
func TestNumberRow(t *testing.T) {
	long := strings.Repeat("a", 25)
	for _, c := range []struct {
		low, high     string
		aside         bool
		width, height int
		want          bool
	}{
		{"never", "always", false, 56, 4, true},
		{"never", "always", false, 55, 4, true},
		{"never", "always", false, 54, 20, false},
		{"never", "always", false, 76, 4, true},
		{"never", "always", false, 76, 3, false},
		{"", "", false, 76, 3, true},
		{"never", "always", true, 76, 6, true},
		{"never", "always", true, 76, 5, false},
		{long, "", false, 56, 12, false},
		{"", long, false, 56, 12, false},
		{long, long, false, 76, 12, true},
	} {
		if got := widget(numbers(c.low, c.high, c.aside), c.width, c.height).Row(); got != c.want {
			t.Errorf("%+v: in a row %t", c, got)
		}
	}
	m, wide := widget(numbers("never", "always", false), 76, 12), likert.DefaultStyles()
	wide.Mark = "[x]"
	if m.SetStyles(wide); m.Row() {
		t.Error("numbers stand in boxes in which a wide mark has no place")
	}
}

// TestGoldenNumbers holds what the numbers from 0 to 10 look like.
func TestGoldenNumbers(t *testing.T) {
	const low, high = "sasvim je neverovatno da bih je preporučila", "sasvim je verovatno da bih je preporučila kolegama na poslu"
	var b strings.Builder
	for _, size := range [][2]int{{40, 14}, {56, 8}, {76, 14}, {116, 30}, {124, 50}} {
		short, long := widget(numbers("sigurno ne", "sigurno da", false), size[0], size[1]), widget(numbers(low, high, true), size[0], size[1])
		fmt.Fprintf(&b, "== %d×%d\n%s\n", size[0], size[1], view(typed(short, "8", "left")))
		fmt.Fprintf(&b, "== %d×%d, long\n%s\n", size[0], size[1], view(typed(long, "1", "0")))
	}
	golden(t, "numbers", b.String())
}

// TestNumberStates holds that what is chosen, what has the focus and what waits
// is told apart without colour in a narrow row, a wide row and a list.
func TestNumberStates(t *testing.T) {
	for _, width := range []int{56, 76, 116, 40} {
		seen := map[string]string{}
		for name, keys := range map[string][]string{
			"untouched": nil, "focused": {"end"}, "chosen": {"1", "0", "left"}, "both": {"1", "0"}, "0": {"0"}, "1": {"1"},
		} {
			shown := ansi.Strip(typed(widget(numbers("low", "high", false), width, 14), keys...).View())
			if other, ok := seen[shown]; ok {
				t.Errorf("at width %d %s looks like %s:\n%s", width, name, other, shown)
			}
			seen[shown] = name
		}
	}
}

// TestNumbersFit holds for all texts of the ends, all sizes and keys: nothing
// runs over the edge, each number of a row stands there once, with the mark at
// the chosen one, and the ends are whole, without a broken word, on their own
// sides. Negative control: ends that share a line without a limit.
func TestNumbersFit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("ab čš-жЂ.評価é  ")), 0, 60, -1)
		low, high := survey.Clean(text.Draw(t, "low"), 60), survey.Clean(text.Draw(t, "high"), 60)
		width, height := rapid.IntRange(12, 130).Draw(t, "width"), rapid.IntRange(0, 40).Draw(t, "height")
		m := widget(numbers(low, high, rapid.Bool().Draw(t, "aside")), width, height)
		keys := rapid.SliceOfN(rapid.SampledFrom([]string{"1", "0", "7", "n", "right", "end", "home"}), 0, 4).Draw(t, "keys")
		m = typed(m, keys...)
		shown := ansi.Strip(m.View())
		lines := strings.Split(shown, "\n")
		for _, line := range lines {
			if ansi.StringWidth(line) > width || len(lines) > max(height, 1) {
				t.Fatalf("%d lines, one of %d cells, at %d×%d:\n%s", len(lines), ansi.StringWidth(line), width, height, shown)
			}
		}
		if !m.Row() {
			return
		}
		for i, box := range boxes(shown) {
			want := fmt.Sprint(i)
			if m.Value() == survey.Code(i+1) {
				want = "●" + want
			}
			if packed(box) != want {
				t.Fatalf("the box of %d holds %q:\n%s", i, box, shown)
			}
		}
		checkEnds(t, shown, low, high)
	})
}

// checkEnds fails unless the texts stand below the left and the right end of a row.
func checkEnds(t *rapid.T, shown, low, high string) {
	frame := strings.Split(shown, "\n")
	below := frame[1+strings.Count(shown[:strings.LastIndexAny(shown, "┘╝")], "\n"):]
	half := ansi.StringWidth(frame[0]) / 2
	var left, right strings.Builder
	for _, line := range below {
		if line == "" {
			break
		}
		left.WriteString(ansi.Cut(line, 0, half) + " ")
		right.WriteString(ansi.Cut(line, half, ansi.StringWidth(line)) + " ")
	}
	if packed(left.String()) != packed(low) || packed(right.String()) != packed(high) {
		t.Fatalf("the ends %q and %q are not shown:\n%s", low, high, shown)
	}
}
