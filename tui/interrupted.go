package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
)

// Left says what became of the response that was being stored when the program
// ended before its time, such as in a power cut.
type Left int

const (
	// LeftNothing says that no response was on its way.
	LeftNothing Left = iota
	// LeftStored says that it is stored, although nobody was thanked.
	LeftStored
	// LeftLost says that it is not.
	LeftLost
)

// interrupted tells the person who sent a response, and may still be there, what
// became of it. Nobody knows their language any more, so it speaks all of them.
type interrupted struct {
	*shared
	left  Left
	frame string
	// spots are what can be clicked.
	spots []target
}

func newInterrupted(s *shared, left Left) *interrupted {
	i := &interrupted{shared: s, left: left}
	i.lay()
	return i
}

func (i *interrupted) lay() {
	var blocks []string
	for _, t := range spoken(i.survey.Languages) {
		what := t.Notice.LeftStored
		if i.left == LeftLost {
			what = t.Notice.LeftLost
		}
		blocks = append(blocks, i.styles.Strong.Render(i.wrap(t.Notice.Interrupted))+"\n"+i.wrap(what))
	}
	body, foot := strings.Join(blocks, "\n\n"), i.foot(i.keys.GoOn)
	i.frame = i.layout.frame(i.head(i.title(), "", 0), foot, body)
	_, bottom := i.layout.stand(foot, body)
	i.spots = within(bottom, i.footTargets(i.keys.GoOn))
}

// targets implements clickable.
func (i *interrupted) targets() []target { return i.spots }

func (i *interrupted) view() string { return i.frame }

func (i *interrupted) update(msg tea.Msg) (action, tea.Cmd) {
	if press, ok := msg.(tea.KeyPressMsg); ok && key.Matches(press, i.keys.GoOn) {
		return readInterrupted{}, nil
	}
	return nil, nil
}
