package tui

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/results"
	"anketa/survey"
)

// decide handles a key that decides about the chosen text; the same key takes the
// decision back.
func (w *writings) decide(press tea.KeyPressMsg) (action, bool) {
	k := &w.c.keys.Console.Texts
	if w.pane.at >= len(w.listed) {
		return nil, false
	}
	p := w.listed[w.pane.at]
	w.notice = ""
	switch {
	case key.Matches(press, k.Approve):
		return w.judge(p, survey.Approved), true
	case key.Matches(press, k.Hide):
		return w.judge(p, survey.Hidden), true
	case key.Matches(press, k.Tag):
		w.tagging = w.newTagging(p)
	case key.Matches(press, k.Mask):
		if pieces := w.c.release.Pieces(&p); len(pieces) > 1 {
			w.masking = &masking{passage: p, pieces: pieces}
		}
	default:
		return nil, false
	}
	return nil, true
}

// judge stores a verdict, or takes it back where it stands already.
func (w *writings) judge(p results.Passage, verdict survey.Verdict) action {
	review := w.c.release.Review(&p)
	if review.Verdict == verdict {
		verdict = survey.Unreviewed
	}
	review.Verdict = verdict
	return reviewText{passage: p, review: review}
}

// themes returns the names of all themes, the most frequent first.
func (c *console) themes() []string {
	var lists [][]results.Passage
	for i := range c.release.Survey.Questions {
		passages, _ := c.release.Passages(c.release.Survey.Questions[i].ID, results.Facilitator)
		lists = append(lists, passages)
	}
	var names []string
	for _, t := range results.Themes(lists...) {
		names = append(names, t.Name)
	}
	return names
}

// numbered writes themes with their numbers.
func numbered(names []string) string {
	said := make([]string, len(names))
	for i, name := range names {
		said[i] = strconv.Itoa(i+1) + " " + name
	}
	return strings.Join(said, " · ")
}

// themesIn reads themes with commas between them; a number stands for a known one.
func themesIn(text string, known []string) []string {
	r := survey.Review{}
	for name := range strings.SplitSeq(text, ",") {
		if n, err := strconv.Atoi(strings.TrimSpace(name)); err == nil && n >= 1 && n <= len(known) {
			name = known[n-1]
		}
		r.Themes = append(r.Themes, name)
	}
	r.Clean()
	return r.Themes
}

// newTagging asks for the themes of a text.
func (w *writings) newTagging(p results.Passage) *draft {
	c := w.c
	t, known := &c.text.Texts, c.themes()
	f := &draft{sessionForm: &sessionForm{title: t.TagHow}}
	if len(known) > 0 {
		f.title += "\n" + c.text.Format(t.Known, numbered(known))
	}
	value := strings.Join(p.Themes, ", ")
	if value != "" {
		value += ", "
	}
	f.lines = []line{{label: t.Themes, value: value, limit: survey.MaxThemes * (survey.MaxThemeLength + 2)}}
	f.fit(c.styles, c.place.column)
	f.checks = []func(string) string{func(value string) string {
		if len(themesIn(value, known)) > survey.MaxThemes {
			return c.text.Format(t.TooManyThemes, survey.MaxThemes)
		}
		return ""
	}}
	f.send = func(form *form) action {
		review := c.release.Review(&p)
		review.Themes = themesIn(form.value(0), known)
		return reviewText{passage: p, review: review}
	}
	return f
}

// pressTagging handles a key while themes are typed.
func (w *writings) pressTagging(press tea.KeyPressMsg) action {
	next, done := w.tagging.press(press, &w.c.keys)
	if done {
		w.tagging = nil
		w.c.turns++
	}
	return next
}

// layTagging draws the text and the line for its themes.
func (w *writings) layTagging() {
	c := w.c
	var text []piece
	if w.pane.at < len(w.listed) {
		text = []piece{plain(c.drawText(&w.listed[w.pane.at], true))}
	}
	w.tagging.fit(c.styles, c.place.column)
	at := w.pane.at
	w.pane.set(text, []piece{plain(w.tagging.view(c.styles, c.place.column))}, 1, c.column)
	w.pane.at = at
	w.pane.scroll(len(w.pane.lines))
}

// paste implements paster.
func (w *writings) paste(msg tea.PasteMsg) {
	if w.tagging != nil {
		w.tagging.form.update(msg)
	}
}

// hear implements listener.
func (w *writings) hear(msg tea.Msg) {
	if done, ok := msg.(reviewedMsg); ok && w.c.tab() == tab(w) {
		w.notice = ""
		if done.err != nil {
			w.notice = w.c.text.Console.NotDone
		}
	}
}

// masking is the choice of the words of a text that are masked.
type masking struct {
	passage results.Passage
	pieces  []results.Piece
	// at is the word that the next key is about, typed what was typed of another;
	// missing is true when no word begins like that.
	at      int
	typed   string
	missing bool
}

// pressMasking handles a key while words are chosen.
func (w *writings) pressMasking(press tea.KeyPressMsg) action {
	m, k := w.masking, &w.c.keys.Console
	last := len(m.pieces) - 2
	switch {
	case key.Matches(press, k.Texts.Store):
		review := w.c.release.Review(&m.passage)
		review.Masked = m.masked()
		w.masking = nil
		w.c.turns++
		return reviewText{passage: m.passage, review: review}
	case key.Matches(press, k.Texts.Toggle):
		m.toggle()
	case press.String() == "esc":
		w.masking = nil
		w.c.turns++
	case press.String() == "backspace":
		if runes := []rune(m.typed); len(runes) > 0 {
			m.seek(string(runes[:len(runes)-1]))
		}
	case key.Matches(press, k.Previous), key.Matches(press, w.c.keys.Up):
		m.choose(max(m.at-1, 0))
	case key.Matches(press, k.Next), key.Matches(press, w.c.keys.Down):
		m.choose(min(m.at+1, last))
	case key.Matches(press, w.c.keys.Top):
		m.choose(0)
	case key.Matches(press, w.c.keys.Bottom):
		m.choose(last)
	case types(press) && press.Text != "":
		m.seek(m.typed + press.Text)
	}
	return nil
}

// toggle masks the chosen word or shows it again. Where a search found nothing no
// word is chosen: the one that was before is not the one that is meant.
func (m *masking) toggle() {
	if m.missing {
		return
	}
	m.pieces[m.at].Masked = !m.pieces[m.at].Masked
	m.typed = ""
}

// choose goes to a word and ends the search.
func (m *masking) choose(at int) { m.at, m.typed, m.missing = at, "", false }

// seek goes to the next word that begins as was typed, in either script.
func (m *masking) seek(typed string) {
	m.typed, m.missing = cutRunes(typed, longestFind), false
	words := len(m.pieces) - 1
	for i := range words {
		at := (m.at + i) % words
		if strings.HasPrefix(folded(m.pieces[at].Word), folded(typed)) {
			m.at = at
			return
		}
	}
	m.missing = true
}

// masked returns the places of the masked words.
func (m *masking) masked() []int {
	var masked []int
	for i := range m.pieces {
		if m.pieces[i].Masked {
			masked = append(masked, i)
		}
	}
	return masked
}

// layMasking draws the text with its words marked, and how it will read.
func (w *writings) layMasking() {
	c, m := w.c, w.masking
	t := &c.text.Texts
	var b strings.Builder
	preview := slices.Clone(m.pieces)
	for i, p := range m.pieces {
		word := p.Word
		switch {
		case i == m.at && !m.missing && p.Masked:
			word = c.styles.Strong.Render("▶[" + word + "]")
		case i == m.at && !m.missing:
			word = c.styles.Strong.Render("▶" + word)
		case p.Masked:
			word = "[" + strings.Trim(word, "[]") + "]"
		}
		b.WriteString(p.Before + word)
		if p.Masked {
			preview[i].Word = survey.Mask
		}
	}
	text := wrap(b.String(), c.place.column)
	pieces := []piece{
		plain(c.styles.Hint.Render(wrap(t.MaskHow, c.place.column)) + w.sought()), plain(text),
		plain(c.styles.Question.Render(t.Preview) + "\n" + wrap(joinPieces(preview), c.place.column)),
	}
	at := w.pane.at
	w.pane.set(nil, pieces, 1, c.column)
	w.pane.at = at
}

// sought says on a line of its own what was typed of a word, or "" where nothing was.
func (w *writings) sought() string {
	c, m := w.c, w.masking
	switch {
	case m.missing:
		return "\n" + c.styles.Warning.Render(wrap(c.text.Format(c.text.Texts.NoSuchWord, m.typed), c.place.column))
	case m.typed != "":
		return "\n" + c.text.Console.Finding + " " + m.typed
	}
	return ""
}

// joinPieces writes the wording, with one mark for masked words that stand side by side.
func joinPieces(pieces []results.Piece) string {
	var b strings.Builder
	for i, p := range pieces {
		if i > 0 && p.Masked && pieces[i-1].Masked && strings.TrimSpace(p.Before) == "" {
			continue
		}
		b.WriteString(p.Before + p.Word)
	}
	return b.String()
}
