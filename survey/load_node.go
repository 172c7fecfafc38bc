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
		f.loader.report(f.node, "missing-key", "the key "+key+" is missing here", fmt.Sprintf("add a line “%s:”", key))
	}
	return n
}

// fields reads a mapping and reports keys that are not known there.
func (l *loader) fields(n *yaml.Node, what string, known ...string) fields {
	f := fields{loader: l, node: n}
	if n.Kind != yaml.MappingNode {
		l.report(n, "shape", what+" is written as lines of “key: value”", "use the keys "+strings.Join(known, ", "))
		return f
	}
	f.values = map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if !slices.Contains(known, key.Value) {
			l.report(key, "unknown-key", fmt.Sprintf("the key %q is not known here", CleanLine(key.Value, maxShown)),
				l.instead(key.Value, known, "the keys are "+strings.Join(known, ", ")))
			continue
		}
		if f.values[key.Value] != nil {
			l.report(key, "duplicate-key", fmt.Sprintf("the key %q stands here twice", key.Value), "keep one of them")
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
		l.report(n, "shape", "a list is expected here", "write lines that start with a dash, or [a, b]")
		return nil
	}
	if len(n.Content) < least || len(n.Content) > most {
		l.report(n, "list-length", "the list has "+counted(len(n.Content), "entry", "entries"), fmt.Sprintf("write %d to %d", least, most))
		return n.Content[:min(len(n.Content), most)]
	}
	return n.Content
}

// scalar returns the plain value of a node, or false.
func (l *loader) scalar(n *yaml.Node) (string, bool) {
	switch {
	case n == nil:
		return "", false
	case n.Kind != yaml.ScalarNode:
		l.report(n, "shape", "a single value is expected here", "write it behind the colon")
		return "", false
	case isNull(n):
		l.report(n, "empty-value", "the value is empty", "write it behind the colon, or leave the key out")
		return "", false
	}
	return n.Value, true
}

// isNull reports whether a node is one of the ways in which YAML says "nothing".
func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null" }

// id reads a name of a question, a scale or a value.
func (l *loader) id(n *yaml.Node) string {
	s, ok := l.scalar(n)
	if !ok {
		return ""
	}
	if !isName(s) {
		l.report(n, "name", fmt.Sprintf("%q is not a name", CleanLine(s, maxShown)),
			fmt.Sprintf("use 1 to %d of the characters a-z, A-Z, 0-9, “_”, “-” and “.”, and begin with a letter or digit", maxID))
		return ""
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
		l.report(n, "number", fmt.Sprintf("%q does not fit here", CleanLine(s, maxShown)), fmt.Sprintf("write a whole number from %d to %d", least, most))
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
	if s == "" || !slices.Contains(words, s) {
		allowed := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return w == "" })
		l.report(n, "unknown-value", fmt.Sprintf("%q is not known here", CleanLine(s, maxShown)), l.instead(s, allowed, "write "+enumerate(allowed, "or")))
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
		l.report(n, "time", fmt.Sprintf("%q is not a time that fits here", CleanLine(s, maxShown)), "write one between 1ms and 1h, for example 60s")
		return
	}
	*d = parsed
}
