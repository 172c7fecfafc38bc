package survey

import (
	"fmt"
	"slices"

	"go.yaml.in/yaml/v4"
)

// readKind reads what only questions of a kind have.
func (l *loader) readKind(f fields, q *Question) {
	if q.Kind != KindText && q.Kind != KindNote {
		q.NotApplicable = l.text(f.get("not_applicable"))
	}
	switch q.Kind {
	case KindLikert, KindBeforeAfter:
		l.ofScale(f, q)
	case KindChoice, KindMulti:
		q.Points = l.points(f.want("options"), MinPoints, maxOptions)
		l.other(f, q)
	case KindYesNo:
		q.Points = YesNo()
		l.ready(f.get("kind"), "the answers yes and no are there in Serbian and English, but", "ask with choice and two options", q.Points[0].Label)
	case KindNPS:
		l.nps(f, q)
	case KindNumber:
		l.number(f, q)
	case KindText:
		q.MaxLength = l.integer(f.get("max_length"), MaxTextLength, 1, MaxTextLength)
		q.OneLine = l.oneOf(f.get("lines"), "several", "one") == "one"
		q.AskQuote = l.oneOf(f.get("consent"), "", "quote") == "quote"
	}
	if q.Kind == KindMulti {
		l.bounds(f, q)
	}
	if slices.Contains(keysOf(q.Kind), "headline") && len(q.Points) > 0 {
		q.Headline = l.headline(f.get("headline"), q)
		l.headlineSentence(f, q)
	}
}

// ofScale fills in the scale of a likert or before_after question.
func (l *loader) ofScale(f fields, q *Question) {
	q.Reverse = l.boolean(f.get("reverse"))
	n := f.want("scale")
	if n == nil {
		return
	}
	name, scale := l.scale(n)
	q.ScaleName, q.Points = name, scale.Points
	if !q.HasNotApplicable() {
		q.NotApplicable = scale.NotApplicable
	}
}

// nps fills in the points from 0 to 10 and what their ends mean.
func (l *loader) nps(f fields, q *Question) {
	q.Points = zeroToTen(l.languages)
	q.Low, q.High = Likely()
	if f.get("low") == nil || f.get("high") == nil {
		l.ready(f.get("kind"), "the meaning of 0 and 10 is there in Serbian and English, but", "write low and high", q.Low)
	}
	if n := f.get("low"); n != nil {
		q.Low = l.text(n)
	}
	if n := f.get("high"); n != nil {
		q.High = l.text(n)
	}
}

// number reads the bounds and the unit of a number.
func (l *loader) number(f fields, q *Question) {
	least, most := f.want("min"), f.want("max")
	before := len(l.findings)
	q.Min = l.integer(least, 0, -MaxNumber, MaxNumber)
	q.Max = l.integer(most, q.Min+1, -MaxNumber, MaxNumber)
	switch {
	case most == nil, len(l.findings) > before:
	case q.Max <= q.Min:
		l.report(most, "bounds", "max is not larger than min", "write the smallest number behind min and the largest behind max")
	case q.Max-q.Min >= MaxNumbers:
		l.report(most, "bounds", fmt.Sprintf("there are more than %d numbers between min and max", MaxNumbers), "ask in larger units, or with choice and ranges as options")
	}
	q.Unit = l.text(f.get("unit"))
}

// bounds reads how many options may be chosen.
func (l *loader) bounds(f fields, q *Question) {
	options := max(len(q.Points), 1)
	q.Min = l.integer(f.get("min"), 1, 1, options)
	q.Max = l.integer(f.get("max"), options, 1, options)
	if q.Max < q.Min {
		l.report(f.get("max"), "bounds", "max is smaller than min", "write the smallest number of options behind min and the largest behind max")
	}
}

// headline reads the declared box: values of points, of which at least one must stay outside.
func (l *loader) headline(n *yaml.Node, q *Question) []Code {
	if n == nil {
		return nil
	}
	var codes []Code
	for _, item := range l.items(n, 1, len(q.Points)) {
		code, ok := q.CodeOf(item.Value)
		switch {
		case code == NotApplicable:
			l.report(item, "headline", "the headline names the point outside the count", "leave it out")
		case !ok:
			l.report(item, "headline", fmt.Sprintf("the headline names %q, which is no point of the question %s", CleanLine(item.Value, maxShown), q.ID),
				l.instead(item.Value, q.valueList(), "write "+enumerate(q.valueList(), "or")))
		case slices.Contains(codes, code):
			l.report(item, "headline", "the headline names a point twice", "name it once")
		default:
			codes = append(codes, code)
		}
	}
	if len(codes) == len(q.Points) {
		l.report(n, "headline", "the headline holds every point and would always be 100 %", "leave one out")
	}
	slices.Sort(codes)
	return codes
}

// valueList returns the values of a question's points, as many as a line holds.
func (q *Question) valueList() []string {
	var values []string
	for _, p := range q.Points[:min(len(q.Points), 12)] {
		if p.Value != "" {
			values = append(values, p.Value)
		}
	}
	return values
}
