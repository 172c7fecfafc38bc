package tui_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"anketa/survey"
	"anketa/tui"
)

// numberedKinds is a survey made of counted words with the kinds of question
// that numbered does not have, each behind the title of a section.
func numberedKinds() *survey.Survey {
	var c counted
	points := func(n, words int) []survey.Point {
		points := make([]survey.Point, n)
		for i := range points {
			points[i] = survey.Point{Value: fmt.Sprint(i + 1), Label: c.words(words)}
		}
		return points
	}
	other := append(points(11, 9), survey.Point{Value: survey.OtherValue, Label: c.words(9)})
	s := &survey.Survey{
		ID: "numbered", Title: c.words(6), Languages: survey.Languages(), MinGroup: survey.DefaultMinGroup,
		Release: survey.ReleaseLagged, Kiosk: survey.DefaultKiosk(), Sections: []survey.Section{{ID: "all", Title: c.words(8)}},
		Questions: []survey.Question{
			{ID: "note", Kind: survey.KindNote, Text: c.words(55)},
			{ID: "multi", Kind: survey.KindMulti, Hint: c.words(6), Points: other, Other: other[11].Label, NotApplicable: c.words(16), Min: 2, Max: 5},
			{ID: "number", Kind: survey.KindNumber, Hint: c.words(12), Min: 1900, Max: 2026, Unit: c.words(5), NotApplicable: c.words(16)},
			{ID: "pair", Kind: survey.KindBeforeAfter, Hint: c.words(6), Points: points(5, 9), NotApplicable: c.words(9)},
			{ID: "nps", Kind: survey.KindNPS, Hint: c.words(6), Points: zeroToTen(), Low: c.words(4), High: c.words(4), NotApplicable: c.words(9)},
			{ID: "line", Kind: survey.KindText, Hint: c.words(6), MaxLength: 60, OneLine: true},
		},
	}
	for i := range s.Questions {
		if q := &s.Questions[i]; q.Text == nil {
			q.Text, q.Section = c.words(16), 1
		}
	}
	return s
}

// TestKindsWhole holds that each kind of question is shown whole together with
// the point that has the focus, and that moving the focus shows every label
// whole. Negative control: a section, a unit or a label that is cut by a cell.
func TestKindsWhole(t *testing.T) {
	enter := []string{"enter", "enter", "1", "2", "enter", "n", "1", "1", "5"}
	ends := map[string]int{"note": 1, "multi": 2, "number": 5, "pair": 6, "nps": 8, "line": 9}
	for id, keys := range ends {
		for _, f := range wholeSizes() {
			t.Run(fmt.Sprintf("%s/%d×%d", id, f.width, f.height), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					s := numberedKinds()
					k := start(t, setup{survey: s, start: tui.StartWelcome})
					k.size(f.width, f.height)
					k.press(enter[:keys]...)
					k.pass(300 * time.Millisecond)
					showsWhole(k, s, id)
				})
			})
		}
	}
}

// showsWhole fails unless the terminal shows a question whole, with each of its
// labels at the latest when that has the focus.
func showsWhole(k *kiosk, s *survey.Survey, id string) {
	k.Helper()
	i, _ := s.Question(id)
	q := &s.Questions[i]
	always := []survey.Text{q.Text, q.Hint, q.Unit}
	if section := s.SectionOf(i); section != nil {
		always = append(always, section.Title)
	}
	labels := labelsOf(q)
	places := max(len(labels), 1)
	if q.Kind == survey.KindNPS {
		// Numbers have no words, but their ends have.
		labels = []survey.Text{q.Low, q.High, q.NotApplicable}
	}
	all := seen{}
	for at := range places {
		if q.Kind != survey.KindNumber {
			k.press("home")
			k.press(slices.Repeat([]string{"right"}, at)...)
		}
		now := seen{}
		now.look(k)
		all.look(k)
		if missed := now.missed(always...); missed != nil {
			k.Fatalf("the words %q are not shown:\n%s", missed, k.view())
		}
	}
	if missed := all.missed(labels...); missed != nil {
		k.Fatalf("the words %q are never shown:\n%s", missed, k.view())
	}
}

// hostileKinds is hostile with the other kinds of question.
func hostileKinds(text string) *survey.Survey {
	s := hostile(text)
	words := s.Title
	points := labelled(30, 300, text)
	points[29] = survey.Point{Value: survey.OtherValue, Label: words}
	s.Sections = []survey.Section{{ID: "rows", Title: words, Matrix: true}, {ID: "others", Title: words}}
	s.Questions = []survey.Question{
		{ID: "note", Kind: survey.KindNote},
		{ID: "row1", Kind: survey.KindLikert, Section: 1, Points: labelled(5, 300, text), NotApplicable: words},
		{ID: "row2", Kind: survey.KindLikert, Section: 1, Points: labelled(5, 300, text), NotApplicable: words},
		{ID: "number", Kind: survey.KindNumber, Section: 2, Min: -999_000, Max: -998_500, Unit: words, NotApplicable: words},
		{ID: "multi", Kind: survey.KindMulti, Section: 2, Points: points, Other: words, NotApplicable: words, Min: 2, Max: 30},
		{ID: "pair", Kind: survey.KindBeforeAfter, Section: 2, Points: labelled(11, 300, text), NotApplicable: words},
		{ID: "nps", Kind: survey.KindNPS, Section: 2, Points: zeroToTen(), Low: words, High: words, NotApplicable: words},
		{ID: "line", Kind: survey.KindText, Section: 2, MaxLength: survey.MaxTextLength, OneLine: true, AskQuote: true},
	}
	for i := range s.Questions {
		s.Questions[i].Text, s.Questions[i].Hint = words, words
	}
	return s
}

// hostileKindScreens shows the survey of hostileKinds.
func hostileKindScreens(text string) []screen {
	evil := func(testing.TB) *survey.Survey { return hostileKinds(text) }
	walks := map[string][]string{
		"note": {}, "row": {"enter"}, "row-2": {"enter", "2", "end"}, "number": {"enter", "2", "2", "end"},
		"number-wrong": {"enter", "2", "2", "-", "7", "enter"}, "number-none": {"enter", "2", "2", "n"},
		"multi": {"enter", "2", "2", "n", "1", "end"}, "multi-few": {"enter", "2", "2", "n", "1", "enter"},
		"words":  {"enter", "2", "2", "n", "1", "u", "enter", "a", "b"},
		"pair":   {"enter", "2", "2", "n", "1", "2", "enter", "end"},
		"pair-2": {"enter", "2", "2", "n", "1", "2", "enter", "5", "enter"},
		"nps":    {"enter", "2", "2", "n", "1", "2", "enter", "5", "5", "1"},
		"line":   {"enter", "2", "2", "n", "1", "2", "enter", "5", "5", "n", "x"},
		"review": {"enter", "2", "2", "n", "1", "2", "enter", "5", "5", "n", "x", "enter", "1", "up", "up"},
	}
	var all []screen
	for name, keys := range walks {
		all = append(all, screen{name: name, survey: evil, with: setup{start: tui.StartWelcome}, walk: func(k *kiosk) {
			k.press("enter")
			k.press(keys...)
		}})
	}
	return all
}

// TestFitsHostileKinds is TestFitsHostile for the other kinds of question.
func TestFitsHostileKinds(t *testing.T) {
	for name, text := range hostileTexts() {
		for _, s := range hostileKindScreens(text) {
			t.Run(name+"/"+s.name, func(t *testing.T) {
				t.Parallel()
				all := someSizes(name+s.name, 2)
				s.fits(t, survey.SerbianCyrillic, sample(name+s.name, []frame{{1, 1}, {60, 16}, {150, 24}, all[len(all)-1], all[len(all)-2]}, 3))
			})
		}
	}
}

// TestAnswerVisible holds that the place of the answer stays on the terminal also
// when everything around it is as long as it can be. Negative control: a heading
// that takes all the room.
func TestAnswerVisible(t *testing.T) {
	marks := map[string][]string{
		"row-2": {"› "}, "number": {"┃"}, "number-wrong": {"┃ -7", "Упишите број"}, "number-none": {"●"},
		"multi": {"› "}, "words": {"┃ ab"}, "pair": {"› ", "Пре обуке"}, "pair-2": {"Сада"}, "nps": {"●"}, "line": {"┃ x"},
	}
	for _, s := range hostileKindScreens(hostileTexts()["words"]) {
		for _, f := range []frame{{60, 16}, {80, 24}} {
			if marks[s.name] == nil {
				continue
			}
			t.Run(fmt.Sprintf("%s/%d×%d", s.name, f.width, f.height), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					with := s.with
					with.survey, with.lang = s.survey(t), survey.SerbianCyrillic
					k := start(t, with)
					k.deliver(tea.WindowSizeMsg{Width: f.width, Height: f.height})
					s.walk(k)
					k.want(marks[s.name]...)
				})
			})
		}
	}
}

// TestMatrixWhole holds that rows stand together only where every word of them
// is seen, and that otherwise each stands alone, whole, below the title.
func TestMatrixWhole(t *testing.T) {
	var together, alone int
	for width := 60; width <= 200; width += 20 {
		for _, height := range []int{16, 24, 40} {
			synctest.Test(t, func(t *testing.T) {
				var c counted
				s := kinds(t)
				s.Sections[0].Title = c.words(5)
				for _, id := range []string{"content", "trainers", "exercises"} {
					i, _ := s.Question(id)
					s.Questions[i].Text = c.words(6)
				}
				k := start(t, setup{survey: s, start: tui.StartWelcome, lang: survey.English})
				k.size(width, height)
				k.press(append(before("content"), "f1")...)
				now := seen{}
				now.look(k)
				at, _ := s.Question("content")
				want := []survey.Text{s.Sections[0].Title, s.Questions[at].Text}
				if strings.Contains(k.view(), "↑↓ row") {
					together++
					want = append(want, s.Questions[at+1].Text, s.Questions[at+2].Text)
				} else {
					alone++
				}
				if missed := now.missed(want...); missed != nil {
					t.Errorf("at %d×%d the words %q are not shown:\n%s", width, height, missed, k.view())
				}
			})
		}
	}
	if together == 0 || alone == 0 {
		t.Errorf("rows stood together %d times and alone %d times, want both", together, alone)
	}
}
