package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"anketa/results"
	"anketa/survey"
)

// share is one group of the participants.
type share struct {
	label string
	count int
	// percent is its share of those who answered; text is how it is written, with
	// the count, or the count alone for those outside n.
	percent float64
	text    string
	aside   bool
}

// shares returns the groups of a question, without empty ones.
func (r *Report) shares(f *results.Figures) []share {
	var all []share
	for i, count := range f.Counts {
		if count > 0 {
			all = append(all, share{
				label: f.Question.Points[i].Label.In(r.Lang), count: count, percent: f.Percent(count),
				text: fmt.Sprintf("%d (%s)", count, r.words.percent(f.Percent(count))),
			})
		}
	}
	if f.NotApplicable > 0 {
		all = append(all, share{label: f.Question.Label(survey.NotApplicable, r.Lang), count: f.NotApplicable, text: fmt.Sprint(f.NotApplicable), aside: true})
	}
	if f.Missing > 0 {
		all = append(all, share{label: r.words.noAnswer, count: f.Missing, text: fmt.Sprint(f.Missing), aside: true})
	}
	return all
}

// manyGroups is how many groups stand in one column of bars.
const manyGroups = 14

// participantPieces returns how many there are, how they are divided, and where
// they come from: side by side, or, when there are many groups, below.
func (r *Report) participantPieces() []piece {
	var shares []share
	if structure, ok := r.figures(r.survey.Report.Structure); ok {
		shares = r.shares(&structure)
	}
	var split []share
	if f, ok := r.figures(r.survey.Report.Split); ok {
		split = r.shares(&f)
	}
	if len(shares) > 0 && len(shares) <= manyGroups {
		return []piece{{gap: 9, draw: func(s *sheet, y float64) float64 {
			end := r.drawCount(s, edge, y, across(4))
			if len(split) > 0 {
				end = s.groups(edge, end+s.mm(3.5), across(4), split)
			}
			return max(end, r.drawStructure(s, column(5), y, across(7), shares))
		}}}
	}
	pieces := []piece{{gap: 9, draw: func(s *sheet, y float64) float64 {
		end := r.drawCount(s, edge, y, across(6))
		if len(split) > 0 {
			end = max(end, s.groups(column(6), y+s.mm(1), across(6), split))
		}
		return end
	}}}
	if len(shares) > 0 {
		pieces = append(pieces, piece{gap: 8, draw: func(s *sheet, y float64) float64 {
			return r.drawStructure(s, edge, y, measure, shares)
		}})
	}
	return pieces
}

// drawCount draws the number of participants.
func (r *Report) drawCount(s *sheet, x, y, width float64) float64 {
	n, attended := r.Release.Responses(), r.Release.Attended()
	large := style{family: s.bold, size: 46, colour: accent}
	noun := style{family: s.bold, size: 12.5, colour: ink, leading: 0.1}
	small := style{family: s.regular, size: 9, colour: quiet, leading: 0.15}
	number := r.words.format("%d", n)
	s.text(large, x, y-s.mm(3.4), width, number)
	behind := x + s.width(large, number) + s.mm(3)
	below := s.text(noun, behind, y+s.mm(1.2), x+width-behind, r.words.count(r.words.participants, n))
	told := r.words.answered
	if attended > 0 {
		told = r.words.format(r.words.attended, attended)
	}
	return max(y+s.mm(15), s.text(small, behind, below+s.mm(0.6), x+width-behind, told))
}

// groups draws the groups of the participants, each of them as a dot, and names them.
func (s *sheet) groups(x, y, width float64, shares []share) float64 {
	y = s.crowd(x, y, width, shares) + s.mm(3.5)
	return s.legend(x, y, width, shares)
}

// maxDots is how many people are drawn one by one; more are drawn as a bar.
const maxDots = 150

// crowd draws every participant as a dot in the colour of the group.
func (s *sheet) crowd(x, y, width float64, shares []share) float64 {
	n := 0
	for _, sh := range shares {
		n += sh.count
	}
	if n > maxDots {
		return s.split(x, y, width, n, shares)
	}
	perRow := max(8, int(math.Ceil(math.Sqrt(float64(n)*3*width/across(4)))))
	perRow = fullest(n, perRow)
	step := min(width/float64(perRow), s.mm(5.5))
	at := 0
	for i, sh := range shares {
		for range sh.count {
			s.dot(x+step*(float64(at%perRow)+0.38), y+step*(float64(at/perRow)+0.5), step*0.38, groups[i%len(groups)])
			at++
		}
	}
	return y + step*math.Ceil(float64(n)/float64(perRow))
}

// fullest returns how many dots, about as many as given, stand in a row so that the
// last one is as full as can be.
func fullest(n, perRow int) int {
	best, least := perRow, perRow
	for i := perRow; i <= perRow+3; i++ {
		if empty := (i - n%i) % i; empty < least {
			best, least = i, empty
		}
	}
	return best
}

// split draws the groups as one bar.
func (s *sheet) split(x, y, width float64, n int, shares []share) float64 {
	height := s.mm(8)
	for i, sh := range shares {
		w := width * float64(sh.count) / float64(n)
		s.box(x, y, w-0.4, height, 0, groups[i%len(groups)])
		x += w
	}
	return y + height
}

// legend names the groups.
func (s *sheet) legend(x, y, width float64, shares []share) float64 {
	label := style{family: s.medium, size: 9.6, colour: ink, leading: 0.1}
	figure := style{family: s.bold, size: 9.6, colour: ink}
	for i, sh := range shares {
		s.dot(x+1.3, y+s.mm(1.9), s.mm(1.3), groups[i%len(groups)])
		w := s.width(figure, sh.text)
		s.text(figure, x+width-w, y, w+1, sh.text)
		y = s.text(label, x+5, y, width-w-8, sh.label) + s.mm(1.2)
	}
	return y
}

// drawStructure draws where the participants come from, largest groups first.
func (r *Report) drawStructure(s *sheet, x, y, width float64, shares []share) float64 {
	slices.SortStableFunc(shares, func(a, b share) int {
		return cmp.Or(boolInt(a.aside)-boolInt(b.aside), b.count-a.count)
	})
	y = s.heading(x, y, width, r.words.structure)
	if len(shares) <= manyGroups {
		return s.bars(x, y, width, shares, shares)
	}
	half := (len(shares) + 1) / 2
	w := (width - alley) / 2
	return max(s.bars(x, y, w, shares[:half], shares), s.bars(x+w+alley, y, w, shares[half:], shares))
}

// bars draws one bar for each group, on the scale of all of them.
func (s *sheet) bars(x, y, width float64, shares, all []share) float64 {
	label := style{family: s.regular, size: 9.2, colour: ink, leading: 0.05}
	figure := style{family: s.medium, size: 9.2, colour: ink}
	most, labelled, figured := 1, 0.0, 0.0
	for _, sh := range all {
		most = max(most, sh.count)
		labelled = max(labelled, s.width(label, sh.label))
		figured = max(figured, s.width(figure, sh.text))
	}
	labelled = min(labelled+0.5, width*0.46)
	left, room := x+labelled+3, width-labelled-3-figured-2.5
	for _, sh := range shares {
		below := s.text(label, x, y, s.balanced(label, labelled, sh.label), sh.label)
		w := max(room*float64(sh.count)/float64(most), 0.8)
		c := accent
		if sh.aside {
			c = line
		}
		s.box(left, y+s.mm(0.55), w, s.mm(2.9), 0.5, c)
		s.text(figure, left+w+2, y, figured+1, sh.text)
		y = below + s.mm(1.35)
	}
	return y - s.mm(1.35)
}

// heading begins a part.
func (s *sheet) heading(x, y, width float64, text string) float64 {
	return s.text(style{family: s.bold, size: 13, colour: accent}, x, y, width, text) + s.mm(3)
}

// boolInt returns 1 for true.
func boolInt(b bool) int { return strings.Count(fmt.Sprint(b), "true") }
