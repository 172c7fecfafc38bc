package tui_test

import (
	"context"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"anketa/storage/storagetest"
	"anketa/survey"
	"anketa/tui"
)

// participantsVariable names the environment variable with the number of
// interviews of BenchmarkParticipants.
const participantsVariable = "ANKETA_PARTICIPANTS"

// attended is the kiosk that tells when it stands on the welcome screen again.
type attended struct {
	*tui.Model
	home chan struct{}
	away bool
}

// Update implements tea.Model. It draws every screen, as the renderer would.
func (w *attended) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	_, cmd := w.Model.Update(msg)
	welcome := strings.Contains(w.Model.View().Content, "3 English")
	if welcome && w.away {
		w.home <- struct{}{}
	}
	w.away = !welcome
	return w, cmd
}

// BenchmarkParticipants lets thousands of people answer in one process, every
// key typed ahead, and counts the memory after the first thousand and at the
// end. Every response must be stored. Goal: at most 1.07 times.
func BenchmarkParticipants(b *testing.B) {
	people := 10_000
	if n, err := strconv.Atoi(os.Getenv(participantsVariable)); err == nil {
		people = n
	}
	for b.Loop() {
		participants(b, people)
	}
}

// participants runs the interviews of so many people.
func participants(b *testing.B, people int) {
	f, err := os.Open("../questions.yaml")
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	s, err := survey.Load(f)
	if err != nil {
		b.Fatal(err)
	}
	s.Kiosk.Confirm, s.Kiosk.Thanks = time.Millisecond, time.Millisecond
	db := storagetest.Open(b)
	session := storagetest.Session(b, db, s)
	ctx, cancel := context.WithCancel(b.Context())
	defer cancel()
	model := &attended{home: make(chan struct{}, 1), Model: tui.New(ctx, tui.Config{
		Survey: s, Store: db, Start: tui.StartWelcome, Sessions: []survey.Session{session},
	})}
	program := tea.NewProgram(model, tea.WithContext(ctx), tea.WithInput(nil), tea.WithoutRenderer(),
		tea.WithoutSignalHandler(), tea.WithWindowSize(80, 24))
	ended := make(chan struct{})
	go func() { _, _ = program.Run(); close(ended) }()
	early, start := 0, time.Now()
	for i := range people {
		interview(program, i)
		<-model.home
		if i == people/10 {
			early = resident(b)
		}
	}
	elapsed := time.Since(start)
	b.ReportMetric(float64(people)/elapsed.Seconds(), "people/s")
	b.ReportMetric(float64(early), "early-kB")
	b.ReportMetric(float64(resident(b))/float64(early), "x-memory")
	part, err := db.Part(b.Context(), session.ID)
	if n := part.Batches.N(); err != nil || n != people {
		b.Fatalf("%d of %d responses are stored, error %v", n, people, err)
	}
	cancel()
	<-ended
}

// interview types one person's keys without waiting for anything.
func interview(program *tea.Program, person int) {
	enter := tea.KeyPressMsg{Code: tea.KeyEnter}
	key := func(n int) tea.KeyPressMsg {
		digit := rune('1' + (person+n)%2)
		return tea.KeyPressMsg{Code: digit, Text: string(digit)}
	}
	keys := []tea.Msg{enter, key(0), key(1), key(2), key(3), key(4), key(5)}
	for _, r := range "Hvala" {
		keys = append(keys, tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	// Two texts, the second one empty; then the review is sent.
	for _, msg := range append(keys, enter, enter, enter) {
		program.Send(msg)
	}
}

// resident returns the memory of the process in kB, without the pages of the
// database that the kernel maps into it.
func resident(b *testing.B) int {
	b.Helper()
	data, err := os.ReadFile("/proc/self/status")
	if err != nil {
		b.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(data), "RssAnon:")
	kB, err := strconv.Atoi(strings.Fields(rest)[0])
	if err != nil {
		b.Fatal(err)
	}
	return kB
}
