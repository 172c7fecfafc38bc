package exchange

import (
	"anketa/results"
	"anketa/survey"
)

// The shape of what people wrote. It is null where it must not be shown.
type (
	jsonText struct {
		Text string `json:"text"`
		// Quote says that it may be printed as somebody's words.
		Quote  bool     `json:"quote"`
		Themes []string `json:"themes"`
	}
	jsonTheme struct {
		Theme string `json:"theme"`
		Count int    `json:"count"`
	}
	// jsonStatement is a conclusion or a recommendation, with the questions and the
	// themes that it rests on.
	jsonStatement struct {
		Text      string   `json:"text"`
		Questions []string `json:"questions"`
		Themes    []string `json:"themes"`
	}
)

// written adds the approved texts to the question that they answer, with their
// themes.
func (out *jsonQuestion) written(r *results.Release, q *survey.Question) {
	if q.TextLimit() == 0 {
		return
	}
	var (
		texts  []jsonText
		themes []jsonTheme
	)
	if passages, released := r.Passages(q.ID, results.Reader); released {
		texts, themes = []jsonText{}, []jsonTheme{}
		for i := range passages {
			p := &passages[i]
			texts = append(texts, jsonText{Text: p.Text, Quote: p.Quote, Themes: listed(p.Themes)})
		}
		for _, t := range results.Themes(passages) {
			themes = append(themes, jsonTheme{Theme: t.Name, Count: t.Count})
		}
	}
	out.Texts, out.Themes = &texts, &themes
}

// statements returns the conclusions or the recommendations, or nil when no session
// may be shown.
func statements(r *results.Release, kind survey.StatementKind, lang survey.Lang) []jsonStatement {
	all, released := r.Statements()
	if !released {
		return nil
	}
	out := []jsonStatement{}
	for i := range all {
		if s := &all[i]; s.Kind == kind {
			out = append(out, jsonStatement{Text: s.In(lang), Questions: listed(s.Questions), Themes: listed(s.Themes)})
		}
	}
	return out
}

// listed returns a list that is never null.
func listed(names []string) []string {
	if names == nil {
		return []string{}
	}
	return names
}
