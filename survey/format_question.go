package survey

import (
	"reflect"
	"slices"
	"strconv"

	"go.yaml.in/yaml/v4"
)

// questions returns the entries of the list of questions: questions, and sections with
// theirs.
func (f *formatter) questions() []*yaml.Node {
	var items []*yaml.Node
	for i := 0; i < len(f.s.Questions); {
		number := f.s.Questions[i].Section
		if number == 0 {
			items = append(items, f.question(&f.s.Questions[i]).node())
			i++
			continue
		}
		var inside []*yaml.Node
		for ; i < len(f.s.Questions) && f.s.Questions[i].Section == number; i++ {
			inside = append(inside, f.question(&f.s.Questions[i]).node())
		}
		section := &f.s.Sections[number-1]
		var m mapping
		m.put("section", scalarOf(section.ID))
		m.put("title", f.text(section.Title))
		m.put("matrix", truth(section.Matrix))
		m.put("questions", list(inside))
		items = append(items, m.node())
	}
	return items
}

// question returns one question.
func (f *formatter) question(q *Question) mapping {
	var m mapping
	m.put("id", scalarOf(q.ID))
	m.put("kind", scalarOf(string(q.Kind)))
	m.put("required", truth(q.Required))
	m.put("text", f.text(q.Text))
	m.put("hint", f.text(q.Hint))
	if q.When != nil {
		m.put("when", q.When.format().flow())
	}
	switch q.Kind {
	case KindLikert, KindBeforeAfter:
		m.put("scale", scalarOf(q.ScaleName))
		m.put("reverse", truth(q.Reverse))
	case KindChoice, KindMulti:
		f.options(&m, q)
	case KindNPS:
		f.ends(&m, q)
	case KindNumber:
		m.put("min", scalarOf(strconv.Itoa(q.Min)))
		m.put("max", scalarOf(strconv.Itoa(q.Max)))
		m.put("unit", f.short(q.Unit))
	case KindText:
		m.put("max_length", number(q.MaxLength, MaxTextLength))
		if q.OneLine {
			m.put("lines", scalarOf("one"))
		}
		if q.AskQuote {
			m.put("consent", scalarOf("quote"))
		}
	}
	if !f.scaleSays(q) {
		m.put("not_applicable", f.short(q.NotApplicable))
	}
	if len(q.Headline) > 0 {
		m.put("headline", row(q.boxValues()))
		m.put("sentence", f.text(q.Sentence))
	}
	return m
}

// scaleSays reports whether "not applicable" of a question stands with its scale.
func (f *formatter) scaleSays(q *Question) bool {
	at := slices.IndexFunc(f.scales, func(o ownScale) bool { return q.OfScale() && o.name == q.ScaleName })
	return at >= 0 && reflect.DeepEqual(f.scales[at].NotApplicable, q.NotApplicable)
}

// options writes the answers of a choice or multi question.
func (f *formatter) options(m *mapping, q *Question) {
	points := q.Points
	if q.HasOther() {
		points = points[:len(points)-1]
	}
	m.put("options", list(f.points(points)))
	m.put("other", f.short(q.Other))
	if q.Kind == KindMulti {
		m.put("min", number(q.Min, 1))
		m.put("max", number(q.Max, len(q.Points)))
	}
}

// ends writes what 0 and 10 mean where that is not what they usually mean.
func (f *formatter) ends(m *mapping, q *Question) {
	low, high := Likely()
	if !reflect.DeepEqual(q.Low, low) {
		m.put("low", f.short(q.Low))
	}
	if !reflect.DeepEqual(q.High, high) {
		m.put("high", f.short(q.High))
	}
}

// points returns labelled points.
func (f *formatter) points(points []Point) []*yaml.Node {
	items := make([]*yaml.Node, len(points))
	for i, p := range points {
		var m mapping
		m.put("value", scalarOf(p.Value))
		m.put("label", f.short(p.Label))
		items[i] = m.flow()
	}
	return items
}

// format returns the condition as it stands in a survey file.
func (c *Condition) format() mapping {
	var m mapping
	parts := func(all []Condition) *yaml.Node {
		if all == nil {
			return nil
		}
		n := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
		for i := range all {
			n.Content = append(n.Content, all[i].format().flow())
		}
		return n
	}
	m.put("question", named(c.Question))
	m.put("is", named(c.Is))
	if c.In != nil {
		m.put("in", row(c.In))
	}
	if c.AtLeast != nil {
		m.put("at_least", scalarOf(strconv.Itoa(*c.AtLeast)))
	}
	if c.Answered != nil {
		m.put("answered", &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: strconv.FormatBool(*c.Answered)})
	}
	m.put("all", parts(c.All))
	m.put("any", parts(c.Any))
	if c.Not != nil {
		m.put("not", c.Not.format().flow())
	}
	return m
}
