package exchange_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"anketa/exchange"
	"anketa/results"
	"anketa/survey"
)

// shelf holds texts to one question.
type shelf struct {
	writings   []survey.Writing
	statements []survey.Statement
}

// Writings implements results.Written.
func (s *shelf) Writings(_ context.Context, _ survey.ID, question string) ([]survey.Writing, error) {
	if question != "improve" {
		return nil, nil
	}
	return s.writings, nil
}

// Statements implements results.Written.
func (s *shelf) Statements(context.Context, survey.ID) ([]survey.Statement, error) {
	return s.statements, nil
}

// canaries are words that must not leave the database.
func canaries() []string { return []string{"CANARYHIDDEN", "CANARYUNSEEN", "CANARYMASKED"} }

// shelved returns texts of each sort, some with canaries, and statements.
func shelved() *shelf {
	return &shelf{
		writings: []survey.Writing{
			{ID: survey.ID{1}, Text: "CANARYHIDDEN text", Quote: true, Review: survey.Review{Verdict: survey.Hidden, Themes: []string{"venue"}}},
			{ID: survey.ID{2}, Text: "CANARYUNSEEN text", Quote: true, Review: survey.Review{Themes: []string{"time"}}},
			{ID: survey.ID{3}, Text: "our colleague CANARYMASKED explained it " + strings.Repeat("very well and ", 12) + "slowly", Quote: true, Review: survey.Review{Verdict: survey.Approved, Masked: []int{2}, Themes: []string{"people", "time"}}},
			{ID: survey.ID{4}, Text: "too\nshort", Review: survey.Review{Verdict: survey.Approved, Themes: []string{"time"}}},
		},
		statements: []survey.Statement{
			{Kind: survey.Recommendation, Text: survey.Text{survey.SerbianCyrillic: "Више времена за вежбе"}, Themes: []string{"time"}},
			{Kind: survey.Conclusion, Text: survey.Text{survey.SerbianLatin: "Obuka je korisna", survey.English: "The training is useful"}, Questions: []string{"informed"}},
		},
	}
}

// tabled returns the printed results.
func tabled(tb testing.TB, r *results.Release, lang survey.Lang) string {
	tb.Helper()
	var b strings.Builder
	if err := exchange.WriteTable(&b, r, lang); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

// Of the texts those that were approved are in the results, with the masked wording
// and the themes among them; no word of the others is, whatever the format and the
// language. Negative control: the same files hold the approved texts.
func TestApprovedTexts(t *testing.T) {
	r := imported(t)
	if err := r.ReadTexts(t.Context(), shelved()); err != nil {
		t.Fatal(err)
	}
	for _, lang := range survey.Languages() {
		for _, file := range []string{written(t, &r, lang), tabled(t, &r, lang)} {
			for _, canary := range canaries() {
				if strings.Contains(file, canary) {
					t.Errorf("the results hold %s:\n%s", canary, file)
				}
			}
			if !strings.Contains(file, "our colleague […] explained it") || strings.Contains(file, "venue") {
				t.Errorf("the approved texts are missing:\n%s", file)
			}
			for line := range strings.SplitSeq(file, "\n") {
				if !strings.HasPrefix(file, "{") && ansi.StringWidth(line) > 80 {
					t.Errorf("%q is too wide", line)
				}
			}
		}
	}
	var q struct {
		Texts []struct {
			Text   string
			Quote  bool
			Themes []string
		}
		Themes []struct {
			Theme string
			Count int
		}
	}
	file := written(t, &r, survey.SerbianLatin)
	if err := json.Unmarshal(part(t, file, "improve"), &q); err != nil {
		t.Fatal(err)
	}
	// Each of the three sessions has the two approved texts.
	if len(q.Texts) != 6 || !q.Texts[0].Quote || q.Texts[3].Quote || q.Texts[3].Text != "too\nshort" || len(q.Themes) != 2 || q.Themes[0].Theme != "time" || q.Themes[0].Count != 6 || q.Themes[1].Count != 3 {
		t.Errorf("got %+v", q)
	}
	if !strings.Contains(file, `"text": "Više vremena za vežbe"`) || !strings.Contains(file, `"text": "Obuka je korisna"`) {
		t.Error("the statements are missing")
	}
	golden(t, "texts.txt", tabled(t, &r, survey.English))
}

// Of a session that must not be shown there are neither texts nor statements, and
// the keys are null.
func TestTextsHeldBack(t *testing.T) {
	for name, r := range map[string]results.Release{"small": collected(t, trainings(t), 4, true), "open": collected(t, trainings(t), 24, false)} {
		if err := r.ReadTexts(t.Context(), shelved()); err != nil {
			t.Fatal(err)
		}
		file := written(t, &r, survey.English)
		for _, words := range append(canaries(), "explained it", "is useful", "vremena za") {
			if strings.Contains(file+tabled(t, &r, survey.English), words) {
				t.Errorf("%s: the results hold %q", name, words)
			}
		}
		if !strings.Contains(file, `"texts": null`) || !strings.Contains(file, `"conclusions": null`) || !strings.Contains(file, `"recommendations": null`) {
			t.Errorf("%s: the keys are not null", name)
		}
	}
}
