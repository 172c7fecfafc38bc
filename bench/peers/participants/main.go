// Participants lets people answer the kiosk's own survey one after the other in one
// process, every key typed ahead, and prints what that used. Its arguments are how many
// people come and the folder for the database.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"anketa/bench/peers/used"
	"anketa/storage"
	"anketa/survey"
	"anketa/tui"
)

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

func main() {
	if err := run(context.Background(), os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context, number, dir string) error {
	people, err := strconv.Atoi(number)
	if err != nil {
		return err
	}
	s, err := trainings("../questions.yaml")
	if err != nil {
		return err
	}
	db, err := storage.Open(filepath.Join(dir, "anketa.db"), storage.Options{Create: true})
	if err != nil {
		return err
	}
	session, err := db.CreateSession(ctx, survey.Session{ID: survey.NewID(), Title: "Niš", Place: "Niš", Date: "2026-11-24", Attended: 24, Open: true}, s)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	model := &attended{home: make(chan struct{}, 1), Model: tui.New(ctx, tui.Config{
		Survey: s, Store: db, Start: tui.StartWelcome, Sessions: []survey.Session{session},
	})}
	program := tea.NewProgram(model, tea.WithContext(ctx), tea.WithInput(nil), tea.WithoutRenderer(),
		tea.WithoutSignalHandler(), tea.WithWindowSize(80, 24))
	ended := make(chan error, 1)
	go func() { _, err := program.Run(); ended <- err }()
	cpu, early, late, err := walk(program, model.home, ended, people)
	if err != nil {
		return err
	}
	part, err := db.Part(ctx, session.ID)
	if err != nil {
		return err
	}
	cancel()
	<-ended
	return errors.Join(db.Close(), json.NewEncoder(os.Stdout).Encode(map[string]any{
		"People": part.Batches.N(), "CPU": cpu / float64(people), "Early": early, "Late": late,
	}))
}

// walk lets the people come, and returns the processor time that they took together and
// the memory after a tenth of them and in the end.
func walk(program *tea.Program, home <-chan struct{}, ended <-chan error, people int) (cpu, early, late float64, err error) {
	before, err := used.CPU()
	if err != nil {
		return 0, 0, 0, err
	}
	for i := range people {
		interview(program, i)
		select {
		case <-home:
		case err := <-ended:
			return 0, 0, 0, errors.Join(errors.New("the kiosk ended"), err)
		}
		if i == people/10 {
			if early, err = used.Memory(); err != nil {
				return 0, 0, 0, err
			}
		}
	}
	after, err1 := used.CPU()
	late, err2 := used.Memory()
	return after - before, early, late, errors.Join(err1, err2)
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

// trainings reads the survey; nobody waits for what a person would like to see longer.
func trainings(path string) (*survey.Survey, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	s, err := survey.Load(f)
	if err != nil {
		return nil, err
	}
	s.Kiosk.Confirm, s.Kiosk.Thanks = time.Millisecond, time.Millisecond
	return s, nil
}
