package survey

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
)

// Code is the stored form of an answer to a closed question: the position of
// the chosen point, from 1, or one of the codes below.
type Code uint8

const (
	// Missing means that the question was not answered.
	Missing Code = 0
	// NotApplicable means that the participant chose the point outside n.
	NotApplicable Code = 255
)

// MarshalJSON implements json.Marshaler: a list of codes is a list of numbers.
func (c Code) MarshalJSON() ([]byte, error) { return strconv.AppendUint(nil, uint64(c), 10), nil }

// Answer is the answer to one question. The zero Answer means "not answered".
type Answer struct {
	// Code is the answer to a closed question.
	Code Code
	// Text is the answer to a text question.
	Text string
	// Quote is the consent to quote Text.
	Quote bool
}

// Given reports whether the question was answered.
func (a Answer) Given() bool { return a.Code != Missing || a.Text != "" }

// Check reports why the answer does not fit the question, or nil. A missing
// answer always fits: whether it may be missing is decided at the end.
func (a Answer) Check(q *Question) error {
	switch {
	case !a.Given():
		return nil
	case q.Closed() && a.Text != "", !q.Closed() && a.Code != Missing:
		return fmt.Errorf("question %s: the answer is of another kind", q.ID)
	case !q.Closed():
		return nil
	case a.Code == NotApplicable && q.HasNotApplicable(), int(a.Code) <= len(q.Points):
		return nil
	}
	return fmt.Errorf("question %s has no such point", q.ID)
}

// ID names a session or a response: 16 random bytes, never a sequence number
// and never ordered by time, so that it says nothing about who came when.
type ID [16]byte

// NewID returns a random ID.
func NewID() ID {
	var id ID
	// crypto/rand.Read never returns an error since Go 1.24.
	_, _ = rand.Read(id[:])
	return id
}

// ParseID reads the hexadecimal form of an ID.
func ParseID(s string) (ID, error) {
	var id ID
	err := decodeHex(id[:], []byte(s))
	return id, err
}

// String returns the hexadecimal form of the ID.
func (id ID) String() string { return hex.EncodeToString(id[:]) }

// IsZero reports whether the ID was never set.
func (id ID) IsZero() bool { return id == ID{} }

// MarshalText implements encoding.TextMarshaler with the hexadecimal form.
func (id ID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler for the hexadecimal form.
func (id *ID) UnmarshalText(text []byte) error { return decodeHex(id[:], text) }

// decodeHex fills dst from its hexadecimal form, which must have its length.
func decodeHex(dst, text []byte) error {
	if len(text) != hex.EncodedLen(len(dst)) {
		return fmt.Errorf("an identifier has %d hexadecimal digits", hex.EncodedLen(len(dst)))
	}
	if _, err := hex.Decode(dst, text); err != nil {
		return errors.New("an identifier consists of hexadecimal digits")
	}
	return nil
}

// Response is one participant's submitted sheet.
type Response struct {
	// ID is drawn before the first attempt to store the response.
	ID ID
	// Answers stand in survey order, one for each question.
	Answers []Answer
}

// Check reports why the response does not fit the survey, or nil.
func (r *Response) Check(s *Survey) error {
	if len(r.Answers) != len(s.Questions) {
		return fmt.Errorf("the response has %d answers, the survey %d questions", len(r.Answers), len(s.Questions))
	}
	for i := range r.Answers {
		if err := r.Answers[i].Check(&s.Questions[i]); err != nil {
			return err
		}
	}
	return nil
}
