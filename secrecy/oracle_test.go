package secrecy

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"testing/synctest"

	"anketa/exchange"
	"anketa/report"
	"anketa/results"
	"anketa/results/resultstest"
	"anketa/survey"
)

// held is a session as it may be: its counts, its people and what the oracle knows.
type held struct {
	name   string
	part   results.Part
	people []person
	rounds []resultstest.Round
}

// splits yields every way in which n people fall into three groups.
func splits(n int) (all []resultstest.Round) {
	for a := range n + 1 {
		for b := range n - a + 1 {
			all = append(all, resultstest.Round{a, b, n - a - b})
		}
	}
	return all
}

// begin returns an open session without anybody.
func begin(s *survey.Survey) *held {
	return &held{part: results.Part{Survey: s, Session: survey.Session{Open: true}, Batches: results.NewBatches(s)}}
}

// round lets people answer.
func (h *held) round(r resultstest.Round) *held {
	h.part.Reopen()
	for group, n := range r {
		for range n {
			p := person{len(h.people), group}
			h.people = append(h.people, p)
			h.part.Batches.Add(p.sheet(h.part.Survey).Answers)
		}
	}
	h.rounds = append(h.rounds, r)
	return h
}

// close ends the session.
func (h *held) close() *held {
	h.part.Batches.Seal()
	h.part.Session.Open = false
	return h
}

// merged returns the closed session that two files make together.
func merged(t *testing.T, s *survey.Survey, a, b resultstest.Round) *held {
	t.Helper()
	one, two, all := begin(s).round(a).close(), begin(s), begin(s).round(a).round(b)
	two.people = slices.Clone(one.people) // They are others.
	two.round(b).close()
	all.part.Batches = results.Union(s, all.part.Batches.Total(), []results.Batches{one.part.Batches, two.part.Batches}, func(int, int) int { return 0 })
	all.rounds = resultstest.Merged(k, a, b)
	return all.close()
}

// sessions yields a split as everything that it may be the beginning of: open, closed,
// opened again, closed again, and merged, each with others who come later.
func sessions(t *testing.T, s *survey.Survey, split resultstest.Round, each func(*held)) {
	t.Helper()
	give := func(name string, h *held) {
		h.name = fmt.Sprint(name, " ", h.rounds)
		each(h)
	}
	give("open", begin(s).round(split))
	give("closed", begin(s).round(split).close())
	for _, late := range []resultstest.Round{{0, 0, 1}, {2, 2, 0}, {5, 0, 0}, {1, 1, 4}, {3, 0, 6}, {5, 4, 3}} {
		give("opened again", begin(s).round(split).close().round(late))
		give("closed again", begin(s).round(split).close().round(late).close())
		give("merged", merged(t, s, split, late))
	}
}

// Shuffled implements exchange.Responses.
func (h *held) Shuffled(_ context.Context, _ survey.ID, _ *rand.Rand, each ...func([]survey.Answer) error) error {
	for _, give := range each {
		for _, p := range h.people {
			if err := give(p.sheet(h.part.Survey).Answers); err != nil {
				return err
			}
		}
	}
	return nil
}

// wanted returns over how many people each cell may speak, as the oracle says.
func (h *held) wanted() map[cell]int {
	open := h.part.Session.Open
	cells := map[cell]int{}
	if people, _ := resultstest.People(k, open, h.rounds...); people > 0 {
		cells[cell{ofAll, everybody, false}] = people
	}
	apart, together := resultstest.Groups(k, open, h.rounds...)
	rest := cell{ofAll, 0, true}
	for g := range apart {
		if apart[g] > 0 {
			cells[cell{ofAll, 1 << g, true}] = apart[g]
		}
		if together[g] > 0 {
			rest.groups |= 1 << g
		}
	}
	for g := range together {
		if together[g] > 0 {
			cells[rest] += together[g]
		}
	}
	return cells
}

// agree fails unless a surface shows those cells of the oracle that it has, and no other.
func (h *held) agree(t *testing.T, surface string, r reading, has func(cell) bool) {
	t.Helper()
	got, want := map[cell]int{}, h.wanted()
	for c, s := range r {
		got[c] = s.n[0]
	}
	maps.DeleteFunc(want, func(c cell, _ int) bool { return !has(c) })
	if !maps.Equal(got, want) {
		t.Errorf("%s, %s: the surface shows %v, want %v", h.name, surface, got, want)
	}
}

// agreeRows fails unless the lines of an export are there when all people may be shown,
// and tell their groups where the oracle lets these be seen.
func (h *held) agreeRows(t *testing.T, surface string, lines []row) {
	t.Helper()
	got, want := map[string]int{}, map[string]int{}
	for _, line := range lines {
		got[line.group]++
	}
	people, until := resultstest.People(k, h.part.Session.Open, h.rounds...)
	apart, _ := resultstest.Groups(k, h.part.Session.Open, h.rounds...)
	if people == len(h.people) && people > 0 && !h.part.Session.Open {
		want[""] = people
		for g, n := range apart {
			if n > 0 && until == len(h.rounds) {
				want[groupNames()[g]] = n
				want[""] -= n
			}
		}
		if want[""] == 0 {
			delete(want, "")
		}
	}
	if !maps.Equal(got, want) {
		t.Errorf("%s, %s: the lines have the groups %v, want %v", h.name, surface, got, want)
	}
}

// Every cell of every surface is shown or hidden as the oracle says, for every number of
// people to 2k+1, every way in which they fall into groups, and everything that may
// become of the session: in the tabs of the console, the table, the JSON, the report,
// and in the lines and the results of the exports.
// Negative controls: no complementary suppression; breakdowns that are kept while a
// session is open; a tab that draws suppressed groups.
func TestSurfacesAgree(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s := asking(survey.ReleaseLagged)
		s.Questions, s.Breakdowns = s.Questions[:2], s.Breakdowns[:1]
		now := begin(s)
		kiosk := newKiosk(t, t.TempDir()+"/anketa.db", s, survey.Session{ID: survey.NewID(), Title: "Niš", Open: true}, func(p *results.Part) {
			p.Session.Open, p.Batches = now.part.Session.Open, now.part.Batches
		})
		defer kiosk.end()
		cases := 0
		for n := range 2*k + 2 {
			for _, split := range splits(n) {
				sessions(t, s, split, func(h *held) {
					now = h
					if cases++; whole() || cases%7 == 0 {
						kiosk.do(kiosk.store.SetAttended(t.Context(), kiosk.session.ID, 1+cases))
						kiosk.console.settle()
						compare(t, kiosk, h, cases%5 == 0)
					}
				})
			}
		}
		t.Logf("%d sessions", cases)
	})
}

// compare compares every surface of one session with the oracle.
func compare(t *testing.T, of *kiosk, h *held, book bool) {
	t.Helper()
	all := func(cell) bool { return true }
	shares := func(c cell) bool { return !c.parted }
	h.agree(t, "the questions", of.reader.text(t, of.console.tab('2')), shares)
	h.agree(t, "the groups", of.reader.text(t, of.console.tab('4')), func(c cell) bool { return c.parted })
	h.agree(t, "the comparison", of.reader.text(t, of.console.tab('5')), shares)
	r, err := results.NewRelease(h.part)
	of.do(err)
	var table, file, page, list, workbookFile bytes.Buffer
	of.do(exchange.WriteTable(&table, &r, survey.English), exchange.WriteJSON(&file, &r, survey.English))
	h.agree(t, "the table", of.reader.text(t, table.String()), all)
	_, said := of.reader.json(t, file.Bytes())
	h.agree(t, "the JSON", said, all)
	of.do(report.New(report.Input{Release: &r, Lang: survey.English}).HTML(&page))
	h.agree(t, "the report", of.reader.html(t, page.String()), all)
	leaving, refused := exchange.NewRows(&r, h, rand.New(rand.NewPCG(1, 1)))
	if len(refused) > 0 {
		h.agreeRows(t, "no export", nil)
		return
	}
	of.do(leaving.WriteCSV(t.Context(), &list, exchange.CSVStyle{}))
	h.agreeRows(t, "the CSV", csvRows(t, list.Bytes()))
	if book {
		of.do(leaving.WriteXLSX(t.Context(), &workbookFile))
		lines, said := workbook(t, workbookFile.Bytes())
		h.agreeRows(t, "the workbook", lines)
		h.agree(t, "the results of the workbook", said, shares)
	}
}
