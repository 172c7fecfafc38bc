package faults

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"testing"

	"anketa/storage"
	"anketa/survey"
)

// childVariable names the environment variable that turns the test binary into a
// child: a process that uses the real store, and that a test kills or disturbs.
const childVariable = "ANKETA_FAULTS_CHILD"

// What a child says, each with the id of a response: that it begins to store it,
// that storing failed, and that the person is thanked.
const (
	saysTrying = "trying"
	saysUnsure = "unsure"
	saysThanks = "thanks"
)

// saysDone is what a child says when what it did has succeeded.
const saysDone = "done"

// runChild does what a child is for and returns its exit code. It stays on one
// thread, on which strace counts its calls.
func runChild(name string, args []string) int {
	runtime.LockOSThread()
	does, ok := map[string]func([]string) error{
		"create": createOne, "submit": submitMany, "close": closeOne, "merge": mergeTwo,
		"backup": backUp, "look": lookAtStates,
	}[name]
	if !ok {
		fmt.Fprintln(os.Stderr, "there is no such child")
		return 2
	}
	if err := does(args); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// childOf prepares a run of the test binary as a child, below a program such as
// strace when one is named.
func childOf(tb testing.TB, name string, below []string, args ...string) *exec.Cmd {
	tb.Helper()
	self, err := os.Executable()
	if err != nil {
		tb.Fatal(err)
	}
	line := append(append(append([]string{}, below...), self), args...)
	cmd := exec.CommandContext(tb.Context(), line[0], line[1:]...)
	cmd.Env = append(os.Environ(), childVariable+"="+name, "GORACE=atexit_sleep_ms=0")
	cmd.Stderr = &bytes.Buffer{}
	return cmd
}

// asked is the survey of the children: a choice, and a text that is stored apart.
func asked() *survey.Survey {
	text := func(s string) survey.Text { return survey.Text{survey.English: s} }
	return &survey.Survey{
		ID: "asked", Title: text("Evaluation"), Languages: []survey.Lang{survey.English},
		MinGroup: survey.DefaultMinGroup, Release: survey.ReleaseLagged, Kiosk: survey.DefaultKiosk(),
		Questions: []survey.Question{
			{ID: "useful", Kind: survey.KindChoice, Text: text("Useful?"), Points: []survey.Point{
				{Value: "yes", Label: text("yes")}, {Value: "no", Label: text("no")},
			}},
			{ID: "improve", Kind: survey.KindText, Text: text("Improve?"), MaxLength: survey.MaxTextLength},
		},
	}
}

// answered returns the response with an id: whoever knows the id can send it again.
func answered(id survey.ID) survey.Response {
	return survey.Response{ID: id, Answers: []survey.Answer{
		{Code: survey.Code(1 + id[0]%2)}, {Text: "said by " + id.String()},
	}}
}

// opened opens an existing database and returns its only session, or none.
func opened(path string) (*storage.DB, survey.ID, error) {
	db, err := storage.Open(path, storage.Options{})
	if err != nil {
		return nil, survey.ID{}, err
	}
	sessions, err := db.Sessions(context.Background())
	if err != nil || len(sessions) == 0 {
		return nil, survey.ID{}, errors.Join(err, errors.New("there is no session"), db.Close())
	}
	return db, sessions[0].ID, nil
}

// createOne creates a database with an open session.
func createOne(args []string) error {
	db, err := storage.Open(args[0], storage.Options{Create: true})
	if err != nil {
		return err
	}
	if err := newSession(db); err != nil {
		return errors.Join(err, db.Close())
	}
	if err := db.Close(); err != nil {
		return err
	}
	fmt.Println(saysDone)
	return nil
}

// newSession stores an open session.
func newSession(db *storage.DB) error {
	_, err := db.CreateSession(context.Background(), survey.Session{
		ID: survey.NewID(), Title: "Niš", Place: "Niš", Date: "2022-05-17", Attended: 24, Open: true,
	}, asked())
	return err
}

// How a child that submits breaks its promises, for the controls.
const (
	keepsPromises = "as the kiosk does"
	thanksFirst   = "thanks before it stores"
	retriesAnew   = "retries under a new id"
)

// mostTries is how often a child tries to store a response.
const mostTries = 20

// submitMany stores a number of responses, as the kiosk does: it keeps a response
// that could not be stored, and tries again until it is. It writes the file anew
// after the number of responses that the last argument says; 0 stands for never.
func submitMany(args []string) error {
	n, err := strconv.Atoi(args[1])
	if err != nil {
		return err
	}
	anew, err := strconv.Atoi(args[3])
	if err != nil {
		return err
	}
	db, session, err := opened(args[0])
	if err != nil {
		return err
	}
	for i := range n {
		if err := submitOne(db, session, args[2]); err != nil {
			return err
		}
		if anew > 0 && i%anew == anew-1 {
			if err := db.Compact(context.Background()); err != nil {
				return err
			}
		}
	}
	return db.Close()
}

// submitOne stores one response.
func submitOne(db *storage.DB, session survey.ID, manners string) error {
	id := survey.NewID()
	fmt.Println(saysTrying, id)
	if manners == thanksFirst {
		fmt.Println(saysThanks, id)
	}
	for tries := 1; ; tries++ {
		err := db.AddResponse(context.Background(), session, answered(id))
		if err == nil {
			break
		}
		if tries == mostTries {
			return err
		}
		fmt.Println(saysUnsure, id)
		if manners == retriesAnew {
			id = survey.NewID()
			fmt.Println(saysTrying, id)
		}
	}
	if manners != thanksFirst {
		fmt.Println(saysThanks, id)
	}
	return nil
}

// closeOne closes the session and writes the file anew, as at the end of a training.
func closeOne(args []string) error {
	db, session, err := opened(args[0])
	if err != nil {
		return err
	}
	if err := errors.Join(db.CloseSession(context.Background(), session), db.Compact(context.Background())); err != nil {
		return errors.Join(err, db.Close())
	}
	fmt.Println(saysDone)
	return db.Close()
}

// mergeTwo takes a second database into the first.
func mergeTwo(args []string) error {
	db, err := storage.Open(args[0], storage.Options{})
	if err != nil {
		return err
	}
	source, err := storage.Open(args[1], storage.Options{ReadOnly: true})
	if err != nil {
		return errors.Join(err, db.Close())
	}
	_, err = db.Merge(context.Background(), []*storage.DB{source}, nil)
	if err := errors.Join(err, source.Close(), db.Close()); err != nil {
		return err
	}
	fmt.Println(saysDone)
	return nil
}

// backUp writes a copy of a database.
func backUp(args []string) error {
	db, err := storage.Open(args[0], storage.Options{})
	if err != nil {
		return err
	}
	if err := errors.Join(db.Backup(context.Background(), args[1]), db.Close()); err != nil {
		return err
	}
	fmt.Println(saysDone)
	return nil
}
