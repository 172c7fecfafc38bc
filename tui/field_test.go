package tui_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"anketa/survey"
	"anketa/tui"
)

// extent is a required question on a scale of three.
func extent() *survey.Question {
	q := &survey.Question{ID: "extent", Kind: survey.KindLikert, Text: survey.Text{survey.English: "How far?"}}
	for _, value := range []string{"1", "2", "3"} {
		q.Points = append(q.Points, survey.Point{Value: value, Label: survey.Text{survey.English: "point " + value}})
	}
	return q
}

// settle runs commands until a form has nothing more to do.
func settle(form *huh.Form, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			settle(form, c)
		}
	default:
		_, next := form.Update(msg)
		settle(form, next)
	}
}

// TestField holds that a huh form carries the Likert widget: Enter without an
// answer stays and says why, a digit answers and finishes the form.
func TestField(t *testing.T) {
	var code survey.Code
	form := huh.NewForm(huh.NewGroup(tui.NewField(extent(), survey.English, "Please answer.", &code))).WithWidth(80)
	form.Init()
	if view := form.View(); !strings.Contains(view, "point 2") {
		t.Fatalf("the form does not show the points:\n%s", view)
	}
	_, cmd := form.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	settle(form, cmd)
	if form.State == huh.StateCompleted {
		t.Fatal("the form went on without an answer")
	}
	if errs := form.Errors(); len(errs) != 1 || errs[0].Error() != "Please answer." {
		t.Errorf("errors = %v, want the sentence about the missing answer", errs)
	}
	_, cmd = form.Update(tea.KeyPressMsg{Code: '3', Text: "3"})
	settle(form, cmd)
	if form.State != huh.StateCompleted || code != 3 {
		t.Errorf("state %v with code %d, want completed with 3", form.State, code)
	}
}

// TestFieldAccessible holds that the field also asks line by line.
func TestFieldAccessible(t *testing.T) {
	var code survey.Code
	var out strings.Builder
	field := tui.NewField(extent(), survey.English, "Please answer.", &code)
	if err := field.RunAccessible(&out, strings.NewReader("\n9\n2\n")); err != nil {
		t.Fatal(err)
	}
	if code != 2 {
		t.Errorf("code = %d, want 2", code)
	}
	if got := strings.Count(out.String(), "Please answer."); got != 2 {
		t.Errorf("the sentence about the missing answer came %d times, want 2:\n%s", got, out.String())
	}
}
