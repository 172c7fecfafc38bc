package tui

import (
	"image"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/lipgloss/v2"

	"anketa/survey"
)

var (
	_ screen    = (*reveal)(nil)
	_ clickable = (*reveal)(nil)
	_ turning   = (*reveal)(nil)
)

// lay implements screen.
func (r *reveal) lay() {
	r.scrolls = false
	r.layBody()
	if len(r.pane.lines) > r.pane.height {
		r.scrolls = true
		r.layBody()
	}
	status, done := "", 0.0
	if len(r.figures) > 0 {
		status = r.text.Format(r.text.Console.Asked, r.at+1, len(r.figures))
		done = float64(r.at+1) / float64(len(r.figures))
	}
	r.top = r.head(r.behind.heading(), status, done)
}

// layBody draws the foot and, into the room that it leaves, the question and its
// answers: whatever does not fit scrolls.
func (r *reveal) layBody() {
	r.bottom = r.foot(r.help()...)
	r.pane.height = r.layout.body(r.bottom)
	r.pane.set(nil, r.draw(), 1, r.layout.column)
}

// help returns the keys that work.
func (r *reveal) help() []key.Binding {
	k := &r.keys.Console
	var keys []key.Binding
	if r.scrolls {
		keys = append(keys, r.keys.Up)
	}
	if !r.open && len(r.figures) > 0 {
		keys = append(keys, k.Reveal)
	}
	if r.at+1 < len(r.figures) {
		keys = append(keys, k.Next)
	}
	if r.at > 0 {
		keys = append(keys, k.Previous)
	}
	return append(keys, k.Back)
}

// draw draws the question as large as its answers leave room, and the answers once
// they are shown.
func (r *reveal) draw() []piece {
	if len(r.figures) == 0 {
		return []piece{plain(r.styles.Hint.Render(r.wrap(r.text.Console.NothingToPresent)))}
	}
	// The answers have their room also while they are covered, so that the question
	// stays where it is when they are shown.
	question, answers, figure := r.figures[r.at].Question.Text.In(r.lang), r.answers(), r.figure()
	room := r.pane.height - height(answers) - 1
	if figure != "" {
		room -= height(figure) + 1
	}
	asked := r.largest(r.styles.Question, question, room)
	if figure != "" {
		answers = figure + "\n\n" + answers
	}
	if !r.open {
		free := min(height(answers), r.pane.height-height(asked)-1) - 1
		answers = r.styles.Hint.Render(r.text.Console.Covered) + strings.Repeat("\n", max(free, 0))
	}
	return []piece{plain(asked), plain(answers)}
}

// figure writes what the answers come to, the share or the score, in the largest letters for
// which there is room beside the question in the terminal's own and the answers; it is
// "" where there is no such number or no room.
func (r *reveal) figure() string {
	f := &r.figures[r.at]
	said := ""
	if b, ok := r.behind.box(f); ok {
		said = r.behind.boxShare(b)
	}
	if score, ok := f.Recommendation(); ok && f.Question.Kind == survey.KindNPS {
		said = r.text.Format(r.text.Live.Score, signed(score.Score))
	}
	room := r.pane.height - height(r.answers()) - height(r.wrap(f.Question.Text.In(r.lang))) - 2
	for _, font := range r.fonts {
		if written, ok := font.Write(said, r.layout.column); ok && said != "" && height(written) <= room {
			return r.styles.Strong.Render(written)
		}
	}
	return ""
}

// answers draws the answers to the question.
func (r *reveal) answers() string {
	d := r.behind.within(r.layout.column)
	d.ungrown = 1 - float64(r.grown)/revealFrames
	f := &r.figures[r.at]
	axis := d.commonAxis(r.figures[r.at : r.at+1])
	return strings.Join(append(d.figures(f, axis), d.aside(f, d.base(f)...)), "\n")
}

// largest writes a text in the largest letters of which some lines have room, or in the
// terminal's own.
func (r *reveal) largest(style lipgloss.Style, text string, room int) string {
	for _, font := range r.fonts {
		if written, ok := font.Write(text, r.layout.column); ok && height(written) <= room {
			return style.Render(written)
		}
	}
	return style.Render(r.wrap(text))
}

func (r *reveal) view() string {
	return r.layout.frameOver(r.more(), r.top, r.bottom, r.pane.view())
}

// more says that there is more below.
func (r *reveal) more() string {
	if r.pane.atEnd() {
		return ""
	}
	return r.styles.Hint.Render("▼ …")
}

// targets implements clickable.
func (r *reveal) targets() []target {
	_, bottom := r.layout.stand(r.bottom)
	gap := image.Rect(bottom.Min.X, bottom.Min.Y-1, bottom.Max.X, bottom.Min.Y)
	var targets []target
	if more := r.more(); more != "" {
		targets = within(gap, []target{{image.Rect(0, 0, lipgloss.Width(more), 1), pressOf(r.keys.PageDown.Keys()[0])}})
	}
	return append(targets, within(bottom, r.footTargets(r.help()...))...)
}
