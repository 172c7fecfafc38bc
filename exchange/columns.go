package exchange

import (
	"strconv"

	"anketa/survey"
)

// IDColumn names the column of the ids that are drawn for the rows of a file; import
// leaves it out.
const IDColumn = "_uuid"

// sessionColumn names the column of the session.
const sessionColumn = "session"

// optionMark stands between a multi question and one of its options in the name of a
// column that says with 0 and 1 whether it was chosen, as in KoboToolbox.
const optionMark = "/"

// cell is what stands in one place of a row: nothing, a whole number, or a text.
type cell struct {
	text    string
	number  int
	numeric bool
}

// column holds one answer of every row.
type column struct {
	name string
	// question is the position of the question in the survey.
	question int
	q        *survey.Question
	// cells holds what stands for each code; it is not used of numbers and sets.
	cells [256]cell
	form  form
	// option is the point that the column of an option is about.
	option survey.Code
	// sets remembers how sets are written.
	sets map[survey.Set]cell
	// joint stands between the points of a set.
	joint string
	// stands says how a cell stands in the file; nil when it stands as it is.
	stands func(cell) string
}

// form is how a column gets its cell from an answer.
type form int

const (
	formPoint form = iota
	formBefore
	formNumber
	formSet
	formOption
)

// tableColumns returns the columns of the questions that are no texts, in survey order.
func tableColumns(s *survey.Survey, lang survey.Lang, labels bool) []*column {
	var all []*column
	for i := range s.Questions {
		q := &s.Questions[i]
		if !q.Closed() {
			continue
		}
		add := func(name string, f form, option survey.Code) {
			c := &column{name: name, question: i, q: q, form: f, option: option, joint: " ", sets: map[survey.Set]cell{}}
			if labels {
				c.joint = "; "
			}
			c.fill(lang, labels)
			all = append(all, c)
		}
		names := q.Columns()
		switch q.Kind {
		case survey.KindBeforeAfter:
			add(names[0], formBefore, 0)
			add(names[1], formPoint, 0)
		case survey.KindNumber:
			add(names[0], formNumber, 0)
		case survey.KindMulti:
			add(names[0], formSet, 0)
			for j := range q.Points {
				add(names[0]+optionMark+q.Points[j].Value, formOption, survey.Code(j+1))
			}
		default:
			add(names[0], formPoint, 0)
		}
	}
	return all
}

// fill prepares what stands for each code.
func (c *column) fill(lang survey.Lang, labels bool) {
	if c.form == formOption {
		return
	}
	names := namesOf(c.q)
	for i := range c.q.Points {
		c.cells[i+1] = named(names.of(survey.Code(i+1), lang, labels))
	}
	if c.q.HasNotApplicable() {
		c.cells[survey.NotApplicable] = named(names.of(survey.NotApplicable, lang, labels))
	}
}

// named is a cell with a value or a label; one that is a whole number is a number.
func named(text string) cell {
	if n, err := strconv.Atoi(text); err == nil && strconv.Itoa(n) == text {
		return cell{number: n, numeric: true}
	}
	return cell{text: text}
}

// cell returns what stands in the column for an answer; what was not asked, not
// answered or taken out is empty.
func (c *column) cell(a *survey.Answer) cell {
	switch c.form {
	case formPoint:
		return c.cells[a.Code]
	case formBefore:
		return c.cells[a.Before]
	}
	if a.Code != survey.Answered {
		if c.form == formOption {
			return c.cells[survey.Missing]
		}
		return c.special(a.Code)
	}
	switch c.form {
	case formNumber:
		return cell{number: a.Number, numeric: true}
	case formOption:
		chosen := 0
		if a.Set.Has(c.option) {
			chosen = 1
		}
		return cell{number: chosen, numeric: true}
	}
	return c.set(a.Set)
}

// prepare turns the cells of the points into how they stand in a file, once for all
// rows, and notes it for the sets.
func (c *column) prepare(stands func(cell) string) {
	c.stands = stands
	for i := range c.cells {
		// The points of a set stand in it as they are.
		if code := survey.Code(i); c.form != formSet || code == survey.Missing || code == survey.NotApplicable {
			c.cells[i] = cell{text: stands(c.cells[i])}
		}
	}
}

// special returns what stands for "not applicable" of a question whose codes are not
// those of points.
func (c *column) special(code survey.Code) cell {
	if code == survey.NotApplicable {
		return c.cells[code]
	}
	return c.cells[survey.Missing]
}

// maxSets bounds how many sets a column remembers.
const maxSets = 1 << 12

// set writes the chosen options one behind the other.
func (c *column) set(set survey.Set) cell {
	if known, ok := c.sets[set]; ok {
		return known
	}
	text := ""
	for i, code := range set.Codes() {
		if i > 0 {
			text += c.joint
		}
		text += c.cells[code].String()
	}
	written := cell{text: text}
	if c.stands != nil {
		written.text = c.stands(written)
	}
	if len(c.sets) < maxSets {
		c.sets[set] = written
	}
	return written
}

// String returns the cell as text.
func (c cell) String() string { return string(c.append(nil)) }

// append appends the cell as text.
func (c cell) append(line []byte) []byte {
	if c.numeric {
		return strconv.AppendInt(line, int64(c.number), 10)
	}
	return append(line, c.text...)
}
