package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/survey"
)

// outOfService stands while the store is out of order. It says that a response
// is kept, if one is, and otherwise keeps people from typing what could not be
// stored. Enter tries again; the root does so by itself from time to time.
type outOfService struct {
	*shared
	// held is true while a response is kept.
	held bool
	// trying is true while an attempt that somebody asked for is under way.
	trying bool
	frame  string
}

func newOutOfService(s *shared, held bool) *outOfService {
	o := &outOfService{shared: s, held: held}
	o.lay()
	return o
}

func (o *outOfService) lay() {
	done := 0.0
	if o.held {
		done = 1
	}
	o.frame = o.layout.frame(o.head(o.title(), "", done), o.foot(o.help()...), o.center(o.body()))
}

// help returns the keys that work: none while an attempt is under way.
func (o *outOfService) help() []key.Binding {
	if o.trying {
		return nil
	}
	return []key.Binding{o.keys.TryAgain, o.keys.Results}
}

// body speaks the language of the participant whose response is kept. Without
// one nobody has chosen a language yet: then it speaks all of them.
func (o *outOfService) body() string {
	n := o.text.Notice
	title := o.styles.Warning.Render(n.OutOfServiceTitle)
	switch {
	case o.held && o.trying:
		return strings.Join([]string{title, "", o.wrap(o.text.Interview.Saving), o.wrap(n.KeepAnswers)}, "\n")
	case o.held:
		return strings.Join([]string{title, "", o.wrap(n.OutOfService), o.wrap(n.KeepAnswers)}, "\n")
	case o.trying:
		return strings.Join([]string{title, "", o.wrap(o.text.Setup.Checking)}, "\n")
	}
	var blocks []string
	for _, t := range spoken(o.survey.Languages) {
		blocks = append(blocks, o.styles.Warning.Render(t.Notice.OutOfServiceTitle)+"\n"+o.wrap(t.Notice.CallFacilitator))
	}
	return strings.Join(blocks, "\n\n")
}

// spoken returns the texts in those of some languages that the interface has, or
// in its default language.
func spoken(languages []survey.Lang) []*Strings {
	var all []*Strings
	for _, lang := range languages {
		if t := stringsFor(lang); t.Lang == lang {
			all = append(all, t)
		}
	}
	if len(all) == 0 {
		return []*Strings{stringsFor(languages[0])}
	}
	return all
}

func (o *outOfService) view() string { return o.frame }

func (o *outOfService) update(msg tea.Msg) (action, tea.Cmd) {
	press, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok:
	case key.Matches(press, o.keys.TryAgain) && !o.trying:
		o.trying = true
		o.lay()
		return tryStore{}, nil
	case key.Matches(press, o.keys.Results):
		if o.held {
			return askPIN{next: showKept{}}, nil
		}
		return askPIN{next: showLive{}}, nil
	}
	return nil, nil
}
