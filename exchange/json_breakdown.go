package exchange

import (
	"anketa/results"
	"anketa/survey"
)

// The shape of a breakdown. A group has the same keys whether it is shown or not.
type (
	jsonBreakdown struct {
		Question string `json:"question"`
		By       string `json:"by"`
		// Suppressed says that no group is shown.
		Suppressed bool        `json:"suppressed"`
		Groups     []jsonGroup `json:"groups"`
	}
	jsonGroup struct {
		// Value names the group; it is null for those who did not say and for the one
		// that is put together of several.
		Value any    `json:"value"`
		Label string `json:"label,omitempty"`
		// Together names the groups that are too small to be shown each by itself.
		Together   []any `json:"together,omitempty"`
		N          *int  `json:"n"`
		Suppressed bool  `json:"suppressed"`
		// Withheld counts people of the group in sessions that do not show it.
		Withheld int           `json:"withheld,omitempty"`
		Headline *jsonHeadline `json:"headline,omitempty"`
		Points   []jsonPoint   `json:"points"`
	}
)

// breakdowns returns what may be shown by groups.
func breakdowns(r *results.Release, lang survey.Lang) []jsonBreakdown {
	all := []jsonBreakdown{}
	for _, b := range r.Breakdowns() {
		out := jsonBreakdown{Question: b.Question.ID, By: b.By.ID, Suppressed: b.Hidden, Groups: []jsonGroup{}}
		for i := range b.Groups {
			out.Groups = append(out.Groups, group(&b, &b.Groups[i], lang))
		}
		all = append(all, out)
	}
	return all
}

// group returns one group.
func group(b *results.Breakdown, g *results.Group, lang survey.Lang) jsonGroup {
	f := g.Figures
	out := jsonGroup{
		N: shown(f.N, g.Suppressed), Suppressed: g.Suppressed, Headline: headline(&f, g.Suppressed),
		Points: points(&f, f.Counts, lang, g.Suppressed),
	}
	if g.Together != nil {
		for _, code := range g.Together {
			out.Together = append(out.Together, groupValue(b.By, code))
		}
		return out
	}
	out.Value, out.Label = groupValue(b.By, g.Code), b.By.Label(g.Code, lang)
	if !g.Suppressed {
		out.Withheld = g.Withheld
	}
	return out
}

// groupValue names a group: "na" for those outside n, null for those who did not say.
func groupValue(by *survey.Question, code survey.Code) any {
	switch code {
	case survey.Missing:
		return nil
	case survey.NotApplicable:
		return survey.NotApplicableValue
	}
	return value(by, code)
}
