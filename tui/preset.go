package tui

import (
	"errors"
	"strconv"

	"anketa/survey"
)

// Preset holds lines of the set-up form that were answered by flags; an empty
// line is still open.
type Preset struct {
	Title, Place, Date, Attended, PIN string
}

// Complete reports whether every line is answered, so that nobody is asked.
func (p *Preset) Complete() bool {
	return p.Title != "" && p.Place != "" && p.Date != "" && p.Attended != "" && p.PIN != ""
}

// Check reports what is wrong with a line that is answered, or nil. A date is
// brought into its usual form.
func (p *Preset) Check() error {
	if p.Date != "" {
		date, err := survey.ParseDate(p.Date)
		if err != nil {
			return err
		}
		p.Date = date
	}
	switch {
	case !validAttended(p.Attended):
		return errors.New("the number attended is a whole number from 1 to 100000")
	case p.PIN != "" && !survey.ValidPIN(p.PIN):
		return errors.New("the PIN must have 4 to 32 digits and nothing else")
	}
	return nil
}

// Session returns the session that the lines describe; its id is still open.
func (p *Preset) Session() survey.Session {
	attended, _ := strconv.Atoi(p.Attended)
	s := survey.Session{Title: p.Title, Place: p.Place, Date: p.Date, Attended: attended, Open: true}
	s.Clean()
	return s
}

// Describes reports whether the lines describe a session that is there already.
func (p *Preset) Describes(session *survey.Session) bool {
	s := p.Session()
	return s.Title == session.Title && s.Place == session.Place && s.Date == session.Date
}
