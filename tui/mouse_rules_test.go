package tui_test

import (
	"image"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
	"anketa/tui"
)

// moused runs a body with a kiosk in English.
func moused(t *testing.T, with setup, body func(k *kiosk)) {
	t.Helper()
	with.start, with.lang = tui.StartWelcome, survey.English
	synctest.Test(t, func(t *testing.T) { body(start(t, with)) })
}

// TestDoubleClick holds that a double click, or a triple one, answers one
// question, and that the next click after a moment answers the next one.
// Negative control: clicksAgain that is never true.
func TestDoubleClick(t *testing.T) {
	moused(t, setup{}, func(k *kiosk) {
		// The points of the third and the fourth question stand at the same place.
		k.press("enter", "2", "1")
		k.pass(time.Second)
		at := k.find("to some")
		for _, pause := range []time.Duration{120, 150, 100} {
			k.click(at)
			k.pass(pause * time.Millisecond)
		}
		k.want("Question 4 of 8")
		k.wantNot("●")
		k.pass(200 * time.Millisecond)
		k.click(at)
		k.want("Question 4 of 8", "● 3")
		k.pass(300 * time.Millisecond)
		k.want("Question 5 of 8")
	})
}

// TestDoubleClickHarmless holds that a double click on what takes something back
// or asks once more counts as one click: a mark stays, and an interview with
// answers is not left. Negative control: clicksAgain without its second half,
// and an ask that does not count its turns.
func TestDoubleClickHarmless(t *testing.T) {
	double := func(k *kiosk, text string) {
		at := k.find(text)
		k.click(at)
		k.pass(100 * time.Millisecond)
		k.click(at)
	}
	moused(t, setup{survey: kinds(t)}, func(k *kiosk) {
		k.press(before("topics")...)
		k.pass(time.Second)
		double(k, "the law")
		k.want("[x] 1  the law")
		k.pass(time.Second)
		k.clickOn("the law")
		k.want("[ ] 1  the law")
	})
	moused(t, setup{}, func(k *kiosk) {
		k.press("enter", "2")
		k.pass(time.Second)
		k.clickOn("Backspace back")
		k.pass(time.Second)
		double(k, "Backspace back")
		k.want("Question 1 of 8", "Press Backspace once more to leave")
		k.pass(time.Second)
		k.clickOn("Backspace back")
		k.want("Enter start")
	})
	moused(t, setup{responses: 21}, func(k *kiosk) {
		showLive(k)
		at := k.find("z end")
		k.click(at)
		k.pass(100 * time.Millisecond)
		// Whatever stands there now.
		for x := range 20 {
			k.click(image.Pt(x, at.Y))
		}
		k.want("1 yes", "2 no")
	})
}

// TestClickDuringConfirmation holds that while an answer is shown for a moment
// no click does anything, neither to it nor to what comes next. Negative
// control: confirms that is never true, or ask.click that settles first.
func TestClickDuringConfirmation(t *testing.T) {
	moused(t, setup{}, func(k *kiosk) {
		k.press("enter", "2")
		for _, text := range []string{"1  social protection", "Backspace back", "Enter choose"} {
			k.clickOn(text)
			k.want("Question 1 of 8", "›● 2  police")
		}
		k.pass(250 * time.Millisecond)
		k.want("Question 2 of 8")
		k.wantNot("●")
	})
}

// TestMatrixByMouse holds that rows which stand together take clicks one after
// the other, however fast, and in any order that the questions allow. Negative
// control: ask.click that ignores rows, or a turn without then.
func TestMatrixByMouse(t *testing.T) {
	cells := func(k *kiosk, row int) image.Point {
		var rows []image.Point
		for y, line := range strings.Split(k.view(), "\n") {
			if at := mark.FindStringIndex(line); at != nil {
				rows = append(rows, image.Pt(ansi.StringWidth(line[:at[0]]), y))
			}
		}
		return rows[row]
	}
	moused(t, setup{survey: kinds(t)}, func(k *kiosk) {
		k.press(before("content")...)
		k.pass(time.Second)
		k.click(cells(k, 2))
		k.want("Please answer this question.", "Question 4 of 13")
		// Without the sentence the rows stand elsewhere: that takes a moment.
		k.pass(time.Second)
		k.click(cells(k, 0))
		k.pass(time.Second)
		for row := 1; row < 4; row++ {
			k.click(cells(k, row))
			k.pass(70 * time.Millisecond)
		}
		if n := strings.Count(k.view(), "●"); n != 4 {
			t.Errorf("%d rows are answered, want 4:\n%s", n, k.view())
		}
		k.click(cells(k, 0))
		k.want("Question 4 of 13")
		k.pass(time.Second)
		k.want("Question 5 of 13")
	})
	moused(t, setup{survey: kinds(t)}, func(k *kiosk) {
		k.press(before("skills")...)
		k.pass(time.Second)
		k.click(cells(k, 1))
		k.want("Question 8 of 13")
		k.click(cells(k, 0))
		k.pass(time.Second)
		k.clickOn("Enter choose")
		k.pass(time.Second)
		k.want("Question 9 of 13")
	})
}

// TestHover holds that what lies below the mouse is shown in reverse, that the
// letters and the focus stay as they are, that Enter does not take it, and that
// a key takes the look away. Negative control: highlight that returns the view,
// or an Update that keeps mouse.over.
func TestHover(t *testing.T) {
	const reverse = "\x1b[7m"
	shown := func(k *kiosk) string { return k.model.View().Content }
	for _, text := range []string{"5  health care", "Backspace back", "Enter skip"} {
		moused(t, setup{}, func(k *kiosk) {
			k.press("enter")
			plain := shown(k)
			if strings.Contains(plain, reverse) {
				t.Fatalf("something is shown in reverse without a mouse:\n%q", plain)
			}
			k.point(k.find(text))
			hovered := shown(k)
			if ansi.Strip(hovered) != ansi.Strip(plain) || strings.Count(hovered, reverse) != 1 {
				t.Errorf("over %q the screen shows\n%q", text, hovered)
			}
			if _, after, _ := strings.Cut(hovered, reverse); !strings.HasPrefix(strings.TrimLeft(after, " "), text) {
				t.Errorf("over %q something else is shown in reverse:\n%q", text, hovered)
			}
			k.point(image.Pt(0, 0))
			if shown(k) != plain {
				t.Error("beside it something is still shown in reverse")
			}
			k.point(k.find(text))
			k.press("f1")
			if shown(k) != plain {
				t.Error("after a key something is still shown in reverse")
			}
			k.point(k.find(text))
			k.press("enter")
			k.pass(time.Second)
			k.want("Question 2 of 8")
			k.press("backspace")
			k.wantNot("●")
		})
	}
}

// TestMouseGarbage holds that nothing but the left button, going down on the
// terminal without a key held, does anything. Negative control: point without
// one of its conditions.
func TestMouseGarbage(t *testing.T) {
	moused(t, setup{}, func(k *kiosk) {
		k.press("enter")
		at := k.find("1  social protection")
		before := k.model.View()
		for _, msg := range []tea.Msg{
			tea.MouseClickMsg{X: at.X, Y: at.Y, Button: tea.MouseRight},
			tea.MouseClickMsg{X: at.X, Y: at.Y, Button: tea.MouseMiddle},
			tea.MouseClickMsg{X: at.X, Y: at.Y, Button: tea.MouseNone},
			tea.MouseClickMsg{X: at.X, Y: at.Y, Button: 200},
			tea.MouseClickMsg{X: at.X, Y: at.Y, Button: tea.MouseLeft, Mod: tea.ModCtrl},
			tea.MouseClickMsg{X: -1, Y: -1, Button: tea.MouseLeft},
			tea.MouseClickMsg{X: at.X + 80, Y: at.Y, Button: tea.MouseLeft},
			tea.MouseClickMsg{X: at.X, Y: 1 << 40, Button: tea.MouseLeft},
			tea.MouseClickMsg{X: at.X, Y: -1 << 40, Button: tea.MouseLeft},
			tea.MouseReleaseMsg{X: at.X, Y: at.Y, Button: tea.MouseLeft},
			tea.MouseMotionMsg{X: at.X, Y: at.Y, Button: tea.MouseLeft},
			tea.MouseMotionMsg{X: -5, Y: 1 << 30},
			tea.MouseWheelMsg{X: at.X, Y: at.Y, Button: tea.MouseWheelLeft},
			tea.MouseWheelMsg{X: at.X, Y: at.Y, Button: 99},
		} {
			k.send(msg)
			if got := k.model.View(); got.Content != before.Content {
				t.Errorf("%#v changes the screen:\n%s", msg, k.view())
			}
		}
		k.size(50, 10)
		k.send(tea.MouseClickMsg{X: at.X, Y: at.Y, Button: tea.MouseLeft})
		k.size(80, 24)
		k.pass(time.Second)
		k.want("Question 1 of 8")
		k.wantNot("●")
	})
}

// TestMouseMode holds that the terminal tells of the mouse as long as there is
// something to click, and not on a terminal that is too small or after the end.
func TestMouseMode(t *testing.T) {
	moused(t, setup{responses: 1}, func(k *kiosk) {
		want := func(mode tea.MouseMode) {
			t.Helper()
			if got := k.model.View().MouseMode; got != mode {
				t.Errorf("the mouse mode is %v, want %v:\n%s", got, mode, k.view())
			}
		}
		want(tea.MouseModeAllMotion)
		k.size(59, 24)
		want(tea.MouseModeNone)
		k.size(80, 24)
		want(tea.MouseModeAllMotion)
		showLive(k)
		k.clickOn("q quit")
		if !k.quit {
			t.Error("the program does not quit")
		}
		want(tea.MouseModeNone)
	})
}

// TestMouseIdle holds that a click keeps an interview open as a key does, and
// wakes the countdown without doing anything else, and that motion does
// neither. Negative control: click without lastKey, or motion with it.
func TestMouseIdle(t *testing.T) {
	moused(t, setup{}, func(k *kiosk) {
		k.press("enter", "2")
		k.pass(40 * time.Second)
		k.click(image.Pt(0, 0))
		k.pass(40 * time.Second)
		k.want("Question 2 of 8")
		k.point(image.Pt(20, 10))
		k.pass(21 * time.Second)
		k.want("Are you still there?")
		k.point(image.Pt(21, 10))
		k.point(image.Pt(22, 11))
		k.want("Are you still there?")
		for range 2 {
			k.click(image.Pt(5, 12))
			k.want("Question 2 of 8")
			k.wantNot("●")
		}
		k.pass(61 * time.Second)
		k.want("Are you still there?")
		k.point(image.Pt(22, 11))
		k.pass(21 * time.Second)
		k.want("Only your answers are stored")
	})
}

// TestScrollByMouse holds that every point of a list that is longer than its
// place can be reached with the wheel and with the signs alone, and that the
// list stays where it is when it is clicked. Negative control: Choose without
// the window, or signs that are no targets.
func TestScrollByMouse(t *testing.T) {
	long := kinds(t)
	at, _ := long.Question("topics")
	long.Questions = long.Questions[at : at+1]
	long.Questions[0].Points, long.Questions[0].Max = labelled(60, 12, "topic"), 60
	long.Questions[0].Other = nil
	short := *long
	short.Questions = []survey.Question{long.Questions[0]}
	short.Questions[0].Kind = survey.KindChoice
	moused(t, setup{survey: long}, func(k *kiosk) {
		k.press("enter")
		k.wantNot("F9 topic")
		for range 60 / 14 {
			k.clickOn("▼ …")
		}
		before := k.view()
		k.want("F9 topic")
		k.clickOn("F7 topic")
		if got := k.view(); strings.Replace(got, "› [x]", "  [ ]", 1) != before {
			t.Errorf("the list moved from\n%s\nto\n%s", before, got)
		}
		k.pass(time.Second)
		for range 30 {
			k.send(tea.MouseWheelMsg{X: 1, Y: 1, Button: tea.MouseWheelUp})
		}
		k.want("A0 topic", "▼ …")
		k.wantNot("▲ …")
		k.clickOn("A0 topic")
		k.want("[x] 1", "A0 topic")
		k.pass(time.Second)
		k.clickOn("Enter next")
		k.want("A0 topicA0 t; F7 topicF7 t")
	})
	moused(t, setup{survey: &short}, func(k *kiosk) {
		k.press("enter")
		for range 30 {
			k.send(tea.MouseWheelMsg{X: 1, Y: 1, Button: tea.MouseWheelDown})
		}
		k.clickOn("F9 topic")
		k.want("›●    F9 topic")
		k.pass(time.Second)
		k.want("F9 topicF9 t", "Enter send")
	})
}

// TestLiveByMouse holds that results scroll with the wheel, the sign below and
// the arrows of the foot.
func TestLiveByMouse(t *testing.T) {
	moused(t, setup{responses: 24}, func(k *kiosk) {
		showLive(k)
		k.size(80, 16)
		k.press("3")
		wheel := func(button tea.MouseButton) string {
			k.send(tea.MouseWheelMsg{X: 40, Y: 12, Button: button})
			return k.view()
		}
		top := k.view()
		down := wheel(tea.MouseWheelDown)
		if down == top || wheel(tea.MouseWheelUp) != top {
			t.Errorf("the wheel does not scroll down and up:\n%s", down)
		}
		foot := k.find("↑↓ scroll")
		k.click(foot.Add(image.Pt(1, 0)))
		k.press("up")
		if k.view() != top {
			t.Error("↓ in the foot does not scroll by one line")
		}
		k.press("down")
		k.click(foot)
		if k.view() != top {
			t.Error("↑ in the foot does not scroll back")
		}
		k.press("pgdown")
		below := k.view()
		k.press("pgup")
		k.clickOn("▼ …")
		if k.view() != below {
			t.Error("the sign below does not lead to the next page")
		}
	})
}

// TestFormByMouse holds that a click on a line of the form leads there, and that
// what is wrong in another line is still found at the end.
func TestFormByMouse(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, setup{lang: survey.English})
		k.clickOn("PIN once more")
		k.press("1")
		k.want("PIN once more        ┃ *")
		k.clickOn("Place")
		k.write("Niš")
		k.want("Place                ┃ Niš")
		k.clickOn("PIN once more")
		k.clickOn("Enter next line")
		k.want("The two PINs are not the same.")
	})
}
