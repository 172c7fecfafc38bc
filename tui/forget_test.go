package tui_test

import (
	"context"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"anketa/survey"
	"anketa/tui"
)

// typedText is what a person writes in the tests below.
const typedText = "CANARY-7788"

// TestForget holds that whatever a person did, at whatever screen the interview
// ended, nothing in reach of the model holds what was written once the kiosk is
// at home again, and the language is the default one. Negative control: home
// without forget, or a screen that is kept.
func TestForget(t *testing.T) {
	for name, end := range map[string]func(p *program){
		"left by idling": func(p *program) { p.pass(2 * time.Minute) },
		"left on the review": func(p *program) {
			p.press("enter", "enter")
			p.want("Look through your answers", typedText)
			p.pass(2 * time.Minute)
		},
		"left by keys": func(p *program) {
			p.press("enter", "backspace")
			for range 12 {
				p.press("esc")
			}
		},
		"sent": func(p *program) {
			p.press("enter", "enter", "enter")
			p.want("Thank you!")
			if left := p.reach(); len(left) != 0 {
				t.Errorf("while the thanks are shown, what was written is left at %q", left)
			}
			p.pass(time.Minute)
		},
		"asked whether still there": func(p *program) {
			p.pass(61 * time.Second)
			p.want("Are you still there?")
			p.pass(time.Minute)
		},
	} {
		t.Run(name, func(t *testing.T) {
			run(t, setup{start: tui.StartWelcome}, func(p *program) {
				p.press("3")
				p.press(answers()[:7]...)
				p.press("a", "b")
				p.tea.Send(tea.PasteMsg{Content: typedText})
				p.want("Question 7 of 8", typedText)
				if len(p.reach()) == 0 {
					t.Fatal("the walk does not find what stands in the field")
				}
				end(p)
				p.want("Čuvaju se samo vaši odgovori", "● 1 Srpski (latinica)")
				if left := p.reach(); len(left) != 0 {
					t.Errorf("what was written is left at %q", left)
				}
			})
		})
	}
}

// reach returns where in the model the text stands.
func (p *program) reach() []string {
	p.view()
	p.model.mu.Lock()
	defer p.model.mu.Unlock()
	return reached(p.model.Model, typedText)
}

// TestForgetPIN holds that the digits of the facilitator are let go as well, of a
// right PIN and of one that was not finished.
func TestForgetPIN(t *testing.T) {
	for name, keys := range map[string][]string{"right": right(), "unfinished": {"1", "2", "3", "4"}} {
		t.Run(name, func(t *testing.T) {
			patient(t, welcome(), nil, func(p *program) {
				p.press("0")
				p.press(keys...)
				p.press("esc")
				p.want("Only your answers are stored")
				if left := reached(p.model.Model, "1234"); len(left) != 0 {
					t.Errorf("the PIN is left at %q", left)
				}
			})
		})
	}
}

// TestTidy holds what a terminal is sent between people: everything is erased,
// what stands above the screen as well, and drawn anew; the demo, on somebody's
// own terminal, erases nothing.
func TestTidy(t *testing.T) {
	for _, c := range []struct {
		start tui.Start
		want  bool
	}{{tui.StartWelcome, true}, {tui.StartLive, true}, {tui.StartSetup, true}, {tui.StartDemo, false}} {
		store := newSpy(t)
		m := tui.New(context.Background(), tui.Config{
			Survey: trainings(t), Store: store, Start: c.start, Lang: survey.English, Sessions: []survey.Session{{Open: true}},
		})
		if cmd := tui.Tidy(m); (cmd != nil) != c.want {
			t.Errorf("start %v: there is a command to clear up: %v, want %v", c.start, cmd != nil, c.want)
		}
	}
}
