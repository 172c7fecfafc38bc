package tui_test

import (
	"slices"
	"strings"
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"

	"anketa/survey"
	"anketa/tui"
)

// reviewed opens the kiosk on the review of the survey with all kinds, in
// English, on a terminal on which every answer has one line.
func reviewed(t *testing.T) *kiosk {
	t.Helper()
	k := start(t, setup{survey: kinds(t), start: tui.StartWelcome, lang: survey.English})
	k.size(200, 60)
	k.press(before("")...)
	k.press("f1")
	return k
}

// spaced returns what the terminal shows with single spaces.
func spaced(k *kiosk) string { return strings.Join(strings.Fields(k.view()), " ") }

// TestReviewKinds holds how each kind of answer reads before it is sent, what can
// be chosen there and where it leads.
func TestReviewKinds(t *testing.T) {
	const notSent = " (not sent: the question no longer applies)"
	for name, steps := range map[string][]step{
		"every kind reads as people say it": {
			{nil, []string{
				"1 In which field do you work? police",
				"2 How long have you worked in this job? 12 years",
				"3 Which topics were useful to you? the law; assessing risk 4",
				"4 the content satisfied",
				"before: slightly confident → now: quite confident",
				"By how many points did the training change your mind? -3",
				"How likely are you to recommend the training to colleagues? 8",
				"What did you miss? no answer",
				"What would you say about the training? ok (may be quoted)",
			}, []string{"Please answer frankly", notSent}},
			{[]string{"1", "4", "c", "o", "enter"}, []string{"1 In which field do you work? something else: co"}, nil},
			{[]string{"1", "4", "backspace", "backspace", "enter"}, []string{"1 In which field do you work? something else 2"}, nil},
			{[]string{"2", "backspace", "backspace", "n", "f1"}, []string{"2 How long have you worked in this job? I prefer not to say"}, nil},
			{[]string{"3", "5", "enter", "s", "enter"}, []string{"the law; assessing risk; another topic: s 4"}, nil},
			{[]string{"3", "0", "enter"}, []string{"3 Which topics were useful to you? none of them 4"}, nil},
		},
		"an answer that is dropped is shown and cannot be chosen": {
			{[]string{"1", "2", "f1"}, []string{"Does your station have a procedure for protecting witnesses? No" + notSent, "9 By how many points"}, nil},
			{[]string{"9"}, []string{"By how many points"}, []string{"Your answers"}},
			{[]string{"enter", "up", "up", "up", "up"}, []string{"› 9 By how many points"}, nil},
			{[]string{"up"}, []string{"› 8 How confident"}, nil},
		},
		"an answer that was dropped comes back with its question": {
			{[]string{"1", "2", "f1"}, []string{notSent}, nil},
			{[]string{"1", "1", "f1"}, []string{"9 Does your station have a procedure for protecting witnesses? No"}, []string{notSent}},
		},
		"a row leads to the next row, and back to the review when it is answered": {
			{[]string{"4"}, []string{"› the content"}, nil},
			{[]string{"down"}, []string{"› the trainers"}, nil},
			{[]string{"down", "down"}, []string{"› the part on assessing risk"}, nil},
			{[]string{"up"}, []string{"› the exercises"}, nil},
			{[]string{"1", "f1"}, []string{"6 the exercises very dissatisfied"}, nil},
		},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				k := reviewed(t)
				for _, s := range steps {
					k.press(s.keys...)
					for _, want := range s.want {
						if !strings.Contains(spaced(k), want) {
							t.Fatalf("after %q the terminal does not show %q:\n%s", s.keys, want, k.view())
						}
					}
					for _, not := range s.not {
						if strings.Contains(spaced(k), not) {
							t.Fatalf("after %q the terminal shows %q:\n%s", s.keys, not, k.view())
						}
					}
				}
			})
		})
	}
}

// TestReviewDrops holds that what the review says of answers is what is sent.
func TestReviewDrops(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := reviewed(t)
		k.press("1", "2", "f1")
		want := walked()
		field, protocol := 1, 9
		want[field].Code, want[protocol] = 2, survey.Answer{Code: survey.NotAsked}
		if got := given(k); !slices.Equal(got, want) {
			t.Errorf("the store was given\n%+v, want\n%+v", got, want)
		}
	})
}

// TestReviewNeeds holds that the review leads to a question that an answer made
// necessary, and that nothing is sent before it is answered. Negative control: a
// review that begins on its button.
func TestReviewNeeds(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, setup{survey: kinds(t), start: tui.StartWelcome, lang: survey.English})
		k.press("enter", "enter", "2", "7", "enter", "0", "enter", "4", "4", "4", "2", "2", "enter", "9", "enter")
		k.want("›   Enter  send")
		k.press("1", "1", "f1")
		k.want("1 question still needs an answer.", "› 8 Does your station")
		k.press("end", "down", "down", "down", "down", "enter")
		k.want("› 8 Does your station")
		if len(k.store.attempts()) > 0 {
			t.Error("it was sent without the answer")
		}
		k.press("enter")
		k.want("Questions for the police")
		k.press("1", "f1")
		k.want("Look through your answers", "›   Enter  send")
	})
}

// TestRowsStay holds that the rows of a matrix and the two halves of a question
// stay together when a sentence comes below the question. Negative control:
// place without the lines that it keeps for the sentence.
func TestRowsStay(t *testing.T) {
	for _, id := range []string{"content", "skills"} {
		for height := 16; height < 30; height++ {
			for _, width := range []int{60, 80} {
				synctest.Test(t, func(t *testing.T) {
					k := start(t, setup{survey: kinds(t), start: tui.StartWelcome, lang: survey.English})
					k.size(width, height)
					k.press(append(before(id), "f1")...)
					together := strings.Contains(k.view(), "↑↓ row")
					k.press("enter")
					k.want("Please answer this question.")
					if got := strings.Contains(k.view(), "↑↓ row"); got != together || got && !strings.Contains(k.view(), "( )") {
						t.Errorf("at %d×%d the rows of %s stood together: %t, with the sentence: %t\n%s", width, height, id, together, got, k.view())
					}
				})
			}
		}
	}
}

// TestPlaceInText holds that a sentence that comes and goes does not move the
// cursor of somebody who corrects a text. Negative control: a field that is
// made anew for every sentence.
func TestPlaceInText(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, setup{survey: only(t, "improve"), start: tui.StartWelcome, lang: survey.English})
		k.press("enter", "a", "b", "home", "esc")
		k.want("once more to leave")
		k.press("x")
		k.want("┃ xab")
	})
}

// TestNumberHostile holds that only digits, and a minus where it makes sense,
// reach a number, typed or pasted.
func TestNumberHostile(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, setup{survey: kinds(t), start: tui.StartWelcome, lang: survey.English})
		k.press(before("years")...)
		k.write(string(hostileRunes()))
		for _, r := range "٣５e+,.-Oo" {
			k.write(string(r))
			k.send(tea.PasteMsg{Content: "1" + string(r)})
		}
		k.want("┃    years")
		k.send(tea.PasteMsg{Content: " 42\n"})
		k.want("┃ 42 years")
	})
}
