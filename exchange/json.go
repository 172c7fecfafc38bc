package exchange

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strconv"

	"anketa/results"
	"anketa/survey"
)

// The shape of the results in JSON (DESIGN.md §5). Percentages run from 0 to
// 100 and are not rounded. Figures that must not be shown are null, never 0.
type (
	jsonResults struct {
		Survey     string          `json:"survey"`
		Sessions   []jsonSession   `json:"sessions"`
		Attended   *int            `json:"attended"`
		Responses  int             `json:"responses"`
		Released   int             `json:"released"`
		MinGroup   int             `json:"min_group"`
		Questions  []jsonQuestion  `json:"questions"`
		Breakdowns []jsonBreakdown `json:"breakdowns"`
	}
	jsonSession struct {
		ID        string `json:"id"`
		Title     string `json:"title"`
		Place     string `json:"place"`
		Date      string `json:"date"`
		Attended  *int   `json:"attended"`
		Responses int    `json:"responses"`
		Open      bool   `json:"open"`
	}
	// jsonQuestion leaves not_applicable out where the question has no such point,
	// and has null where its count must not be shown.
	jsonQuestion struct {
		ID            string        `json:"id"`
		Kind          survey.Kind   `json:"kind"`
		N             *int          `json:"n"`
		Missing       *int          `json:"missing"`
		NotApplicable **int         `json:"not_applicable,omitempty"`
		Points        []jsonPoint   `json:"points,omitempty"`
		Options       []jsonPoint   `json:"options,omitempty"`
		Headline      *jsonHeadline `json:"headline,omitempty"`
		*jsonOrdered
	}
	// jsonOrdered are the figures of an ordered scale.
	jsonOrdered struct {
		Median *float64 `json:"median"`
		Q1     *float64 `json:"q1"`
		Q3     *float64 `json:"q3"`
		Mean   *float64 `json:"mean"`
		SD     *float64 `json:"sd"`
	}
	jsonPoint struct {
		// Value is a number for points of a scale, a name for options.
		Value   any      `json:"value"`
		Label   string   `json:"label"`
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
	}
	// jsonBreakdown is a table of one question by another; surveys declare none yet.
	jsonBreakdown struct {
		Question string `json:"question"`
		By       string `json:"by"`
	}
)

// WriteJSON writes what a release allows, with labels in a language.
func WriteJSON(w io.Writer, r *results.Release, lang survey.Lang) error {
	out := jsonResults{
		Survey: r.Survey.ID, Attended: known(r.Attended()), Responses: r.Responses(), Released: r.Tally.N(),
		MinGroup: r.Survey.MinGroup, Sessions: []jsonSession{}, Questions: []jsonQuestion{}, Breakdowns: []jsonBreakdown{},
	}
	for i := range r.Parts {
		s := &r.Parts[i].Session
		out.Sessions = append(out.Sessions, jsonSession{
			ID: s.ID.String(), Title: s.Title, Place: s.Place, Date: s.Date,
			Attended: known(s.Attended), Responses: r.Parts[i].Batches.N(), Open: s.Open,
		})
	}
	// With nothing released every figure is unknown; with no response it is 0.
	hidden := r.Tally.N() == 0 && r.Responses() > 0
	for i := range r.Survey.Questions {
		f := r.Figures(i)
		out.Questions = append(out.Questions, question(&f, lang, hidden))
	}
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", " ")
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(out); err != nil {
		return fmt.Errorf("write results: %w", err)
	}
	return nil
}

// question returns the figures of one question.
func question(f *results.Figures, lang survey.Lang, hidden bool) jsonQuestion {
	q := f.Question
	out := jsonQuestion{ID: q.ID, Kind: q.Kind, N: shown(f.N, hidden), Missing: shown(f.Missing, hidden)}
	if q.Kind == survey.KindText {
		return out
	}
	if q.Kind == survey.KindLikert || q.HasNotApplicable() {
		aside := shown(f.NotApplicable, hidden)
		out.NotApplicable = &aside
	}
	points := make([]jsonPoint, len(q.Points))
	for i := range q.Points {
		points[i] = jsonPoint{
			Value: value(q, survey.Code(i+1)), Label: q.Points[i].Label.In(lang),
			Count: shown(f.Counts[i], hidden), Percent: figure(f.Percent(f.Counts[i]), hidden || f.N == 0),
		}
	}
	out.Headline = headline(f, hidden)
	if q.Kind == survey.KindLikert {
		out.Points, out.jsonOrdered = points, ordered(f, hidden)
	} else {
		out.Options = points
	}
	return out
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
	}
	return out
}

// ordered returns the figures of an ordered scale.
func ordered(f *results.Figures, hidden bool) *jsonOrdered {
	mean, sd := f.Mean()
	return &jsonOrdered{
		Median: figure(f.Quantile(0.5), hidden), Q1: figure(f.Quantile(0.25), hidden), Q3: figure(f.Quantile(0.75), hidden),
		Mean: figure(mean, hidden), SD: figure(sd, hidden),
	}
}

// value returns what names a point: its number on a scale, its name otherwise.
func value(q *survey.Question, code survey.Code) any {
	name := q.Points[code-1].Value
	if number, err := strconv.Atoi(name); err == nil && q.Kind == survey.KindLikert {
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

// figure returns a figure, or nil when it must not be shown or is not defined.
func figure(x float64, hidden bool) *float64 {
	if hidden || math.IsNaN(x) {
		return nil
	}
	return &x
}

// known returns a number of people, or nil when it is not known.
func known(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}
