package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// kept tells the facilitator, behind the PIN, of the response that waits for
// being stored, without showing it, and can erase it.
type kept struct {
	*shared
	// asking is true while it is asked whether the response is to be erased.
	asking bool
	frame  string
}

func newKept(s *shared) *kept {
	k := &kept{shared: s}
	k.lay()
	return k
}

func (k *kept) lay() {
	n := k.text.Notice
	lines := []string{k.styles.Warning.Render(n.OutOfServiceTitle), "", k.wrap(n.Kept)}
	if k.asking {
		lines = append(lines, "", k.styles.Warning.Render(k.wrap(n.EraseKept)))
	}
	k.frame = k.layout.frame(k.head(k.session, "", 1), k.foot(k.help()...), strings.Join(lines, "\n"))
}

// help returns the keys that work.
func (k *kept) help() []key.Binding {
	if k.asking {
		return []key.Binding{k.keys.Yes, k.keys.No}
	}
	return []key.Binding{k.keys.TryAgain, k.resultsKey(), k.eraseKey(), k.keys.Return}
}

// resultsKey shows the results, for which the PIN was typed already.
func (k *kept) resultsKey() key.Binding {
	return key.NewBinding(key.WithKeys("1"), key.WithHelp("1", k.text.Live.Title))
}

// eraseKey asks whether to erase the response.
func (k *kept) eraseKey() key.Binding {
	return key.NewBinding(key.WithKeys("2"), key.WithHelp("2", k.text.Keys.EraseKept))
}

func (k *kept) view() string { return k.frame }

func (k *kept) update(msg tea.Msg) (action, tea.Cmd) {
	press, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok:
	case k.asking && key.Matches(press, k.keys.Yes):
		return dropKept{}, nil
	case k.asking:
		k.asking = !key.Matches(press, k.keys.No)
		k.lay()
	case key.Matches(press, k.keys.TryAgain):
		return tryStore{}, nil
	case key.Matches(press, k.resultsKey()):
		return showLive{}, nil
	case key.Matches(press, k.eraseKey()):
		k.asking = true
		k.lay()
	case key.Matches(press, k.keys.Return):
		return goHome{}, nil
	}
	return nil, nil
}
