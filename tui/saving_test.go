package tui_test

import (
	"strings"
	"testing"
	"time"

	"anketa/survey"
	"anketa/tui"
)

// sameIDs fails unless a number of attempts were made, all of the same response.
func (p *program) sameIDs(attempts int) {
	p.Helper()
	if len(p.store.attempts()) != attempts {
		p.Fatalf("the store was given %d responses, want %d", len(p.store.attempts()), attempts)
	}
	for _, r := range p.store.attempts() {
		if r.ID != p.store.attempts()[0].ID || r.ID.IsZero() {
			p.Errorf("the response was given under the ids %v and %v", p.store.attempts()[0].ID, r.ID)
		}
		for i, want := range []survey.Code{2, 1, 5, 4, 5, 1} {
			if r.Answers[i].Code != want {
				p.Errorf("answer %d was given as %d, want %d", i+1, r.Answers[i].Code, want)
			}
		}
	}
}

// TestThanksAfterCommit holds that the participant is thanked only after the
// response is durable, however long that takes, and that keys pressed meanwhile
// are not taken for anything. Negative control: thanks shown by sendResponse.
func TestThanksAfterCommit(t *testing.T) {
	run(t, welcome(), func(p *program) {
		release := p.store.block(t)
		p.press(answers()...)
		p.press("enter")
		p.want("Storing your answers")
		p.press("enter", "backspace", "1", "esc")
		p.pass(10 * time.Minute)
		p.want("Storing your answers")
		release()
		p.want("Thank you!")
		p.sameIDs(1)
	})
}

// TestOutOfService holds that after a failure the kiosk says so and keeps the
// response, for hours, and tries again by itself, always under the same id,
// until it is stored once. Negative control: an id drawn for every attempt; a
// response forgotten on failure; no timer.
func TestOutOfService(t *testing.T) {
	for name, unsure := range map[string]bool{"not stored": false, "stored all the same": true} {
		t.Run(name, func(t *testing.T) {
			run(t, welcome(), func(p *program) {
				p.store.failing, p.store.unsure = 100, unsure
				p.press(answers()...)
				p.press("enter")
				p.want("Out of service", "nothing is lost")
				p.sameIDs(1)
				// After 2, 5, 10 and 20 seconds, and then every half minute.
				for i, wait := range []time.Duration{2, 5, 10, 20, 30, 30, 30} {
					p.pass(wait*time.Second - time.Millisecond)
					p.sameIDs(i + 1)
					p.pass(time.Millisecond)
					p.sameIDs(i + 2)
				}
				p.press("1", "backspace", "esc", "x")
				p.pass(40 * time.Minute)
				p.want("Out of service", "nothing is lost")
				p.store.stops()
				p.pass(30 * time.Second)
				p.want("Thank you!")
				p.sameIDs(len(p.store.attempts()))
				if got := p.store.stored(t); got != 1 {
					t.Errorf("%d responses are stored, want 1", got)
				}
			})
		})
	}
}

// TestOutOfServiceTwice holds that a second Enter while an attempt is under way
// starts no other one: the answers of the next participant would be taken away
// by the first one's thanks. Negative control: every Enter sends.
func TestOutOfServiceTwice(t *testing.T) {
	run(t, welcome(), func(p *program) {
		p.store.failing = 1
		p.press(answers()...)
		p.press("enter")
		p.want("Out of service")
		release := p.store.block(t)
		p.press("enter", "enter", "enter")
		p.want("Storing your answers")
		if view := p.view(); strings.Contains(view, "try again") {
			t.Errorf("a key is named that does nothing:\n%s", view)
		}
		release()
		p.want("Thank you!")
		p.sameIDs(2)
	})
}

// TestNextPersonStartsEmpty holds that nothing of a participant is left for the
// next one, neither after sending nor after leaving.
func TestNextPersonStartsEmpty(t *testing.T) {
	run(t, welcome(), func(p *program) {
		p.press(answers()...)
		p.press("enter")
		p.pass(5 * time.Second)
		for _, leave := range []string{"backspace", "left"} {
			p.press("enter")
			p.want("Question 1 of 8", "     2  police")
			p.press("2", "backspace", leave)
			p.want("once more to leave")
			p.press(leave)
			p.want("Only your answers are stored")
		}
		p.press(answers()...)
		p.press("enter")
		if len(p.store.attempts()) != 2 || p.store.attempts()[0].ID == p.store.attempts()[1].ID {
			t.Errorf("two participants gave %d responses: %v", len(p.store.attempts()), p.store.attempts())
		}
	})
}

// TestCreateFails holds that a session that cannot be stored is said in one
// sentence, that nothing typed is lost, and that Enter tries again.
func TestCreateFails(t *testing.T) {
	run(t, setup{lang: survey.English}, func(p *program) {
		p.store.refuse = true
		p.press("enter", "N", "i", "š", "enter", "enter", "2", "4", "enter")
		p.press("1", "2", "3", "4", "enter", "1", "2", "3", "4", "enter")
		p.want("The training could not be stored. Check the disk and try again.", "Niš")
		p.store.refuse = false
		p.press("enter")
		p.want("Only your answers are stored")
		sessions, err := p.store.Sessions(t.Context())
		if err != nil || len(sessions) != 1 || sessions[0].Place != "Niš" || sessions[0].Attended != 24 || !sessions[0].Open {
			t.Errorf("the sessions are %+v (%v)", sessions, err)
		}
	})
}

// TestCloseFails holds that a collection that could not be ended says so, and
// that trying again asks again. Negative control: a reading that follows and
// takes the sentence away; a sentence that stands where the question should.
func TestCloseFails(t *testing.T) {
	run(t, setup{start: tui.StartWelcome, lang: survey.English, responses: 12}, func(p *program) {
		p.store.pin = "1234"
		p.press("0", "1", "2", "3", "4", "enter")
		p.want("5 of 12 answers are shown.")
		p.store.refuse = true
		p.press("z", "1")
		p.want("The collection could not be ended. Check the disk and try again.")
		p.store.refuse = false
		p.press("z")
		p.want("End the collection?")
		p.press("1")
		p.want("All answers are shown.")
	})
}

// TestLateRightPIN holds that a PIN that was found right only after the screen
// went home opens nothing: somebody else may stand there now. Negative control:
// a right PIN that opens the results from any screen.
func TestLateRightPIN(t *testing.T) {
	run(t, welcome(), func(p *program) {
		p.store.pin = "1234"
		release := p.store.block(t)
		p.press("0", "1", "2", "3", "4", "enter")
		p.want("Checking")
		p.pass(time.Minute)
		p.press("enter")
		p.want("Question 1 of 8")
		release()
		p.want("Question 1 of 8")
	})
}
