package tui_test

import (
	"image"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"anketa/survey"
	"anketa/tui"
)

// TestTargetsLarge holds that in large type what is clicked is what is marked:
// the mark comes to stand in the area that was clicked. Negative control: areas
// of the widget that forget how wide or high large keys are.
func TestTargetsLarge(t *testing.T) {
	for _, f := range []frame{{60, 16}, {80, 24}, {120, 40}, {200, 60}} {
		for n := 1; n <= 6; n++ {
			for i := 0; clicksLarge(t, f, n, i); i++ {
			}
		}
	}
}

// clicksLarge clicks the ith point of a question, from 1, and reports whether
// there is one.
func clicksLarge(t *testing.T, f frame, question, i int) (more bool) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		k := start(t, setup{start: tui.StartWelcome, lang: survey.English})
		k.press("+", "+")
		k.size(f.width, f.height)
		toQuestion(k, question)
		if f.height >= 24 && question == 3 && !strings.ContainsAny(k.view(), "█▀▄") {
			t.Fatalf("at %d×%d nothing is large:\n%s", f.width, f.height, k.view())
		}
		var points []tui.Target
		for _, target := range k.targets() {
			if target.Key == "" && !target.Scrolls {
				points = append(points, target)
			}
		}
		if i >= len(points) {
			return
		}
		more = true
		k.pass(time.Second)
		k.click(points[i].Area.Max.Sub(image.Pt(1, 1)))
		if text := strings.Join(textIn(k.view(), points[i].Area), "\n"); !strings.Contains(text, "●") || strings.Count(k.view(), "●") != 1 {
			t.Errorf("at %d×%d a click on point %d of question %d marks something else:\n%s", f.width, f.height, i+1, question, k.view())
		}
	})
	return more
}
