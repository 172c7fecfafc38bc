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
}

// place is a column of a question: the nth of those that it has.
type place struct{ question, nth int }

// readHeader reads the first row.
func readHeader(header []string, s *survey.Survey) (columns, error) {
	c, places := newColumns(s)
	var bad RowErrors
	for i, name := range header {
		name = ungrouped(daringAgain(survey.CleanLine(name, survey.MaxNameLength)), s, places)
		p, known := places[name]
		switch {
		case name == "event" || name == "session":
			if c.session >= 0 {
				bad = append(bad, "line 1: two columns name the session")
			}
			c.session = i
		case !known && c.takesOption(name, s, places):
		case !known && aboutPeople(name):
		case !known:
			bad = append(bad, "line 1: "+unknown(name, s))
		case c.questions[p.question][p.nth] >= 0:
			bad = append(bad, fmt.Sprintf("line 1: two columns are called “%s”", name))
		default:
			c.questions[p.question][p.nth] = i
		}
	}
	bad = append(bad, c.missing(s)...)
	if len(bad) > 0 {
		return columns{}, bad
	}
	return c, nil
}

// takesOption reports whether a column says of one option whether it was chosen. An
// export has these beside the question's own column, which says the same.
func (c *columns) takesOption(name string, s *survey.Survey, places map[string]place) bool {
	question, _, option := strings.Cut(name, optionMark)
	p, known := places[question]
	if !option || !known || s.Questions[p.question].Kind != survey.KindMulti {
		return false
	}
	c.options = append(c.options, p.question)
	return true
}

// newColumns returns the columns of a file that has none yet, and what each
// name that a column may have stands for.
func newColumns(s *survey.Survey) (columns, map[string]place) {
	c := columns{session: -1, questions: make([][]int, len(s.Questions))}
	places := map[string]place{}
	for i := range s.Questions {
		c.names = append(c.names, namesOf(&s.Questions[i]))
		for nth, name := range s.Questions[i].Columns() {
			places[name], places[FormName(name)] = place{i, nth}, place{i, nth}
			c.questions[i] = append(c.questions[i], -1)
		}
	}
	return c, places
}

// unknown says why a column cannot be read.
func unknown(name string, s *survey.Survey) string {
	at, ok := s.Question(name)
	switch {
	case !ok:
		return fmt.Sprintf("the survey has no question “%s”", name)
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
			bad = append(bad, fmt.Sprintf("line 1: the column “%s” is missing beside “%s”", names[0], names[1]))
		case at[1] < 0 && at[0] >= 0 && s.Questions[i].Kind == survey.KindBeforeAfter:
			bad = append(bad, fmt.Sprintf("line 1: the column “%s” is missing beside “%s”", names[1], names[0]))
		}
	}
	for _, i := range slices.Compact(c.options) {
		if name := s.Questions[i].ID; c.questions[i][0] < 0 {
			bad = append(bad, fmt.Sprintf("line 1: the column “%s” is missing beside those of its options", name))
		}
	}
	if c.session < 0 {
		bad = append(bad, "line 1: a column “event” or “session” must name the session of each row")
	}
	return bad
}

// row reads one response.
func (c *columns) row(record []string, s *survey.Survey) (string, survey.Response, error) {
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
