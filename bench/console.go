package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"anketa/storage"
	"anketa/survey"
)

// crowd is how many responses the console shows.
const crowd = 100_000

// consoleFamily is what the facilitator waits for.
func consoleFamily() family {
	return family{
		name: "console", title: "The console with 100,000 responses",
		about: "The built program on a pseudo-terminal of 80 × 24: from the key of a tab to its frame, all tabs in turn; a third of the people wrote a text. " +
			"No peer does the same; the goal is a time, of which the wait for the next frame takes up to 8.33 ms.",
		measure: consoleRows,
	}
}

func consoleRows(b *bench) ([]Row, error) {
	path, err := b.crowded()
	if err != nil {
		return nil, err
	}
	binary, err := b.anketa()
	if err != nil {
		return nil, err
	}
	p := program{name: "console", ready: "[1 ", command: func() *exec.Cmd {
		return b.inRoom(b.dir, binary, "console", "--db", path)
	}}
	start := time.Now()
	t, err := p.open()
	if err != nil {
		return nil, err
	}
	opened := float64(time.Since(start)) / float64(time.Millisecond)
	defer t.Close()
	all := make([]*contender, 8)
	for i := range all {
		name := fmt.Sprint("tab ", i+1)
		all[i] = &contender{name: name, do: func() (float64, error) {
			settled(t)
			time.Sleep(time.Duration(rand.IntN(20_000)) * time.Microsecond)
			return keyToScreen(t, name[len(name)-1:])
		}}
	}
	// The first round is not counted: what a tab shows is then made for the first time.
	if err := b.race(b.times(12), 1, all...); err != nil {
		return nil, err
	}
	var tabs Series
	slowest := all[0]
	for _, c := range all {
		tabs = append(tabs, c.Series...)
		if c.figure(median) > slowest.figure(median) {
			slowest = c
		}
	}
	goal := atMost(50, "Two hundred of the 33,000 texts are set for the tab of the texts whenever it is shown.")
	return []Row{
		{name: "from start to the first tab", unit: "ms", ours: constant(opened)},
		{name: "tab to tab, median", unit: "ms", ours: tabs, limit: goal},
		{name: "tab to tab, 99th percentile", unit: "ms", ours: tabs, at: p99, limit: goal},
		{name: "the slowest: " + slowest.name, unit: "ms", ours: slowest.Series, limit: goal},
	}, end(t)
}

// crowded returns a database with a closed session of the trainings' survey.
func (b *bench) crowded() (path string, err error) {
	s, err := trainings()
	if err != nil {
		return "", err
	}
	path = filepath.Join(b.dir, "crowded.db")
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	responses := make([]survey.Response, crowd)
	for i := range responses {
		responses[i] = spoken(s, i)
	}
	db, err := storage.Open(path, storage.Options{Create: true})
	if err != nil {
		return "", err
	}
	defer func() {
		if closed := db.Close(); err == nil {
			err = closed
		}
	}()
	session := survey.Session{ID: survey.NewID(), Title: sessionTitle, Place: sessionPlace, Date: sessionDate, Attended: crowd}
	return path, db.Import(context.Background(), s, []storage.Import{{Session: session, Responses: responses}})
}

// spoken draws a response to a survey in which each third person writes something.
func spoken(s *survey.Survey, person int) survey.Response {
	r := survey.Response{ID: survey.NewID(), Answers: make([]survey.Answer, len(s.Questions))}
	for i := range s.Questions {
		q := &s.Questions[i]
		switch {
		case q.Kind != survey.KindText:
			r.Answers[i].Code = survey.Code(1 + rand.IntN(len(q.Points)))
		case person%3 == 0:
			r.Answers[i].Text = strings.Repeat("Više vežbi. ", 1+person%5)
		}
	}
	return r
}
