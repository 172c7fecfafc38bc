package tui_test

import (
	"testing"
	"testing/synctest"

	"anketa/storage/storagetest"
	"anketa/survey"
	"anketa/tui"
)

// TestConsoleFew holds that once a collection ended with too few answers no tab promises
// anything for its end, in either mode. Negative control: the sentences of one that is open.
func TestConsoleFew(t *testing.T) {
	promises := []string{"has ended and", "when the collection has ended"}
	synctest.Test(t, func(t *testing.T) {
		k := start(t, answered(2))
		showLive(k)
		k.press("4")
		k.want("when the collection has ended")
		k.press("1", "z", "1")
		for key, want := range map[string]string{
			"4": "There are no answers by group: they stay hidden, because fewer than 5",
			"6": "What people wrote stays hidden, because fewer than 5 people answered.",
			"7": "the answers stay hidden, because fewer than",
		} {
			k.press(key)
			k.want(want)
			k.wantNot(promises...)
		}
	})
	talks(t, setup{start: tui.StartWelcome, lang: survey.English, responses: 2}, func(k *talk) {
		k.say("0", "1234", "8", "1", "1")
		k.news()
		k.say("4", "6", "7")
		k.wantNot(promises...)
		k.want("There are no answers by group: they stay hidden", "What people wrote stays hidden", "No conclusions are written here")
	})
}

// TestConsoleHeldBack holds that what is said of groups that are held back is true of the
// large one too that protects a small one. Negative control: a sentence about too few people.
func TestConsoleHeldBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		store, s := newSpy(t), grouped()
		session := storagetest.Session(t, store.DB, s)
		for group, people := range []int{6, 3} {
			for range people {
				r := survey.Response{ID: survey.NewID(), Answers: []survey.Answer{{Code: survey.Code(group + 1)}, {Code: 1}}}
				if err := store.AddResponse(t.Context(), session.ID, r); err != nil {
					t.Fatal(err)
				}
			}
		}
		if err := store.CloseSession(t.Context(), session.ID); err != nil {
			t.Fatal(err)
		}
		session.Open = false
		k := open(t, tui.Config{Survey: s, Store: store, Start: tui.StartDemo, Lang: survey.English, NewID: countedIDs(), Sessions: []survey.Session{session}})
		k.store = store
		k.size(100, 40)
		k.press("4")
		k.want("not shown separately, so that nobody can be recognised: police, health")
		k.wantNot("too few")
	})
}
