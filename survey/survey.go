// Package survey is the domain: what a training evaluation asks and what a
// participant answers.
//
// A [Survey] is the definition, read from one YAML file by [Load]. It asks
// [Question]s; scale-like questions share a [Scale] of labelled [Point]s. A
// [Session] is one training held. An [Interview] is one participant's walk
// through the survey; finishing it gives a [Response], the submitted sheet of
// [Answer]s. Every text a person sees is a [Text], one string per [Lang].
//
// The package hides how a survey file is written and checked, and the order in
// which an interview moves. It knows no terminal, no disk and no clock.
package survey

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"
)

// DefaultMinGroup is the smallest group whose answers may be shown when the
// survey file names no other; it is also the smallest value it may name.
const DefaultMinGroup = 5

// Survey is the definition of an evaluation.
type Survey struct {
	// ID names the survey across files and languages.
	ID string `json:"id"`
	// Title heads every screen and report.
	Title Text `json:"title"`
	// Intro is a paragraph for the welcome screen; it may be empty.
	Intro Text `json:"intro,omitzero"`
	// Languages are the languages that the participant can choose, the default first.
	Languages []Lang `json:"languages"`
	// MinGroup is k, the smallest group whose answers may be shown: at least 5.
	MinGroup int `json:"min_group"`
	// Release says when answers may be shown while a session is open.
	Release ReleaseMode `json:"release"`
	// LinkTexts keeps free texts in the participant's row instead of apart from it.
	LinkTexts bool `json:"link_texts,omitzero"`
	// Kiosk says when the kiosk acts by itself, and how.
	Kiosk Kiosk `json:"kiosk"`
	// Report is what the report says beside the figures.
	Report Infographic `json:"report,omitzero"`
	// Sections are the groups of questions, in survey order.
	Sections []Section `json:"sections,omitzero"`
	// Questions are asked in this order.
	Questions []Question `json:"questions"`
	// Breakdowns are the pairs of questions that are counted together.
	Breakdowns []Breakdown `json:"breakdowns,omitzero"`
}

// ReleaseMode says when the answers of an open session may be shown.
type ReleaseMode string

const (
	// ReleaseLagged shows complete batches of the smallest group, one batch late.
	ReleaseLagged ReleaseMode = "lagged"
	// ReleaseLive shows every answer at once; the welcome screen tells the participants.
	ReleaseLive ReleaseMode = "live"
)

// IdleMode says what becomes of an interview that nobody goes on with.
type IdleMode string

const (
	// IdleDrop erases it. It is the zero value, so that the surveys that were
	// stored before there was a choice keep their revision.
	IdleDrop IdleMode = ""
	// IdleKeep stores what was answered, apart from the responses: it is counted
	// and never shown. The welcome screen tells the participants.
	IdleKeep IdleMode = "keep"
)

// Kiosk holds the times after which the kiosk acts by itself, and what it does.
type Kiosk struct {
	// Idle is how long an interview may stand without a key before the countdown starts.
	Idle time.Duration `json:"idle"`
	// Countdown is how long the participant is asked whether they are still there.
	Countdown time.Duration `json:"countdown"`
	// Confirm is how long a chosen point is shown before the next question comes.
	Confirm time.Duration `json:"confirm"`
	// Thanks is how long the thank-you screen stays.
	Thanks time.Duration `json:"thanks"`
	// OnIdle says what becomes of an interview when the countdown ends, or when
	// the next person finds it.
	OnIdle IdleMode `json:"on_idle,omitzero"`
}

// DefaultKiosk returns the times used when the survey file names no others.
func DefaultKiosk() Kiosk {
	return Kiosk{
		Idle:      60 * time.Second,
		Countdown: 20 * time.Second,
		Confirm:   250 * time.Millisecond,
		Thanks:    5 * time.Second,
	}
}

// Revision is the SHA-256 of a survey's canonical form. Two survey files that
// differ only in comments or layout have the same revision.
type Revision [sha256.Size]byte

// String returns the revision in hexadecimal.
func (r Revision) String() string { return hex.EncodeToString(r[:]) }

// MarshalText implements encoding.TextMarshaler with the hexadecimal form.
func (r Revision) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler for the hexadecimal form.
func (r *Revision) UnmarshalText(text []byte) error { return decodeHex(r[:], text) }

// Canonical returns the form of the survey that is stored with the responses
// and that [Revision] is computed from: JSON in a fixed order.
func (s *Survey) Canonical() ([]byte, error) {
	data, err := json.Marshal(s)
	if err != nil {
		return nil, fmt.Errorf("encode survey: %w", err)
	}
	return data, nil
}

// Revise returns the canonical form of the survey together with its revision.
func (s *Survey) Revise() ([]byte, Revision, error) {
	data, err := s.Canonical()
	if err != nil {
		return nil, Revision{}, err
	}
	return data, sha256.Sum256(data), nil
}

// Columns returns the names under which the answers to the question stand in
// tables: its id; for before_after one for each of the two answers; one more for
// the words behind "other"; none for a note.
func (q *Question) Columns() []string {
	switch {
	case !q.Asks():
		return nil
	case q.Kind == KindBeforeAfter:
		return []string{q.ID + "_before", q.ID + "_after"}
	case q.HasOther():
		return []string{q.ID, q.ID + "_other"}
	}
	return []string{q.ID}
}

// Question returns the position of the question with the given id, or false.
func (s *Survey) Question(id string) (int, bool) {
	for i := range s.Questions {
		if s.Questions[i].ID == id {
			return i, true
		}
	}
	return 0, false
}

// Lang returns the survey language that fits best to the wanted one: itself
// when the survey has it, otherwise the survey's default.
func (s *Survey) Lang(want Lang) Lang {
	for _, lang := range s.Languages {
		if lang == want {
			return lang
		}
	}
	return s.Languages[0]
}
