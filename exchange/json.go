package exchange

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"anketa/results"
	"anketa/survey"
)

// The shape of the results in JSON (DESIGN.md §5). Percentages run from 0 to
// 100 and are not rounded. Figures that must not be shown are null, never 0.
type (
	jsonResults struct {
		Survey    string        `json:"survey"`
		Sessions  []jsonSession `json:"sessions"`
		Attended  *int          `json:"attended"`
		Responses int           `json:"responses"`
		Released  int           `json:"released"`
		MinGroup  int           `json:"min_group"`
		Partial   int           `json:"partial"`
		Late      int           `json:"late,omitempty"`
		// Paper is how many responses came from paper: absent when none did and while
		// answers are still to come or to be shown, null when the number is withheld.
		Paper      json.RawMessage `json:"paper,omitempty"`
		Damaged    int             `json:"damaged"`
		Questions  []jsonQuestion  `json:"questions"`
		Breakdowns []jsonBreakdown `json:"breakdowns"`
		Sections   []jsonSection   `json:"sections,omitempty"`
		// Comparisons are there where several sessions are shown.
		Comparisons []jsonComparison `json:"comparisons,omitempty"`
		// Conclusions and Recommendations are null while no session is released.
		Conclusions     []jsonStatement `json:"conclusions"`
		Recommendations []jsonStatement `json:"recommendations"`
	}
	jsonSession struct {
		ID        string          `json:"id"`
		Title     string          `json:"title"`
		Place     string          `json:"place"`
		Date      string          `json:"date"`
		Attended  *int            `json:"attended"`
		Responses int             `json:"responses"`
		Open      bool            `json:"open"`
		Partial   int             `json:"partial"`
		Paper     json.RawMessage `json:"paper,omitempty"`
		Damaged   int             `json:"damaged"`
	}
	// jsonSection says how far some questions measure one thing; alpha is null where
	// everybody has the same sum.
	jsonSection struct {
		ID    string   `json:"id"`
		Items int      `json:"items"`
		N     int      `json:"n"`
		Alpha *float64 `json:"alpha"`
	}
)

// WriteJSON writes what a release allows, with labels in a language.
func WriteJSON(w io.Writer, r *results.Release, lang survey.Lang) error {
	out := jsonResults{
		Survey: r.Survey.ID, Attended: known(r.Attended()), Responses: r.Responses(), Released: r.Tally.N(),
		MinGroup: r.Survey.MinGroup, Partial: r.Partial(), Late: r.Late(), Paper: fromPaper(r.Paper()), Damaged: r.Damaged(), Sessions: []jsonSession{}, Questions: []jsonQuestion{}, Breakdowns: breakdowns(r, lang),
	}
	for i := range r.Parts {
		s := &r.Parts[i].Session
		out.Sessions = append(out.Sessions, jsonSession{
			ID: s.ID.String(), Title: s.Title, Place: s.Place, Date: s.Date,
			Attended: known(s.Attended), Responses: r.Parts[i].Batches.N(), Open: s.Open,
			Partial: r.Parts[i].Partial, Paper: fromPaper(r.PaperOf(i)), Damaged: r.Parts[i].Damaged,
		})
	}
	for i := range r.Survey.Questions {
		if f := r.Figures(i); f.Question.Asks() {
			q := question(&f, lang)
			q.written(r, f.Question)
			out.Questions = append(out.Questions, q)
		}
	}
	for _, f := range r.Sections() {
		out.Sections = append(out.Sections, jsonSection{ID: f.Section.ID, Items: f.Items, N: f.N, Alpha: figure(f.Alpha, false)})
	}
	compared, err := comparisons(r)
	if err != nil {
		return err
	}
	out.Comparisons = compared
	out.Conclusions, out.Recommendations = statements(r, survey.Conclusion, lang), statements(r, survey.Recommendation, lang)
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", " ")
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(out); err != nil {
		return fmt.Errorf("write results: %w", err)
	}
	return nil
}

// fromPaper returns how many responses came from paper.
func fromPaper(p results.FromPaper) json.RawMessage {
	switch {
	case p.Withheld:
		return json.RawMessage("null")
	case p.N == 0:
		return nil
	}
	return strconv.AppendInt(nil, int64(p.N), 10)
}

// known returns a number of people, or nil when it is not known.
func known(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}
