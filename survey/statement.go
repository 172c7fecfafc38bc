package survey

import (
	"errors"
	"fmt"
	"slices"
)

// StatementKind says what a [Statement] is.
type StatementKind string

const (
	// Conclusion says what the figures and texts mean.
	Conclusion StatementKind = "conclusion"
	// Recommendation says what to do next.
	Recommendation StatementKind = "recommendation"
)

const (
	// MaxStatementLength caps a statement in characters, in each language.
	MaxStatementLength = 600
	// MaxStatements is how many a session may have.
	MaxStatements = 40
)

// Statement is a conclusion or a recommendation that the facilitator wrote for the
// report of a session.
type Statement struct {
	// ID is random.
	ID   ID            `json:"id"`
	Kind StatementKind `json:"kind"`
	// Text is empty once the statement was withdrawn.
	Text Text `json:"text"`
	// Questions are the ids of the questions whose figures it rests on, Themes the
	// themes of texts.
	Questions []string `json:"questions,omitzero"`
	Themes    []string `json:"themes,omitzero"`
	// Place orders the statements of a session, Edition counts the changes.
	Place   int `json:"place"`
	Edition int `json:"edition"`
}

// Withdrawn reports whether the statement was taken back.
func (s *Statement) Withdrawn() bool { return len(s.Text) == 0 }

// Clean passes the texts of the statement through [Clean] and drops empty ones.
func (s *Statement) Clean() {
	clean := Text{}
	for lang, text := range s.Text {
		if text = Clean(text, MaxStatementLength); text != "" {
			clean[lang] = text
		}
	}
	s.Text = clean
	s.Themes = cleanThemes(s.Themes)
	s.Questions = slices.Compact(slices.Sorted(slices.Values(s.Questions)))
}

// Check reports why the statement does not fit a survey, or nil.
func (s *Statement) Check(of *Survey) error {
	if s.Kind != Conclusion && s.Kind != Recommendation {
		return errors.New("a statement is a conclusion or a recommendation")
	}
	for _, id := range s.Questions {
		if at, ok := of.Question(id); !ok || !of.Questions[at].Asks() {
			return fmt.Errorf("the survey has no question %s that a statement could rest on", CleanLine(id, maxShown))
		}
	}
	for lang := range s.Text {
		if !slices.Contains(of.Languages, lang) && !slices.Contains(Languages(), lang) {
			return errors.New("a statement is written in a language of the survey")
		}
	}
	return nil
}

// In returns the statement in a language. Where it was written in the other script
// of Serbian only, it is transcribed.
func (s *Statement) In(lang Lang) string {
	text, _ := s.Said(lang)
	return text
}

// Said is [Statement.In] with the language that the text is in: another one where the
// statement was not written in that which is asked for.
func (s *Statement) Said(lang Lang) (text string, in Lang) {
	if text, ok := s.Text[lang]; ok {
		return text, lang
	}
	if text, ok := s.Text[SerbianCyrillic]; ok && lang == SerbianLatin {
		return Latin(text), lang
	}
	if text, ok := s.Text[SerbianLatin]; ok && lang == SerbianCyrillic {
		return Cyrillic(text), lang
	}
	in = s.Text.nearest(lang)
	return s.Text[in], in
}
