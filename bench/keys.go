package main

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	tea "charm.land/bubbletea/v2"

	"anketa/bench/peers/form"
	"anketa/survey"
	"anketa/tui"
)

// keysFamily is the work that a key makes.
func keysFamily() family {
	return family{
		name: "keys", title: "The work of a key",
		about: "`Update` and `View` in one process, without a renderer: an arrow moves the focus between two points, and its frame is made. huh: the " +
			"same in a form with its own theme.",
		measure: keysRows,
	}
}

func keysRows(b *bench) ([]Row, error) {
	s, err := trainings()
	if err != nil {
		return nil, err
	}
	m := tui.New(b.ctx, tui.Config{Survey: s, Start: tui.StartWelcome, Sessions: []survey.Session{{Open: true}}})
	press := func(code rune, text string) tea.Msg { return tea.KeyPressMsg{Code: code, Text: text} }
	m.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	for _, msg := range []tea.Msg{press(tea.KeyEnter, ""), press('2', "2"), press('1', "1"), press(tea.KeyRight, "")} {
		m.Update(msg)
	}
	ours := inTurn("anketa", m.Update, func() string { return m.View().Content }, press(tea.KeyRight, ""), press(tea.KeyLeft, ""))
	h := form.New()
	h.Init()
	h.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	theirs := inTurn("huh", func(msg tea.Msg) (tea.Model, tea.Cmd) { _, cmd := h.Update(msg); return nil, cmd }, h.View, press(tea.KeyDown, ""), press(tea.KeyUp, ""))
	if err := b.race(b.times(20), 3, ours, theirs); err != nil {
		return nil, err
	}
	return []Row{{
		name: "Update and View", unit: "µs", ours: ours.Series,
		peers: []Peer{{name: "huh", theirs: theirs.Series, goal: atMost(0.05, "Parts that did not change should come out of the cache.")}},
	}}, nil
}

// trainings reads the survey that the kiosk has with it.
func trainings() (*survey.Survey, error) {
	f, err := os.Open(filepath.Join(product, "questions.yaml"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return survey.Load(f)
}

// inTurn measures two keys that change what is shown, each with its frame.
func inTurn(name string, update func(tea.Msg) (tea.Model, tea.Cmd), view func() string, forth, back tea.Msg) *contender {
	const keys = 20
	return &contender{name: name, do: func() (float64, error) {
		last, same := view(), 0
		start := time.Now()
		for range keys / 2 {
			for _, msg := range []tea.Msg{forth, back} {
				update(msg)
				now := view()
				if now == last {
					same++
				}
				last = now
			}
		}
		took := float64(time.Since(start)) / float64(time.Microsecond) / keys
		if same > 0 {
			return 0, errors.New("a key changed nothing")
		}
		return took, nil
	}}
}
