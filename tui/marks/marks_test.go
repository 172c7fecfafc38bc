package marks_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"anketa/survey"
	"anketa/tui/marks"
)

// set returns the answer with the given options.
func set(codes ...survey.Code) survey.Answer {
	a := survey.Answer{Code: survey.Answered}
	for _, code := range codes {
		a.Set = a.Set.Toggle(code)
	}
	return a
}

// state is what a parent sees of a widget.
type state struct {
	value                       survey.Answer
	focused, goesOn, done, full bool
}

func stateOf(m marks.Model) state {
	return state{m.Value(), m.Focused(), m.GoesOn(), m.Done(), m.Full()}
}

// TestKeys holds what keys do on a question with five options of which three
// may be marked. Negative control: a focus that stays where a mark was taken
// away, so that Enter marks it again.
func TestKeys(t *testing.T) {
	none, na := survey.Answer{}, survey.Answer{Code: survey.NotApplicable}
	for name, c := range map[string]struct {
		keys []string
		want state
	}{
		"nothing is suggested":                 {nil, state{none, false, true, false, false}},
		"Enter at once goes on":                {[]string{"enter"}, state{none, false, true, true, false}},
		"space at once does nothing":           {[]string{"space"}, state{none, false, true, false, false}},
		"a digit marks":                        {[]string{"2"}, state{set(2), true, true, false, false}},
		"more digits mark more":                {[]string{"2", "5", "1"}, state{set(1, 2, 5), true, true, false, false}},
		"then Enter goes on":                   {[]string{"2", "5", "enter"}, state{set(2, 5), true, true, true, false}},
		"a digit takes away":                   {[]string{"2", "5", "2"}, state{set(5), false, true, false, false}},
		"then Enter goes on as well":           {[]string{"2", "5", "2", "enter"}, state{set(5), false, true, true, false}},
		"taking the last one away":             {[]string{"2", "2"}, state{none, false, true, false, false}},
		"a digit without an option":            {[]string{"7"}, state{none, false, true, false, false}},
		"one too many changes nothing":         {[]string{"1", "2", "3", "4"}, state{set(1, 2, 3), true, true, false, true}},
		"and says so once":                     {[]string{"1", "2", "3", "4", "x"}, state{set(1, 2, 3), true, true, false, false}},
		"one too many by Enter":                {[]string{"1", "2", "3", "down", "enter"}, state{set(1, 2, 3), true, false, false, true}},
		"one too many by space":                {[]string{"1", "2", "3", "down", "space"}, state{set(1, 2, 3), true, false, false, true}},
		"taking away makes room":               {[]string{"1", "2", "3", "1", "4"}, state{set(2, 3, 4), true, true, false, false}},
		"an arrow gives the focus":             {[]string{"down"}, state{none, true, false, false, false}},
		"Enter marks the focus":                {[]string{"down", "down", "enter"}, state{set(2), true, true, false, false}},
		"Enter twice goes on":                  {[]string{"down", "enter", "enter"}, state{set(1), true, true, true, false}},
		"Enter on one marked before goes on":   {[]string{"3", "1", "down", "down", "enter"}, state{set(1, 3), true, true, true, false}},
		"space marks the focus":                {[]string{"end", "up", "space"}, state{set(5), true, true, false, false}},
		"space takes away":                     {[]string{"down", "space", "space"}, state{none, false, true, false, false}},
		"then Enter does not mark it again":    {[]string{"down", "space", "space", "enter"}, state{none, false, true, true, false}},
		"space puts the mark back":             {[]string{"down", "space", "space", "space"}, state{set(1), true, true, false, false}},
		"arrows go on from there":              {[]string{"3", "3", "down", "enter"}, state{set(4), true, true, false, false}},
		"arrows stop at the first":             {[]string{"home", "up", "left", "enter"}, state{set(1), true, true, false, false}},
		"arrows stop at the last":              {[]string{"end", "down", "right", "enter"}, state{na, true, true, false, false}},
		"up begins at the first":               {[]string{"up", "enter"}, state{set(1), true, true, false, false}},
		"right and left move as well":          {[]string{"right", "right", "right", "left", "enter"}, state{set(2), true, true, false, false}},
		"0 is outside n":                       {[]string{"0"}, state{na, true, true, false, false}},
		"0 takes all others away":              {[]string{"1", "2", "0"}, state{na, true, true, false, false}},
		"and they do not come back":            {[]string{"1", "2", "0", "4"}, state{set(4), true, true, false, false}},
		"0 also when it is full":               {[]string{"1", "2", "3", "0"}, state{na, true, true, false, false}},
		"0 again":                              {[]string{"0", "0"}, state{none, false, true, false, false}},
		"an option takes 0 away":               {[]string{"0", "4"}, state{set(4), true, true, false, false}},
		"Enter on 0 goes on":                   {[]string{"0", "enter"}, state{na, true, true, true, false}},
		"moving away from the marks":           {[]string{"2", "down"}, state{set(2), true, false, false, false}},
		"another key is no answer":             {[]string{"2", "x"}, state{set(2), true, true, false, false}},
		"Esc is no answer":                     {[]string{"2", "esc"}, state{set(2), true, true, false, false}},
		"having gone on is over with the next": {[]string{"2", "enter", "x"}, state{set(2), true, true, false, false}},
	} {
		t.Run(name, func(t *testing.T) {
			m := typed(widget(question(topics()[:5], 3, true), 76, 14), c.keys...)
			if got := stateOf(m); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
			if err := m.Value().Check(question(topics()[:5], 3, true)); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestColumnKeys holds that arrows lead from column to column where there are
// two, and that the parent knows when the left arrow is taken.
func TestColumnKeys(t *testing.T) {
	for name, c := range map[string]struct {
		keys      []string
		want      survey.Code
		takesLeft bool
	}{
		"down":                         {[]string{"home", "down"}, 2, false},
		"down into the right column":   {[]string{"4", "4", "down"}, 5, true},
		"right":                        {[]string{"home", "down", "right"}, 6, true},
		"right to where there is none": {[]string{"4", "4", "right"}, 7, true},
		"right in the right column":    {[]string{"6", "6", "right"}, 6, true},
		"right begins at the first":    {[]string{"right"}, 1, false},
		"left":                         {[]string{"7", "7", "left"}, 3, false},
		"left in the left column":      {[]string{"2", "2", "left"}, 2, false},
		"right outside n":              {[]string{"end", "right"}, survey.NotApplicable, false},
		"left outside n":               {[]string{"end", "left"}, survey.NotApplicable, false},
	} {
		m := typed(widget(question(options(7), 7, true), 76, 6), c.keys...)
		if m.TakesLeft() != c.takesLeft {
			t.Errorf("%s: takes left %t", name, m.TakesLeft())
		}
		got := typed(m, "enter").Value()
		if want := set(c.want); got != want && got.Code != c.want {
			t.Errorf("%s: the focus is on %+v, want %d", name, got, c.want)
		}
	}
	if m := typed(widget(question(options(7), 7, true), 76, 14), "7"); m.TakesLeft() {
		t.Error("a single column takes the left arrow")
	}
}

// TestSetValue holds that options marked before are shown again, without those
// that the question does not have, and that Enter goes on then.
func TestSetValue(t *testing.T) {
	m := typed(widget(question(topics()[:5], 3, true), 76, 14), "1")
	for given, want := range map[survey.Answer]survey.Answer{
		set(2, 5):                               set(2, 5),
		{Code: survey.NotApplicable}:            {Code: survey.NotApplicable},
		set(1, 6, 64):                           set(1),
		set(6):                                  {},
		{}:                                      {},
		{Code: survey.NotAsked}:                 {},
		{Code: survey.Missing, Set: set(1).Set}: {},
	} {
		m.SetValue(given)
		if m.Value() != want || m.Focused() || !m.GoesOn() {
			t.Errorf("%+v gives %+v (focused %t)", given, m.Value(), m.Focused())
		}
	}
}

// TestUpdateIsQuiet holds that the widget returns no command, that a message
// that is no key changes nothing, and that a copy stays what it was.
func TestUpdateIsQuiet(t *testing.T) {
	m := typed(widget(question(topics()[:5], 3, true), 76, 14), "3")
	for _, msg := range []tea.Msg{press("2"), press("enter"), press("down"), tea.PasteMsg{Content: "2"}} {
		if _, cmd := m.Update(msg); cmd != nil {
			t.Errorf("%v returns a command", msg)
		}
	}
	for _, msg := range []tea.Msg{tea.WindowSizeMsg{}, tea.PasteMsg{Content: "2"}, tea.KeyReleaseMsg{Code: '2', Text: "2"}, nil} {
		if next, _ := m.Update(msg); next.Value() != set(3) || next.Done() {
			t.Errorf("%T changes the answer to %+v (done %t)", msg, next.Value(), next.Done())
		}
	}
	if m.Value() != set(3) {
		t.Errorf("a copy became %+v", m.Value())
	}
}

// TestManyOptions holds that 60 options can all be marked, by key as far as the
// keys go, and how a parent names the keys.
func TestManyOptions(t *testing.T) {
	m := widget(question(options(60), 60, true), 76, 14)
	if first, last, aside := m.KeyRange(); first != "1" || last != "z" || aside != "0" {
		t.Errorf("the keys are %q to %q and %q", first, last, aside)
	}
	m = typed(m, "z", "Z", "з", "home", "enter")
	for range 59 {
		m = typed(m, "down", "space")
	}
	want := survey.Set(1)<<60 - 1
	if m.Value().Set != want.Toggle(35) {
		t.Errorf("got %b, want all but the 35th", m.Value().Set)
	}
}

// TestUnsized holds that a widget that knows no size or no options shows nothing
// and does not break.
func TestUnsized(t *testing.T) {
	m := marks.New(question(topics(), 3, true), survey.English)
	if m = typed(m, "right", "2", "left", "down"); m.View() != "" || m.Value() != set(2) || m.TakesLeft() {
		t.Errorf("without a size the widget shows %q with the value %+v", m.View(), m.Value())
	}
	empty := widget(question(nil, 0, false), 76, 14)
	if empty = typed(empty, "right", "home", "end", "space", "1", "enter"); empty.View() != "" || !empty.Done() {
		t.Errorf("without options the widget shows %q", empty.View())
	}
}
