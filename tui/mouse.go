package tui

import (
	"image"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// The mouse: a click means what a key means. Touch screens send clicks.
//
// What lies under the mouse is shown in reverse, which needs no colour. It is
// only a look: the focus stays where the keys put it, so that a mouse that is
// bumped into changes nothing, not even what Enter would take.
type (
	// clickMsg tells a screen that one of the things it offers was clicked: a
	// point, an option, a line. They are counted as the screen itself does.
	clickMsg struct{ item int }
	// scrollMsg asks a screen to show what stands some lines further down, or up.
	scrollMsg struct{ lines int }
)

// target is a part of the terminal that can be clicked.
type target struct {
	area image.Rectangle
	// does is the key that a click stands for, or a message for the screen.
	does tea.Msg
}

// clickable is a screen on which there is something to click.
type clickable interface {
	// targets returns what can be clicked on the screen as it is drawn now.
	targets() []target
}

// turning is a screen that becomes another one for the person in front of it
// without being replaced, as from question to question.
type turning interface {
	// turned counts how often that happened.
	turned() int
}

// shown is what a person believes to be clicking on.
type shown struct {
	screen screen
	turned int
	// offer is there because what the next person clicks asks once more.
	offer offer
}

// mouse is what is known of the mouse.
type mouse struct {
	// over is the area of the target below the mouse, or empty.
	over image.Rectangle
	// clicked is when the last click counted, on what and as what.
	clicked time.Time
	on      shown
	did     tea.Msg
	// plain and lit are the view that was highlighted last, before and after.
	plain, lit string
}

const (
	// doubleClick is how soon a click after another one belongs to it, as
	// systems with a mouse have it.
	doubleClick = 500 * time.Millisecond
	// wheelLines is how far one notch of the wheel scrolls.
	wheelLines = 3
)

// point handles what the mouse did. Only the left button clicks, when it goes
// down; with a key held, or dragged, the mouse does nothing.
func (m *Model) point(msg tea.MouseMsg) tea.Cmd {
	at := msg.Mouse()
	here := image.Pt(at.X, at.Y)
	if m.layout.tooSmall() || at.Mod != 0 || !here.In(image.Rect(0, 0, m.layout.realWidth, m.layout.realHeight)) {
		return nil
	}
	switch msg.(type) {
	case tea.MouseMotionMsg:
		// Motion alone is no sign of a person: a mouse on a table that shakes must
		// not keep an abandoned interview open.
		if at.Button == tea.MouseNone && !here.In(m.mouse.over) {
			m.leave()
			m.mouse.over = m.target(here).area
		}
	case tea.MouseClickMsg:
		if at.Button == tea.MouseLeft {
			return m.click(here)
		}
	case tea.MouseWheelMsg:
		switch at.Button {
		case tea.MouseWheelUp:
			return m.wheel(-wheelLines)
		case tea.MouseWheelDown:
			return m.wheel(wheelLines)
		}
	}
	return nil
}

// target returns what can be clicked at a place, or the zero target.
func (m *Model) target(at image.Point) target {
	if s, ok := m.screen.(clickable); ok {
		for _, t := range s.targets() {
			if at.In(t.area) {
				return t
			}
		}
	}
	return target{}
}

// click does what the target at a place stands for. Whoever clicks twice, as
// people do, means it once.
func (m *Model) click(at image.Point) tea.Cmd {
	m.lastKey, m.store.untouched = m.now(), false
	does := m.target(at).does
	if _, ok := m.screen.(*stillThere); ok && does == nil {
		does = pressOf("enter")
	}
	if does != nil && (m.clicksAgain(does) || m.confirms(does)) {
		return nil
	}
	press, presses := does.(tea.KeyPressMsg)
	var heard tea.Cmd
	if !presses || !key.Matches(press, m.keys.NewPerson) {
		heard = m.heard()
	}
	switch {
	case does == nil:
		return heard
	case presses:
		m.mouse = mouse{clicked: m.lastKey, on: m.shown(), did: does}
		return tea.Batch(heard, m.press(press))
	}
	m.mouse = mouse{clicked: m.lastKey, on: m.shown(), did: does}
	return tea.Batch(heard, m.forward(does))
}

// clicksAgain reports whether a click is the second half of a double click: it
// meets what the first one brought, or would take back what the first one did.
func (m *Model) clicksAgain(does tea.Msg) bool {
	_, chooses := does.(clickMsg)
	return m.lastKey.Sub(m.mouse.clicked) < doubleClick &&
		(m.mouse.on != m.shown() || chooses && does == m.mouse.did)
}

// confirms reports whether a click must wait because the answer before is still
// being shown: a key goes on to the next question, which nobody has seen yet.
func (m *Model) confirms(does tea.Msg) bool {
	a, ok := m.screen.(*ask)
	_, presses := does.(tea.KeyPressMsg)
	return ok && presses && a.confirming
}

// shown returns what is on the screen.
func (m *Model) shown() shown {
	on := shown{screen: m.screen, offer: m.offer}
	if s, ok := m.screen.(turning); ok {
		on.turned = s.turned()
	}
	return on
}

// wheel scrolls, and is a sign of a person as a key is.
func (m *Model) wheel(lines int) tea.Cmd {
	if _, ok := m.screen.(*stillThere); ok {
		return m.press(pressOf("enter"))
	}
	m.store.untouched = false
	m.leave()
	return tea.Batch(m.heard(), m.forward(scrollMsg{lines}))
}

// highlight shows in reverse what lies below the mouse.
func (m *Model) highlight(view string) string {
	over := m.mouse.over
	switch {
	case over.Empty():
		return view
	case view == m.mouse.plain && m.mouse.lit != "":
		return m.mouse.lit
	}
	lines := strings.Split(view, "\n")
	for y := over.Min.Y; y < min(over.Max.Y, len(lines)); y++ {
		line := lines[y]
		before := pad(ansi.Truncate(line, over.Min.X, ""), over.Min.X)
		within := pad(ansi.Strip(ansi.Cut(line, over.Min.X, over.Max.X)), over.Dx())
		lines[y] = before + m.styles.Hover.Render(within) + ansi.TruncateLeft(line, over.Max.X, "")
	}
	m.mouse.plain, m.mouse.lit = view, strings.Join(lines, "\n")
	return m.mouse.lit
}

// leave forgets what lies below the mouse.
func (m *Model) leave() { m.mouse.over, m.mouse.plain, m.mouse.lit = image.Rectangle{}, "", "" }

// within moves targets from the upper left corner to an area and leaves out what
// does not show there.
func within(area image.Rectangle, targets []target) []target {
	var inside []target
	for _, t := range targets {
		if t.area = t.area.Add(area.Min).Intersect(area); !t.area.Empty() {
			inside = append(inside, t)
		}
	}
	return inside
}
