package xlsform

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"anketa/survey"
)

const (
	// maxExpression is how long a condition may be in bytes, maxDepth how deep its brackets.
	maxExpression = 4000
	maxDepth      = 20
)

// expression is a condition of XLSForm (XPath as in the ODK XForms specification), as
// far as it is understood: a call or an operator with its operands, or a single value.
type expression struct {
	// op is "or", "and", an operator of comparison, the name of a function, "$" for the
	// answer to a question, "." for the answer itself, or "'" for a value.
	op   string
	text string
	args []expression
}

// tokens cuts an expression into its smallest parts.
func tokens(text string) ([]string, error) {
	if len(text) > maxExpression {
		return nil, errors.New("is too long")
	}
	text = strings.NewReplacer("‘", "'", "’", "'", "“", `"`, "”", `"`, "\n", " ").Replace(text)
	var all []string
	for text = strings.TrimSpace(text); text != ""; text = strings.TrimSpace(text) {
		n := tokenLength(text)
		if n <= 0 {
			return nil, fmt.Errorf("holds “%s”, which is not known", survey.CleanLine(text, 20))
		}
		all, text = append(all, text[:n]), text[n:]
	}
	return all, nil
}

// tokenLength returns how long the first part of an expression is, or 0.
func tokenLength(text string) int {
	switch {
	case strings.HasPrefix(text, "${"):
		return strings.IndexByte(text, '}') + 1
	case text[0] == '\'' || text[0] == '"':
		if end := strings.IndexByte(text[1:], text[0]); end >= 0 {
			return end + 2
		}
		return 0
	case len(text) > 1 && strings.Contains("!= >= <=", text[:2]) && text[1] == '=':
		return 2
	case strings.ContainsRune("=<>(),.", rune(text[0])):
		return 1
	case text[0] == '-' || '0' <= text[0] && text[0] <= '9':
		return len(text) - len(strings.TrimLeft(text[1:], "0123456789"))
	}
	rest := strings.TrimLeftFunc(text, func(r rune) bool { return r < 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '-') })
	return len(text) - len(rest)
}

// parser reads an expression from its parts.
type parser struct {
	rest  []string
	depth int
}

// parse reads an expression.
func parse(text string) (expression, error) {
	all, err := tokens(text)
	if err != nil {
		return expression{}, err
	}
	p := parser{rest: all}
	e, err := p.joined("or", func() (expression, error) { return p.joined("and", p.compared) })
	if err == nil && len(p.rest) > 0 {
		err = fmt.Errorf("goes on with “%s”, where its end was expected", survey.CleanLine(p.rest[0], 20))
	}
	return e, err
}

// peek returns the next part, or "" at the end.
func (p *parser) peek() string {
	if len(p.rest) == 0 {
		return ""
	}
	return p.rest[0]
}

// take takes the next part when it is the wanted one.
func (p *parser) take(wanted string) bool {
	if p.peek() != wanted {
		return false
	}
	p.rest = p.rest[1:]
	return true
}

// joined reads what is put together by a word.
func (p *parser) joined(word string, part func() (expression, error)) (expression, error) {
	all := expression{op: word}
	for {
		e, err := part()
		if err != nil {
			return e, err
		}
		if all.args = append(all.args, e); !p.take(word) {
			break
		}
	}
	if len(all.args) == 1 {
		return all.args[0], nil
	}
	return all, nil
}

// compared reads two values with an operator between them, or one.
func (p *parser) compared() (expression, error) {
	left, err := p.value()
	if err != nil {
		return left, err
	}
	op := p.peek()
	if op == "" || !strings.Contains(" = != > >= < <= ", " "+op+" ") {
		return left, nil
	}
	p.rest = p.rest[1:]
	right, err := p.value()
	return expression{op: op, args: []expression{left, right}}, err
}

// value reads a single value, a call, or what stands in brackets.
func (p *parser) value() (expression, error) {
	if p.depth++; p.depth > maxDepth {
		return expression{}, errors.New("has too many brackets")
	}
	defer func() { p.depth-- }()
	token := p.peek()
	if token == "" {
		return expression{}, errors.New("ends too early")
	}
	p.rest = p.rest[1:]
	switch {
	case strings.HasPrefix(token, "${"):
		return expression{op: "$", text: strings.TrimSpace(token[2 : len(token)-1])}, nil
	case token[0] == '\'' || token[0] == '"':
		return expression{op: "'", text: token[1 : len(token)-1]}, nil
	case token == ".":
		return expression{op: "."}, nil
	case token[0] == '-' || '0' <= token[0] && token[0] <= '9':
		return expression{op: "'", text: token}, nil
	case token == "(":
		e, err := p.joined("or", func() (expression, error) { return p.joined("and", p.compared) })
		if err == nil && !p.take(")") {
			err = errors.New("has a bracket that is not closed")
		}
		return e, err
	case unicode.IsLetter(rune(token[0])) && p.take("("):
		return p.call(token)
	}
	return expression{}, fmt.Errorf("holds “%s”, which is not known", survey.CleanLine(token, 20))
}

// call reads what a function is given.
func (p *parser) call(name string) (expression, error) {
	e := expression{op: name}
	for !p.take(")") {
		if len(e.args) > 0 && !p.take(",") {
			return e, errors.New("has a bracket that is not closed")
		}
		arg, err := p.joined("or", func() (expression, error) { return p.joined("and", p.compared) })
		if err != nil {
			return e, err
		}
		e.args = append(e.args, arg)
	}
	return e, nil
}
