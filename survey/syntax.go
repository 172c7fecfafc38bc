package survey

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// badCharacter finds the first byte that is not UTF-8 and the first character
// that no text needs: the YAML parser refuses most of them without saying where
// they stand, and takes the rest for ends of lines.
func badCharacter(text string) (Finding, bool) {
	f := wholeFile("encoding", "", "")
	for len(text) > 0 {
		r, size := utf8.DecodeRuneInString(text)
		text = text[size:]
		switch {
		case r == utf8.RuneError && size == 1:
			f.Message, f.Repair = "the file is not UTF-8 here", "save it as UTF-8"
			return f, true
		case r == '\n':
			f.Line, f.Column = f.Line+1, 1
			continue
		case r == '\r' && !strings.HasPrefix(text, "\n"), isControl(r):
			f.Message, f.Repair = "the file has a control character here", "delete it"
			return f, true
		}
		f.Column++
	}
	return f, false
}

// isControl reports whether a character says something to a machine only:
// controls, other ends of lines, byte order marks and what is no character.
func isControl(r rune) bool {
	const others = "\u2028\u2029\ufeff\ufffe\uffff"
	return unicode.IsControl(r) && r != '\t' && r != '\r' || strings.ContainsRune(others, r)
}

// syntaxFinding turns an error of the YAML parser into a Finding.
func syntaxFinding(err error) Finding {
	message := "this is not valid YAML: " + CleanLine(strings.TrimPrefix(err.Error(), "yaml: "), maxLabel)
	f := wholeFile("syntax", message, "compare the line and the one above it with docs/survey-file.md")
	var load *yaml.LoadError
	if errors.As(err, &load) {
		mark := load.Mark
		unclosed := strings.Contains(load.Message, "unexpected end of stream")
		if mark.Line == 0 || unclosed && load.ContextMark.Line > 0 {
			mark = load.ContextMark
		}
		f.Message = "this is not valid YAML: " + CleanLine(load.Message, maxLabel)
		if unclosed {
			f.Message, f.Repair = "the quotes that begin here are never closed", "close them, or write the text without"
		}
		f.Line, f.Column = max(mark.Line, 1), max(mark.Column, 1)
	}
	switch said := err.Error(); {
	case strings.Contains(said, "no documents"):
		f.Message, f.Repair = "the file is empty", "`anketa new` writes one to begin with"
	case strings.Contains(said, "found multiple"):
		f.Message, f.Repair = "the file holds more than one YAML document", "keep one and delete the lines that consist of “---”"
	case strings.Contains(said, "max depth"):
		f.Message, f.Repair = "the file is nested too deep here", "a survey needs far fewer brackets and indents"
	}
	return f
}
