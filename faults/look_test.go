package faults

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"testing"
	"time"

	"anketa/storage"
	"anketa/survey"
)

// look asks for a look at a file after a fault, in a process of its own: a file
// that is damaged may end the process that reads it.
type look struct {
	// Path is where the file is. Named says that it must be there.
	Path  string
	Named bool
	// Tried are the ids of all responses that somebody began to store, Thanked
	// those that must be there.
	Tried, Thanked []survey.ID
	// Again is a response that is sent once more, as a kiosk does after its start.
	Again survey.ID
}

// lookAtStates answers one line of its input after the other: with an empty one
// when everything is as it must be, and otherwise with what is wrong.
func lookAtStates([]string) error {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var l look
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			return err
		}
		said := ""
		if err := l.wrong(context.Background()); err != nil {
			said = fmt.Sprintf("%q", err.Error())
		}
		fmt.Println(said)
	}
	return lines.Err()
}

// wrong opens a file as the next start does and returns what is wrong with it.
func (l *look) wrong(ctx context.Context) (err error) {
	if _, err := os.Stat(l.Path); err != nil && l.Named {
		return err
	}
	db, err := storage.Open(l.Path, storage.Options{Create: true})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := db.Check(ctx); err != nil {
		return err
	}
	sessions, err := db.Sessions(ctx)
	if err != nil {
		return err
	}
	if len(sessions) == 0 {
		if l.Named {
			return errors.New("the session is lost")
		}
		return newSession(db)
	}
	return l.count(ctx, db, sessions[0].ID)
}

// count compares the responses with those that must and those that may be there,
// sends one again and counts anew.
func (l *look) count(ctx context.Context, db *storage.DB, session survey.ID) error {
	for _, id := range l.Thanked {
		if stored, err := db.Stored(ctx, id); err != nil || !stored {
			return errors.Join(err, fmt.Errorf("the response %s is lost, after thanks for it", id))
		}
	}
	if err := l.once(ctx, db, session); err != nil || l.Again.IsZero() {
		return err
	}
	if err := db.AddResponse(ctx, session, answered(l.Again)); err != nil {
		return err
	}
	return l.once(ctx, db, session)
}

// once reports when more or fewer responses and texts are counted than ids are stored.
func (l *look) once(ctx context.Context, db *storage.DB, session survey.ID) error {
	stored := 0
	for _, id := range l.Tried {
		there, err := db.Stored(ctx, id)
		if err != nil {
			return err
		}
		if there {
			stored++
		}
	}
	part, err := db.Part(ctx, session)
	if err != nil {
		return err
	}
	texts, err := db.Texts(ctx, session, "improve")
	if err != nil {
		return err
	}
	if part.Batches.N() != stored || len(texts) != stored {
		return fmt.Errorf("%d responses and %d texts are counted, of %d ids", part.Batches.N(), len(texts), stored)
	}
	return nil
}

// looker is a child that looks at files.
type looker struct {
	cmd   *exec.Cmd
	in    io.WriteCloser
	out   *bufio.Scanner
	begin func() *exec.Cmd
}

// newLooker returns a child that looks at files until the test ends.
func newLooker(tb testing.TB) *looker {
	tb.Helper()
	l := &looker{begin: func() *exec.Cmd { return childOf(tb, "look", nil) }}
	tb.Cleanup(l.end)
	return l
}

// longestLook is how long a look may take before the file is said to hang a program.
const longestLook = 20 * time.Second

// at looks at a file. That it ended or hung the process is an error too.
func (l *looker) at(what *look) error {
	if l.cmd == nil {
		if err := l.start(); err != nil {
			return err
		}
	}
	line, err := json.Marshal(what)
	if err != nil {
		return err
	}
	hung := time.AfterFunc(longestLook, func() { _ = l.cmd.Process.Kill() })
	defer hung.Stop()
	if _, err := l.in.Write(append(line, '\n')); err != nil || !l.out.Scan() {
		l.end()
		return errors.New("the file ended or hung the process that opened it")
	}
	if said := l.out.Text(); said != "" {
		return errors.New(said)
	}
	return nil
}

// start starts the child.
func (l *looker) start() (err error) {
	l.cmd = l.begin()
	if l.in, err = l.cmd.StdinPipe(); err != nil {
		return err
	}
	out, err := l.cmd.StdoutPipe()
	if err != nil {
		return err
	}
	l.out = bufio.NewScanner(out)
	l.out.Buffer(nil, 1<<20)
	return l.cmd.Start()
}

// end ends the child.
func (l *looker) end() {
	if l.cmd == nil {
		return
	}
	_ = l.in.Close()
	_ = l.cmd.Process.Kill()
	_ = l.cmd.Wait()
	l.cmd = nil
}
