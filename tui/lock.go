package tui

import (
	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// Filter keeps away from the program what must not act on it, for
// [tea.WithFilter]: the end of the program unless the facilitator asked for it or
// it broke; interruption and suspension always, which would show what lies
// behind the kiosk; and what a terminal replies to questions that nobody asked,
// which somebody can make it type. A signal ends the program by its context
// and never comes by here.
func (g *Guarded) Filter(_ tea.Model, msg tea.Msg) tea.Msg {
	// A frame for each of a million keys behind a paste would take minutes.
	if g.model.ignores(msg) {
		return nil
	}
	switch msg.(type) {
	case tea.QuitMsg:
		if g.err == nil && !g.model.quitting {
			return nil
		}
	case tea.InterruptMsg, tea.SuspendMsg, tea.ResumeMsg:
		return nil
	case tea.ClipboardMsg, tea.TerminalVersionMsg, tea.CapabilityMsg, tea.CursorPositionMsg, tea.CursorColorMsg, tea.ForegroundColorMsg:
		return nil
	case uv.UnknownEvent, uv.UnknownCsiEvent, uv.UnknownSs3Event, uv.UnknownOscEvent, uv.UnknownDcsEvent, uv.UnknownSosEvent, uv.UnknownPmEvent, uv.UnknownApcEvent:
		return nil
	case uv.WindowOpEvent, uv.PixelSizeEvent, uv.CellSizeEvent, uv.KittyGraphicsEvent, uv.ModifyOtherKeysEvent:
		return nil
	case uv.PrimaryDeviceAttributesEvent, uv.SecondaryDeviceAttributesEvent, uv.TertiaryDeviceAttributesEvent:
		return nil
	}
	return msg
}

// locked reports whether the PIN stands between this terminal and what only the
// facilitator may do. Before a PIN was ever chosen there is nobody to keep in.
func (m *Model) locked() bool { return m.cfg.Locked && !m.facilitator }

// quit ends the program, behind the PIN where there is one.
func (m *Model) quit() tea.Cmd {
	if m.locked() {
		return m.apply(askPIN{next: quitProgram{}})
	}
	m.quitting = true
	return tea.Quit
}

// lock goes back behind the PIN from a screen that it opened and that was left
// alone. What stands in the set-up form comes back with the PIN.
func (m *Model) lock() tea.Cmd {
	m.facilitator = false
	left := m.screen
	cleared := m.home()
	switch left := left.(type) {
	case *setup:
		m.afterPIN = backToSetup{left}
	case *paper:
		m.afterPIN = backToEntry{left}
	}
	return tea.Batch(cleared, m.askStore())
}

// attend starts to notice when nobody types, where that matters.
func (m *Model) attend() tea.Cmd {
	if !m.waits() {
		return nil
	}
	return m.watchIdle()
}
