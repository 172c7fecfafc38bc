package e2e

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"anketa/internal/terminal"
)

// An interview with nothing but arrows and Enter: the focus is seen before
// Enter chooses, text questions may stay empty, and what was chosen is stored.
func TestArrows(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.putSurvey("release", "live", "thanks", "300ms")
	k := r.open()
	s := sheet{{point: 2}, {point: 1}, {point: 4}, {point: 5}, {point: 1}, {point: 2}, {}, {}}
	k.press(terminal.Enter)
	for i, q := range questions() {
		k.see(fmt.Sprintf(onQuestion, i+1))
		if q.text {
			k.press(terminal.Enter)
			continue
		}
		list := i < 2
		arrow, focus := terminal.Right, "╔"
		if list {
			arrow, focus = terminal.Down, "›"
		}
		k.lacks("potvrdi", focus)
		k.pressTo(strings.Repeat(arrow, s[i].point), focus, "Enter potvrdi")
		k.pressTo(terminal.Enter, "●")
	}
	k.see(onReview, "policija", "žena", "u značajnoj meri", "u potpunosti", "nimalo", "Ne", "bez odgovora")
	end := k.Watch(shows(onThanks), shows(onWelcome))
	k.press(terminal.Enter)
	k.await(end, "the thanks and then the welcome")
	k.stop()
	rep := r.results()
	if got, want := rep.figures(t), tally([]sheet{s}); !reflect.DeepEqual(got, want) {
		t.Errorf("stored: %v\nchosen: %v", got, want)
	}
}

// Backspace, the left arrow in front of the first point, and Esc in a text go
// back; what was answered is still there; the arrow moves inside a row first.
func TestBack(t *testing.T) {
	t.Parallel()
	k := newRoom(t).open()
	k.press(terminal.Enter, "2", "1")
	k.see(fmt.Sprintf(onQuestion, 3))
	k.press(terminal.Backspace)
	k.see(fmt.Sprintf(onQuestion, 2), "›● 1")
	k.press(terminal.Left)
	k.see(onFirst, "›● 2")
	// Enter takes what is chosen already.
	k.press(terminal.Enter, terminal.Enter)
	k.see(fmt.Sprintf(onQuestion, 3))
	k.pressTo(terminal.Right+terminal.Right, "┐ ╔")
	k.pressTo(terminal.Left, "  ╔")
	if question := fmt.Sprintf(onQuestion, 3); !strings.Contains(k.Screen(), question) {
		t.Fatalf("the arrow left the question:\n%s", k.Screen())
	}
	k.press(terminal.Left)
	k.see(fmt.Sprintf(onQuestion, 2), "›● 1")
	k.press(terminal.Enter, "3", "3", "3", "1")
	k.see(fmt.Sprintf(onQuestion, 7))
	k.press("nešto")
	k.see("┃ nešto")
	k.press(terminal.Esc)
	k.see(fmt.Sprintf(onQuestion, 6), "● 1")
	k.press(terminal.Enter)
	k.see(fmt.Sprintf(onQuestion, 7), "┃ nešto")
	k.press(strings.Repeat(terminal.Backspace, 6))
	k.see(fmt.Sprintf(onQuestion, 6))
}

// From the review every answer can be changed, by its number or with arrows,
// and the walk leads straight back to the review.
func TestChangeFromReview(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.putSurvey("release", "live", "thanks", "300ms")
	k := r.open()
	before := sheet{{point: 1}, {point: 1}, {point: 1}, {point: 1}, {point: 1}, {point: 1}, {text: "ništa"}, {text: "dobro", quote: true}}
	keys := before.keys()
	k.press(keys[:len(keys)-1]...)
	k.see(onReview, "socijalna zaštita", "ništa", "dobro")
	k.press("3")
	k.see(fmt.Sprintf(onQuestion, 3), "● 1")
	k.press("5")
	k.see(onReview, "u potpunosti")
	k.press(strings.Repeat(terminal.Up, 2))
	k.see("› 7")
	k.press(terminal.Enter)
	k.see(fmt.Sprintf(onQuestion, 7), "┃ ništa")
	k.press(" novo", terminal.Enter)
	k.see(onReview, "ništa novo")
	// A changed quotation needs a new consent.
	k.press("8")
	k.see(fmt.Sprintf(onQuestion, 8), "┃ dobro")
	k.press("!", terminal.Enter)
	k.see(onQuote, "„dobro!“")
	k.press(terminal.Enter)
	k.see(onReview, "dobro!")
	end := k.Watch(shows(onThanks), shows(onWelcome))
	k.press(terminal.Enter)
	k.await(end, "the thanks and then the welcome")
	k.stop()
	after := sheet{{point: 1}, {point: 1}, {point: 5}, {point: 1}, {point: 1}, {point: 1}, {text: "ništa novo"}, {text: "dobro!"}}
	rep := r.results()
	if got, want := rep.figures(t), tally([]sheet{after}); !reflect.DeepEqual(got, want) {
		t.Errorf("stored:  %v\nreviewed: %v", got, want)
	}
	checkTexts(r, []sheet{after})
}

// A required question without an answer says so in one sentence and waits.
func TestRequired(t *testing.T) {
	t.Parallel()
	k := newRoom(t).open()
	k.press(terminal.Enter, terminal.Enter, terminal.Enter)
	k.see(fmt.Sprintf(onQuestion, 3))
	k.lacks(saysRequired)
	k.press(terminal.Enter)
	k.see(fmt.Sprintf(onQuestion, 3), saysRequired)
	// Going back is never blocked, and an answer takes the sentence away.
	k.press(terminal.Backspace)
	k.see(fmt.Sprintf(onQuestion, 2))
	k.press(terminal.Enter, terminal.Enter)
	k.see(fmt.Sprintf(onQuestion, 3), saysRequired)
	k.press("2")
	k.see(fmt.Sprintf(onQuestion, 4))
	k.lacks(saysRequired)
}

// The first question can be left at once as long as nothing is answered;
// otherwise the key is needed twice in a row, and nothing is stored.
func TestLeave(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	k := r.open()
	k.press(terminal.Enter)
	k.see(onFirst)
	k.press(terminal.Backspace)
	k.see(onWelcome)
	k.press(terminal.Enter, "2", terminal.Backspace)
	k.see(onFirst, "›● 2")
	k.press(terminal.Backspace)
	k.see(onFirst, saysLeaveAgain)
	k.press(terminal.Down)
	k.gone(saysLeaveAgain)
	k.press(terminal.Backspace)
	k.see(onFirst, saysLeaveAgain)
	k.press(terminal.Backspace)
	k.see(onWelcome)
	// The next person does not meet the answer.
	k.press(terminal.Enter)
	k.see(onFirst)
	k.lacks("●")
	k.stop()
	if n := r.results().Responses; n != 0 {
		t.Errorf("%d responses are stored, want none", n)
	}
}
