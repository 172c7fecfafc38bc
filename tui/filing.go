package tui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"anketa/results"
	"anketa/survey"
)

// ReportFiles are the names of the files of a report.
type ReportFiles struct {
	// Infographic is the one page as PDF, Whole the whole report as HTML.
	Infographic, Whole string
}

// Reporter writes the report of what may be shown, in a language, and returns where it is.
type Reporter func(ctx context.Context, r *results.Release, lang survey.Lang) (ReportFiles, error)

// fileReport writes the report of sessions.
type fileReport struct {
	sessions []survey.Session
	lang     survey.Lang
}

func (fileReport) isAction() {}

// filedMsg tells where a report was written, or why there is none.
type filedMsg struct {
	files ReportFiles
	err   error
}

// file writes the report of what may be shown by now.
func (c *commands) file(a fileReport) tea.Cmd {
	return func() tea.Msg {
		r, err := c.release(a.sessions)
		if err == nil {
			err = r.ReadTexts(c.ctx, c.store)
		}
		var files ReportFiles
		if err == nil {
			files, err = c.report(c.ctx, &r, a.lang)
		}
		if err != nil {
			c.log.Error("writing the report failed", "error", err)
		} else {
			c.log.Info("wrote the report", "infographic", files.Infographic, "whole", files.Whole)
		}
		return filedMsg{files: files, err: err}
	}
}

// said returns the sentence about a report.
func (m filedMsg) said(s *Strings) string {
	t := s.Report
	if m.err == nil {
		name := func(file string) string { return survey.CleanLine(file, survey.MaxTextLength) }
		return s.Format(t.Done, name(m.files.Infographic), name(m.files.Whole))
	}
	return whyNot(m.err, t.Gone, t.Full, t.ReadOnly, t.Failed)
}

// files reports whether a report can be written: there are answers to show in it.
func (c *console) files() bool {
	return c.duty.files && c.release != nil && c.release.Tally.N() > 0
}

// filing asks for the report of the sessions that are looked at.
func (c *console) filing() fileReport {
	a := fileReport{lang: c.lang}
	for i := range c.release.Parts {
		a.sessions = append(a.sessions, c.release.Parts[i].Session)
	}
	return a
}

// file asks for the report, unless one is being written.
func (r *report) file() action {
	if r.filing {
		return nil
	}
	r.filing, r.notice = true, r.c.text.Report.Working
	r.pane.offset = 0
	return r.c.filing()
}

// fileReport is the linear choice of a report.
func (l *Linear) fileReport(c *console) {
	l.say(l.text.Report.Working)
	if filed, ok := l.do.file(c.filing())().(filedMsg); ok {
		l.say(filed.said(l.text))
	}
}
