package e2e

import (
	"errors"
	"os"
	"testing"

	"anketa/storage"
)

// What a closing left undone is done by the next start of the kiosk. Before that
// start it is owed: the control.
func TestStartFinishesClosing(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.put("pin", "1234\n")
	r.mustRun("session", "open", "--session-title", "Niš", "--pin-file", "pin")
	closeOnly(t, r.path("anketa.db"))
	if !owed(t, r.path("anketa.db")) {
		t.Fatal("a closing alone owes nothing")
	}
	k := r.open()
	if err := k.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	_, _ = k.Exit()
	if owed(t, r.path("anketa.db")) {
		t.Error("behind a start of the kiosk the closing is not finished")
	}
}

// closeOnly closes the session of a database and does not write the file anew.
func closeOnly(t *testing.T, path string) {
	t.Helper()
	db, err := storage.Open(path, storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	sessions, err := db.Sessions(t.Context())
	if err == nil {
		err = db.CloseSession(t.Context(), sessions[0].ID)
	}
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
}

// owed reports whether a closing is not finished; the file stays as it is.
func owed(t *testing.T, path string) bool {
	t.Helper()
	db, err := storage.Open(path, storage.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	owed, err := db.FinishClosing(t.Context())
	if err != nil && !errors.Is(err, storage.ErrReadOnly) {
		t.Fatal(err)
	}
	return owed
}
