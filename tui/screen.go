package tui

import (
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
	"anketa/tui/big"
)

// screen is what fills the terminal. Screens are pointers that the root makes
// and keeps as long as they are shown.
type screen interface {
	// lay draws the parts that stay the same: size, theme or language changed.
	lay()
	// update handles a message and returns what to do next, if anything.
	update(tea.Msg) (action, tea.Cmd)
	// view returns the whole terminal.
	view() string
}

// settler is a screen that shows something for a moment, such as the point
// just chosen; the next key does not wait for it.
type settler interface{ settle() action }

// shared is what every screen needs to draw itself.
type shared struct {
	survey *survey.Survey
	// session is what the facilitator calls the training; "" before there is one.
	session string
	lang    survey.Lang
	text    *Strings
	styles  *Styles
	keys    KeyMap
	layout  layout
	timers  *clock
	now     func() time.Time
	newID   func() survey.ID
	// look is how the screens are drawn, fonts are the letters for it, the largest first.
	look  Look
	fonts []*big.Font
	// offer is what the screen of an interview offers the next person.
	offer offer
	// pace tells how long people take.
	pace *Pace
}

// head draws the two lines at the top: title and status, and below them a rule
// of which a share between 0 and 1 is done.
func (s *shared) head(title, status string, done float64) string {
	return head(s.styles, s.layout.column, title, status, done)
}

// head draws a head of a width in cells.
func head(s *Styles, width int, title, status string, done float64) string {
	status = ansi.Truncate(status, width/2, "…")
	room := width - ansi.StringWidth(status) - 2
	title = ansi.Truncate(title, room, "…")
	space := strings.Repeat(" ", width-ansi.StringWidth(title)-ansi.StringWidth(status))
	filled := int(done*float64(width) + 0.5)
	return s.Title.Render(title) + space + s.Status.Render(status) + "\n" +
		s.Done.Render(strings.Repeat("━", filled)) + s.Rest.Render(strings.Repeat("─", width-filled))
}

// foot draws the keys of the screen.
func (s *shared) foot(keys ...key.Binding) string { return foot(s.styles, s.layout.column, keys) }

// wrap breaks text into lines that fit the column.
func (s *shared) wrap(text string) string { return wrap(text, s.layout.column) }

// title returns the title of the survey.
func (s *shared) title() string { return s.survey.Title.In(s.lang) }

// center puts every line of a block into the middle of the column.
func (s *shared) center(block string) string {
	margin := strings.Repeat(" ", s.margin(block))
	return margin + strings.ReplaceAll(block, "\n", "\n"+margin)
}

// margin returns how far center moves a block to the right.
func (s *shared) margin(block string) int { return max(0, (s.layout.column-lipgloss.Width(block))/2) }

// clock starts timers and knows which of them still count.
type clock struct{ generation [timers]int }

// start returns a command that ends after d; a timer of the same name that was
// started before no longer counts.
func (c *clock) start(t timer, d time.Duration) tea.Cmd {
	c.stop(t)
	generation := c.generation[t]
	return tea.Tick(d, func(time.Time) tea.Msg { return timeMsg{timer: t, generation: generation} })
}

// stop makes a timer that was started not count any more.
func (c *clock) stop(t timer) { c.generation[t]++ }

// rings reports whether a message comes from the timer as it was started last.
func (c *clock) rings(m timeMsg, t timer) bool {
	return m.timer == t && m.generation == c.generation[t]
}
