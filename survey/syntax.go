package survey

import (
	"errors"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// badCharacter finds the first byte that is not UTF-8 and the first control
// character: the YAML parser refuses them without saying where they stand.
func badCharacter(data []byte) (Problem, bool) {
	p := Problem{Line: 1, Column: 1}
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		data = data[size:]
		switch {
		case r == utf8.RuneError && size == 1:
			p.Message = "the file is not UTF-8 here; save it as UTF-8"
			return p, true
		case r == '\n':
			p.Line, p.Column = p.Line+1, 1
			continue
		case unicode.IsControl(r) && r != '\t' && r != '\r':
			p.Message = "the file has a control character here; delete it"
			return p, true
		}
		p.Column++
	}
	return p, false
}

// syntaxProblem turns an error of the YAML parser into a Problem.
func syntaxProblem(err error) Problems {
	var load *yaml.LoadError
	if !errors.As(err, &load) {
		return Problems{{1, 1, "this is not a survey file: " + CleanLine(err.Error(), maxLabel)}}
	}
	mark := load.Mark
	if mark.Line == 0 {
		mark = load.ContextMark
	}
	return Problems{{max(mark.Line, 1), max(mark.Column, 1), "this is not valid YAML: " + CleanLine(load.Message, maxLabel)}}
}
