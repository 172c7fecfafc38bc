package tui_test

import (
	"testing"
	"time"

	"anketa/survey"
	"anketa/tui"
)

// closed is what stands where nobody has typed yet: in all languages.
func closed() []string {
	return []string{
		"Out of service", "Please call the facilitator.", "Trenutno ne radi", "Molimo vas, pozovite organizatora obuke.",
		"Тренутно не ради", "Молимо вас, позовите организатора обуке.",
	}
}

// TestClosedBetweenPeople holds that a store that gets out of order behind a
// participant closes the kiosk before the next one types, behind the thanks, and
// that it opens by itself when the store works. Negative control: no question
// behind the thanks; no timer.
func TestClosedBetweenPeople(t *testing.T) {
	run(t, setup{start: tui.StartWelcome}, func(p *program) {
		p.press("3")
		p.press(answers()...)
		p.store.breaks(true)
		p.press("enter")
		p.want("Thank you!", "Your answers are stored.")
		p.pass(5 * time.Second)
		p.want(closed()...)
		p.press("1", "x", "esc", "backspace")
		p.pass(2 * time.Hour)
		p.want(closed()...)
		p.store.breaks(false)
		p.pass(30 * time.Second)
		p.want("Čuvaju se samo vaši odgovori")
		p.press("enter")
		p.want("Pitanje 1 od 8")
		if got := p.store.stored(t); got != 1 {
			t.Errorf("%d responses are stored, want 1", got)
		}
	})
}

// TestClosedAtTheStart holds that whoever begins on a kiosk that has stood for a
// while is stopped before the first key when the store is out of order, and that
// Enter tries again at once. Negative control: nobody asks at the start.
func TestClosedAtTheStart(t *testing.T) {
	run(t, setup{start: tui.StartWelcome}, func(p *program) {
		p.pass(time.Hour)
		p.store.breaks(true)
		p.press("2", "enter")
		p.want(closed()...)
		p.press("enter")
		p.want(closed()...)
		p.store.breaks(false)
		p.press("enter")
		p.want("Čuvaju se samo vaši odgovori")
		if len(p.store.attempts()) != 0 {
			t.Error("something was stored")
		}
	})
}

// TestStartDoesNotWait holds that keys typed ahead are not kept waiting for the
// store: a whole interview in one go is answered, and the failure shows where it
// is sent. Negative control: an interview that begins only when the store has
// answered; one that is closed although somebody has typed.
func TestStartDoesNotWait(t *testing.T) {
	run(t, welcome(), func(p *program) {
		p.pass(time.Hour)
		release := p.store.block(t)
		p.store.breaks(true)
		p.press(answers()[:5]...)
		p.want("Question 4 of 8")
		release()
		p.want("Question 4 of 8")
		p.press(answers()[5:]...)
		p.want("Look through your answers")
		p.store.failing = 1
		p.press("enter")
		p.want("Out of service", "nothing is lost")
		p.pass(2 * time.Second)
		p.want("Thank you!")
		p.sameIDs(2)
	})
}

// TestAskedOnce holds that a store that was just found ready is not asked again
// by everybody who begins or leaves.
func TestAskedOnce(t *testing.T) {
	run(t, welcome(), func(p *program) {
		for range 10 {
			p.press("enter", "backspace", "backspace")
			p.want("Only your answers are stored")
		}
		if p.store.asked != 0 {
			t.Errorf("the store was asked %d times in its first minute", p.store.asked)
		}
		p.pass(time.Minute)
		for range 10 {
			p.press("enter", "backspace", "backspace")
		}
		if p.store.asked != 1 {
			t.Errorf("the store was asked %d times in the next minute, want once", p.store.asked)
		}
	})
}

// TestHeldIsKept holds that no way back loses a response that is held: neither
// the PIN screen, left or left alone, nor the results, from which collecting
// cannot be ended meanwhile. It is stored while the facilitator is there, its
// participant is thanked, and the next person is welcomed. Negative control: home that forgets; closing that does
// not look at what is held.
func TestHeldIsKept(t *testing.T) {
	run(t, welcome(), func(p *program) {
		p.store.pin = "1234"
		p.store.failing = 1 << 20
		p.press(answers()...)
		p.press("enter")
		p.want("Out of service", "0 results (PIN)")
		p.press("0", "esc")
		p.want("nothing is lost")
		p.press("0", "1")
		p.want("Enter the PIN")
		p.pass(time.Minute)
		p.want("nothing is lost")
		p.press("0", "1", "2", "3", "4", "enter")
		p.want("One response is not stored yet.", "2 erase the response")
		p.press("2")
		p.want("Erase this response?")
		p.press("2", "2", "x", "esc")
		p.want("One response is not stored yet.")
		p.pass(time.Minute)
		p.want("nothing is lost")
		p.press("0", "1", "2", "3", "4", "enter")
		p.press("1")
		p.want("end the collection")
		p.press("z", "1")
		p.want("The collection could not be ended.")
		p.press("esc")
		p.want("nothing is lost")
		p.press("0", "1", "2", "3", "4", "enter")
		p.want("One response is not stored yet.")
		p.store.stops()
		p.pass(30 * time.Second)
		p.want("Thank you!")
		p.pass(10 * time.Second)
		p.want("Only your answers are stored")
		if got := p.store.stored(t); got != 1 {
			t.Errorf("%d responses are stored, want 1", got)
		}
		p.press("enter")
		p.want("Question 1 of 8", "     2  police")
	})
}

// TestThanksAreOwed holds that a participant whose response was stored while the
// facilitator's screen stood there is thanked when it goes. Negative control: going
// straight home.
func TestThanksAreOwed(t *testing.T) {
	run(t, welcome(), func(p *program) {
		p.store.pin = "1234"
		p.store.failing = 1 << 20
		p.press(answers()...)
		p.press("enter")
		p.want("Out of service")
		p.press("0")
		p.want("Enter the PIN")
		p.store.stops()
		p.pass(30 * time.Second)
		p.want("Enter the PIN")
		p.press("esc")
		p.want("Thank you!", "Your answers are stored.")
		p.pass(10 * time.Second)
		p.want("Only your answers are stored")
	})
}

// TestHeldIsDropped holds that the facilitator, and nobody else, can erase a
// response that waits: then it is stored no more, and the kiosk stays closed
// until the store works.
func TestHeldIsDropped(t *testing.T) {
	run(t, welcome(), func(p *program) {
		p.store.pin = "1234"
		p.store.failing = 1 << 20
		p.store.breaks(true)
		p.press(answers()...)
		p.press("enter")
		p.want("Out of service", "nothing is lost")
		p.press("0", "1", "2", "3", "4", "enter")
		p.press("2", "1")
		p.want(closed()...)
		given := len(p.store.attempts())
		p.pass(10 * time.Minute)
		p.want(closed()...)
		p.store.stops()
		p.store.breaks(false)
		p.pass(30 * time.Second)
		p.want("Only your answers are stored")
		if got := p.store.stored(t); got != 0 || len(p.store.attempts()) != given {
			t.Errorf("%d responses are stored after %d more attempts, want none", got, len(p.store.attempts())-given)
		}
	})
}

// TestIdleWhileHeld holds that nobody's going away erases a response that is held.
func TestIdleWhileHeld(t *testing.T) {
	run(t, welcome(), func(p *program) {
		p.store.failing = 1 << 20
		p.press(answers()...)
		p.press("enter")
		p.pass(50 * time.Minute)
		p.want("Out of service", "nothing is lost")
		p.sameIDs(len(p.store.attempts()))
	})
}

// TestClosedFromThePIN holds that a kiosk that was found out of order while the
// facilitator's PIN was asked for is closed when that screen goes.
func TestClosedFromThePIN(t *testing.T) {
	run(t, setup{start: tui.StartWelcome, lang: survey.English}, func(p *program) {
		p.store.pin = "1234"
		p.pass(time.Hour)
		p.store.breaks(true)
		release := p.store.block(t)
		p.press("enter", "backspace", "backspace", "0")
		p.want("Enter the PIN")
		release()
		p.want("Enter the PIN")
		p.press("1", "2", "3", "4", "enter")
		p.want("end the collection")
		p.press("esc")
		p.want(closed()...)
		p.store.breaks(false)
		p.pass(time.Minute)
		p.want("Only your answers are stored")
	})
}
