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

// counted makes texts of words of which no two are the same, so that a word
// that was cut, or left out, is missed.
type counted int

// words returns a text of n words in all languages.
func (c *counted) words(n int) survey.Text {
	words := make([]string, n)
	for i := range words {
		*c++
		words[i] = fmt.Sprintf("w%03d", int(*c))
	}
	return everywhere(strings.Join(words, " "))
}

// numbered returns a survey made of counted words: questions of 28 words, hints
// of 12, labels of 5 to 16.
func numbered() *survey.Survey {
	var c counted
	points := func(n, words int) []survey.Point {
		points := make([]survey.Point, n)
		for i := range points {
			points[i] = survey.Point{Value: fmt.Sprint(i + 1), Label: c.words(words)}
		}
		return points
	}
	return &survey.Survey{
		ID: "numbered", Title: c.words(6), Languages: survey.Languages(),
		MinGroup: survey.DefaultMinGroup, Release: survey.ReleaseLagged, Kiosk: survey.DefaultKiosk(),
		Questions: []survey.Question{
			{ID: "row", Kind: survey.KindLikert, Text: c.words(28), Hint: c.words(12), Points: points(3, 5), NotApplicable: c.words(16), Headline: []survey.Code{1, 2}},
			{ID: "scale", Kind: survey.KindLikert, Text: c.words(28), Points: points(11, 16), NotApplicable: c.words(16), Headline: []survey.Code{11}},
			{ID: "choice", Kind: survey.KindChoice, Text: c.words(28), Hint: c.words(12), Points: points(20, 16), Headline: []survey.Code{2}},
			{ID: "text", Kind: survey.KindText, Text: c.words(28), Hint: c.words(12), MaxLength: survey.MaxTextLength},
		},
	}
}

// wholeSizes are those at which nothing may be cut.
func wholeSizes() []frame {
	return []frame{{60, 16}, {61, 17}, {75, 20}, {80, 24}, {120, 40}, {149, 40}, {150, 40}, {200, 60}}
}

// seen notes the words that a terminal shows.
type seen map[string]bool

func (s seen) look(k *kiosk) {
	for word := range strings.FieldsFuncSeq(k.view(), func(r rune) bool { return !strings.ContainsRune("w0123456789", r) }) {
		s[word] = true
	}
}

// missed returns the words of texts that were not seen.
func (s seen) missed(texts ...survey.Text) []string {
	var missed []string
	for _, text := range texts {
		for word := range strings.FieldsSeq(text.In(survey.English)) {
			if !s[word] {
				missed = append(missed, word)
			}
		}
	}
	return missed
}

// TestAskWhole holds that a question is shown whole together with the focused
// point, and that moving the focus shows every label whole. Negative control:
// a label, question or hint that is cut by a cell loses a word.
func TestAskWhole(t *testing.T) {
	for at := range 3 {
		for _, f := range wholeSizes() {
			t.Run(fmt.Sprintf("%d/%d×%d", at+1, f.width, f.height), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					s := numbered()
					k := start(t, setup{survey: s, start: tui.StartWelcome})
					k.size(f.width, f.height)
					k.press([]string{"enter", "2", "2"}[:at+1]...)
					k.pass(300 * time.Millisecond)
					q := &s.Questions[at]
					labels := labelsOf(q)
					for i, label := range labels {
						k.press("home")
						k.press(slices.Repeat([]string{"down"}, i)...)
						now := seen{}
						now.look(k)
						if missed := now.missed(q.Text, q.Hint, label); missed != nil {
							t.Fatalf("with point %d focused the words %q are not shown:\n%s", i+1, missed, k.view())
						}
					}
				})
			})
		}
	}
}

// labelsOf returns the labels of a question in the order of the list.
func labelsOf(q *survey.Question) []survey.Text {
	var labels []survey.Text
	for i := range q.Points {
		labels = append(labels, q.Points[i].Label)
	}
	if q.HasNotApplicable() {
		labels = append(labels, q.NotApplicable)
	}
	return labels
}

// TestReviewWhole holds that moving through the review shows every question and
// every answer whole.
func TestReviewWhole(t *testing.T) {
	for _, f := range wholeSizes() {
		t.Run(fmt.Sprintf("%d×%d", f.width, f.height), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				s := numbered()
				k := start(t, setup{survey: s, start: tui.StartWelcome})
				k.size(f.width, f.height)
				k.press("enter", "2", "2", "2")
				k.pass(300 * time.Millisecond)
				k.press("enter")
				all := seen{}
				for range len(s.Questions) + 1 {
					all.look(k)
					k.press("up")
				}
				texts := []survey.Text{s.Questions[3].Text}
				for i := range 3 {
					texts = append(texts, s.Questions[i].Text, s.Questions[i].Points[1].Label)
				}
				if missed := all.missed(texts...); missed != nil {
					t.Errorf("the words %q are never shown", missed)
				}
			})
		})
	}
}

// TestLiveWhole holds that the list of questions and their details show every
// question, label and headline whole, and that all ways to scroll pass every line. Negative control: a line
// longer than the column, which the terminal would cut; a page that skips the
// line below which "▼ …" stands.
func TestLiveWhole(t *testing.T) {
	for _, scroll := range []string{"down", "pgdown", "space"} {
		for _, f := range wholeSizes() {
			t.Run(fmt.Sprintf("%s/%d×%d", scroll, f.width, f.height), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					s := numbered()
					k := start(t, setup{survey: s, start: tui.StartLive, responses: 12, closed: true})
					setPIN(k)
					k.press("1", "2", "3", "4", "enter")
					k.size(f.width, f.height)
					all := seen{}
					through := func() {
						for all.look(k); strings.Contains(k.view(), "▼"); all.look(k) {
							k.press(scroll)
						}
					}
					k.press("2")
					through()
					k.press("home", "enter")
					for range s.Questions {
						through()
						k.press("right")
					}
					var texts []survey.Text
					for i := range s.Questions {
						texts = append(append(texts, s.Questions[i].Text), labelsOf(&s.Questions[i])...)
					}
					if missed := all.missed(texts...); missed != nil {
						t.Errorf("the words %q are never shown", missed)
					}
				})
			})
		}
	}
}

// TestHeadlineWhole holds that the counts of a headline are on the screen also
// when its labels are long. Negative control: a headline that is not wrapped.
func TestHeadlineWhole(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, setup{survey: numbered(), start: tui.StartLive, responses: 12, closed: true, lang: survey.English})
		setPIN(k)
		k.press("1", "2", "3", "4", "enter")
		k.press("2")
		k.size(60, 60)
		k.want("6 of 9 (66.7%)")
	})
}

// TestFocusVisible holds that the focused point stays on the terminal also when
// question, hint and labels are as long as they can be, and that somebody who is
// asked for consent sees both answers. Negative control: a prompt that takes
// all the room.
func TestFocusVisible(t *testing.T) {
	for _, f := range []frame{{60, 16}, {80, 24}} {
		for _, s := range hostileScreens(hostileTexts()["words"]) {
			marks := map[string][]string{"scale-end": {"› "}, "options": {"› "}, "options-end": {"› "}, "yes-no": {"›●"}, "text": {"┃"}, "consent": {"1", "Да", "2", "Не"}}[s.name]
			if marks == nil {
				continue
			}
			t.Run(fmt.Sprintf("%s/%d×%d", s.name, f.width, f.height), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					with := s.with
					with.survey, with.lang = s.survey(t), survey.SerbianCyrillic
					k := start(t, with)
					k.deliver(tea.WindowSizeMsg{Width: f.width, Height: f.height})
					s.walk(k)
					k.want(marks...)
				})
			})
		}
	}
}
