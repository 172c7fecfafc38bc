package tui

import (
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
