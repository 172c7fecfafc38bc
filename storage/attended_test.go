package storage_test

import (
	"testing"

	"anketa/storage/storagetest"
	"anketa/survey"
)

// The number attended is corrected and nothing else; a number that no session may
// have, and a session that is not there, are refused. Negative control: SetAttended
// without the check of the session.
func TestSetAttended(t *testing.T) {
	db := storagetest.Open(t)
	session := storagetest.Session(t, db, evaluation())
	for _, attended := range []int{31, 0} {
		if err := db.SetAttended(t.Context(), session.ID, attended); err != nil {
			t.Fatal(err)
		}
		session.Attended = attended
		if got, err := db.Sessions(t.Context()); err != nil || len(got) != 1 || got[0] != session {
			t.Errorf("the sessions are %+v (%v), want %+v", got, err, session)
		}
	}
	for _, attended := range []int{-1, survey.MaxAttended + 1} {
		if err := db.SetAttended(t.Context(), session.ID, attended); err == nil {
			t.Errorf("%d people attended", attended)
		}
	}
	if err := db.SetAttended(t.Context(), survey.ID{1}, 5); err == nil {
		t.Error("a session that is not there was corrected")
	}
}
