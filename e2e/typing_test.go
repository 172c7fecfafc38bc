package e2e

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"anketa/internal/terminal"
)

// interviewsVariable names the environment variable with how many interviews are
// typed into each kiosk of [TestNoKeyIsLost].
const interviewsVariable = "ANKETA_INTERVIEWS"

// usualInterviews is how many there are where nobody asks for more.
const usualInterviews = 20

// People who type faster than anybody lose no key: interviews with random
// answers, in both scripts, typed at 5 ms per key into two kiosks, are stored
// exactly as they were typed.
func TestNoKeyIsLost(t *testing.T) {
	t.Parallel()
	interviews := variable(t, interviewsVariable, usualInterviews)
	for seed := range uint64(2) {
		t.Run(fmt.Sprintf("kiosk %d", seed+1), func(t *testing.T) {
			t.Parallel()
			r := newRoom(t)
			r.putSurvey("thanks", "300ms", "confirm", "250ms")
			k := r.open()
			random := rand.New(rand.NewPCG(seed, 2026))
			var sheets []sheet
			for range interviews {
				s := randomSheet(random)
				sheets = append(sheets, s)
				end := k.Watch(shows(onThanks), shows(onWelcome))
				k.typeAt(5*time.Millisecond, s.keys())
				k.await(end, fmt.Sprintf("the thanks and then the welcome after interview %d, %+v", len(sheets), s))
			}
			k.stop()
			r.mustRun("session", "close")
			compare(r, sheets)
		})
	}
}

// compare checks that the closed session holds exactly the sheets.
func compare(r *room, sheets []sheet) {
	r.Helper()
	rep := r.results()
	if rep.Responses != len(sheets) || rep.Released != len(sheets) {
		r.Fatalf("%d responses are stored and %d shown, want %d", rep.Responses, rep.Released, len(sheets))
	}
	got := rep.figures(r)
	for id, want := range tally(sheets) {
		if !reflect.DeepEqual(got[id], want) {
			r.Errorf("%s: stored %+v, typed %+v", id, got[id], want)
		}
	}
	checkTexts(r, sheets)
}

// Whole interviews that arrive in one piece, as a keyboard buffer delivers them
// after a stall, are stored like those typed one key at a time.
func TestKeysInOnePiece(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.putSurvey("thanks", "300ms", "confirm", "250ms")
	k := r.open()
	random := rand.New(rand.NewPCG(3, 2026))
	var sheets []sheet
	for range 8 {
		s := randomSheet(random)
		sheets = append(sheets, s)
		end := k.Watch(shows(onThanks), shows(onWelcome))
		k.press(s.keys()...)
		k.await(end, fmt.Sprintf("the thanks and then the welcome after %+v", s))
	}
	// What is typed ahead of the next person's welcome belongs to nobody.
	end := k.Watch(shows(onThanks), shows(onWelcome))
	k.press(append(sheets[0].keys(), "2", terminal.Backspace)...)
	k.await(end, "the thanks and then the welcome")
	k.stop()
	r.mustRun("session", "close")
	compare(r, append(sheets, sheets[0]))
}
