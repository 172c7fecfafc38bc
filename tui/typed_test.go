package tui_test

import (
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"anketa/storage/storagetest"
	"anketa/survey"
	"anketa/tui"
)

// script is a person who knows what to answer and types it without looking.
type script struct {
	*rapid.T
	survey *survey.Survey
	keys   []string
	// want are the answers that were meant.
	want []survey.Answer
	// returning is true once every question leads back to the review.
	returning bool
}

// TestNoKeyLost holds that an interview ends with exactly what was typed,
// however fast the keys come and however late the timers ring: digits, arrows,
// skipping, changing one's mind, going back and forth, and changes in the review.
// Negative control: settle that swallows its key, a confirmation that ignores
// keys, a timer without a generation.
func TestNoKeyLost(t *testing.T) {
	store := &spy{DB: storagetest.Open(t)}
	rapid.Check(t, func(rt *rapid.T) {
		s := &script{T: rt, survey: drawSurvey(rt)}
		s.want = make([]survey.Answer, len(s.survey.Questions))
		s.write()
		got := typeAll(rt, s, store)
		if !slices.Equal(got.Answers, s.want) {
			rt.Fatalf("the keys %q gave\n%+v, want\n%+v", s.keys, got.Answers, s.want)
		}
	})
}

// drawSurvey draws one to six questions.
func drawSurvey(t *rapid.T) *survey.Survey {
	s := &survey.Survey{
		ID: "drawn", Title: everywhere("Title"), Languages: survey.Languages(), MinGroup: survey.DefaultMinGroup,
		Kiosk: survey.Kiosk{Idle: time.Hour, Countdown: time.Hour, Confirm: 1, Thanks: 1},
	}
	kinds := []survey.Kind{survey.KindLikert, survey.KindChoice, survey.KindYesNo, survey.KindText}
	for range rapid.IntRange(1, 6).Draw(t, "questions") {
		q := survey.Question{Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), Text: everywhere("Why?"), Required: rapid.Bool().Draw(t, "required")}
		q.ID = string(rune('a' + len(s.Questions)))
		if !q.Closed() {
			q.MaxLength, q.AskQuote = 20, rapid.Bool().Draw(t, "consent")
			s.Questions = append(s.Questions, q)
			continue
		}
		q.Points = labelled(rapid.IntRange(2, 11).Draw(t, "points"), 3, "x")
		if rapid.Bool().Draw(t, "not applicable") {
			q.NotApplicable = everywhere("none")
		}
		s.Questions = append(s.Questions, q)
	}
	return s
}

// write writes the whole script, from the welcome screen to sending.
func (s *script) write() {
	s.press("enter")
	for i := range s.survey.Questions {
		s.wander(i)
		s.answer(i)
	}
	s.returning = true
	for range rapid.IntRange(0, 2).Draw(s.T, "changes") {
		i := rapid.IntRange(0, len(s.want)-1).Draw(s.T, "changed")
		s.press(string(rune('1' + i)))
		s.answer(i)
	}
	s.press("enter")
}

func (s *script) press(keys ...string) { s.keys = append(s.keys, keys...) }

// wander goes back some questions and forward again, which changes nothing.
func (s *script) wander(from int) {
	steps := rapid.IntRange(0, from).Draw(s.T, "steps back")
	for i := range steps {
		s.press(s.back(from - i))
	}
	for i := from - steps; i < from; i++ {
		s.press("enter")
		if q := &s.survey.Questions[i]; !q.Closed() && q.AskQuote && s.want[i].Text != "" {
			s.press("enter")
		}
	}
}

// back returns the key that goes back from a question or the review.
func (s *script) back(from int) string {
	if from < len(s.want) && !s.survey.Questions[from].Closed() {
		return "esc"
	}
	return "backspace"
}

// answer answers one question in one of many ways.
func (s *script) answer(i int) {
	q := &s.survey.Questions[i]
	if q.Required && !s.want[i].Given() && rapid.Bool().Draw(s.T, "tries to skip") {
		s.press("enter")
	}
	if !q.Closed() {
		s.text(i)
		return
	}
	if !q.Required && !s.want[i].Given() && rapid.IntRange(0, 3).Draw(s.T, "skips") == 0 {
		s.press("enter")
		return
	}
	s.choose(i)
	if rapid.IntRange(0, 3).Draw(s.T, "changes mind") == 0 && i+1 < len(s.want) && !s.returning {
		s.press(s.back(i + 1))
		s.choose(i)
	}
}

// choose picks a point by its key, or with arrows and Enter or space.
func (s *script) choose(i int) {
	q := &s.survey.Questions[i]
	n := len(q.Points)
	if q.HasNotApplicable() {
		n++
	}
	at := rapid.IntRange(0, n-1).Draw(s.T, "point")
	s.want[i] = survey.Answer{Code: survey.Code(at + 1)}
	name := "123456789ab"[min(at, 10) : min(at, 10)+1]
	if at == len(q.Points) {
		s.want[i].Code, name = survey.NotApplicable, "0"
	}
	switch rapid.IntRange(0, 2).Draw(s.T, "way") {
	case 0:
		s.press(name)
	case 1:
		s.press("home")
		s.press(slices.Repeat([]string{"down"}, at)...)
		s.press("enter")
	case 2:
		s.press("end")
		s.press(slices.Repeat([]string{"up"}, n-1-at)...)
		s.press("space")
	}
}

// text types a text over the one that is there.
func (s *script) text(i int) {
	q := &s.survey.Questions[i]
	s.press(slices.Repeat([]string{"backspace"}, len([]rune(s.want[i].Text)))...)
	alphabet := []rune("abč ж1")
	text := string(rapid.SliceOfN(rapid.SampledFrom(alphabet), 0, 8).Draw(s.T, "text"))
	if text = survey.Clean(text, 20); text == "" && q.Required {
		text = "x"
	}
	for _, r := range text {
		s.press(string(r))
	}
	s.press("enter")
	s.want[i] = survey.Answer{Text: text}
	if text == "" || !q.AskQuote {
		return
	}
	key := rapid.SampledFrom([]string{"1", "2", "enter"}).Draw(s.T, "consent given")
	s.press(key)
	s.want[i].Quote = key == "1"
}

// typeAll types the script into a kiosk. Timers ring at drawn moments, or never.
func typeAll(t *rapid.T, s *script, store *spy) survey.Response {
	m := tui.New(t.Context(), tui.Config{
		Survey: s.survey, Store: store, Start: tui.StartWelcome, Sessions: []survey.Session{{Open: true}},
	})
	var ringing []tea.Cmd
	var last tea.Cmd
	for i, key := range s.keys {
		_, cmd := m.Update(press(key))
		if last = cmd; cmd != nil && i > 0 && i < len(s.keys)-1 {
			ringing = append(ringing, cmd)
		}
		if len(ringing) > 0 && i < len(s.keys)-1 && rapid.IntRange(0, 2).Draw(t, "rings") == 0 {
			at := rapid.IntRange(0, len(ringing)-1).Draw(t, "timer")
			_, _ = m.Update(ringing[at]())
			ringing = slices.Delete(ringing, at, at+1)
		}
	}
	store.given = nil
	if last != nil {
		last()
	}
	if len(store.given) == 0 {
		t.Fatalf("the keys %q sent nothing; the screen is\n%s", s.keys, m.View().Content)
	}
	return store.given[0]
}
