package tui_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	counts "anketa/results"
	"anketa/survey"
	"anketa/survey/surveytest"
	"anketa/tui"
)

// drawRelease draws a closed session of any survey with enough responses, and
// what people wrote.
func drawRelease(t *rapid.T) (counts.Release, map[string][]survey.Answer) {
	s := surveytest.Survey(t)
	batches, texts := counts.NewBatches(s), map[string][]survey.Answer{}
	for range rapid.IntRange(survey.DefaultMinGroup, 12).Draw(t, "responses") {
		r := surveytest.Response(t, s)
		batches.Add(r.Answers)
		for i, a := range r.Answers {
			// The figures are found by their digits.
			if a.Text = strings.Map(noDigit, a.Text); a.Text != "" {
				texts[s.Questions[i].ID] = append(texts[s.Questions[i].ID], a)
			}
		}
	}
	r, err := counts.NewRelease(counts.Part{Survey: s, Batches: batches})
	if err != nil {
		t.Fatal(err)
	}
	return r, texts
}

// noDigit drops the characters that figures are made of.
func noDigit(r rune) rune {
	if r == '%' || '0' <= r && r <= '9' {
		return -1
	}
	return r
}

// TestLiveFits holds that nothing on the live screen is wider than its column,
// of any survey with any answers, in any language and on any terminal. Negative
// control: a label, a unit or a title that is not wrapped.
func TestLiveFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, texts := drawRelease(t)
		width := rapid.SampledFrom([]int{60, 61, 80, 100, 149, 150, 200, 300}).Draw(t, "width")
		lang := rapid.SampledFrom(survey.Languages()).Draw(t, "language")
		content, column := tui.LiveContent(lang, width, r, texts)
		for line := range strings.SplitSeq(content, "\n") {
			if got := ansi.StringWidth(line); got > column {
				t.Fatalf("at %d a line has %d cells, the column %d: %q", width, got, column, ansi.Strip(line))
			}
		}
	})
}

// TestLiveCounts holds that the counts on the live screen are those of the
// figures, point by point, in the order of the survey. Negative control: the
// rows of a scale turned round with its bar, before and now exchanged.
func TestLiveCounts(t *testing.T) {
	figure := regexp.MustCompile(`(\d+) +[\d.]+%`)
	rapid.Check(t, func(t *rapid.T) {
		r, texts := drawRelease(t)
		content, _ := tui.LiveContent(survey.English, rapid.IntRange(60, 149).Draw(t, "width"), r, texts)
		content = ansi.Strip(content)
		var want []int
		for i := range r.Survey.Questions {
			f := r.Figures(i)
			want = append(want, shownCounts(&f)...)
			for _, sentence := range sentences(&f) {
				if !strings.Contains(content, sentence) {
					t.Fatalf("%s: the screen does not say %q:\n%s", f.Question.ID, sentence, content)
				}
			}
		}
		var got []int
		for _, found := range figure.FindAllStringSubmatch(content, -1) {
			n, _ := strconv.Atoi(found[1])
			got = append(got, n)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("the screen counts %v, want %v:\n%s", got, want, content)
		}
	})
}

// shownCounts returns the counts that stand beside percentages, in their order.
func shownCounts(f *counts.Figures) []int {
	switch {
	case f.N == 0 || !f.Question.Closed():
		return nil
	case f.Question.Kind == survey.KindBeforeAfter:
		var pairs []int
		for i := range f.Counts {
			pairs = append(pairs, f.Before[i], f.Counts[i])
		}
		return pairs
	case f.Question.Kind == survey.KindNPS:
		r, _ := f.Recommendation()
		return []int{r.Detractors, r.Passives, r.Promoters}
	case f.Question.Kind == survey.KindNumber:
		var bins []int
		for _, b := range f.Bins() {
			bins = append(bins, b.Count)
		}
		return bins
	}
	return f.Counts
}

// sentences returns what else must be said of a question, as far as it stands
// on a line whatever the width is.
func sentences(f *counts.Figures) []string {
	var all []string
	if f.NotAsked > 0 {
		all = append(all, fmt.Sprintf("not asked: %d", f.NotAsked))
	}
	if f.N == 0 || !f.Question.Closed() {
		return all
	}
	all = append(all, fmt.Sprintf("n = %d", f.N))
	switch f.Question.Kind {
	case survey.KindNPS:
		line := "    "
		for _, count := range f.Counts {
			line += fmt.Sprintf("%4d", count)
		}
		all = append(all, line)
	case survey.KindBeforeAfter:
		all = append(all, fmt.Sprintf("improved %d of %d (%.1f%%), the same %d, worse %d",
			f.Shift.Improved, f.N, f.Percent(f.Shift.Improved), f.Shift.Same, f.Shift.Lower))
	case survey.KindMulti:
		all = append(all, "several answers possible")
	}
	return all
}
