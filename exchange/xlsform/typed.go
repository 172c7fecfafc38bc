package xlsform

import (
	"strconv"
	"strings"

	"anketa/survey"
)

// typed finds out of which kind a question is, and what belongs to it. values says what
// the survey calls the choices of the form. It reports false when the row cannot be
// taken over.
func (r *reader) typed(n *node, q *survey.Question, c context) (values map[string]string, ok bool) {
	switch n.kind {
	case typeNote:
		q.Kind = survey.KindNote
	case typeText:
		r.ownWords(n, q)
	case typeInteger:
		return nil, r.number(n, q)
	case typeRange:
		return nil, r.ranged(n, q)
	case typeOne, typeMultiple, typeScoreRow:
		name := n.list
		if n.kind == typeScoreRow {
			name = c.scores
		}
		return r.chosen(n, q, name)
	default:
		r.refuse(sheetSurvey, n.number, "the type “%s” cannot be taken over; %s", survey.CleanLine(n.get("type"), maxName), advice(n.kind))
		return nil, false
	}
	return nil, true
}

// ownWords takes over a text question.
func (r *reader) ownWords(n *node, q *survey.Question) {
	q.Kind, q.MaxLength = survey.KindText, survey.MaxTextLength
	q.OneLine = n.get(ownKind) == string(survey.KindText) && !strings.Contains(n.get("appearance"), "multiline")
	b, ok := r.bounds(n)
	if most, found := b.most["string-length"]; ok && found {
		q.MaxLength = max(min(most, survey.MaxTextLength), 1)
	}
	if !ok || len(b.least) > 0 || len(b.most) > 1 {
		r.note(sheetSurvey, n.number, "its constraint is left out")
	}
}

// usualMost is up to where numbers are asked of which the form does not say it.
const usualMost = survey.MaxNumbers - 1

// number takes over a question for a whole number.
func (r *reader) number(n *node, q *survey.Question) bool {
	q.Kind = survey.KindNumber
	b, ok := r.bounds(n)
	least, hasLeast := b.least["."]
	most, hasMost := b.most["."]
	switch {
	case !ok || len(b.least)+len(b.most) > 2:
		r.note(sheetSurvey, n.number, "its constraint is not understood")
		fallthrough
	case !hasLeast && !hasMost:
		least, most = 0, usualMost
	case !hasLeast:
		least = max(min(0, most-1), most-usualMost)
	case !hasMost:
		most = least + usualMost
	}
	if !ok || !hasLeast || !hasMost {
		r.note(sheetSurvey, n.number, "the form does not say from where to where its numbers go; %d to %d were taken, change min and max", least, most)
	}
	q.Min, q.Max = least, most
	if most-least > usualMost || least >= most {
		r.refuse(sheetSurvey, n.number, "its numbers go from %d to %d, and anketa tells %d apart; ask in larger units", least, most, survey.MaxNumbers)
		return false
	}
	return true
}

// ranged takes over a range: from 0 to 10 it is how likely somebody recommends.
func (r *reader) ranged(n *node, q *survey.Question) bool {
	start, end, step := 1, 10, 1
	for part := range strings.FieldsFuncSeq(n.get("parameters"), func(r rune) bool { return strings.ContainsRune(" ;,", r) }) {
		name, value, _ := strings.Cut(part, "=")
		into := map[string]*int{"start": &start, "end": &end, "step": &step}[strings.ToLower(name)]
		number, err := strconv.Atoi(value)
		switch {
		case into == nil:
		case err != nil:
			r.refuse(sheetSurvey, n.number, "its range goes in parts of numbers; anketa asks for whole ones")
			return false
		default:
			*into = number
		}
	}
	switch {
	case step != 1 && step != -1 || start >= end || end-start > usualMost:
		r.refuse(sheetSurvey, n.number, "its range from %d to %d in steps of %d cannot be taken over; anketa asks for whole numbers, each of them", start, end, step)
		return false
	case start == 0 && end == 10:
		q.Kind = survey.KindNPS
		q.Points = zeroToTen()
	default:
		q.Kind, q.Min, q.Max = survey.KindNumber, start, end
	}
	return true
}

// zeroToTen returns the points of an nps question, by which conditions are read.
func zeroToTen() []survey.Point {
	points := make([]survey.Point, 11)
	for i := range points {
		points[i].Value = strconv.Itoa(i)
	}
	return points
}

// chosen takes over a question with choices.
func (r *reader) chosen(n *node, q *survey.Question, name string) (map[string]string, bool) {
	l := r.lists[name]
	switch {
	case name == "":
		r.refuse(sheetSurvey, n.number, "no list of choices stands behind its type")
		return nil, false
	case l == nil:
		r.refuse(sheetSurvey, n.number, "there is no list “%s” on the sheet choices", survey.CleanLine(name, maxName))
		return nil, false
	}
	points, missing, values := l.points(r.own)
	if len(points) < survey.MinPoints {
		r.refuse(sheetSurvey, n.number, "the list “%s” has fewer than two choices", survey.CleanLine(name, maxName))
		return nil, false
	}
	q.Points, q.NotApplicable = points, missing
	if n.kind == typeMultiple {
		q.Kind = survey.KindMulti
		return values, true
	}
	if values = r.kindOfChoice(n, q, l, values); n.orOther {
		q.Other = otherLabel(r.out.Languages)
		q.Points = append(q.Points, survey.Point{Value: survey.OtherValue, Label: q.Other})
	}
	return values, true
}

// kindOfChoice tells scales and yes and no from other choices: by what our own forms
// say, by numbers one after the other that several rows share, or by the words.
func (r *reader) kindOfChoice(n *node, q *survey.Question, l *list, values map[string]string) map[string]string {
	q.Kind = survey.KindChoice
	said := n.get(ownKind)
	if again, ok := yesOrNo(q.Points, values); ok && !n.orOther && (said == "" || said == string(survey.KindYesNo)) {
		q.Kind, q.Points = survey.KindYesNo, survey.YesNo()
		return again
	}
	if said == string(survey.KindNPS) && len(q.Points) == 11 {
		q.Kind, q.Points = survey.KindNPS, zeroToTen()
		return values
	}
	if n.orOther || said == string(survey.KindChoice) {
		return values
	}
	looks := n.kind == typeScoreRow || strings.Contains(n.get("appearance"), "likert") || said == string(survey.KindLikert)
	points, again, ok := scale(q.Points, values)
	if !ok && looks && len(q.Points) <= survey.MaxPoints {
		points, again, ok = renumbered(q.Points, values)
		r.note(sheetChoices, l.number, "the choices of the scale “%s” are numbered from 1 in their order", survey.CleanLine(l.name, maxName))
	}
	if !ok || len(points) < 3 && !looks {
		return values
	}
	if !looks && l.uses < 2 {
		r.note(sheetSurvey, n.number, "its choices are numbers one after the other, so it was taken for a scale (likert); where they have no order, write kind: choice with options")
	}
	q.Kind = survey.KindLikert
	q.ScaleName, q.Points = r.scaleOf(n, l, points)
	return again
}

// otherLabel is what a form adds to the choices by itself.
func otherLabel(langs []survey.Lang) survey.Text {
	t := survey.Text{}
	for _, lang := range langs {
		switch lang {
		case survey.SerbianLatin:
			t[lang] = "Drugo"
		case survey.SerbianCyrillic:
			t[lang] = "Друго"
		case survey.English:
			t[lang] = "Other"
		}
	}
	if len(t) == 0 {
		t[langs[0]] = "Other"
	}
	return t
}

// takeOther takes the words behind "other" into the question whose last choice asks for
// them, and settles how many choices may be chosen.
func (r *reader) takeOther(n, next *node, q *survey.Question, values map[string]string) (with bool) {
	if next != nil && next.kind == typeText && (q.Kind == survey.KindChoice || q.Kind == survey.KindMulti) && !q.HasOther() {
		with = r.followUp(n, next, q, values)
	}
	if q.Kind == survey.KindMulti {
		if n.orOther {
			q.Other = otherLabel(r.out.Languages)
			q.Points = append(q.Points, survey.Point{Value: survey.OtherValue, Label: q.Other})
		}
		r.howMany(n, q)
	}
	return with
}

// followUp takes a row for words into the question before it when it is asked only of
// those who chose "other".
func (r *reader) followUp(n, next *node, q *survey.Question, values map[string]string) bool {
	c, err := readCondition(next.get("relevant"), refs{n.get("name"): {question: q, values: values}})
	// What is left without "other" must be a list still.
	if err != nil || !other(c.Is) || len(q.Points) <= survey.MinPoints {
		return false
	}
	for i, p := range q.Points {
		if p.Value != c.Is {
			continue
		}
		for name, value := range values {
			if value == c.Is {
				values[name] = survey.OtherValue
			}
		}
		q.Other = p.Label
		q.Points = append(append(q.Points[:i:i], q.Points[i+1:]...), survey.Point{Value: survey.OtherValue, Label: p.Label})
		return true
	}
	return false
}

// other reports whether the name of a choice is one of those that forms use for "other".
func other(value string) bool {
	value = strings.ToLower(value)
	for _, begin := range []string{survey.OtherValue, "drugo", "ostalo", "autre", "otro"} {
		if strings.HasPrefix(value, begin) {
			return true
		}
	}
	return false
}

// howMany reads how many choices may be chosen.
func (r *reader) howMany(n *node, q *survey.Question) {
	q.Min, q.Max = 1, len(q.Points)
	b, ok := r.bounds(n)
	if least, found := b.least["count-selected"]; found {
		q.Min = max(min(least, len(q.Points)), 1)
	}
	if most, found := b.most["count-selected"]; found {
		q.Max = max(min(most, len(q.Points)), q.Min)
	}
	if !ok {
		r.note(sheetSurvey, n.number, "its constraint is not understood and is left out")
	}
}
