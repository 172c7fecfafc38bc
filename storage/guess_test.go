package storage_test

import (
	"context"
	"errors"
	"os"
	"syscall"
	"testing"
	"time"

	"anketa/storage"
)

// guessChild tries a wrong PIN and is killed while it is compared.
func guessChild(args []string, check func(*storage.DB, context.Context, string) (bool, time.Duration, error)) error {
	if len(args) != 1 {
		return errors.New("the child needs a file")
	}
	db, err := storage.Open(args[0], storage.Options{})
	if err != nil {
		return err
	}
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		return err
	}
	db.BeforeVerify(func() {
		_ = self.Kill()
		select {}
	})
	if _, _, err := check(db, context.Background(), "0000"); err != nil {
		return err
	}
	return db.Close()
}

// cutOff runs a child that guesses and reports whether it was killed while it
// compared; it ends by itself when it must wait.
func cutOff(t *testing.T, name, path string) bool {
	t.Helper()
	cmd := child(t, name, nil, []string{path})
	_ = cmd.Run()
	status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus)
	if !ok || !status.Signaled() && status.ExitStatus() != 0 {
		t.Fatalf("the child ended with %v: %s", cmd.ProcessState, cmd.Stderr)
	}
	return status.Signaled()
}

// Whoever kills the kiosk while it compares a PIN has used the attempt up: of
// twelve guesses four are compared, and the right PIN must wait as well.
func TestKilledWhileComparing(t *testing.T) {
	path := guarded(t)
	compared := 0
	for range 12 {
		if cutOff(t, "guess", path) {
			compared++
		}
	}
	// On a slow machine the wait may be over before the last guess.
	if compared < 4 || compared > 6 {
		t.Errorf("%d guesses were compared, want 4", compared)
	}
	db := open(t, path, storage.Options{})
	wait, err := db.PINWait(t.Context())
	if err != nil || wait == 0 {
		t.Errorf("one must wait %v, error %v", wait, err)
	}
}

// The control of the test above: who compares first and counts afterwards lets
// every guess through.
func TestKilledWhileComparingCarelessly(t *testing.T) {
	path := guarded(t)
	for n := range 12 {
		if !cutOff(t, "guess carelessly", path) {
			t.Errorf("the careless order held guess %d back", n+1)
		}
	}
}
