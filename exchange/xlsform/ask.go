package xlsform

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"anketa/exchange"
	"anketa/survey"
)

// silent are the rows that ask nobody anything.
func silent() []string { return []string{"calculate", "hidden", "xml-external", "csv-external"} }

// ask takes over a row, and reports whether it took the next one with it.
func (r *reader) ask(n, next *node, c context) bool {
	switch {
	case slices.Contains(exchange.Metadata(), n.kind):
		r.note(sheetSurvey, n.number, "“%s” is left out, because anketa does not record who answers, when, where or on what", n.kind)
		return false
	case slices.Contains(silent(), n.kind):
		r.note(sheetSurvey, n.number, "“%s” is left out, because it asks nothing", n.kind)
		return false
	case strings.HasPrefix(n.kind, "begin_"):
		r.refuse(sheetSurvey, n.number, "“%s” cannot be taken over, nor what lies in it", survey.CleanLine(n.kind, maxName))
		return false
	}
	q := survey.Question{Text: r.text(n.row, "label"), Hint: r.text(n.row, "hint")}
	if n.get(ownKind) == kindIntro && len(r.out.Questions) == 0 {
		r.out.Intro = q.Text
		return false
	}
	when, ok := r.when(n)
	if !ok {
		return false
	}
	q.When = together(c.when, when)
	switch words, bad := r.piped(q.Text); {
	case bad:
		r.refuse(sheetSurvey, n.number, "its text repeats the answer %s, which anketa does not do", words)
		return false
	case q.Text == nil && q.Hint != nil:
		q.Text, q.Hint = q.Hint, nil
	case q.Text == nil:
		r.refuse(sheetSurvey, n.number, "no label stands here, so there is nothing to read")
		return false
	}
	if n.get("choice_filter") != "" {
		r.refuse(sheetSurvey, n.number, "its choices depend on another answer (choice_filter), which anketa does not do")
		return false
	}
	values, ok := r.typed(n, &q, c)
	if !ok {
		return false
	}
	q.Required = r.required(n) && q.Asks()
	with := r.takeOther(n, next, &q, values)
	q.ID = r.id(n, q)
	r.own1(n, &q)
	r.put(n, q, values, c)
	return with
}

// put adds a question to the survey.
func (r *reader) put(n *node, q survey.Question, values map[string]string, c context) {
	q.Section = r.section(c)
	for _, name := range append(q.Columns(), q.ID) {
		r.names[name] = true
	}
	r.rows[q.ID] = Remark{Sheet: sheetSurvey, Row: n.number}
	r.out.Questions = append(r.out.Questions, q)
	if q.Asks() {
		name := n.get("name")
		if q.Kind == survey.KindBeforeAfter {
			name = n.children[1].get("name")
		}
		r.refs[name] = &ref{question: &q, values: values}
	}
	r.renamed(n, values)
	r.passedOver(n)
}

// renamed says which choices the survey file calls otherwise than the form does.
func (r *reader) renamed(n *node, values map[string]string) {
	l := r.lists[n.list]
	if r.own || l == nil {
		return
	}
	for _, c := range l.choices {
		if value := values[c.name]; value != c.name {
			r.note(sheetChoices, c.number, "the choice “%s” is “%s” in the survey file", survey.CleanLine(c.name, maxName), value)
		}
	}
}

// id returns a name for a question, or for a section where q is empty, like that of its
// row. None of the columns that follow from it is in use.
func (r *reader) id(n *node, q survey.Question) string {
	used := func(name string) bool {
		q.ID = name
		return slices.ContainsFunc(append(q.Columns(), name), func(name string) bool { return r.names[name] })
	}
	if id := n.get(ownID); id != "" && plainName(id) == id && !used(id) {
		return id
	}
	name := n.get("name")
	id := plainName(name)
	if id == "" {
		id = "row" + strconv.Itoa(n.number)
	}
	if id = unique(id, used); id != name && !r.own {
		r.note(sheetSurvey, n.number, "the name “%s” is “%s” in the survey file", survey.CleanLine(name, maxName), id)
	}
	return id
}

// when reads the condition of a row; it is nil without one. It reports false when the
// row cannot be taken over.
func (r *reader) when(n *node) (*survey.Condition, bool) {
	text := n.get("relevant")
	if text == "" {
		return nil, true
	}
	if exact := n.get(ownWhen); exact != "" {
		var c survey.Condition
		f := form{s: r.out}
		if json.Unmarshal([]byte(exact), &c) == nil && f.relevant(&c) == text {
			return &c, true
		}
	}
	c, err := readCondition(text, r.refs)
	if err != nil {
		r.refuse(sheetSurvey, n.number, "its condition %v", err)
		return nil, false
	}
	return c, true
}

// together puts the conditions of groups and of a row together.
func together(groups []survey.Condition, own *survey.Condition) *survey.Condition {
	all := slices.Clone(groups)
	if own != nil {
		all = append(all, *own)
	}
	switch len(all) {
	case 0:
		return nil
	case 1:
		return &all[0]
	}
	return &survey.Condition{All: all}
}

// piped reports whether a text repeats an answer, and which. In our own forms marks that
// name no row above are what somebody wrote into a survey file.
func (r *reader) piped(t survey.Text) (string, bool) {
	for _, words := range t {
		_, rest, found := strings.Cut(words, "${")
		name, _, closed := strings.Cut(rest, "}")
		if _, row := r.refs[name]; found && (row || !r.own) && (closed || !r.own) {
			return "${" + survey.CleanLine(name, maxName) + "}", true
		}
	}
	return "", false
}

// required reports whether a row must be answered.
func (r *reader) required(n *node) bool {
	cell := n.get("required")
	if cell != "" && !truth(cell) && !slices.Contains([]string{"no", "false", "false()", "0"}, strings.ToLower(cell)) {
		r.note(sheetSurvey, n.number, "it is required under a condition in the form, and not required here")
	}
	return truth(cell)
}

// passedOver says which settings of a row have no counterpart.
func (r *reader) passedOver(n *node) {
	if strings.Contains(n.get("parameters"), "randomize") {
		r.note(sheetSurvey, n.number, "its choices are in random order in the form, and in the order of the list here")
	}
	for _, column := range []string{"default", "calculation", "trigger"} {
		if n.get(column) != "" {
			r.note(sheetSurvey, n.number, "“%s” is left out", column)
		}
	}
	for column := range n.cells {
		base, _, _ := strings.Cut(column, "::")
		if slices.Contains([]string{"media", "image", "audio", "video", "big_image"}, base) {
			r.note(sheetSurvey, n.number, "its picture or sound is left out")
		}
	}
}

// askTwice takes over a group that is one question asked twice: two rows with the same
// choices, whose names end with “_before” and “_after”.
func (r *reader) askTwice(n *node, c context) bool {
	if len(n.children) != 2 {
		return false
	}
	first, second := n.children[0], n.children[1]
	stem, okFirst := strings.CutSuffix(first.get("name"), suffixBefore)
	other, okSecond := strings.CutSuffix(second.get("name"), suffixAfter)
	q := survey.Question{Kind: survey.KindBeforeAfter, Text: r.text(n.row, "label"), Hint: r.text(first.row, "hint")}
	if !okFirst || !okSecond || stem != other || first.kind != typeOne || second.kind != typeOne || first.list != second.list || q.Text == nil ||
		first.get("relevant") != "" || second.get("relevant") != "" {
		return false
	}
	l := r.lists[first.list]
	if l == nil || first.orOther || second.orOther {
		return false
	}
	points, missing, values := l.points(r.own)
	points, values, ok := scale(points, values)
	if !ok {
		return false
	}
	if words, bad := r.piped(q.Text); bad {
		r.refuse(sheetSurvey, n.number, "its text repeats the answer %s, which anketa does not do", words)
		return true
	}
	q.When, q.NotApplicable, q.Reverse = together(c.when, nil), missing, n.is(ownReverse)
	q.ScaleName, q.Points = r.scaleOf(first, l, points)
	named := &node{row: &row{number: n.number, cells: map[string]string{"name": stem, ownID: n.get(ownID)}}}
	q.ID = r.id(named, q)
	q.Required = r.required(first)
	r.put(n, q, values, c)
	return true
}

// own1 takes over what only our own forms say of a row.
func (r *reader) own1(n *node, q *survey.Question) {
	q.Reverse = n.is(ownReverse) && q.OfScale()
	q.AskQuote = n.get(ownConsent) == "quote" && q.Kind == survey.KindText
	if q.Kind != survey.KindLikert && q.Kind != survey.KindChoice && q.Kind != survey.KindYesNo {
		return
	}
	for _, value := range strings.Fields(n.get(ownHeadline)) {
		code, ok := q.CodeOf(value)
		if !ok || code == survey.NotApplicable || slices.Contains(q.Headline, code) {
			r.note(sheetSurvey, n.number, "the headline counts “%s”, which is no choice any more; it is left out", survey.CleanLine(value, maxName))
			continue
		}
		q.Headline = append(q.Headline, code)
	}
	slices.Sort(q.Headline)
	if len(q.Headline) == len(q.Points) {
		q.Headline = nil
	}
}

// scaleOf returns the name and the points of a scale: those of a ready one where the
// form has its labels.
func (r *reader) scaleOf(n *node, l *list, points []survey.Point) (string, []survey.Point) {
	name := n.get(ownScale)
	if plainName(name) != name || name == "" {
		if name = plainName(l.name); name == "" {
			name = "scale"
		}
	}
	if ready, ok := survey.ReadyScale(name); ok && r.sameLabels(ready.Points, points) {
		return name, ready.Points
	}
	for i := range r.out.Questions {
		if q := &r.out.Questions[i]; q.OfScale() && q.ScaleName == name && !r.sameLabels(q.Points, points) {
			name = unique(name, func(name string) bool {
				return slices.ContainsFunc(r.out.Questions, func(q survey.Question) bool { return q.ScaleName == name && !r.sameLabels(q.Points, points) })
			})
			break
		}
	}
	r.rows[scaleMark+name] = Remark{Sheet: sheetChoices, Row: l.number}
	return name, points
}

// sameLabels reports whether points are called the same in the languages of the form.
func (r *reader) sameLabels(a, b []survey.Point) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		for _, lang := range r.out.Languages {
			if a[i].Label[lang] != b[i].Label[lang] {
				return false
			}
		}
	}
	return true
}

// advice says what to do instead of a type that anketa does not have.
func advice(kind string) string {
	if strings.HasPrefix(kind, "rank") {
		return "ask with select_multiple"
	}
	switch kind {
	case "decimal":
		return "ask for a whole number with “integer”"
	case "acknowledge", "trigger":
		return "ask with select_one and the choices yes and no"
	case "date", "time", "datetime", "date_time":
		return "ask with select_one and ranges, or with text"
	}
	return fmt.Sprintf("anketa asks with %s, %s, %s, %s, %s and %s", typeOne, typeMultiple, typeInteger, typeRange, typeText, typeNote)
}
