package tui

import (
	"bytes"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/results"
	"anketa/survey"
)

// writings is the tab with what people wrote in their own words, once that may be
// shown, and where the facilitator decides about it. The texts have no row, and
// their order is drawn anew each time the console is opened.
type writings struct {
	c      *console
	pane   pane
	finder finder
	// places are the drawn places of the texts; a text keeps its own while it is
	// looked at.
	places map[survey.ID]survey.ID
	// of is the release whose texts are in drawn, in their drawn order, by question;
	// all says what they are together.
	of    *results.Release
	drawn map[string][]results.Passage
	all   writingsCount
	// filter is the state of those that are listed; nil means all.
	filter *survey.Verdict
	// listed are the passages that can be chosen.
	listed []results.Passage
	// tagging and masking are what is being done with one of them, if anything.
	tagging *draft
	masking *masking
	notice  string
}

// writingsCount counts texts by what was decided about them, and their themes.
type writingsCount struct {
	n        int
	verdicts map[survey.Verdict]int
	themes   []results.Theme
}

// mostTexts is how many texts of a question are listed at once; looking for words
// goes through all of them.
const mostTexts = 200

func (w *writings) digit() rune                        { return '6' }
func (w *writings) named(s *ConsoleStrings) TabStrings { return s.Texts }
func (w *writings) area() *pane                        { return &w.pane }
func (w *writings) open(int) action                    { return nil }

// typing implements tab.
func (w *writings) typing() bool {
	return w.finder.typing || w.tagging != nil || w.masking != nil
}

// back implements tab.
func (w *writings) back() bool {
	if w.finder.clear() {
		return true
	}
	was := w.filter != nil
	w.filter = nil
	return was
}

// decides reports whether texts can be decided about here.
func (c *console) decides() bool { return c.duty.changes || c.duty.demo }

// keys implements tab.
func (w *writings) keys() []key.Binding {
	k := &w.c.keys.Console
	t := &k.Texts
	switch {
	case w.finder.typing:
		return []key.Binding{k.Found, k.Cleared}
	case w.tagging != nil:
		return []key.Binding{t.Store, k.Back}
	case w.masking != nil:
		return []key.Binding{t.Toggle, t.Store, k.Back}
	case !w.some():
		return nil
	case !w.c.decides() || len(w.listed) == 0 && w.filter == nil:
		return []key.Binding{k.Find}
	case len(w.listed) == 0:
		return []key.Binding{t.Filter, k.Find}
	}
	return []key.Binding{t.Approve, t.Hide, t.Tag, t.Mask, t.Filter, k.Find}
}

// press implements tab.
func (w *writings) press(press tea.KeyPressMsg) (action, bool) {
	k := &w.c.keys.Console
	switch {
	case w.finder.typing:
		w.finder.press(press, k)
		w.pane.offset = 0
	case w.tagging != nil:
		return w.pressTagging(press), true
	case w.masking != nil:
		return w.pressMasking(press), true
	case !w.some():
		return nil, false
	case key.Matches(press, k.Find):
		w.finder.typing = true
	case !w.c.decides():
		return nil, false
	case key.Matches(press, k.Texts.Filter):
		w.nextFilter()
	default:
		return w.decide(press)
	}
	return nil, true
}

// some reports whether there are texts at all.
func (w *writings) some() bool {
	if w.c.release == nil {
		return false
	}
	w.draw()
	return w.all.n > 0
}

// nextFilter lists the texts of the next state.
func (w *writings) nextFilter() {
	order := []survey.Verdict{survey.Unreviewed, survey.Approved, survey.Hidden}
	at := 0
	if w.filter != nil {
		at = slices.Index(order, *w.filter) + 1
	}
	w.filter, w.pane.at, w.pane.offset = nil, 0, 0
	if at < len(order) {
		w.filter = &order[at]
	}
}

// lay implements tab.
func (w *writings) lay() {
	switch {
	case w.tagging != nil:
		w.layTagging()
		return
	case w.masking != nil:
		w.layMasking()
		return
	}
	c := w.c
	w.listed = nil
	var pieces []piece
	asked, number := 0, 0
	for i := range c.release.Survey.Questions {
		q := &c.release.Survey.Questions[i]
		if q.Asks() {
			number++
		}
		if q.TextLimit() == 0 {
			continue
		}
		asked++
		passages, released := w.passages(q.ID)
		listed := w.matching(passages)
		if !w.narrowed() || len(listed) > 0 {
			pieces = append(pieces, plain(c.headText(number, q, listed, len(passages), released)))
			pieces = append(pieces, w.items(listed)...)
		}
	}
	w.pane.setTight(w.above(asked), pieces, c.place.column)
}

// narrowed reports whether not all texts are listed.
func (w *writings) narrowed() bool { return w.finder.words != "" || w.filter != nil }

// passages returns the texts to a question in their drawn order.
func (w *writings) passages(question string) (passages []results.Passage, released bool) {
	w.draw()
	passages, released = w.drawn[question]
	return passages, released
}

// draw takes the texts out of a release, once: there may be many.
func (w *writings) draw() {
	if w.of == w.c.release {
		return
	}
	w.of, w.drawn, w.all = w.c.release, map[string][]results.Passage{}, writingsCount{verdicts: map[survey.Verdict]int{}}
	var lists [][]results.Passage
	for i := range w.of.Survey.Questions {
		id := w.of.Survey.Questions[i].ID
		found, ok := w.of.Passages(id, results.Facilitator)
		if !ok {
			continue
		}
		w.drawn[id] = w.shuffled(found)
		lists = append(lists, found)
		w.all.n += len(found)
		for j := range found {
			w.all.verdicts[found[j].Verdict]++
		}
	}
	w.all.themes = results.Themes(lists...)
}

// shuffled returns texts in an order of chance that says nothing about their keys. Each
// keeps its place for as long as the console is open.
func (w *writings) shuffled(passages []results.Passage) []results.Passage {
	type standing struct {
		place survey.ID
		of    int
	}
	if w.places == nil {
		w.places = map[survey.ID]survey.ID{}
	}
	order := make([]standing, len(passages))
	for i := range passages {
		id := passages[i].ID
		if _, ok := w.places[id]; !ok {
			w.places[id] = w.c.newID()
		}
		order[i] = standing{w.places[id], i}
	}
	// The texts are many and large: only their places are moved about.
	slices.SortFunc(order, func(a, b standing) int { return bytes.Compare(a.place[:], b.place[:]) })
	drawn := make([]results.Passage, len(passages))
	for i, s := range order {
		drawn[i] = passages[s.of]
	}
	return drawn
}

// matching returns the texts that are listed, at most as many as are at once.
func (w *writings) matching(passages []results.Passage) []results.Passage {
	var listed []results.Passage
	for i := range passages {
		p := &passages[i]
		switch {
		case len(listed) == mostTexts:
			return listed
		case w.filter != nil && p.Verdict != *w.filter:
		case !w.finder.finds(p.Text + " " + strings.Join(p.Themes, " ")):
		default:
			listed = append(listed, *p)
		}
	}
	return listed
}

// items returns texts as pieces that can be chosen where they can be decided about.
func (w *writings) items(listed []results.Passage) []piece {
	var pieces []piece
	for i := range listed {
		item := noItem
		if w.c.decides() {
			item = len(w.listed)
			w.listed = append(w.listed, listed[i])
		}
		pieces = append(pieces, piece{text: w.c.drawText(&listed[i], item == noItem), item: item})
	}
	return pieces
}

// above returns what stands above the texts: how many are in which state, the
// themes, and what narrows the list.
func (w *writings) above(asked int) []piece {
	c := w.c
	above := c.notices()
	hint := func(text string) { above = append(above, plain(c.styles.Hint.Render(wrap(text, c.place.column)))) }
	if asked == 0 {
		hint(c.text.Console.NoTexts)
	}
	if w.notice != "" {
		above = append(above, plain(c.styles.Warning.Render(wrap(w.notice, c.place.column))))
	}
	if w.all.n > 0 && c.decides() {
		hint(c.states(&w.all))
	}
	if w.filter != nil {
		hint(c.text.Format(c.text.Texts.Filtered, c.state(*w.filter)))
		if len(w.listed) == 0 {
			hint(c.text.Texts.NoneOf)
		}
	}
	if line := w.finder.line(c.shared, len(w.listed)); line != "" {
		above = append(above, plain(line))
	}
	return above
}

// states says how many texts are in which state, and how often each theme was met.
func (c *console) states(all *writingsCount) string {
	var said []string
	for _, v := range []survey.Verdict{survey.Approved, survey.Unreviewed, survey.Hidden} {
		said = append(said, signOf(v)+" "+c.state(v)+" "+c.text.Format("%d", all.verdicts[v]))
	}
	line := strings.Join(said, "  ")
	if len(all.themes) > 0 {
		var names []string
		for _, t := range all.themes {
			names = append(names, t.Name+" "+c.text.Format("%d", t.Count))
		}
		line += "\n" + c.text.Texts.Themes + ": " + strings.Join(names, ", ")
	}
	return line
}

// state names what was decided about a text, signOf marks it without colour.
func (c *console) state(v survey.Verdict) string {
	switch v {
	case survey.Approved:
		return c.text.Texts.Approved
	case survey.Hidden:
		return c.text.Texts.Hidden
	}
	return c.text.Texts.Unreviewed
}

func signOf(v survey.Verdict) string {
	switch v {
	case survey.Approved:
		return "✓"
	case survey.Hidden:
		return "×"
	}
	return "–"
}

// headText draws the question above its texts, or why these are not shown.
func (c *console) headText(number int, q *survey.Question, listed []results.Passage, of int, released bool) string {
	heading := c.text.Format("%d. ", number) + q.Text.In(c.lang)
	if q.HasOther() {
		heading += " (" + q.Other.In(c.lang) + ")"
	}
	lines := c.styles.Question.Render(strings.ReplaceAll(wrap(heading, c.place.column-4), "\n", "\n    "))
	below := ""
	switch {
	case !released:
		below = c.noTexts()
	case of == 0:
		below = c.text.Console.NoneWritten
	case len(listed) < of && len(listed) < mostTexts:
		below = c.text.Format(c.text.Console.Narrowed, len(listed), of)
	case len(listed) < of:
		below = c.text.Format(c.text.Console.SomeTexts, len(listed), of)
	default:
		return lines
	}
	return lines + "\n" + c.within(c.place.column).indented(c.styles.Hint, below)
}

// noTexts says why no texts are shown.
func (l *live) noTexts() string {
	if l.tooFew() {
		return l.whyFew(l.text.Console.TextsFew)
	}
	return l.text.Format(l.text.Console.TextsLater, l.release.Survey.MinGroup)
}

// drawText draws a text with the sign of its state, its themes and the consent.
func (c *console) drawText(p *results.Passage, apart bool) string {
	text, width, lead := p.Text, c.place.column-gutter-2, ""
	if apart {
		lead, width = "  ", width-2+gutter
	}
	if p.Verdict == survey.Hidden {
		text = c.text.Texts.HiddenText
	}
	aside := slices.Clone(p.Themes)
	if p.Consent {
		aside = append(aside, c.text.Live.Quotable)
	}
	if len(aside) > 0 {
		text += " (" + strings.Join(aside, ", ") + ")"
	}
	return lead + signOf(p.Verdict) + " " + strings.ReplaceAll(wrap(text, width), "\n", "\n"+lead+"  ")
}
