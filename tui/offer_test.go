package tui_test

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
	"anketa/tui"
)

// offersTab is what the line for the next person says in English.
const offersTab = "Tab ⇥ I am a new person"

// TestOffer holds that an interview that has stood for 15 seconds offers to begin
// afresh, that the next key takes the offer away and does what it always does,
// and that the 15 seconds then begin anew. Negative control: a timer that is not
// started again, or one that counts from the start.
func TestOffer(t *testing.T) {
	run(t, welcome(), func(p *program) {
		p.press("enter", "2", "1")
		p.pass(15*time.Second - time.Millisecond)
		p.lacks(offersTab)
		p.pass(time.Millisecond)
		p.want("Question 3 of 8", offersTab)
		p.press("4")
		p.want("● 4")
		p.lacks(offersTab)
		p.pass(15*time.Second - time.Millisecond)
		p.want("Question 4 of 8")
		p.lacks(offersTab)
		p.pass(time.Millisecond)
		p.want("Question 4 of 8", offersTab)
	})
}

// lacks fails if the terminal shows a text.
func (p *program) lacks(text string) {
	p.Helper()
	if view := p.view(); strings.Contains(view, text) {
		p.Fatalf("the terminal shows %q:\n%s", text, view)
	}
}

// TestOfferTaken holds that the key of the offer asks once more where answers
// would be lost, that any other key then goes on, and that the second one erases
// everything and greets the next person in the default language. Negative
// control: an offer that is taken at once.
func TestOfferTaken(t *testing.T) {
	for _, wait := range []time.Duration{15 * time.Second, 65 * time.Second} {
		t.Run(wait.String(), func(t *testing.T) {
			run(t, setup{start: tui.StartWelcome}, func(p *program) {
				p.press("3", "enter", "2", "1")
				p.pass(wait)
				p.press("tab")
				p.want("Press Tab ⇥ once more: these answers will be erased.")
				p.press("down")
				p.lacks("once more")
				p.want("Question 3 of 8")
				p.pass(wait)
				p.press("tab", "tab")
				p.want("Čuvaju se samo vaši odgovori")
				p.press("enter")
				p.want("Pitanje 1 od 8")
				p.lacks("›●")
				if len(p.store.attempts()) != 0 || p.store.partial(t) != 0 {
					t.Error("something of the interview was stored")
				}
			})
		})
	}
}

// TestOfferUntouched holds that nobody is asked twice where there is nothing to
// lose, and that what is only being written counts as something.
func TestOfferUntouched(t *testing.T) {
	for name, c := range map[string]struct {
		survey func(testing.TB) *survey.Survey
		keys   []string
		home   bool
	}{
		"untouched":        {trainings, []string{"enter"}, true},
		"focus moved":      {trainings, []string{"enter", "down"}, true},
		"answered":         {trainings, []string{"enter", "2"}, false},
		"at the review":    {trainings, answers(), false},
		"text being typed": {oneText, []string{"enter", "a"}, false},
		"text deleted":     {oneText, []string{"enter", "a", "backspace"}, true},
	} {
		t.Run(name, func(t *testing.T) {
			with := welcome()
			with.survey = c.survey(t)
			run(t, with, func(p *program) {
				p.press(c.keys...)
				p.pass(16 * time.Second)
				p.press("tab")
				if home := strings.Contains(p.view(), "Only your answers are stored"); home != c.home {
					t.Errorf("the key led home: %t, want %t\n%s", home, c.home, p.view())
				}
			})
		})
	}
}

// oneText asks for one text.
func oneText(tb testing.TB) *survey.Survey {
	s := trainings(tb)
	s.Questions = s.Questions[6:7]
	s.Breakdowns = nil
	return s
}

// TestTabAlone holds that the key of the offer does nothing on any screen of a
// participant while nothing is offered. Negative control: a key that is taken
// without the offer, or one that some screen uses.
func TestTabAlone(t *testing.T) {
	for _, some := range [][]screen{askScreens(), lastScreens(), kindScreens()} {
		for _, s := range some {
			if strings.Contains(s.name, "still-there") {
				continue
			}
			t.Run(s.name, func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					k := s.inEnglish(t)
					k.pass(300 * time.Millisecond)
					// Any key takes a notice away.
					k.press("f1")
					before := k.view()
					k.press("tab", "tab")
					if after := k.view(); after != before {
						t.Errorf("Tab changed the screen to\n%s\nfrom\n%s", after, before)
					}
				})
			})
		}
	}
}

// inEnglish shows a screen in English.
func (s *screen) inEnglish(tb testing.TB) *kiosk {
	tb.Helper()
	with := s.with
	with.lang = survey.English
	if s.survey != nil {
		with.survey = s.survey(tb)
	}
	k := start(tb, with)
	s.walk(k)
	return k
}

// TestOfferMovesNothing holds that the offer fills one line that was empty and
// leaves all others as they were, on every question at every size. Negative
// control: an offer that is part of the foot.
func TestOfferMovesNothing(t *testing.T) {
	for _, some := range [][]screen{askScreens(), kindScreens(), lastScreens()[:4]} {
		for _, s := range some {
			t.Run(s.name, func(t *testing.T) {
				t.Parallel()
				synctest.Test(t, func(t *testing.T) {
					k := s.inEnglish(t)
					k.pass(time.Second)
					before := map[frame]string{}
					for _, f := range frames() {
						k.size(f.width, f.height)
						before[f] = k.view()
					}
					k.pass(15 * time.Second)
					for _, f := range frames() {
						k.size(f.width, f.height)
						if wrong := moved(before[f], k.view()); wrong != "" {
							t.Errorf("at %d×%d %s:\n%s\nbefore:\n%s", f.width, f.height, wrong, k.view(), before[f])
						}
					}
				})
			})
		}
	}
}

// moved says how a view with the offer differs from one without beyond the
// offer, or nothing.
func moved(before, after string) string {
	a, b := strings.Split(before, "\n"), strings.Split(after, "\n")
	if len(a) != len(b) {
		return "the number of lines changed"
	}
	lines := 0
	for i := range a {
		if a[i] == b[i] {
			continue
		}
		if lines++; strings.TrimSpace(a[i]) != "" || !strings.Contains(b[i], offersTab) {
			return "another line changed: " + b[i]
		}
	}
	if lines != 1 {
		return "nothing is offersTab"
	}
	return ""
}

// TestOfferFits holds that the lines for the next person fit the smallest
// terminal whole, in every language.
func TestOfferFits(t *testing.T) {
	for _, lang := range survey.Languages() {
		s := tui.StringsFor(lang)
		for _, line := range []string{
			"Tab ⇥ " + s.Keys.NewPerson, s.Format(s.Interview.EraseAgain, "Tab ⇥"), s.Format(s.Interview.StoreAgain, "Tab ⇥"),
		} {
			if width := ansi.StringWidth(line); width > 56 {
				t.Errorf("%s: %q takes %d cells, and there are 56", lang, line, width)
			}
		}
	}
}

// TestStillThereAgainAndAgain holds that any key but that of the next person goes
// on, as often as needed, and that the countdown is back a minute later each
// time, also where nothing is offersTab before it.
func TestStillThereAgainAndAgain(t *testing.T) {
	for _, idle := range []time.Duration{time.Minute, 10 * time.Second} {
		t.Run(idle.String(), func(t *testing.T) {
			with := welcome()
			with.survey = trainings(t)
			with.survey.Kiosk.Idle = idle
			run(t, with, func(p *program) {
				p.press("enter", "2", "1")
				for range 20 {
					p.pass(idle - time.Millisecond)
					p.want("Question 3 of 8")
					p.pass(19*time.Second + time.Millisecond)
					p.want("erased in 1 second.", offersTab)
					p.press("5")
					p.want("Question 3 of 8")
				}
				p.pass(idle + 20*time.Second)
				p.want("Only your answers are stored")
			})
		})
	}
}

// TestPasteIsHeard holds that a paste counts as input.
func TestPasteIsHeard(t *testing.T) {
	with := welcome()
	with.survey = oneText(t)
	run(t, with, func(p *program) {
		p.press("enter")
		for range 10 {
			p.pass(14 * time.Second)
			p.tea.Send(tea.PasteMsg{Content: "a"})
		}
		p.pass(14 * time.Second)
		p.want("Question 1 of 1", "aaaaaaaaaa")
		p.lacks(offersTab)
	})
}
