package e2e

import (
	"bytes"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"anketa/internal/terminal"
	"anketa/survey"
)

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
