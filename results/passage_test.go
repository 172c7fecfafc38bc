package results_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"anketa/results"
	"anketa/survey"
)

// shelf holds what was written in one session under one question.
type shelf struct {
	writings   []survey.Writing
	statements []survey.Statement
	// asked is true once anybody read a text.
	asked bool
	err   error
}

// Writings implements results.Written.
func (s *shelf) Writings(_ context.Context, _ survey.ID, question string) ([]survey.Writing, error) {
	s.asked = true
	if question != "improve" {
		return nil, s.err
	}
	return s.writings, s.err
}

// Statements implements results.Written.
func (s *shelf) Statements(context.Context, survey.ID) ([]survey.Statement, error) {
	s.asked = true
	return s.statements, s.err
}

// everyReview returns a text for every verdict, consent and mask; the text says
// what it is, and SECRET where it is masked.
func everyReview() *shelf {
	s := &shelf{statements: []survey.Statement{
		{Kind: survey.Recommendation, Text: survey.Text{survey.English: "more time"}},
		{Kind: survey.Conclusion, Text: survey.Text{survey.English: "it was useful"}},
	}}
	for _, verdict := range []survey.Verdict{survey.Unreviewed, survey.Approved, survey.Hidden} {
		for _, quote := range []bool{false, true} {
			for _, masked := range []bool{false, true} {
				w := survey.Writing{ID: survey.NewID(), Quote: quote, Review: survey.Review{Verdict: verdict, Themes: []string{"t" + string(verdict)}}}
				w.Text = fmt.Sprintf("%s quote=%t SECRET", verdict, quote)
				if !masked {
					w.Text = strings.TrimSuffix(w.Text, " SECRET")
				} else {
					w.Review.Masked = []int{len(survey.Words(w.Text)) - 1}
				}
				s.writings = append(s.writings, w)
			}
		}
	}
	return s
}

// closed returns the release of a session with n responses to [mixed].
func closed(t *testing.T, n int, open bool) results.Release {
	t.Helper()
	s := mixed(5)
	sheet := []survey.Answer{{Code: 1}, {Code: 1}, {Code: 1}, {Text: "x"}, {Code: 1}}
	return release(t, s, results.Part{Session: survey.Session{ID: survey.NewID(), Open: open}, Batches: batches(s, repeat(n, sheet))})
}

// Files hold what was approved and nothing else: no hidden text, none that nobody
// looked at, no masked word, no key, and quotes only with consent. The facilitator
// sees all of them without the hidden and masked words. Negative controls: each
// condition of passages taken away.
func TestPassages(t *testing.T) {
	r := closed(t, 12, false)
	if err := r.ReadTexts(t.Context(), everyReview()); err != nil {
		t.Fatal(err)
	}
	for to, want := range map[results.Audience]int{results.Facilitator: 12, results.Reader: 4} {
		passages, released := r.Passages("improve", to)
		if len(passages) != want || !released {
			t.Errorf("audience %d: %d passages", to, len(passages))
		}
		masked := 0
		for _, p := range passages {
			masked += strings.Count(p.Text, survey.Mask)
			switch {
			case strings.Contains(p.Text, "SECRET"), strings.Contains(p.Text, "hidden"):
				t.Errorf("audience %d reads %q", to, p.Text)
			case to == results.Reader && (p.Verdict != survey.Approved || !p.ID.IsZero() || !p.Session.IsZero()):
				t.Errorf("a reader gets %+v", p)
			case p.Quote && (!strings.Contains(p.Text, "quote=true") || p.Verdict != survey.Approved):
				t.Errorf("%+v is a quote", p)
			}
		}
		if masked != want/2-2*int(to) {
			t.Errorf("audience %d: %d masks", to, masked)
		}
	}
	if quotes := r.Quotes(); len(quotes) != 2 {
		t.Errorf("the quotes are %+v, want two", quotes)
	}
	statements, released := r.Statements()
	if len(statements) != 2 || statements[0].Kind != survey.Conclusion || !released {
		t.Errorf("the statements are %+v", statements)
	}
}

// What the rules hold back is not even read: of an open session, of one below the
// smallest group.
func TestPassagesFollowTheRelease(t *testing.T) {
	for name, c := range map[string]struct {
		n    int
		open bool
		want int
	}{"open": {12, true, 0}, "small": {4, false, 0}, "closed": {5, false, 4}} {
		t.Run(name, func(t *testing.T) {
			r, s := closed(t, c.n, c.open), everyReview()
			if err := r.ReadTexts(t.Context(), s); err != nil {
				t.Fatal(err)
			}
			passages, released := r.Passages("improve", results.Reader)
			statements, _ := r.Statements()
			if len(passages) != c.want || released != (c.want > 0) || s.asked != released || (len(statements) > 0) != released {
				t.Errorf("got %+v and %+v, read: %t", passages, statements, s.asked)
			}
		})
	}
	r := closed(t, 5, false)
	if err := r.ReadTexts(t.Context(), &shelf{}); err != nil {
		t.Fatal(err)
	}
	if statements, released := r.Statements(); !released || len(statements) != 0 {
		t.Errorf("a session without statements has %+v, released: %t", statements, released)
	}
	failed := errors.New("damaged")
	if err := r.ReadTexts(t.Context(), &shelf{err: failed}); !errors.Is(err, failed) {
		t.Errorf("got error %v", err)
	}
}

// The order of the keys is not that of the texts in a file.
func TestPassagesAreSorted(t *testing.T) {
	r, s := closed(t, 5, false), &shelf{}
	for _, text := range []string{"c", "a", "b"} {
		s.writings = append(s.writings, survey.Writing{Text: text, Review: survey.Review{Verdict: survey.Approved}})
	}
	if err := r.ReadTexts(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	if p, _ := r.Passages("improve", results.Reader); p[0].Text+p[1].Text+p[2].Text != "abc" {
		t.Errorf("got %+v", p)
	}
}

// Themes are counted once a text, the most frequent first, and not in hidden texts.
func TestThemes(t *testing.T) {
	themes := results.Themes([]results.Passage{
		{Themes: []string{"place", "time"}}, {Themes: []string{"time"}}, {Verdict: survey.Hidden, Themes: []string{"people", "time"}},
	})
	if got := fmt.Sprint(themes); got != "[{time 2} {place 1}]" {
		t.Errorf("got %s", got)
	}
}

// A percentage that no count gives is refused with the counts beside it; whether
// one can be depends on the figures that the statement rests on.
func TestCheckStatement(t *testing.T) {
	s := mixed(5)
	// 12 people, of whom 8 say their sector.
	without := []survey.Answer{{Code: 1}, {Code: survey.NotApplicable}, {Code: 1}, {}, {Code: 1}}
	with := []survey.Answer{{Code: 1}, {Code: 1}, {Code: 1}, {Text: "x"}, {Code: 1}}
	r := release(t, s, results.Part{Batches: batches(s, append(repeat(4, without), repeat(8, with)...))})
	small := closed(t, 4, false)
	for name, c := range map[string]struct {
		release   *results.Release
		text      string
		questions []string
		n         int
		below     int
		above     int
		possible  bool
	}{
		"no percentage":           {release: &r, text: "Svima je bilo jasno.", possible: true},
		"possible":                {release: &r, text: "58,33 % (7 od 12)", possible: true},
		"of another figure":       {release: &r, text: "62,5 % of 8", possible: true},
		"of that figure":          {release: &r, text: "62,5 %", questions: []string{"sector"}, possible: true},
		"not of that figure":      {release: &r, text: "62,5 %", questions: []string{"informed"}, n: 12, below: 7, above: 8},
		"of none":                 {release: &r, text: "59,17 %", n: 12, below: 7, above: 8},
		"the text and the figure": {release: &r, text: "66,7 %", questions: []string{"improve"}, possible: true},
		"nothing is shown":        {release: &small, text: "50 %"},
	} {
		t.Run(name, func(t *testing.T) {
			err := c.release.CheckStatement(&survey.Statement{Text: survey.Text{survey.SerbianLatin: c.text}, Questions: c.questions})
			var wrong *results.ClaimError
			if !errors.As(err, &wrong) {
				if err != nil || !c.possible {
					t.Errorf("got error %v", err)
				}
				return
			}
			if c.possible || wrong.N != c.n || wrong.Below != c.below || wrong.Above != c.above || wrong.Error() == "" {
				t.Errorf("got %+v", wrong)
			}
		})
	}
}
