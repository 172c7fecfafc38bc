package storage_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"anketa/storage"
	"anketa/survey"
)

// read returns the answers of a session as Shuffled gives them.
func read(tb testing.TB, db *storage.DB, session survey.ID, chance *rand.Rand) (all [][]survey.Answer) {
	tb.Helper()
	err := db.Shuffled(tb.Context(), session, chance, func(answers []survey.Answer) error {
		all = append(all, slices.Clone(answers))
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	return all
}

// TestShuffledLeavesOutDamage holds that a row that cannot be read is left out, as it
// is out of the counts, and that the texts are not given. Negative control: wholeRows
// that takes every row.
func TestShuffledLeavesOutDamage(t *testing.T) {
	path, session, rows, _ := training(t)
	put(t, path, flipped(rows[3], 61))
	db := open(t, path, storage.Options{})
	want, _ := counts(t, db, session)
	got := read(t, db, session, rand.New(rand.NewPCG(1, 2)))
	if len(got) != want || want != 9 {
		t.Errorf("%d responses are given, %d are counted, want 9", len(got), want)
	}
	for _, answers := range got {
		for _, a := range answers {
			if a.Text != "" {
				t.Error("a text is given with its response")
			}
		}
	}
}

// BenchmarkShuffled gives a million responses of 12 questions in a drawn order.
func BenchmarkShuffled(b *testing.B) {
	path, session := filled(b, million)
	db := open(b, path, storage.Options{})
	chance := rand.New(rand.NewPCG(1, 2))
	for b.Loop() {
		n := 0
		err := db.Shuffled(context.Background(), session, chance, func([]survey.Answer) error { n++; return nil })
		if err != nil || n != million {
			b.Fatal(n, err)
		}
	}
}

// dealable returns a database with n responses to so many questions, whose cells are
// as wide as can be, and its session. The first answer of each response,
// and one of the others, is its number.
func dealable(tb testing.TB, n, questions int) (*storage.DB, survey.ID) {
	tb.Helper()
	text := func(s string) survey.Text { return survey.Text{survey.English: s} }
	s := &survey.Survey{ID: "wide", Title: text("Wide"), Languages: []survey.Lang{survey.English}, MinGroup: 5, Release: survey.ReleaseLagged, Kiosk: survey.DefaultKiosk()}
	for q := range questions {
		of := survey.Question{ID: fmt.Sprintf("q%d", q), Kind: survey.KindMulti, Text: text("What?"), Min: 1, Max: 60}
		for p := range 60 {
			of.Points = append(of.Points, survey.Point{Value: fmt.Sprintf("p%d", p), Label: text(fmt.Sprint(p))})
		}
		s.Questions = append(s.Questions, of)
	}
	responses := make([]survey.Response, n)
	for i := range responses {
		responses[i] = survey.Response{ID: survey.NewID(), Answers: make([]survey.Answer, len(s.Questions))}
		responses[i].Answers[0] = survey.Answer{Code: survey.Answered, Set: survey.Set(i + 1)}
		responses[i].Answers[1+i%(questions-1)] = survey.Answer{Code: survey.Answered, Set: survey.Set(i + 1)}
	}
	db, session := open(tb, filepath.Join(tb.TempDir(), "wide.db"), storage.Options{Create: true}), survey.Session{ID: survey.NewID(), Title: "Niš"}
	must(tb, db.Import(tb.Context(), s, []storage.Import{{Session: session, Responses: responses}}))
	return db, session.ID
}

// TestShuffledGivesAllOnce holds that each response is given once and as it was stored,
// when their piles take several tables; that the order is drawn, each time anew, and that
// a place in it does not tell where the response lies in the file. Negative controls:
// dealOnto that counts the piles up instead of drawing; draw that takes the last row;
// tables with seeds of their own; draw that does not ask the context; drawn that leaves
// the dealer alone behind an error.
func TestShuffledGivesAllOnce(t *testing.T) {
	const n, questions = 4700, 100
	db, session := dealable(t, n, questions)
	numbers := func(chance *rand.Rand) []int {
		var all []int
		must(t, db.Shuffled(t.Context(), session, chance, func(answers []survey.Answer) error {
			i := int(answers[0].Set) - 1
			if a := answers[1+i%(questions-1)]; a.Set != answers[0].Set {
				t.Errorf("response %d has %+v", i, a)
			}
			all = append(all, i)
			return nil
		}))
		return all
	}
	stored, first, second := numbers(nil), numbers(rand.New(rand.NewPCG(1, 2))), numbers(rand.New(rand.NewPCG(3, 4)))
	if again := numbers(rand.New(rand.NewPCG(1, 2))); !slices.Equal(first, again) {
		t.Error("the same chance gives another order")
	}
	place := func(order []int) []float64 {
		all := make([]float64, n)
		for at, i := range order {
			all[i] += 1 + float64(at)/n
		}
		return all
	}
	orders := [][]float64{place(stored), place(first), place(second)}
	for i, places := range orders {
		if slices.Min(places) < 1 || slices.Max(places) >= 2 {
			t.Fatalf("order %d does not have each response once", i)
		}
		// Of independent orders it is 0, give or take 1/√n.
		if r := correlation(places, orders[(i+1)%3]); math.Abs(r) > 4/math.Sqrt(n) {
			t.Errorf("orders %d and %d have a correlation of %.3f", i, (i+1)%3, r)
		}
	}
	stops(t, db, session)
}

// correlation returns Pearson's correlation.
func correlation(a, b []float64) float64 {
	var sa, sb, saa, sbb, sab float64
	for i := range a {
		sa, sb, saa, sbb, sab = sa+a[i], sb+b[i], saa+a[i]*a[i], sbb+b[i]*b[i], sab+a[i]*b[i]
	}
	n := float64(len(a))
	return (n*sab - sa*sb) / math.Sqrt((n*saa-sa*sa)*(n*sbb-sb*sb))
}

// TestShuffledDrawsEveryOrder holds that of four responses every order is drawn equally
// often. Negative control: draw that leaves the last row where it is.
func TestShuffledDrawsEveryOrder(t *testing.T) {
	db, session := dealable(t, 4, 2)
	chance, drawn := rand.New(rand.NewPCG(1, 2)), map[string]int{}
	const times = 2400
	for range times {
		order := ""
		must(t, db.Shuffled(t.Context(), session, chance, func(answers []survey.Answer) error {
			order += fmt.Sprint(answers[0].Set)
			return nil
		}))
		drawn[order]++
	}
	// Chi-squared with 23 degrees of freedom is above 50 once in a thousand times.
	squares := 0.0
	for _, n := range drawn {
		squares += float64((n-times/24)*(n-times/24)) / (times / 24)
	}
	if len(drawn) != 24 || squares > 50 {
		t.Errorf("%d orders are drawn, chi-squared %.1f: %v", len(drawn), squares, drawn)
	}
}

// stops fails unless nothing is given any more when the function fails or the context is
// done, and the file is free then.
func stops(t *testing.T, db *storage.DB, session survey.ID) {
	t.Helper()
	for name, chance := range map[string]*rand.Rand{"in order": nil, "drawn": rand.New(rand.NewPCG(1, 2))} {
		given, failed := 0, errors.New("no room")
		err := db.Shuffled(t.Context(), session, chance, func([]survey.Answer) error {
			if given++; given == 10 {
				return failed
			}
			return nil
		})
		if !errors.Is(err, failed) || given != 10 {
			t.Errorf("%s: %d responses are given, error %v", name, given, err)
		}
		given = 0
		ctx, stop := context.WithCancel(t.Context())
		err = db.Shuffled(ctx, session, chance, func([]survey.Answer) error {
			if given++; given == 10 {
				stop()
			}
			return nil
		})
		if chance != nil && (!errors.Is(err, context.Canceled) || given > 200) {
			t.Errorf("%s: %d responses are given behind the end of the context, error %v", name, given, err)
		}
		stop()
	}
	must(t, db.Close())
}
