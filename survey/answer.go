package survey

import (
	"fmt"
	"math/bits"
	"strconv"
)

// Code is the stored form of an answer: the position of the chosen point, from
// 1, or one of the codes below.
type Code uint8

const (
	// Missing means that the question was not answered.
	Missing Code = 0
	// Answered is the code of an answer that is a set or a number.
	Answered Code = 1
	// NotAsked means that the condition of the question did not hold.
	NotAsked Code = 254
	// NotApplicable means that the participant chose the point outside n.
	NotApplicable Code = 255
)

// MarshalJSON implements json.Marshaler: a list of codes is a list of numbers.
func (c Code) MarshalJSON() ([]byte, error) { return strconv.AppendUint(nil, uint64(c), 10), nil }

// Set is the chosen points of a multi question: bit 0 is the point with code 1.
type Set uint64

// Has reports whether the point with a code is in the set.
func (s Set) Has(code Code) bool { return code >= 1 && code <= 64 && s>>(code-1)&1 == 1 }

// Toggle returns the set with a point put in, or taken out when it was in.
func (s Set) Toggle(code Code) Set { return s ^ 1<<(code-1) }

// Len returns how many points the set holds.
func (s Set) Len() int { return bits.OnesCount64(uint64(s)) }

// Codes returns the points of the set in survey order.
func (s Set) Codes() []Code {
	codes := make([]Code, 0, s.Len())
	for ; s != 0; s &= s - 1 {
		codes = append(codes, Code(bits.TrailingZeros64(uint64(s))+1))
	}
	return codes
}

// Answer is the answer to one question. The zero Answer means "not answered".
type Answer struct {
	// Code is the chosen point of a question with points; of before_after, how it
	// is now. For multi and number it is [Answered]. Every closed question may
	// have [NotApplicable], every question with a condition [NotAsked].
	Code Code
	// Before is how it was before the training, for before_after.
	Before Code
	// Set holds the chosen options of a multi question.
	Set Set
	// Number is the answer to a number question.
	Number int
	// Text is the answer to a text question, or what stands behind "other".
	Text string
	// Quote is the consent to quote Text.
	Quote bool
}

// Given reports whether the question was answered.
func (a Answer) Given() bool { return a.Code != Missing && a.Code != NotAsked || a.Text != "" }

// CleanAnswer returns an answer as it may be kept: its text cleaned and cut to
// what the question takes, and consent only to a text and where it is asked for.
func (q *Question) CleanAnswer(a Answer) Answer {
	switch limit := q.TextLimit(); {
	case a.Text == "", limit == 0:
	case q.Kind == KindText && !q.OneLine:
		a.Text = Clean(a.Text, limit)
	default:
		a.Text = CleanLine(a.Text, limit)
	}
	a.Quote = a.Quote && q.AskQuote && a.Text != ""
	return a
}

// Check reports why the answer does not fit the question, or nil. A missing
// answer always fits: whether it may be missing is decided at the end.
func (a Answer) Check(q *Question) error {
	switch {
	case a == Answer{}, a == Answer{Code: NotAsked} && q.When != nil:
		return nil
	case a.Text != "" && q.Kind != KindText && !q.IsOther(a),
		a.Before != Missing && q.Kind != KindBeforeAfter,
		a.Set != 0 && q.Kind != KindMulti,
		a.Number != 0 && q.Kind != KindNumber,
		a.Code != Missing && !q.Closed(),
		q.Kind == KindNote:
		return fmt.Errorf("question %s: the answer is of another kind", q.ID)
	}
	return a.checkClosed(q)
}

// checkClosed is Check for what a closed question holds.
func (a Answer) checkClosed(q *Question) error {
	switch q.Kind {
	case KindText:
		return nil
	case KindBeforeAfter:
		if a.Code == Missing || a.Before == Missing {
			return fmt.Errorf("question %s: one of the two answers is missing", q.ID)
		}
		if !q.offers(a.Before) {
			return fmt.Errorf("question %s has no such point", q.ID)
		}
	case KindMulti:
		return a.checkSet(q)
	case KindNumber:
		return a.checkNumber(q)
	}
	if !q.offers(a.Code) {
		return fmt.Errorf("question %s has no such point", q.ID)
	}
	return nil
}

// checkSet is Check for a multi question.
func (a Answer) checkSet(q *Question) error {
	switch {
	case a.Code == NotApplicable && q.HasNotApplicable() && a.Set == 0:
		return nil
	case a.Code != Answered || a.Set>>len(q.Points) != 0:
		return fmt.Errorf("question %s has no such point", q.ID)
	case a.Set.Len() < q.Min || a.Set.Len() > q.Max:
		return fmt.Errorf("question %s takes %d to %d options", q.ID, q.Min, q.Max)
	}
	return nil
}

// checkNumber is Check for a number question.
func (a Answer) checkNumber(q *Question) error {
	switch {
	case a.Code == NotApplicable && q.HasNotApplicable() && a.Number == 0:
		return nil
	case a.Code != Answered || a.Number < q.Min || a.Number > q.Max:
		return fmt.Errorf("question %s takes whole numbers from %d to %d", q.ID, q.Min, q.Max)
	}
	return nil
}

// offers reports whether a code names one of the question's points.
func (q *Question) offers(code Code) bool {
	return code == NotApplicable && q.HasNotApplicable() || code >= 1 && int(code) <= len(q.Points)
}
