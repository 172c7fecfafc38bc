package likert_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
	"anketa/tui/likert"
)

// press returns the message of a key.
func press(name string) tea.KeyPressMsg {
	codes := map[string]rune{
		"enter": tea.KeyEnter, "left": tea.KeyLeft, "right": tea.KeyRight, "up": tea.KeyUp, "down": tea.KeyDown,
		"home": tea.KeyHome, "end": tea.KeyEnd, "space": tea.KeySpace, "esc": tea.KeyEscape,
	}
	if code, ok := codes[name]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	if name == "nothing" {
		return tea.KeyPressMsg{}
	}
	if text, ok := strings.CutPrefix(name, "paste "); ok {
		return tea.KeyPressMsg{Code: tea.KeyExtended, Text: text}
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}

// typed gives keys to a widget.
func typed(m likert.Model, keys ...string) likert.Model {
	for _, key := range keys {
		m, _ = m.Update(press(key))
	}
	return m
}

// focused returns the position of the point that has the focus, or -1.
func focused(m likert.Model) int {
	if !m.Focused() {
		return -1
	}
	m = typed(m, "enter")
	return slices.IndexFunc(m.Points(), func(p likert.Point) bool { return p.Code == m.Value() })
}

// TestKeys holds what keys do: which point has the focus afterwards, which one
// is chosen, and whether the last key chose it.
func TestKeys(t *testing.T) {
	for name, c := range map[string]struct {
		keys   []string
		focus  int
		value  survey.Code
		picked bool
	}{
		"nothing is suggested":          {nil, -1, survey.Missing, false},
		"Enter without a focus":         {[]string{"enter"}, -1, survey.Missing, false},
		"space without a focus":         {[]string{"space"}, -1, survey.Missing, false},
		"a digit chooses":               {[]string{"4"}, 3, 4, true},
		"0 is outside n":                {[]string{"0"}, 5, survey.NotApplicable, true},
		"a digit without a point":       {[]string{"7"}, -1, survey.Missing, false},
		"a letter without a point":      {[]string{"x"}, -1, survey.Missing, false},
		"right begins at the first":     {[]string{"right"}, 0, survey.Missing, false},
		"left begins at the first":      {[]string{"left"}, 0, survey.Missing, false},
		"arrows move":                   {[]string{"right", "right", "down", "left", "up", "up"}, 0, survey.Missing, false},
		"arrows stop at the first":      {[]string{"home", "left", "up"}, 0, survey.Missing, false},
		"arrows stop at the last":       {[]string{"end", "right", "down"}, 5, survey.Missing, false},
		"Home and End":                  {[]string{"end", "home"}, 0, survey.Missing, false},
		"Enter chooses the focus":       {[]string{"right", "right", "enter"}, 1, 2, true},
		"space chooses the focus":       {[]string{"end", "space"}, 5, survey.NotApplicable, true},
		"the same point again":          {[]string{"2", "2"}, 1, 2, true},
		"the same point again by Enter": {[]string{"2", "enter"}, 1, 2, true},
		"moving chooses nothing":        {[]string{"2", "right"}, 2, 2, false},
		"another key is no choice":      {[]string{"2", "x"}, 1, 2, false},
		"Esc is no choice":              {[]string{"2", "esc"}, 1, 2, false},
	} {
		t.Run(name, func(t *testing.T) {
			m := typed(widget(question(survey.KindLikert, 5, true), 80, 12), c.keys...)
			if m.Value() != c.value || m.Picked() != c.picked {
				t.Errorf("value %d, picked %t; want %d, %t", m.Value(), m.Picked(), c.value, c.picked)
			}
			if got := focused(m); got != c.focus {
				t.Errorf("the focus is on %d, want %d", got, c.focus)
			}
		})
	}
}

// TestUpdateIsQuiet holds that the widget returns no command and that a message
// that is no key changes nothing, also when it comes twice (huh sends it twice).
func TestUpdateIsQuiet(t *testing.T) {
	m := typed(widget(question(survey.KindLikert, 5, true), 80, 12), "3")
	for _, msg := range []tea.Msg{press("2"), press("enter"), press("right")} {
		if _, cmd := m.Update(msg); cmd != nil {
			t.Errorf("%v returns a command", msg)
		}
	}
	for _, msg := range []tea.Msg{tea.WindowSizeMsg{}, tea.PasteMsg{Content: "2"}, tea.KeyReleaseMsg{Code: '2', Text: "2"}, nil} {
		next, _ := m.Update(msg)
		if next.Value() != 3 || next.Picked() {
			t.Errorf("%T changes the choice to %d (picked %t)", msg, next.Value(), next.Picked())
		}
	}
}

// TestPointKeys holds which keys choose points: digits, letters from the tenth
// on, 0 outside n, none where letters end; no key twice.
func TestPointKeys(t *testing.T) {
	q := &survey.Question{Kind: survey.KindChoice, NotApplicable: survey.Text{survey.English: "none"}}
	for i := range 60 {
		q.Points = append(q.Points, survey.Point{Value: fmt.Sprint(i + 1), Label: survey.Text{survey.English: fmt.Sprint("option ", i+1)}})
	}
	points := widget(q, 80, 20).Points()
	for i, want := range map[int]string{0: "1", 8: "9", 9: "a", 10: "b", 34: "z", 35: "", 59: "", 60: "0"} {
		if points[i].Key != want {
			t.Errorf("the key of point %d is %q, want %q", i+1, points[i].Key, want)
		}
	}
	if m := typed(widget(q, 80, 20), "z"); m.Value() != 35 {
		t.Errorf("z chooses %d, want 35", m.Value())
	}
	if m := typed(widget(q, 80, 20), "end", "up", "enter"); m.Value() != 60 {
		t.Errorf("the last option is chosen as %d, want 60", m.Value())
	}
}

// TestSetValue holds that a value that was given before has the mark and the
// focus, and that Missing takes both away.
func TestSetValue(t *testing.T) {
	m := widget(question(survey.KindLikert, 5, true), 80, 12)
	for code, want := range map[survey.Code]int{1: 0, 5: 4, survey.NotApplicable: 5, survey.Missing: -1, 77: -1} {
		if m.SetValue(code); m.Value() != code || m.Focused() != (want >= 0) || want >= 0 && focused(m) != want {
			t.Errorf("%d: value %d, focused %t", code, m.Value(), m.Focused())
		}
	}
	if m.Picked() {
		t.Error("setting a value counts as choosing")
	}
}

// TestRow holds when points stand side by side: scales and yes or no where every
// word fits, choices never.
func TestRow(t *testing.T) {
	for _, c := range []struct {
		kind          survey.Kind
		n             int
		width, height int
		want          bool
	}{
		{survey.KindLikert, 5, 80, 12, true},
		{survey.KindLikert, 5, 50, 12, false},
		{survey.KindLikert, 5, 80, 3, false},
		{survey.KindYesNo, 2, 40, 12, true},
		{survey.KindChoice, 2, 200, 40, false},
		{survey.KindLikert, 11, 80, 12, false},
		{survey.KindLikert, 11, 200, 12, true},
	} {
		if got := widget(question(c.kind, c.n, false), c.width, c.height).Row(); got != c.want {
			t.Errorf("%s with %d points at %d×%d in a row: %t, want %t", c.kind, c.n, c.width, c.height, got, c.want)
		}
	}
}

// TestUnsized holds that a widget that knows no size or no points shows nothing
// and does not break.
func TestUnsized(t *testing.T) {
	m := likert.New(question(survey.KindLikert, 3, true), survey.English)
	if m = typed(m, "right", "2"); m.View() != "" || m.Row() || m.Value() != 2 {
		t.Errorf("without a size the widget shows %q with the value %d", m.View(), m.Value())
	}
	empty := widget(&survey.Question{Kind: survey.KindLikert}, 80, 12)
	if empty = typed(empty, "right", "end", "enter", "1"); empty.View() != "" || empty.Picked() {
		t.Errorf("without points the widget shows %q", empty.View())
	}
}

// TestStyles holds that the states are told apart without colour: by frame and
// mark in a row, by pointer and mark in a list. Negative control: the same
// border for the focus, or a mark that is a style.
func TestStyles(t *testing.T) {
	for _, width := range []int{80, 30} {
		seen := map[string]string{}
		for name, keys := range map[string][]string{
			"untouched": nil, "focused": {"right", "right"}, "chosen": {"2", "left"}, "both": {"2"},
			"outside focused": {"end"}, "outside both": {"0"}, "outside chosen": {"0", "left"},
		} {
			shown := ansi.Strip(typed(widget(question(survey.KindLikert, 5, true), width, 14), keys...).View())
			if other, ok := seen[shown]; ok {
				t.Errorf("at width %d %s looks like %s:\n%s", width, name, other, shown)
			}
			seen[shown] = name
		}
	}
}
