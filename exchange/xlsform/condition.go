package xlsform

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"anketa/survey"
)

// ref is a question that a condition may look at.
type ref struct {
	question *survey.Question
	// values say under which values the survey has the choices of the form; without
	// them they are the same.
	values map[string]string
}

// refs are the earlier questions by the names of their rows; earlier rows that became
// none are nil.
type refs map[string]*ref

// readCondition reads when a question is asked. An error goes on after "the condition".
func readCondition(text string, known refs) (*survey.Condition, error) {
	e, err := parse(text)
	if err != nil {
		return nil, err
	}
	c, err := known.condition(e)
	if err != nil {
		return nil, err
	}
	return &c, nil
}

// condition turns an expression into a condition.
func (r refs) condition(e expression) (survey.Condition, error) {
	switch e.op {
	case "or", "and":
		return r.joined(e)
	case "not":
		if len(e.args) != 1 {
			break
		}
		c, err := r.condition(e.args[0])
		return survey.Condition{Not: &c}, err
	case "selected":
		if len(e.args) != 2 || e.args[0].op != "$" || e.args[1].op != "'" {
			break
		}
		return r.chosen(e.args[0].text, e.args[1].text)
	case "=", "!=", ">", ">=", "<", "<=":
		return r.compared(e)
	}
	if e.op == "'" || e.op == "$" || e.op == "." {
		return survey.Condition{}, errors.New("compares nothing")
	}
	return survey.Condition{}, fmt.Errorf("uses “%s” in a way that is not known", survey.CleanLine(e.op, 20))
}

// joined turns "and" and "or" into conditions; several values of one question are a list.
func (r refs) joined(e expression) (survey.Condition, error) {
	var parts []survey.Condition
	for _, arg := range e.args {
		c, err := r.condition(arg)
		if err != nil {
			return c, err
		}
		parts = append(parts, c)
	}
	if e.op == "and" {
		return survey.Condition{All: parts}, nil
	}
	in := survey.Condition{Question: parts[0].Question}
	for _, c := range parts {
		if c.Is == "" || c.Question != in.Question {
			return survey.Condition{Any: parts}, nil
		}
		in.In = append(in.In, c.Is)
	}
	return in, nil
}

// of returns the question with a name.
func (r refs) of(name string) (*ref, error) {
	found, ok := r[name]
	switch {
	case found != nil:
		return found, nil
	case ok:
		return nil, fmt.Errorf("looks at ${%s}, which has no answer here", survey.CleanLine(name, 40))
	}
	return nil, fmt.Errorf("looks at ${%s}, which is no earlier question here", survey.CleanLine(name, 40))
}

// chosen returns the condition that a choice was chosen.
func (r refs) chosen(name, choice string) (survey.Condition, error) {
	of, err := r.of(name)
	if err != nil {
		return survey.Condition{}, err
	}
	value := choice
	if of.values != nil {
		value = of.values[choice]
	}
	if _, ok := of.question.CodeOf(value); !ok || value == "" {
		return survey.Condition{}, fmt.Errorf("looks for “%s”, which is no choice of ${%s}", survey.CleanLine(choice, 40), survey.CleanLine(name, 40))
	}
	return survey.Condition{Question: of.question.ID, Is: value}, nil
}

// mirrored are the operators with the sides changed.
func mirrored(op string) string {
	if other, ok := map[string]string{">": "<", "<": ">", ">=": "<=", "<=": ">="}[op]; ok {
		return other
	}
	return op
}

// compared turns a comparison of an answer with a value into a condition.
func (r refs) compared(e expression) (survey.Condition, error) {
	op, left, right := e.op, e.args[0], e.args[1]
	if left.op == "'" {
		op, left, right = mirrored(op), right, left
	}
	if right.op != "'" {
		return survey.Condition{}, errors.New("compares an answer with something that is no value")
	}
	if (left.op == "count-selected" || left.op == "string-length") && len(left.args) == 1 && left.args[0].op == "$" {
		return r.some(left.args[0].text, op, right.text)
	}
	if left.op != "$" {
		return survey.Condition{}, errors.New("compares something that is no answer")
	}
	of, err := r.of(left.text)
	if err != nil {
		return survey.Condition{}, err
	}
	switch {
	case right.text == "" && (op == "=" || op == "!="):
		answered := op == "!="
		return survey.Condition{Question: of.question.ID, Answered: &answered}, nil
	case op == "=" && len(of.question.Points) > 0:
		return r.chosen(left.text, right.text)
	case op == "!=" && len(of.question.Points) > 0:
		c, err := r.chosen(left.text, right.text)
		return survey.Condition{Not: &c}, err
	}
	return of.ordered(left.text, op, right.text)
}

// some returns the condition that there is an answer, or none, from its length.
func (r refs) some(name, op, number string) (survey.Condition, error) {
	of, err := r.of(name)
	if err != nil {
		return survey.Condition{}, err
	}
	answered := op == ">" && number == "0" || op == ">=" && number == "1" || op == "!=" && number == "0"
	if !answered && (op != "=" || number != "0") && (op != "<" || number != "1") {
		return survey.Condition{}, errors.New("counts an answer, and only whether there is one can be asked")
	}
	return survey.Condition{Question: of.question.ID, Answered: &answered}, nil
}

// ordered returns the condition that an answer lies above or below a number.
func (of *ref) ordered(name, op, text string) (survey.Condition, error) {
	q := of.question
	if of.values != nil {
		text = of.values[text]
	}
	number, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || !q.Ordered() {
		return survey.Condition{}, fmt.Errorf("compares ${%s} with a value that its answers do not have", survey.CleanLine(name, 40))
	}
	least, most := q.Min, q.Max
	if q.Kind != survey.KindNumber {
		least, most = q.ValueAt(0), q.ValueAt(len(q.Points)-1)
	}
	given := true
	answered := survey.Condition{Question: q.ID, Answered: &given}
	from := func(n int) survey.Condition { return survey.Condition{Question: q.ID, AtLeast: &n} }
	upTo := func(n int) survey.Condition {
		below := from(n + 1)
		all := []survey.Condition{answered, {Not: &below}}
		if q.HasNotApplicable() {
			all = append(all, survey.Condition{Not: &survey.Condition{Question: q.ID, Is: survey.NotApplicableValue}})
		}
		return survey.Condition{All: all}
	}
	switch op {
	case ">":
		number, op = number+1, ">="
	case "<":
		number, op = number-1, "<="
	}
	inside := number >= least && number <= most
	switch {
	case op == ">=" && inside:
		return from(number), nil
	case op == "<=" && inside && number < most:
		return upTo(number), nil
	case op == "=" && inside && number == most:
		return from(number), nil
	case op == "=" && inside:
		below := from(number + 1)
		return survey.Condition{All: []survey.Condition{from(number), {Not: &below}}}, nil
	case op == "!=" && inside && number == most:
		equal := from(number)
		return survey.Condition{Not: &equal}, nil
	case op == "!=" && inside:
		below := from(number + 1)
		equal := survey.Condition{All: []survey.Condition{from(number), {Not: &below}}}
		return survey.Condition{Not: &equal}, nil
	}
	return survey.Condition{}, fmt.Errorf("compares ${%s} with %d, and its answers run from %d to %d", survey.CleanLine(name, 40), number, least, most)
}
