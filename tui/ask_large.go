package tui

// fit says how an answer would stand in a place.
type fit int

const (
	// fitsNot means that not all of it would be seen at once.
	fitsNot fit = iota
	// fitsSmall means that all of it would be seen, with keys of one row.
	fitsSmall
	// fitsLarge means that it would stand there as large as it can be.
	fitsLarge
)

// fitIf returns how something stands that is either whole or not.
func fitIf(whole, large bool) fit {
	switch {
	case !whole:
		return fitsNot
	case large:
		return fitsLarge
	}
	return fitsSmall
}

// noticeRoom is how many lines stay free for a sentence that may come: letters
// do not change their size for it.
const noticeRoom = 2

// largePrompt draws the heading in letters of several rows, the largest that
// leave the answer whole; where there are none, in the terminal's own letters
// with air around them. It reports false where the heading needs the usual way.
func (a *ask) largePrompt() (string, bool) {
	if !a.look.large() {
		return "", false
	}
	h := a.asker.heading()
	if h.text == "" {
		return "", false
	}
	below := a.belowQuestion(h)
	best, found := "", false
	for _, font := range a.fonts {
		text, ok := font.Write(h.text, a.layout.column)
		if !ok {
			continue
		}
		block := a.styles.Question.Render(text) + below
		switch a.fit(block) {
		case fitsLarge:
			return a.withSection(h.section, block), true
		case fitsSmall:
			if !found {
				best, found = block, true
			}
		}
	}
	if found {
		return a.withSection(h.section, best), true
	}
	block := a.styles.Question.Render(a.wrap(h.text)) + "\n" + below
	return a.withSection(h.section, block), a.fit("\n"+block) != fitsNot
}

// belowQuestion draws hint, half and notice.
func (a *ask) belowQuestion(h heading) string {
	below := ""
	if h.hint != "" {
		below += "\n" + a.styles.Hint.Render(a.wrap(h.hint))
	}
	if h.half != "" {
		below += "\n" + a.styles.Strong.Render(a.wrap(h.half))
	}
	if a.notice != "" {
		below += "\n" + a.styles.Warning.Render(a.wrap(a.notice))
	}
	return below
}

// withSection puts the title of the section above, where there is room.
func (a *ask) withSection(title, block string) string {
	if title == "" {
		return block
	}
	with := a.styles.Section.Render(a.wrap(title)) + "\n" + block
	if a.fit(with) < a.fit(block) {
		return block
	}
	return with
}

// fit says how the answer would stand below a heading.
func (a *ask) fit(heading string) fit {
	left := a.body() - height(heading) - 1
	if a.notice == "" {
		left -= noticeRoom
	}
	if left < 0 {
		return fitsNot
	}
	return a.asker.fit(a.layout.column, left)
}

// leastWriting is the least height of a field in which people write.
const leastWriting = 3

// fit implements asker: most need a few lines.
func (a *asking) fit(_, height int) fit { return fitIf(height >= leastWriting, true) }

// fit implements asker.
func (p *pick) fit(width, height int) fit {
	widget := p.widget
	widget.SetStyles(p.styles.Likert)
	widget.SetSize(width, height)
	return fitIf(widget.Whole())
}

// fit implements asker.
func (m *mark) fit(width, height int) fit {
	widget := m.widget
	widget.SetStyles(m.styles.Likert)
	widget.SetSize(width, height)
	return fitIf(widget.Whole(), true)
}

// fit implements asker.
func (m *matrix) fit(width, height int) fit {
	if m.rows.whole {
		return fitIf(m.rows.grid.Fits(width, height), true)
	}
	return m.pick.fit(width, height)
}

// fit implements asker.
func (p *pair) fit(width, height int) fit {
	if p.rows.whole {
		return fitIf(p.rows.grid.Fits(width, height), true)
	}
	return (&pick{asking: p.asking, widget: p.alone}).fit(width, height)
}

// fit implements asker: a note needs no room below it.
func (r *read) fit(int, int) fit { return fitsLarge }

// fit implements asker: the number has its limits below it.
func (c *count) fit(_, height int) fit { return fitIf(height >= 2*leastWriting, true) }
