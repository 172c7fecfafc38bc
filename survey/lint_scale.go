package survey

import (
	"fmt"
	"slices"

	"go.yaml.in/yaml/v4"
)

// maxDegrees is how many points of a scale people still tell apart (Krosnick and
// Presser, Handbook of Survey Research, 2010: 5 to 7).
const maxDegrees = 7

// lintScales warns of scales that push answers one way, that are finer than
// anybody's judgement, or whose labels do not fit on the screen.
func (l *loader) lintScales(fits func(*Question, Lang) bool) {
	for _, name := range l.scaleNames {
		scale := l.scales[name.Value]
		if n := len(scale.Points); n > maxDegrees {
			l.warn(name, "long-scale", fmt.Sprintf("the scale %q has %d points, and people do not tell more than %d apart", name.Value, n, maxDegrees),
				"take 5 or 7 points, or the kind nps for 0 to 10")
		}
		l.lintBalance(name, scale.Points)
	}
	if fits != nil {
		l.lintWidth(fits)
	}
}

// lintBalance warns of a scale that does not offer as much blame as praise.
func (l *loader) lintBalance(name *yaml.Node, points []Point) {
	const repair = "offer as many negative as positive points around a neutral middle, or take a ready scale such as quality-5"
	values, ok := valences(points)
	if !ok {
		return
	}
	negative, positive := 0, 0
	for _, v := range values {
		switch v {
		case negativeLabel:
			negative++
		case positiveLabel:
			positive++
		}
	}
	middle := values[len(values)/2]
	switch {
	case negative != positive:
		l.warn(name, "unbalanced-scale", fmt.Sprintf("the scale %q has %s and %s, which pushes the answers one way", name.Value,
			counted(positive, "positive point", "positive points"), counted(negative, "negative one", "negative ones")), repair)
	case len(values)%2 == 1 && middle != neutralLabel:
		l.warn(name, "unbalanced-scale", fmt.Sprintf("the middle of the scale %q is not neutral", name.Value), repair)
	}
}

// lintWidth warns of labels that do not fit into boxes side by side, once for
// each scale and language; then people see a list, which takes longer.
func (l *loader) lintWidth(fits func(*Question, Lang) bool) {
	seen := map[string]bool{}
	for i := range l.out.Questions {
		q := &l.out.Questions[i]
		if _, ours := l.scales[q.ScaleName]; !q.OfScale() || !ours || seen[q.ScaleName] {
			continue
		}
		seen[q.ScaleName] = true
		for _, lang := range l.out.Languages {
			if !fits(q, lang) {
				l.lintWide(q, lang)
			}
		}
	}
}

// lintWide warns of the widest label of a scale in a language.
func (l *loader) lintWide(q *Question, lang Lang) {
	at := slices.IndexFunc(l.scaleNames, func(n *yaml.Node) bool { return n.Value == q.ScaleName })
	widest := slices.MaxFunc(q.Points, func(a, b Point) int { return len(a.Label.In(lang)) - len(b.Label.In(lang)) })
	l.warn(l.scaleNames[at], "wide-label", fmt.Sprintf("the labels of the scale %q are too wide for boxes side by side at 80 columns in %s, above all “%s”", q.ScaleName, lang, widest.Label.In(lang)),
		"shorten them, or else people see a list")
}
