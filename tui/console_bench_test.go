package tui_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"anketa/results"
	"anketa/survey"
	"anketa/tui"
)

// crowded returns the console of a session with 100,000 responses, of which each third
// person wrote something.
func crowded(tb testing.TB) tea.Model {
	tb.Helper()
	s := trainings(tb)
	batches, rows := results.NewBatches(s), examples(tb)
	for n := range 100_000 {
		batches.Add(example(s, rows[n%len(rows)], n).Answers)
	}
	batches.Seal()
	texts := make([]survey.Answer, 33_000)
	for i := range texts {
		texts[i].Text = strings.Repeat("Više vežbi i primera iz prakse. ", 1+i%5)
	}
	r, err := results.NewRelease(results.Part{Session: survey.Session{Title: "Niš"}, Survey: s, Batches: batches})
	if err != nil {
		tb.Fatal(err)
	}
	m := tui.ConsoleOf(tb.Context(), r, map[string][]survey.Answer{"improve": texts})
	m.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	return m
}

// BenchmarkTab measures a switch from tab to tab, and the frame that it leads to, with
// 100,000 responses. The goal is 50 ms.
func BenchmarkTab(b *testing.B) {
	typeInTurn(b, crowded(b), "2", "3", "4", "5", "6", "7", "8", "1")
}

// BenchmarkTabTexts measures the switch to the texts and back alone.
func BenchmarkTabTexts(b *testing.B) { typeInTurn(b, crowded(b), "6", "1") }

// BenchmarkFrameConsole measures a frame when another question is chosen.
func BenchmarkFrameConsole(b *testing.B) {
	m := crowded(b)
	m.Update(press("2"))
	typeInTurn(b, m, "down", "up")
}

// BenchmarkTextsFirst measures the first switch to the texts, which draws their order.
func BenchmarkTextsFirst(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		m := crowded(b)
		b.StartTimer()
		m.Update(press("6"))
		if m.View().Content == "" {
			b.Fatal("nothing is shown")
		}
	}
}
