package report

import (
	"unicode/utf8"

	"anketa/survey"
)

// listed is how high conclusions and recommendations may be to stand in one piece;
// longer lists may go over to the next page row by row.
const listed = 150.0

// statementPieces returns the conclusions and the recommendations, side by side
// under their headings. When there are only some of one kind, they have the whole
// width.
func (r *Report) statementPieces(f *fonts) []piece {
	left := list{r.words.conclusions, r.statements(survey.Conclusion), column(0), across(6)}
	right := list{r.words.recommendations, r.statements(survey.Recommendation), column(6), across(6)}
	lists := []list{left, right}
	switch {
	case len(left.texts) == 0 && len(right.texts) == 0:
		return nil
	case len(right.texts) == 0:
		lists = []list{left.wide()}
	case len(left.texts) == 0:
		lists = []list{right.wide()}
	}
	rows := max(len(left.texts), len(right.texts))
	if newSheet(f, 1).lists(0, lists, 0, rows) <= listed {
		return []piece{{gap: 9, draw: func(s *sheet, y float64) float64 { return s.lists(y, lists, 0, rows) }}}
	}
	var pieces []piece
	for i := range rows {
		p := piece{gap: 2.6, draw: func(s *sheet, y float64) float64 { return s.lists(y, lists, i, i+1) }}
		if i == 0 {
			p.gap, p.begins = 9, true
		}
		pieces = append(pieces, p)
	}
	return pieces
}

// list is a heading with texts, and where it stands.
type list struct {
	title    string
	texts    []said
	x, width float64
}

// wide returns the list across the whole page.
func (l list) wide() list {
	l.x, l.width = edge, measure
	return l
}

// lists draws some of the texts of each list, the first below the heading.
func (s *sheet) lists(y float64, lists []list, from, to int) float64 {
	end := y
	for _, l := range lists {
		below := y
		if from == 0 {
			s.box(l.x, y, l.width, 0.7, 0, accent)
			below = s.heading(l.x, y+s.mm(3), l.width, l.title)
		}
		for i := from; i < min(to, len(l.texts)); i++ {
			if i > from {
				below += s.mm(2.2)
			}
			below = s.bullet(l.x, below, l.width, l.texts[i].Text+l.texts[i].Mark)
		}
		end = max(end, below)
	}
	return end
}

// bullet draws one text of a list.
func (s *sheet) bullet(x, y, width float64, said string) float64 {
	text := style{family: s.regular, size: 9.6, colour: ink, leading: 0.22}
	s.box(x, y+s.mm(1.1), s.mm(1.7), s.mm(1.7), 0, warm)
	return s.text(text, x+4.6, y, s.balanced(text, width-4.6, said), said)
}

// Quotes on the infographic: a few, and together as long as people read.
const (
	maxQuotes  = 3
	maxQuoting = 420
)

// quotes returns the quotes for the infographic, the first of them in any case.
func (r *Report) quotes() []string {
	var quotes []string
	letters := 0
	for _, p := range r.Release.Quotes() {
		letters += utf8.RuneCountInString(p.Text)
		if len(quotes) == maxQuotes || len(quotes) > 0 && letters > maxQuoting {
			break
		}
		quotes = append(quotes, p.Text)
	}
	return quotes
}

// drawQuotes draws what participants said in their own words.
func (r *Report) drawQuotes(s *sheet, y float64, quotes []string) float64 {
	said := style{family: s.italic, size: 13, colour: deep, leading: 0.22}
	by := style{family: s.medium, size: 8.8, colour: quiet}
	mark := style{family: s.bold, size: 54, colour: warm}
	pad, left := 9.0, s.mm(17)
	write := func(y float64) float64 {
		y += s.mm(6)
		for i, quote := range quotes {
			if i > 0 {
				y += s.mm(3.5)
			}
			y = s.text(said, edge+left, y, s.balanced(said, measure-left-pad, quote), quote)
		}
		return s.text(by, edge+left, y+s.mm(2), measure-left-pad, "— "+r.words.quoteBy) + s.mm(6)
	}
	p := s.page
	s.page = nil
	end := write(y)
	s.page = p
	s.box(edge, y, measure, end-y, 2, wash)
	s.text(mark, edge+s.mm(5.5), y+s.mm(1), left, "“")
	return write(y)
}
