package tui

import (
	"strings"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// thanks tells the participant that the answers are stored, and goes back to
// the welcome by itself.
type thanks struct {
	*shared
	shown time.Time
	frame string
}

func newThanks(s *shared) *thanks {
	t := &thanks{shared: s, shown: s.now()}
	t.lay()
	return t
}

// longestGrace is the longest [shared.grace].
const longestGrace = 700 * time.Millisecond

// grace is how long keys are swallowed after the thanks appeared by themselves, so
// that a second Enter meant for sending does not take them away; and how long Enter
// rests behind them before it begins the next interview.
func (s *shared) grace() time.Duration { return min(longestGrace, s.survey.Kiosk.Thanks/2) }

func (t *thanks) lay() {
	s := t.text.Interview
	foot := t.foot(t.keys.GoOn)
	body := strings.Join([]string{
		t.enlarge(t.styles.Question, s.ThankYou, foot, 4), "",
		t.styles.Strong.Render("✓ " + s.Saved), "", t.styles.Hint.Render(s.NextPerson),
	}, "\n")
	t.frame = t.layout.frame(t.head(t.title(), "", 1), foot, t.center(body))
}

func (t *thanks) view() string { return t.frame }

func (t *thanks) update(msg tea.Msg) (action, tea.Cmd) {
	switch msg := msg.(type) {
	case timeMsg:
		if t.timers.rings(msg, timerThanks) {
			return goHome{}, nil
		}
	case tea.KeyPressMsg:
		if key.Matches(msg, t.keys.GoOn) && t.now().Sub(t.shown) >= t.grace() {
			return goHome{}, nil
		}
	}
	return nil, nil
}

// stillThere counts down the seconds after which an abandoned interview is
// dropped, or kept where the survey says so. Any key goes on, but for the one
// with which the next person begins afresh.
type stillThere struct {
	*shared
	// behind is the screen that comes back.
	behind  screen
	seconds int
	// keeps is true when something of the interview will be stored.
	keeps bool
	body  block
	frame string
}

func newStillThere(s *shared, behind screen, keeps bool) *stillThere {
	t := &stillThere{shared: s, behind: behind, keeps: keeps, seconds: int((s.survey.Kiosk.Countdown + time.Second - 1) / time.Second)}
	t.lay()
	return t
}

// tick starts the next second of the countdown, or what is left of the last one.
func (t *stillThere) tick() tea.Cmd {
	step := min(time.Second, t.survey.Kiosk.Countdown)
	return t.timers.start(timerCountdown, step)
}

func (t *stillThere) lay() {
	t.behind.lay()
	s := t.text
	soon := s.Interview.EraseIn
	if t.keeps {
		soon = s.Interview.StoreIn
	}
	foot := t.foot(t.keys.GoOn)
	t.body = stack("\n\n",
		block{text: t.enlarge(t.styles.Question, s.Interview.StillThere, foot, 8)},
		block{text: t.styles.Warning.Render(t.wrap(s.Count(soon, t.seconds)))},
		t.button(t.keys.GoOn, s.Keys.GoOn),
		t.offerBlock(),
	)
	t.frame = t.layout.frame(t.head(t.title(), "", 0), foot, t.center(t.body.text))
}

func (t *stillThere) view() string { return t.frame }

func (t *stillThere) update(msg tea.Msg) (action, tea.Cmd) {
	if m, ok := msg.(timeMsg); ok && t.timers.rings(m, timerCountdown) {
		if t.seconds--; t.seconds <= 0 {
			return abandonInterview{}, nil
		}
		t.lay()
		return nil, t.tick()
	}
	return nil, nil
}
