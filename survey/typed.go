package survey

import "strconv"

// TypedNumber returns the number that stands beside a point on paper, and is typed for
// it when a filled form is entered: its place from 1, of an nps question the point itself.
func (q *Question) TypedNumber(code Code) int {
	if q.Kind == KindNPS {
		return int(code) - 1
	}
	return int(code)
}

// TypedNotApplicable returns what stands beside the point outside n on paper, and is
// typed for it: 0, or a minus where 0 is an answer.
func (q *Question) TypedNotApplicable() string {
	if q.Kind == KindNPS || q.Kind == KindNumber {
		return "-"
	}
	return "0"
}

// CodeTyped returns the code of the point that something typed stands for, or false; see
// [Question.TypedNumber].
func (q *Question) CodeTyped(typed string) (Code, bool) {
	if q.HasNotApplicable() && typed == q.TypedNotApplicable() {
		return NotApplicable, true
	}
	n, err := strconv.Atoi(typed)
	if err != nil || typed != strconv.Itoa(n) || n < 0 {
		return Missing, false
	}
	for i := range q.Points {
		if code := Code(i + 1); q.TypedNumber(code) == n {
			return code, true
		}
	}
	return Missing, false
}

// OneDigit reports whether what is typed for every point is one sign, so that nothing
// needs to end it.
func (q *Question) OneDigit() bool {
	last := Code(len(q.Points))
	return last > 0 && q.TypedNumber(last) < 10
}
