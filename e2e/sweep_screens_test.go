package e2e

import (
	"fmt"

	"anketa/internal/terminal"
)

// The keys by which screens say what they do.
const (
	enterByte = "\r"
	backKeys  = "\x1b\x7f\b"
	formKeys  = "\r\x1b\x7f\b\t"
)

// swept is a screen of the sweep.
type swept struct {
	name string
	// survey are values for the survey of the trainings; args follow the flags;
	// bare starts without the flags of a session.
	survey, args []string
	bare         bool
	// before opens what must be there already; walk leads to the screen.
	before, walk func(*kiosk)
	// sees stands on the screen; named are the bytes of the keys in its foot.
	sees, named string
	// writes is true where pasted text may stand afterwards, changes where any
	// key leads on and back.
	writes, changes bool
}

// sweptScreens returns every screen that somebody can come to.
func sweptScreens() []swept {
	keys := func(keys ...string) func(*kiosk) { return func(k *kiosk) { k.press(keys...) } }
	ask := func(name string, n int, typed ...string) swept {
		return swept{
			name: name, survey: []string{"confirm", "1ms"}, walk: keys(append([]string{terminal.Enter}, typed...)...),
			sees: fmt.Sprintf(onQuestion, n), named: enterByte + backKeys,
		}
	}
	text := ask("text", 7, "2", "1", "4", "4", "4", "1", canary)
	text.writes = true
	countdown := text
	countdown.name, countdown.survey, countdown.sees, countdown.changes = "still there", []string{"idle", "300ms", "countdown", "10m"}, onCountdown, true
	whole := []string{terminal.Enter, "2", "1", "4", "4", "4", "1", canary, terminal.Enter, canary, terminal.Enter}
	return []swept{
		{name: "welcome", walk: keys(), sees: onWelcome, named: enterByte},
		ask("list", 1),
		ask("likert", 3, "2", "1"),
		ask("yes or no", 6, "2", "1", "4", "4", "4"),
		text,
		{name: "consent", walk: keys(whole...), sees: onQuote, named: enterByte + backKeys},
		{name: "review", walk: keys(append(whole, "1")...), sees: onReview, named: enterByte + backKeys},
		{name: "thanks", survey: []string{"thanks", "10m"}, walk: keys(append(whole, "1", terminal.Enter)...), sees: onThanks, named: enterByte},
		countdown,
		{name: "PIN", walk: keys("0", "12"), sees: onPIN, named: enterByte + backKeys, writes: true},
		{name: "results", walk: keys("0", rightPIN, terminal.Enter), sees: "Odgovorilo", named: "\x1b"},
		{name: "questions", walk: inConsole("2"), sees: "[2 Pitanja]", named: "\x1b"},
		{name: "presenter view", walk: inConsole("p"), sees: "Još nema odgovora", named: backKeys},
		{name: "resume", bare: true, before: func(k *kiosk) {}, walk: keys(), sees: onResume, named: enterByte + "\x1b"},
		{name: "first set-up", bare: true, walk: keys(), sees: onSetup, named: formKeys + "\x03", writes: true},
		{name: "set-up behind the PIN", walk: keys("0", rightPIN, terminal.Enter), sees: onSetup, named: formKeys, writes: true},
		{name: "out of service", walk: func(k *kiosk) {
			k.press(append(whole, "1")...)
			k.see(onReview)
			limitFiles(k)
			k.press(terminal.Enter)
		}, sees: onOutOfService, named: enterByte},
		// Behind it lies the welcome.
		{name: "too small", walk: func(k *kiosk) { k.size(30, 8) }, sees: onSmall, named: enterByte},
	}
}

// inConsole opens the facilitator's console and types a key there: while the PIN is
// checked, keys do nothing.
func inConsole(key string) func(*kiosk) {
	return func(k *kiosk) {
		k.press("0", rightPIN, terminal.Enter)
		k.see("Odgovorilo")
		k.press(key)
	}
}

// sent returns how many responses the way to a screen has sent.
func (r *room) sent(_ *kiosk, s swept) int {
	if s.name == "thanks" {
		return 1
	}
	return 0
}

// open starts the kiosk and goes to the screen.
func (s *swept) open(r *room) *kiosk {
	r.Helper()
	r.putSurvey(s.survey...)
	if s.before != nil {
		r.open().stop()
	}
	args := r.flags(s.args...)
	if s.bare {
		args = s.args
	}
	if s.name == "set-up behind the PIN" {
		r.open().stop()
		r.mustRun("session", "close")
		args = nil
	}
	cmd := r.command(args...)
	cmd.Env = append(cmd.Env, trapPrograms(r)...)
	k := r.startCommand(cmd)
	switch {
	case args == nil && !s.bare:
		k.see(onPIN)
		k.press(rightPIN, terminal.Enter)
	case !s.bare:
		k.see(onWelcome)
		s.walk(k)
	}
	k.see(s.sees)
	return k
}
