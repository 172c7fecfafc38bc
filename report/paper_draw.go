package report

import (
	"strconv"
	"strings"

	"github.com/tdewolff/canvas"

	"anketa/survey"
)

// The size of a box to tick at scale 1, what stands behind it, and the place of the
// number there.
const (
	boxSide  = 4.0
	boxGap   = 1.3
	keyRoom1 = 2.6
	keyRoom2 = 4.0
)

// tick draws an empty box.
func (s *sheet) tick(x, y float64) { s.frame(x, y, s.mm(boxSide), s.mm(boxSide), 0.7) }

// frame draws a rectangle to write in.
func (s *sheet) frame(x, y, width, height, radius float64) {
	if s.page == nil {
		return
	}
	s.page.SetFillColor(white)
	s.page.SetStrokeColor(ink)
	s.page.SetStrokeWidth(0.28)
	s.page.DrawPath(x, pageHeight-y-height, canvas.RoundedRectangle(width, height, radius))
}

// rule draws a line to write on.
func (s *sheet) rule(x, y, width float64) { s.box(x, y, width, 0.2, 0, quiet) }

// option is one box with what stands behind it.
type option struct {
	key, label string
	// words leaves room to write behind it.
	words bool
}

// optionsOf returns the boxes of a question with points, with the numbers that are
// typed for them.
func (p *Paper) optionsOf(q *survey.Question) []option {
	options := make([]option, 0, len(q.Points)+1)
	for i := range q.Points {
		label := q.Label(survey.Code(i+1), p.Lang)
		options = append(options, option{strconv.Itoa(q.TypedNumber(survey.Code(i + 1))), label, q.HasOther() && i == len(q.Points)-1})
	}
	return append(options, p.aside(q)...)
}

// aside returns the box of what is not applicable, if there is one.
func (p *Paper) aside(q *survey.Question) []option {
	if !q.HasNotApplicable() {
		return nil
	}
	return []option{{q.TypedNotApplicable(), q.NotApplicable.In(p.Lang), false}}
}

// keyRoom returns how much room the numbers of options take.
func (s *sheet) keyRoom(options []option) float64 {
	for i := range options {
		if len(options[i].key) > 1 {
			return s.mm(keyRoom2)
		}
	}
	return s.mm(keyRoom1)
}

// drawOption draws a box with its number and its label, and returns the height below.
func (s *sheet) drawOption(st paperStyles, o *option, x, y, width, keyRoom float64) float64 {
	s.tick(x, y)
	left := x + s.mm(boxSide+boxGap)
	s.text(st.key, left, y+s.mm(0.75), keyRoom, o.key)
	left += keyRoom + s.mm(0.7)
	end := s.text(st.option, left, y+s.mm(0.1), x+width-left, o.label)
	if o.words {
		begin := left + min(s.width(st.option, o.label), (x+width-left)/2) + s.mm(2)
		s.rule(begin, y+s.mm(boxSide), x+width-begin)
	}
	return max(end, y+s.mm(boxSide))
}

// drawOptions draws the options of a question in as many columns as fit, to be read
// from the top to the bottom of each.
func (p *Paper) drawOptions(s *sheet, st paperStyles, q *survey.Question, y float64) float64 {
	var flowing, whole []option
	for _, o := range p.optionsOf(q) {
		if o.words {
			whole = append(whole, o)
		} else {
			flowing = append(flowing, o)
		}
	}
	if n := len(whole); n > 0 && len(flowing) > 0 && q.HasNotApplicable() {
		// What is not applicable stays the last.
		whole = append(whole, flowing[len(flowing)-1])
		flowing = flowing[:len(flowing)-1]
	}
	y = s.drawColumns(st, flowing, y)
	for i := range whole {
		if i > 0 || len(flowing) > 0 {
			y += s.mm(1.7)
		}
		y = s.drawOption(st, &whole[i], inset, y, field, s.keyRoom(p.optionsOf(q)))
	}
	return y
}

// drawColumns draws options in columns of one width.
func (s *sheet) drawColumns(st paperStyles, options []option, y float64) float64 {
	room, widest := s.keyRoom(options), 0.0
	for i := range options {
		widest = max(widest, s.width(st.option, options[i].label))
	}
	widest += s.mm(boxSide+boxGap) + room + s.mm(0.7+4)
	n := 1
	for _, columns := range []int{6, 5, 4, 3, 2} {
		// Five stand beside each other only where there are as many.
		if field/float64(columns) >= widest && (columns != 5 || len(options) == 5) {
			n = columns
			break
		}
	}
	rows := (len(options) + n - 1) / n
	width := field / float64(n)
	for row := range rows {
		if row > 0 {
			y += s.mm(1.7)
		}
		end := y
		for i := row; i < len(options); i += rows {
			x := inset + float64(i/rows)*width
			end = max(end, s.drawOption(st, &options[i], x, y, width-s.mm(3), room))
		}
		y = end
	}
	return y
}

// drawNumbers draws the numbers from 0 to 10 in a row, with what their ends mean.
func (p *Paper) drawNumbers(s *sheet, st paperStyles, q *survey.Question, y float64) float64 {
	options := p.optionsOf(q)[:len(q.Points)]
	const width = field / 11
	for i := range options {
		x := inset + float64(i)*width
		s.tick(x, y)
		s.text(st.option, x+s.mm(boxSide+boxGap), y+s.mm(0.1), width, options[i].key)
	}
	y += s.mm(boxSide + 1)
	low, high := q.Low.In(p.Lang), q.High.In(p.Lang)
	end := s.text(st.column, inset, y, field*0.45, low)
	far := min(s.width(st.column, high), field*0.45)
	end = max(end, s.text(st.column, inset+field-width+s.mm(boxSide+boxGap+4)-far, y, field*0.45, high))
	if aside := p.aside(q); len(aside) > 0 {
		return s.drawColumns(st, aside, end+s.mm(1.2))
	}
	return end
}

// drawDigits draws a box for every digit that a number may have.
func (p *Paper) drawDigits(s *sheet, st paperStyles, q *survey.Question, y float64) float64 {
	digits := max(len(strconv.Itoa(q.Max)), len(strconv.Itoa(q.Min)))
	x, width, height := inset, s.mm(6.2), s.mm(7)
	for range digits {
		s.frame(x, y, width, height, 0)
		x += width
	}
	x += s.mm(2.5)
	said := strings.TrimSpace(q.Unit.In(p.Lang))
	if said != "" {
		s.text(st.option, x, y+s.mm(1.7), field/3, said)
		x += min(s.width(st.option, said), field/3) + s.mm(3)
	}
	bounds := "(" + p.words.format(p.words.bounds, q.Min, q.Max) + ")"
	s.text(st.hint, x, y+s.mm(1.9), field/3, bounds)
	end := y + height
	for _, o := range p.aside(q) {
		x = inset + field*0.6
		end = max(end, s.drawOption(st, &o, x, y+s.mm(1.5), field*0.4, s.mm(keyRoom1)))
	}
	return end
}

// drawHalves draws the two rows of a question that is answered for before and for now.
func (p *Paper) drawHalves(s *sheet, st paperStyles, q *survey.Question, y float64) float64 {
	label := style{family: s.medium, size: 9.2, colour: ink, leading: 0.12}
	room := max(s.width(label, p.words.before), s.width(label, p.words.now)) + s.mm(5)
	t := newGrid(s, st, p.optionsOf(q), inset+room, field-room)
	if !t.fits {
		for i, half := range []string{p.words.before, p.words.now} {
			if i > 0 {
				y += s.mm(3)
			}
			y = s.text(label, inset, y, field, half) + s.mm(1.2)
			y = p.drawOptions(s, st, q, y)
		}
		return y
	}
	y = t.drawHead(y) + s.mm(1.6)
	for _, half := range []string{p.words.before, p.words.now} {
		height := s.mm(7.4)
		s.box(inset, y, field, s.mm(0.2), 0, line)
		s.text(label, inset, y+s.mm(2), room, half)
		t.drawRow(y + (height-s.mm(boxSide))/2)
		y += height
	}
	return y
}

// drawLines draws lines to write on, as many as the answer may be long, and the box
// with the consent to quote.
func (p *Paper) drawLines(s *sheet, st paperStyles, q *survey.Question, y float64) float64 {
	n := 3
	switch {
	case q.OneLine:
		n = 1
	case q.MaxLength <= 160:
		n = 2
	case q.MaxLength > 400:
		n = 4
	}
	for range n {
		y += s.mm(7.2)
		s.rule(inset, y, field)
	}
	if q.AskQuote {
		y = s.drawOption(st, &option{key: "1", label: p.words.quote}, inset, y+s.mm(2.6), field, s.mm(keyRoom1))
	}
	return y
}
