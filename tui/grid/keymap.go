package grid

import "charm.land/bubbles/v2/key"

// KeyMap holds the keys of the widget besides those of the points themselves.
// None of them leaves the row.
type KeyMap struct {
	Next, Previous, First, Last, Choose key.Binding
}

// DefaultKeyMap returns left and right to move, Home and End, Enter and space to choose.
func DefaultKeyMap() KeyMap {
	return KeyMap{
		Next:     key.NewBinding(key.WithKeys("right")),
		Previous: key.NewBinding(key.WithKeys("left")),
		First:    key.NewBinding(key.WithKeys("home")),
		Last:     key.NewBinding(key.WithKeys("end")),
		Choose:   key.NewBinding(key.WithKeys("enter", "space")),
	}
}
