package results

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"anketa/survey"
)

// Audience says who is shown free texts.
type Audience int

const (
	// Facilitator is who decides about the texts, behind the PIN.
	Facilitator Audience = iota
	// Reader is whoever has a file or a printed page.
	Reader
)

// Passage is a free text as it may be shown.
type Passage struct {
	// ID and Session name the text to the facilitator; a [Reader] gets neither.
	ID, Session survey.ID
	// Text is the wording without the masked words; it is empty of a hidden text.
	Text string
	// Consent says that its author agreed to be quoted; Quote that it may be printed
	// as somebody's words, because it was approved too.
	Consent, Quote bool
	// Masked is true when words are masked in it.
	Masked bool
	// Verdict and Themes are what was decided.
	Verdict survey.Verdict
	Themes  []string
}

// Texts are the free texts and the statements of a release as an audience may see
// them.
type Texts struct {
	// Passages are the texts by the id of their question.
	Passages map[string][]Passage
	// Statements are those of all sessions, the conclusions first.
	Statements []survey.Statement
}

// Written is where free texts, their reviews and statements are kept.
type Written interface {
	// Writings returns the texts of a session's question with their reviews.
	Writings(ctx context.Context, session survey.ID, question string) ([]survey.Writing, error)
	// Statements returns the conclusions and recommendations of a session.
	Statements(ctx context.Context, session survey.ID) ([]survey.Statement, error)
}

// Texts returns what an audience may see. Screens, tables, reports and files take
// their texts from here and from nowhere else; what the rules hold back is not
// even read.
//
// Texts must be released, see [Release.ShowsTexts]. The facilitator sees all of
// these, to decide about them, hidden ones without their words. A [Reader] sees
// those that were approved, in the order of their wordings, and may quote those
// whose authors agreed. Masked words are in none. Statements come from sessions
// whose answers are all shown.
func (r *Release) Texts(ctx context.Context, from Written, to Audience) (Texts, error) {
	out := Texts{Passages: map[string][]Passage{}}
	for i := range r.Parts {
		p := &r.Parts[i]
		for j := range r.Survey.Questions {
			q := &r.Survey.Questions[j]
			if q.TextLimit() == 0 || !r.ShowsTexts(p, q.ID) {
				continue
			}
			written, err := from.Writings(ctx, p.Session.ID, q.ID)
			if err != nil {
				return Texts{}, fmt.Errorf("read texts: %w", err)
			}
			out.Passages[q.ID] = append(out.Passages[q.ID], passages(p.Session.ID, written, to)...)
		}
		// No question has an empty id: none is held back.
		if !r.ShowsTexts(p, "") {
			continue
		}
		statements, err := from.Statements(ctx, p.Session.ID)
		if err != nil {
			return Texts{}, fmt.Errorf("read statements: %w", err)
		}
		out.Statements = append(out.Statements, statements...)
	}
	out.sort(to)
	return out, nil
}

// sort puts everything in an order that does not depend on keys.
func (t *Texts) sort(to Audience) {
	slices.SortStableFunc(t.Statements, func(a, b survey.Statement) int { return cmp.Compare(a.Kind, b.Kind) })
	if to == Facilitator {
		return
	}
	for _, passages := range t.Passages {
		slices.SortFunc(passages, func(a, b Passage) int {
			return cmp.Or(cmp.Compare(a.Text, b.Text), slices.Compare(a.Themes, b.Themes))
		})
	}
}

// passages decides about each text.
func passages(session survey.ID, written []survey.Writing, to Audience) []Passage {
	var out []Passage
	for i := range written {
		w := &written[i]
		p := Passage{
			Consent: w.Quote, Quote: w.Quote && w.Review.Verdict == survey.Approved, Masked: len(w.Review.Masked) > 0,
			Verdict: w.Review.Verdict, Themes: w.Review.Themes,
		}
		if p.Verdict != survey.Hidden {
			p.Text = w.Review.Wording(w.Text)
		}
		switch to {
		case Facilitator:
			p.ID, p.Session = w.ID, session
		case Reader:
			if p.Verdict != survey.Approved {
				continue
			}
		}
		out = append(out, p)
	}
	return out
}

// Quotes returns the passages of all questions that may be quoted, in survey order.
func (t *Texts) Quotes(s *survey.Survey) []Passage {
	var quotes []Passage
	for i := range s.Questions {
		for _, p := range t.Passages[s.Questions[i].ID] {
			if p.Quote {
				quotes = append(quotes, p)
			}
		}
	}
	return quotes
}

// Theme is how often a theme was met.
type Theme struct {
	Name  string
	Count int
}

// Themes counts the themes of texts that are not hidden, the most frequent first.
func Themes(passages []Passage) []Theme {
	var themes []Theme
	for i := range passages {
		if passages[i].Verdict == survey.Hidden {
			continue
		}
		for _, name := range passages[i].Themes {
			at := slices.IndexFunc(themes, func(t Theme) bool { return t.Name == name })
			if at < 0 {
				at, themes = len(themes), append(themes, Theme{Name: name})
			}
			themes[at].Count++
		}
	}
	slices.SortFunc(themes, func(a, b Theme) int { return cmp.Or(b.Count-a.Count, cmp.Compare(a.Name, b.Name)) })
	return themes
}
