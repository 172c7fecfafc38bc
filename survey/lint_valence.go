package survey

import "slices"

// valence says whether a label of a scale praises or blames.
type valence int

const (
	negativeLabel valence = -1
	neutralLabel  valence = 0
	positiveLabel valence = 1
)

// valences returns what the labels of a scale say, and false when that cannot be
// told for certain in any language: extents and frequencies run from nothing
// upwards and have no opposite, and words that are not known might.
func valences(points []Point) ([]valence, bool) {
	for _, lang := range Languages() {
		for _, family := range families(lang) {
			if values, ok := family.valences(points, lang); ok {
				return values, true
			}
		}
	}
	return nil, false
}

// family is the words of one kind of judgement in a language. Stems end with "*".
type family struct {
	positive, negative, neutral []string
	// not are the words that turn a positive one round.
	not []string
	// always says that the family has two opposite ends. Otherwise a scale has
	// them only when it uses a negative word of its own: "not at all satisfied …
	// very satisfied" runs from nothing upwards, "dissatisfied" does not.
	always bool
}

// families returns the judgements that are known in a language of the interface. What counts as
// neutral at one time and as poor at another, such as "fair", is taken as poor:
// that favours no finding.
func families(lang Lang) []family {
	if lang.serbian() {
		neutral := []string{"niti", "ni", "neutral*", "neodluč*", "nemam", "osrednj*", "prosečn*", "srednj*"}
		not := []string{"ne", "nisam", "nije", "nismo"}
		return []family{
			{positive: []string{"slaž*", "slož*", "saglas*"}, negative: []string{"nesaglas*", "protiv*"}, neutral: neutral, not: not, always: true},
			{
				positive: []string{"dobr*", "odličn*", "izvrsn*", "izvanredn*", "sjajn*"}, negative: []string{"loš*", "slab*", "rđav*", "nedovolj*", "dovolj*", "užasn*"},
				neutral: neutral, not: not, always: true,
			},
			{positive: []string{"zadovoljan", "zadovoljn*"}, negative: []string{"nezadovolj*"}, neutral: neutral, not: not},
		}
	}
	neutral := []string{"neither", "neutral", "undecided", "average", "mixed"}
	not := []string{"not", "don't"}
	return []family{
		{positive: []string{"agree"}, negative: []string{"disagree"}, neutral: neutral, not: not, always: true},
		{
			positive: []string{"good", "excellent", "outstanding", "superb"}, negative: []string{"bad", "poor", "terrible", "awful", "fair"},
			neutral: neutral, not: not, always: true,
		},
		{positive: []string{"satisfied"}, negative: []string{"dissatisfied", "unsatisfied"}, neutral: neutral, not: not},
	}
}

// valences returns what all the labels say in the words of the family, or false.
func (f family) valences(points []Point, lang Lang) ([]valence, bool) {
	values, opposite := make([]valence, 0, len(points)), f.always
	judged := false
	for _, p := range points {
		words := tokens(p.Label[lang])
		v, ok := f.valence(words)
		if !ok {
			return nil, false
		}
		judged = judged || v != neutralLabel
		opposite = opposite || f.has(words, f.negative)
		values = append(values, v)
	}
	return values, judged && opposite
}

// valence returns what one label says, or false when it has no known word.
func (f family) valence(words []token) (valence, bool) {
	negated := slices.ContainsFunc(words, func(t token) bool { return slices.Contains(f.not, t.word) })
	switch {
	case f.has(words, f.neutral):
		return neutralLabel, true
	case f.has(words, f.negative) && f.has(words, f.positive):
		return neutralLabel, false
	case f.has(words, f.negative) && !negated, f.has(words, f.positive) && negated:
		return negativeLabel, true
	case f.has(words, f.positive):
		return positiveLabel, true
	}
	return neutralLabel, false
}

// has reports whether one of the words is known.
func (f family) has(words []token, known []string) bool {
	return slices.ContainsFunc(known, func(k string) bool {
		_, _, found := phrase(words, []string{k})
		return found
	})
}
