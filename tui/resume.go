package tui

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/survey"
)

// resume offers to go on with the open session, or to begin a new one.
type resume struct {
	*shared
	session survey.Session
	// locked is true when leaving needs the PIN.
	locked bool
	frame  string
	// spots are what can be clicked.
	spots []target
}

func newResume(s *shared, session survey.Session, locked bool) *resume {
	r := &resume{shared: s, session: session, locked: locked}
	r.lay()
	return r
}

func (r *resume) lay() {
	t := r.text.Setup
	body := stack("\n\n", block{text: r.styles.Question.Render(r.wrap(t.Resume))},
		block{text: r.wrap(r.text.Format(t.ResumeHint, r.session.Title))}, r.button(r.keys.GoOn, r.text.Keys.GoOn))
	fresh := r.keys.NewSession
	fresh.SetHelp("2", r.text.Keys.NewSession+" (PIN)")
	keys := []key.Binding{r.keys.GoOn, fresh, r.quitKey()}
	foot := r.foot(keys...)
	r.frame = r.layout.frame(r.head("anketa", "", 0), foot, body.text)
	middle, bottom := r.layout.stand(foot, body.text)
	r.spots = append(within(middle, body.targets), within(bottom, r.footTargets(keys...))...)
}

// targets implements clickable.
func (r *resume) targets() []target { return r.spots }

// quitKey leaves the program.
func (r *resume) quitKey() key.Binding { return quitKey(r.shared, r.locked, " (PIN)") }

func (r *resume) view() string { return r.frame }

func (r *resume) update(msg tea.Msg) (action, tea.Cmd) {
	press, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil, nil
	}
	switch {
	case key.Matches(press, r.quitKey()):
		return quitProgram{}, nil
	case key.Matches(press, r.keys.GoOn):
		return resumeSession{}, nil
	case key.Matches(press, r.keys.NewSession):
		return askPIN{next: showLive{}}, nil
	}
	return nil, nil
}
