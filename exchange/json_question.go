package exchange

import (
	"math"
	"strconv"

	"anketa/results"
	"anketa/survey"
)

// The shape of one question. It has the same keys whether its figures are shown or not.
type (
	// jsonQuestion leaves not_applicable out where the question has no such point,
	// and not_asked where everybody was asked; they are null where the count must
	// not be shown.
	jsonQuestion struct {
		ID            string      `json:"id"`
		Kind          survey.Kind `json:"kind"`
		N             *int        `json:"n"`
		Missing       *int        `json:"missing"`
		NotApplicable **int       `json:"not_applicable,omitempty"`
		NotAsked      **int       `json:"not_asked,omitempty"`
		// Withheld counts responses whose answers are held back: too few of their
		// session were asked.
		Withheld int           `json:"withheld,omitempty"`
		Unit     string        `json:"unit,omitempty"`
		Points   []jsonPoint   `json:"points,omitempty"`
		Before   []jsonPoint   `json:"before,omitempty"`
		Options  []jsonPoint   `json:"options,omitempty"`
		Bins     []jsonBin     `json:"bins,omitempty"`
		Headline *jsonHeadline `json:"headline,omitempty"`
		Shift    *jsonShift    `json:"shift,omitempty"`
		NPS      *jsonNPS      `json:"nps,omitempty"`
		// Texts are those that were approved, Themes how often each theme is among
		// them; both only where the question takes a text.
		Texts  *[]jsonText  `json:"texts,omitempty"`
		Themes *[]jsonTheme `json:"themes,omitempty"`
		*jsonOrdered
	}
	// jsonOrdered are the figures of answers with an order.
	jsonOrdered struct {
		Median *float64 `json:"median"`
		Q1     *float64 `json:"q1"`
		Q3     *float64 `json:"q3"`
		Mean   *float64 `json:"mean"`
		SD     *float64 `json:"sd"`
	}
	jsonPoint struct {
		// Value is a number for points with an order, a name for options.
		Value   any      `json:"value"`
		Label   string   `json:"label"`
		Count   *int     `json:"count"`
		Percent *float64 `json:"percent"`
	}
	// jsonBin counts the numbers from low to high, both of them among it.
	jsonBin struct {
		Low     int      `json:"low"`
		High    int      `json:"high"`
		Count   *int     `json:"count"`
		Percent *float64 `json:"percent"`
	}
	jsonHeadline struct {
		Points  []any    `json:"points"`
		Count   *int     `json:"count"`
		N       *int     `json:"n"`
		Percent *float64 `json:"percent"`
		Low     *float64 `json:"low"`
		High    *float64 `json:"high"`
		// Bounds is null where nobody knows how many people could have answered.
		Bounds *jsonBounds `json:"bounds"`
	}
	// jsonBounds say between which counts of all the people the headline lies,
	// whatever those who did not answer would have said.
	jsonBounds struct {
		Low  int `json:"low"`
		High int `json:"high"`
		Of   int `json:"of"`
	}
	// jsonShift counts how the same people answered now and before. P says how probable chance
	// alone makes a split as uneven of those who changed, see [results.SignTest].
	jsonShift struct {
		Improved *int     `json:"improved"`
		Same     *int     `json:"same"`
		Lower    *int     `json:"lower"`
		P        *float64 `json:"p"`
	}
	// jsonNPS has a score from -100 to 100, not rounded.
	jsonNPS struct {
		Promoters  *int     `json:"promoters"`
		Passives   *int     `json:"passives"`
		Detractors *int     `json:"detractors"`
		Score      *float64 `json:"score"`
	}
)

// question returns the figures of one question.
func question(f *results.Figures, lang survey.Lang) jsonQuestion {
	q, hidden := f.Question, f.Hidden
	out := jsonQuestion{ID: q.ID, Kind: q.Kind, N: shown(f.N, hidden), Missing: shown(f.Missing, hidden)}
	if q.Kind == survey.KindLikert || q.HasNotApplicable() {
		aside := shown(f.NotApplicable, hidden)
		out.NotApplicable = &aside
	}
	if f.Conditional {
		spared := shown(f.NotAsked, hidden)
		out.NotAsked = &spared
	}
	if !hidden {
		out.Withheld = f.Withheld
	}
	out.Headline = headline(f, hidden)
	switch q.Kind {
	case survey.KindLikert:
		out.Points, out.jsonOrdered = points(f, f.Counts, lang, hidden), ordered(f, hidden)
	case survey.KindNPS:
		out.Points, out.jsonOrdered, out.NPS = points(f, f.Counts, lang, hidden), ordered(f, hidden), recommendation(f, hidden)
	case survey.KindNumber:
		out.Unit, out.Bins, out.jsonOrdered = q.Unit.In(lang), bins(f, hidden), ordered(f, hidden)
	case survey.KindBeforeAfter:
		out.Points, out.Before, out.Shift = points(f, f.Counts, lang, hidden), points(f, f.Before, lang, hidden), shift(f, hidden)
	case survey.KindChoice, survey.KindMulti, survey.KindYesNo:
		out.Options = points(f, f.Counts, lang, hidden)
	}
	return out
}

// points returns the points of a question with one of its distributions.
func points(f *results.Figures, counts []int, lang survey.Lang, hidden bool) []jsonPoint {
	q := f.Question
	points := make([]jsonPoint, len(q.Points))
	for i := range q.Points {
		points[i] = jsonPoint{
			Value: value(q, survey.Code(i+1)), Label: q.Points[i].Label.In(lang),
			Count: shown(counts[i], hidden), Percent: share(f, counts[i], hidden),
		}
	}
	return points
}

// bins returns how many answers to a number question lie where.
func bins(f *results.Figures, hidden bool) []jsonBin {
	var out []jsonBin
	for _, b := range f.Bins() {
		out = append(out, jsonBin{Low: b.Low, High: b.High, Count: shown(b.Count, hidden), Percent: share(f, b.Count, hidden)})
	}
	return out
}

// shift returns how the answers of the same people changed.
func shift(f *results.Figures, hidden bool) *jsonShift {
	return &jsonShift{Improved: shown(f.Shift.Improved, hidden), Same: shown(f.Shift.Same, hidden), Lower: shown(f.Shift.Lower, hidden), P: figure(results.SignTest(f.Shift.Improved, f.Shift.Lower), hidden || f.N == 0)}
}

// recommendation returns the groups of an nps question and its score.
func recommendation(f *results.Figures, hidden bool) *jsonNPS {
	r, ok := f.Recommendation()
	return &jsonNPS{
		Promoters: shown(r.Promoters, hidden), Passives: shown(r.Passives, hidden), Detractors: shown(r.Detractors, hidden),
		Score: figure(r.Score, hidden || !ok),
	}
}

// headline returns the declared box, or nil when the question declares none.
func headline(f *results.Figures, hidden bool) *jsonHeadline {
	if len(f.Question.Headline) == 0 {
		return nil
	}
	out := &jsonHeadline{N: shown(f.N, hidden)}
	for _, code := range f.Question.Headline {
		out.Points = append(out.Points, value(f.Question, code))
	}
	if h, ok := f.Headline(); ok && !hidden {
		out.Count, out.Percent, out.Low, out.High = &h.Count, &h.Percent, &h.Low, &h.High
		if b, known := f.Bounds(h.Count); known {
			out.Bounds = &jsonBounds{Low: b.Low, High: b.High, Of: b.Of}
		}
	}
	return out
}

// ordered returns the figures of answers with an order.
func ordered(f *results.Figures, hidden bool) *jsonOrdered {
	mean, sd := f.Mean()
	return &jsonOrdered{
		Median: figure(f.Quantile(0.5), hidden), Q1: figure(f.Quantile(0.25), hidden), Q3: figure(f.Quantile(0.75), hidden),
		Mean: figure(mean, hidden), SD: figure(sd, hidden),
	}
}

// value returns what names a point: its number where the points have an order,
// its name otherwise.
func value(q *survey.Question, code survey.Code) any {
	name := q.Points[code-1].Value
	if number, err := strconv.Atoi(name); err == nil && q.Ordered() {
		return number
	}
	return name
}

// shown returns a count, or nil when it must not be shown.
func shown(n int, hidden bool) *int {
	if hidden {
		return nil
	}
	return &n
}

// share returns the percentage of a count in n, or nil as [figure] does.
func share(f *results.Figures, count int, hidden bool) *float64 {
	return figure(f.Percent(count), hidden || f.N == 0)
}

// figure returns a figure, or nil when it must not be shown or is not defined.
func figure(x float64, hidden bool) *float64 {
	if hidden || math.IsNaN(x) {
		return nil
	}
	return &x
}
