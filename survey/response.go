package survey

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
)

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

// Check reports why the response does not fit the survey, or nil. Questions
// whose condition does not hold must have the code [NotAsked], and only they.
func (r *Response) Check(s *Survey) error {
	if len(r.Answers) != len(s.Questions) {
		return fmt.Errorf("the response has %d answers, the survey %d questions", len(r.Answers), len(s.Questions))
	}
	asked := s.Asked(r.Answers)
	for i := range r.Answers {
		q := &s.Questions[i]
		if err := r.Answers[i].Check(q); err != nil {
			return err
		}
		if asked[i] == (r.Answers[i].Code == NotAsked) {
			return fmt.Errorf("question %s: the answer does not agree with its condition", q.ID)
		}
	}
	return nil
}
