package tui

import (
	"image"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// offerAfter is how long an interview stands without a key until whoever comes
// to it may be another person (issue 4, point 1). Many take longer to read a
// question: the offer is one line that leaves everything else as it is, and its
// key does nothing else on any screen of a participant.
const offerAfter = 15 * time.Second

// offer is what the screen of an interview offers the next person.
type offer int

const (
	// offerNone offers nothing: somebody typed not long ago.
	offerNone offer = iota
	// offerMade says how to begin afresh.
	offerMade
	// offerErases and offerStores wait for the key a second time, because it ends
	// an interview with answers.
	offerErases
	offerStores
)

// newPerson begins afresh for the next person: at once when there is nothing to
// lose, and otherwise when the key comes a second time.
func (m *Model) newPerson() tea.Cmd {
	m.lastKey = m.now()
	switch {
	case m.offer != offerMade || m.untouched():
		return m.apply(abandonInterview{})
	case m.keeps():
		m.offer = offerStores
	default:
		m.offer = offerErases
	}
	m.screen.lay()
	return nil
}

// untouched reports whether nothing would be lost with the interview.
func (m *Model) untouched() bool {
	s := m.screen
	if still, ok := s.(*stillThere); ok {
		s = still.behind
	}
	a, ok := s.(*ask)
	return m.interview.Given() == 0 && !(ok && a.holds())
}

// holds reports whether the asker has something that is not in the interview yet.
func (a *ask) holds() bool {
	switch t := a.asker.(type) {
	case *write:
		return !t.field.empty()
	case *words:
		return !t.field.empty()
	case *count:
		return !t.form.empty()
	case *mark:
		return t.widget.Value().Given()
	}
	return false
}

// offerBlock is the line for the next person with what can be clicked in it.
func (s *shared) offerBlock() block {
	line := s.offerLine()
	if line == "" {
		return block{}
	}
	return block{line, []target{{image.Rect(0, 0, lipgloss.Width(line), 1), pressOf(s.keys.NewPerson.Keys()[0])}}}
}

// offerLine draws the line for the next person, or "".
func (s *shared) offerLine() string {
	again := s.text.Interview.EraseAgain
	switch s.offer {
	case offerNone:
		return ""
	case offerMade:
		return foot(s.styles, s.layout.column, []key.Binding{s.keys.NewPerson})
	case offerStores:
		again = s.text.Interview.StoreAgain
	}
	return s.styles.Warning.Render(ansi.Truncate(s.text.Format(again, s.keys.NewPerson.Help().Key), s.layout.column, "…"))
}
