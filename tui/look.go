package tui

import (
	"image/color"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"anketa/tui/big"
)

// Look is how the screens are drawn for the person in front of the terminal: as
// usual, with the strongest contrast, in large letters, or both. A person
// switches it on the welcome screen; the next one finds the usual look.
type Look int

const (
	// LookNormal is the usual look.
	LookNormal Look = iota
	// LookContrast knows only black and white, heavy frames and reversed text.
	LookContrast
	// LookLarge writes questions in letters of several rows where there is room.
	LookLarge
	// LookBoth is large and of strong contrast.
	LookBoth

	looks
)

// next returns the look that one more press of the key gives.
func (l Look) next() Look { return (l + 1) % looks }

// contrast reports whether the look is black and white.
func (l Look) contrast() bool { return l == LookContrast || l == LookBoth }

// large reports whether the look has large letters.
func (l Look) large() bool { return l == LookLarge || l == LookBoth }

// nextLook switches to the next look. On the welcome screen it falls back to the
// usual one when nobody goes on, like the language.
func (m *Model) nextLook() tea.Cmd {
	m.look = m.look.next()
	m.dress()
	if m.look == LookNormal {
		return nil
	}
	return m.watchIdle()
}

// appearance is all that decides about colours and signs.
type appearance struct {
	// dark says that the terminal's background is.
	dark bool
	look Look
	// basic says that the terminal has 16 colours.
	basic bool
	// fonts are the letters of the large look.
	fonts []*big.Font
}

// appearance returns what the styles are made for.
func (m *Model) appearance() appearance {
	return appearance{dark: m.isDark, look: m.look, basic: m.cfg.Terminal.FewColours, fonts: m.fonts}
}

// ground returns the colours on which a look of strong contrast stands, or nil:
// many terminals are grey on grey by themselves. A console has its own black.
func (m *Model) ground() (foreground, background color.Color) {
	if t := m.cfg.Terminal; !m.look.contrast() || t.FewCharacters || t.NoColours || m.quitting {
		return nil, nil
	}
	if m.isDark {
		return color.White, color.Black
	}
	return color.Black, color.White
}

// enlarge draws a text in the largest letters that leave some lines of a body
// free, or in the terminal's own.
func (s *shared) enlarge(style lipgloss.Style, text, foot string, others int) string {
	if s.look.large() {
		for _, font := range s.fonts {
			written, ok := font.Write(text, s.layout.column)
			if ok && height(written)+others <= s.layout.body(foot) {
				return style.Render(written)
			}
		}
	}
	return style.Render(s.wrap(text))
}
