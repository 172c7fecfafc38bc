package survey

import "slices"

// Interview is one participant's walk through a survey: a pure state machine
// that moves at once, so that no key typed ahead is lost. It stands either on
// a question or, behind the last one, on the review. Questions whose condition
// does not hold are stepped over; what was answered to them before is kept
// until the end, in case the condition holds again.
type Interview struct {
	survey  *Survey
	answers []Answer
	// halves are answers to before_after of which one part is still missing, by
	// question. They are kept for the participant and are no answers: such a
	// question counts as unanswered.
	halves map[int]Answer
	// asked holds for each question whether its condition holds now.
	asked []bool
	// at is the current question; len(answers) is the review.
	at int
	// returning leads from the current question straight back to the review.
	returning bool
}

// NewInterview starts a walk at the first question, with nothing answered.
func NewInterview(s *Survey) *Interview {
	iv := &Interview{survey: s, answers: make([]Answer, len(s.Questions))}
	iv.asked = s.Asked(iv.answers)
	return iv
}

// Survey returns the survey that is walked through.
func (iv *Interview) Survey() *Survey { return iv.survey }

// Index returns the position of the current question, from 0; on the review it
// is the number of questions.
func (iv *Interview) Index() int { return iv.at }

// AtReview reports whether the walk has reached the review.
func (iv *Interview) AtReview() bool { return iv.at == len(iv.answers) }

// Question returns the current question, or nil on the review.
func (iv *Interview) Question() *Question {
	if iv.AtReview() {
		return nil
	}
	return &iv.survey.Questions[iv.at]
}

// Answer returns the answer to the question at a position.
func (iv *Interview) Answer(i int) Answer { return iv.answers[i] }

// Asked reports whether the question at a position is asked after what was
// answered so far. An answer to one that is not will not be submitted.
func (iv *Interview) Asked(i int) bool { return iv.asked[i] }

// Progress returns the number of the current question among those that want an
// answer, from 1, and how many these are. On a note it is the number of the
// question before; on the review, all.
func (iv *Interview) Progress() (number, of int) {
	for i := range iv.asked {
		if iv.asked[i] && iv.survey.Questions[i].Asks() {
			of++
			if i <= iv.at {
				number++
			}
		}
	}
	return number, of
}

// PutHalf keeps one part of the answer to the current before_after question, so
// that it is still there when the participant comes back to it.
func (iv *Interview) PutHalf(a Answer) {
	q := iv.Question()
	if q == nil || q.Kind != KindBeforeAfter {
		return
	}
	if iv.halves == nil {
		iv.halves = map[int]Answer{}
	}
	iv.halves[iv.at] = Answer{Code: a.Code, Before: a.Before}
}

// Half returns what is there of the answer to the current question: the answer,
// or the part that was kept by [Interview.PutHalf].
func (iv *Interview) Half() Answer {
	if half, ok := iv.halves[iv.at]; ok {
		return half
	}
	return iv.answers[iv.at]
}

// Put answers the current question without moving on. Text is cleaned. An
// answer that does not fit the question is refused with an error.
func (iv *Interview) Put(a Answer) error {
	q := iv.Question()
	if q == nil {
		return nil
	}
	a = q.CleanAnswer(a)
	if err := a.Check(q); err != nil {
		return err
	}
	iv.answers[iv.at] = a
	delete(iv.halves, iv.at)
	iv.asked = iv.survey.Asked(iv.answers)
	return nil
}

// MayPass reports whether the current question lets the participant go on: it
// is answered or not required.
func (iv *Interview) MayPass() bool { return iv.AtReview() || !iv.wants(iv.at) }

// wants reports whether a question must still be answered.
func (iv *Interview) wants(i int) bool {
	return iv.asked[i] && iv.survey.Questions[i].Required && !iv.answers[i].Given()
}

// Next moves to the next question, or back to the review when the participant
// came from there. It reports whether it moved: a required question without an
// answer holds.
func (iv *Interview) Next() bool {
	if iv.AtReview() || !iv.MayPass() {
		return false
	}
	if iv.returning {
		iv.at, iv.returning = len(iv.answers), false
		return true
	}
	iv.at++
	for !iv.AtReview() && !iv.asked[iv.at] {
		iv.at++
	}
	return true
}

// Back moves to the question before, and is never blocked by a missing answer.
// It reports whether it moved: before the first question there is nothing.
func (iv *Interview) Back() bool {
	for i := iv.at - 1; i >= 0; i-- {
		if iv.asked[i] {
			iv.at = i
			return true
		}
	}
	return false
}

// Jump moves from the review to a question; Next then leads back to the review.
func (iv *Interview) Jump(i int) {
	if i >= 0 && i < len(iv.answers) && iv.asked[i] {
		iv.at, iv.returning = i, true
	}
}

// Unanswered returns the positions of required questions without an answer.
func (iv *Interview) Unanswered() []int {
	var missing []int
	for i := range iv.answers {
		if iv.wants(i) {
			missing = append(missing, i)
		}
	}
	return missing
}

// Given returns how many questions were answered so far, in whole or in half.
func (iv *Interview) Given() int {
	n := len(iv.halves)
	for i := range iv.answers {
		if iv.answers[i].Given() {
			n++
		}
	}
	return n
}

// Finish returns the response under the given id, or false while a required
// question has no answer. Answers to questions that are not asked after all are
// left out.
func (iv *Interview) Finish(id ID) (Response, bool) {
	if len(iv.Unanswered()) > 0 {
		return Response{}, false
	}
	return Response{ID: id, Answers: iv.survey.Settle(iv.answers)}, true
}

// Partial returns what was answered so far under the given id, for a survey that
// keeps the interviews that nobody goes on with, or false when nothing was.
// Required questions may be without an answer; half an answer is none, and
// answers to questions that are not asked after all are left out.
func (iv *Interview) Partial(id ID) (Response, bool) {
	answers := iv.survey.Settle(iv.answers)
	if !slices.ContainsFunc(answers, Answer.Given) {
		return Response{}, false
	}
	return Response{ID: id, Answers: answers}, true
}

// Forget overwrites the answers, so that nothing of this participant is left
// for the next one.
func (iv *Interview) Forget() {
	clear(iv.answers)
	clear(iv.halves)
	iv.asked = iv.survey.Asked(iv.answers)
	iv.at, iv.returning = 0, false
}
