package tui

import (
	"image"
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// footTargets returns what can be clicked in a foot with these keys.
func (s *shared) footTargets(keys ...key.Binding) []target {
	return footTargets(s.styles, s.layout.column, keys)
}

// footTargets returns what can be clicked in a foot of a width.
func footTargets(s *Styles, width int, keys []key.Binding) []target {
	keys, items := footItems(s, keys)
	var targets []target
	for i, area := range places(items, footGap, width) {
		targets = append(targets, keyTargets(keys[i], area)...)
	}
	return targets
}

// keyTargets returns what can be clicked where a key is named. Each of several
// arrows is a target, the last one together with what the keys do. "1–5" names
// keys that stand elsewhere on the screen, and is none.
func keyTargets(k key.Binding, area image.Rectangle) []target {
	name := k.Help().Key
	var targets []target
	for i, sign := range name {
		arrow := arrowKey(sign)
		if arrow == "" {
			continue
		}
		from := area.Min.X + ansi.StringWidth(name[:i])
		if n := len(targets); n > 0 {
			targets[n-1].area.Max.X = from
		}
		targets = append(targets, target{image.Rect(from, area.Min.Y, area.Max.X, area.Max.Y), pressOf(arrow)})
	}
	if targets != nil || len(name) > 1 && strings.ContainsAny(name, "–/,") {
		return targets
	}
	return []target{{area, pressOf(k.Keys()[0])}}
}

// arrowKey returns the name of the key that an arrow stands for, or "".
func arrowKey(sign rune) string {
	switch sign {
	case '↑':
		return "up"
	case '↓':
		return "down"
	case '←':
		return "left"
	case '→':
		return "right"
	}
	return ""
}

// pressOf returns the message of a key by its name.
func pressOf(name string) tea.KeyPressMsg {
	if sign, size := utf8.DecodeRuneInString(name); size == len(name) {
		return tea.KeyPressMsg{Code: sign, Text: name}
	}
	codes := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "backspace": tea.KeyBackspace, "tab": tea.KeyTab,
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
		"home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
	}
	if name == "space" {
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	}
	return tea.KeyPressMsg{Code: codes[name]}
}

// block is a part of a body with what can be clicked in it, counted from its
// upper left corner.
type block struct {
	text    string
	targets []target
}

// button draws a button that stands for a key.
func (s *shared) button(k key.Binding, does string) block {
	text := s.styles.Button.Render(k.Help().Key + "  " + does)
	return block{text, []target{{image.Rect(0, 0, lipgloss.Width(text), 1), pressOf(k.Keys()[0])}}}
}

// stack puts blocks below each other and leaves out empty ones.
func stack(separator string, blocks ...block) block {
	var all block
	for _, b := range blocks {
		if b.text == "" {
			continue
		}
		if all.text != "" {
			all.text += separator
		}
		down := image.Pt(0, height(all.text)-1)
		for _, t := range b.targets {
			all.targets = append(all.targets, target{t.area.Add(down), t.does})
		}
		all.text += b.text
	}
	return all
}
