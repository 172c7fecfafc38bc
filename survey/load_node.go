package survey

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"
)

// fields gives the values of a mapping by key and remembers where it stands.
type fields struct {
	loader *loader
	node   *yaml.Node
	keys   []*yaml.Node
	values map[string]*yaml.Node
}

// get returns the value of a key, or nil when the file leaves it out.
func (f fields) get(key string) *yaml.Node { return f.values[key] }

// want is get for a key that must be there.
func (f fields) want(key string) *yaml.Node {
	n := f.values[key]
	if n == nil && f.values != nil {
		f.loader.report(f.node, "the key "+key+" is missing here")
	}
	return n
}

// report notes a mistake at a node.
func (l *loader) report(n *yaml.Node, message string) {
	l.problems = append(l.problems, Problem{Line: max(n.Line, 1), Column: max(n.Column, 1), Message: message})
}

// fields reads a mapping and reports keys that are not known there.
func (l *loader) fields(n *yaml.Node, what string, known ...string) fields {
	f := fields{loader: l, node: n}
	if n == nil {
		return f
	}
	if n.Kind != yaml.MappingNode {
		l.report(n, fmt.Sprintf("%s is written as lines of “key: value” with the keys %s", what, strings.Join(known, ", ")))
		return f
	}
	f.values = map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if !slices.Contains(known, key.Value) {
			l.report(key, fmt.Sprintf("the key %q is not known here; the keys are %s", CleanLine(key.Value, maxID), strings.Join(known, ", ")))
			continue
		}
		if f.values[key.Value] != nil {
			l.report(key, fmt.Sprintf("the key %q stands here twice", key.Value))
		}
		f.keys = append(f.keys, key)
		f.values[key.Value] = value
	}
	return f
}

// items returns the elements of a list within bounds.
func (l *loader) items(n *yaml.Node, least, most int) []*yaml.Node {
	if n == nil {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		l.report(n, "a list is expected here: lines that start with a dash, or [a, b]")
		return nil
	}
	if len(n.Content) < least || len(n.Content) > most {
		l.report(n, fmt.Sprintf("the list has %d entries; it may have %d to %d", len(n.Content), least, most))
		return n.Content[:min(len(n.Content), most)]
	}
	return n.Content
}

// scalar returns the plain value of a node, or false.
func (l *loader) scalar(n *yaml.Node) (string, bool) {
	if n == nil {
		return "", false
	}
	if n.Kind != yaml.ScalarNode {
		l.report(n, "a single value is expected here")
		return "", false
	}
	return n.Value, true
}

// id reads a name of a question, a scale or a value.
func (l *loader) id(n *yaml.Node) string {
	s, ok := l.scalar(n)
	if !ok {
		return ""
	}
	if !isName(s) {
		l.report(n, fmt.Sprintf("a name has 1 to %d of the characters a-z, A-Z, 0-9, “_”, “-” and “.”", maxID))
		return ""
	}
	return s
}

// text reads what people read: one string for all languages, or one for each.
func (l *loader) text(n *yaml.Node) Text {
	if n == nil {
		return nil
	}
	t := Text{}
	if n.Kind == yaml.ScalarNode {
		words := l.words(n)
		for _, lang := range l.languages {
			t[lang] = words
		}
		return t
	}
	if n.Kind != yaml.MappingNode {
		l.report(n, "a text is one string, or one for each language such as “en: Welcome”")
		return t
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		lang, err := ParseLang(n.Content[i].Value)
		switch {
		case err != nil:
			l.report(n.Content[i], err.Error())
		case !slices.Contains(l.languages, lang):
			l.report(n.Content[i], fmt.Sprintf("%s is not among the languages of this survey", lang))
		case n.Content[i+1].Kind != yaml.ScalarNode:
			l.report(n.Content[i+1], "the text of a language is one string")
		default:
			if _, twice := t[lang]; twice {
				l.report(n.Content[i], fmt.Sprintf("the text for %s stands here twice", lang))
			}
			t[lang] = l.words(n.Content[i+1])
		}
	}
	for _, lang := range l.languages {
		if _, ok := t[lang]; !ok {
			l.report(n, fmt.Sprintf("the text for %s is missing", lang))
		}
	}
	return t
}

// words reads one string that people read; it must say something.
func (l *loader) words(n *yaml.Node) string {
	s := Clean(n.Value, maxLabel+1)
	switch {
	case s == "":
		l.report(n, "the text is empty")
	case truncate(s, maxLabel) != s:
		l.report(n, fmt.Sprintf("the text has more than %d characters; nobody reads that on a screen", maxLabel))
	}
	return s
}

// integer reads a whole number within bounds.
func (l *loader) integer(n *yaml.Node, otherwise, least, most int) int {
	s, ok := l.scalar(n)
	if !ok {
		return otherwise
	}
	i, err := strconv.Atoi(s)
	if err != nil || i < least || i > most {
		l.report(n, fmt.Sprintf("a whole number from %d to %d is expected here", least, most))
		return otherwise
	}
	return i
}

// boolean reads true or false; without the key it is false.
func (l *loader) boolean(n *yaml.Node) bool {
	return l.oneOf(n, "false", "true") == "true"
}

// oneOf reads one of a few words; without the key it is the first.
func (l *loader) oneOf(n *yaml.Node, words ...string) string {
	s, ok := l.scalar(n)
	if !ok {
		return words[0]
	}
	if !slices.Contains(words, s) {
		allowed := strings.Join(slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "" }), ", ")
		l.report(n, fmt.Sprintf("%q is not known here; write one of %s", CleanLine(s, maxID), allowed))
		return words[0]
	}
	return s
}

// duration reads a time span such as 60s into d; without the key d stays.
func (l *loader) duration(n *yaml.Node, d *time.Duration) {
	s, ok := l.scalar(n)
	if !ok {
		return
	}
	parsed, err := time.ParseDuration(s)
	if err != nil || parsed < minTime || parsed > maxTime {
		l.report(n, "a time between 1ms and 1h is expected here, for example 60s")
		return
	}
	*d = parsed
}
