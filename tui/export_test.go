package tui

import (
	"image"

	tea "charm.land/bubbletea/v2"

	"anketa/survey"
)

// StringsFor gives tests the texts of the interface.
func StringsFor(lang survey.Lang) *Strings { return stringsFor(lang) }

// Break puts a screen of a test in place of the one that is shown.
func Break(m *Model, update func() tea.Cmd, view func() string) {
	m.screen = broken{update, view}
}

// broken is a screen of a test.
type broken struct {
	doUpdate func() tea.Cmd
	doView   func() string
}

func (b broken) lay()                             {}
func (b broken) update(tea.Msg) (action, tea.Cmd) { return nil, b.doUpdate() }
func (b broken) view() string                     { return b.doView() }

// Tidy returns what clears up behind a person.
func Tidy(m *Model) tea.Cmd { return m.tidy() }

// Target is what can be clicked, as tests see it.
type Target struct {
	Area image.Rectangle
	// Key is the key that a click stands for; "" for a message to the screen.
	Key string
	// Scrolls says that a click scrolls.
	Scrolls bool
}

// Targets gives tests what can be clicked now.
func Targets(m *Model) []Target {
	s, ok := m.screen.(clickable)
	if !ok || m.layout.tooSmall() {
		return nil
	}
	var all []Target
	for _, t := range s.targets() {
		one := Target{Area: t.area}
		switch does := t.does.(type) {
		case tea.KeyPressMsg:
			one.Key = does.String()
		case scrollMsg:
			one.Scrolls = true
		}
		all = append(all, one)
	}
	return all
}

// PressOf gives tests the message of a key by its name.
func PressOf(name string) tea.KeyPressMsg { return pressOf(name) }
