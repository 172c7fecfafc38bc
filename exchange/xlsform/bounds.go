package xlsform

import (
	"math"
	"strconv"

	"anketa/survey"
)

// bounds are what a constraint allows: of the answer itself under ".", and of what a
// function says of it under the name of that.
type bounds struct{ least, most map[string]int }

// bounds reads the constraint of a row, and reports whether all of it was understood.
func (r *reader) bounds(n *node) (bounds, bool) {
	b := bounds{least: map[string]int{}, most: map[string]int{}}
	text := n.get("constraint")
	if text == "" {
		return b, true
	}
	e, err := parse(text)
	if err != nil {
		return b, false
	}
	if e.op == "or" && len(e.args) == 2 && onlyMissing(e.args[1]) {
		e = e.args[0]
	}
	return b, b.read(e)
}

// onlyMissing reports whether an expression says that "not applicable" is the only choice.
func onlyMissing(e expression) bool {
	return e.op == "and" && len(e.args) == 2 && choosesMissing(e.args[0]) && counts(e.args[1], "=", "1")
}

// choosesMissing reports whether an expression says that "not applicable" was chosen.
func choosesMissing(e expression) bool {
	return e.op == "selected" && len(e.args) == 2 && e.args[0].op == "." && e.args[1].op == "'" && e.args[1].text == survey.NotApplicableValue
}

// counts reports whether an expression compares the number of choices with another.
func counts(e expression, op, number string) bool {
	return e.op == op && e.args[0].op == "count-selected" && e.args[1].op == "'" && e.args[1].text == number
}

// read takes over one part of a constraint.
func (b bounds) read(e expression) bool {
	switch e.op {
	case "and":
		ok := true
		for _, arg := range e.args {
			ok = b.read(arg) && ok
		}
		return ok
	case "not":
		// That "not applicable" stands alone holds for anketa anyway.
		return len(e.args) == 1 && e.args[0].op == "and" && len(e.args[0].args) == 2 && choosesMissing(e.args[0].args[0]) && counts(e.args[0].args[1], ">", "1")
	case "=", ">", ">=", "<", "<=":
		return b.compared(e)
	}
	return false
}

// compared takes over a comparison with a number.
func (b bounds) compared(e expression) bool {
	op, left, right := e.op, e.args[0], e.args[1]
	if left.op == "'" {
		op, left, right = mirrored(op), right, left
	}
	what := left.op
	if len(left.args) == 1 && left.args[0].op == "." {
		// string-length(.) and count-selected(.) have the answer in them.
	} else if what != "." {
		return false
	}
	number, err := strconv.Atoi(right.text)
	if right.op != "'" || err != nil || number > math.MaxInt32 || number < math.MinInt32 {
		return false
	}
	switch op {
	case ">":
		number++
	case "<":
		number--
	}
	if op != "<" && op != "<=" {
		if was, ok := b.least[what]; !ok || number > was {
			b.least[what] = number
		}
	}
	if op != ">" && op != ">=" {
		if was, ok := b.most[what]; !ok || number < was {
			b.most[what] = number
		}
	}
	return true
}
