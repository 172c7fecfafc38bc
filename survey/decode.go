package survey

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"
)

// Decode reads the form made by [Survey.Canonical], as it stands in a database.
// The file may come from anywhere, so texts are cleaned again and everything
// that a survey file must hold is checked again: later code relies on it.
func Decode(data []byte) (*Survey, error) {
	s := &Survey{}
	if err := json.Unmarshal(data, s); err != nil {
		return nil, fmt.Errorf("decode survey: %w", err)
	}
	if err := s.check(); err != nil {
		return nil, fmt.Errorf("decode survey: %w", err)
	}
	s.Title.clean()
	s.Intro.clean()
	for i := range s.Questions {
		s.Questions[i].clean()
	}
	return s, nil
}

// clean passes the texts of a question through [Clean].
func (q *Question) clean() {
	for _, t := range []Text{q.Text, q.Hint, q.NotApplicable} {
		t.clean()
	}
	for i := range q.Points {
		q.Points[i].Label.clean()
	}
}

// clean passes every string of a text through [Clean].
func (t Text) clean() {
	for lang, s := range t {
		t[lang] = Clean(s, maxLabel)
	}
}

// check reports what no survey file may have.
func (s *Survey) check() error {
	switch {
	case !isName(s.ID):
		return errors.New("the survey has no proper id")
	case len(s.Questions) == 0 || len(s.Questions) > maxItems:
		return fmt.Errorf("the survey has %d questions", len(s.Questions))
	case s.MinGroup < DefaultMinGroup || s.MinGroup > maxGroup:
		return fmt.Errorf("the smallest group is %d", s.MinGroup)
	case s.Release != ReleaseLagged && s.Release != ReleaseLive:
		return errors.New("the survey has an unknown release")
	}
	if err := errors.Join(checkLanguages(s.Languages), s.Kiosk.check()); err != nil {
		return err
	}
	ids := map[string]bool{}
	for i := range s.Questions {
		q := &s.Questions[i]
		if ids[q.ID] {
			return fmt.Errorf("the id of question %d is used twice", i+1)
		}
		ids[q.ID] = true
		if err := q.check(); err != nil {
			return fmt.Errorf("question %d: %w", i+1, err)
		}
	}
	return nil
}

// checkLanguages reports languages that are missing, unknown or named twice.
func checkLanguages(langs []Lang) error {
	if len(langs) == 0 {
		return errors.New("the survey has no language")
	}
	for i, lang := range langs {
		parsed, err := ParseLang(string(lang))
		if err != nil {
			return err
		}
		if parsed != lang || slices.Contains(langs[:i], lang) {
			return errors.New("a language is named twice or not in its usual form")
		}
	}
	return nil
}

// check reports times that the kiosk could not work with.
func (k *Kiosk) check() error {
	for _, d := range []time.Duration{k.Idle, k.Countdown, k.Confirm, k.Thanks} {
		if d < minTime || d > maxTime {
			return errors.New("a time of the kiosk is out of bounds")
		}
	}
	return nil
}

// check reports what no question of a survey file may have.
func (q *Question) check() error {
	if !isName(q.ID) || q.ScaleName != "" && !isName(q.ScaleName) {
		return errors.New("it has no proper id or scale")
	}
	least, most := MinPoints, maxOptions
	switch q.Kind {
	case KindChoice, KindYesNo:
	case KindLikert:
		most = MaxPoints
	case KindText:
		least, most = 0, 0
		if q.MaxLength < 1 || q.MaxLength > MaxTextLength {
			return errors.New("it has no length")
		}
	default:
		return errors.New("it is of an unknown kind")
	}
	if len(q.Points) < least || len(q.Points) > most {
		return fmt.Errorf("it has %d points", len(q.Points))
	}
	return errors.Join(q.checkPoints(), q.checkHeadline())
}

// checkPoints reports values that are no names, or named twice.
func (q *Question) checkPoints() error {
	seen := map[string]bool{NotApplicableValue: true}
	for i, p := range q.Points {
		if !isName(p.Value) || seen[p.Value] {
			return errors.New("a point has no value of its own")
		}
		if q.Kind == KindLikert && p.Value != strconv.Itoa(i+1) {
			return errors.New("the points of its scale are not numbered")
		}
		seen[p.Value] = true
	}
	return nil
}

// checkHeadline reports a box that is not a proper part of the points.
func (q *Question) checkHeadline() error {
	if len(q.Headline) > 0 && len(q.Headline) >= len(q.Points) {
		return errors.New("its headline holds every point")
	}
	last := Missing
	for _, code := range q.Headline {
		if code <= last || int(code) > len(q.Points) {
			return errors.New("its headline names no point, or one twice")
		}
		last = code
	}
	return nil
}
