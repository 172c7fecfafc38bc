package tui_test

import (
	"testing"
	"time"

	"anketa/survey"
	"anketa/tui"
)

// screen says how a kiosk is brought to show one of its screens.
type screen struct {
	name string
	with setup
	// survey replaces the survey of the trainings.
	survey func(testing.TB) *survey.Survey
	// walk leads there from the start; each, if given, is done again at every size.
	walk, each func(k *kiosk)
	// large is true where also a very large terminal is kept, cyrillic where
	// the third language is.
	large, cyrillic bool
	// sizes replace the usual ones.
	sizes []frame
}

// frames returns the sizes at which the screen is kept.
func (s *screen) frames() []frame {
	switch {
	case s.sizes != nil:
		return s.sizes
	case s.large:
		return append(frames(), frame{200, 60})
	}
	return frames()
}

// languages returns the languages in which the screen is kept.
func (s *screen) languages() []survey.Lang {
	if s.cyrillic {
		return survey.Languages()
	}
	return []survey.Lang{survey.SerbianLatin, survey.English}
}

// screens returns every screen in each of its states.
func screens() []screen {
	var all []screen
	for _, some := range [][]screen{facilitatorScreens(), askScreens(), lastScreens(), kindScreens(), overviewScreens(), tabScreens(), textsScreens(), revealScreens(), liveKindScreens(), idleScreens(), paperScreens()} {
		all = append(all, some...)
	}
	return all
}

// keys returns a walk that types keys.
func keys(keys ...string) func(*kiosk) { return func(k *kiosk) { k.press(keys...) } }

// answers returns keys that answer the survey of the trainings up to the review,
// from the welcome screen.
func answers() []string {
	return []string{"enter", "2", "1", "5", "4", "5", "1", "enter", "enter"}
}

// toQuestion answers everything before a question, from 1, and waits for it.
func toQuestion(k *kiosk, n int) {
	k.press(answers()[:n]...)
	k.pass(300 * time.Millisecond)
}

// facilitatorScreens are those before and beside the collection.
func facilitatorScreens() []screen {
	preset := tui.Preset{Title: "Borba protiv trgovine ljudima", Place: "Niš"}
	return []screen{
		{name: "setup", walk: keys()},
		{name: "setup-preset", with: setup{preset: preset}, walk: keys("enter", "2", "4", "enter")},
		{name: "setup-wrong", walk: keys("enter", "enter", "backspace", "enter")},
		{name: "setup-failed", walk: func(k *kiosk) {
			k.store.refuse = true
			fillSetup(k)
		}},
		{name: "resume", with: setup{start: tui.StartResume}, walk: keys()},
		{name: "welcome", with: setup{start: tui.StartWelcome}, walk: keys(), cyrillic: true, large: true},
		{name: "welcome-live", with: setup{start: tui.StartWelcome}, survey: promptly, walk: keys()},
		{name: "pin", with: setup{start: tui.StartWelcome}, walk: keys("0", "1", "2")},
		{name: "pin-wrong", with: setup{start: tui.StartWelcome}, walk: func(k *kiosk) {
			setPIN(k)
			k.press("0", "9", "9", "9", "9", "enter")
		}},
		{
			name: "pin-wait-seconds", cyrillic: true, with: setup{start: tui.StartWelcome}, walk: func(k *kiosk) {
				setPIN(k)
				k.store.patience = []time.Duration{30 * time.Second}
				k.press("0", "9", "9", "9", "9", "enter")
			},
		},
		{
			name: "pin-wait-minutes", cyrillic: true, with: setup{start: tui.StartWelcome}, walk: func(k *kiosk) {
				setPIN(k)
				k.store.patience = []time.Duration{15 * time.Minute}
				k.press("0", "9", "9", "9", "9", "enter")
			},
		},
		{
			name: "pin-slip", with: setup{start: tui.StartWelcome}, walk: keys("0", "9", "9", "enter"),
		},
		{
			name: "too-small", with: setup{start: tui.StartWelcome}, walk: keys("enter"), cyrillic: true,
			sizes: []frame{{59, 16}, {60, 15}, {30, 8}, {20, 4}},
		},
	}
}

// askScreens are the questions.
func askScreens() []screen {
	at := func(n int, more ...string) func(*kiosk) {
		return func(k *kiosk) {
			toQuestion(k, n)
			k.press(more...)
		}
	}
	welcome := setup{start: tui.StartWelcome}
	return []screen{
		{name: "ask-choice", with: welcome, walk: at(1), cyrillic: true, large: true},
		{name: "ask-choice-chosen", with: welcome, walk: at(1, "2")},
		{name: "ask-row", with: welcome, walk: at(3), cyrillic: true, large: true},
		{name: "ask-row-focused", with: welcome, walk: at(3, "right", "right")},
		{name: "ask-row-chosen", with: welcome, walk: at(3, "4"), large: true},
		{name: "ask-row-not-applicable", with: welcome, walk: at(3, "0")},
		{name: "ask-row-again", with: welcome, walk: at(3, "4", "right", "backspace")},
		{name: "ask-list", with: welcome, survey: wide, walk: at(3), large: true},
		{name: "ask-list-last", with: welcome, survey: wide, walk: at(3, "end"), large: true},
		{name: "ask-yes-no", with: welcome, walk: at(6), large: true, cyrillic: true},
		{name: "ask-text", with: welcome, walk: at(7), large: true, cyrillic: true},
		{name: "ask-text-typed", with: welcome, walk: func(k *kiosk) {
			at(7)(k)
			k.write(filled("Više vežbi i primera iz prakse, molim. ", 250))
		}, large: true},
		{name: "ask-consent", with: welcome, walk: func(k *kiosk) {
			at(8)(k)
			k.write("Najbolja obuka do sada.")
			k.press("enter")
		}, cyrillic: true},
		{name: "ask-required", with: welcome, walk: at(3, "enter")},
		{name: "ask-leave-again", with: welcome, walk: at(3, "backspace", "backspace", "backspace")},
	}
}

// lastScreens are those behind the last question.
func lastScreens() []screen {
	welcome := setup{start: tui.StartWelcome}
	all := answers()
	return []screen{
		{name: "review", with: welcome, walk: keys(all...), cyrillic: true, large: true},
		{name: "review-focused", with: welcome, walk: keys(append(all, "up", "up", "up")...)},
		{name: "review-first", with: welcome, walk: keys(append(all, "up", "up", "up", "up", "up", "up", "up", "up")...)},
		{name: "review-unanswered", with: welcome, survey: strict, walk: keys(
			"enter", "enter", "a", "enter", "2", "backspace", "esc", "enter")},
		{name: "saving", with: welcome, walk: func(k *kiosk) {
			k.store.block(k)
			k.press(append(all, "enter")...)
		}},
		{name: "thanks", with: welcome, walk: keys(append(all, "enter")...), cyrillic: true, large: true},
		{name: "interrupted-stored", with: setup{start: tui.StartWelcome, left: tui.LeftStored}, walk: keys(), cyrillic: true},
		{name: "interrupted-lost", with: setup{start: tui.StartResume, left: tui.LeftLost}, walk: keys()},
		{name: "still-there", with: welcome, walk: func(k *kiosk) {
			k.press("enter", "2")
			k.pass(61 * time.Second)
		}, cyrillic: true},
		{name: "out-of-service-closed", with: welcome, walk: func(k *kiosk) {
			k.pass(time.Hour)
			k.store.breaks(true)
			k.press("enter")
		}, cyrillic: true},
		{name: "kept", with: welcome, walk: func(k *kiosk) {
			k.store.failing = 100
			setPIN(k)
			k.press(append(all, "enter", "0", "1", "2", "3", "4", "enter")...)
			k.press("2")
		}, cyrillic: true},
		{name: "out-of-service", with: welcome, walk: func(k *kiosk) {
			k.store.failing = 2
			k.press(append(all, "enter")...)
		}},
	}
}

// fillSetup answers every line of the set-up form.
func fillSetup(k *kiosk) {
	k.press("enter", "N", "i", "š", "enter", "enter", "2", "4", "enter")
	k.press("1", "2", "3", "4", "enter", "1", "2", "3", "4", "enter")
}

// setPIN sets the PIN 1234.
func setPIN(k *kiosk) {
	k.Helper()
	if err := k.store.SetPIN(k.Context(), "1234"); err != nil {
		k.Fatal(err)
	}
}

// showLive opens the results from the welcome screen.
func showLive(k *kiosk) {
	k.Helper()
	setPIN(k)
	k.press("0", "1", "2", "3", "4", "enter")
}

// promptly is the survey of the trainings with every answer shown at once and
// texts kept beside the other answers.
func promptly(tb testing.TB) *survey.Survey {
	s := trainings(tb)
	s.Release, s.LinkTexts = survey.ReleaseLive, true
	return s
}

// strict asks for a choice and for a text that is required. A person who comes
// back from the review can still erase the text.
func strict(tb testing.TB) *survey.Survey {
	s := trainings(tb)
	s.Questions = []survey.Question{s.Questions[1], s.Questions[6]}
	s.Breakdowns = nil
	s.Questions[1].Required = true
	return s
}
