package tui

import (
	"time"

	"anketa/results"
	"anketa/survey"
)

// The messages that commands bring back to the root.
type (
	// savedMsg tells how storing a response ended.
	savedMsg struct{ err error }
	// changedMsg tells that something was stored; more is false when the watch ended.
	changedMsg struct{ more bool }
	// releaseMsg brings what may be shown now, with the free texts by question.
	releaseMsg struct {
		release results.Release
		err     error
	}
	// pinMsg tells whether the PIN was right, and how long to wait before the next.
	pinMsg struct {
		right bool
		wait  time.Duration
		err   error
	}
	// pinWaitMsg tells how long to wait before a PIN is taken.
	pinWaitMsg struct {
		wait time.Duration
		err  error
	}
	// sessionMsg tells how storing a new session ended.
	sessionMsg struct {
		session survey.Session
		err     error
	}
	// closedMsg tells how closing the session ended.
	closedMsg struct {
		session survey.ID
		err     error
	}
	// heldMsg brings what may be shown of every session, each by itself.
	heldMsg struct {
		held []results.Release
		err  error
	}
	// attendedMsg tells how correcting the number attended ended, pinStoredMsg how
	// choosing another PIN did.
	attendedMsg struct {
		session  survey.ID
		attended int
		err      error
	}
	// reopenedMsg tells how opening a session again ended.
	reopenedMsg struct {
		session survey.Session
		survey  *survey.Survey
		err     error
	}
	pinStoredMsg struct {
		right bool
		wait  time.Duration
		err   error
	}
	// reviewedMsg tells how storing a review or a statement ended.
	reviewedMsg struct{ err error }
	// readyMsg tells whether the store can take a response.
	readyMsg struct{ err error }
	// timeMsg tells that the time of a timer is up; timers that were replaced
	// in the meantime are known by their generation.
	timeMsg struct {
		timer      timer
		generation int
	}
)

// timer names what waits for time to pass.
type timer int

const (
	timerConfirm timer = iota
	timerThanks
	timerIdle
	timerCountdown
	timerRetry
	timerPIN
	timerPaste
	timerReveal
	timers
)

// action is what a screen asks of the root. It is carried out at once, within
// the same Update, so that a key typed ahead already meets the next screen.
type action interface{ isAction() }

// What screens can ask for.
type (
	// setLanguage changes the language of the interface.
	setLanguage struct{ lang survey.Lang }
	// startInterview begins a participant's walk.
	startInterview struct{}
	// showReview shows the answers before they are sent.
	showReview struct{}
	// showQuestion goes to the interview's current question.
	showQuestion struct{}
	// sendResponse submits the interview.
	sendResponse struct{}
	// leaveInterview drops the interview: the participant wants it so.
	leaveInterview struct{}
	// abandonInterview ends an interview that nobody goes on with, as the survey
	// says.
	abandonInterview struct{}
	// goHome goes to the welcome screen, or where the facilitator started.
	goHome struct{}
	// askPIN asks for the PIN before what comes next.
	askPIN struct{ next action }
	// checkPIN compares a PIN.
	checkPIN struct{ pin string }
	// showLive shows the results.
	showLive struct{}
	// createSession stores the session of the set-up form.
	createSession struct {
		session survey.Session
		pin     string
	}
	// readInterrupted goes on after what was said about the response that was on its way.
	readInterrupted struct{}
	// resumeSession goes on with the open session.
	resumeSession struct{}
	// closeSession ends the collection.
	closeSession struct{ session survey.ID }
	// showReveal shows the questions one by one from a place on, leaveReveal goes back.
	showReveal struct {
		behind *console
		from   string
	}
	leaveReveal struct{ behind *console }
	// readHeld reads what may be shown of every session, readLooked of those that
	// were chosen.
	readHeld   struct{}
	readLooked struct{}
	// correctAttended and changePIN store something else about a session.
	correctAttended struct {
		session  survey.ID
		attended int
	}
	changePIN struct{ current, pin string }
	// reopenSession lets a closed session take answers again.
	reopenSession struct {
		session survey.Session
		survey  *survey.Survey
	}
	// reviewText stores what was decided about a text, putStatement a conclusion or a
	// recommendation.
	reviewText struct {
		passage results.Passage
		review  survey.Review
	}
	putStatement struct {
		session   survey.ID
		statement survey.Statement
	}
	// tryStore tries again whether the store works.
	tryStore struct{}
	// showKept tells of the response that waits, dropKept erases it.
	showKept struct{}
	dropKept struct{}
	// quitProgram ends the program.
	quitProgram struct{}
	// backToSetup goes on with a form that was left alone.
	backToSetup struct{ form *setup }
	// nextLook switches to the next look.
	nextLook struct{}
)

func (setLanguage) isAction()      {}
func (startInterview) isAction()   {}
func (showReview) isAction()       {}
func (showQuestion) isAction()     {}
func (sendResponse) isAction()     {}
func (leaveInterview) isAction()   {}
func (abandonInterview) isAction() {}
func (goHome) isAction()           {}
func (askPIN) isAction()           {}
func (checkPIN) isAction()         {}
func (showLive) isAction()         {}
func (createSession) isAction()    {}
func (resumeSession) isAction()    {}
func (closeSession) isAction()     {}
func (readHeld) isAction()         {}
func (showReveal) isAction()       {}
func (leaveReveal) isAction()      {}
func (readLooked) isAction()       {}
func (correctAttended) isAction()  {}
func (changePIN) isAction()        {}
func (reopenSession) isAction()    {}
func (reviewText) isAction()       {}
func (putStatement) isAction()     {}
func (readInterrupted) isAction()  {}
func (showKept) isAction()         {}
func (dropKept) isAction()         {}
func (tryStore) isAction()         {}
func (quitProgram) isAction()      {}
func (backToSetup) isAction()      {}
func (nextLook) isAction()         {}
