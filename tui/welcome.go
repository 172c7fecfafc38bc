package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/survey"
)

// welcome greets the next participant: what this is, what is stored and what is
// not, and in which language to go on.
type welcome struct {
	*shared
	frame string
}

func newWelcome(s *shared) *welcome {
	w := &welcome{shared: s}
	w.lay()
	return w
}

func (w *welcome) lay() {
	foot := w.foot(w.keys.Start, w.keys.Results)
	w.frame = w.layout.frame(w.head("anketa", "", 0), w.body(), foot)
}

func (w *welcome) view() string { return w.frame }

func (w *welcome) update(msg tea.Msg) (action, tea.Cmd) {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
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
	case key.Matches(press, w.keys.Results):
		return askPIN{next: showLive{}}, nil
	}
	return nil, nil
}

// body draws what stands between head and foot. Where the terminal is low,
// empty lines go first; no promise is ever left out.
func (w *welcome) body() string {
	blocks := []string{w.styles.Question.Render(w.wrap(w.title()))}
	if intro := w.survey.Intro.In(w.lang); intro != "" {
		blocks = append(blocks, w.wrap(intro))
	}
	blocks = append(blocks, w.promises())
	if len(w.survey.Languages) > 1 {
		blocks = append(blocks, w.languages())
	}
	blocks = append(blocks, w.styles.Button.Render("Enter  "+w.keys.Start.Help().Desc))
	body := strings.Join(blocks, "\n\n")
	if room := w.layout.body(w.foot(w.keys.Start, w.keys.Results)); height(body) > room {
		body = strings.Join(blocks, "\n")
	}
	return body
}

// promises says what is stored and what is not.
func (w *welcome) promises() string {
	t := w.text.Welcome
	lines := []string{t.Stored, t.NotStored}
	if w.survey.Release == survey.ReleaseLive {
		lines = append(lines, w.styles.Warning.Render(t.Live))
	} else {
		lines = append(lines, w.text.Format(t.Groups, w.survey.MinGroup))
	}
	if w.asksText() {
		if w.survey.LinkTexts {
			lines = append(lines, t.LinkedTexts)
		} else {
			lines = append(lines, t.Texts)
		}
	}
	for i, line := range lines {
		wrapped := wrap(line, w.layout.column-2)
		lines[i] = w.styles.Strong.Render("• ") + strings.ReplaceAll(wrapped, "\n", "\n  ")
	}
	return strings.Join(lines, "\n")
}

// asksText reports whether participants can write in their own words.
func (w *welcome) asksText() bool {
	for i := range w.survey.Questions {
		if w.survey.Questions[i].Kind == survey.KindText {
			return true
		}
	}
	return false
}

// languages draws the choice of language; the current one is marked.
func (w *welcome) languages() string {
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
	return flow(items, "   ", w.layout.column)
}
