package report

import (
	"reflect"
	"strings"

	"anketa/survey"
)

// paperBlock is what stays together on a page: a question, or several that share a scale.
type paperBlock struct {
	// question is the id of the first one.
	question string
	draw     func(s *sheet, y float64) float64
}

const (
	// aside is the column of the numbers of questions.
	aside = 8.5
	// inset and field are where questions begin and how wide they are.
	inset = edge + aside
	field = measure - aside
	// mostRows is how many questions stand below one head of a scale.
	mostRows = 12
)

// styles returns the looks of the form at scale 1.
func (p *Paper) styles(s *sheet) paperStyles {
	return paperStyles{
		number:   style{family: s.bold, size: 10.4, colour: accent, leading: 0.16},
		question: style{family: s.medium, size: 10.4, colour: ink, leading: 0.16},
		option:   style{family: s.regular, size: 9.6, colour: ink, leading: 0.14},
		key:      style{family: s.regular, size: 7.8, colour: quiet, leading: 0.14},
		hint:     style{family: s.italic, size: 8.8, colour: quiet, leading: 0.16},
		section:  style{family: s.bold, size: 12.4, colour: accent, leading: 0.1},
		column:   style{family: s.regular, size: 7.9, colour: ink, leading: 0.1},
	}
}

// paperStyles are the looks of the parts of a question.
type paperStyles struct{ number, question, option, key, hint, section, column style }

// blocks returns the questions in their order.
func (p *Paper) blocks() []paperBlock {
	var blocks []paperBlock
	questions := p.Survey.Questions
	for at := 0; at < len(questions); {
		rows := p.together(at)
		heading := ""
		if section := p.Survey.SectionOf(at); section != nil && (at == 0 || questions[at-1].Section != questions[at].Section) {
			heading = section.Title.In(p.Lang)
		}
		for i, part := range parted(rows) {
			from := at + part[0]
			if i > 0 {
				heading = ""
			}
			blocks = append(blocks, paperBlock{questions[from].ID, p.blockOf(heading, from, part[1]-part[0])})
		}
		at += rows
	}
	return blocks
}

// together returns how many questions from a place on share a scale, and so a table.
func (p *Paper) together(at int) int {
	questions, n := p.Survey.Questions, 1
	if !questions[at].OfScale() {
		return n
	}
	for at+n < len(questions) && p.alike(&questions[at], &questions[at+n]) {
		n++
	}
	return n
}

// alike reports whether two questions can stand below one head.
func (p *Paper) alike(a, b *survey.Question) bool {
	return a.Kind == b.Kind && a.Section == b.Section && reflect.DeepEqual(a.Points, b.Points) && a.NotApplicable.In(p.Lang) == b.NotApplicable.In(p.Lang)
}

// parted divides rows into parts of about the same length that are not too long.
func parted(rows int) [][2]int {
	n := (rows + mostRows - 1) / mostRows
	parts := make([][2]int, n)
	for i := range parts {
		parts[i] = [2]int{i * rows / n, (i + 1) * rows / n}
	}
	return parts
}

// blockOf returns what draws questions that stand together, below the heading of
// their section when they begin it.
func (p *Paper) blockOf(heading string, at, rows int) func(*sheet, float64) float64 {
	return func(s *sheet, y float64) float64 {
		if heading != "" {
			st := p.styles(s).section
			y = s.text(st, edge, y, measure, heading) + s.mm(1.2)
			s.box(edge, y, measure, s.mm(0.35), 0, accent)
			y += s.mm(3.4)
		}
		if rows > 1 {
			if t, ok := p.table(s, at, rows); ok {
				return t.draw(s, y)
			}
		}
		for i := range rows {
			if i > 0 {
				y += s.gap(blockGap)
			}
			y = p.drawQuestion(s, at+i, y)
		}
		return y
	}
}

// drawQuestion draws one question by itself.
func (p *Paper) drawQuestion(s *sheet, at int, y float64) float64 {
	q, st := &p.Survey.Questions[at], p.styles(s)
	if !q.Asks() {
		return p.drawNote(s, q, y)
	}
	y = p.drawAsked(s, at, inset, y, field) + s.mm(1.9)
	switch q.Kind {
	case survey.KindText:
		return p.drawLines(s, st, q, y)
	case survey.KindNumber:
		return p.drawDigits(s, st, q, y)
	case survey.KindNPS:
		return p.drawNumbers(s, st, q, y)
	case survey.KindBeforeAfter:
		return p.drawHalves(s, st, q, y)
	}
	return p.drawOptions(s, st, q, y)
}

// drawAsked writes the question with its number, when it is asked, and its hints.
func (p *Paper) drawAsked(s *sheet, at int, x, y, width float64) float64 {
	q, st := &p.Survey.Questions[at], p.styles(s)
	s.text(st.number, edge, y, aside, p.words.format("%d", p.Survey.NumberOnPaper(at)))
	y = s.text(st.question, x, y, s.balanced(st.question, width, q.Text.In(p.Lang)), q.Text.In(p.Lang))
	for _, hint := range p.hints(q) {
		y = s.text(st.hint, x, y+s.mm(0.5), width, hint)
	}
	return y
}

// hints returns what stands below a question: under which condition it is asked, how
// it is answered and what its author says.
func (p *Paper) hints(q *survey.Question) []string {
	var hints []string
	if q.When != nil {
		hints = append(hints, p.words.only+" "+p.condition(q.When, false, false)+":")
	}
	line := q.Hint.In(p.Lang)
	if q.Kind == survey.KindMulti {
		line = strings.TrimSpace(p.words.marks(q) + " " + line)
	}
	if line != "" {
		hints = append(hints, line)
	}
	return hints
}

// drawNote writes a text that asks nothing.
func (p *Paper) drawNote(s *sheet, q *survey.Question, y float64) float64 {
	st := p.styles(s)
	if q.When != nil {
		y = s.text(st.hint, inset, y, field, p.hints(q)[0]) + s.mm(0.5)
	}
	body := style{family: s.regular, size: 10, colour: ink, leading: 0.22}
	end := s.text(body, inset, y, field, q.Text.In(p.Lang))
	if hint := q.Hint.In(p.Lang); hint != "" {
		end = s.text(st.hint, inset, end+s.mm(0.5), field, hint)
	}
	s.box(edge+aside/2, y, s.mm(0.7), end-y, 0, line)
	return end
}
