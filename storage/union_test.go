package storage_test

import (
	"os"
	"testing"

	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// closedCopy returns a copy of a kiosk that closed a session with some responses.
func closedCopy(t *testing.T, session survey.Session, responses []survey.Response) string {
	t.Helper()
	db := storagetest.Open(t)
	if _, err := db.CreateSession(t.Context(), session, evaluation()); err != nil {
		t.Fatal(err)
	}
	for _, r := range responses {
		add(t, db, session.ID, r)
	}
	path := t.TempDir() + "/part.db"
	do(t, db.CloseSession(t.Context(), session.ID), db.Backup(t.Context(), path))
	return path
}

// A merge shows nobody whom no file has shown of the same session, however it is merged
// on, until one comes that shows all. Negative control: a tally that is counted anew.
func TestMergeHoldsBack(t *testing.T) {
	session := survey.Session{ID: survey.NewID(), Title: "Niš", Open: true}
	all := make([]survey.Response, 17)
	for i := range all {
		all[i] = respond([3]survey.Code{1, 4, 1})
	}
	part := func(responses ...survey.Response) string { return closedCopy(t, session, responses) }
	db := storagetest.Open(t)
	for _, step := range []struct {
		with          string
		shown, stored int
	}{{part(all[:12]...), 12, 12}, {part(all[12:14]...), 12, 14}, {part(all[10:16]...), 12, 16}, {part(all[16:]...), 12, 17}, {part(all...), 17, 17}} {
		source := storagetest.OpenFile(t, step.with)
		if _, err := db.Merge(t.Context(), []*storage.DB{source}, nil); err != nil {
			t.Fatal(err)
		}
		shows(t, db, session.ID, step.shown, step.stored)
		do(t, db.Check(t.Context()))
	}
}

// What two kiosks have shown of one session is added up: a few people besides stay
// hidden, whatever is merged first and whether a copy comes twice, also when there are
// k of them at kiosks that have shown nobody. Negative controls: rooms that are not
// added up; files left out that have shown nothing.
func TestMergeOfRoomsHoldsBack(t *testing.T) {
	session := survey.Session{ID: survey.NewID(), Title: "Niš", Open: true}
	all := make([]survey.Response, 34)
	for i := range all {
		all[i] = respond([3]survey.Code{1, 4, 1})
	}
	a, b, few := closedCopy(t, session, all[:12]), closedCopy(t, session, all[12:24]), closedCopy(t, session, all[24:27])
	more, room, again := closedCopy(t, session, all[27:29]), closedCopy(t, session, all[29:]), t.TempDir()+"/again.db"
	data, err := os.ReadFile(a)
	do(t, err, os.WriteFile(again, data, 0o600))
	for _, c := range []struct {
		name          string
		steps         [][]string
		shown, stored int
	}{
		{"at once", [][]string{{a, b, few}}, 24, 27},
		{"twice", [][]string{{few, a, b, again}}, 24, 27},
		{"one by one", [][]string{{a}, {b}, {few}}, 24, 27},
		{"the few first", [][]string{{few}, {a}, {b}}, 24, 27},
		{"the few with one", [][]string{{a, few}, {b}}, 24, 27},
		{"a copy again", [][]string{{a, few}, {b}, {again}}, 24, 27},
		{"nobody besides", [][]string{{a, b}}, 24, 24},
		{"k besides at two kiosks", [][]string{{a, b, few, more}}, 24, 29},
		{"the other ones afterwards", [][]string{{a, b, few}, {more}}, 24, 29},
		{"k besides at one kiosk", [][]string{{a, b, few, room}}, 29, 32},
		{"that one afterwards", [][]string{{a, b, few}, {room}}, 29, 32},
		{"nobody was shown", [][]string{{few, more}}, 0, 5},
	} {
		t.Run(c.name, func(t *testing.T) {
			db := storagetest.Open(t)
			for _, step := range c.steps {
				var sources []*storage.DB
				for _, path := range step {
					sources = append(sources, storagetest.OpenFile(t, path))
				}
				if _, err := db.Merge(t.Context(), sources, nil); err != nil {
					t.Fatal(err)
				}
			}
			shows(t, db, session.ID, c.shown, c.stored)
			do(t, db.Check(t.Context()))
		})
	}
}
