package tui_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"anketa/storage/storagetest"
	"anketa/survey"
	"anketa/tui"
)

func TestZZ(t *testing.T) {
	found := 0
	for range 150 {
		store, s := newSpy(t), grouped()
		session := storagetest.Session(t, store.DB, s)
		n := []int{4 + rand.IntN(5), rand.IntN(6), rand.IntN(9), 0}
		for group, people := range n[:3] {
			for range people {
				_ = store.AddResponse(t.Context(), session.ID, survey.Response{ID: survey.NewID(), Answers: []survey.Answer{{Code: survey.Code(group + 1)}, {Code: 1}}})
			}
		}
		_ = store.CloseSession(t.Context(), session.ID)
		session.Open = false
		k := open(t, tui.Config{Survey: s, Store: store, Start: tui.StartDemo, Lang: survey.English, NewID: countedIDs(), Sessions: []survey.Session{session}})
		k.store = store
		k.size(100, 40)
		k.press("4")
		if strings.Contains(k.view(), "recognised") {
			t.Log(n, k.view())
			if found++; found > 2 {
				return
			}
		}
	}
}
