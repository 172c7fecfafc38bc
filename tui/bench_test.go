package tui_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"anketa/survey"
	"anketa/tui"
)

// at opens a kiosk without a database on a question of the trainings, from 1.
func at(tb testing.TB, question int, f frame) tea.Model {
	tb.Helper()
	m := tui.Guard(tui.New(tb.Context(), tui.Config{Survey: trainings(tb), Start: tui.StartWelcome, Sessions: []survey.Session{{Open: true}}}))
	m.Update(tea.WindowSizeMsg{Width: f.width, Height: f.height})
	// The last answer is still being confirmed: another key leads on.
	for _, key := range append(answers()[:question], "end") {
		m.Update(press(key))
	}
	return m
}

// atKind is at for a question of the survey with all kinds, by its id.
func atKind(tb testing.TB, id string, f frame) tea.Model {
	tb.Helper()
	m := tui.Guard(tui.New(tb.Context(), tui.Config{Survey: kinds(tb), Start: tui.StartWelcome, Sessions: []survey.Session{{Open: true}}}))
	m.Update(tea.WindowSizeMsg{Width: f.width, Height: f.height})
	for _, key := range append(before(id), "end") {
		m.Update(press(key))
	}
	return m
}

// typeInTurn measures a key and the frame that it leads to, for keys in turn.
func typeInTurn(b *testing.B, m tea.Model, keys ...string) {
	b.Helper()
	messages := make([]tea.Msg, len(keys))
	for i, key := range keys {
		messages[i] = press(key)
	}
	size := 0
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		m.Update(messages[i%len(messages)])
		size += len(m.View().Content)
	}
	if size == 0 {
		b.Fatal("nothing was drawn")
	}
}

// BenchmarkFrame measures one whole frame of the ask screen when only the focus
// or the choice changed. The goal is 20 µs.
func BenchmarkFrame(b *testing.B) {
	for _, f := range []frame{{80, 24}, {200, 60}} {
		b.Run(fmt.Sprintf("row/%d×%d", f.width, f.height), func(b *testing.B) {
			typeInTurn(b, at(b, 3, f), "left", "right")
		})
		b.Run(fmt.Sprintf("list/%d×%d", f.width, f.height), func(b *testing.B) {
			typeInTurn(b, at(b, 1, f), "up", "down")
		})
	}
}

// BenchmarkFrameChoice measures the same when a point is chosen by its number
// and the person goes back and chooses again: four frames of two questions.
func BenchmarkFrameChoice(b *testing.B) {
	for _, f := range []frame{{80, 24}, {200, 60}} {
		b.Run(fmt.Sprintf("%d×%d", f.width, f.height), func(b *testing.B) {
			typeInTurn(b, at(b, 3, f), "3", "backspace", "4", "backspace")
		})
	}
}

// BenchmarkFrameKinds is BenchmarkFrame for the kinds of question with several
// marks, rows or many boxes.
func BenchmarkFrameKinds(b *testing.B) {
	for _, c := range kindKeys() {
		for _, f := range []frame{{60, 16}, {80, 24}, {200, 60}} {
			b.Run(fmt.Sprintf("%s/%d×%d", c.id, f.width, f.height), func(b *testing.B) {
				typeInTurn(b, atKind(b, c.id, f), c.keys...)
			})
		}
	}
}

// kindKeys returns keys that change what questions show and do not leave them.
func kindKeys() []answering {
	return []answering{
		{"topics", []string{"up", "space", "down", "space"}},
		{"trainers", []string{"home", "end"}},
		{"skills", []string{"home", "end"}},
		{"recommend", []string{"home", "end"}},
	}
}

// BenchmarkFrameRows measures a row of a matrix that is answered, and the way
// back to it: two frames.
func BenchmarkFrameRows(b *testing.B) {
	for _, f := range []frame{{80, 24}, {200, 60}} {
		b.Run(fmt.Sprintf("%d×%d", f.width, f.height), func(b *testing.B) {
			typeInTurn(b, atKind(b, "trainers", f), "3", "backspace")
		})
	}
}

// BenchmarkKeyText measures a key and its frame while a text is written.
func BenchmarkKeyText(b *testing.B) {
	for _, f := range []frame{{80, 24}, {200, 60}} {
		b.Run(fmt.Sprintf("%d×%d", f.width, f.height), func(b *testing.B) {
			m := at(b, 7, f)
			for range 100 {
				m.Update(press("a"))
			}
			typeInTurn(b, m, "x", "backspace")
		})
	}
}

// TestBenchmarksMeasure holds that the benchmarks are on the screens that they
// name, and that their keys change what is shown.
func TestBenchmarksMeasure(t *testing.T) {
	for question, keys := range map[int][]string{1: {"up", "down"}, 3: {"left", "right"}, 7: {"x", "backspace"}} {
		m := at(t, question, frame{80, 24})
		for range 4 {
			for _, key := range keys {
				before := m.View().Content
				if m.Update(press(key)); m.View().Content == before {
					t.Errorf("on question %d %s changes nothing", question, key)
				}
			}
		}
	}
	for _, c := range kindKeys() {
		m := atKind(t, c.id, frame{80, 24})
		top := strings.SplitN(m.View().Content, "\n", 2)[0]
		for _, key := range slices.Repeat(c.keys, 4) {
			before := m.View().Content
			if m.Update(press(key)); m.View().Content == before {
				t.Errorf("on the question %s %s changes nothing", c.id, key)
			}
			if now := strings.SplitN(m.View().Content, "\n", 2)[0]; now != top {
				t.Fatalf("%s leaves the question %s", key, c.id)
			}
		}
	}
}

// BenchmarkMouse measures a mouse that moves from point to point: what lies
// below it is looked for and shown, two frames.
func BenchmarkMouse(b *testing.B) {
	for _, f := range []frame{{80, 24}, {200, 60}} {
		b.Run(fmt.Sprintf("%d×%d", f.width, f.height), func(b *testing.B) {
			m := at(b, 3, f)
			over := []tea.MouseMotionMsg{{X: f.width / 2, Y: f.height / 2}, {X: f.width/2 + 20, Y: f.height / 2}}
			size := 0
			b.ReportAllocs()
			for b.Loop() {
				for _, msg := range over {
					m.Update(msg)
					size += len(m.View().Content)
				}
			}
			if size == 0 {
				b.Fatal("nothing was drawn")
			}
		})
	}
}
