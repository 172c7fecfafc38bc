package e2e

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"anketa/internal/terminal"
	"anketa/survey"
)

// robot answers a survey of any kind of question at random. It walks through an
// interview of its own beside that of the kiosk, and so knows what is asked and
// what must be stored.
type robot struct {
	rand      *rand.Rand
	interview *survey.Interview
	keys      strings.Builder
}

// participant returns the keys of one person, up to the review, and what must
// be stored once it is sent.
func participant(random *rand.Rand, s *survey.Survey) (keys string, answers []survey.Answer) {
	r := &robot{rand: random, interview: survey.NewInterview(s)}
	for !r.interview.AtReview() {
		q := r.interview.Question()
		a := r.answer(q)
		if err := r.interview.Put(a); err != nil || !r.interview.Next() {
			panic(fmt.Sprintf("the robot cannot answer %s with %+v: %v", q.ID, a, err))
		}
	}
	response, _ := r.interview.Finish(survey.ID{})
	return r.keys.String(), response.Answers
}

// press notes keys.
func (r *robot) press(keys ...string) {
	for _, key := range keys {
		r.keys.WriteString(key)
	}
}

// answer chooses an answer and presses its keys.
func (r *robot) answer(q *survey.Question) survey.Answer {
	if !q.Asks() || !q.Required && r.rand.IntN(4) == 0 {
		r.press(terminal.Enter)
		return survey.Answer{}
	}
	switch q.Kind {
	case survey.KindMulti:
		return r.marks(q)
	case survey.KindNPS:
		return r.likelihood()
	case survey.KindNumber:
		n := q.Min + r.rand.IntN(q.Max-q.Min+1)
		r.press(strconv.Itoa(n), terminal.Enter)
		return survey.Answer{Code: survey.Answered, Number: n}
	case survey.KindText:
		return r.words(q)
	case survey.KindBeforeAfter:
		return survey.Answer{Before: r.point(q), Code: r.point(q)}
	}
	a := survey.Answer{Code: r.point(q)}
	return r.other(q, a)
}

// point chooses one of the points, all of which have a digit.
func (r *robot) point(q *survey.Question) survey.Code {
	code := 1 + r.rand.IntN(len(q.Points))
	r.press(strconv.Itoa(code))
	return survey.Code(code)
}

// marks chooses as many options as the question takes.
func (r *robot) marks(q *survey.Question) survey.Answer {
	a := survey.Answer{Code: survey.Answered}
	for _, i := range r.rand.Perm(len(q.Points))[:q.Min+r.rand.IntN(q.Max-q.Min+1)] {
		a.Set = a.Set.Toggle(survey.Code(i + 1))
		r.press(strconv.Itoa(i + 1))
	}
	r.press(terminal.Enter)
	return r.other(q, a)
}

// likelihood answers from 0 to 10; 1 may be the beginning of 10 and needs Enter.
func (r *robot) likelihood() survey.Answer {
	n := r.rand.IntN(11)
	r.press(strconv.Itoa(n))
	if n == 1 {
		r.press(terminal.Enter)
	}
	return survey.Answer{Code: survey.Code(n + 1)}
}

// words writes a text, and says whether it may be quoted where that is asked.
func (r *robot) words(q *survey.Question) survey.Answer {
	a := survey.Answer{Text: fmt.Sprintf("reč %d", r.rand.IntN(1000))}
	r.press(a.Text, terminal.Enter)
	if q.AskQuote {
		a.Quote = r.rand.IntN(2) == 0
		r.press(map[bool]string{true: "1", false: "2"}[a.Quote])
	}
	return a
}

// other writes what stands behind the option that asks for it.
func (r *robot) other(q *survey.Question, a survey.Answer) survey.Answer {
	if q.IsOther(a) {
		a.Text = fmt.Sprintf("nešto %d", r.rand.IntN(1000))
		r.press(a.Text, terminal.Enter)
	}
	return a
}
