package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// tidyAfter is how long after a person the terminal is cleared: by then the next
// screen stands, and clearing changes nothing that anybody sees.
const tidyAfter = 50 * time.Millisecond

// tidy clears up behind a person: the terminal is erased and drawn anew, and what
// was typed is taken out of memory. The demo has nothing of the kind.
func (m *Model) tidy() tea.Cmd {
	if m.cfg.Start == StartDemo {
		return nil
	}
	// What stood on the screen is in memory until the new screen is drawn.
	return tea.Sequence(m.erase(), after(tidyAfter, nil), m.do.scrub)
}

// erase has the screen erased and drawn anew. [Display] erases what the terminal
// keeps above it with it: most terminals keep nothing above the alternate screen,
// but the Linux console and multiplexers that were told to have none do. The demo
// runs on somebody's own terminal, which keeps its lines.
func (m *Model) erase() tea.Cmd {
	if m.cfg.Start == StartDemo {
		return nil
	}
	return after(tidyAfter, tea.ClearScreen())
}

// after returns a command that brings a message after a while.
func after(d time.Duration, msg tea.Msg) tea.Cmd {
	return tea.Tick(d, func(time.Time) tea.Msg { return msg })
}

// readWait asks how long to wait where a PIN is asked for.
func (m *Model) readWait() tea.Cmd {
	if _, ok := m.screen.(*pin); !ok {
		return nil
	}
	return m.do.waitPIN()
}
