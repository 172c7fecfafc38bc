package survey

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// source is the text of a survey file, to find places in it. Lines end with
// "\n"; what else YAML takes for the end of a line is refused before.
type source struct {
	text string
	// starts are the offsets of the lines.
	starts []int
}

// newSource takes the text of a file, without the mark that some editors put
// in front of it.
func newSource(data []byte) *source {
	s := &source{text: strings.TrimPrefix(string(data[:min(len(data), MaxFileSize+1)]), "\ufeff"), starts: []int{0}}
	for i := range len(s.text) {
		if s.text[i] == '\n' {
			s.starts = append(s.starts, i+1)
		}
	}
	return s
}

// line returns the text of a line, from 1, without its end.
func (s *source) line(n int) string {
	end := len(s.text)
	if n < len(s.starts) {
		end = s.starts[n] - 1
	}
	return strings.TrimSuffix(s.text[s.starts[n-1]:end], "\r")
}

// offset returns where a line and column, both from 1, stand in the text.
func (s *source) offset(line, column int) int {
	line = min(max(line, 1), len(s.starts))
	at := s.starts[line-1]
	for i := range s.line(line) {
		if column--; column == 0 {
			return at + i
		}
	}
	return at + len(s.line(line))
}

// fit keeps a finding inside the file: YAML parsers sometimes point behind its end.
func (s *source) fit(f *Finding) {
	f.Line = min(max(f.Line, 1), len(s.starts))
	letters := utf8.RuneCountInString(s.line(f.Line))
	f.Column = min(max(f.Column, 1), letters+1)
	f.Width = max(min(f.Width, letters+1-f.Column), 1)
}

// find returns the offset at which whole words stand in the source of a scalar,
// not before a given one, or false when they are written there in another way,
// such as with escapes or a line break.
func (s *source) find(n *yaml.Node, from int, words string) (int, bool) {
	start := s.offset(n.Line, n.Column)
	// A scalar is longer in the file than its value: quotes, indents, line ends.
	end := min(start+4*len(n.Value)+1024, len(s.text))
	for at := max(from, start); at < end; {
		i := strings.Index(s.text[at:end], words)
		if i < 0 {
			break
		}
		at += i
		if endsAt(s.text, at) && endsAt(s.text, at+len(words)) {
			return at, true
		}
		at += len(words)
	}
	return 0, false
}

// endsAt reports whether no word goes on across an offset.
func endsAt(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return !isLetter(before) || !isLetter(after)
}

// mark moves a finding to what stands at an offset, and as wide as it is.
func (s *source) mark(f Finding, offset int, words string) Finding {
	line := 1 + strings.Count(s.text[:offset], "\n")
	f.Line, f.Column = line, 1+utf8.RuneCountInString(s.text[s.starts[line-1]:offset])
	f.Width = utf8.RuneCountInString(words)
	return f
}

// isLetter reports whether a character belongs to a word.
func isLetter(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.M, r) }
