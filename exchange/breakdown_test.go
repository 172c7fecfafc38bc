package exchange_test

import (
	"encoding/json"
	"fmt"
	"regexp"
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

// enter adds the people of a round.
func enter(b *results.Batches, round resultstest.Round) {
	for group, people := range round {
		for range people {
			b.Add([]survey.Answer{{Code: survey.Code(group + 1)}, {Code: 1}})
		}
	}
}

// counted returns a closed session after rounds.
func counted(s *survey.Survey, rounds ...resultstest.Round) results.Part {
	p := results.Part{Survey: s, Batches: results.NewBatches(s)}
	for i, round := range rounds {
		if i > 0 {
			p.Reopen()
		}
		enter(&p.Batches, round)
		p.Batches.Seal()
		p.Session.Open = false
	}
	return p
}

// opened returns a session that is open and was never closed.
func opened(s *survey.Survey, round resultstest.Round) results.Part {
	p := results.Part{Survey: s, Session: survey.Session{Open: true}, Batches: results.NewBatches(s)}
	enter(&p.Batches, round)
	return p
}

// merged returns the session that two files make together.
func merged(s *survey.Survey, a, b resultstest.Round) results.Part {
	first, second := counted(s, a), counted(s, b)
	total := first.Batches.Total()
	total.Merge(second.Batches.Total())
	u := results.Union(s, total, []results.Batches{first.Batches, second.Batches}, func(int, int) int { return 0 })
	u.Seal()
	return results.Part{Survey: s, Batches: u}
}

// In the JSON and in the table a group has figures when and only when the oracle
// lets it be seen, and null or no line of figures otherwise, never 0: of a session
// that was closed once, of one that was opened again, closed or not, of one that two
// files make together, and of an open one, which shows no group.
// Negative control: breakdowns that are kept while a session is open.
func TestWriteBreakdowns(t *testing.T) {
	s := crossing()
	k := s.MinGroup
	for n := range 2*k + 2 {
		for a := range n + 1 {
			for b := range n - a + 1 {
				split := resultstest.Round{a, b, n - a - b}
				checkBreakdown(t, counted(s, split), split)
				for _, late := range []resultstest.Round{{2, 2, 0}, {1, 1, 4}, {5, 6, 3}} {
					checkBreakdown(t, counted(s, split, late), split, late)
					checkBreakdown(t, merged(s, split, late), resultstest.Merged(k, split, late)...)
				}
				checkBreakdown(t, opened(s, split), split)
				if n >= k {
					again := counted(s, split)
					again.Reopen()
					enter(&again.Batches, resultstest.Round{1, 1, 3})
					checkBreakdown(t, again, split, resultstest.Round{1, 1, 3})
				}
			}
		}
	}
}

// Groups of which each is too small are everybody once more when they are put together:
// nothing is shown by groups then, and the table says so in a sentence.
// Negative control: those who are put together are always shown.
func TestEverybodyTogetherIsNoGroup(t *testing.T) {
	for _, c := range []struct {
		round resultstest.Round
		shown bool
	}{{resultstest.Round{4, 4, 4}, false}, {resultstest.Round{5, 4, 4}, true}} {
		r, err := results.NewRelease(counted(crossing(), c.round))
		if err != nil {
			t.Fatal(err)
		}
		text := table(t, &r, survey.English)
		if strings.Contains(text, "together: ") != c.shown || strings.Contains(text, "at least two groups") == c.shown {
			t.Errorf("%v: the table is\n%s", c.round, text)
		}
	}
}

// Groups that are not shown are named with the true reason: five of one group are hidden
// for the sake of the one person of another. Negative control: "too few people".
func TestHiddenGroupsAreNamed(t *testing.T) {
	p := counted(crossing(), resultstest.Round{8, 5, 1})
	total := p.Batches.Total()
	p.Batches = results.NewBatches(p.Survey)
	p.Batches.Restore(total) // In one batch, that of several tells nothing of the groups.
	r, err := results.NewRelease(p)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(table(t, &r, survey.English)), " ")
	if want := "not shown separately, so that nobody can be recognised: group b, group c"; !strings.Contains(text, want) {
		t.Errorf("the table does not say %q: %s", want, text)
	}
}

// checkBreakdown compares both forms of a session with the oracle.
func checkBreakdown(t *testing.T, p results.Part, rounds ...resultstest.Round) {
	t.Helper()
	r, err := results.NewRelease(p)
	if err != nil {
		t.Fatal(err)
	}
	k, open := r.Survey.MinGroup, p.Session.Open
	people, _ := resultstest.People(k, open, rounds...)
	apart, together := resultstest.Groups(k, open, rounds...)
	var file struct {
		Released   int
		Breakdowns []struct {
			Suppressed bool
			Groups     []struct {
				Value    *string
				Together []string
				N        *int
				Headline struct{ Count *int }
			}
		}
	}
	if err := json.Unmarshal([]byte(written(t, &r, survey.English)), &file); err != nil {
		t.Fatal(err)
	}
	if figures := slices.Max(apart)+slices.Max(together) > 0; file.Released != people || file.Breakdowns[0].Suppressed == figures {
		t.Fatalf("%v: of %d people, want %d, groups are shown: %t, want %t", rounds, file.Released, people, !file.Breakdowns[0].Suppressed, figures)
	}
	table, values := tabled(t, &r, survey.English), []string{"a", "b", "c"}
	_, table, _ = strings.Cut(table, "by: ")
	for _, g := range file.Breakdowns[0].Groups {
		if g.Value == nil {
			var want []string
			for i, value := range values {
				if together[i] > 0 {
					want = append(want, value)
				}
			}
			if !slices.Equal(g.Together, want) || !strings.Contains(table, "together: group "+strings.Join(want, ", group ")) {
				t.Fatalf("%v: together are %v, want %v in\n%s", rounds, g.Together, want, table)
			}
			continue
		}
		i := slices.Index(values, *g.Value)
		if (g.N != nil) != (apart[i] > 0) || (g.Headline.Count != nil) != (apart[i] > 0) {
			t.Fatalf("%v: the group %s shows %v, want %d", rounds, *g.Value, g.N, apart[i])
		}
		line := regexp.MustCompile(fmt.Sprintf(`(?m)^ *group %s +\d+ of %d `, *g.Value, apart[i]))
		if line.MatchString(table) != (apart[i] > 0) {
			t.Fatalf("%v: the table shows the group %s otherwise than %d people:\n%s", rounds, *g.Value, apart[i], table)
		}
	}
}

// The table says why what none of several kiosks showed is not shown. Negative control:
// the sentence about sessions that are too small.
func TestWriteTableApart(t *testing.T) {
	s := crossing()
	r, err := results.NewRelease(merged(s, resultstest.Round{6, 0, 0}, resultstest.Round{1, 2, 1}))
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(table(t, &r, survey.English)), " ")
	if !strings.Contains(text, "4 are not shown: at each of the kiosks that were put together there were fewer than 5 of them") || strings.Contains(text, "Sessions with fewer") {
		t.Errorf("the table says:\n%s", text)
	}
}
