package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"anketa/results"
	"anketa/storage"
	"anketa/survey"
)

// errNoSessions says that nothing was ever collected in a database.
var errNoSessions = errors.New("the database has no sessions yet")

// defaultDB is the database that is used when none is named.
const defaultDB = "anketa.db"

// dbFlag adds the flag that names the database.
func dbFlag(cmd *cobra.Command, name *string) {
	cmd.Flags().StringVar(name, "db", defaultDB, "database file")
}

// withDB opens a database for a piece of work and closes it.
func withDB(name string, opts storage.Options, work func(*storage.DB) error) error {
	db, err := storage.Open(name, opts)
	if err != nil {
		return about(name, err)
	}
	return about(name, errors.Join(work(db), db.Close()))
}

// scope says which sessions a command is about.
type scope struct {
	session string
	all     bool
}

// flags adds the flags that name the sessions.
func (s *scope) flags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&s.session, "session", "", "the session with this id, or its beginning, or its title")
	cmd.Flags().BoolVar(&s.all, "all", false, "all sessions together")
	cmd.MarkFlagsMutuallyExclusive("session", "all")
}

// choose returns the sessions meant: the named one, all, or the only one.
func (s *scope) choose(ctx context.Context, db *storage.DB) ([]survey.Session, error) {
	sessions, err := db.Sessions(ctx)
	switch {
	case err != nil:
		return nil, err
	case len(sessions) == 0:
		return nil, errNoSessions
	case s.session != "":
		return named(sessions, s.session)
	case s.all, len(sessions) == 1:
		return sessions, nil
	}
	return nil, usageError{fmt.Sprintf("There are %d sessions; name one with --session, or take all with --all (`anketa session list` shows them).", len(sessions))}
}

// named finds the session with a title, an id or the beginning of an id.
func named(sessions []survey.Session, name string) ([]survey.Session, error) {
	var found []survey.Session
	for _, session := range sessions {
		id := session.ID.String()
		if session.Title == name || len(name) >= 4 && len(name) <= len(id) && id[:len(name)] == name {
			found = append(found, session)
		}
	}
	switch len(found) {
	case 0:
		return nil, usageError{fmt.Sprintf("There is no session “%s”; `anketa session list` shows them. Of an id at least its first 4 characters are needed.", survey.CleanLine(name, survey.MaxNameLength))}
	case 1:
		return found, nil
	}
	return nil, usageError{fmt.Sprintf("“%s” names %d sessions; use a longer part of the id.", survey.CleanLine(name, survey.MaxNameLength), len(found))}
}

// release reads what may be shown of sessions.
func release(ctx context.Context, db *storage.DB, sessions []survey.Session) (results.Release, error) {
	parts := make([]results.Part, len(sessions))
	for i := range sessions {
		var err error
		if parts[i], err = db.Recounted(ctx, sessions[i].ID); err != nil {
			return results.Release{}, err
		}
	}
	return results.NewRelease(parts...)
}
