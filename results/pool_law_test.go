package results_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"anketa/results"
	"anketa/survey"
)

// drawVersions draws versions of [every]: questions are left out and change
// places, options go and change places, ranges differ.
func drawVersions(t *rapid.T) []*asked {
	versions := make([]*asked, rapid.IntRange(2, 3).Draw(t, "versions"))
	for i := range versions {
		var questions []survey.Question
		for _, at := range rapid.Permutation([]int{informed, sector, recommend, topics, promote, age, improve, confidence, thanks, next}).Draw(t, "order") {
			if at != informed && rapid.IntRange(0, 3).Draw(t, "left out") == 0 {
				continue
			}
			questions = append(questions, named(at, func(q *survey.Question) { drawChange(t, q) }))
		}
		// What stands behind it is asked by some versions of some people only.
		last := &questions[len(questions)-1]
		if last.ID != "informed" && rapid.Bool().Draw(t, "conditional") {
			four := 4
			last.When = &survey.Condition{Question: "informed", AtLeast: &four}
		}
		versions[i] = version(byte(i), questions...)
		versions[i].survey.MinGroup = rapid.IntRange(5, 6).Draw(t, "k")
	}
	return versions
}

// drawChange changes a question so that it can still be counted together.
func drawChange(t *rapid.T, q *survey.Question) {
	switch q.Kind {
	case survey.KindNumber:
		q.Min += rapid.IntRange(-9, 9).Draw(t, "least")
		q.Max = q.Min + rapid.IntRange(1, 60).Draw(t, "range")
	case survey.KindChoice, survey.KindMulti:
		all := q.Points[:len(q.Points)-1]
		q.Points = slices.Clone(rapid.Permutation(all).Draw(t, "options")[:rapid.IntRange(2, len(all)).Draw(t, "kept")])
		if q.Headline = nil; rapid.Bool().Draw(t, "other") {
			q.Points = append(q.Points, survey.Point{Value: survey.OtherValue})
		} else {
			q.Other = nil
		}
		q.Max = min(q.Max, len(q.Points))
	}
}

// visible returns the sheets of a session that may be seen: its complete groups
// but the last while it is open, all of them when it is closed and there are k.
func visible(open bool, sheets [][]survey.Answer, k int) [][]survey.Answer {
	switch {
	case open:
		return sheets[:lagged(len(sheets), k)]
	case len(sheets) < k:
		return nil
	}
	return sheets
}

// naive counts what the figures of a question must say, sheet by sheet, by the
// words that people chose.
type naive struct {
	n, missing, aside, notAsked int
	said                        map[string]int
}

// add counts one answer to a question.
func (c *naive) add(q *survey.Question, a survey.Answer) {
	switch {
	case q.Kind == survey.KindNote:
		return
	case a.Code == survey.NotAsked:
		c.notAsked++
		return
	case a == survey.Answer{}:
		c.missing++
		return
	case a.Code == survey.NotApplicable || a.Before == survey.NotApplicable:
		c.aside++
		return
	}
	c.n++
	switch q.Kind {
	case survey.KindText:
	case survey.KindMulti:
		for _, code := range a.Set.Codes() {
			c.said[q.Points[code-1].Value]++
		}
	case survey.KindNumber:
		c.said["+"+strings.Repeat("i", a.Number+50)]++
	default:
		c.said[q.Points[a.Code-1].Value]++
	}
}

// sayings returns the counts of figures by the same words.
func sayings(f *results.Figures) map[string]int {
	if f.Question.Kind != survey.KindNumber {
		return byValue(f)
	}
	said := map[string]int{}
	for i, n := range f.Counts {
		if n > 0 {
			said["+"+strings.Repeat("i", f.Question.ValueAt(i)+50)] = n
		}
	}
	return said
}

// Whatever versions are pooled, in whatever order, each figure counts exactly
// the sheets that their sessions may show alone: nobody is found by subtracting
// one session from the others, and a hidden session stays hidden.
func TestPoolingLaw(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		versions := drawVersions(t)
		var parts []results.Part
		counts, people := map[string]*naive{}, 0
		type sheetOf struct {
			v      *asked
			open   bool
			sheets [][]survey.Answer
		}
		var seen []sheetOf
		for range rapid.IntRange(1, 4).Draw(t, "sessions") {
			v := rapid.SampledFrom(versions).Draw(t, "version")
			sheets := drawSheets(t, v.survey, 12)
			p := results.Part{Session: v.session, Survey: v.survey, Batches: batches(v.survey, sheets)}
			p.Session.Open = rapid.Bool().Draw(t, "open")
			parts = append(parts, p)
			seen = append(seen, sheetOf{v, p.Session.Open, visible(p.Session.Open, sheets, v.survey.MinGroup)})
		}
		r := pooled(t, parts...)
		for i := range r.Survey.Questions {
			counts[r.Survey.Questions[i].ID] = &naive{said: map[string]int{}}
		}
		for _, s := range seen {
			people += len(s.sheets)
			for id, c := range counts {
				at, ok := s.v.survey.Question(id)
				if ok && heldBack(s.v.survey, at, s.open, s.sheets) {
					continue
				}
				for _, sheet := range s.sheets {
					if ok {
						c.add(&s.v.survey.Questions[at], sheet[at])
					} else if q, _ := r.Survey.Question(id); r.Survey.Questions[q].Asks() {
						c.notAsked++
					}
				}
			}
		}
		if r.Tally.N() != people {
			t.Fatalf("%d are shown, want %d", r.Tally.N(), people)
		}
		for id, want := range counts {
			f := figure(t, &r, id)
			got := naive{f.N, f.Missing, f.NotApplicable, f.NotAsked, sayings(&f)}
			if f.Question.Kind == survey.KindText {
				got.said = want.said
			}
			if got.n != want.n || got.missing != want.missing || got.aside != want.aside || got.notAsked != want.notAsked || !maps.Equal(got.said, want.said) {
				t.Fatalf("%s: got %+v, want %+v", id, got, *want)
			}
		}
	})
}

// Whoever watches a pool of two versions while one session is open never sees
// the answers of fewer than k people between two looks, and the session that is
// hidden alone adds nothing.
func TestWatcherOfPooledVersions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first, second := version(0, named(informed, same), named(sector, same)), version(1, named(sector, same), named(age, same))
		small := results.Part{Session: first.session, Survey: first.survey, Batches: batches(first.survey, drawSheets(t, first.survey, 4))}
		b, session := results.NewBatches(second.survey), second.session
		seen := 0
		look := func() {
			r := pooled(t, small, results.Part{Session: session, Survey: second.survey, Batches: b})
			alone := pooled(t, results.Part{Session: session, Survey: second.survey, Batches: b})
			if n := r.Tally.N(); n != alone.Tally.N() || n != seen && n-seen < 5 {
				t.Fatalf("%d are shown after %d, alone %d", n, seen, alone.Tally.N())
			}
			if f := figure(t, &r, "informed"); f.N != 0 || f.Missing != 0 || f.NotAsked != r.Tally.N() {
				t.Fatalf("the hidden session is seen: %+v", f)
			}
			seen = r.Tally.N()
		}
		for range rapid.IntRange(1, 3).Draw(t, "openings") {
			session.Open = true
			for range rapid.IntRange(0, 12).Draw(t, "responses") {
				b.Add(drawAnswers(t, second.survey))
				look()
			}
			b.Seal()
			session.Open = false
			look()
		}
	})
}
