package e2e

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"anketa/internal/terminal"
	"anketa/survey"
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

// TestSweep holds that on every screen only the keys that its foot names do
// something: all control bytes, Alt and function keys, garbage of a mouse,
// replies of a terminal and pastes leave it as it is, end nothing, send nothing
// and start no program. Negative control: [TestSweepSees].
func TestSweep(t *testing.T) {
	t.Parallel()
	for _, s := range sweptScreens() {
		t.Run(s.name, func(t *testing.T) {
			t.Parallel()
			r := newRoom(t)
			k := s.open(r)
			stored := r.sent(k, s)
			if err := s.sweep(k); err != nil {
				t.Fatal(err)
			}
			if children := childrenOf(t, k.PID()); len(children) > 0 {
				t.Errorf("the kiosk started %q", children)
			}
			k.stop()
			noneTrapped(r)
			if s.bare && s.before == nil {
				return
			}
			if n := r.results().Responses; n != stored {
				t.Errorf("%d responses are stored, want %d", n, stored)
			}
		})
	}
}

// TestSweepKinds is the sweep over the questions of every kind, as the walk of a
// participant comes by them.
func TestSweepKinds(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../tui/testdata/kinds.yaml")
	if err != nil {
		t.Fatal(err)
	}
	s, err := survey.Load(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	r := newRoom(t)
	r.put("questions.yaml", string(text))
	cmd := r.command(r.flags()...)
	cmd.Env = append(cmd.Env, trapPrograms(r)...)
	k := r.startCommand(cmd)
	k.see(onWelcome)
	k.press(terminal.Enter)
	person := &robot{rand: rand.New(rand.NewPCG(2, 4)), interview: survey.NewInterview(s)}
	inputs := slices.Concat(controls(enterByte+backKeys), altKeys(), mouseGarbage(), terminalReplies(), functionKeys())
	for !person.interview.AtReview() {
		q := person.interview.Question()
		screen := swept{sees: q.ID}
		before := k.keepUp()
		for group := range slices.Chunk(inputs, 150) {
			if err := screen.same(k, before, strings.Join(group, "")); err != nil {
				t.Fatalf("%s: after some of %q: %v", q.ID, group, err)
			}
		}
		if q.Kind != survey.KindText && q.Kind != survey.KindNumber {
			if err := screen.same(k, before, strings.Join(bombs(), "")); err != nil {
				t.Fatalf("%s: after pastes: %v", q.ID, err)
			}
			time.Sleep(restAfterPaste)
		}
		typed := person.keys.Len()
		if err := person.interview.Put(person.answer(q)); err != nil || !person.interview.Next() {
			t.Fatalf("%s: %v", q.ID, err)
		}
		k.press(person.keys.String()[typed:])
		if screen := k.keepUp(); screen == before {
			t.Fatalf("%s: the answer does not lead on:\n%s", q.ID, screen)
		}
		time.Sleep(confirmation)
	}
	k.see(onReview)
	k.stop()
	noneTrapped(r)
	if n := r.results().Responses; n != 0 {
		t.Errorf("%d responses are stored, want none", n)
	}
}

// confirmation is more than how long a chosen point is shown.
const confirmation = 400 * time.Millisecond

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

// sweep types everything that must not do anything and returns what it did.
func (s *swept) sweep(k *kiosk) error {
	functions := functionKeys()
	if strings.Contains(s.named, "\x03") {
		functions = slices.DeleteFunc(functions, func(key string) bool { return strings.Contains(key, "[99;5") || strings.Contains(key, ";5;99~") })
	}
	groups := slices.Collect(slices.Chunk(slices.Concat(functions, controls(s.named), altKeys(), mouseGarbage(), terminalReplies()), 25))
	if s.changes {
		groups = slices.Collect(slices.Chunk(slices.Concat(groups...), 200))
	}
	before, err := s.settled(k)
	if err != nil {
		return err
	}
	for _, group := range groups {
		if err := s.same(k, before, strings.Join(group, "")); err != nil {
			return fmt.Errorf("after some of %q: %w", group, err)
		}
	}
	for _, key := range sequenceKeys() {
		if err := k.Type(key); err != nil {
			return err
		}
		// The pause by which a terminal tells Alt and a key from a sequence.
		time.Sleep(70 * time.Millisecond)
	}
	if err := s.same(k, before, ""); err != nil {
		return fmt.Errorf("after Alt and the keys that begin sequences: %w", err)
	}
	for _, size := range [][2]int{{20, 5}, {1, 1}, {200, 60}, {80, 24}} {
		if err := k.Resize(size[0], size[1]); err != nil {
			return err
		}
	}
	if err := k.Wait(func(screen string) bool { return screen == before || s.changes && strings.Contains(screen, s.sees) }); err != nil {
		return err
	}
	for _, bomb := range bombs() {
		if s.writes {
			before = ""
		}
		if err := s.same(k, before, bomb); err != nil {
			return fmt.Errorf("after a paste that ends with %q: %w", bomb[max(0, len(bomb)-30):], err)
		}
	}
	return nil
}

// errMoved says that a screen is not what it was.
var errMoved = errors.New("the screen changed")

// same types something and checks that the screen stays as it was before, or
// what it was before when that is "".
func (s *swept) same(k *kiosk, before, typed string) error {
	if err := k.Type(typed); err != nil {
		return err
	}
	after, err := s.settled(k)
	switch {
	case err != nil:
		return err
	case before == "" && !strings.Contains(after, s.sees), before != "" && after != before:
		return fmt.Errorf("%w from\n%s\nto\n%s", errMoved, before, after)
	}
	return nil
}

// settled waits until everything typed so far was worked off.
func (s *swept) settled(k *kiosk) (string, error) {
	if s.sees == onSmall {
		// What lies behind must stay as well.
		if err := k.Resize(80, 24); err != nil {
			return "", err
		}
		screen, err := k.caughtUp()
		if err := errors.Join(err, k.Resize(30, 8), k.WaitText(onSmall)); err != nil {
			return "", err
		}
		return screen, err
	}
	if s.changes {
		// Any key led back to the question; the countdown comes again.
		err := k.Watch(shows(s.sees)).Wait()
		return k.Screen(), err
	}
	return k.caughtUp()
}

// buildBare builds the kiosk without its guard, once.
var buildBare = sync.OnceValues(func() (string, error) {
	program := filepath.Join(filepath.Dir(binary()), "bare")
	return program, build(program, "./testdata/peers/bare")
})

// bareKiosk starts a kiosk that lacks one of its protections.
func bareKiosk(r *room, lacks string) *kiosk {
	r.Helper()
	bare, err := buildBare()
	if err != nil {
		r.Fatal(err)
	}
	r.putSurvey("confirm", "1ms")
	cmd := r.command()
	cmd.Path, cmd.Args = bare, []string{bare, "questions.yaml", lacks}
	cmd.Env = append(cmd.Env, trapPrograms(r)...)
	k := r.startCommand(cmd)
	k.see(onWelcome)
	return k
}

// TestSweepSees holds that the sweep would see a screen left, an exit, and a
// program started, on a kiosk that lacks one of its protections.
func TestSweepSees(t *testing.T) {
	t.Parallel()
	for _, lacks := range []string{"nothing", "quit", "interrupt", "editor", "rest", "keyboard", "size"} {
		t.Run(lacks, func(t *testing.T) {
			t.Parallel()
			r := newRoom(t)
			k := bareKiosk(r, lacks)
			k.press(terminal.Enter, "2", "1", "4", "4", "4", "1", canary)
			k.see(fmt.Sprintf(onQuestion, 7), canary)
			s := swept{sees: fmt.Sprintf(onQuestion, 7), named: enterByte + backKeys, writes: true}
			err := s.sweep(k)
			trapped := len(r.files(r.dir)) > 1
			if found := err != nil || trapped; found != (lacks != "nothing") {
				t.Errorf("a kiosk that lacks %s: the sweep says %v, a program was started: %t", lacks, err, trapped)
			}
		})
	}
}
