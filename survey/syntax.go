package survey

import (
	"errors"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"
)

// syntaxFinding turns an error of the YAML parser into a Finding.
func (s *source) syntaxFinding(err error) Finding {
	said := CleanLine(strings.TrimPrefix(err.Error(), "yaml: "), maxLabel)
	f := wholeFile("syntax", "", "")
	var load *yaml.LoadError
	if errors.As(err, &load) {
		mark := load.Mark
		unclosed := strings.Contains(load.Message, "unexpected end of stream")
		if mark.Line == 0 || unclosed && load.ContextMark.Line > 0 {
			mark = load.ContextMark
		}
		said = CleanLine(load.Message, maxLabel)
		f.Line, f.Column = max(mark.Line, 1), max(mark.Column, 1)
	}
	at := s.text[s.offset(f.Line, f.Column):]
	if f.Message, f.Repair = inOwnWords(err.Error(), at); f.Message == "" {
		f.Message, f.Repair = "this is not valid YAML: "+said, "compare the line and the one above it with docs/survey-file.md"
	}
	return f
}

// inOwnWords says what people usually did where the YAML parser says what it met,
// and how to repair it; both are "" where the parser's words are as good. The
// text is that of the file from the place on that the parser names.
func inOwnWords(said, text string) (message, repair string) {
	has := func(words string) bool { return strings.Contains(said, words) }
	switch {
	case has("no documents"):
		return "the file is empty", "`anketa new` writes one to begin with"
	case has("found multiple"):
		return "the file holds more than one YAML document", "keep one and delete the lines that consist of “---”"
	case has("max depth"):
		return "the file is nested too deep here", "a survey needs far fewer brackets and indents"
	case has("unexpected end of stream"):
		return "the quotes that begin here are never closed", "close them, or write the text without"
	case has("tab character"), has("cannot start any token") && strings.HasPrefix(text, "\t"):
		return "the line is indented with a tab", "put spaces in its place, as many as in the lines beside it"
	case has("cannot start any token") && text != "":
		return fmt.Sprintf("a text cannot begin with “%c”", []rune(text[:min(len(text), 4)])[0]), "put the text in quotes"
	case has("mapping values are not allowed"):
		return "a colon and a space begin a value, which cannot stand here", "put a text that holds a colon in quotes; otherwise look at the indent"
	case has("did not find expected ',' or ']'"):
		return "a list in [ ] is not finished here", "put commas between its items and ] behind the last"
	case has("did not find expected ',' or '}'"):
		return "what stands in { } is not finished here", "put commas between its parts and } behind the last"
	case has("did not find expected key"), has("did not find expected '-' indicator"):
		return "the line does not stand under its neighbours", "indent it as far as the lines it belongs to"
	case has("unknown escape character"), has("invalid Unicode character escape code"):
		return "in double quotes a backslash begins a code, and this one is unknown", "write \\\\ for a backslash, or use single quotes"
	}
	return "", ""
}
