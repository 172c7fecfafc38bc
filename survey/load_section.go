package survey

import (
	"fmt"

	"go.yaml.in/yaml/v4"
)

// isSection reports whether an entry of the list of questions is a section.
func isSection(n *yaml.Node) bool {
	if n.Kind != yaml.MappingNode {
		return false
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == "section" {
			return true
		}
	}
	return false
}

// section reads questions that share a heading.
func (l *loader) section(n *yaml.Node) {
	f := l.fields(n, "a section", "section", "title", "matrix", "scale", "required", "when", "questions")
	section := Section{ID: l.id(f.want("section")), Title: l.text(f.want("title")), Matrix: l.boolean(f.get("matrix"))}
	if l.ids[section.ID] {
		l.report(f.get("section"), "duplicate-id", fmt.Sprintf("the id %q is used twice", section.ID), "give each question and section an id of its own")
	}
	l.ids[section.ID] = true
	l.out.Sections = append(l.out.Sections, section)
	shared := &sectionKeys{
		number: len(l.out.Sections), scale: f.get("scale"), required: f.get("required"),
		when: l.condition(f.get("when")),
	}
	if shared.scale != nil {
		l.scale(shared.scale)
	}
	l.boolean(shared.required)
	first := len(l.out.Questions)
	for _, item := range l.items(f.want("questions"), 1, maxItems) {
		l.put(l.question(item, shared))
	}
	if section.Matrix {
		l.checkMatrix(first)
	}
}

// sectionKeys are what the questions of a section take over from it.
type sectionKeys struct {
	number          int
	scale, required *yaml.Node
	when            *Condition
}

// checkMatrix reports rows of a matrix that cannot stand under one scale.
func (l *loader) checkMatrix(first int) {
	rows := l.out.Questions[first:]
	for i := range rows {
		place := l.places[first+i].node
		switch {
		case rows[i].Kind == "":
			// Reported already.
		case rows[i].Kind != KindLikert:
			l.report(place, "matrix", fmt.Sprintf("a %s question cannot be a row of a matrix", rows[i].Kind), "ask it outside the section, or leave out “matrix: true”")
		case rows[i].ScaleName != rows[0].ScaleName:
			l.report(place, "matrix", "the rows of a matrix share one scale, and this one has another", "give it the scale of the first row, or ask it outside the section")
		case rows[i].HasNotApplicable() != rows[0].HasNotApplicable():
			l.report(place, "matrix", "the rows of a matrix have “not applicable” all or none", "write not_applicable for each of them, or for the scale")
		}
	}
}

// idUse says what has an id.
type idUse string

const (
	idOfQuestion idUse = "question"
	idOfSection  idUse = "section"
)

// idsBelow returns what the ids in a list of questions stand for, before any of
// them is read: a condition can then say what it names instead of an earlier
// question.
func idsBelow(n *yaml.Node) map[string]idUse {
	ids := map[string]idUse{}
	if n == nil {
		return ids
	}
	for _, item := range n.Content {
		for i := 0; i+1 < len(item.Content); i += 2 {
			switch key, value := item.Content[i].Value, item.Content[i+1]; key {
			case "id":
				ids[value.Value] = idOfQuestion
			case "section":
				ids[value.Value] = idOfSection
			case "questions":
				for id, use := range idsBelow(value) {
					ids[id] = use
				}
			}
		}
	}
	return ids
}
