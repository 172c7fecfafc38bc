package tui_test

import (
	"slices"
	"strconv"
	"testing"

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
		s.want = s.survey.Settle(s.want)
		if !slices.Equal(got.Answers, s.want) {
			rt.Fatalf("the keys %q gave\n%+v, want\n%+v", s.keys, got.Answers, s.want)
		}
	})
}

// write writes the whole script, from the welcome screen to sending.
func (s *script) write() {
	s.press("enter")
	for i := 0; i < len(s.want); i++ {
		if s.asked(i) {
			s.wander(i)
			s.answer(i)
		}
	}
	s.returning = true
	for range rapid.IntRange(0, 2).Draw(s.T, "changes") {
		lines := s.lines()
		if len(lines) == 0 {
			break
		}
		line := rapid.IntRange(0, len(lines)-1).Draw(s.T, "changed")
		// Where a required answer is missing, its line has the focus.
		s.press(string(rune('1' + line)))
		s.answer(lines[line])
		s.fill()
	}
	s.press("enter")
}

// fill answers required questions that an answer made necessary: the review
// leads there.
func (s *script) fill() {
	for i := 0; i < len(s.want); i++ {
		if q := &s.survey.Questions[i]; s.asked(i) && q.Required && !s.want[i].Given() {
			s.press("enter")
			s.answer(i)
			i = -1
		}
	}
}

// asked reports whether a question is asked after the answers so far.
func (s *script) asked(i int) bool { return s.survey.Asked(s.want)[i] }

// lines returns the questions that the review lets one choose.
func (s *script) lines() []int {
	var lines []int
	for i := range s.want {
		if s.asked(i) && s.survey.Questions[i].Asks() {
			lines = append(lines, i)
		}
	}
	return lines
}

func (s *script) press(keys ...string) { s.keys = append(s.keys, keys...) }

// wander goes back some questions and forward again, which changes nothing.
func (s *script) wander(from int) {
	var behind []int
	for i := range from {
		if s.asked(i) {
			behind = append(behind, i)
		}
	}
	steps := rapid.IntRange(0, len(behind)).Draw(s.T, "steps back")
	at := from
	for n := range steps {
		s.press(s.back(at))
		at = behind[len(behind)-1-n]
	}
	for _, i := range behind[len(behind)-steps:] {
		s.press("enter")
		q, a := &s.survey.Questions[i], s.want[i]
		if q.Kind == survey.KindText && q.AskQuote && a.Text != "" || q.IsOther(a) || q.Kind == survey.KindBeforeAfter && a.Given() {
			// There is a second step.
			s.press("enter")
		}
	}
}

// back returns the key that goes back from a question or the review.
func (s *script) back(from int) string {
	if from < len(s.want) {
		switch s.survey.Questions[from].Kind {
		case survey.KindText, survey.KindNumber:
			return "esc"
		}
	}
	return "backspace"
}

// answer answers one question in one of many ways.
func (s *script) answer(i int) {
	q := &s.survey.Questions[i]
	if q.Required && !s.want[i].Given() && rapid.Bool().Draw(s.T, "tries to skip") {
		s.press("enter")
	}
	switch {
	case q.Kind == survey.KindNote:
		s.press("enter")
		return
	case q.Kind == survey.KindText:
		s.text(i)
		return
	case !q.Required && !s.want[i].Given() && rapid.IntRange(0, 3).Draw(s.T, "skips") == 0:
		s.press("enter")
		return
	}
	s.choose(i)
	if next := s.next(i); rapid.IntRange(0, 3).Draw(s.T, "changes mind") == 0 && next < len(s.want) && !s.returning {
		s.press(s.back(next))
		s.choose(i)
	}
}

// next returns the question after one, or the number of questions.
func (s *script) next(i int) int {
	for i++; i < len(s.want) && !s.asked(i); i++ {
	}
	return i
}

// choose answers a closed question.
func (s *script) choose(i int) {
	q := &s.survey.Questions[i]
	switch q.Kind {
	case survey.KindMulti:
		s.mark(i)
	case survey.KindNumber:
		s.number(i)
	case survey.KindBeforeAfter:
		before := s.pick(q)
		s.want[i] = survey.Answer{Before: before, Code: s.pick(q)}
	default:
		a := survey.Answer{Code: s.pick(q)}
		if q.IsOther(a) {
			a.Text = s.words(q, s.want[i])
		}
		s.want[i] = a
	}
}

// pick picks a point by its key, or with arrows and Enter or space.
func (s *script) pick(q *survey.Question) survey.Code {
	n := len(q.Points)
	if q.HasNotApplicable() {
		n++
	}
	at := rapid.IntRange(0, n-1).Draw(s.T, "point")
	code := survey.Code(at + 1)
	if at == len(q.Points) {
		code = survey.NotApplicable
	}
	switch rapid.IntRange(0, 2).Draw(s.T, "way") {
	case 0:
		s.press(keysOf(q, at)...)
	case 1:
		s.press("home")
		s.press(slices.Repeat([]string{"right"}, at)...)
		s.press("enter")
	case 2:
		s.press("end")
		if q.Kind == survey.KindChoice {
			s.press(slices.Repeat([]string{"up"}, n-1-at)...)
		} else {
			s.press("home")
			s.press(slices.Repeat([]string{"right"}, at)...)
		}
		s.press("space")
	}
	return code
}

// keysOf returns the keys that choose the point at a position.
func keysOf(q *survey.Question, at int) []string {
	outside := at == len(q.Points)
	switch {
	case q.Kind == survey.KindNPS && outside:
		return []string{"n"}
	case q.Kind == survey.KindNPS && at == 1:
		return []string{"1", "enter"}
	case q.Kind == survey.KindNPS && at == 10:
		return []string{"1", "0"}
	case q.Kind == survey.KindNPS:
		return []string{string(rune('0' + at))}
	case outside:
		return []string{"0"}
	}
	return []string{"123456789ab"[at : at+1]}
}

// words types the words behind "other" over those that are there.
func (s *script) words(q *survey.Question, old survey.Answer) string {
	if q.IsOther(old) {
		s.erase(old.Text)
	}
	return s.typeText()
}

// erase deletes what stands in a field.
func (s *script) erase(text string) {
	s.press(slices.Repeat([]string{"backspace"}, len([]rune(text)))...)
}

// typeText types a few characters, or none, and Enter.
func (s *script) typeText() string {
	text := survey.Clean(string(rapid.SliceOfN(rapid.SampledFrom([]rune("abč ж1")), 0, 8).Draw(s.T, "text")), 20)
	for _, r := range text {
		s.press(string(r))
	}
	s.press("enter")
	return text
}

// mark marks options until they are the wanted ones.
func (s *script) mark(i int) {
	q, old := &s.survey.Questions[i], s.want[i]
	if q.HasNotApplicable() && rapid.IntRange(0, 4).Draw(s.T, "none of them") == 0 {
		if old.Code != survey.NotApplicable {
			s.press("0")
		}
		s.press("enter")
		s.want[i] = survey.Answer{Code: survey.NotApplicable}
		return
	}
	size := rapid.IntRange(q.Min, q.Max).Draw(s.T, "options")
	a := survey.Answer{Code: survey.Answered}
	for _, at := range rapid.Permutation(numbers(len(q.Points))).Draw(s.T, "marked")[:size] {
		a.Set = a.Set.Toggle(survey.Code(at + 1))
	}
	for _, set := range []survey.Set{old.Set &^ a.Set, a.Set &^ old.Set} {
		for _, code := range set.Codes() {
			s.press(keysOf(q, int(code)-1)...)
		}
	}
	s.press("enter")
	if q.IsOther(a) {
		a.Text = s.words(q, old)
	}
	s.want[i] = a
}

// numbers returns the numbers from 0 up to but not including n.
func numbers(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// number types a number over the one that is there.
func (s *script) number(i int) {
	q := &s.survey.Questions[i]
	if s.want[i].Code == survey.Answered {
		s.erase(strconv.Itoa(s.want[i].Number))
	}
	if q.HasNotApplicable() && rapid.IntRange(0, 4).Draw(s.T, "declines") == 0 {
		s.press("n")
		s.want[i] = survey.Answer{Code: survey.NotApplicable}
		return
	}
	a := survey.Answer{Code: survey.Answered, Number: rapid.IntRange(q.Min, q.Max).Draw(s.T, "number")}
	for _, r := range strconv.Itoa(a.Number) {
		s.press(string(r))
	}
	s.press("enter")
	s.want[i] = a
}

// text types a text over the one that is there.
func (s *script) text(i int) {
	q := &s.survey.Questions[i]
	s.erase(s.want[i].Text)
	alphabet := []rune("abč ж1")
	text := string(rapid.SliceOfN(rapid.SampledFrom(alphabet), 0, 8).Draw(s.T, "text"))
	if text = survey.Clean(text, 20); text == "" && q.Required {
		text = "x"
	}
	for _, r := range text {
		s.press(string(r))
	}
	s.press("enter")
	quoted := s.want[i].Quote && s.want[i].Text == text
	s.want[i] = survey.Answer{Text: text}
	if text == "" || !q.AskQuote {
		return
	}
	key := rapid.SampledFrom([]string{"1", "2", "enter"}).Draw(s.T, "consent given")
	s.press(key)
	s.want[i].Quote = key == "1" || key == "enter" && quoted
}

// typeAll types the script into a kiosk. Timers ring at drawn moments, or never.
func typeAll(t *rapid.T, s *script, store *spy) survey.Response {
	m := tui.New(t.Context(), tui.Config{
		Survey: s.survey, Store: store, Start: tui.StartWelcome, Sessions: []survey.Session{{Open: true}},
	})
	_, _ = m.Update(tea.WindowSizeMsg(rapid.SampledFrom([]tea.WindowSizeMsg{{Width: 60, Height: 16}, {Width: 80, Height: 24}, {Width: 200, Height: 60}}).Draw(t, "size")))
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
