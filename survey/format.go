package survey

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"time"

	"go.yaml.in/yaml/v4"
)

// Format returns a survey as a survey file, such as [Load] reads. What the loader
// fills in by itself is left out: default values, ready scales, and Serbian Latin
// where it follows from Cyrillic. A survey that was loaded has the same revision when
// its formatted file is loaded; one that was put together otherwise may have
// mistakes, which [Check] finds.
func Format(s *Survey) ([]byte, error) {
	f := &formatter{s: s, scales: ownScales(s)}
	data, err := yaml.Dump(f.survey().node(), yaml.WithIndent(2), yaml.WithLineWidth(-1))
	if err != nil {
		return nil, fmt.Errorf("format survey: %w", err)
	}
	return spaced(data), nil
}

// spaced puts an empty line before each question, section and list of the file.
func spaced(data []byte) []byte {
	var out []byte
	for line := range bytes.Lines(data) {
		first := bytes.HasSuffix(out, []byte(":\n"))
		switch {
		case bytes.HasPrefix(line, []byte("- ")) && !first,
			bytes.HasPrefix(line, []byte("scales:")), bytes.HasPrefix(line, []byte("questions:")), bytes.HasPrefix(line, []byte("breakdowns:")),
			bytes.HasPrefix(line, []byte("report:")), bytes.HasPrefix(line, []byte("kiosk:")):
			out = append(out, '\n')
		}
		out = append(out, line...)
	}
	return out
}

// formatter writes one survey.
type formatter struct {
	s *Survey
	// scales are those that the file has to define, in the order of their first use.
	scales []ownScale
}

// ownScale is a scale that is not in the library.
type ownScale struct {
	name string
	Scale
}

// ownScales returns the scales that questions name and the library does not have in
// that form. Their "not applicable" is the one that all of their questions have.
func ownScales(s *Survey) []ownScale {
	var all []ownScale
	for i := range s.Questions {
		q := &s.Questions[i]
		if !q.OfScale() {
			continue
		}
		if ready, ok := ReadyScale(q.ScaleName); ok && reflect.DeepEqual(ready.Points, q.Points) {
			continue
		}
		at := slices.IndexFunc(all, func(o ownScale) bool { return o.name == q.ScaleName })
		if at < 0 {
			all = append(all, ownScale{q.ScaleName, Scale{q.Points, q.NotApplicable}})
		} else if !reflect.DeepEqual(all[at].NotApplicable, q.NotApplicable) {
			all[at].NotApplicable = nil
		}
	}
	return all
}

// mapping is lines of keys and values in the order in which they stand in the file.
type mapping []*yaml.Node

// put adds a key with its value; without a value there is nothing to say.
func (m *mapping) put(key string, value *yaml.Node) {
	if value != nil {
		*m = append(*m, scalarOf(key), value)
	}
}

// node returns the mapping in lines of its own.
func (m mapping) node() *yaml.Node { return &yaml.Node{Kind: yaml.MappingNode, Content: m} }

// flow returns the mapping in one line, or nil when nothing is in it.
func (m mapping) flow() *yaml.Node {
	if len(m) == 0 {
		return nil
	}
	return &yaml.Node{Kind: yaml.MappingNode, Style: yaml.FlowStyle, Content: m}
}

// scalarOf is a single value; a number and a truth stand without quotation marks.
func scalarOf(value string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: value}
	if i, err := strconv.Atoi(value); err == nil && strconv.Itoa(i) == value {
		n.Tag = "!!int"
	}
	return n
}

// named is a single value that is left out when it is empty.
func named(value string) *yaml.Node {
	if value == "" {
		return nil
	}
	return scalarOf(value)
}

// number is a whole number that is left out when it is the usual one.
func number(value, usual int) *yaml.Node {
	if value == usual {
		return nil
	}
	return scalarOf(strconv.Itoa(value))
}

// truth is left out when it is false.
func truth(value bool) *yaml.Node {
	if !value {
		return nil
	}
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!bool", Value: "true"}
}

// list is a list in lines of their own, or nil when it is empty.
func list(items []*yaml.Node) *yaml.Node {
	if len(items) == 0 {
		return nil
	}
	return &yaml.Node{Kind: yaml.SequenceNode, Content: items}
}

// row is a list in one line.
func row(values []string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
	for _, value := range values {
		n.Content = append(n.Content, scalarOf(value))
	}
	return n
}

// text returns what people read: one string where the survey has one language, one for
// each language otherwise. It is nil where there is no text.
func (f *formatter) text(t Text) *yaml.Node {
	if words, ok := t[f.s.Languages[0]]; ok && len(f.s.Languages) == 1 {
		return scalarOf(words)
	}
	var m mapping
	for _, lang := range f.s.Languages {
		words, ok := t[lang]
		if cyrillic, both := t[SerbianCyrillic]; lang == SerbianLatin && both && slices.Contains(f.s.Languages, SerbianCyrillic) && Latin(cyrillic) == words {
			continue
		}
		if ok {
			m.put(string(lang), scalarOf(words))
		}
	}
	if len(m) == 0 {
		return nil
	}
	return m.node()
}

// short is text in one line.
func (f *formatter) short(t Text) *yaml.Node {
	n := f.text(t)
	if n != nil && n.Kind == yaml.MappingNode {
		n.Style = yaml.FlowStyle
	}
	return n
}

// survey returns the whole file.
func (f *formatter) survey() mapping {
	s := f.s
	langs := make([]string, len(s.Languages))
	for i, lang := range s.Languages {
		langs[i] = string(lang)
	}
	var m mapping
	m.put("id", scalarOf(s.ID))
	m.put("languages", row(langs))
	m.put("title", f.text(s.Title))
	m.put("intro", f.text(s.Intro))
	m.put("min_group", number(s.MinGroup, DefaultMinGroup))
	if s.Release != ReleaseLagged {
		m.put("release", scalarOf(string(s.Release)))
	}
	m.put("link_texts", truth(s.LinkTexts))
	m.put("kiosk", f.kiosk())
	m.put("report", f.reportTexts())
	m.put("scales", f.ownScales())
	m.put("questions", list(f.questions()))
	m.put("breakdowns", list(f.breakdowns()))
	return m
}

// kiosk returns what is not as usual.
func (f *formatter) kiosk() *yaml.Node {
	k, usual := f.s.Kiosk, DefaultKiosk()
	var m mapping
	for _, t := range []struct {
		key         string
		time, usual time.Duration
	}{{"idle", k.Idle, usual.Idle}, {"countdown", k.Countdown, usual.Countdown}, {"confirm", k.Confirm, usual.Confirm}, {"thanks", k.Thanks, usual.Thanks}} {
		if t.time != t.usual {
			m.put(t.key, scalarOf(t.time.String()))
		}
	}
	m.put("on_idle", named(string(k.OnIdle)))
	if len(m) == 0 {
		return nil
	}
	return m.node()
}

// reportTexts returns what the report says beside the figures.
func (f *formatter) reportTexts() *yaml.Node {
	r := &f.s.Report
	var m mapping
	m.put("title", f.text(r.Title))
	m.put("paragraph", f.text(r.Paragraph))
	m.put("split", named(r.Split))
	m.put("structure", named(r.Structure))
	m.put("partners", f.organisations(r.Partners))
	m.put("funders", f.organisations(r.Funders))
	if len(m) == 0 {
		return nil
	}
	return m.node()
}

// organisations returns partners or funders.
func (f *formatter) organisations(all []Organisation) *yaml.Node {
	items := make([]*yaml.Node, len(all))
	for i, o := range all {
		var m mapping
		m.put("name", f.short(o.Name))
		m.put("logo", named(o.Logo))
		items[i] = m.flow()
	}
	return list(items)
}

// ownScales returns the scales that the file defines.
func (f *formatter) ownScales() *yaml.Node {
	var m mapping
	for _, scale := range f.scales {
		var body mapping
		body.put("points", list(f.points(scale.Points)))
		body.put("not_applicable", f.short(scale.NotApplicable))
		m.put(scale.name, body.node())
	}
	if len(m) == 0 {
		return nil
	}
	return m.node()
}

// breakdowns returns the declared pairs; neighbours with the same groups share an entry.
func (f *formatter) breakdowns() []*yaml.Node {
	var items []*yaml.Node
	for pairs := f.s.Breakdowns; len(pairs) > 0; {
		by, questions := pairs[0].By, []string{}
		for len(pairs) > 0 && pairs[0].By == by {
			questions, pairs = append(questions, pairs[0].Question), pairs[1:]
		}
		var m mapping
		m.put("by", scalarOf(by))
		m.put("questions", row(questions))
		items = append(items, m.node())
	}
	return items
}
