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
	// Reader is whoever has a file or a printed page.
	Reader Audience = iota
	// Facilitator is who decides about the texts, behind the PIN.
	Facilitator
)

// Passage is a free text as it may be shown.
type Passage struct {
	// ID, Session and Question name the text to the facilitator; a [Reader] does not
	// get the first two.
	ID, Session survey.ID
	Question    string
	// Text is the wording without the masked words; it is empty of a hidden text.
	Text string
	// Consent says that its author agreed to be quoted; Quote that it may be printed
	// as somebody's words, because it was approved too.
	Consent, Quote bool
	// Verdict and Themes are what was decided.
	Verdict survey.Verdict
	Themes  []string
}

// Written is where free texts, their reviews and statements are kept.
type Written interface {
	// Writings returns the texts of a session's question with their reviews.
	Writings(ctx context.Context, session survey.ID, question string) ([]survey.Writing, error)
	// Statements returns the conclusions and recommendations of a session.
	Statements(ctx context.Context, session survey.ID) ([]survey.Statement, error)
}

// texts are what was read of the texts that are released.
type texts struct {
	// writings stand by question, those of the ith part in the ith place.
	writings map[string][][]survey.Writing
	// statements are those of all sessions, the conclusions first; nil where none
	// may be shown.
	statements []Statement
}

// Statement is a conclusion or a recommendation with the session that it is of.
type Statement struct {
	survey.Statement
	Session survey.ID
}

// ReadTexts reads the free texts that are released, see [Release.ShowsTexts], and
// the statements of the sessions whose answers are all shown. What the rules hold
// back is not even read.
func (r *Release) ReadTexts(ctx context.Context, from Written) error {
	read := texts{writings: map[string][][]survey.Writing{}}
	for i := range r.Parts {
		p := &r.Parts[i]
		for j := range r.Survey.Questions {
			q := &r.Survey.Questions[j]
			if q.TextLimit() == 0 || !r.ShowsTexts(p, q.ID) {
				continue
			}
			written, err := from.Writings(ctx, p.Session.ID, q.ID)
			if err != nil {
				return fmt.Errorf("read texts: %w", err)
			}
			if read.writings[q.ID] == nil {
				read.writings[q.ID] = make([][]survey.Writing, len(r.Parts))
			}
			read.writings[q.ID][i] = written
		}
		if _, whole := p.whole(); !whole {
			continue
		}
		statements, err := from.Statements(ctx, p.Session.ID)
		if err != nil {
			return fmt.Errorf("read statements: %w", err)
		}
		read.statements = slices.Grow(read.statements, 1)
		for _, s := range statements {
			read.statements = append(read.statements, Statement{s, p.Session.ID})
		}
	}
	slices.SortStableFunc(read.statements, func(a, b Statement) int { return cmp.Compare(a.Kind, b.Kind) })
	r.texts = read
	return nil
}

// Passages returns what an audience may see of the texts to a question; it reports
// false when they are not released or were not read. Screens, tables, reports and
// files take texts from here and from nowhere else.
//
// The facilitator sees all of them, to decide about them, hidden ones without their
// words. A [Reader] sees those that were approved, in the order of their wordings,
// and may quote those whose authors agreed. Masked words are in none.
func (r *Release) Passages(question string, to Audience) (passages []Passage, released bool) {
	parts, released := r.texts.writings[question]
	most := 0
	for i := range parts {
		most += len(parts[i])
	}
	passages = slices.Grow(passages, most)
	for i := range parts {
		for j := range parts[i] {
			p := passage(&parts[i][j])
			switch to {
			case Facilitator:
				p.ID, p.Session = parts[i][j].ID, r.Parts[i].Session.ID
			default:
				if p.Verdict != survey.Approved {
					continue
				}
			}
			p.Question = question
			passages = append(passages, p)
		}
	}
	if to != Facilitator {
		// The order must not depend on the keys of the texts.
		slices.SortFunc(passages, func(a, b Passage) int {
			return cmp.Or(cmp.Compare(a.Text, b.Text), slices.Compare(a.Themes, b.Themes))
		})
	}
	return passages, released
}

// passage returns a text as it may be shown: without its hidden words.
func passage(w *survey.Writing) Passage {
	p := Passage{
		Consent: w.Quote, Quote: w.Quote && w.Review.Verdict == survey.Approved,
		Verdict: w.Review.Verdict, Themes: w.Review.Themes,
	}
	if p.Verdict != survey.Hidden {
		p.Text = w.Review.Wording(w.Text)
	}
	return p
}

// Piece is a word of a text that can be masked, with what stands before it. The
// words that are masked already are not in it.
type Piece struct {
	Before, Word string
	Masked       bool
}

// Pieces returns the words of a passage in the order in which masks count them,
// for the facilitator to choose among, and last what stands behind them, without a
// word; of a hidden text there are none.
func (r *Release) Pieces(p *Passage) []Piece {
	w := r.writing(p)
	if w == nil || w.Review.Verdict == survey.Hidden {
		return nil
	}
	var pieces []Piece
	at := 0
	for i, word := range survey.Words(w.Text) {
		piece := Piece{Before: w.Text[at:word.Start], Word: w.Text[word.Start:word.End], Masked: w.Review.Masks(i)}
		if piece.Masked {
			piece.Word = survey.Mask
		}
		pieces = append(pieces, piece)
		at = word.End
	}
	return append(pieces, Piece{Before: w.Text[at:]})
}

// Review returns what was decided about a passage that the facilitator sees.
func (r *Release) Review(p *Passage) survey.Review {
	if w := r.writing(p); w != nil {
		return w.Review
	}
	return survey.Review{}
}

// writing returns what a passage was made of, or nil.
func (r *Release) writing(p *Passage) *survey.Writing {
	for i, written := range r.texts.writings[p.Question] {
		for j := range written {
			if written[j].ID == p.ID && r.Parts[i].Session.ID == p.Session {
				return &written[j]
			}
		}
	}
	return nil
}

// Quotes returns the passages of all questions that may be printed as somebody's
// words, in survey order.
func (r *Release) Quotes() []Passage {
	var quotes []Passage
	for i := range r.Survey.Questions {
		passages, _ := r.Passages(r.Survey.Questions[i].ID, Reader)
		for j := range passages {
			if passages[j].Quote {
				quotes = append(quotes, passages[j])
			}
		}
	}
	return quotes
}

// Statements returns the conclusions of all sessions and then the recommendations;
// it reports false when no session is released or they were not read.
func (r *Release) Statements() (statements []Statement, released bool) {
	return r.texts.statements, r.texts.statements != nil
}

// Theme is how often a theme was met.
type Theme struct {
	Name  string
	Count int
}

// Themes counts the themes of lists of texts, without those of hidden texts, the most
// frequent first.
func Themes(lists ...[]Passage) []Theme {
	counts := map[string]int{}
	for _, passages := range lists {
		for i := range passages {
			if passages[i].Verdict == survey.Hidden {
				continue
			}
			for _, name := range passages[i].Themes {
				counts[name]++
			}
		}
	}
	var themes []Theme
	for name, count := range counts {
		themes = append(themes, Theme{Name: name, Count: count})
	}
	slices.SortFunc(themes, func(a, b Theme) int { return cmp.Or(b.Count-a.Count, cmp.Compare(a.Name, b.Name)) })
	return themes
}
