package tui_test

import (
	"strings"
	"testing"
	"time"

	"anketa/survey"
	"anketa/tui"
)

// wrong are the keys of a PIN that is not the right one, right those of the one that is.
func wrong() []string { return []string{"9", "9", "9", "9", "enter"} }
func right() []string { return []string{"1", "2", "3", "4", "enter"} }

// patient is a kiosk whose store makes wrong PINs wait.
func patient(t *testing.T, with setup, waits []time.Duration, body func(*program)) {
	t.Helper()
	run(t, with, func(p *program) {
		p.store.mu.Lock()
		p.store.pin, p.store.patience = "1234", waits
		p.store.mu.Unlock()
		body(p)
	})
}

// TestPINWaits holds that after several wrong PINs the screen says how long to
// wait, counts that down, takes no key to the check meanwhile, and takes the
// right PIN afterwards. Negative control: keys that reach the check.
func TestPINWaits(t *testing.T) {
	patient(t, welcome(), []time.Duration{0, 30 * time.Second, 5 * time.Minute}, func(p *program) {
		p.press("0")
		p.press(wrong()...)
		p.want("That PIN is not right.")
		p.press(wrong()...)
		p.want("There were several wrong attempts. Try again in 30 seconds.")
		p.pass(time.Second)
		p.want("Try again in 29 seconds.")
		checks := p.store.checks
		p.press(right()...)
		p.pass(28*time.Second - time.Millisecond)
		p.want("Try again in 2 seconds.")
		p.pass(time.Millisecond)
		p.want("Try again in 1 second.")
		p.pass(time.Second - time.Millisecond)
		p.press(right()...)
		p.want("Try again in 1 second.")
		if p.store.checks != checks {
			t.Errorf("%d PINs were checked during the wait", p.store.checks-checks)
		}
		p.pass(time.Millisecond)
		if view := p.view(); strings.Contains(view, "Try again") || !strings.Contains(view, "Enter the PIN") || strings.Contains(view, "*") {
			t.Fatalf("after the wait the screen is\n%s", view)
		}
		p.press(wrong()...)
		p.want("Try again in 5 minutes.")
		p.pass(30 * time.Second)
		p.press("x")
		p.pass(30 * time.Second)
		p.want("Try again in 4 minutes.")
		p.press("x")
		p.pass(40 * time.Second)
		p.press("x")
		p.pass(50 * time.Second)
		p.press("x")
		p.pass(50 * time.Second)
		p.want("Try again in 2 minutes.")
		p.press("x")
		p.pass(40*time.Second + time.Millisecond)
		p.want("Try again in 60 seconds.")
		p.press("x")
		p.pass(30 * time.Second)
		p.press("x")
		p.pass(29 * time.Second)
		p.want("Try again in 1 second.")
		p.pass(time.Second)
		p.press(right()...)
		p.want("Answered: 0 of 24")
	})
}

// TestPINWaitGoesHome holds that nobody has to stay for the wait: Esc leads home,
// so does a minute without a key, and whoever comes back is told what is left.
// Nothing ticks while nobody looks.
func TestPINWaitGoesHome(t *testing.T) {
	patient(t, welcome(), []time.Duration{15 * time.Minute}, func(p *program) {
		p.press("0")
		p.press(wrong()...)
		p.want("Try again in 15 minutes.")
		p.press("esc")
		p.want("Only your answers are stored")
		p.pass(time.Second)
		_, before := p.model.seen()
		p.pass(5 * time.Minute)
		if _, after := p.model.seen(); after > before+2 {
			t.Errorf("%d messages came while nobody looked", after-before)
		}
		p.press("0")
		p.want("Try again in 10 minutes.")
		p.pass(59 * time.Second)
		p.want("Try again in 9 minutes.")
		p.pass(time.Second)
		p.want("Only your answers are stored")
		p.pass(10 * time.Minute)
		p.press("0")
		p.press(right()...)
		p.want("Answered: 0 of 24")
	})
}

// TestPINThatCannotBeOne holds that a slip is told and costs nothing.
func TestPINThatCannotBeOne(t *testing.T) {
	patient(t, welcome(), []time.Duration{time.Hour}, func(p *program) {
		p.press("0", "1", "2", "3", "enter")
		p.want("A PIN has 4 to 32 digits and nothing else.")
		if p.store.checks != 0 {
			t.Error("it was checked")
		}
		p.press(right()...)
		p.want("Answered: 0 of 24")
	})
}

// TestPINWaitOfTheOtherTerminal holds that the terminal with the results waits
// from its start when wrong PINs were typed before, and no longer once the
// right one was typed elsewhere.
func TestPINWaitOfTheOtherTerminal(t *testing.T) {
	patient(t, setup{start: tui.StartLive, lang: survey.English}, []time.Duration{5 * time.Minute}, func(p *program) {
		if _, _, err := p.store.CheckPIN(t.Context(), "9999"); err != nil {
			t.Fatal(err)
		}
		p.wake()
		p.want("Try again in 5 minutes.")
		p.press(right()...)
		p.want("Try again in 5 minutes.")
		p.store.mu.Lock()
		p.store.until = time.Time{}
		p.store.mu.Unlock()
		p.wake()
		p.want("Enter the PIN")
		p.press(right()...)
		p.want("Answered: 0 of 24")
	})
}

// TestPINWaitInEveryLanguage shows the forms of the plural.
func TestPINWaitInEveryLanguage(t *testing.T) {
	for lang, texts := range map[survey.Lang][]string{
		survey.SerbianLatin:    {"Pokušajte ponovo za 21 sekundu.", "Pokušajte ponovo za 2 sekunde.", "Pokušajte ponovo za 5 sekundi.", "Pokušajte ponovo za 2 minuta.", "Pokušajte ponovo za 15 minuta."},
		survey.SerbianCyrillic: {"Покушајте поново за 21 секунду.", "Покушајте поново за 2 секунде.", "Покушајте поново за 5 секунди.", "Покушајте поново за 2 минута.", "Покушајте поново за 15 минута."},
		survey.English:         {"Try again in 21 seconds.", "Try again in 2 seconds.", "Try again in 5 seconds.", "Try again in 2 minutes.", "Try again in 15 minutes."},
	} {
		waits := []time.Duration{21 * time.Second, 2 * time.Second, 5 * time.Second, 90 * time.Second, 15 * time.Minute}
		for i, wait := range waits {
			patient(t, setup{start: tui.StartWelcome, lang: lang}, []time.Duration{wait}, func(p *program) {
				p.press("0")
				p.press(wrong()...)
				p.want(texts[i])
			})
		}
	}
}

// wake makes the store tell of a change.
func (p *program) wake() {
	p.Helper()
	if err := p.store.DB.SetPIN(p.Context(), "1234"); err != nil {
		p.Fatal(err)
	}
}
