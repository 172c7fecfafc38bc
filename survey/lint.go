package survey

import "go.yaml.in/yaml/v4"

// DefaultAttended is the number of participants that [Lint] expects when it is
// told no other: one training room.
const DefaultAttended = 24

// LintOptions are what [Lint] knows beside the file.
type LintOptions struct {
	// Attended is the number of people expected; 0 means [DefaultAttended].
	Attended int
	// Fits reports whether the points of a question stand side by side on the
	// smallest terminal, 80 columns wide; nil means that all do.
	Fits func(q *Question, lang Lang) bool
	// Earlier are the surveys that were answered already.
	Earlier []Earlier
}

// Lint is [Check] with more findings: warnings of what spoils results although
// the file can be used. They come only when there are no errors.
func Lint(data []byte, o LintOptions) (*Survey, Findings) {
	l := read(data)
	if l.out == nil || l.failed() {
		return l.result()
	}
	if o.Attended == 0 {
		o.Attended = DefaultAttended
	}
	l.lintScales(o.Fits)
	l.lintTexts()
	l.lintLength()
	l.lintSinglingOut(o.Attended)
	l.lintMeaning(o.Earlier)
	return l.result()
}

// wording is a text as the file has it in one language.
type wording struct {
	lang Lang
	node *yaml.Node
}

// wordings returns the languages in which a text was written, without those
// that the loader derived or let another one stand in for.
func (l *loader) wordings(n *yaml.Node) []wording {
	if n.Kind == yaml.ScalarNode {
		return []wording{{l.scriptOf(n.Value, l.languages[0]), n}}
	}
	var all []wording
	for i := 0; i+1 < len(n.Content); i += 2 {
		if lang, err := ParseLang(n.Content[i].Value); err == nil {
			all = append(all, wording{lang, n.Content[i+1]})
		}
	}
	return all
}

// warnAt warns of words in a text, where they stand or else where it begins.
func (l *loader) warnAt(n *yaml.Node, words, rule, message, repair string) {
	f := findingAt(SeverityWarning, n, rule, message, repair)
	if at, found := l.source.find(n, 0, words); found {
		f = l.source.mark(f, at, words)
	}
	l.add(f)
}
