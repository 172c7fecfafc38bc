package tui

import (
	"slices"
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
)

// welcome greets the next participant: what this is, what is stored and what is
// not, and in which language to go on.
type welcome struct {
	*shared
	frame string
	// spots are what can be clicked.
	spots []target
	// turns counts how often it was drawn anew, as in another language.
	turns int
	// entered is when Enter was pressed last since the thanks of somebody before.
	entered time.Time
}

func newWelcome(s *shared) *welcome {
	w := &welcome{shared: s}
	w.lay()
	return w
}

func (w *welcome) lay() {
	keys := []key.Binding{w.keys.Start, w.keys.Look, w.keys.Results}
	foot := w.foot(keys...)
	body := w.body(foot)
	w.frame = w.layout.frame(w.head(w.session, "", 0), foot, body.text)
	w.turns++
	middle, bottom := w.layout.stand(foot, body.text)
	w.spots = append(within(middle, body.targets), within(bottom, w.footTargets(keys...))...)
}

// targets implements clickable.
func (w *welcome) targets() []target { return w.spots }

// turned implements turning.
func (w *welcome) turned() int { return w.turns }

func (w *welcome) view() string { return w.frame }

func (w *welcome) update(msg tea.Msg) (action, tea.Cmd) {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok || w.still(press) {
		return nil, nil
	}
	for i, k := range w.keys.Languages {
		if key.Matches(press, k) {
			return setLanguage{w.survey.Languages[i]}, nil
		}
	}
	switch {
	case key.Matches(press, w.keys.Start):
		return startInterview{}, nil
	case key.Matches(press, w.keys.Look):
		return nextLook{}, nil
	case key.Matches(press, w.keys.Results):
		return askPIN{next: showLive{}}, nil
	}
	return nil, nil
}

// still reports whether a key is one of the Enters with which the person before sent
// the answers and left: held down, or pressed once too often, it begins nothing.
func (w *welcome) still(press tea.KeyPressMsg) bool {
	before := w.entered
	w.entered = time.Time{}
	if !key.Matches(press, w.keys.Start) || w.now().Sub(before) >= w.grace() {
		return false
	}
	w.entered = w.now()
	return true
}

// body draws what stands between head and foot: as airy as the terminal allows.
// Where it is low, first the button goes, which the foot repeats, then the
// introduction, then empty lines; no promise and no language is ever left out.
func (w *welcome) body(foot string) block {
	intro := block{text: w.styles.Body.Render(w.wrap(w.survey.Intro.In(w.lang)))}
	promises, languages := block{text: w.promises()}, w.languages("   ")
	others := height(stack("\n\n", intro, promises, languages).text) + 2
	title := block{text: w.enlarge(w.styles.Question, w.title(), foot, others)}
	button := w.button(w.keys.Start, w.keys.Start.Help().Desc)
	tight := w.languages(" ")
	short := block{text: w.styles.Question.Render(ansi.Truncate(w.title(), w.layout.column, "…"))}
	choices := []block{
		stack("\n\n", title, intro, promises, languages, button),
		stack("\n\n", title, intro, promises, languages),
		stack("\n\n", title, promises, tight),
		stack("\n", title, promises, tight),
		stack("\n", short, promises, tight),
	}
	for _, choice := range choices {
		if height(choice.text) <= w.layout.body(foot) {
			return choice
		}
	}
	return choices[len(choices)-1]
}

// join puts blocks below each other and leaves out empty ones.
func join(separator string, blocks ...string) string {
	return strings.Join(slices.DeleteFunc(blocks, func(s string) bool { return s == "" }), separator)
}

// promised returns what is stored and what is not, in sentences.
func (s *shared) promised() []string {
	t := s.text.Welcome
	lines := []string{t.Stored, t.NotStored}
	if s.survey.Kiosk.OnIdle == survey.IdleKeep {
		lines[0] = t.Kept
	}
	if s.survey.Release == survey.ReleaseLive {
		lines = append(lines, t.Live)
	} else {
		lines = append(lines, s.text.Format(t.Groups, s.survey.MinGroup))
	}
	if s.asksText() {
		if s.survey.LinkTexts {
			lines = append(lines, t.LinkedTexts)
		} else {
			lines = append(lines, t.Texts)
		}
	}
	return lines
}

// promises draws what is stored and what is not.
func (w *welcome) promises() string {
	lines := w.promised()
	for i, line := range lines {
		if line == w.text.Welcome.Live {
			line = w.styles.Warning.Render(line)
		}
		wrapped := wrap(line, w.layout.column-2)
		lines[i] = w.styles.Strong.Render("• ") + strings.ReplaceAll(wrapped, "\n", "\n  ")
	}
	return strings.Join(lines, "\n")
}

// asksText reports whether participants can write in their own words.
func (s *shared) asksText() bool {
	for i := range s.survey.Questions {
		if s.survey.Questions[i].TextLimit() > 0 {
			return true
		}
	}
	return false
}

// languages draws the choice of language; the current one is marked.
func (w *welcome) languages(separator string) block {
	if len(w.survey.Languages) < 2 {
		return block{}
	}
	items := make([]string, len(w.survey.Languages))
	for i, lang := range w.survey.Languages {
		help := w.keys.Languages[i].Help()
		item := help.Key + " " + help.Desc
		if lang == w.lang {
			item = w.styles.Strong.Render("● " + item)
		} else {
			item = w.styles.Hint.Render("  " + item)
		}
		items[i] = item
	}
	b := block{text: flow(items, separator, w.layout.column)}
	for i, area := range places(items, separator, w.layout.column) {
		b.targets = append(b.targets, target{area, pressOf(w.keys.Languages[i].Keys()[0])})
	}
	return b
}
