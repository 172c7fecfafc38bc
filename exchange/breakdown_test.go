package exchange_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"anketa/results"
	"anketa/results/resultstest"
	"anketa/survey"
)

// crossing is a survey of two questions, one of which is broken down by the other.
func crossing() *survey.Survey {
	point := func(value string) survey.Point {
		return survey.Point{Value: value, Label: survey.Text{survey.English: "group " + value}}
	}
	return &survey.Survey{
		ID: "crossing", Languages: []survey.Lang{survey.English}, MinGroup: 5, Release: survey.ReleaseLagged,
		Questions: []survey.Question{
			{ID: "by", Kind: survey.KindChoice, Points: []survey.Point{point("a"), point("b"), point("c")}},
			{ID: "q", Kind: survey.KindYesNo, Points: []survey.Point{point("yes"), point("no")}, Headline: []survey.Code{1}},
		},
		Breakdowns: []survey.Breakdown{{Question: "q", By: "by"}},
	}
}

// In the JSON and in the table a group has figures when and only when the oracle
// lets it be seen, and null or no line of figures otherwise, never 0.
func TestWriteBreakdowns(t *testing.T) {
	s := crossing()
	for n := range 2*s.MinGroup + 2 {
		for a := range n + 1 {
			for b := range n - a + 1 {
				split := resultstest.Round{a, b, n - a - b}
				p := results.Part{Survey: s, Batches: results.NewBatches(s)}
				for group, people := range split {
					for range people {
						p.Batches.Add([]survey.Answer{{Code: survey.Code(group + 1)}, {Code: 1}})
					}
				}
				p.Batches.Seal()
				r, err := results.NewRelease(p)
				if err != nil {
					t.Fatal(err)
				}
				checkBreakdown(t, &r, split)
			}
		}
	}
}

// checkBreakdown compares both forms of a release with the oracle.
func checkBreakdown(t *testing.T, r *results.Release, split resultstest.Round) {
	t.Helper()
	var file struct {
		Breakdowns []struct {
			Groups []struct {
				Value    *string
				Together []string
				N        *int
				Headline struct{ Count *int }
			}
		}
	}
	if err := json.Unmarshal([]byte(written(t, r, survey.English)), &file); err != nil {
		t.Fatal(err)
	}
	apart, together := resultstest.Groups(r.Survey.MinGroup, []resultstest.Round{split})
	table, values := tabled(t, r, survey.English), []string{"a", "b", "c"}
	_, table, _ = strings.Cut(table, "by: ")
	for _, g := range file.Breakdowns[0].Groups {
		if g.Value == nil {
			var want []string
			for i, value := range values {
				if together[i] {
					want = append(want, value)
				}
			}
			if !slices.Equal(g.Together, want) || !strings.Contains(table, "together: group "+strings.Join(want, ", group ")) {
				t.Fatalf("%v: together are %v, want %v in\n%s", split, g.Together, want, table)
			}
			continue
		}
		i := slices.Index(values, *g.Value)
		if (g.N != nil) != apart[i] || (g.Headline.Count != nil) != apart[i] {
			t.Fatalf("%v: the group %s shows %v, want shown: %t", split, *g.Value, g.N, apart[i])
		}
		line := fmt.Sprintf("group %s%36d of %d", *g.Value, split[i], split[i])
		if strings.Contains(table, line) != apart[i] {
			t.Fatalf("%v: the table shows %q: %t, want %t\n%s", split, line, !apart[i], apart[i], table)
		}
	}
}
