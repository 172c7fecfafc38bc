package report

import "strings"

// drawHead draws what stands above the questions: the title, what is filled in about
// the training, and in two columns how the form is filled in and what is promised.
func (p *Paper) drawHead(s *sheet, y float64) float64 {
	over := style{family: s.bold, size: 8.6, colour: accent}
	title := style{family: s.bold, size: 21, colour: ink, leading: 0}
	intro := style{family: s.regular, size: 10.2, colour: ink, leading: 0.22}
	y = s.text(over, edge, y+s.gap(13), measure, strings.ToUpper(p.words.overline))
	name := p.Survey.Title.In(p.Lang)
	y = s.text(title, edge, y+s.mm(1.2), s.balanced(title, measure, name), name)
	if text := p.Survey.Intro.In(p.Lang); text != "" {
		y = s.text(intro, edge, y+s.mm(1.8), across(11), text)
	}
	y = p.drawTraining(s, y+s.mm(3.2)) + s.mm(3.4)
	return p.drawWord(s, y)
}

// blank is what is filled in about the training: a label and its value, or a line to
// write on, over some columns of the grid.
type blank struct {
	name, value  string
	from, across int
}

// drawTraining draws the lines with the training, its place and its date; a long title
// has a line of its own.
func (p *Paper) drawTraining(s *sheet, y float64) float64 {
	training, venue, on := blank{p.words.training, inScript(p.Lang, p.Title), 0, 5}, blank{p.words.venue, inScript(p.Lang, p.Place), 5, 3}, blank{p.words.on, p.words.day(p.Date), 8, 4}
	if !s.fits(&training) || !s.fits(&venue) {
		training.across, venue.from, venue.across = columns, 0, 8
		y = s.drawBlank(&training, y) + s.mm(1.6)
	} else {
		s.drawBlank(&training, y)
	}
	s.drawBlank(&venue, y)
	return s.drawBlank(&on, y)
}

// blankStyles returns the looks of what is filled in.
func (s *sheet) blankStyles() (label, value style) {
	return style{family: s.bold, size: 8.2, colour: quiet}, style{family: s.medium, size: 10, colour: ink}
}

// fits reports whether a value fits on its line.
func (s *sheet) fits(b *blank) bool {
	label, value := s.blankStyles()
	return s.width(label, b.name)+s.mm(2.5)+s.width(value, b.value) <= across(b.across)
}

// drawBlank draws a label and its line, and returns the height of the line.
func (s *sheet) drawBlank(b *blank, y float64) float64 {
	label, value := s.blankStyles()
	said := []rune(b.value)
	for cut := *b; len(said) > 0 && !s.fits(&cut); {
		said = said[:len(said)-1]
		cut.value = strings.TrimSpace(string(said)) + "…"
		b = &blank{b.name, cut.value, b.from, b.across}
	}
	x, used, bottom := column(b.from), s.width(label, b.name)+s.mm(2.5), y+s.mm(5.2)
	s.text(label, x, y+s.mm(1), across(b.across), b.name)
	if b.value != "" {
		s.text(value, x+used, y+s.mm(0.5), across(b.across)-used+1, b.value)
	}
	s.rule(x+used, bottom, across(b.across)-used)
	return bottom
}

// drawWord draws how the form is filled in and what is promised, on a tint.
func (p *Paper) drawWord(s *sheet, y float64) float64 {
	heading := style{family: s.bold, size: 8.6, colour: accent}
	text := style{family: s.regular, size: 8.8, colour: ink, leading: 0.2}
	const pad = 3.6
	write := func(y float64) float64 {
		y += s.mm(pad)
		left, right := edge+s.mm(pad), column(5)+s.mm(1)
		width := column(5) - alley - left
		end := s.text(text, left, s.text(heading, left, y, width, p.words.howTitle)+s.mm(1.1), width, p.words.how)
		down := s.text(heading, right, y, across(7), p.words.promiseTitle) + s.mm(1.1)
		for _, promise := range p.words.promises(p.Survey) {
			s.dot(right+s.mm(0.7), down+s.mm(1.75), s.mm(0.55), accent)
			down = s.text(text, right+s.mm(3), down, edge+measure-s.mm(pad)-right-s.mm(3), promise) + s.mm(0.5)
		}
		return max(end, down) + s.mm(pad)
	}
	on := s.page
	s.page = nil
	end := write(y)
	s.page = on
	s.box(edge, y, measure, end-y, s.mm(1.2), wash)
	return write(y)
}

// drawFoot says what the numbers beside the boxes are for, and which page it is.
func (p *Paper) drawFoot(s *sheet, y float64, number, of int) float64 {
	small := style{family: s.regular, size: 7.6, colour: quiet, leading: 0.2}
	s.box(edge, y, measure, 0.25, 0, line)
	y += s.mm(2)
	which := p.words.format(p.words.page, number, of)
	s.text(small, edge+measure-s.width(small, which), y, measure, which)
	return s.text(small, edge, y, measure, p.words.keys) + 8
}
