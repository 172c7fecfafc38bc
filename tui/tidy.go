package tui

import (
	"runtime/debug"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// tidyAfter is how long after a person the terminal's memory is cleared: the
// screen has been drawn anew by then, and what that pushed off it goes as well.
const tidyAfter = 100 * time.Millisecond

// tidy clears up behind a person: the whole screen is drawn anew, what the
// terminal keeps above it is erased, and freed memory is given back to the
// system. Most terminals keep nothing above the alternate screen, but the Linux
// console and multiplexers that were told to have none do. The demo runs on
// somebody's own terminal, which keeps its lines.
func (m *Model) tidy() tea.Cmd {
	if m.cfg.Start == StartDemo {
		return nil
	}
	return tea.Batch(scrub, tea.Sequence(tea.ClearScreen, tea.Tick(tidyAfter, func(time.Time) tea.Msg {
		return tea.RawMsg{Msg: ansi.EraseEntireDisplay}
	})))
}

// scrub collects what the person left and gives it back to the system, which
// hands out such memory only emptied.
func scrub() tea.Msg {
	debug.FreeOSMemory()
	return nil
}

// readWait asks how long to wait where a PIN is asked for.
func (m *Model) readWait() tea.Cmd {
	if _, ok := m.screen.(*pin); !ok {
		return nil
	}
	return m.do.waitPIN()
}
