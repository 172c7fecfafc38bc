package tui_test

import (
	"testing"
	"testing/synctest"
	"time"

	"anketa/survey"
	"anketa/tui"
)

// only returns the only session that is stored.
func (s *spy) only(tb testing.TB) survey.Session {
	tb.Helper()
	sessions, err := s.Sessions(tb.Context())
	if err != nil || len(sessions) != 1 {
		tb.Fatalf("got the sessions %+v (%v), want one", sessions, err)
	}
	return sessions[0]
}

// TestSetup holds that the form, filled in from top to bottom with Enter, stores
// the session and the PIN and opens the kiosk; date and title are proposed.
func TestSetup(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, setup{lang: survey.English})
		fillSetup(k)
		k.want("Only your answers are stored")
		got := k.store.only(t)
		want := survey.Session{
			ID: countedIDs()(), Title: "Countering human trafficking – your view of the training", Place: "Niš",
			Date: time.Now().Format(time.DateOnly), Attended: 24, Open: true, Revision: got.Revision,
		}
		if got != want {
			t.Errorf("the session is\n%+v, want\n%+v", got, want)
		}
		if k.store.pin != "1234" {
			t.Errorf("the PIN is %q, want 1234", k.store.pin)
		}
	})
}

// TestSetupRules holds that each line refuses what is wrong with it, in one
// sentence, and takes what is right. Negative control: a line without its check.
func TestSetupRules(t *testing.T) {
	const title, place, date, attended, pin, again = 0, 1, 2, 3, 4, 5
	for name, c := range map[string]struct {
		line        int
		typed, want string
	}{
		"no title":             {title, "", "The training needs a title."},
		"spaces for a title":   {title, "   ", "The training needs a title."},
		"no place":             {place, "", ""},
		"date in another form": {date, "17/5/2022", "A date is written as 17.5.2022 or 2022-05-17."},
		"date as in Serbia":    {date, "17. 5. 2022.", ""},
		"November 31":          {date, "31.11.2026", "There is no such day"},
		"no such day":          {date, "2022-02-30", "There is no such day"},
		"a day":                {date, "2022-05-17", ""},
		"not known":            {attended, "", ""},
		"nobody":               {attended, "0", "a whole number from 1 to 100000."},
		"less than nobody":     {attended, "-3", "a whole number from 1 to 100000."},
		"everybody":            {attended, "100001", "a whole number from 1 to 100000."},
		"words":                {attended, "two", "a whole number from 1 to 100000."},
		"short PIN":            {pin, "123", "A PIN has 4 to 32 digits and nothing else."},
		"letters in the PIN":   {pin, "12a4", "A PIN has 4 to 32 digits and nothing else."},
		"no PIN":               {pin, "", "A PIN has 4 to 32 digits and nothing else."},
		"other PIN":            {again, "1235", "The two PINs are not the same."},
		"no second PIN":        {again, "", "The two PINs are not the same."},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				k := start(t, setup{lang: survey.English})
				right := []string{"T", "", "2022-05-17", "", "1234", "1234"}
				right[c.line] = c.typed
				for line, text := range right[:c.line+1] {
					if line == title || line == date {
						for range 100 {
							k.press("backspace")
						}
					}
					k.write(text)
					k.press("enter")
				}
				if c.want != "" {
					k.want(c.want)
					return
				}
				for _, wrong := range []string{"needs a title", "written as 2022", "a whole number", "A PIN has"} {
					k.wantNot(wrong)
				}
			})
		})
	}
}

// TestSetupBack holds that ↑ goes back to a line without checking, that what
// was typed stays, and that a line that became wrong is found at the end.
func TestSetupBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, setup{lang: survey.English, preset: tui.Preset{Title: "T", Place: "P", Attended: "3"}})
		k.press("enter")
		k.write("1234")
		k.press("up", "backspace")
		k.press("down")
		k.want("A date is written as")
		k.press("1", "tab", "enter")
		k.write("1234")
		k.press("shift+tab", "up")
		k.press("up", "up", "enter", "enter")
		k.press("backspace", "enter")
		k.want("The two PINs are not the same.")
		k.write("4")
		k.press("enter")
		k.want("Only your answers are stored")
	})
}

// TestSetupLeaves holds that before a session the program can be left.
func TestSetupLeaves(t *testing.T) {
	for _, c := range []struct {
		start tui.Start
		key   string
		quits bool
	}{
		{tui.StartSetup, "esc", true},
		{tui.StartSetup, "ctrl+c", true},
		{tui.StartResume, "esc", true},
		{tui.StartWelcome, "esc", false},
		{tui.StartWelcome, "ctrl+c", false},
		{tui.StartLive, "esc", false},
	} {
		synctest.Test(t, func(t *testing.T) {
			k := start(t, setup{start: c.start})
			if k.press(c.key); k.quit != c.quits {
				t.Errorf("from %v %s ends the program: %t, want %t", c.start, c.key, k.quit, c.quits)
			}
		})
	}
}

// TestResume holds that Enter goes on with the open session without a PIN, and
// that a new training needs the PIN, because the open one must be ended first.
func TestResume(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, setup{start: tui.StartResume, lang: survey.English})
		k.want("The training “Niš” still takes answers.")
		k.press("enter")
		k.want("Only your answers are stored")
	})
	synctest.Test(t, func(t *testing.T) {
		k := start(t, setup{start: tui.StartResume, lang: survey.English, responses: 6})
		setPIN(k)
		k.press("2")
		k.want("Enter the PIN")
		k.press("esc")
		k.want("still takes answers")
		k.press("2", "1", "2", "3", "4", "enter", "z", "1", "esc")
		k.want("New training")
	})
}

// TestNewSurvey holds that the session after the open one asks the survey that
// the kiosk was started with, not that of the old session.
func TestNewSurvey(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store := newSpy(t)
		old, fresh := trainings(t), trainings(t)
		fresh.Title, fresh.ID = everywhere("A fresh survey"), "fresh"
		sessions := store.fill(t, setup{start: tui.StartResume, survey: old})
		k := open(t, tui.Config{Survey: old, NewSurvey: fresh, Store: store, Start: tui.StartResume, Sessions: sessions, Lang: survey.English, NewID: countedIDs()})
		k.store = store
		setPIN(k)
		k.press("2", "1", "2", "3", "4", "enter", "z", "1", "esc")
		k.want("A fresh survey")
	})
}

// TestPresetCheck holds what the flags refuse before the kiosk opens, and when
// nothing is left to ask.
func TestPresetCheck(t *testing.T) {
	whole := tui.Preset{Title: "T", Place: "P", Date: "2022-05-17", Attended: "24", PIN: "1234"}
	for name, c := range map[string]struct {
		change          func(*tui.Preset)
		right, complete bool
	}{
		"whole":          {func(*tui.Preset) {}, true, true},
		"empty":          {func(p *tui.Preset) { *p = tui.Preset{} }, true, false},
		"no place":       {func(p *tui.Preset) { p.Place = "" }, true, false},
		"wrong date":     {func(p *tui.Preset) { p.Date = "17/5/2022" }, false, true},
		"no such day":    {func(p *tui.Preset) { p.Date = "31.11.2022." }, false, true},
		"Serbian date":   {func(p *tui.Preset) { p.Date = "17. 5. 2022." }, true, true},
		"words":          {func(p *tui.Preset) { p.Attended = "many" }, false, true},
		"too many":       {func(p *tui.Preset) { p.Attended = "100001" }, false, true},
		"short PIN":      {func(p *tui.Preset) { p.PIN = "123" }, false, true},
		"PIN of letters": {func(p *tui.Preset) { p.PIN = "abcd" }, false, true},
	} {
		p := whole
		c.change(&p)
		if got := p.Check() == nil; got != c.right {
			t.Errorf("%s: Check says %v", name, p.Check())
		}
		if got := p.Complete(); got != c.complete {
			t.Errorf("%s: complete %t, want %t", name, got, c.complete)
		}
	}
	session := whole.Session()
	if session.Title != "T" || session.Attended != 24 || !session.Open || !whole.Describes(&session) {
		t.Errorf("the session is %+v", session)
	}
	if session.Date = "2022-05-18"; whole.Describes(&session) {
		t.Error("the flags describe a session of another day")
	}
}
