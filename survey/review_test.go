package survey_test

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"anketa/survey"
)

// Masked words are replaced by one mark for all that stand side by side; the
// punctuation around them stays.
func TestWording(t *testing.T) {
	for name, c := range map[string]struct {
		text   string
		masked []int
		want   string
	}{
		"nothing":      {"Sve je bilo jasno.", nil, "Sve je bilo jasno."},
		"one":          {"Kolega Marko kasni.", []int{1}, "Kolega […] kasni."},
		"side by side": {"Kolega Marko Petrović, iz Niša", []int{1, 2, 4}, "Kolega […], iz […]"},
		"apart":        {"Marko, Petrović", []int{0, 1}, "[…], […]"},
		"all":          {"(Marko)", []int{0}, "([…])"},
		"two lines":    {"Marko\nPetrović je tu", []int{0, 1}, "[…] je tu"},
		"punctuation":  {"a – b", []int{1}, "a […] b"},
		"Cyrillic":     {"„Ђорђе“ зна", []int{0}, "„[…]“ зна"},
		"empty":        {"", nil, ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := survey.Review{Masked: c.masked}
			if err := r.Check(c.text); err != nil {
				t.Fatal(err)
			}
			if got := r.Wording(c.text); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// No letter of a masked word is in the wording, and the cleaner leaves the mark alone.
func TestWordingHoldsNoMaskedWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-z]{4,7}[,.!]?`), 1, 12).Draw(t, "words")
		text := strings.Join(words, " ")
		masked := rapid.SliceOf(rapid.IntRange(0, len(words)-1)).Draw(t, "masked")
		r := survey.Review{Masked: masked}
		r.Clean()
		// A capital stands for a word that must not be seen.
		for i, w := range survey.Words(text) {
			if r.Masks(i) {
				text = text[:w.Start] + strings.ToUpper(text[w.Start:w.End]) + text[w.End:]
			}
		}
		wording := r.Wording(text)
		if wording != strings.ToLower(wording) {
			t.Fatalf("%q holds a masked word of %q", wording, text)
		}
		if survey.Clean(wording, survey.MaxTextLength) != wording {
			t.Fatalf("the cleaner changes %q", wording)
		}
	})
}

// drawReview draws a review of a text of six words.
func drawReview(t *rapid.T, label string) survey.Review {
	r := survey.Review{
		Verdict: rapid.SampledFrom([]survey.Verdict{survey.Unreviewed, survey.Approved, survey.Hidden}).Draw(t, label+" verdict"),
		Themes:  rapid.SliceOf(rapid.SampledFrom([]string{"a", "b", "c"})).Draw(t, label+" themes"),
		Masked:  rapid.SliceOf(rapid.IntRange(0, 5)).Draw(t, label+" masked"),
	}
	r.Clean()
	return r
}

// Joining reviews is commutative, associative and idempotent, and never less
// cautious than either: hidden stays hidden, masked stays masked.
func TestReviewJoinLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := drawReview(t, "a"), drawReview(t, "b"), drawReview(t, "c")
		if !reflect.DeepEqual(a.Join(b), b.Join(a)) || !reflect.DeepEqual(a.Join(b).Join(c), a.Join(b.Join(c))) || !reflect.DeepEqual(a.Join(a), a.Join(a).Join(a)) {
			t.Fatalf("the order matters for %+v, %+v and %+v", a, b, c)
		}
		joined := a.Join(b)
		if a.Verdict == survey.Hidden && joined.Verdict != survey.Hidden {
			t.Fatalf("%+v with %+v shows what was hidden", a, b)
		}
		for _, word := range a.Masked {
			if !joined.Masks(word) {
				t.Fatalf("%+v with %+v shows a masked word", a, b)
			}
		}
	})
}

// Themes are cleaned and kept once each; a review of another text is refused.
func TestReviewCleanAndCheck(t *testing.T) {
	r := survey.Review{Themes: []string{" oprema\x1b[31m", "", "mesto", "mesto"}, Masked: []int{2, 0, 2}}
	r.Clean()
	if want := (survey.Review{Themes: []string{"mesto", "oprema[31m"}, Masked: []int{0, 2}}); !reflect.DeepEqual(r, want) {
		t.Errorf("got %+v, want %+v", r, want)
	}
	for text, wrong := range map[string]survey.Review{
		"two words": {Masked: []int{2}}, "one word": {Masked: []int{-1}}, "a word": {Verdict: "loved"},
	} {
		if wrong.Check(text) == nil {
			t.Errorf("%+v fits %q", wrong, text)
		}
	}
}

// A statement is cleaned, and refused where it does not fit its survey.
func TestStatement(t *testing.T) {
	s := &survey.Survey{Languages: []survey.Lang{survey.SerbianLatin, "sq"}, Questions: []survey.Question{
		{ID: "informed", Kind: survey.KindLikert}, {ID: "about", Kind: survey.KindNote},
	}}
	good := survey.Statement{
		Kind: survey.Conclusion, Questions: []string{"informed", "informed"}, Themes: []string{" oprema "},
		Text: survey.Text{survey.SerbianCyrillic: " Обука је\nкорисна.\x00 ", survey.English: " "},
	}
	good.Clean()
	if err := good.Check(s); err != nil || len(good.Text) != 1 || len(good.Questions) != 1 || good.Themes[0] != "oprema" {
		t.Fatalf("got %+v, error %v", good, err)
	}
	if got := good.In(survey.SerbianLatin); got != "Obuka je\nkorisna." {
		t.Errorf("in Latin script it reads %q", got)
	}
	for name, spoil := range map[string]func(*survey.Statement){
		"kind":             func(s *survey.Statement) { s.Kind = "wish" },
		"unknown question": func(s *survey.Statement) { s.Questions = []string{"none"} },
		"note":             func(s *survey.Statement) { s.Questions = []string{"about"} },
		"language":         func(s *survey.Statement) { s.Text = survey.Text{"de": "gut"} },
	} {
		wrong := good
		if spoil(&wrong); wrong.Check(s) == nil {
			t.Errorf("%s: %+v was taken", name, wrong)
		}
	}
	if gone := (survey.Statement{Kind: survey.Conclusion}); !gone.Withdrawn() || gone.Check(s) != nil {
		t.Error("a statement cannot be withdrawn")
	}
}
