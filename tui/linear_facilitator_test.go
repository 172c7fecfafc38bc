package tui_test

import (
	"strconv"
	"testing"

	"anketa/survey"
	"anketa/tui"
)

// TestLinearFacilitator holds, word for word, what the facilitator hears: the PIN,
// the results before and after the end of the collection, and the way out. Before
// the end only what the rules release is said. Negative control: a report that
// reads the store by itself.
func TestLinearFacilitator(t *testing.T) {
	for _, lang := range survey.Languages() {
		t.Run(string(lang), func(t *testing.T) {
			talks(t, setup{start: tui.StartWelcome, lang: lang, responses: 12}, func(k *talk) {
				k.say("0", "9999", "1234", "1", "2", "9", "4", "", "7", "3", "5", "6", "8", "1", "2", "8", "1", "1")
				k.say("2", "3", "", "6", "4", "8", "1", "3", "24", "8", "3", "9999", "2345", "2345", "8", "3", "1234", "2345", "2345", "8", "2", "8", "4", "9")
				if err := k.end(); err != nil {
					t.Error(err)
				}
				golden(t, "linear-results."+string(lang), k.heard.String())
			})
		})
	}
}

// TestLinearFigures holds the sentences for every kind of question.
func TestLinearFigures(t *testing.T) {
	for _, lang := range survey.Languages() {
		t.Run(string(lang), func(t *testing.T) {
			s := handCounted(t)
			talks(t, setup{survey: s, start: tui.StartWelcome, lang: lang}, func(k *talk) {
				sessions, err := k.store.Sessions(t.Context())
				if err != nil {
					t.Fatal(err)
				}
				for _, r := range countedResponses(t, s) {
					if err := k.store.DB.AddResponse(t.Context(), sessions[0].ID, r); err != nil {
						t.Fatal(err)
					}
				}
				k.say("0", "1234", "8", "1", "1", "2")
				for n := range s.Questions {
					k.say(strconv.Itoa(n + 1))
				}
				k.say("", "3", "5", "6", "")
				golden(t, "linear-figures."+string(lang), k.heard.String())
			})
		})
	}
}

// TestLinearPIN holds that an empty line gives up, that a wrong PIN opens nothing,
// and that a store that cannot be asked is said.
func TestLinearPIN(t *testing.T) {
	talks(t, welcome(), func(k *talk) {
		k.say("0")
		k.want("What you type now is not shown.", "Enter the PIN: ")
		k.say("")
		k.want("Press Enter to begin: ")
		k.say("0", "4321")
		k.want("That PIN is not right.", "Enter the PIN: ")
		k.say("1", "")
		k.want("That PIN is not right.", "Press Enter to begin: ")
		k.say("0", "1234")
		k.want("1. Overview", "2. Questions", "8. Training", "9. quit the program")
		k.store.unreadable = true
		k.say("1", "8")
		k.want("cannot be read", "cannot be read")
		k.store.unreadable, k.store.refuse = false, true
		k.say("8", "1", "1")
		k.want("End the collection?", "could not be ended")
		k.say("", "")
		k.want("Press Enter to begin: ", "Question 1 of 8")
	})
}

// TestLinearSetUp holds, word for word, how a session is set up line by line, with
// wrong lines and a step back, and that it is stored.
func TestLinearSetUp(t *testing.T) {
	for _, lang := range survey.Languages() {
		t.Run(string(lang), func(t *testing.T) {
			talks(t, setup{lang: lang, preset: tui.Preset{Date: "2026-11-24"}}, func(k *talk) {
				k.store.refuse = true
				k.say("", "Beograd", "<", "Niš", "no", "24", "12", "1234", "4321", "1234")
				k.store.refuse = false
				k.say("1234")
				golden(t, "linear-setup."+string(lang), k.heard.String())
				sessions, err := k.store.Sessions(t.Context())
				if err != nil || len(sessions) != 1 || sessions[0].Place != "Niš" || sessions[0].Attended != 24 || sessions[0].Date != "2026-11-24" || k.store.pin != "1234" {
					t.Errorf("the sessions are %+v (%v), the PIN %q", sessions, err, k.store.pin)
				}
			})
		})
	}
}

// TestLinearResume holds that an open session is offered to go on with, that a new
// one needs the PIN, and that the program can be left before it begins.
func TestLinearResume(t *testing.T) {
	with := setup{start: tui.StartResume, lang: survey.English}
	talks(t, with, func(k *talk) {
		k.want("A collection is under way.", "“Niš” still takes answers", "1. go on", "2. new training (Enter the PIN)", "3. quit the program")
		k.say("7", "1")
		k.want("none of the answers", "Press Enter to begin: ")
	})
	talks(t, with, func(k *talk) {
		k.say("2", "1234", "8", "1", "1", "")
		k.want("Enter the PIN", "End the collection?", "New training.", "Title (Enter: ")
		k.say("<")
		if err := k.end(); err != nil {
			t.Error(err)
		}
	})
	talks(t, with, func(k *talk) {
		k.say("3")
		if err := k.end(); err != nil {
			t.Error(err)
		}
	})
}
