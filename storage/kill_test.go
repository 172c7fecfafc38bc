package storage_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// roundsVariable names the environment variable that asks for more kills.
const roundsVariable = "ANKETA_KILL_ROUNDS"

// What a child says before and after it stores a response, each with the id.
const (
	trying       = "trying"
	unsure       = "unsure"
	acknowledged = "acknowledged"
)

// submitChild stores one response after the other until it is killed. A child
// that acknowledges first breaks the promise that the test is about.
func submitChild(args []string, acknowledgeFirst bool) error {
	db, session, err := openChild(args)
	if err != nil {
		return err
	}
	for {
		id := survey.NewID()
		fmt.Println(trying, id)
		if acknowledgeFirst {
			fmt.Println(acknowledged, id)
		}
		if err := db.AddResponse(context.Background(), session, responseOf(id)); err != nil {
			return err
		}
		if !acknowledgeFirst {
			fmt.Println(acknowledged, id)
		}
	}
}

// responseOf returns the response with an id: whoever knows the id can try again.
func responseOf(id survey.ID) survey.Response {
	r := respond([3]survey.Code{survey.Code(id[0] % 4), survey.Code(id[1] % 6), survey.Code(id[2] % 3)},
		survey.Answer{Text: "response " + id.String()})
	r.ID = id
	return r
}

// killed runs a child until it has said a number of lines, kills it in whatever
// it does then, and returns the ids that it tried and those it acknowledged.
func killed(t *testing.T, name, path string, session survey.ID, lines int) (tried, acked []survey.ID) {
	t.Helper()
	cmd := child(t, name, nil, []string{path, session.String()})
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	tried, acked = listen(t, out, func(n int) {
		if n == lines {
			_ = cmd.Process.Kill()
		}
	})
	_ = cmd.Wait()
	if status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus); ok && !status.Signaled() {
		t.Fatalf("the child ended by itself: %v: %s", cmd.ProcessState, cmd.Stderr)
	}
	return tried, acked
}

// listen reads what a child says until it ends; after each line it calls heard
// with the number of lines so far.
func listen(t *testing.T, out io.Reader, heard func(n int)) (tried, acked []survey.ID) {
	t.Helper()
	scanner := bufio.NewScanner(out)
	for n := 1; scanner.Scan(); n++ {
		said, hex, _ := strings.Cut(scanner.Text(), " ")
		id, err := survey.ParseID(hex)
		if err != nil {
			t.Fatalf("the child said %q", scanner.Text())
		}
		switch said {
		case trying:
			tried = append(tried, id)
		case acknowledged:
			acked = append(acked, id)
		}
		heard(n)
	}
	return tried, acked
}

// lost returns how many of the ids have no row in the closed file.
func lost(tb testing.TB, path string, session survey.ID, ids []survey.ID) int {
	tb.Helper()
	rows := map[string]bool{}
	for _, r := range in(dump(tb, path), rowsOf(session)) {
		rows[r.key] = true
	}
	n := 0
	for _, id := range ids {
		if !rows[string(id[:])] {
			n++
		}
	}
	return n
}

// killRounds is how often the child is killed.
func killRounds(t *testing.T) int {
	t.Helper()
	if more := os.Getenv(roundsVariable); more != "" {
		n, err := strconv.Atoi(more)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	if testing.Short() {
		return 5
	}
	return 30
}

// Killed at any instant, a kiosk loses no response that it gave thanks for, and
// the next start, which tries again what it does not know of, doubles none.
func TestKilled(t *testing.T) {
	path, session := emptySession(t)
	var everybody []survey.ID
	unacknowledged, committed := 0, 0
	for range killRounds(t) {
		tried, acked := killed(t, "submit", path, session, 1+rand.IntN(300))
		if n := lost(t, path, session, acked); n != 0 {
			t.Fatalf("%d of %d acknowledged responses are lost", n, len(acked))
		}
		for _, id := range tried[len(acked):] {
			unacknowledged++
			committed += 1 - lost(t, path, session, []survey.ID{id})
		}
		everybody = append(everybody, tried...)
		restart(t, path, session, tried[len(acked):], everybody)
	}
	t.Logf("%d responses, %d tried but not acknowledged, %d of these stored", len(everybody), unacknowledged, committed)
}

// emptySession makes a closed file with an open session.
func emptySession(tb testing.TB) (path string, session survey.ID) {
	tb.Helper()
	path = stored(tb, func(db *storage.DB) { session = storagetest.Session(tb, db, evaluation()).ID })
	return path, session
}

// restart opens the file after a kill, tries again what is not known to be
// stored, and checks that everybody is there once.
func restart(t *testing.T, path string, session survey.ID, unknown, everybody []survey.ID) {
	t.Helper()
	db := open(t, path, storage.Options{})
	defer db.Close()
	if err := db.Check(t.Context()); err != nil {
		t.Fatal(err)
	}
	for _, id := range unknown {
		add(t, db, session, responseOf(id))
	}
	part, err := db.Part(t.Context(), session)
	if err != nil || part.Batches.N() != len(everybody) {
		t.Fatalf("%d responses are stored, error %v, want %d", part.Batches.N(), err, len(everybody))
	}
	texts, err := db.Texts(t.Context(), session, "improve")
	if err != nil {
		t.Fatal(err)
	}
	want := make([]survey.Answer, len(everybody))
	for i, id := range everybody {
		want[i] = survey.Answer{Text: "response " + id.String()}
	}
	sameTexts(t, texts, want)
	if err := db.Check(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// The harness sees a loss: a kiosk that gives thanks before it stores is found
// out. This is the control of the test above.
func TestKilledTooEarly(t *testing.T) {
	path, session := emptySession(t)
	for range 200 {
		_, acked := killed(t, "acknowledge first", path, session, 1+rand.IntN(20))
		if lost(t, path, session, acked) > 0 {
			return
		}
	}
	t.Error("200 kills of a kiosk that gives thanks too early lost nothing")
}

// The temporary files of a start that was cut short do not disturb the next one.
func TestStrayTemporaryFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "anketa.db")
	if err := os.WriteFile(path+".new-123", bytes.Repeat([]byte{1}, 5000), 0o600); err != nil {
		t.Fatal(err)
	}
	storagetest.OpenFile(t, path)
}
