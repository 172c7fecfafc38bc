package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// read shows a note and waits for Enter.
type read struct{ asking }

var _ asker = (*read)(nil)

func newRead(a asking) *read { return &read{a} }

// heading implements asker.
func (r *read) heading() heading {
	h := r.asking.heading()
	h.read = true
	return h
}

// lay implements asker.
func (r *read) lay(int, int) {}

// update implements asker.
func (r *read) update(msg tea.Msg) turn {
	press, ok := msg.(tea.KeyPressMsg)
	switch {
	case ok && key.Matches(press, r.keys.Back):
		return turn{move: backward}
	case ok && key.Matches(press, r.keys.Next):
		return turn{move: onward}
	}
	return turn{}
}

// enters implements asker.
func (r *read) enters() effect { return takes }

// help implements asker.
func (r *read) help(effect) []key.Binding { return []key.Binding{r.keys.Next, r.keys.Back} }

// view implements asker.
func (r *read) view() string { return "" }
