package survey

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// question reads one item of the survey.
func (l *loader) question(n *yaml.Node) Question {
	f := l.fields(n, "a question", "id", "kind", "text", "hint", "required", "scale", "options", "headline", "max_length", "consent", "not_applicable")
	q := Question{
		ID:       l.id(f.want("id")),
		Kind:     l.kind(f.want("kind")),
		Text:     l.text(f.want("text")),
		Hint:     l.text(f.get("hint")),
		Required: l.boolean(f.get("required")),
	}
	if q.ID != "" && l.ids[q.ID] {
		l.report(f.get("id"), fmt.Sprintf("the id %q is used by two questions", q.ID))
	}
	l.ids[q.ID] = true
	switch q.Kind {
	case KindLikert:
		l.only(f, q.Kind, "scale", "headline")
		l.likert(f, &q)
	case KindChoice:
		l.only(f, q.Kind, "options", "headline", "not_applicable")
		q.Points = l.points(f.want("options"), MinPoints, maxOptions)
		q.NotApplicable = l.text(f.get("not_applicable"))
	case KindYesNo:
		l.only(f, q.Kind, "headline", "not_applicable")
		q.Points = yesNo()
		q.NotApplicable = l.text(f.get("not_applicable"))
	case KindText:
		l.only(f, q.Kind, "max_length", "consent")
		q.MaxLength = l.integer(f.get("max_length"), MaxTextLength, 1, MaxTextLength)
		q.AskQuote = l.oneOf(f.get("consent"), "", "quote") == "quote"
	}
	if len(q.Points) > 0 {
		q.Headline = l.headline(f.get("headline"), &q)
	}
	return q
}

// kind reads the kind of a question, or "" when it is not known: then nothing
// else can be said about the question.
func (l *loader) kind(n *yaml.Node) Kind {
	before := len(l.problems)
	kind := l.oneOf(n, string(KindLikert), string(KindChoice), string(KindYesNo), string(KindText))
	if n == nil || len(l.problems) > before {
		return ""
	}
	return Kind(kind)
}

// likert fills in the scale of a Likert question.
func (l *loader) likert(f fields, q *Question) {
	n := f.want("scale")
	if n == nil {
		return
	}
	q.ScaleName = n.Value
	scale, ok := l.scales[n.Value]
	if !ok {
		l.report(n, fmt.Sprintf("there is no scale %q under scales", CleanLine(n.Value, maxID)))
		return
	}
	q.Points, q.NotApplicable = scale.Points, scale.NotApplicable
}

// headline reads the declared box: values of points, of which at least one must stay outside.
func (l *loader) headline(n *yaml.Node, q *Question) []Code {
	if n == nil {
		return nil
	}
	var codes []Code
	for _, item := range l.items(n, 1, len(q.Points)) {
		code, ok := q.CodeOf(item.Value)
		switch {
		case !ok, code == NotApplicable:
			l.report(item, fmt.Sprintf("the headline names %q, which is no point of the question %s", CleanLine(item.Value, maxID), q.ID))
		case slices.Contains(codes, code):
			l.report(item, "the headline names a point twice")
		default:
			codes = append(codes, code)
		}
	}
	if len(codes) == len(q.Points) {
		l.report(n, "the headline holds every point and would always be 100 %; leave one out")
	}
	slices.Sort(codes)
	return codes
}

// only reports keys that belong to other kinds of question.
func (l *loader) only(f fields, kind Kind, allowed ...string) {
	common := []string{"id", "kind", "text", "hint", "required"}
	for _, key := range f.keys {
		if !slices.Contains(common, key.Value) && !slices.Contains(allowed, key.Value) {
			l.report(key, fmt.Sprintf("a %s question has no key %s; it may have %s", kind, key.Value, strings.Join(allowed, ", ")))
		}
	}
}
