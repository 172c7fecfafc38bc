package tui_test

import (
	"runtime"
	"testing"
	"testing/synctest"
	"time"

	"anketa/survey"
	"anketa/tui"
)

// welcome is where the next participant starts, in English.
func welcome() setup { return setup{start: tui.StartWelcome, lang: survey.English} }

// TestConfirmation holds that a digit shows the chosen point for 250 ms, and
// then the next question comes by itself.
func TestConfirmation(t *testing.T) {
	run(t, welcome(), func(p *program) {
		p.press("enter", "2")
		p.pass(249 * time.Millisecond)
		p.want("Question 1 of 8", "›● 2  police")
		p.pass(time.Millisecond)
		p.want("Question 2 of 8")
		p.pass(time.Minute - time.Second)
		p.want("Question 2 of 8")
	})
}

// TestConfirmationCutShort holds that a key typed during the confirmation
// already answers the next question, and that the timer of the first one does
// not move the second. Negative control: settle that does nothing, or a timer
// without a generation.
func TestConfirmationCutShort(t *testing.T) {
	run(t, welcome(), func(p *program) {
		p.press("enter", "2")
		p.pass(100 * time.Millisecond)
		p.press("1")
		p.want("Question 2 of 8", "›● 1  a woman")
		p.pass(200 * time.Millisecond)
		p.want("Question 2 of 8")
		p.pass(50 * time.Millisecond)
		p.want("Question 3 of 8")
	})
}

// TestThanksGoesHome holds that the thanks stay for five seconds and lead to
// the welcome screen in the default language. Negative control: home that keeps
// the language of the participant.
func TestThanksGoesHome(t *testing.T) {
	run(t, setup{start: tui.StartWelcome}, func(p *program) {
		p.press("3")
		p.press(answers()...)
		p.press("enter")
		p.want("Thank you!", "Your answers are stored.")
		p.pass(5*time.Second - time.Millisecond)
		p.want("Thank you!")
		p.pass(time.Millisecond)
		p.want("Čuvaju se samo vaši odgovori", "● 1 Srpski (latinica)")
		if got := p.store.stored(t); got != 1 {
			t.Errorf("%d responses are stored, want 1", got)
		}
	})
}

// TestThanksSwallowsEnter holds that a second Enter meant for sending does not
// take the thanks away, and a later one does. Negative control: grace = 0.
func TestThanksSwallowsEnter(t *testing.T) {
	run(t, welcome(), func(p *program) {
		p.press(answers()...)
		p.press("enter", "enter")
		p.want("Thank you!")
		p.pass(699 * time.Millisecond)
		p.press("enter", "enter")
		p.want("Thank you!")
		p.pass(time.Millisecond)
		p.press("enter")
		p.want("Only your answers are stored")
	})
}

// TestEnterBeginsNothing holds that the Enter with which somebody sent the answers and
// left begins no interview of the next person, pressed twice or held down, however
// long; once it rests it does, and behind another key at once. Negative controls: a
// welcome that is never still; one that does not count on from the last Enter.
func TestEnterBeginsNothing(t *testing.T) {
	const welcomes = "Only your answers are stored"
	sent := func(p *program) {
		p.press(answers()...)
		p.press("enter")
		p.want("Thank you!")
	}
	t.Run("twice", func(t *testing.T) {
		run(t, welcome(), func(p *program) {
			sent(p)
			p.pass(2 * time.Second)
			p.press("enter", "enter")
			p.want(welcomes)
			p.pass(699 * time.Millisecond)
			p.press("enter")
			p.want(welcomes)
			p.pass(700 * time.Millisecond)
			p.press("enter")
			p.want("Question 1 of 8")
		})
	})
	t.Run("held", func(t *testing.T) {
		run(t, welcome(), func(p *program) {
			sent(p)
			for range 100 {
				p.pass(100 * time.Millisecond)
				p.press("enter")
			}
			p.want(welcomes)
			p.pass(700 * time.Millisecond)
			p.press("enter")
			p.want("Question 1 of 8")
		})
	})
	t.Run("another key", func(t *testing.T) {
		run(t, welcome(), func(p *program) {
			sent(p)
			p.pass(2 * time.Second)
			p.press("enter", "3", "enter")
			p.want("Question 1 of 8")
		})
	})
	t.Run("nobody typed", func(t *testing.T) {
		run(t, welcome(), func(p *program) {
			sent(p)
			p.pass(5 * time.Second)
			p.press("enter")
			p.want("Question 1 of 8")
		})
	})
}

// TestAbandoned holds that an interview that nobody goes on with asks after a
// minute, counts down and is dropped: nothing of it is stored.
func TestAbandoned(t *testing.T) {
	run(t, setup{start: tui.StartWelcome}, func(p *program) {
		p.press("3", "enter", "2", "1", "5")
		p.pass(59 * time.Second)
		p.want("Question 4 of 8")
		p.pass(time.Second)
		p.want("Are you still there?", "erased in 20 seconds.")
		p.pass(19 * time.Second)
		p.want("erased in 1 second.")
		p.pass(time.Second)
		p.want("Čuvaju se samo vaši odgovori")
		p.press("enter")
		p.want("Pitanje 1 od 8")
		if view := p.view(); len(p.store.attempts()) != 0 {
			t.Errorf("something of the interview was stored; the next person sees\n%s", view)
		}
	})
}

// TestStillThere holds that any key stops the countdown and does nothing else,
// and that the minute then starts anew.
func TestStillThere(t *testing.T) {
	for _, key := range []string{"enter", "4", "backspace", "x", "space", "esc"} {
		t.Run(key, func(t *testing.T) {
			run(t, welcome(), func(p *program) {
				p.press("enter", "2", "1")
				p.pass(time.Second)
				before := p.view()
				p.pass(70 * time.Second)
				p.want("Are you still there?")
				p.press(key)
				if got := p.view(); got != before {
					t.Fatalf("the key did something else:\n%s", got)
				}
				p.pass(59 * time.Second)
				p.want("Question 3 of 8")
				p.pass(time.Second)
				p.want("Are you still there?")
			})
		})
	}
}

// TestKeysPostpone holds that the minute counts from the last key, also on the
// review. Negative control: an idle timer that does not look at the last key.
func TestKeysPostpone(t *testing.T) {
	run(t, welcome(), func(p *program) {
		p.press("enter")
		for range 10 {
			p.pass(50 * time.Second)
			p.press("down")
			p.want("Question 1 of 8")
		}
		p.press(answers()[1:]...)
		p.want("Look through your answers")
		p.pass(59 * time.Second)
		p.want("Look through your answers")
		p.pass(time.Second)
		p.want("Are you still there?")
	})
}

// TestWelcomeFallsBack holds that a language chosen on the welcome screen falls
// back to the default when nobody goes on.
func TestWelcomeFallsBack(t *testing.T) {
	run(t, setup{start: tui.StartWelcome}, func(p *program) {
		p.press("2")
		p.pass(59 * time.Second)
		p.want("Чувају се само ваши одговори")
		p.pass(time.Second)
		p.want("Čuvaju se samo vaši odgovori")
	})
}

// TestPINGoesHome holds that a PIN screen that is left alone goes home.
func TestPINGoesHome(t *testing.T) {
	run(t, welcome(), func(p *program) {
		p.press("0", "1", "2")
		p.pass(59 * time.Second)
		p.want("Enter the PIN")
		p.pass(time.Second)
		p.want("Only your answers are stored")
	})
}

// TestIdleDoesNothing holds that a kiosk at which nobody types does nothing at
// all for a day: no timer runs on the welcome screen or beside the results.
// Negative control: any ticker.
func TestIdleDoesNothing(t *testing.T) {
	for name, keys := range map[string][]string{"welcome": nil, "live": {"0", "1", "2", "3", "4", "enter"}} {
		t.Run(name, func(t *testing.T) {
			run(t, setup{start: tui.StartWelcome, responses: 12}, func(p *program) {
				p.store.pin = "1234"
				p.press(keys...)
				p.pass(2 * time.Minute)
				_, before := p.model.seen()
				reads := p.store.reads
				p.pass(24 * time.Hour)
				if _, after := p.model.seen(); after != before || p.store.reads != reads {
					t.Errorf("in an idle day %d messages came and the results were read %d times", after-before, p.store.reads-reads)
				}
			})
		})
	}
}

// TestTypingStartsNoTimers holds that keys leave nothing running behind them,
// however many there are. Negative control: an idle timer started by every key.
func TestTypingStartsNoTimers(t *testing.T) {
	for name, c := range map[string]struct{ before, keys []string }{
		"arrows":  {[]string{"enter"}, []string{"down", "up"}},
		"text":    {answers()[:7], []string{"a", "b", "backspace"}},
		"answers": {[]string{"enter"}, []string{"1", "backspace"}},
		"starts":  {nil, []string{"enter", "backspace"}},
		"PIN":     {[]string{"0"}, []string{"1", "backspace", "2"}},
	} {
		t.Run(name, func(t *testing.T) {
			run(t, welcome(), func(p *program) {
				p.press(c.before...)
				p.pass(time.Second)
				before := runtime.NumGoroutine()
				const times = 30
				for range times {
					p.press(c.keys...)
				}
				p.pass(time.Second)
				synctest.Wait()
				// The runtime itself may have started a few.
				if after := runtime.NumGoroutine(); after > before+10 {
					t.Errorf("%d goroutines after %d keys, %d before", after, times*len(c.keys), before)
				}
			})
		})
	}
}

// TestCancel holds that cancelling the context ends the program, whatever it
// shows, and leaves no goroutine: the bubble breaks otherwise. Negative
// control: a watch that does not end with its context.
func TestCancel(t *testing.T) {
	for name, keys := range map[string][]string{
		"welcome": nil, "ask": {"enter"}, "confirming": {"enter", "2"}, "text": answers()[:7], "thanks": append(answers(), "enter"), "PIN": {"0"},
	} {
		t.Run(name, func(t *testing.T) {
			run(t, welcome(), func(p *program) { p.press(keys...) })
		})
	}
}
