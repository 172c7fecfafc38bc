package e2e

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"anketa/internal/terminal"
)

// A whole interview with nothing but a mouse or a finger: the language, every
// point, the keys in the foot and the button that sends. What was clicked is
// what is stored.
func TestMouse(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.putSurvey("release", "live", "thanks", "2s")
	k := r.open()
	k.clickTo(k.on("3 English"), onWelcomeEnglish)
	k.clickTo(k.on("Enter  start"), "Question 1 of 8")
	// Back to the first question and on again by the foot.
	k.clickTo(k.on("2  police"), "Question 2 of 8")
	k.clickTo(k.on("Backspace back"), "Question 1 of 8", "›● 2  police")
	k.hover(k.on("5  health care"))
	k.clickTo(k.on("Enter choose"), "Question 2 of 8")
	k.clickTo(k.on("1  a woman"), "Question 3 of 8")
	k.hover(k.box(5))
	k.clickTo(k.box(4), "Question 4 of 8")
	k.clickTo(k.on("0  I cannot tell"), "Question 5 of 8")
	k.clickTo(k.box(1), "Question 6 of 8")
	k.clickTo(k.box(2), "Question 7 of 8")
	k.clickTo(k.on("Enter skip"), "Question 8 of 8")
	k.clickTo(k.on("Enter skip"), "Look through your answers")
	// One answer is changed from the review.
	k.clickTo(k.on("How far can you apply"), "Question 5 of 8")
	k.clickTo(k.box(5), "Look through your answers", "a woman", "to a significant degree", "I cannot tell", "fully", "No")
	k.hover(k.on("Enter  send"))
	k.clickTo(k.on("Enter  send"), onThanksEnglish)
	k.see(onWelcome)
	k.stop()
	if left := k.Leftovers(); len(left) > 0 {
		t.Errorf("the terminal is left with %q", left)
	}
	s := sheet{{point: 2}, {point: 1}, {point: 4}, {point: aside}, {point: 5}, {point: 2}, {}, {}}
	rep := r.results()
	if got, want := rep.figures(t), tally([]sheet{s}); !reflect.DeepEqual(got, want) {
		t.Errorf("stored: %v\nclicked: %v", got, want)
	}
}

// cell is a place on the terminal.
type cell struct{ x, y int }

// on returns where a text begins.
func (k *kiosk) on(text string) cell {
	k.Helper()
	return k.findIn(text, func(string) bool { return true })
}

// box returns where the key of a point stands among those side by side.
func (k *kiosk) box(n int) cell {
	k.Helper()
	return k.findIn(fmt.Sprintf(" %d ", n), func(line string) bool { return strings.ContainsAny(line, "│║") })
}

// findIn returns where a text begins in the first line that may hold it.
func (k *kiosk) findIn(text string, in func(line string) bool) cell {
	k.Helper()
	screen := k.Screen()
	for y, line := range strings.Split(screen, "\n") {
		if before, _, ok := strings.Cut(line, text); ok && in(line) {
			return cell{ansi.StringWidth(before) + 1, y}
		}
	}
	k.Fatalf("%q is not on the screen:\n%s", text, screen)
	return cell{}
}

// clickTo clicks and waits for texts, and then until another click would not
// belong to this one.
func (k *kiosk) clickTo(at cell, texts ...string) {
	k.Helper()
	k.pressTo(terminal.Click(at.x, at.y), texts...)
	const apart = 550 * time.Millisecond
	<-time.After(apart)
}

// hover moves the mouse and waits until what lies below it is in reverse, in
// another way than what always is, such as the button.
func (k *kiosk) hover(at cell) {
	k.Helper()
	var before uv.Style
	k.Look(func(f terminal.Frame) { before = f.Cell(at.x, at.y).Style })
	w := k.Watch(func(f terminal.Frame) bool {
		style := f.Cell(at.x, at.y).Style
		return style.Attrs&uv.AttrReverse != 0 && !style.Equal(&before)
	})
	k.press(terminal.Motion(at.x, at.y))
	k.await(w, "what lies below the mouse in reverse")
}
