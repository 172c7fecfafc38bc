package exchange

import (
	"fmt"
	"strconv"
	"strings"

	"anketa/survey"
)

// readAnswer reads the answer to a question from the cells of its columns. An
// error names the column, never what stands in it.
func readAnswer(q *survey.Question, cells []string) (survey.Answer, error) {
	switch {
	case q.Kind == survey.KindText:
		return q.CleanAnswer(survey.Answer{Text: cells[0]}), nil
	case q.Kind == survey.KindBeforeAfter:
		return readPair(q, cells)
	}
	a, err := readClosed(q, cells[0])
	if err != nil || !q.HasOther() {
		return a, err
	}
	a.Text = cells[1]
	if a = q.CleanAnswer(a); a.Text != "" && !q.IsOther(a) {
		return survey.Answer{}, fmt.Errorf("column %s must be empty where %s does not hold “%s”", q.Columns()[1], q.ID, survey.OtherValue)
	}
	return a, nil
}

// cleanValue reads a cell that names values. No name is so long that it must be cut.
func cleanValue(cell string) string { return survey.CleanLine(cell, len(cell)) }

// readPair reads how it was before the training and how it is now.
func readPair(q *survey.Question, cells []string) (survey.Answer, error) {
	names := q.Columns()
	var codes [2]survey.Code
	for i, cell := range cells {
		value := cleanValue(cell)
		if value == "" {
			continue
		}
		var ok bool
		if codes[i], ok = q.CodeOf(value); !ok {
			return survey.Answer{}, noValue(q, names[i])
		}
	}
	a := survey.Answer{Before: codes[0], Code: codes[1]}
	if a.Check(q) != nil {
		return survey.Answer{}, fmt.Errorf("one of the columns %s and %s is empty; a row has both answers or none", names[0], names[1])
	}
	return a, nil
}

// readClosed reads a point, several of them, or a number.
func readClosed(q *survey.Question, cell string) (survey.Answer, error) {
	value := cleanValue(cell)
	code, ok := q.CodeOf(value)
	switch {
	case value == "":
		return survey.Answer{}, nil
	case ok && code == survey.NotApplicable:
		return survey.Answer{Code: code}, nil
	case q.Kind == survey.KindMulti:
		return readSet(q, value)
	case q.Kind == survey.KindNumber:
		return readNumber(q, value)
	case !ok:
		return survey.Answer{}, noValue(q, q.ID)
	}
	return survey.Answer{Code: code}, nil
}

// readSet reads the chosen options of a multi question.
func readSet(q *survey.Question, cell string) (survey.Answer, error) {
	a := survey.Answer{Code: survey.Answered}
	between := func(r rune) bool { return strings.ContainsRune(" ;|", r) }
	for value := range strings.FieldsFuncSeq(cell, between) {
		code, ok := q.CodeOf(value)
		switch {
		case !ok:
			return survey.Answer{}, fmt.Errorf("column %s holds something beside its values: %s", q.ID, valuesOf(q))
		case code == survey.NotApplicable:
			return survey.Answer{}, fmt.Errorf("column %s holds “%s” beside other values", q.ID, survey.NotApplicableValue)
		case !a.Set.Has(code):
			a.Set = a.Set.Toggle(code)
		}
	}
	if a.Check(q) != nil {
		return survey.Answer{}, fmt.Errorf("column %s holds too few or too many values: it takes %d to %d", q.ID, q.Min, q.Max)
	}
	return a, nil
}

// readNumber reads the answer to a number question.
func readNumber(q *survey.Question, cell string) (survey.Answer, error) {
	number, err := strconv.Atoi(cell)
	a := survey.Answer{Code: survey.Answered, Number: number}
	if err != nil || a.Check(q) != nil {
		return survey.Answer{}, fmt.Errorf("column %s holds no whole number from %d to %d", q.ID, q.Min, q.Max)
	}
	return a, nil
}

// noValue says which values a column may hold.
func noValue(q *survey.Question, column string) error {
	return fmt.Errorf("column %s holds none of its values: %s", column, valuesOf(q))
}

// valuesOf names the values of a question's points.
func valuesOf(q *survey.Question) string {
	values := make([]string, len(q.Points))
	for i := range q.Points {
		values[i] = q.Points[i].Value
	}
	return strings.Join(values, ", ")
}
