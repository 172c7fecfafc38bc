package exchange_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"anketa/exchange"
	"anketa/results"
	"anketa/survey"
	"anketa/survey/surveytest"
)

// drawClosed draws a closed session of any survey; with fewer than five
// responses nothing of it may be shown.
func drawClosed(t *rapid.T) (results.Release, []survey.Response) {
	s := surveytest.Survey(t)
	responses := make([]survey.Response, rapid.IntRange(0, 12).Draw(t, "responses"))
	for i := range responses {
		responses[i] = surveytest.Response(t, s)
	}
	return releasing(t, held(t, s, "A", false, responses)), responses
}

// counts counts the answers to a question one by one, without the package that
// counts them otherwise: for each point, or for before_after first before and
// then now, or each number.
func counts(q *survey.Question, answers []survey.Answer) [][]int {
	tallies := [][]int{make([]int, len(q.Points))}
	switch q.Kind {
	case survey.KindNumber:
		tallies[0] = make([]int, q.Max-q.Min+1)
	case survey.KindBeforeAfter:
		tallies = append(tallies, make([]int, len(q.Points)))
	}
	for _, a := range answers {
		switch {
		case a.Code == survey.NotAsked, a.Code == survey.NotApplicable, a.Before == survey.NotApplicable, a.Code == survey.Missing:
		case q.Kind == survey.KindNumber:
			tallies[0][a.Number-q.Min]++
		case q.Kind == survey.KindBeforeAfter:
			tallies[0][a.Before-1]++
			tallies[1][a.Code-1]++
		case q.Kind == survey.KindMulti:
			for _, code := range a.Set.Codes() {
				tallies[0][code-1]++
			}
		default:
			tallies[0][a.Code-1]++
		}
	}
	return tallies
}

// answersTo returns the answers to the question at a position.
func answersTo(responses []survey.Response, at int) []survey.Answer {
	answers := make([]survey.Answer, len(responses))
	for i := range responses {
		answers[i] = responses[i].Answers[at]
	}
	return answers
}

// TestWriteTableLaw holds for any survey and any answers that no line of the
// table is wider than 80 cells, and that the counts in it are those of the
// answers, point by point. Negative control: a label that is not wrapped, two
// distributions exchanged.
func TestWriteTableLaw(t *testing.T) {
	row := regexp.MustCompile(`(\d+) {3,}[\d.]+%`)
	rapid.Check(t, func(t *rapid.T) {
		r, responses := drawClosed(t)
		var b bytes.Buffer
		if err := exchange.WriteTable(&b, &r, survey.English); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(b.String()) {
			if width := ansi.StringWidth(strings.TrimSuffix(line, "\n")); width > 80 {
				t.Fatalf("a line has %d cells: %q", width, line)
			}
		}
		var want []int
		for i := range r.Survey.Questions {
			if q := &r.Survey.Questions[i]; len(responses) >= survey.DefaultMinGroup && !tooFew(q, answersTo(responses, i)) {
				want = append(want, rows(&r.Survey.Questions[i], answersTo(responses, i))...)
			}
		}
		var got []int
		for _, found := range row.FindAllStringSubmatch(b.String(), -1) {
			n, _ := strconv.Atoi(found[1])
			got = append(got, n)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("the table counts %v, want %v:\n%s", got, want, b.String())
		}
	})
}

// tooFew reports whether the answers are those of fewer people than may be
// shown: of all who answered, or of those whom a condition let through.
func tooFew(q *survey.Question, answers []survey.Answer) bool {
	asked := len(answers)
	for _, a := range answers {
		if a.Code == survey.NotAsked {
			asked--
		}
	}
	small := func(n int) bool { return n > 0 && n < survey.DefaultMinGroup }
	return small(len(answers)) || q.When != nil && small(asked)
}

// rows returns the counts of a question in the order in which the table has them.
func rows(q *survey.Question, answers []survey.Answer) []int {
	tallies := counts(q, answers)
	switch q.Kind {
	case survey.KindNumber:
		return binned(q, tallies[0])
	case survey.KindBeforeAfter:
		var both []int
		for i := range tallies[0] {
			both = append(both, tallies[0][i], tallies[1][i])
		}
		return both
	}
	return tallies[0]
}

// binned adds the counts of numbers up as the bins say.
func binned(q *survey.Question, tally []int) []int {
	var sums []int
	for _, b := range (&results.Figures{Question: q, Counts: make([]int, len(tally))}).Bins() {
		sum := 0
		for _, n := range tally[b.Low-q.Min : b.High-q.Min+1] {
			sum += n
		}
		sums = append(sums, sum)
	}
	return sums
}

// TestWriteJSONLaw holds for any survey and any answers that the JSON can be
// parsed, that its counts are those of the answers, and that every figure is
// null when nothing may be shown. Negative control: one figure without the
// check, a count of the wrong points.
func TestWriteJSONLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, responses := drawClosed(t)
		var b bytes.Buffer
		if err := exchange.WriteJSON(&b, &r, survey.English); err != nil {
			t.Fatal(err)
		}
		var file struct{ Questions []map[string]any }
		if err := json.Unmarshal(b.Bytes(), &file); err != nil {
			t.Fatal(err)
		}
		for _, q := range file.Questions {
			at, ok := r.Survey.Question(fmt.Sprint(q["id"]))
			if !ok || !r.Survey.Questions[at].Asks() {
				t.Fatalf("there is no question %v", q["id"])
			}
			if tooFew(&r.Survey.Questions[at], answersTo(responses, at)) {
				checkNull(t, "", q)
			} else {
				checkCounts(t, &r.Survey.Questions[at], q, answersTo(responses, at))
			}
		}
	})
}

// checkNull fails when anything but the description of a question is not null.
func checkNull(t *rapid.T, path string, value any) {
	switch value := value.(type) {
	case map[string]any:
		for key, inner := range value {
			switch {
			case slices.Contains([]string{"id", "kind", "unit", "value", "label"}, key):
			case strings.HasSuffix(path, "headline") && key == "points", strings.HasSuffix(path, "bins") && (key == "low" || key == "high"):
			default:
				checkNull(t, path+" "+key, inner)
			}
		}
	case []any:
		for _, inner := range value {
			checkNull(t, path, inner)
		}
	case nil:
	default:
		t.Fatalf("%s is %v, although nothing may be shown", path, value)
	}
}

// checkCounts fails when counts differ from those of the answers.
func checkCounts(t *rapid.T, q *survey.Question, got map[string]any, answers []survey.Answer) {
	tallies := counts(q, answers)
	var n, missing, aside, spared, better, worse int
	for _, a := range answers {
		switch {
		case a.Code == survey.NotAsked:
			spared++
		case a.Code == survey.NotApplicable, a.Before == survey.NotApplicable:
			aside++
		case !a.Given():
			missing++
		default:
			n++
		}
		if q.Kind == survey.KindBeforeAfter && a.Given() && a.Code != survey.NotApplicable && a.Before != survey.NotApplicable {
			better += one(a.Code > a.Before != q.Reverse && a.Code != a.Before)
			worse += one(a.Code < a.Before != q.Reverse && a.Code != a.Before)
		}
	}
	want := map[string]any{"n": n, "missing": missing, "not_applicable": aside, "not_asked": spared}
	for key, number := range want {
		if have, ok := got[key]; ok && have != float64(number.(int)) {
			t.Fatalf("%s: %s is %v, want %d", q.ID, key, have, number)
		}
	}
	lists := map[survey.Kind][]string{survey.KindNumber: {"bins"}, survey.KindBeforeAfter: {"before", "points"}, survey.KindLikert: {"points"}, survey.KindNPS: {"points"}}[q.Kind]
	if lists == nil {
		lists = []string{"options"}
	}
	if q.Kind == survey.KindNumber {
		tallies[0] = binned(q, tallies[0])
	}
	for i, list := range lists {
		if have := countsIn(got[list]); q.Closed() && !slices.Equal(have, tallies[i]) {
			t.Fatalf("%s: %s counts %v, want %v", q.ID, list, have, tallies[i])
		}
	}
	if q.Kind == survey.KindBeforeAfter {
		shift := got["shift"].(map[string]any)
		if shift["improved"] != float64(better) || shift["lower"] != float64(worse) || shift["same"] != float64(n-better-worse) {
			t.Fatalf("%s: the shift is %v, want %d better and %d worse of %d", q.ID, shift, better, worse, n)
		}
	}
}

// one counts something that is so.
func one(so bool) int {
	if so {
		return 1
	}
	return 0
}

// countsIn returns the counts of a list of points.
func countsIn(list any) []int {
	points, _ := list.([]any)
	var found []int
	for _, p := range points {
		found = append(found, int(p.(map[string]any)["count"].(float64)))
	}
	return found
}

// TestWriteTableFullBars holds that a label with hyphens that stand alone moves
// no bar over the edge when everybody chose it, wherever it is broken. Negative
// control: x/ansi's wrap alone, which lets such a hyphen run over.
func TestWriteTableFullBars(t *testing.T) {
	s, _ := kinds(t)
	s.Questions = s.Questions[:1]
	q := &s.Questions[0]
	responses := slices.Repeat([]survey.Response{{Answers: []survey.Answer{{Code: 1}}}}, 5)
	letters := []rune(strings.Repeat("reč - dva ", 12))
	for from := range 10 {
		q.Points[0].Label = survey.Text{survey.English: strings.TrimSpace(string(letters[from:]))}
		r := releasing(t, held(t, s, "A", false, responses))
		for line := range strings.Lines(table(t, &r, survey.English)) {
			if width := ansi.StringWidth(strings.TrimSuffix(line, "\n")); width > 80 {
				t.Errorf("a line has %d cells: %q", width, line)
			}
		}
	}
}
