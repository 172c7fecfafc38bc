package tui

import (
	tea "charm.land/bubbletea/v2"

	"anketa/results"
	"anketa/survey"
)

// reviewText stores what was decided about a text.
func (c *commands) reviewText(p results.Passage, review survey.Review) tea.Cmd {
	return func() tea.Msg {
		err := c.store.ReviewText(c.ctx, p.Session, p.Question, p.ID, review)
		if err != nil {
			c.log.Error("storing a review failed", "error", err)
		}
		return reviewedMsg{err: err}
	}
}

// putStatement stores a conclusion or a recommendation.
func (c *commands) putStatement(session survey.ID, s survey.Statement) tea.Cmd {
	return func() tea.Msg {
		err := c.store.PutStatement(c.ctx, session, s)
		if err != nil {
			c.log.Error("storing a statement failed", "error", err)
		}
		return reviewedMsg{err: err}
	}
}
