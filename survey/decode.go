package survey

import (
	"encoding/json"
	"errors"
	"fmt"
)

// Decode reads the form made by [Survey.Canonical], as it stands in a database.
// The file may come from anywhere, so texts are cleaned again and everything
// that later code relies on is checked again.
func Decode(data []byte) (*Survey, error) {
	s := &Survey{}
	if err := json.Unmarshal(data, s); err != nil {
		return nil, fmt.Errorf("decode survey: %w", err)
	}
	if len(s.Languages) == 0 || len(s.Questions) == 0 || len(s.Questions) > maxItems || s.MinGroup < DefaultMinGroup {
		return nil, errors.New("decode survey: languages, questions or the smallest group are missing")
	}
	s.Title.clean()
	s.Intro.clean()
	for i := range s.Questions {
		if err := s.Questions[i].restore(); err != nil {
			return nil, fmt.Errorf("decode survey: %w", err)
		}
	}
	return s, nil
}

// restore cleans and checks a question that was read from a database.
func (q *Question) restore() error {
	q.ID = CleanLine(q.ID, maxID)
	for _, t := range []Text{q.Text, q.Hint, q.NotApplicable} {
		t.clean()
	}
	for i := range q.Points {
		q.Points[i].Value = CleanLine(q.Points[i].Value, maxID)
		q.Points[i].Label.clean()
	}
	for _, code := range q.Headline {
		if code == Missing || int(code) > len(q.Points) {
			return fmt.Errorf("the headline of question %s names no point", q.ID)
		}
	}
	switch q.Kind {
	case KindText:
		if q.MaxLength < 1 || q.MaxLength > MaxTextLength {
			return fmt.Errorf("question %s has no length", q.ID)
		}
	case KindLikert, KindChoice, KindYesNo:
		if len(q.Points) < MinPoints || len(q.Points) > maxOptions {
			return fmt.Errorf("question %s has %d points", q.ID, len(q.Points))
		}
	default:
		return fmt.Errorf("question %s is of an unknown kind", q.ID)
	}
	return nil
}

// clean passes every string of a text through [Clean].
func (t Text) clean() {
	for lang, s := range t {
		t[lang] = Clean(s, maxLabel)
	}
}
