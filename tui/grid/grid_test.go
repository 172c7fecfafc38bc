package grid_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"anketa/survey"
	"anketa/tui/grid"
)

// values returns the values of all rows.
func values(m grid.Model, rows int) [4]survey.Code {
	var all [4]survey.Code
	for i := range rows {
		all[i] = m.Value(i)
	}
	return all
}

// TestKeys holds what keys do in the second of four rows: which point has the
// focus and which is chosen, and that no other row and no row's focus changes.
func TestKeys(t *testing.T) {
	const na = survey.NotApplicable
	for name, c := range map[string]struct {
		keys    []string
		value   survey.Code
		picked  bool
		focused bool
		atStart bool
	}{
		"nothing is suggested":       {nil, survey.Missing, false, false, true},
		"Enter without a focus":      {[]string{"enter"}, survey.Missing, false, false, true},
		"space without a focus":      {[]string{"space"}, survey.Missing, false, false, true},
		"a digit chooses":            {[]string{"4"}, 4, true, true, false},
		"another digit":              {[]string{"4", "1"}, 1, true, true, true},
		"the same point again":       {[]string{"4", "4"}, 4, true, true, false},
		"0 is outside n":             {[]string{"0"}, na, true, true, false},
		"a digit without a point":    {[]string{"6"}, survey.Missing, false, false, true},
		"a letter without a point":   {[]string{"x"}, survey.Missing, false, false, true},
		"right begins at the first":  {[]string{"right", "enter"}, 1, true, true, true},
		"left begins at the first":   {[]string{"left", "enter"}, 1, true, true, true},
		"right moves":                {[]string{"right", "right", "right"}, survey.Missing, false, true, false},
		"right, right, left, choose": {[]string{"right", "right", "right", "left", "space"}, 2, true, true, false},
		"arrows stop at the first":   {[]string{"home", "left", "enter"}, 1, true, true, true},
		"arrows stop at the last":    {[]string{"end", "right", "enter"}, na, true, true, false},
		"moving chooses nothing":     {[]string{"2", "right"}, 2, false, true, false},
		"arrows begin at the choice": {[]string{"2", "right", "enter"}, 3, true, true, false},
		"up is left to the parent":   {[]string{"up"}, survey.Missing, false, false, true},
		"down is left to the parent": {[]string{"3", "down"}, 3, false, true, false},
		"Esc is no answer":           {[]string{"3", "esc"}, 3, false, true, false},
	} {
		t.Run(name, func(t *testing.T) {
			m := widget(matrix(), question(t, "agreement-5", true), 116, 30)
			m.SetValue(0, 5)
			m.SetRow(1)
			m = typed(m, c.keys...)
			if m.Value(1) != c.value || m.Picked() != c.picked || m.Focused() != c.focused || m.AtStart() != c.atStart {
				t.Errorf("value %d, picked %t, focused %t, at start %t; want %+v", m.Value(1), m.Picked(), m.Focused(), m.AtStart(), c)
			}
			if m.Row() != 1 || values(m, 4) != [4]survey.Code{5, c.value} {
				t.Errorf("row %d, values %v", m.Row(), values(m, 4))
			}
		})
	}
}

// TestRows holds that a row that gets the focus has it on its choice, or
// nowhere, and that there is no row outside the table.
func TestRows(t *testing.T) {
	m := widget(matrix(), question(t, "agreement-5", true), 116, 30)
	m = typed(m, "3")
	if m.SetRow(2); m.Row() != 2 || m.Focused() {
		t.Errorf("row %d, focused %t", m.Row(), m.Focused())
	}
	m = typed(m, "right")
	if m.SetRow(0); m.Row() != 0 || !m.Focused() || typed(m, "left", "enter").Value(0) != 2 {
		t.Error("a row with a choice does not have the focus there")
	}
	if m.SetRow(99); m.Row() != 3 {
		t.Errorf("row %d, want the last one", m.Row())
	}
	if m.SetRow(-1); m.Row() != 0 {
		t.Errorf("row %d, want the first one", m.Row())
	}
}

// TestSetValue holds that values are shown again, with the focus only in the row
// that has it, and that a point that the question does not have has no focus.
func TestSetValue(t *testing.T) {
	m := widget(matrix(), question(t, "agreement-5", true), 116, 30)
	for _, c := range []struct {
		row     int
		code    survey.Code
		focused bool
	}{{1, 4, false}, {0, 2, true}, {0, survey.NotApplicable, true}, {0, survey.Missing, false}, {0, 77, false}, {3, 1, false}} {
		m.SetValue(c.row, c.code)
		if m.Value(c.row) != c.code || m.Focused() != c.focused {
			t.Errorf("%+v gives %d, focused %t", c, m.Value(c.row), m.Focused())
		}
	}
	m = typed(m, "right")
	if m.SetValue(2, 3); !m.Focused() {
		t.Error("a value in another row takes the focus away")
	}
	if m.Picked() {
		t.Error("setting a value counts as choosing")
	}
}

// TestUpdateIsQuiet holds that the widget returns no command, that a message
// that is no key changes nothing, and that a copy stays what it was. Negative
// control: values that copies share and change.
func TestUpdateIsQuiet(t *testing.T) {
	m := typed(widget(matrix(), question(t, "agreement-5", true), 116, 30), "3")
	for _, msg := range []tea.Msg{press("2"), press("enter"), press("right"), tea.PasteMsg{Content: "2"}} {
		if _, cmd := m.Update(msg); cmd != nil {
			t.Errorf("%v returns a command", msg)
		}
	}
	for _, msg := range []tea.Msg{tea.WindowSizeMsg{}, tea.PasteMsg{Content: "2"}, tea.KeyReleaseMsg{Code: '2', Text: "2"}, nil} {
		if next, _ := m.Update(msg); next.Value(0) != 3 || next.Picked() {
			t.Errorf("%T changes the choice to %d (picked %t)", msg, next.Value(0), next.Picked())
		}
	}
	next := m
	next.SetValue(1, 5)
	if m.Value(0) != 3 || m.Value(1) != survey.Missing {
		t.Errorf("a copy became %v", values(m, 4))
	}
	rows := matrix()
	m = grid.New(rows, question(t, "agreement-5", true), survey.SerbianLatin)
	rows[0] = "changed"
	m.SetStyles(grid.DefaultStyles())
	if m.SetSize(116, 30); view(m) == view(widget(rows, question(t, "agreement-5", true), 116, 30)) {
		t.Error("a row changed after the widget was made")
	}
}

// TestKeyRange holds how a parent names the keys.
func TestKeyRange(t *testing.T) {
	for name, want := range map[string][3]string{"agreement-5": {"1", "5", "0"}, "extent-4": {"1", "4", ""}, "quality-7": {"1", "7", "0"}} {
		m := grid.New(matrix(), question(t, name, want[2] != ""), survey.English)
		if first, last, aside := m.KeyRange(); [3]string{first, last, aside} != want || len(m.Points()) < 4 {
			t.Errorf("%s: %q to %q and %q, want %q", name, first, last, aside, want)
		}
	}
}

// TestUnsized holds that a widget that knows no size, no rows or no points shows
// nothing and does not break.
func TestUnsized(t *testing.T) {
	m := grid.New(matrix(), question(t, "agreement-5", true), survey.English)
	if m = typed(m, "right", "2"); m.View() != "" || m.Value(0) != 2 {
		t.Errorf("without a size the widget shows %q with the value %d", m.View(), m.Value(0))
	}
	empty := widget(nil, question(t, "agreement-5", true), 116, 30)
	empty.SetRow(3)
	if empty = typed(empty, "right", "2", "enter"); empty.View() != "" || empty.Picked() || empty.Fits(200, 60) {
		t.Errorf("without rows the widget shows %q", empty.View())
	}
	bare := widget(matrix(), &survey.Question{Kind: survey.KindLikert}, 116, 30)
	if bare = typed(bare, "home", "end", "right", "1", "enter"); bare.View() != "" || bare.Picked() || bare.Fits(200, 60) {
		t.Errorf("without points the widget shows %q", bare.View())
	}
}
