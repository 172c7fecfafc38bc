package tui_test

import (
	"fmt"
	"regexp"
	"testing"
	"testing/synctest"

	"anketa/results/resultstest"
	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
	"anketa/tui"
)

// grouped is a survey of two questions, one of which is broken down by the other.
func grouped() *survey.Survey {
	points := func(labels ...string) []survey.Point {
		all := make([]survey.Point, len(labels))
		for i, label := range labels {
			all[i] = survey.Point{Value: fmt.Sprint(i + 1), Label: survey.Text{survey.English: label}}
		}
		return all
	}
	return &survey.Survey{
		ID: "grouped", Title: survey.Text{survey.English: "Groups"}, Languages: []survey.Lang{survey.English},
		MinGroup: 5, Release: survey.ReleaseLagged, Kiosk: survey.DefaultKiosk(),
		Questions: []survey.Question{
			{ID: "by", Kind: survey.KindChoice, Text: survey.Text{survey.English: "Your field?"}, Points: points("police", "health", "justice")},
			{ID: "q", Kind: survey.KindYesNo, Text: survey.Text{survey.English: "Again?"}, Points: points("yes", "no"), Headline: []survey.Code{1}},
		},
		Breakdowns: []survey.Breakdown{{Question: "q", By: "by"}},
	}
}

// The console shows figures of a group when and only when the oracle lets it be seen:
// while a session is open, when it is closed, and when it was opened again.
// Negative controls: breakdowns that are kept while a session is open; a screen that
// draws groups that are suppressed.
func TestConsoleGroups(t *testing.T) {
	for _, rounds := range [][]resultstest.Round{
		{{1, 1, 2}},
		{{5, 0, 0}},
		{{2, 2, 1}},
		{{4, 4, 1}},
		{{5, 5, 0}},
		{{6, 5, 0}},
		{{6, 4, 1}},
		{{5, 5, 1}},
		{{5, 5, 0}, {1, 1, 1}},
		{{4, 6, 0}, {1, 0, 3}},
		{{3, 0, 0}, {2, 6, 0}},
		{{5, 5, 0}, {0, 0, 5}},
	} {
		t.Run(fmt.Sprint(rounds), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) { checkGroups(t, rounds) })
		})
	}
}

// checkGroups compares the tab with the oracle before and behind each closing.
func checkGroups(t *testing.T, rounds []resultstest.Round) {
	store, s := newSpy(t), grouped()
	session := storagetest.Session(t, store.DB, s)
	do := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	for i, round := range rounds {
		if i > 0 {
			do(store.ReopenSession(t.Context(), session.ID))
		}
		for group, people := range round {
			for range people {
				do(store.AddResponse(t.Context(), session.ID, survey.Response{ID: survey.NewID(), Answers: []survey.Answer{{Code: survey.Code(group + 1)}, {Code: 1}}}))
			}
		}
		showsGroups(t, store, s, session, rounds[:i+1])
		do(store.CloseSession(t.Context(), session.ID))
		session.Open = false
		showsGroups(t, store, s, session, rounds[:i+1])
		session.Open = true
	}
}

// showsGroups fails unless the tab shows the groups of these rounds that may be seen.
func showsGroups(t *testing.T, store *spy, s *survey.Survey, session survey.Session, rounds []resultstest.Round) {
	t.Helper()
	k := open(t, tui.Config{Survey: s, Store: store, Start: tui.StartDemo, Lang: survey.English, NewID: countedIDs(), Sessions: []survey.Session{session}})
	k.store = store
	k.size(100, 40)
	k.press("4")
	apart, together := resultstest.Groups(s.MinGroup, session.Open, rounds...)
	merged := false
	for i, label := range []string{"police", "health", "justice"} {
		// The line of a group begins with its label and has its count and its base.
		line := regexp.MustCompile(fmt.Sprintf(`(?m)^ +%s\b.*\b%d of %[2]d\b`, label, apart[i]))
		if got := line.MatchString(k.view()); got != (apart[i] > 0) {
			t.Errorf("%v: the figures of %s are shown: %t, want those of %d people\n%s", rounds, label, got, apart[i], k.view())
		}
		merged = merged || together[i] > 0
	}
	if got := regexp.MustCompile(`(?m)^ +together: .*\n?.*\b\d+ of \d+\b`).MatchString(k.view()); got != merged {
		t.Errorf("%v: groups are shown together: %t, want %t\n%s", rounds, got, merged, k.view())
	}
}

// Where several terminals were put together, the screen says why what none of them
// showed is not shown. Negative control: the sentence about a training that is too small.
func TestConsoleApart(t *testing.T) {
	for lang, want := range map[survey.Lang]string{
		survey.English:      "6 of 10 answers are shown. The others stay hidden: at each of the terminals there were fewer than 5 of them",
		survey.SerbianLatin: "Prikazano: 6 od 10. Ostali ostaju skriveni: na svakom od terminala bilo ih je manje od 5",
	} {
		synctest.Test(t, func(t *testing.T) {
			store, s := newSpy(t), grouped()
			s.Languages = survey.Languages()
			session := survey.Session{ID: survey.NewID(), Title: "Niš", Open: true}
			for _, people := range []int{6, 4} {
				room := storagetest.Open(t)
				if _, err := room.CreateSession(t.Context(), session, s); err != nil {
					t.Fatal(err)
				}
				for range people {
					r := survey.Response{ID: survey.NewID(), Answers: []survey.Answer{{Code: 1}, {Code: 1}}}
					if err := room.AddResponse(t.Context(), session.ID, r); err != nil {
						t.Fatal(err)
					}
				}
				if err := room.CloseSession(t.Context(), session.ID); err != nil {
					t.Fatal(err)
				}
				if _, err := store.Merge(t.Context(), []*storage.DB{room}, nil); err != nil {
					t.Fatal(err)
				}
			}
			session.Open = false
			k := open(t, tui.Config{Survey: s, Store: store, Start: tui.StartDemo, Lang: lang, NewID: countedIDs(), Sessions: []survey.Session{session}})
			k.size(200, 60)
			k.want(want)
		})
	}
}

// A small training among others stays hidden, and the screen says why. Negative
// control: a sentence that says of all together that they are too few.
func TestConsoleSomeTooFew(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store, s := newSpy(t), grouped()
		var sessions []survey.Session
		for _, people := range []int{6, 3} {
			session := storagetest.Session(t, store.DB, s)
			for range people {
				r := survey.Response{ID: survey.NewID(), Answers: []survey.Answer{{Code: 1}, {Code: 1}}}
				if err := store.AddResponse(t.Context(), session.ID, r); err != nil {
					t.Fatal(err)
				}
			}
			if err := store.CloseSession(t.Context(), session.ID); err != nil {
				t.Fatal(err)
			}
			session.Open = false
			sessions = append(sessions, session)
		}
		k := open(t, tui.Config{Survey: s, Store: store, Start: tui.StartDemo, Lang: survey.English, NewID: countedIDs(), Sessions: sessions})
		k.size(200, 60)
		k.want("A training with fewer than 5 answers is not shown, not even together with others")
		k.wantNot("Fewer than 5 people answered")
	})
}
