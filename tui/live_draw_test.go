package tui_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	counts "anketa/results"
	"anketa/survey"
	"anketa/tui"
)

// drawn returns the live screen of a closed session with some answers.
func drawn(tb testing.TB, s *survey.Survey, width int, sheets ...[]survey.Answer) string {
	tb.Helper()
	batches := counts.NewBatches(s)
	for _, answers := range sheets {
		batches.Add(answers)
	}
	r, err := counts.NewRelease(counts.Part{Survey: s, Batches: batches})
	if err != nil {
		tb.Fatal(err)
	}
	content, _ := tui.LiveContent(survey.English, width, r, nil)
	return ansi.Strip(content)
}

// scaled is a survey of questions on a scale with some labels.
func scaled(labels []string, questions ...survey.Question) *survey.Survey {
	s := &survey.Survey{ID: "scaled", Languages: survey.Languages(), MinGroup: survey.DefaultMinGroup, Release: survey.ReleaseLagged}
	for i, q := range questions {
		q.ID, q.Text = fmt.Sprintf("q%d", i), everywhere("Why?")
		for j, label := range labels {
			q.Points = append(q.Points, survey.Point{Value: fmt.Sprint(j + 1), Label: everywhere(label)})
		}
		s.Questions = append(s.Questions, q)
	}
	return s
}

// TestLiveTurned holds that a scale whose low end is the good one is drawn
// turned round on the same axis: mirrored answers to it give the same bar, while
// the rows stay in their order. Negative control: a bar that is not turned.
func TestLiveTurned(t *testing.T) {
	for _, kind := range []survey.Kind{survey.KindLikert, survey.KindBeforeAfter} {
		s := scaled([]string{"bad", "poor", "fair", "good", "best"}, survey.Question{Kind: kind}, survey.Question{Kind: kind, Reverse: true})
		var sheets [][]survey.Answer
		for _, code := range []survey.Code{1, 2, 3, 4, 4, 4, 5, 5} {
			sheet := []survey.Answer{{Code: code}, {Code: 6 - code}}
			if kind == survey.KindBeforeAfter {
				sheet[0].Before, sheet[1].Before = 1, 5
			}
			sheets = append(sheets, sheet)
		}
		var bars, rows []string
		for line := range strings.SplitSeq(drawn(t, s, 80, sheets...), "\n") {
			switch {
			case strings.ContainsAny(line, "│"):
				bars = append(bars, line)
			case strings.Contains(line, "%") && !strings.Contains(line, "of"):
				rows = append(rows, strings.Fields(line)[1])
			}
		}
		half := len(bars) / 2
		if half == 0 || !slices.Equal(bars[:half], bars[half:]) {
			t.Errorf("%s: mirrored answers give other bars:\n%s", kind, strings.Join(bars, "\n"))
		}
		want := []string{"bad", "poor", "fair", "good", "best"}
		if !slices.Equal(rows, append(want, want...)) {
			t.Errorf("%s: the rows are %q", kind, rows)
		}
	}
}

// TestLiveWraps holds that labels of any length go on in further lines and lose
// no word. Negative control: a label that is cut to its first line.
func TestLiveWraps(t *testing.T) {
	long := make([]string, 2)
	for i := range long {
		var words []string
		for j := range 24 {
			words = append(words, fmt.Sprintf("word%c%c", 'a'+i, 'a'+j))
		}
		long[i] = strings.Join(words, " ")
	}
	for _, kind := range []survey.Kind{survey.KindLikert, survey.KindBeforeAfter, survey.KindChoice, survey.KindYesNo} {
		s := scaled(long, survey.Question{Kind: kind})
		answer := survey.Answer{Code: 1}
		if kind == survey.KindBeforeAfter {
			answer.Before = 2
		}
		content := drawn(t, s, 60, slices.Repeat([][]survey.Answer{{answer}}, 5)...)
		for _, label := range long {
			for word := range strings.FieldsSeq(label) {
				if !strings.Contains(content, word) {
					t.Errorf("%s: %s is missing:\n%s", kind, word, content)
				}
			}
		}
	}
}

// TestLiveVersions holds that of two versions of a survey those who were not
// asked stand apart from those who did not answer.
func TestLiveVersions(t *testing.T) {
	labels := []string{"no", "yes"}
	first := scaled(labels, survey.Question{Kind: survey.KindLikert})
	second := scaled(labels, survey.Question{Kind: survey.KindLikert}, survey.Question{Kind: survey.KindYesNo})
	var parts []counts.Part
	for i, s := range []*survey.Survey{first, second} {
		batches := counts.NewBatches(s)
		for range 5 + i {
			batches.Add(slices.Repeat([]survey.Answer{{Code: 2}}, len(s.Questions)))
		}
		parts = append(parts, counts.Part{Session: survey.Session{Revision: survey.Revision{byte(i)}}, Survey: s, Batches: batches})
	}
	r, err := counts.NewRelease(parts...)
	if err != nil {
		t.Fatal(err)
	}
	content, _ := tui.LiveContent(survey.SerbianLatin, 80, r, nil)
	if !strings.Contains(ansi.Strip(content), "n = 11\n") || !strings.Contains(ansi.Strip(content), "n = 6   nije pitano: 5") {
		t.Errorf("the screen shows\n%s", ansi.Strip(content))
	}
}

// BenchmarkLive measures drawing the results of the largest survey of scales
// anew, as after each group of responses.
func BenchmarkLive(b *testing.B) {
	questions := slices.Repeat([]survey.Question{{Kind: survey.KindLikert}, {Kind: survey.KindBeforeAfter}}, 100)
	s := scaled([]string{"not at all", "a little", "somewhat", "much", "fully"}, questions...)
	batches := counts.NewBatches(s)
	for i := range 72 {
		sheet := make([]survey.Answer, len(questions))
		for j := range sheet {
			if sheet[j].Code = survey.Code((i*j)%5 + 1); j%2 == 1 {
				sheet[j].Before = survey.Code((i+j)%5 + 1)
			}
		}
		batches.Add(sheet)
	}
	r, err := counts.NewRelease(counts.Part{Survey: s, Batches: batches})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if content, _ := tui.LiveContent(survey.SerbianLatin, 200, r, nil); content == "" {
			b.Fatal("nothing was drawn")
		}
	}
}
