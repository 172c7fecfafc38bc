// Package tui is the kiosk on one terminal: the participant's walk, the
// facilitator's set-up and the live results.
//
// There is one [tea.Model], the root [Model]. It owns size, theme, language,
// the interview and the timers, and shows one screen at a time. A screen
// handles messages, draws itself into a place, and asks for what comes next by
// returning an action, which the root carries out within the same Update: keys
// typed ahead are never lost. Whatever touches the disk is a command.
//
// The package hides how screens look and follow each other. It reads and
// writes through the [Store] that its caller hands in.
package tui

import (
	"context"
	"log/slog"
	"time"

	"anketa/results"
	"anketa/survey"
)

// Store is what the kiosk needs of a database.
type Store interface {
	// CreateSession stores a new session with its survey.
	CreateSession(context.Context, survey.Session, *survey.Survey) (survey.Session, error)
	// CloseSession ends a session. Compact takes away what the database remembers
	// of the order of responses then.
	CloseSession(ctx context.Context, id survey.ID) error
	Compact(context.Context) error
	// ReopenSession lets a closed session take responses again; it fails while any
	// other one does.
	ReopenSession(ctx context.Context, id survey.ID) error
	// SetAttended corrects how many people attended a session; 0 means not known.
	SetAttended(ctx context.Context, id survey.ID, attended int) error
	// Ready returns nil when one more response can be stored durably.
	Ready(context.Context) error
	// AddResponse stores a response; when it returns nil the response is durable.
	// An error leaves open whether it is: storing it again under its id stores
	// nothing twice.
	AddResponse(ctx context.Context, session survey.ID, r survey.Response) error
	// AddPaper is AddResponse for a form that was filled in by hand: how many came that
	// way is counted, and nothing else of it.
	AddPaper(ctx context.Context, session survey.ID, r survey.Response) error
	// AddPartial stores an interview that nobody went on with, apart from the
	// responses; when it returns nil it is durable.
	AddPartial(ctx context.Context, session survey.ID, r survey.Response) error
	// Sessions returns all sessions, Part one with its survey and counts.
	Sessions(context.Context) ([]survey.Session, error)
	Part(ctx context.Context, session survey.ID) (results.Part, error)
	// Written is where free texts, their reviews and statements are; ReviewText and
	// PutStatement store what the facilitator decided and wrote.
	results.Written
	ReviewText(ctx context.Context, session survey.ID, question string, text survey.ID, review survey.Review) error
	PutStatement(ctx context.Context, session survey.ID, s survey.Statement) error
	// SetPIN stores the PIN of the facilitator. CheckPIN compares it and returns how
	// long the next check must wait; while one must wait nothing is compared.
	// PINWait returns how long that is now.
	SetPIN(ctx context.Context, pin string) error
	CheckPIN(ctx context.Context, pin string) (right bool, wait time.Duration, err error)
	PINWait(ctx context.Context) (time.Duration, error)
	// Watch tells when something was stored.
	Watch(context.Context) <-chan struct{}
}

// Start says with which screen a terminal begins.
type Start int

const (
	// StartSetup begins with the form for a new session.
	StartSetup Start = iota
	// StartResume offers to go on with the open session.
	StartResume
	// StartWelcome begins with the participants' welcome.
	StartWelcome
	// StartConsole shows the facilitator the results of the sessions, behind the PIN
	// if there is one, and never takes answers; the store may be changed from there.
	StartConsole
	// StartLive shows the results of the sessions behind the PIN and never takes answers.
	StartLive
	// StartEntry takes filled forms from paper into the open session, behind the PIN if
	// there is one.
	StartEntry
	// StartDemo shows the results of the sessions with a watermark and without a PIN.
	StartDemo
)

// Config is what a terminal is started with.
type Config struct {
	// Survey is what is asked: that of the open session if there is one.
	Survey *survey.Survey
	// NewSurvey is what the next session will ask; nil means Survey.
	NewSurvey *survey.Survey
	// Store keeps sessions and responses. It was found ready by the caller.
	Store Store
	// Start is the first screen.
	Start Start
	// Sessions are those whose results are shown; the open one is the first.
	Sessions []survey.Session
	// Left says what became of a response that was being stored when the program
	// ended before its time; the first screen tells it.
	Left Left
	// Preset are answers to the set-up form that are known already.
	Preset Preset
	// Locked is true when a PIN is stored: then leaving and a new session need it.
	Locked bool
	// Twice has each form from paper typed in twice.
	Twice bool
	// Lang is the language to which the kiosk returns after every participant.
	Lang survey.Lang
	// Terminal says what the terminal cannot show.
	Terminal Terminal
	// Now and NewID are time and chance; nil means the real ones.
	Now   func() time.Time
	NewID func() survey.ID
	// Pace is what the terminals of one process know of how long people take; nil
	// means that this terminal is the only one.
	Pace *Pace
	// Backup writes a copy of everything that is stored for the facilitator and
	// returns where it is; nil means that none can be made here.
	Backup func(context.Context) (path string, err error)
	// Report writes the report; nil means that none can be written here.
	Report Reporter
	// Ground is what is known against the disk with the database; the set-up tells it.
	Ground Ground
	// Log takes what the operator should know; it never holds an answer.
	Log *slog.Logger
}

// withDefaults fills in what a caller may leave out.
func (c Config) withDefaults() Config {
	if c.NewSurvey == nil {
		c.NewSurvey = c.Survey
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.NewID == nil {
		c.NewID = survey.NewID
	}
	if c.Pace == nil {
		c.Pace = &Pace{}
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.Lang == "" {
		c.Lang = c.Survey.Languages[0]
	}
	return c
}
