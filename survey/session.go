package survey

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// MaxAttended is the largest number of participants that one session may have.
const MaxAttended = 100_000

// MaxNameLength caps the title and the place of a session in characters.
const MaxNameLength = 120

// Session is one training held.
type Session struct {
	// ID is random.
	ID ID `json:"id"`
	// Title is what the facilitator calls the session.
	Title string `json:"title"`
	// Place is where the training was held; it may be empty.
	Place string `json:"place"`
	// Date is the day of the training as YYYY-MM-DD; it may be empty for imported sessions.
	Date string `json:"date"`
	// Attended is the number of people who took part; 0 when it is not known.
	Attended int `json:"attended"`
	// Open sessions take responses.
	Open bool `json:"open"`
	// Revision is the survey that the session was started with and keeps.
	Revision Revision `json:"revision"`
}

// Clean passes the texts of the session through [CleanLine].
func (s *Session) Clean() {
	s.Title = CleanLine(s.Title, MaxNameLength)
	s.Place = CleanLine(s.Place, MaxNameLength)
}

// Check reports what is wrong with the session's own data, or nil.
func (s *Session) Check() error {
	if s.Title == "" {
		return errors.New("the session needs a title")
	}
	if s.Attended < 0 || s.Attended > MaxAttended {
		return fmt.Errorf("the number attended must be between 0 and %d", MaxAttended)
	}
	if s.Date != "" {
		return CheckDate(s.Date)
	}
	return nil
}

// ErrNoSuchDay says that a date is well written and there is no such day.
var ErrNoSuchDay = errors.New("there is no such day; look at the date once more")

// ParseDate returns a date as YYYY-MM-DD that a person wrote so, or as is usual in
// Serbia: 17.5.2022, 17. 5. 2022. The error matches [ErrNoSuchDay] where only the
// day is wrong.
func ParseDate(text string) (string, error) {
	text = strings.TrimSuffix(strings.ReplaceAll(text, " ", ""), ".")
	for _, layout := range []string{time.DateOnly, "2.1.2006"} {
		day, err := time.Parse(layout, text)
		var wrong *time.ParseError
		switch {
		case err == nil:
			return day.Format(time.DateOnly), nil
		case errors.As(err, &wrong) && strings.HasSuffix(wrong.Message, "out of range"):
			return "", ErrNoSuchDay
		}
	}
	return "", CheckDate(text)
}

// CheckDate reports why a date is not a day written as YYYY-MM-DD, or nil.
func CheckDate(date string) error {
	if _, err := time.Parse(time.DateOnly, date); err != nil {
		return errors.New("a date is written as YYYY-MM-DD, for example 2022-05-17")
	}
	return nil
}
