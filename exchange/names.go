package exchange

import (
	"maps"
	"strings"

	"anketa/survey"
)

// pointNames says what the points of a question are called in tables: by their values,
// or by their labels in any language.
type pointNames struct {
	q     *survey.Question
	codes map[string]survey.Code
	// folded are the same in small letters, for those whose capital ones differ.
	folded map[string]survey.Code
	// longest is how many bytes the longest name has.
	longest int
}

// namesOf returns the names of a question's points. A label that two points have, or
// that is the value of another, names none.
func namesOf(q *survey.Question) *pointNames {
	n := &pointNames{q: q, codes: map[string]survey.Code{}, folded: map[string]survey.Code{}}
	for code, label := range n.labels() {
		for _, text := range label {
			names := code
			if known, ok := n.codes[cleanValue(text)]; ok && known != code {
				names = survey.Missing
			}
			n.put(cleanValue(text), names)
		}
	}
	for i := range q.Points {
		n.put(q.Points[i].Value, survey.Code(i+1))
	}
	if q.HasNotApplicable() {
		n.put(survey.NotApplicableValue, survey.NotApplicable)
	}
	n.fold()
	return n
}

// fold adds the names in small letters. One that two points would have names none,
// unless it is the value of a single one.
func (n *pointNames) fold() {
	values := map[string]survey.Code{}
	for name, code := range n.codes {
		small := strings.ToLower(name)
		if known, ok := n.folded[small]; ok && known != code {
			code = survey.Missing
		}
		n.folded[small] = code
	}
	for i := range n.q.Points {
		small, code := strings.ToLower(n.q.Points[i].Value), survey.Code(i+1)
		if known, ok := values[small]; ok && known != code {
			code = survey.Missing
		}
		values[small] = code
	}
	maps.Copy(n.folded, values)
}

// labels returns the labels of all points by their codes.
func (n *pointNames) labels() map[survey.Code]survey.Text {
	labels := map[survey.Code]survey.Text{survey.NotApplicable: n.q.NotApplicable}
	for i := range n.q.Points {
		labels[survey.Code(i+1)] = n.q.Points[i].Label
	}
	return labels
}

// put gives a name to a point.
func (n *pointNames) put(name string, code survey.Code) {
	n.codes[name], n.longest = code, max(n.longest, len(name))
}

// code returns the code of the point with a name, or false. Small and capital letters
// differ only where they must.
func (n *pointNames) code(name string) (survey.Code, bool) {
	code, ok := n.codes[name]
	if !ok {
		code = n.folded[strings.ToLower(name)]
	}
	return code, code != survey.Missing && name != ""
}

// of returns the value of a point, or its label where that is wanted and names no
// other point.
func (n *pointNames) of(code survey.Code, lang survey.Lang, labels bool) string {
	if labels {
		label := cleanValue(n.q.Label(code, lang))
		if found, ok := n.code(label); ok && found == code {
			return label
		}
	}
	if code == survey.NotApplicable {
		return survey.NotApplicableValue
	}
	return n.q.Points[code-1].Value
}
