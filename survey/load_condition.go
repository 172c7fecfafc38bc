package survey

import (
	"fmt"
	"slices"
	"strconv"

	"go.yaml.in/yaml/v4"
)

// condition reads when a question is asked; nil means always.
func (l *loader) condition(n *yaml.Node) *Condition {
	if n == nil {
		return nil
	}
	f := l.fields(n, "a condition", "question", "is", "in", "at_least", "answered", "all", "any", "not")
	if f.values == nil {
		return nil
	}
	if !l.oneForm(f) {
		return nil
	}
	c := &Condition{Not: l.condition(f.get("not"))}
	for _, item := range l.items(f.get("all"), 1, maxItems) {
		if part := l.condition(item); part != nil {
			c.All = append(c.All, *part)
		}
	}
	for _, item := range l.items(f.get("any"), 1, maxItems) {
		if part := l.condition(item); part != nil {
			c.Any = append(c.Any, *part)
		}
	}
	if f.get("question") != nil {
		l.test(f, c)
	}
	l.countTests(n, c)
	return c
}

// countTests reports a condition of more tests than a stored survey may have.
func (l *loader) countTests(n *yaml.Node, c *Condition) {
	if c.tests() > maxConditions {
		l.report(n, "condition", fmt.Sprintf("the condition puts more than %d tests together", maxConditions), "use “in” with a list of values, or leave some out")
	}
}

// tests returns how many answers a condition looks at.
func (c *Condition) tests() int {
	n := 0
	if c.Question != "" {
		n = 1
	}
	for i := range c.All {
		n += c.All[i].tests()
	}
	for i := range c.Any {
		n += c.Any[i].tests()
	}
	if c.Not != nil {
		n += c.Not.tests()
	}
	return n
}

// oneForm reports a condition that is none, or several at once.
func (l *loader) oneForm(f fields) bool {
	const repair = "write question with one of is, in, at_least and answered, or else all, any or not"
	forms, tests := 0, 0
	for _, key := range f.keys {
		switch key.Value {
		case "question", "all", "any", "not":
			forms++
		default:
			tests++
		}
	}
	wants := 0
	if f.get("question") != nil {
		wants = 1
	}
	if forms != 1 || tests != wants {
		l.report(f.node, "condition", "a condition has exactly one form", repair)
		return false
	}
	return true
}

// test reads what an earlier answer must be.
func (l *loader) test(f fields, c *Condition) {
	q := l.earlier(f.get("question"))
	if q == nil {
		return
	}
	c.Question = q.ID
	if n := f.get("is"); n != nil {
		c.Is = l.valueOf(n, q)
	}
	for _, item := range l.items(f.get("in"), 1, maxOptions) {
		c.In = append(c.In, l.valueOf(item, q))
	}
	if n := f.get("at_least"); n != nil {
		c.AtLeast = l.atLeast(n, q)
	}
	if n := f.get("answered"); n != nil {
		answered := l.oneOf(n, "true", "false") == "true"
		c.Answered = &answered
	}
}

// earlier finds the question that a condition looks at among those before it.
// As it can be no other, conditions never depend on each other in a circle.
func (l *loader) earlier(n *yaml.Node) *Question {
	id, ok := l.scalar(n)
	if !ok {
		return nil
	}
	i := slices.IndexFunc(l.out.Questions, func(q Question) bool { return q.ID == id })
	if i < 0 {
		l.notEarlier(n, id)
		return nil
	}
	q := &l.out.Questions[i]
	if !q.Asks() {
		l.report(n, "condition", fmt.Sprintf("the question %s is a note and has no answer", q.ID), "name a question that asks something")
		return nil
	}
	return q
}

// notEarlier says why a condition cannot look at what it names.
func (l *loader) notEarlier(n *yaml.Node, id string) {
	name := CleanLine(id, maxShown)
	switch {
	case id == l.asking && id != "":
		l.report(n, "condition", fmt.Sprintf("%s is this question itself, which has no answer before it is asked", name), "name an earlier question")
	case l.all[id] == idOfSection:
		l.report(n, "condition", fmt.Sprintf("%s is a section and has no answer", name), "name one of the questions before this one")
	case l.all[id] == idOfQuestion:
		l.report(n, "condition", fmt.Sprintf("the question %s stands after this condition and has no answer yet", name), "move it up, or name an earlier question")
	default:
		known := make([]string, len(l.out.Questions))
		for i := range l.out.Questions {
			known[i] = l.out.Questions[i].ID
		}
		l.report(n, "condition", fmt.Sprintf("there is no question with the id %q", name), l.instead(id, known, "name one of the questions before this one"))
	}
}

// valueOf reads a value that a question can be answered with.
func (l *loader) valueOf(n *yaml.Node, q *Question) string {
	value, ok := l.scalar(n)
	if !ok {
		return ""
	}
	_, known := q.CodeOf(value)
	switch {
	case known:
	case len(q.Points) > 0:
		l.report(n, "condition", fmt.Sprintf("%q is no point of the question %s", CleanLine(value, maxShown), q.ID),
			l.instead(value, q.valueList(), "write "+enumerate(q.valueList(), "or")))
	case q.Kind == KindNumber:
		l.report(n, "condition", fmt.Sprintf("the answers to %s are numbers", q.ID), "use at_least or answered")
	case q.Kind == KindText:
		l.report(n, "condition", fmt.Sprintf("the answers to %s are words of people's own", q.ID), "use answered")
	}
	return value
}

// atLeast reads the smallest number that fits.
func (l *loader) atLeast(n *yaml.Node, q *Question) *int {
	value, ok := l.scalar(n)
	if !ok || q.Kind == "" || q.OfScale() && len(q.Points) == 0 {
		return nil
	}
	if !q.Ordered() {
		l.report(n, "condition", fmt.Sprintf("the answers to %s have no order", q.ID), "use is, in or answered")
		return nil
	}
	least, most := q.ValueAt(0), q.Max
	if q.Kind != KindNumber {
		most = q.ValueAt(len(q.Points) - 1)
	}
	number, err := strconv.Atoi(value)
	if err != nil || number < least || number > most {
		l.report(n, "condition", fmt.Sprintf("the answers to %s run from %d to %d", q.ID, least, most), "write one of these numbers")
	}
	return &number
}
