package tui

import (
	"errors"
	"io/fs"
	"syscall"

	tea "charm.land/bubbletea/v2"

	"anketa/survey"
)

// makeBackup writes a copy of everything that is stored.
type makeBackup struct{}

func (makeBackup) isAction() {}

// backupMsg tells where a copy was written, or why there is none.
type backupMsg struct {
	path string
	err  error
}

// backup writes a copy. A stick that does not answer keeps nobody waiting but who
// asked for it.
func (c *commands) backup() tea.Cmd {
	return func() tea.Msg {
		path, err := c.copy(c.ctx)
		if err != nil {
			c.log.Error("making a backup failed", "error", err)
		} else {
			c.log.Info("made a backup", "file", path)
		}
		return backupMsg{path: path, err: err}
	}
}

// said returns the sentence about a copy.
func (m backupMsg) said(s *Strings) string {
	t := s.Backup
	if m.err == nil {
		return s.Format(t.Done, survey.CleanLine(m.path, survey.MaxTextLength))
	}
	return whyNot(m.err, t.Gone, t.Full, t.ReadOnly, t.Failed)
}

// whyNot chooses the sentence about a file that could not be written.
func whyNot(err error, gone, full, readOnly, failed string) string {
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT), errors.Is(err, syscall.EFBIG):
		return full
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return readOnly
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return gone
	}
	return failed
}

// backUp is the linear choice of a copy.
func (l *Linear) backUp() {
	l.say(l.text.Backup.Working)
	if made, ok := l.do.backup()().(backupMsg); ok {
		l.say(made.said(l.text))
	}
}
