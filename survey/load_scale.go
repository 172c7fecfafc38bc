package survey

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// readScales reads the named scales.
func (l *loader) readScales(n *yaml.Node) {
	l.scales = map[string]Scale{}
	if n == nil {
		return
	}
	if n.Kind != yaml.MappingNode {
		l.report(n, "shape", "scales is a list of names, each with its points", "write “name:” and below it “points:”")
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, body := n.Content[i], n.Content[i+1]
		f := l.fields(body, "a scale", "points", "not_applicable")
		scale := Scale{
			Points:        l.degrees(f.want("points")),
			NotApplicable: l.text(f.get("not_applicable")),
		}
		id := l.id(name)
		if _, twice := l.scales[id]; twice && id != "" {
			l.report(name, "duplicate-id", fmt.Sprintf("the scale %q stands here twice", id), "give each scale a name of its own")
		}
		l.scales[id] = scale
		l.scaleNames = append(l.scaleNames, name)
	}
}

// scale finds a scale by its name: one of the file, or one of the library.
func (l *loader) scale(n *yaml.Node) (string, Scale) {
	name, ok := l.scalar(n)
	if !ok {
		return "", Scale{}
	}
	if scale, ok := l.scales[name]; ok {
		return name, scale
	}
	if scale, ok := ReadyScale(name); ok {
		l.ready(n, fmt.Sprintf("the ready scale %s has labels in Serbian and English, but", name), "define a scale of your own under scales", scale.Points[0].Label)
		return name, scale
	}
	known := slices.AppendSeq(ReadyScales(), maps.Keys(l.scales))
	slices.Sort(known)
	repair := "define it under scales, or take a ready one such as agreement-5"
	if family := readyNames(name); len(family) > 0 {
		// Which length was meant is not to be guessed.
		repair = "take " + enumerate(family, "or")
	} else {
		repair = l.instead(name, known, repair)
	}
	l.report(n, "unknown-scale", fmt.Sprintf("there is no scale %q", CleanLine(name, maxShown)), repair)
	return "", Scale{}
}

// degrees reads the points of a scale: numbered 1, 2, 3 … because the number is
// the key that chooses the point and what a mean is computed from.
func (l *loader) degrees(n *yaml.Node) []Point {
	before := l.counts[SeverityError]
	points := l.points(n, MinPoints, MaxPoints)
	if l.counts[SeverityError] > before {
		return points
	}
	for i := range points {
		if points[i].Value != strconv.Itoa(i+1) {
			l.report(n.Content[i], "scale-values", fmt.Sprintf("the points of a scale have the values 1, 2, 3 … in this order, and here stands %q", points[i].Value), "number them from the lowest to the highest")
			break
		}
	}
	return points
}

// points reads labelled points with values that differ from each other.
func (l *loader) points(n *yaml.Node, least, most int) []Point {
	var points []Point
	seen := map[string]bool{}
	for _, item := range l.items(n, least, most) {
		f := l.fields(item, "a point", "value", "label")
		value := f.want("value")
		p := Point{Value: l.id(value), Label: l.text(f.want("label"))}
		switch {
		case p.Value == "":
			// Reported already; the point stays, so that the headline can leave it out.
		case seen[p.Value]:
			l.report(value, "duplicate-value", fmt.Sprintf("the value %q is used twice", p.Value), "give each point a value of its own")
		case p.Value == NotApplicableValue:
			l.report(value, "reserved-value", "the value na is kept for not_applicable", "choose another value")
		}
		seen[p.Value] = true
		points = append(points, p)
	}
	return points
}

// other reads the option behind which people write a few words, and puts it
// behind the other points.
func (l *loader) other(f fields, q *Question) {
	n := f.get("other")
	if n == nil {
		return
	}
	q.Other = l.text(n)
	if _, taken := q.CodeOf(OtherValue); taken {
		l.report(n, "reserved-value", "an option has the value other already", "give it another value, or leave the key other out")
	}
	if len(q.Points) >= maxOptions {
		l.report(n, "too-many", fmt.Sprintf("with other there are more than %d options", maxOptions), "leave one out")
	}
	q.Points = append(q.Points, Point{Value: OtherValue, Label: q.Other})
}

// isName reports whether a text can name a question, a scale or a value: CSV
// columns, XLSForm and SPSS all accept such names.
func isName(s string) bool {
	const marks = "_.-"
	letter := func(r rune) bool {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return s != "" && len(s) <= maxID && !strings.ContainsRune(marks, rune(s[0])) &&
		!strings.ContainsFunc(s, func(r rune) bool { return !letter(r) && !strings.ContainsRune(marks, r) })
}
