package tui_test

import (
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"anketa/survey"
	"anketa/tui"
)

// TestPace holds that a median comes from three people of one session, the same
// in whatever order they came, and not moved by one who took for ever. Negative
// control: a mean, or turns of another session.
func TestPace(t *testing.T) {
	one, other := survey.ID{1}, survey.ID{2}
	second := func(n int) time.Duration { return time.Duration(n) * time.Second }
	for _, c := range []struct {
		turns []int
		want  int
	}{
		{nil, 0},
		{[]int{50, 60}, 0},
		{[]int{50, 60, 70}, 60},
		{[]int{70, 50, 60}, 60},
		{[]int{70, 3600, 50}, 70},
		{[]int{50, 60, 70, 3600}, 65},
		{[]int{70, 60, 50, 3600, 40}, 60},
	} {
		p := &tui.Pace{}
		p.Add(other, second(5))
		for _, n := range c.turns {
			p.Add(one, second(n))
		}
		if got, ok := p.Turn(one); got != second(c.want) || ok != (c.want != 0) {
			t.Errorf("%v: got %v %t, want %d s", c.turns, got, ok, c.want)
		}
		if _, ok := p.Turn(other); ok {
			t.Errorf("%v: another session has a median", c.turns)
		}
	}
}

// TestPaceIsShared holds that several terminals may use one pace at once.
func TestPaceIsShared(t *testing.T) {
	p, one := &tui.Pace{}, survey.ID{1}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for n := range 100 {
				p.Add(one, time.Duration(n+1))
				p.Turn(one)
			}
		})
	}
	all.Wait()
	if got, ok := p.Turn(one); got != 50 || !ok {
		t.Errorf("got %d %t, want 50", got, ok)
	}
}

// sendAll walks through the survey in the given time and sends the answers.
func (k *kiosk) sendAll(takes time.Duration) {
	k.Helper()
	k.press(answers()...)
	k.pass(takes)
	k.press("enter")
	k.want("Thank you!")
}

// TestPaceLeft holds what the facilitator is told: the estimate of the survey
// until three people have answered, then the median of their turns, with the
// thanks and the way to the terminal but without a break. Negative control:
// turns that begin with the first question.
func TestPaceLeft(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, welcome())
		setPIN(k)
		look := func(want string) {
			k.Helper()
			k.press("0", "1", "2", "3", "4", "enter")
			k.want(want)
			k.press("esc")
		}
		look("≈ 28 min left for 24 people.") // 65 s and 5 s of thanks
		k.sendAll(30 * time.Second)
		k.pass(20 * time.Second) // thanks, and 15 s until the next person starts
		k.sendAll(30 * time.Second)
		k.pass(20 * time.Second)
		look("≈ 26 min left for 22 people.")
		k.sendAll(30 * time.Second)
		// 35, 50 and 50 seconds.
		k.pass(20 * time.Second)
		look("≈ 18 min left for 21 people.")
	})
}

// TestPaceBreaks holds that nobody is taken to wait during a break: only a minute
// of it counts. Negative control: gaps without an end.
func TestPaceBreaks(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, welcome())
		for range 3 {
			k.pass(time.Hour)
			k.sendAll(30 * time.Second)
		}
		k.pass(6 * time.Second)
		showLive(k)
		k.want("≈ 32 min left for 21 people.") // 35, 90 and 90 seconds
	})
}

// TestPaceSaysNothing holds that nothing is told where attendance is not known,
// when all have answered, once the session is closed, or in the demo.
func TestPaceSaysNothing(t *testing.T) {
	for name, c := range map[string]struct {
		with setup
		walk func(*kiosk)
		want string
	}{
		"open":        {setup{start: tui.StartWelcome, responses: 23}, showLive, "≈ 1 min left for 1 person."},
		"all of them": {setup{start: tui.StartWelcome, responses: 24}, showLive, ""},
		"closed":      {setup{start: tui.StartWelcome, responses: 12}, func(k *kiosk) { showLive(k); k.press("z", "1") }, ""},
		"demo":        {setup{start: tui.StartDemo}, keys(), ""},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				with := c.with
				with.lang = survey.English
				k := start(t, with)
				if c.walk(k); c.want != "" {
					k.want(c.want)
					return
				}
				k.wantNot("min left", "≈")
			})
		})
	}
}

// TestPaceOnASecondTerminal holds that the terminal beside the kiosk knows how
// long the people at the kiosk take. Negative control: a pace for each terminal.
func TestPaceOnASecondTerminal(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store, s := newSpy(t), trainings(t)
		cfg := tui.Config{Survey: s, Store: store, Start: tui.StartWelcome, Lang: survey.English, NewID: countedIDs(), Pace: &tui.Pace{}}
		cfg.Sessions = store.fill(t, setup{survey: s, start: tui.StartWelcome})
		front := open(t, cfg)
		front.store = store
		cfg.Start, cfg.Sessions = tui.StartLive, nil
		back := open(t, cfg)
		back.store = store
		setPIN(back)
		back.press("1", "2", "3", "4", "enter")
		back.want("≈ 28 min left for 24 people.")
		for range 3 {
			front.sendAll(10 * time.Second)
			back.settle()
			front.pass(5 * time.Second)
		}
		back.settle()
		back.want("≈ 5 min left for 21 people.") // 15 s each
	})
}

// TestPaceWords holds how times and people read in the three languages.
func TestPaceWords(t *testing.T) {
	for lang, want := range map[survey.Lang][]string{
		survey.English: {
			"1 person < 1 min on one terminal", "2 people ≈ 1 min on one terminal", "21 people ≈ 14 min on one terminal",
			"22 people ≈ 15 min on one terminal", "25 people ≈ 17 min on one terminal",
		},
		survey.SerbianCyrillic: {
			"1 учесник < 1 мин на једном терминалу", "2 учесника ≈ 1 мин на једном терминалу", "21 учесник ≈ 14 мин на једном терминалу",
			"22 учесника ≈ 15 мин на једном терминалу", "25 учесника ≈ 17 мин на једном терминалу",
		},
		survey.SerbianLatin: {
			"1 učesnik < 1 min na jednom terminalu", "2 učesnika ≈ 1 min na jednom terminalu", "21 učesnik ≈ 14 min na jednom terminalu",
			"22 učesnika ≈ 15 min na jednom terminalu", "25 učesnika ≈ 17 min na jednom terminalu",
		},
	} {
		var got []string
		for _, people := range []int{1, 2, 21, 22, 25} {
			got = append(got, tui.StringsFor(lang).Expect(people, 40*time.Second))
		}
		if !slices.Equal(got, want) {
			t.Errorf("got\n%q, want\n%q", got, want)
		}
	}
}

// TestSetupEstimates holds that the hint below the number attended follows what
// is typed, and that what is no number of people gets the usual hint.
func TestSetupEstimates(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, setup{lang: survey.English})
		k.press("enter", "N", "enter", "enter")
		k.want("may stay empty when it is not known")
		for _, c := range []struct{ key, want string }{
			{"2", "2 people ≈ 2 min on one terminal"},
			{"4", "24 people ≈ 28 min on one terminal"},
			{"x", "may stay empty"},
			{"backspace", "24 people ≈ 28 min on one terminal"},
			{"backspace", "2 people ≈ 2 min"},
			{"backspace", "may stay empty"},
			{"0", "may stay empty"},
		} {
			k.press(c.key)
			k.want(c.want)
		}
		k.press("backspace", "2", "4", "enter")
		k.want("at least 4 digits")
		k.wantNot("on one terminal")
	})
}
