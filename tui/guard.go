package tui

import (
	"errors"
	"fmt"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"
)

// ErrBroken says that the program met a state that its authors did not foresee.
var ErrBroken = errors.New("the kiosk met an error of its own and stopped; stored answers are safe, start it again")

// Guarded keeps a panic of the model from reaching Bubble Tea, which would print
// it with its stack, and perhaps an answer, on the participants' terminal. The
// program ends in good order instead and [Guarded.Err] says so.
type Guarded struct {
	model *Model
	err   error
	// broken is closed with the first panic.
	broken chan struct{}
}

// Guard returns the model behind a guard.
func Guard(m *Model) *Guarded { return &Guarded{model: m, broken: make(chan struct{})} }

// Err returns [ErrBroken] after a panic, and nil otherwise.
func (g *Guarded) Err() error { return g.err }

// Init implements tea.Model.
func (g *Guarded) Init() (cmd tea.Cmd) {
	defer g.recover(&cmd)
	return tea.Batch(g.wait, g.protect(g.model.Init()))
}

// wait ends the program after a panic: drawing cannot, because it returns no command.
func (g *Guarded) wait() tea.Msg {
	select {
	case <-g.broken:
		return tea.QuitMsg{}
	case <-g.model.do.ctx.Done():
		return nil
	}
}

// Update implements tea.Model.
func (g *Guarded) Update(msg tea.Msg) (model tea.Model, cmd tea.Cmd) {
	if broken, ok := msg.(brokenMsg); ok {
		g.broke(broken.kind)
	}
	if g.err != nil {
		return g, tea.Quit
	}
	model = g
	defer g.recover(&cmd)
	_, cmd = g.model.Update(msg)
	return g, g.protect(cmd)
}

// View implements tea.Model.
func (g *Guarded) View() (v tea.View) {
	if g.err != nil {
		return tea.NewView("")
	}
	defer func() {
		if r := recover(); r != nil {
			g.broke(r)
		}
	}()
	return g.model.View()
}

// brokenMsg tells that a command panicked.
type brokenMsg struct{ kind any }

// protect makes a panic in a command a message.
func (g *Guarded) protect(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				msg = brokenMsg{kind: r}
			}
		}()
		msg = cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i := range batch {
				batch[i] = g.protect(batch[i])
			}
		}
		return msg
	}
}

// recover ends the program after a panic.
func (g *Guarded) recover(cmd *tea.Cmd) {
	if r := recover(); r != nil {
		g.broke(r)
		*cmd = tea.Quit
	}
}

// broke notes a panic for the operator: where it happened and of what type it
// was, but not its value, which may hold an answer.
func (g *Guarded) broke(r any) {
	if g.err == nil {
		g.err = ErrBroken
		close(g.broken)
		g.model.cfg.Log.Error("panic", "type", fmt.Sprintf("%T", r), "stack", string(debug.Stack()))
	}
}
