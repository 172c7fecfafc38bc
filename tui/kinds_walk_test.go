package tui_test

import (
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"anketa/survey"
	"anketa/tui"
)

// step is a few keys and what the terminal must show, or not, after them.
type step struct {
	keys      []string
	want, not []string
}

// then returns a step.
func then(want string, keys ...string) step { return step{keys: keys, want: []string{want}} }

// walkKinds takes the steps through the survey with all kinds, in English. Time
// stands still, so that no key waits for a moment to pass. The terminal is wide
// enough for the rows of a matrix.
func walkKinds(t *testing.T, steps ...step) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		k := start(t, setup{survey: kinds(t), start: tui.StartWelcome, lang: survey.English})
		k.size(120, 40)
		for _, s := range steps {
			k.press(s.keys...)
			k.want(s.want...)
			k.wantNot(s.not...)
		}
	})
}

// TestWalkKinds holds where keys lead on each kind of question.
func TestWalkKinds(t *testing.T) {
	at := func(id, want string) step { return then(want, append(before(id), "f1")...) }
	const required = "Please answer this question."
	for name, steps := range map[string][]step{
		"a note is no question and waits for Enter": {
			{[]string{"enter"}, []string{"Please answer frankly"}, []string{"Question 1"}},
			then("Please answer frankly", "1", "space", "a"),
			then("Question 1 of 11", "enter"),
			then("Please answer frankly", "backspace"),
			then("Only your answers", "backspace"),
		},
		"other asks for words, which may be left out": {
			at("field", "In which field"),
			then("“something else” – in your own words:", "4"),
			then("Question 2 of 11", "enter"),
			then("›● 4  something else", "esc"),
			then("in your own words", "enter"),
			then("›● 4  something else", "backspace"),
		},
		"words behind other are kept on the way back and forth": {
			at("field", "In which field"),
			then("┃ cou", "4", "c", "o", "u"),
			then("›● 4  something else", "esc"),
			then("┃ cou", "4"),
			then("Question 2 of 11", "r", "t", "enter"),
			then("┃ court", "esc", "4"),
			then("›● 1  police", "esc", "1", "x", "esc"),
			{[]string{"4"}, []string{"in your own words"}, []string{"court"}},
		},
		"a number must fit": {
			at("years", "How long"),
			then(required, "enter"),
			then("┃    years", "x", "space", "."),
			then("Enter a number from 0 to 50.", "5", "1", "enter"),
			then("Question 2 of 12", "enter"),
			then("Question 3 of 12", "backspace", "0", "enter"),
			then("┃ 50 years", "backspace"),
		},
		"a minus is typed only where numbers are below zero": {
			at("years", "How long"),
			then("┃    years", "-", "-"),
		},
		"a number below zero, in its limits": {
			at("change", "By how many points"),
			then("Enter a number from -10 to 10.", "-", "1", "1", "enter"),
			then("Question 10 of 13", "enter"),
			then("Question 11 of 13", "backspace", "enter"),
			then("┃ -1", "backspace"),
			then("Enter a number from -10 to 10.", "backspace", "enter"),
			then("Question 11 of 13", "backspace", "enter"),
		},
		"a number that does not fit is not kept": {
			at("change", "By how many points"),
			then("Question 9 of 13", "9", "9", "esc"),
			{[]string{"enter", "f1"}, []string{"Question 10 of 13"}, []string{"99"}},
		},
		"a number that fits is not kept when another one does not": {
			at("topics", "Which topics"),
			then("┃ 12 years", "backspace"),
			then("In which field", "9", "esc"),
			then("┃    years", "enter", "f1"),
			then(required, "enter"),
		},
		"n declines a number, and a number takes that back": {
			at("years", "How long"),
			then("● n  I prefer not to say", "7", "н"),
			then("● n  I prefer not to say", "f1", "esc", "x"),
			{[]string{"7"}, []string{"┃ 7  years"}, []string{"●"}},
		},
		"several options are marked, and no more than the most": {
			at("topics", "Choose at most 3 answers."),
			then(required, "enter"),
			then("[x] 1  the law", "1", "2", "3"),
			{[]string{"4"}, []string{"No more can be chosen", "[ ] 4"}, nil},
			{[]string{"2", "4"}, []string{"[ ] 2", "[x] 4"}, []string{"No more"}},
			then("Question 4 of 13", "enter"),
			{[]string{"backspace"}, []string{"[x] 1", "[ ] 2", "[x] 3", "[x] 4"}, nil},
			{[]string{"0"}, []string{"[ ] 1", "[x] 0  none of them"}, nil},
		},
		"other among several asks for words": {
			at("topics", "Which topics"),
			then("“another topic” – in your own words:", "1", "5", "enter"),
			then("[x] 5  another topic", "s", "esc"),
			then("┃ s", "enter"),
			then("Question 4 of 12", "enter"),
		},
		"arrows and Enter mark, and go on from a marked one": {
			at("topics", "Enter next"),
			then("Enter mark", "down"),
			then("[x] 1  the law", "enter"),
			then("Question 4 of 12", "enter"),
		},
		"rows of a matrix are answered one after the other": {
			at("content", "› the content"),
			then("› the trainers", "4", "f1"),
			{[]string{"enter"}, []string{required, "› the trainers"}, nil},
			{[]string{"down"}, []string{required, "› the trainers"}, nil},
			then("› the content", "up"),
			then("› the content", "up", "up"),
			then("› the exercises", "enter", "2", "f1"),
			then("› the part on assessing risk", "1", "f1"),
			then("› the part on assessing risk", "down"),
			then("Question 8 of 13", "enter"),
			then("› the part on assessing risk", "backspace"),
			then("Which topics", "backspace", "backspace", "backspace", "backspace"),
		},
		"rows whose condition does not hold are left out": {
			at("topics", "Which topics"),
			{[]string{"1", "enter"}, []string{"› the content"}, []string{"assessing risk"}},
			then("[x] 3  assessing risk", "backspace", "3"),
			then("the part on assessing risk", "enter"),
		},
		"left moves in a row until its first point, then back": {
			at("trainers", "› the trainers"),
			then("› the trainers", "2", "up", "left"),
			then("› the content", "left"),
		},
		"before and now are answered together": {
			at("skills", "› Before the training"),
			then("› Now", "2"),
			{[]string{"enter"}, []string{"Please answer both", "› Now"}, nil},
			then("› Before the training", "up"),
			then("› Now", "down"),
			then("› Before the training", "backspace"),
			then("› Now", "enter"),
			then("Question 9 of 13", "4", "f1"),
			then("› Before the training", "backspace"),
			then("Question 7 of 13", "backspace"),
		},
		"now before before": {
			at("skills", "› Before the training"),
			then(required, "enter"),
			then("› Before the training", "down", "5"),
			{[]string{"down", "up", "enter"}, []string{"Please answer both", "› Before"}, nil},
			then("› Now", "1"),
			then("Question 9 of 13", "enter", "f1"),
		},
		"1 may still become 10": {
			at("recommend", "Question 11 of 13"),
			then("1 is chosen. For 10 press 0, for 1 press Enter.", "1"),
			then("● 10", "0"),
			then("● 10", "f1", "backspace"),
		},
		"1 and Enter is 1": {
			at("recommend", "Question 11 of 13"),
			{[]string{"1", "enter"}, []string{"● 1"}, []string{"1 is chosen"}},
			then("What did you miss?", "f1"),
		},
		"1 stays when somebody goes back": {
			at("recommend", "Question 11 of 13"),
			then("Question 10 of 13", "1", "backspace"),
			then("● 1", "enter"),
		},
		"Esc leads back from a text of one line": {
			at("why", "What did you miss?"),
			then("┃ a b", "a", "space", "b"),
			then("Question 11 of 13", "esc"),
			then("┃ a b", "enter", "f1"),
		},
	} {
		t.Run(name, func(t *testing.T) { walkKinds(t, steps...) })
	}
}

// TestWalkKindsWaits holds that a 1 that may become 10 waits as long as it takes,
// and that what is chosen otherwise is shown for a moment only.
func TestWalkKindsWaits(t *testing.T) {
	for _, c := range []struct {
		key, want string
	}{{"1", "1 is chosen"}, {"2", "What did you miss?"}} {
		synctest.Test(t, func(t *testing.T) {
			k := start(t, setup{survey: kinds(t), start: tui.StartWelcome, lang: survey.English})
			k.press(before("recommend")...)
			k.press(c.key)
			k.pass(10 * time.Second)
			k.want(c.want)
		})
	}
}

// walked is what the keys of kindAnswers mean.
func walked() []survey.Answer {
	return []survey.Answer{
		{},
		{Code: 1},
		{Code: survey.Answered, Number: 12},
		{Code: survey.Answered, Set: 1<<0 | 1<<2},
		{Code: 4},
		{Code: 3},
		{Code: 5},
		{Code: 4},
		{Before: 2, Code: 4},
		{Code: 2},
		{Code: survey.Answered, Number: -3},
		{Code: 9},
		{},
		{Text: "ok", Quote: true},
	}
}

// given sends the interview and returns the answers that the store was given.
func given(k *kiosk) []survey.Answer {
	k.Helper()
	k.press("enter")
	if len(k.store.attempts()) == 0 {
		k.Fatalf("nothing was sent:\n%s", k.view())
	}
	return k.store.attempts()[0].Answers
}

// TestBurstKinds holds that all keys of an interview with every kind of question
// typed at once give what was meant, on a terminal where rows stand together and
// on one where they do not.
func TestBurstKinds(t *testing.T) {
	for _, f := range []frame{{60, 16}, {80, 24}} {
		synctest.Test(t, func(t *testing.T) {
			k := start(t, setup{survey: kinds(t), start: tui.StartWelcome})
			k.size(f.width, f.height)
			for _, key := range append(before(""), "enter") {
				k.deliver(press(key))
			}
			k.settle()
			if len(k.store.attempts()) == 0 || !slices.Equal(k.store.attempts()[0].Answers, walked()) {
				t.Errorf("at %d×%d the store was given\n%+v, want\n%+v\n%s", f.width, f.height, k.store.attempts(), walked(), k.view())
			}
		})
	}
}

// TestArrowsKinds holds that the same answers can be given without any digit but
// those of numbers.
func TestArrowsKinds(t *testing.T) {
	right := func(n int) []string { return append(slices.Repeat([]string{"right"}, n), "enter") }
	down := func(n int) []string { return append(slices.Repeat([]string{"down"}, n), "enter") }
	synctest.Test(t, func(t *testing.T) {
		k := start(t, setup{survey: kinds(t), start: tui.StartWelcome})
		for _, keys := range [][]string{
			{"enter", "enter"},
			down(1),
			{"1", "2", "enter"},
			down(1), down(2),
			{"enter"},
			right(4), right(3), right(5), right(4), right(2), right(4), right(2),
			{"-", "3", "enter"},
			right(9),
			{"enter"},
			{"o", "k", "enter"},
			right(1),
		} {
			k.press(keys...)
		}
		if got := given(k); !slices.Equal(got, walked()) {
			t.Errorf("the store was given\n%+v, want\n%+v", got, walked())
		}
	})
}

// TestBackKinds holds that Backspace, and Esc where something is written, leads
// back through everything, and Enter forth again, and that no answer is lost.
func TestBackKinds(t *testing.T) {
	for _, f := range []frame{{60, 16}, {80, 24}} {
		synctest.Test(t, func(t *testing.T) {
			k := start(t, setup{survey: kinds(t), start: tui.StartWelcome, lang: survey.English})
			k.size(f.width, f.height)
			k.press(before("")...)
			k.press("f1")
			for range len(walked()) {
				k.press("esc")
			}
			k.want("Please answer frankly")
			// Text and consent, and before and now, take two.
			for range len(walked()) + 2 {
				k.press("enter")
			}
			k.press("f1")
			k.want("Look through your answers")
			if got := given(k); !slices.Equal(got, walked()) {
				t.Errorf("at %d×%d the store was given\n%+v, want\n%+v", f.width, f.height, got, walked())
			}
		})
	}
}

// TestResizeKinds holds that nothing typed or chosen is lost when the terminal
// changes its size, also where rows come together or fall apart.
func TestResizeKinds(t *testing.T) {
	for _, c := range []struct {
		id   string
		keys []string
		want string
	}{
		{"field", []string{"4", "x", "y"}, "┃ xy"},
		{"years", []string{"9", "9"}, "┃ 99 years"},
		{"topics", []string{"2", "4"}, "[x] 4"},
		{"trainers", []string{"3", "backspace"}, "●"},
		{"skills", []string{"2", "backspace"}, "●"},
		{"recommend", []string{"1"}, "● 1"},
		{"why", []string{"x", "y"}, "┃ xy"},
	} {
		t.Run(c.id, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				k := start(t, setup{survey: kinds(t), start: tui.StartWelcome, lang: survey.English})
				k.press(before(c.id)...)
				k.press(c.keys...)
				for _, f := range []frame{{60, 16}, {200, 60}, {60, 16}, {80, 24}} {
					k.size(f.width, f.height)
					k.want(c.want)
				}
			})
		})
	}
}
