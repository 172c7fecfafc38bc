package tui_test

import (
	"context"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"anketa/survey"
	"anketa/tui"
)

// AddPartial implements tui.Store.
func (s *spy) AddPartial(ctx context.Context, session survey.ID, r survey.Response) error {
	s.mu.Lock()
	s.kept = append(s.kept, survey.Response{ID: r.ID, Answers: slices.Clone(r.Answers)})
	fail := s.failing > 0
	s.failing--
	s.mu.Unlock()
	if fail {
		return errDisk
	}
	return s.DB.AddPartial(ctx, session, r)
}

// partial returns how many partial responses are stored.
func (s *spy) partial(tb testing.TB) int {
	tb.Helper()
	part, err := s.DB.Part(tb.Context(), s.only(tb).ID)
	if err != nil {
		tb.Fatal(err)
	}
	return part.Partial
}

// kept is a kiosk whose survey keeps interviews that nobody goes on with.
func kept(tb testing.TB) setup {
	tb.Helper()
	return setup{start: tui.StartWelcome, lang: survey.English, survey: keeping(tb)}
}

// TestKeep holds what becomes of an interview with answers where the survey says
// on_idle: keep: whoever walks away, or is followed by a new person, leaves a
// partial response; whoever leaves by going back, or answered nothing, leaves
// nothing. It is never a response. Negative control: keepPartial in home.
func TestKeep(t *testing.T) {
	for name, c := range map[string]struct {
		keys  []string
		waits time.Duration
		then  []string
		want  int
	}{
		"walked away":                 {[]string{"enter", "2", "1"}, 80 * time.Second, nil, 1},
		"walked away from the review": {answers(), 80 * time.Second, nil, 1},
		"followed by a new person":    {[]string{"enter", "2", "1"}, 20 * time.Second, []string{"tab", "tab"}, 1},
		"followed in the countdown":   {[]string{"enter", "2", "1"}, 65 * time.Second, []string{"tab", "tab"}, 1},
		"nothing answered":            {[]string{"enter"}, 80 * time.Second, nil, 0},
		"nothing answered, followed":  {[]string{"enter"}, 20 * time.Second, []string{"tab"}, 0},
		"left by going back":          {[]string{"enter", "2", "backspace", "backspace", "backspace"}, 80 * time.Second, nil, 0},
		"never began":                 {nil, 80 * time.Second, nil, 0},
	} {
		t.Run(name, func(t *testing.T) {
			run(t, kept(t), func(p *program) {
				p.press(c.keys...)
				p.pass(c.waits)
				p.press(c.then...)
				p.want("and also if you walk")
				if got := p.store.partial(t); got != c.want || len(p.store.attempts()) != 0 {
					t.Errorf("%d partial responses and %d responses are stored, want %d and none", got, len(p.store.attempts()), c.want)
				}
			})
		})
	}
}

// TestKeepHolds holds what a partial response is: what was answered so far, under
// an id of its own, with the later questions unanswered; and that the next person
// meets an empty survey and stores a response as ever.
func TestKeepHolds(t *testing.T) {
	run(t, kept(t), func(p *program) {
		p.press("enter", "2", "1")
		p.pass(61 * time.Second)
		p.want("Your answers so far will be stored in 19 seconds.")
		p.pass(19 * time.Second)
		p.press(answers()...)
		p.press("enter")
		p.want("Thank you!")
		want := make([]survey.Answer, 8)
		want[0].Code, want[1].Code = 2, 1
		if len(p.store.kept) != 1 || !slices.Equal(p.store.kept[0].Answers, want) {
			t.Fatalf("kept is %+v, want %+v", p.store.kept, want)
		}
		if p.store.stored(t) != 1 || p.store.attempts()[0].ID == p.store.kept[0].ID {
			t.Errorf("%d responses are stored", p.store.stored(t))
		}
	})
}

// TestDropKeepsNothing holds that without on_idle: keep nothing reaches the store,
// whatever the countdown shows.
func TestDropKeepsNothing(t *testing.T) {
	run(t, welcome(), func(p *program) {
		p.press("enter", "2", "1")
		p.pass(61 * time.Second)
		p.want("Your answers will be erased")
		p.pass(time.Minute)
		p.want("only when you send them at the end")
		if len(p.store.kept) != 0 {
			t.Errorf("the store was given %+v", p.store.kept)
		}
	})
}

// TestKeepNothingSaysErased holds that the countdown does not promise to store an
// interview in which nothing was answered.
func TestKeepNothingSaysErased(t *testing.T) {
	run(t, kept(t), func(p *program) {
		p.press("enter")
		p.pass(61 * time.Second)
		p.want("Your answers will be erased")
	})
}

// TestKeepFails holds that the kiosk waits for the next person also when nothing
// can be stored, with a line in the log that holds no answer. The store itself
// tries once more.
func TestKeepFails(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var log strings.Builder
		with := kept(t)
		with.survey = oneText(t)
		with.survey.Kiosk.OnIdle = survey.IdleKeep
		with.log = slog.New(slog.NewTextHandler(&log, nil))
		k := start(t, with)
		k.store.failing = 1
		k.press("enter")
		k.write("tajna")
		k.press("enter")
		k.pass(90 * time.Second)
		k.want("and also if you walk")
		if got := k.store.partial(t); got != 0 || len(k.store.kept) != 1 {
			t.Errorf("%d are stored after %d attempts", got, len(k.store.kept))
		}
		if said := log.String(); !strings.Contains(said, "storing a partial response failed") || strings.Contains(said, "tajna") {
			t.Errorf("the log says %q", said)
		}
	})
}

// TestHalfIsKept holds that one row of a question about before and now is still
// chosen when the person comes back to it, that the question still wants the
// other one, and that leaving asks first. Negative control: a pair that starts
// from the answer alone.
func TestHalfIsKept(t *testing.T) {
	walkKinds(t,
		step{keys: append(before("skills"), "f1", "2"), want: []string{"› Now", "●"}},
		then("Question 7 of 13", "backspace", "backspace"),
		step{keys: []string{"4", "f1"}, want: []string{"Question 8 of 13", "› Before the training", "●"}},
		then("› Now", "enter"),
		then("Please answer both", "enter"),
		then("Question 9 of 13", "5", "f1"),
	)
}
