package storage_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"testing"

	"anketa/storage"
	"anketa/survey"
)

// childVariable names the environment variable that turns the test binary into
// a child: a process that a test may kill or watch.
const childVariable = "ANKETA_STORAGE_CHILD"

// TestMain runs the tests, or the child that the environment asks for.
func TestMain(m *testing.M) {
	name := os.Getenv(childVariable)
	if name == "" {
		os.Exit(m.Run())
	}
	if err := runChild(name, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// runChild does what a child is for.
func runChild(name string, args []string) error {
	switch name {
	case "create":
		return createChild(args)
	case "store":
		return storeChild(args, 1, (*storage.DB).AddResponse)
	case "store twice":
		return storeChild(args, 2, (*storage.DB).AddResponse)
	case "keep":
		return storeChild(args, 1, (*storage.DB).AddPartial)
	case "guess":
		return guessChild(args, (*storage.DB).CheckPIN)
	case "guess carelessly":
		return guessChild(args, (*storage.DB).CheckPINCarelessly)
	case "merge":
		return mergeChild(args)
	case "compact":
		return compactChild(args)
	case "read flipped":
		return flipChild(args)
	}
	return errors.New("there is no such child")
}

// child prepares a run of the test binary as a child, below a program such as
// strace when one is named.
func child(tb testing.TB, name string, below, args []string) *exec.Cmd {
	tb.Helper()
	self, err := os.Executable()
	if err != nil {
		tb.Fatal(err)
	}
	line := append(append(append([]string{}, below...), self), args...)
	cmd := exec.CommandContext(tb.Context(), line[0], line[1:]...)
	// A child under the race detector need not wait a second before it ends.
	race := "GORACE=" + os.Getenv("GORACE") + " atexit_sleep_ms=0"
	cmd.Env = append(os.Environ(), childVariable+"="+name, race)
	cmd.Stderr = &bytes.Buffer{}
	return cmd
}

// openChild opens what the arguments name.
func openChild(args []string) (*storage.DB, survey.ID, error) {
	if len(args) < 2 {
		return nil, survey.ID{}, errors.New("the child needs a file and a session")
	}
	session, err := survey.ParseID(args[1])
	if err != nil {
		return nil, session, err
	}
	db, err := storage.Open(args[0], storage.Options{})
	return db, session, err
}

// storeChild stores as many responses as the third argument says, each in a
// number of transactions.
func storeChild(args []string, transactions int, store func(*storage.DB, context.Context, survey.ID, survey.Response) error) error {
	if len(args) < 3 {
		return errors.New("the child needs a file, a session and a number")
	}
	n, err := strconv.Atoi(args[2])
	if err != nil {
		return err
	}
	db, session, err := openChild(args)
	if err != nil {
		return err
	}
	for range n {
		r := respond([3]survey.Code{1, 2, 1}, survey.Answer{Text: "više vežbi"})
		for range transactions {
			if err := store(db, context.Background(), session, r); err != nil {
				return err
			}
		}
	}
	return db.Close()
}

// createChild creates a database.
func createChild(args []string) error {
	db, err := storage.Open(args[0], storage.Options{Create: true})
	if err != nil {
		return err
	}
	return db.Close()
}
