package marks

import "charm.land/bubbles/v2/key"

// KeyMap holds the keys of the widget besides those of the options themselves.
// Right and Left lead from column to column.
type KeyMap struct {
	Next, Previous, Right, Left, First, Last, Toggle, Enter key.Binding
}

// DefaultKeyMap returns arrows to move, Home and End, space to mark or take the
// mark away, Enter to mark or go on.
func DefaultKeyMap() KeyMap {
	return KeyMap{
		Next:     key.NewBinding(key.WithKeys("down")),
		Previous: key.NewBinding(key.WithKeys("up")),
		Right:    key.NewBinding(key.WithKeys("right")),
		Left:     key.NewBinding(key.WithKeys("left")),
		First:    key.NewBinding(key.WithKeys("home")),
		Last:     key.NewBinding(key.WithKeys("end")),
		Toggle:   key.NewBinding(key.WithKeys("space")),
		Enter:    key.NewBinding(key.WithKeys("enter")),
	}
}
