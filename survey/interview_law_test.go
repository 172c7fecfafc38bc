package survey_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"anketa/survey"
)

// walk is an interview next to the simplest description of where it must stand.
type walk struct {
	survey *survey.Survey
	iv     *survey.Interview
	// answers and at are what the interview must say; returning is true from a
	// jump until the review is reached.
	answers   []survey.Answer
	at        int
	returning bool
}

// newWalk starts at the first question of a drawn survey, or at the review with
// everything required answered.
func newWalk(t *rapid.T) *walk {
	s := drawSurvey(t)
	w := &walk{survey: s, iv: survey.NewInterview(s), answers: make([]survey.Answer, len(s.Questions))}
	if rapid.Bool().Draw(t, "at the review") {
		for !w.iv.AtReview() {
			w.put(t)
			w.next(t)
		}
	}
	return w
}

// The interview is where its description says, whatever keys are pressed.
func TestInterviewLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWalk(t)
		t.Repeat(map[string]func(*rapid.T){
			"put": w.put, "refuse": w.refuse, "next": w.next, "back": w.back,
			"jump": w.jump, "finish": w.finish, "forget": w.forget, "": w.check,
		})
	})
}

// put answers the current question.
func (w *walk) put(t *rapid.T) {
	if w.at == len(w.answers) {
		return
	}
	a := drawAnswer(t, &w.survey.Questions[w.at])
	if err := w.iv.Put(a); err != nil {
		t.Fatalf("question %d refuses %+v: %v", w.at, a, err)
	}
	w.answers[w.at] = a
}

// refuse tries an answer that fits no question; the review takes none.
func (w *walk) refuse(t *rapid.T) {
	atReview := w.at == len(w.answers)
	if err := w.iv.Put(survey.Answer{Code: 253}); (err == nil) != atReview {
		t.Fatalf("at %d: got the error %v", w.at, err)
	}
}

// asks tells whether a question is asked.
func (w *walk) asks(i int) bool { return asks(w.survey, w.answers, i) }

// before returns the question before that is asked, or false.
func (w *walk) before(at int) (int, bool) {
	for i := at - 1; i >= 0; i-- {
		if w.asks(i) {
			return i, true
		}
	}
	return at, false
}

// after returns the next question that is asked, or the review.
func (w *walk) after(at int) int {
	for at++; at < len(w.answers) && !w.asks(at); at++ {
	}
	return at
}

// next is blocked exactly by the review and by a required question without an
// answer; after a jump it leads to the review. Back undoes it otherwise.
func (w *walk) next(t *rapid.T) {
	end := len(w.answers)
	held := w.at == end || w.survey.Questions[w.at].Required && !w.answers[w.at].Given()
	number, _ := w.iv.Progress()
	if got := w.iv.Next(); got == held {
		t.Fatalf("Next at %d moved: %t", w.at, got)
	}
	switch {
	case held:
	case w.returning:
		w.at, w.returning = end, false
	default:
		from := w.at
		w.at = w.after(from)
		if !w.iv.Back() || w.iv.Index() != from || !w.iv.Next() {
			t.Fatalf("Back after Next leads to %d, want %d", w.iv.Index(), from)
		}
		if now, _ := w.iv.Progress(); now < number || now > number+1 {
			t.Fatalf("Next leads from number %d to %d", number, now)
		}
	}
}

// back is never blocked by an answer: only by the beginning.
func (w *walk) back(t *rapid.T) {
	to, want := w.before(w.at)
	if got := w.iv.Back(); got != want {
		t.Fatalf("Back at %d moved: %t", w.at, got)
	}
	w.at = to
}

// jump leads from the review to any question that is asked, and nowhere else.
func (w *walk) jump(t *rapid.T) {
	to := rapid.IntRange(-2, len(w.answers)+2).Draw(t, "to")
	outside := to < 0 || to >= len(w.answers) || !w.asks(to)
	if !outside && w.at != len(w.answers) {
		return
	}
	w.iv.Jump(to)
	if !outside {
		w.at, w.returning = to, true
	}
}

// finish gives the response exactly when nothing required is missing, without
// answers to what is not asked, and the walk goes on where it was.
func (w *walk) finish(t *rapid.T) {
	id := survey.NewID()
	r, ok := w.iv.Finish(id)
	if want := len(w.missing()) == 0; ok != want {
		t.Fatalf("Finish: got %t, want %t", ok, want)
	}
	if !ok {
		return
	}
	want := slices.Clone(w.answers)
	for i := range want {
		if !w.asks(i) {
			want[i] = survey.Answer{Code: survey.NotAsked}
		}
	}
	if r.ID != id || !slices.Equal(r.Answers, want) || r.Check(w.survey) != nil {
		t.Fatalf("got %+v, want %+v (%v)", r, want, r.Check(w.survey))
	}
	clear(r.Answers)
}

// forget starts anew.
func (w *walk) forget(*rapid.T) {
	w.iv.Forget()
	clear(w.answers)
	w.at, w.returning = 0, false
}

// missing returns the required questions without an answer.
func (w *walk) missing() []int {
	var missing []int
	for i := range w.answers {
		if w.asks(i) && w.survey.Questions[i].Required && !w.answers[i].Given() {
			missing = append(missing, i)
		}
	}
	return missing
}

// check compares everything that can be asked of an interview.
func (w *walk) check(t *rapid.T) {
	end, given := len(w.answers), 0
	if w.iv.Index() != w.at || w.iv.AtReview() != (w.at == end) || (w.iv.Question() == nil) != (w.at == end) {
		t.Fatalf("the interview is at %d, want %d", w.iv.Index(), w.at)
	}
	number, of := 0, 0
	for i, want := range w.answers {
		if asks := w.asks(i); w.iv.Asked(i) != asks {
			t.Fatalf("question %d is asked: got %t, want %t", i, !asks, asks)
		} else if asks && w.survey.Questions[i].Kind != survey.KindNote {
			if of++; i <= w.at {
				number++
			}
		}
		if got := w.iv.Answer(i); got != want {
			t.Fatalf("answer %d: got %+v, want %+v", i, got, want)
		}
		if want.Given() {
			given++
		}
	}
	if w.at < end && !w.asks(w.at) {
		t.Fatalf("the interview is at question %d, which is hidden", w.at)
	}
	if gotNumber, gotOf := w.iv.Progress(); gotNumber != number || gotOf != of {
		t.Fatalf("got number %d of %d, want %d of %d", gotNumber, gotOf, number, of)
	}
	if got := w.iv.Given(); got != given {
		t.Fatalf("got %d answers, want %d", got, given)
	}
	if got := w.iv.Unanswered(); !slices.Equal(got, w.missing()) {
		t.Fatalf("got %v unanswered, want %v", got, w.missing())
	}
	if want := w.at == end || !slices.Contains(w.missing(), w.at); w.iv.MayPass() != want {
		t.Fatalf("MayPass at %d: got %t", w.at, !want)
	}
}

// Jumps from anywhere keep the walk on a question or on the review, and nobody
// finishes without the required answers.
func TestInterviewStaysInBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSurvey(t)
		iv := survey.NewInterview(s)
		for _, key := range rapid.SliceOfN(rapid.IntRange(-4, len(s.Questions)+2), 0, 40).Draw(t, "keys") {
			switch key {
			case -4, -3:
				iv.Next()
			case -2:
				iv.Back()
			default:
				iv.Jump(key)
			}
			if at := iv.Index(); at < 0 || at > len(s.Questions) || iv.AtReview() != (at == len(s.Questions)) {
				t.Fatalf("the interview is at %d of %d", at, len(s.Questions))
			} else if !iv.AtReview() && !iv.Asked(at) {
				t.Fatalf("the interview is at question %d, which is hidden", at)
			}
			if _, ok := iv.Finish(survey.NewID()); ok != (len(iv.Unanswered()) == 0) {
				t.Fatalf("Finish: got %t with %v unanswered", ok, iv.Unanswered())
			}
		}
	})
}
