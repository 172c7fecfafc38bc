package survey

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
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
	for t := range s.texts() {
		t.clean(maxLabel)
	}
	s.Report.Paragraph.clean(MaxParagraph)
	s.settleReport()
	return s, nil
}

// texts yields everything that people read in the survey, but the paragraph of
// the report, which may be longer.
func (s *Survey) texts() iter.Seq[Text] {
	return func(yield func(Text) bool) {
		all := []Text{s.Title, s.Intro, s.Report.Title}
		for _, o := range slices.Concat(s.Report.Partners, s.Report.Funders) {
			all = append(all, o.Name)
		}
		for i := range s.Sections {
			all = append(all, s.Sections[i].Title)
		}
		for i := range s.Questions {
			q := &s.Questions[i]
			all = append(all, q.Text, q.Hint, q.NotApplicable, q.Other, q.Low, q.High, q.Unit, q.Sentence)
			for j := range q.Points {
				all = append(all, q.Points[j].Label)
			}
		}
		for _, t := range all {
			if !yield(t) {
				return
			}
		}
	}
}

// checkTexts reports texts in what is no language: its name would stand in
// menus and files.
func (s *Survey) checkTexts() error {
	for t := range s.texts() {
		if !t.known() {
			return errors.New("a text is in no proper language")
		}
	}
	if !s.Report.Paragraph.known() {
		return errors.New("the paragraph of the report is in no proper language")
	}
	return nil
}

// known reports whether all languages of a text are some.
func (t Text) known() bool {
	for lang := range t {
		if parsed, err := ParseLang(string(lang)); err != nil || parsed != lang {
			return false
		}
	}
	return true
}

// clean passes every string of a text through [Clean].
func (t Text) clean(most int) {
	for lang, s := range t {
		t[lang] = Clean(s, most)
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
	if err := errors.Join(s.checkTexts(), s.checkSections()); err != nil {
		return err
	}
	return errors.Join(s.checkQuestions(), s.checkBreakdowns())
}

// checkQuestions reports questions that no survey file may have.
func (s *Survey) checkQuestions() error {
	ids := map[string]bool{}
	for i := range s.Questions {
		q := &s.Questions[i]
		if ids[q.ID] {
			return fmt.Errorf("the id of question %d is used twice", i+1)
		}
		ids[q.ID] = true
		if err := errors.Join(q.check(), q.When.check(s, i)); err != nil {
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

// check reports what the kiosk could not work with.
func (k *Kiosk) check() error {
	for _, d := range []time.Duration{k.Idle, k.Countdown, k.Confirm, k.Thanks} {
		if d < minTime || d > maxTime {
			return errors.New("a time of the kiosk is out of bounds")
		}
	}
	if k.OnIdle != IdleDrop && k.OnIdle != IdleKeep {
		return errors.New("the survey does not say what becomes of an interview that nobody goes on with")
	}
	return nil
}
