package exchange

import (
	"fmt"
	"strconv"
	"strings"

	"anketa/survey"
)

// readAnswer reads the answer to a question from the cells of its columns. An
// error names the column, never what stands in it.
func readAnswer(names *pointNames, cells []string) (survey.Answer, error) {
	q := names.q
	switch {
	case q.Kind == survey.KindText:
		return q.CleanAnswer(survey.Answer{Text: cells[0]}), nil
	case q.Kind == survey.KindBeforeAfter:
		return readPair(names, cells)
	}
	a, err := readClosed(names, cells[0])
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
func cleanValue(cell string) string { return daringAgain(survey.CleanLine(cell, len(cell))) }

// readPair reads how it was before the training and how it is now.
func readPair(names *pointNames, cells []string) (survey.Answer, error) {
	q := names.q
	columns := q.Columns()
	var codes [2]survey.Code
	for i, cell := range cells {
		value := cleanValue(cell)
		if value == "" {
			continue
		}
		var ok bool
		if codes[i], ok = names.code(value); !ok {
			return survey.Answer{}, noValue(q, columns[i])
		}
	}
	a := survey.Answer{Before: codes[0], Code: codes[1]}
	if a.Check(q) != nil {
		return survey.Answer{}, fmt.Errorf("one of the columns %s and %s is empty; a row has both answers or none", columns[0], columns[1])
	}
	return a, nil
}

// readClosed reads a point, several of them, or a number.
func readClosed(names *pointNames, cell string) (survey.Answer, error) {
	q := names.q
	value := cleanValue(cell)
	code, ok := names.code(value)
	switch {
	case value == "":
		return survey.Answer{}, nil
	case ok && code == survey.NotApplicable:
		return survey.Answer{Code: code}, nil
	case q.Kind == survey.KindMulti:
		return readSet(names, value)
	case q.Kind == survey.KindNumber:
		return readNumber(q, value)
	case !ok:
		return survey.Answer{}, noValue(q, q.ID)
	}
	return survey.Answer{Code: code}, nil
}

// readSet reads the chosen options of a multi question.
func readSet(names *pointNames, cell string) (survey.Answer, error) {
	q := names.q
	a := survey.Answer{Code: survey.Answered}
	for rest := strings.TrimLeft(cell, betweenOptions); rest != ""; rest = strings.TrimLeft(rest, betweenOptions) {
		var code survey.Code
		var ok bool
		code, rest, ok = cutOption(names, rest)
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

// betweenOptions may stand between the options of a multi question.
const betweenOptions = " ;|"

// cutOption cuts the longest value or label of an option off the front of a cell.
// Labels may hold what stands between options.
func cutOption(names *pointNames, cell string) (code survey.Code, rest string, ok bool) {
	for end := min(len(cell), names.longest); end > 0; end-- {
		if end < len(cell) && !strings.ContainsRune(betweenOptions, rune(cell[end])) {
			continue
		}
		if code, ok = names.code(cell[:end]); ok {
			return code, cell[end:], true
		}
	}
	return survey.Missing, cell, false
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
