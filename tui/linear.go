package tui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
)

// Linear is the kiosk for people who listen or feel instead of looking: lines of
// text, one after the other, and prompts at the end of a line, so that a screen
// reader or a braille display follows. It walks the same interview with the same
// rules as [Model], and never draws, moves the cursor or uses a colour.
type Linear struct {
	*shared
	cfg Config
	do  commands
	tty *tty

	// sessions are those that results are shown of; the first one takes answers.
	sessions []survey.Session
	// looked are the sessions that the facilitator chose to look at; nil means those above.
	looked []survey.Session
	// interview is the walk of the person in front of the terminal, or nil.
	interview *survey.Interview
	// response waits for being stored; its id is drawn once.
	response survey.Response
	// began is when the turn of this person began, sent when the one before ended.
	began, sent time.Time
	// section is the number of the section whose title was said last.
	section int
	// used is true when something was said that is not for the next person.
	used bool
}

// How a conversation ends before its end.
var (
	// errGone says that nobody has typed for long enough.
	errGone = errors.New("nobody is there")
	// errLeft says that the person left.
	errLeft = errors.New("the person left")
	// errUnheard says that a line held nothing but keys that mean nothing here.
	errUnheard = errors.New("nothing was understood")
	// errQuit says that the facilitator ends the program.
	errQuit = errors.New("the facilitator quits")
)

// NewLinear returns the kiosk in its linear mode. Of the results it shows those
// that lie behind the PIN; it is no second terminal and no demo.
func NewLinear(cfg Config) *Linear {
	cfg = cfg.withDefaults()
	if cfg.Start == StartWelcome {
		// The preset described the session that is open now, not the one after it.
		cfg.Preset = Preset{}
	}
	return &Linear{
		cfg: cfg, sessions: cfg.Sessions, do: commands{store: cfg.Store, copy: cfg.Backup, report: cfg.Report, log: cfg.Log, pace: cfg.Pace, now: cfg.Now},
		shared: &shared{survey: cfg.Survey, lang: cfg.Lang, timers: &clock{}, now: cfg.Now, newID: cfg.NewID, pace: cfg.Pace},
	}
}

// Run talks to one person after the other until the facilitator quits, the
// context or the input ends, or the terminal is gone; all of these are a good
// end. It leaves the terminal as it was. When it returns, one goroutine may still
// wait in a read of the input, which nothing can end; it ends with that read.
func (l *Linear) Run(ctx context.Context, in io.Reader, out io.Writer) (err error) {
	l.do.ctx = ctx
	done := make(chan struct{})
	defer close(done)
	if l.tty, err = openTTY(in, out, done); err != nil {
		return fmt.Errorf("set up the terminal: %w", err)
	}
	defer l.tty.close()
	defer l.forget()
	defer func() {
		if r := recover(); r != nil {
			// The value of a panic may hold an answer; its place and type do not.
			l.cfg.Log.Error("panic", "type", fmt.Sprintf("%T", r), "stack", string(debug.Stack()))
			err = ErrBroken
		}
	}()
	for {
		switch err := l.next(); {
		case errors.Is(err, errEnd), errors.Is(err, errQuit):
			return nil
		case errors.Is(err, errGone):
			l.drop()
		case err != nil && !errors.Is(err, errLeft):
			return err
		}
	}
}

// next serves the next person, or the facilitator where there is no open session.
func (l *Linear) next() error {
	l.home()
	if l.cfg.Left != LeftNothing {
		if err := l.sayInterrupted(); err != nil {
			return err
		}
	}
	if len(l.sessions) > 0 && l.sessions[0].Open {
		switch l.cfg.Start {
		case StartResume:
			return l.resume()
		case StartWelcome:
			// Nobody types answers that cannot be stored.
			if err := l.untilInOrder(l.ready, l.text.Notice.CallFacilitator); err != nil {
				return err
			}
			return l.welcome()
		}
	}
	l.survey = l.cfg.NewSurvey
	l.dress()
	return l.setUp()
}

// home drops what is under way and returns to the default language.
func (l *Linear) home() {
	l.forget()
	if l.used {
		l.wipe()
	}
	l.lang = l.cfg.Lang
	l.dress()
	if len(l.sessions) > 0 {
		l.session = l.sessions[0].Title
	}
}

// dress takes the texts of the language. Where a screen has a sign, words stand in.
func (l *Linear) dress() {
	text := *stringsFor(l.lang)
	text.Interview.Pair = text.Linear.Pair
	l.text = &text
}

// wipe takes what was said off the screen, and what was typed out of the queue.
func (l *Linear) wipe() {
	l.tty.discard()
	l.tty.wipe()
	l.used = false
}

// drop ends an interview whose person has gone; what was answered is stored where
// the survey says so and the participants were told.
func (l *Linear) drop() {
	if l.interview != nil && keeps(l.interview) {
		r, _ := l.interview.Partial(l.cfg.NewID())
		l.do.keep(l.sessions[0].ID, r)()
	}
	l.forget()
}

// forget overwrites what the kiosk knows of the participant.
func (l *Linear) forget() {
	if l.interview != nil {
		l.interview.Forget()
	}
	clear(l.response.Answers)
	l.interview, l.response, l.section = nil, survey.Response{}, 0
}

// say says lines; an empty one makes a pause.
func (l *Linear) say(lines ...string) { l.tty.say(lines...) }

// patience is what happens when nobody types.
type patience int

const (
	// forever waits.
	forever patience = iota
	// quietly gives up without a word: nothing would be lost.
	quietly
	// asks asks first whether somebody is still there.
	asks
)

// hear prompts for a line and returns it, cleaned. A line that comes after the
// question whether somebody is still there counts as any other, but an empty
// one only goes on.
func (l *Linear) hear(prompt string, p patience) (string, error) {
	for {
		l.tty.prompt(prompt)
		idle := l.survey.Kiosk.Idle
		if p == forever {
			idle = 0
		}
		line, err := l.listen(idle)
		if errors.Is(err, errUnheard) {
			continue
		}
		if !errors.Is(err, errGone) || p != asks {
			return line, err
		}
		seconds := int((l.survey.Kiosk.Countdown + time.Second - 1) / time.Second)
		soon := l.text.Interview.EraseIn
		if l.interview != nil && keeps(l.interview) {
			soon = l.text.Interview.StoreIn
		}
		// The prompt has not ended its line.
		l.say("", l.text.Interview.StillThere, l.text.Count(soon, seconds), l.text.Linear.StillGoOn)
		line, err = l.listen(l.survey.Kiosk.Countdown)
		if line != "" || err != nil && !errors.Is(err, errUnheard) {
			return line, err
		}
	}
}

// listen waits for a line, at most for a time unless that is 0.
func (l *Linear) listen(most time.Duration) (string, error) {
	if l.tty.err != nil {
		return "", errEnd
	}
	var late <-chan time.Time
	if most > 0 {
		timer := time.NewTimer(most)
		defer timer.Stop()
		late = timer.C
	}
	select {
	case line, more := <-l.tty.lines:
		if !more {
			return "", errEnd
		}
		return understand(line)
	case <-late:
		return "", errGone
	case <-l.do.ctx.Done():
		return "", errEnd
	}
}

// understand returns what was typed, cleaned. What arrow keys and the like send
// is no text, and a line of nothing else is no empty line: that would skip a
// question or send the answers.
func understand(line string) (string, error) {
	text := survey.CleanLine(ansi.Strip(line), maxLine)
	if text == "" && strings.TrimSpace(line) != "" {
		return "", errUnheard
	}
	return text, nil
}

// settle waits until no line has come for a moment and drops those that do. What
// was pasted, or typed ahead twice, must not send answers that nobody has heard,
// or answer for the next person.
func (l *Linear) settle() error {
	for {
		if _, err := l.listen(longestGrace); errors.Is(err, errGone) {
			return nil
		} else if err != nil && !errors.Is(err, errUnheard) {
			return err
		}
	}
}

// choices says numbered lines.
func (l *Linear) choices(labels ...string) {
	for i, label := range labels {
		l.say(l.text.Format("%d. %s", i+1, label))
	}
}

// sentence ends a text with one full stop.
func sentence(text string) string {
	if text == "" || strings.HasSuffix(text, "?") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, ".") {
		return text
	}
	return text + "."
}
