package tui_test

import (
	"context"
	"slices"
	"strconv"
	"testing"
	"testing/synctest"
	"time"

	"anketa/results"
	"anketa/survey"
	"anketa/tui"
)

// AddPaper implements tui.Store.
func (s *spy) AddPaper(ctx context.Context, session survey.ID, r survey.Response) error {
	s.mu.Lock()
	s.given = append(s.given, survey.Response{ID: r.ID, Answers: slices.Clone(r.Answers)})
	hold, fail := s.hold, s.failing > 0
	s.failing--
	s.mu.Unlock()
	if hold != nil {
		<-hold
	}
	if fail && !s.unsure {
		return errDisk
	}
	err := s.DB.AddPaper(ctx, session, r)
	if fail {
		return errDisk
	}
	return err
}

// onPaper is the screen for forms from paper.
func onPaper() setup { return setup{start: tui.StartEntry, lang: survey.English} }

// paperWith runs the screen for a survey.
func paperWith(t *testing.T, with setup, body func(k *kiosk)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) { body(start(t, with)) })
}

// part is what is stored.
func (s *spy) part(tb testing.TB) results.Part {
	tb.Helper()
	p, err := s.DB.Part(tb.Context(), s.only(tb).ID)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

// of returns an answer with a code.
func of(code survey.Code) survey.Answer { return survey.Answer{Code: code} }

// TestPaperStores holds what is stored of the forms that are typed in: one key for a
// question with up to nine boxes, Enter for what is blank, also where the kiosk would
// require an answer, numbers of two digits with Enter, and what does not count left out
// only when Enter is pressed once more.
func TestPaperStores(t *testing.T) {
	for name, c := range map[string]struct {
		keys []string
		want []survey.Answer
	}{
		"whole": {
			[]string{"2", "1", "5", "4", "0", "1", "m", "o", "r", "e", "enter", "q", "enter", "1", "enter"},
			[]survey.Answer{of(2), of(1), of(5), of(4), of(survey.NotApplicable), of(1), {Text: "more"}, {Text: "q", Quote: true}},
		},
		"required left blank": {
			[]string{"enter", "2", "enter", "4", "enter", "enter", "enter", "enter", "enter"},
			[]survey.Answer{{}, of(2), {}, of(4), {}, {}, {}, {}},
		},
		"no such box": {
			[]string{"0", "-", "3", "9", "2", "6", "7", "8", "1", "enter", "enter", "2", "enter", "enter", "enter"},
			[]survey.Answer{of(3), of(2), of(1), {}, {}, of(2), {}, {}},
		},
		"back and again": {
			[]string{"2", "1", "5", "backspace", "backspace", "2", "enter", "4", "enter", "1", "x", "backspace", "backspace", "2", "enter", "enter", "enter"},
			[]survey.Answer{of(2), of(2), of(5), of(4), {}, of(2), {}, {}},
		},
		"erased": {
			[]string{"2", "1", "backspace", "delete", "enter", "3", "enter", "enter", "enter", "enter", "enter", "enter"},
			[]survey.Answer{of(2), {}, of(3), {}, {}, {}, {}, {}},
		},
		"consent not given": {
			[]string{"2", "1", "5", "4", "5", "1", "enter", "q", "enter", "enter", "enter"},
			[]survey.Answer{of(2), of(1), of(5), of(4), of(5), of(1), {}, {Text: "q"}},
		},
		"consent to another text": {
			[]string{"2", "1", "5", "4", "5", "1", "enter", "q", "enter", "1", "backspace", "x", "enter", "enter", "enter"},
			[]survey.Answer{of(2), of(1), of(5), of(4), of(5), of(1), {}, {Text: "qx"}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			paperWith(t, onPaper(), func(k *kiosk) {
				k.press(c.keys...)
				k.want("The form is stored.", "Form 2 · stored: 1")
				given := k.store.attempts()
				if len(given) != 1 || !slices.Equal(given[0].Answers, c.want) {
					t.Fatalf("stored %+v\nwant   %+v", given, c.want)
				}
				if p := k.store.part(t); p.Batches.N() != 1 || p.Paper != 1 {
					t.Errorf("%d responses are stored, %d from paper", p.Batches.N(), p.Paper)
				}
			})
		})
	}
}

// paperKinds is a survey with every kind of question that paper takes.
func paperKinds(testing.TB) *survey.Survey {
	yes, options := labelled(2, 3, "p"), labelled(12, 4, "o")
	yes[0].Value, yes[1].Value = "yes", "no"
	numbers := make([]survey.Point, 11)
	for i := range numbers {
		numbers[i] = survey.Point{Value: strconv.Itoa(i), Label: everywhere(strconv.Itoa(i))}
	}
	options[11] = survey.Point{Value: survey.OtherValue, Label: everywhere("other")}
	s := &survey.Survey{
		ID: "k", Title: everywhere("Kinds"), Languages: survey.Languages(), MinGroup: 5, Release: survey.ReleaseLagged, Kiosk: survey.DefaultKiosk(),
		Questions: []survey.Question{
			{ID: "note", Kind: survey.KindNote, Text: everywhere("A note")},
			{ID: "choice", Kind: survey.KindChoice, Required: true, Text: everywhere("Choice"), Points: options, Other: everywhere("other")},
			{ID: "multi", Kind: survey.KindMulti, Text: everywhere("Multi"), Points: labelled(4, 4, "m"), Min: 2, Max: 3, NotApplicable: everywhere("none")},
			{ID: "nps", Kind: survey.KindNPS, Text: everywhere("NPS"), Points: numbers, Low: everywhere("no"), High: everywhere("yes"), NotApplicable: everywhere("none")},
			{ID: "years", Kind: survey.KindNumber, Text: everywhere("Years"), Min: 0, Max: 60},
			{ID: "pair", Kind: survey.KindBeforeAfter, Text: everywhere("Pair"), Points: labelled(5, 4, "s")},
			{ID: "yes", Kind: survey.KindYesNo, Text: everywhere("Yes?"), Points: yes},
			{ID: "why", Kind: survey.KindText, Text: everywhere("Why?"), MaxLength: 100, When: &survey.Condition{Question: "yes", Is: yes[0].Value}},
		},
	}
	return s
}

// TestPaperKinds is TestPaperStores for the kinds that the default survey does not have.
func TestPaperKinds(t *testing.T) {
	missing, notAsked := survey.Answer{}, survey.Answer{Code: survey.NotAsked}
	for name, c := range map[string]struct {
		keys []string
		want []survey.Answer
	}{
		"whole": {
			[]string{"1", "2", "enter", "w", "enter", "1", "3", "enter", "1", "0", "enter", "2", "5", "enter", "2", "4", "1", "b", "enter", "enter"},
			[]survey.Answer{missing, {Code: 12, Text: "w"}, {Code: survey.Answered, Set: 0b101}, of(11), {Code: survey.Answered, Number: 25}, {Code: 4, Before: 2}, of(1), {Text: "b"}},
		},
		"one of two digits, not applicable, and not asked": {
			[]string{"1", "enter", "0", "enter", "-", "enter", "0", "enter", "1", "1", "2", "enter"},
			[]survey.Answer{missing, of(1), of(survey.NotApplicable), of(survey.NotApplicable), {Code: survey.Answered}, {Code: 1, Before: 1}, of(2), notAsked},
		},
		"what does not count": {
			[]string{"1", "3", "enter", "enter", "1", "enter", "enter", "1", "1", "enter", "0", "enter", "6", "1", "enter", "enter", "3", "enter", "enter", "2", "enter"},
			[]survey.Answer{missing, missing, missing, of(1), missing, missing, of(2), notAsked},
		},
		"the condition holds no more": {
			[]string{"enter", "enter", "enter", "enter", "enter", "1", "x", "backspace", "backspace", "2", "enter"},
			[]survey.Answer{missing, missing, missing, missing, missing, missing, of(2), notAsked},
		},
	} {
		t.Run(name, func(t *testing.T) {
			with := onPaper()
			with.survey = paperKinds(t)
			paperWith(t, with, func(k *kiosk) {
				k.want("1  Choice")
				k.press(c.keys...)
				k.want("The form is stored.")
				given := k.store.attempts()
				if len(given) != 1 || !slices.Equal(given[0].Answers, c.want) {
					t.Fatalf("stored %+v\nwant   %+v", given, c.want)
				}
			})
		})
	}
}

// TestPaperTwice holds that with twice nothing is stored before both times agree or the
// differences are settled: each is shown with what was typed both times.
func TestPaperTwice(t *testing.T) {
	first := []string{"2", "1", "5", "4", "5", "1", "enter", "q", "enter", "1"}
	for name, c := range map[string]struct {
		second, settle []string
		shown          []string
		want           []survey.Answer
	}{
		"agree": {first, nil, nil, []survey.Answer{of(2), of(1), of(5), of(4), of(5), of(1), {}, {Text: "q", Quote: true}}},
		"differ": {
			[]string{"3", "1", "enter", "4", "5", "1", "enter", "p", "enter", "enter"},
			[]string{"1", "backspace", "2", "1", "2"},
			[]string{"1  first time: 2", "2  second time: 3"},
			[]survey.Answer{of(3), of(1), of(5), of(4), of(5), of(1), {}, {Text: "p"}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			with := onPaper()
			with.twice = true
			paperWith(t, with, func(k *kiosk) {
				k.press(first...)
				k.want("Now type the same form once more.", "Form 1, second time")
				k.press(c.second...)
				k.want(c.shown...)
				if c.settle != nil {
					k.press("enter", "3", "x")
					k.want(c.shown...)
				}
				k.press(c.settle...)
				k.want("Check, then store")
				if len(k.store.attempts()) != 0 {
					t.Fatal("it was stored unchecked")
				}
				k.press("enter")
				k.want("The form is stored.")
				if given := k.store.attempts(); len(given) != 1 || !slices.Equal(given[0].Answers, c.want) {
					t.Fatalf("stored %+v\nwant   %+v", given, c.want)
				}
			})
		})
	}
}

// TestPaperOnceOnly holds that a form whose storing failed is stored once under one id, as
// soon as the store works again, and that the next form follows.
func TestPaperOnceOnly(t *testing.T) {
	for _, unsure := range []bool{false, true} {
		paperWith(t, onPaper(), func(k *kiosk) {
			k.store.failing, k.store.unsure = 2, unsure
			k.press("2", "1", "5", "4", "5", "1", "enter", "enter", "enter")
			k.want("Out of service")
			k.pass(20 * time.Second)
			k.want("The form is stored.", "Form 2")
			given := k.store.attempts()
			if len(given) != 3 || given[0].ID != given[1].ID || given[0].ID != given[2].ID {
				t.Errorf("tried %+v", given)
			}
			if p := k.store.part(t); p.Batches.N() != 1 || p.Paper != 1 {
				t.Errorf("%d responses are stored, %d from paper", p.Batches.N(), p.Paper)
			}
		})
	}
}

// TestPaperTypedAhead holds that no key is lost that is typed while a form is stored, also
// when it takes long and whole forms are typed meanwhile. Negative control: press without
// ahead.
func TestPaperTypedAhead(t *testing.T) {
	paperWith(t, onPaper(), func(k *kiosk) {
		release := k.store.block(t)
		form := []string{"2", "1", "5", "4", "5", "1", "enter", "enter", "enter"}
		k.press(form...)
		k.want("Storing your answers")
		k.press("3", "2", "1", "1", "1", "2", "enter", "enter", "enter", "4", "1")
		k.want("Storing your answers")
		release()
		k.settle()
		k.want("Form 3 · stored: 2", "1: 4 · 2: 1", "3  How far")
		given := k.store.attempts()
		if len(given) != 2 || given[0].ID == given[1].ID || given[1].Answers[0].Code != 3 || given[1].Answers[5].Code != 2 {
			t.Errorf("stored %+v", given)
		}
	})
}

// TestPaperEmpty holds that a form without an answer is not stored, and that one which is
// discarded is gone, after a question.
func TestPaperEmpty(t *testing.T) {
	paperWith(t, onPaper(), func(k *kiosk) {
		k.press("enter", "enter", "enter", "enter", "enter", "enter", "enter", "enter")
		k.want("An empty form is not stored.")
		k.press("enter")
		k.want("Form 1", "1  In which field")
		k.press("2", "1", "esc")
		k.want("Discard this form?")
		k.press("2")
		k.want("1: 2 · 2: 1")
		k.press("esc", "1")
		k.want("1  In which field")
		k.wantNot("1: 2")
		if len(k.store.attempts()) != 0 {
			t.Error("something was stored")
		}
	})
}

// TestPaperLocks holds that the screen is behind the PIN, that it locks when nobody types,
// and that the PIN brings the form back as it was. Negative control: waits without it.
func TestPaperLocks(t *testing.T) {
	with := onPaper()
	with.locked = true
	paperWith(t, with, func(k *kiosk) {
		setPIN(k)
		k.want("Enter the PIN")
		k.press("9", "9", "9", "9", "enter")
		k.want("is not right")
		k.wantNot("In which field")
		k.press("1", "2", "3", "4", "enter", "2", "1")
		k.want("1: 2 · 2: 1")
		k.pass(2 * time.Minute)
		k.want("Enter the PIN")
		k.wantNot("1: 2")
		k.press("1", "2", "3", "4", "enter")
		k.want("1: 2 · 2: 1", "3  How far")
	})
}

// TestPaperIsTold holds that the console tells how many came from paper where it may, in
// words that fit the number, and nothing of it while the session is open.
func TestPaperIsTold(t *testing.T) {
	for _, c := range []struct {
		lang     survey.Lang
		n        int
		open     bool
		want, no string
	}{
		{survey.English, 3, false, "Some were filled in on paper; how many is shown from 5 on", ""},
		{survey.English, 6, false, "6 of them were filled in on paper.", ""},
		{survey.English, 6, true, "answered", "paper"},
		{survey.SerbianLatin, 21, false, "Na papiru je popunjen 21 upitnik.", ""},
		{survey.SerbianCyrillic, 22, false, "На папиру су попуњена 22 упитника.", ""},
		{survey.SerbianCyrillic, 6, false, "На папиру је попуњено 6 упитника.", ""},
		{survey.SerbianLatin, 3, false, "Neki upitnici su popunjeni na papiru; koliko ih je", ""},
		{survey.SerbianLatin, 6, true, "odgovor", "papir"},
	} {
		paperWith(t, setup{start: tui.StartWelcome, lang: c.lang, responses: 10}, func(k *kiosk) {
			rows, session := examples(t), k.store.only(t).ID
			for i := range c.n {
				if err := k.store.DB.AddPaper(t.Context(), session, example(trainings(t), rows[i], 100+i)); err != nil {
					t.Fatal(err)
				}
			}
			if !c.open {
				if err := k.store.DB.CloseSession(t.Context(), session); err != nil {
					t.Fatal(err)
				}
			}
			showLive(k)
			k.want(c.want)
			if c.no != "" {
				k.wantNot(c.no)
			}
		})
	}
}

// paperScreens are those on which forms from paper are typed in.
func paperScreens() []screen {
	with, twice := onPaper(), onPaper()
	twice.twice = true
	typed := []string{"2", "1", "5", "4", "enter", "1"}
	return []screen{
		{name: "paper", with: with, walk: keys(), sizes: consoleSizes(), cyrillic: true},
		{name: "paper-wrong", with: with, walk: keys("2", "9")},
		{name: "paper-text", with: with, walk: keys(append(slices.Clone(typed), "a")...), sizes: consoleSizes()},
		{name: "paper-quote", with: with, walk: keys(append(slices.Clone(typed), "enter", "a", "enter")...)},
		{name: "paper-check", with: with, walk: keys(append(slices.Clone(typed), "enter", "a", "enter", "1")...), sizes: consoleSizes(), cyrillic: true},
		{name: "paper-empty", with: with, walk: keys("enter", "enter", "enter", "enter", "enter", "enter", "enter", "enter")},
		{name: "paper-discard", with: with, walk: keys("2", "esc")},
		{name: "paper-differs", with: twice, walk: keys("2", "1", "5", "4", "5", "1", "enter", "enter", "2", "1", "3", "enter", "5", "1", "enter", "enter"), sizes: consoleSizes(), cyrillic: true},
		{name: "paper-multi", with: with, survey: paperKinds, walk: keys("1", "enter", "1", "3"), sizes: consoleSizes()},
		{name: "paper-doubt", with: with, survey: paperKinds, walk: keys("1", "enter", "1", "enter")},
		{name: "paper-pair", with: with, survey: paperKinds, walk: keys("1", "enter", "0", "enter", "7", "enter", "3", "enter", "2")},
	}
}
