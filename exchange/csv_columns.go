package exchange

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"anketa/survey"
)

// columns says where in a row the answers stand.
type columns struct {
	// session is the column that names the session.
	session int
	// questions holds for each question where its columns are, in the order of
	// [survey.Question.Columns]; -1 stands for one that the file does not have.
	questions [][]int
	// names says for each question what its points are called.
	names []*pointNames
	// options are the multi questions of which single options have columns.
	options []int
	// nameless are the columns without a name, in which nothing may stand; width is how
	// many cells a row has.
	nameless []int
	width    int
}

// place is a column of a question: the nth of those that it has.
type place struct{ question, nth int }

// places says what each name that a column may have stands for.
type places map[string]place

// spelled returns the name of a column as the survey spells it, when it differs by
// nothing but small and capital letters and no other name does.
func (p places) spelled(name string) string {
	if _, known := p[name]; known {
		return name
	}
	for _, fixed := range []string{"event", "session"} {
		if strings.EqualFold(name, fixed) {
			return fixed
		}
	}
	found := name
	for known, at := range p {
		switch {
		case !strings.EqualFold(name, known):
		case found != name && p[found] != at:
			return name
		default:
			found = known
		}
	}
	return found
}

// readHeader reads the first row.
func readHeader(header []string, s *survey.Survey) (columns, error) {
	if slices.Equal(header, textColumns()) {
		return columns{}, noRows
	}
	c, places := newColumns(s)
	c.width = len(header)
	var bad RowErrors
	var strange []string
	for i, name := range header {
		name = places.spelled(ungrouped(daringAgain(survey.CleanLine(name, survey.MaxNameLength)), s, places))
		p, known := places[name]
		switch {
		case name == "event" || name == "session":
			if c.session >= 0 {
				bad = append(bad, inHeader("two columns name the session"))
			}
			c.session = i
		case name == "":
			c.nameless = append(c.nameless, i)
		case !known && c.takesOption(name, s, places):
		case !known && aboutPeople(name):
		case !known && unasked(name, s) != "":
			bad = append(bad, inHeader(unasked(name, s)))
		case !known:
			strange = append(strange, name)
		case c.questions[p.question][p.nth] >= 0:
			bad = append(bad, inHeader(fmt.Sprintf("two columns are called “%s”", name)))
		default:
			c.questions[p.question][p.nth] = i
		}
	}
	switch len(strange) {
	case 0:
	case 1:
		bad = append(bad, inHeader("the survey has no question "+theseNames(strange)))
	default:
		bad = append(bad, inHeader("the survey has no questions "+theseNames(strange)))
	}
	bad = append(bad, c.missing(s)...)
	if len(bad) > 0 {
		return columns{}, bad
	}
	return c, nil
}

// takesOption reports whether a column says of one option whether it was chosen. An
// export has these beside the question's own column, which says the same.
func (c *columns) takesOption(name string, s *survey.Survey, places places) bool {
	question, _, option := strings.Cut(name, optionMark)
	p, known := places[question]
	if !option || !known || s.Questions[p.question].Kind != survey.KindMulti {
		return false
	}
	c.options = append(c.options, p.question)
	return true
}

// newColumns returns the columns of a file that has none yet, and what their names
// stand for.
func newColumns(s *survey.Survey) (columns, places) {
	c := columns{session: -1, questions: make([][]int, len(s.Questions))}
	places := places{}
	for i := range s.Questions {
		c.names = append(c.names, namesOf(&s.Questions[i]))
		for nth, name := range s.Questions[i].Columns() {
			places[name], places[FormName(name)] = place{i, nth}, place{i, nth}
			c.questions[i] = append(c.questions[i], -1)
		}
	}
	return c, places
}

// unasked says why a column with the id of a question cannot be read, or nothing when no
// question has it.
func unasked(name string, s *survey.Survey) string {
	at, ok := s.Question(name)
	switch {
	case !ok:
		return ""
	case !s.Questions[at].Asks():
		return fmt.Sprintf("“%s” is a note and has no answers", name)
	}
	names := s.Questions[at].Columns()
	return fmt.Sprintf("the question “%s” has two columns, “%s” and “%s”", name, names[0], names[1])
}

// missing names the columns without which others mean nothing.
func (c *columns) missing(s *survey.Survey) RowErrors {
	var bad RowErrors
	for i, at := range c.questions {
		if len(at) < 2 {
			continue
		}
		names := s.Questions[i].Columns()
		switch {
		case at[0] < 0 && at[1] >= 0:
			bad = append(bad, inHeader(fmt.Sprintf("the column “%s” is missing beside “%s”", names[0], names[1])))
		case at[1] < 0 && at[0] >= 0 && s.Questions[i].Kind == survey.KindBeforeAfter:
			bad = append(bad, inHeader(fmt.Sprintf("the column “%s” is missing beside “%s”", names[1], names[0])))
		}
	}
	for _, i := range slices.Compact(c.options) {
		if name := s.Questions[i].ID; c.questions[i][0] < 0 {
			bad = append(bad, inHeader(fmt.Sprintf("the column “%s” is missing beside those of its options", name)))
		}
	}
	if c.session < 0 {
		bad = append(bad, inHeader("a column “event” or “session” must name the session of each row"))
	}
	return bad
}

// row reads one response.
func (c *columns) row(record []string, s *survey.Survey) (string, survey.Response, error) {
	if err := c.checkCells(record); err != nil {
		return "", survey.Response{}, err
	}
	answers := make([]survey.Answer, len(s.Questions))
	for i, at := range c.questions {
		if !slices.ContainsFunc(at, func(column int) bool { return column >= 0 }) {
			continue
		}
		var err error
		if answers[i], err = readAnswer(c.names[i], cells(record, at)); err != nil {
			return "", survey.Response{}, err
		}
	}
	if err := checkConditions(s, answers); err != nil {
		return "", survey.Response{}, err
	}
	session := survey.CleanLine(daringAgain(record[c.session]), survey.MaxNameLength)
	if session == "" {
		return "", survey.Response{}, errors.New("the session has no name")
	}
	return session, survey.Response{Answers: s.Settle(answers)}, nil
}

// checkCells reports cells that no column is for. Empty ones may stand behind the last.
func (c *columns) checkCells(record []string) error {
	if len(record) < c.width {
		return errors.New("the row has fewer cells than the first one")
	}
	for _, cell := range record[c.width:] {
		if !blank(cell) {
			return errors.New("the row has more cells than the first one; what has a comma in it needs quotation marks around it")
		}
	}
	for _, i := range c.nameless {
		if !blank(record[i]) {
			return fmt.Errorf("something stands in column %d, which has no name", i+1)
		}
	}
	return nil
}

// blank reports whether nothing stands in a cell.
func blank(cell string) bool { return strings.TrimSpace(cell) == "" }

// cells returns what stands in some columns of a row; a column that the file
// does not have is empty.
func cells(record []string, columns []int) []string {
	found := make([]string, len(columns))
	for i, column := range columns {
		if column >= 0 {
			found[i] = record[column]
		}
	}
	return found
}

// checkConditions reports an answer to a question that is not asked after the
// other answers, or nil.
func checkConditions(s *survey.Survey, answers []survey.Answer) error {
	for i, asked := range s.Asked(answers) {
		if q := &s.Questions[i]; !asked && answers[i].Given() {
			return fmt.Errorf("column %s must be empty: the question %s is not asked after the other answers of this row", q.Columns()[0], q.ID)
		}
	}
	return nil
}
