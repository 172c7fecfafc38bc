package tui

// lay draws head, question and foot, and gives the rest of the place to the asker.
func (a *ask) lay() {
	if a.interview.AtReview() {
		return
	}
	a.top = a.progress()
	a.foots[takes] = a.footer(takes)
	a.asker.place(a.layout.column, a.body())
	// Keys depend on how the asker stands in its place.
	a.foots[takes] = a.footer(takes)
	a.question = a.prompt()
	a.asker.lay(a.layout.column, a.room())
	for enter := range effects {
		a.foots[enter] = a.footer(enter)
	}
}

// footer draws the foot for what Enter does.
func (a *ask) footer(enter effect) string { return a.foot(a.asker.help(enter)...) }

// body returns how many lines there are between head and foot: the foot is
// highest where Enter takes something.
func (a *ask) body() int { return a.layout.body(a.foots[takes]) }

// progress draws the head: where in the interview the question stands. A note
// is no question and has no number.
func (a *ask) progress() string {
	n, of := a.interview.Progress()
	if of == 0 {
		return a.head(a.title(), "", 0)
	}
	if !a.interview.Question().Asks() {
		return a.head(a.title(), "", float64(n)/float64(of))
	}
	return a.head(a.title(), a.text.Format(a.text.Interview.Question, n, of), float64(n-1)/float64(of))
}

// leastRoom is how many lines the answer keeps, however long the question is.
const leastRoom = 4

// prompt draws the heading and the notice. On a low terminal a hint that would
// push the answers away is left out, then the title of the section, and last
// the end of a question.
func (a *ask) prompt() string {
	if large, ok := a.largePrompt(); ok {
		return large
	}
	h := a.asker.heading()
	room := a.body() - 1 - leastRoom
	style := a.styles.Question
	if h.read {
		style = a.styles.Body
		room += leastRoom
	}
	var notice, half string
	if a.notice != "" {
		notice = a.styles.Warning.Render(a.wrap(a.notice))
		room -= height(notice)
	}
	if h.half != "" {
		half = a.styles.Strong.Render(cut(a.wrap(h.half), 2))
		room -= height(half)
	}
	text := cut(a.wrap(h.text), max(room, 1))
	room -= height(text)
	section, hint := "", ""
	if title := a.wrap(h.section); title != "" && height(title) <= room {
		section = a.styles.Section.Render(title)
		room -= height(title)
	}
	if lines := a.wrap(h.hint); lines != "" && height(lines) <= room {
		hint = a.styles.Hint.Render(lines)
	}
	return join("\n", section, style.Render(text), hint, half, notice)
}

// room returns how many lines are left below the question.
func (a *ask) room() int {
	return max(a.body()-height(a.question)-1, 1)
}

func (a *ask) view() string {
	return a.layout.frameOver(a.offerLine(), a.top, a.foots[a.asker.enters()], a.question, "\n\n", a.asker.view())
}
