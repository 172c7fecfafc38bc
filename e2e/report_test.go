package e2e

import (
	"encoding/json"
	"fmt"
	"testing"
)

// report is what `anketa results --format json` prints, as far as tests look
// at it. Suppressed figures are nil.
type report struct {
	Survey    string           `json:"survey"`
	Sessions  []reportSession  `json:"sessions"`
	Attended  *int             `json:"attended"`
	Responses int              `json:"responses"`
	Partial   int              `json:"partial"`
	Released  int              `json:"released"`
	MinGroup  int              `json:"min_group"`
	Questions []reportQuestion `json:"questions"`
}

// reportSession is one session of a report.
type reportSession struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Place     string `json:"place"`
	Date      string `json:"date"`
	Attended  *int   `json:"attended"`
	Responses int    `json:"responses"`
	Open      bool   `json:"open"`
}

// reportQuestion holds the figures of one question.
type reportQuestion struct {
	ID            string        `json:"id"`
	N             *int          `json:"n"`
	Missing       *int          `json:"missing"`
	NotApplicable *int          `json:"not_applicable"`
	Points        []reportPoint `json:"points"`
	Options       []reportPoint `json:"options"`
}

// reportPoint holds the figures of one point or option.
type reportPoint struct {
	Value any  `json:"value"`
	Count *int `json:"count"`
}

// figures are the counts of one question: by value, of those who gave no
// answer, and of those to whom it did not apply.
type figures struct {
	n, missing, notApplicable int
	counts                    map[string]int
}

// results reads what the program prints about the stored responses.
func (r *room) results(args ...string) report {
	r.Helper()
	var rep report
	out := r.mustRun(append([]string{"results", "--format", "json"}, args...)...)
	if err := json.Unmarshal([]byte(out), &rep); err != nil {
		r.Fatalf("%v\n%s", err, out)
	}
	return rep
}

// figures returns the counts by the id of the question. Every one must be released.
func (r *report) figures(tb testing.TB) map[string]figures {
	tb.Helper()
	all := map[string]figures{}
	for _, q := range r.Questions {
		if q.N == nil || q.Missing == nil {
			tb.Fatalf("the figures of %s are suppressed", q.ID)
		}
		f := figures{n: *q.N, missing: *q.Missing, counts: map[string]int{}}
		if q.NotApplicable != nil {
			f.notApplicable = *q.NotApplicable
		}
		for _, p := range append(q.Points, q.Options...) {
			if *p.Count > 0 {
				f.counts[fmt.Sprint(p.Value)] = *p.Count
			}
		}
		all[q.ID] = f
	}
	return all
}
