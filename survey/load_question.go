package survey

import (
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// keysOf returns the keys that a question of a kind may have.
func keysOf(kind Kind) []string {
	keys := map[Kind][]string{
		KindLikert:      {"required", "scale", "not_applicable", "reverse", "headline", "sentence"},
		KindChoice:      {"required", "options", "other", "not_applicable", "headline", "sentence"},
		KindMulti:       {"required", "options", "other", "not_applicable", "min", "max"},
		KindYesNo:       {"required", "not_applicable", "headline", "sentence"},
		KindNPS:         {"required", "not_applicable", "low", "high"},
		KindNumber:      {"required", "not_applicable", "min", "max", "unit"},
		KindText:        {"required", "max_length", "lines", "consent"},
		KindBeforeAfter: {"required", "scale", "not_applicable", "reverse"},
		KindNote:        {},
	}
	return append([]string{"id", "kind", "text", "hint", "when"}, keys[kind]...)
}

// questionKeys returns the keys that a question of any kind may have.
func questionKeys() []string {
	var all []string
	for _, kind := range Kinds() {
		for _, key := range keysOf(kind) {
			if !slices.Contains(all, key) {
				all = append(all, key)
			}
		}
	}
	return all
}

// question reads one item of the survey; section is nil outside of sections.
func (l *loader) question(n *yaml.Node, section *sectionKeys) (Question, fields) {
	f := l.fields(n, "a question", questionKeys()...)
	q := Question{
		ID:   l.id(f.want("id")),
		Kind: l.kind(f, section),
		Text: l.text(f.want("text")),
		Hint: l.text(f.get("hint")),
	}
	l.asking = q.ID
	q.When = l.condition(f.get("when"))
	l.asking = ""
	twice := q.ID != "" && l.ids[q.ID]
	if twice {
		l.report(f.get("id"), "duplicate-id", fmt.Sprintf("the id %q is used by two questions", q.ID), "give each question an id of its own")
	}
	l.ids[q.ID] = true
	if q.Kind == "" || f.values == nil {
		return q, f
	}
	l.only(f, q.Kind)
	q.Required = q.Asks() && l.boolean(f.get("required"))
	if section != nil {
		l.inherit(f, &q, section)
	}
	l.readKind(f, &q)
	if !twice {
		l.columnsOf(f, &q)
	}
	return q, f
}

// inherit takes over what the section says for all of its questions.
func (l *loader) inherit(f fields, q *Question, section *sectionKeys) {
	q.Section = section.number
	if f.get("required") == nil && q.Asks() {
		q.Required = l.boolean(section.required)
	}
	if f.get("scale") == nil && q.OfScale() && section.scale != nil {
		f.values["scale"] = section.scale
	}
	switch {
	case section.when == nil:
	case q.When == nil:
		q.When = section.when
	default:
		q.When = &Condition{All: []Condition{*section.when, *q.When}}
		l.countTests(f.get("when"), q.When)
	}
}

// columnsOf reports names that would stand twice in a table of the answers.
func (l *loader) columnsOf(f fields, q *Question) {
	for _, name := range q.Columns() {
		if q.ID != "" && l.columns[name] && !(name == q.ID && f.get("id") == nil) {
			l.report(f.get("id"), "duplicate-column", fmt.Sprintf("two columns of a table with the answers would be called %q", name), "give the question another id")
		}
		l.columns[name] = true
	}
}

// kind reads the kind of a question, or "" when it is not known: then little
// else can be said about the question. In a section with a scale it is likert
// unless the file says otherwise.
func (l *loader) kind(f fields, section *sectionKeys) Kind {
	n := f.get("kind")
	if n == nil && section != nil && section.scale != nil {
		return KindLikert
	}
	n = f.want("kind")
	before := l.counts[SeverityError]
	kinds := make([]string, 0, len(Kinds()))
	for _, kind := range Kinds() {
		kinds = append(kinds, string(kind))
	}
	kind := l.oneOf(n, kinds...)
	if n == nil || l.counts[SeverityError] > before {
		return ""
	}
	return Kind(kind)
}

// only reports keys that belong to other kinds of question.
func (l *loader) only(f fields, kind Kind) {
	allowed := keysOf(kind)
	for _, key := range f.keys {
		if !slices.Contains(allowed, key.Value) {
			l.report(key, "wrong-kind", fmt.Sprintf("a %s question has no key %s", kind, key.Value), "it may have "+strings.Join(allowed, ", "))
		}
	}
}
