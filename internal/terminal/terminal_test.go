package terminal_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"anketa/internal/terminal"
)

// What a program writes stands on the screen, as text and with its styles, and
// its exit code is told.
func TestProgramIsShown(t *testing.T) {
	term := start(t, "print")
	code, err := term.Exit()
	if err != nil || code != 7 {
		t.Fatalf("exit: %d, %v, want 7", code, err)
	}
	if got, want := strings.TrimRight(term.Screen(), "\n"), "žuto i crveno"; got != want {
		t.Errorf("screen %q, want %q", got, want)
	}
	if styled := term.Render(); !strings.Contains(styled, "\x1b[1mžuto") {
		t.Errorf("styles are lost: %q", styled)
	}
	term.Look(func(f terminal.Frame) {
		if cell := f.Cell(7, 0); cell.Content != "c" || cell.Style.Fg == nil {
			t.Errorf("cell 7,0 is %+v, want a red c", cell)
		}
		if cell := f.Cell(99, 99); cell.Content != " " {
			t.Errorf("a cell outside the screen is %+v", cell)
		}
	})
	if term.BytesRead() < int64(len("žuto i crveno")) {
		t.Errorf("only %d bytes were read", term.BytesRead())
	}
}

// Keys reach the program as a terminal sends them.
func TestKeysAreTyped(t *testing.T) {
	for _, key := range []string{
		terminal.Up, terminal.Down, terminal.Left, terminal.Right, terminal.Enter, terminal.Esc, terminal.Backspace,
		terminal.Ctrl('e'), terminal.Ctrl('\\'), terminal.Alt("x"), terminal.Function(1), terminal.Function(12), "č", "ђ",
	} {
		term := start(t, "echo")
		wait(t, term, "ready")
		press(t, term, key)
		wait(t, term, fmt.Sprintf("%q", key))
		press(t, term, "q")
		if code, err := term.Exit(); code != 0 || err != nil {
			t.Errorf("%q: exit %d, %v", key, code, err)
		}
	}
}

// The names of chords give the bytes that terminals send for them.
func TestChords(t *testing.T) {
	for got, want := range map[string]string{
		terminal.Ctrl('c'): "\x03", terminal.Ctrl('Z'): "\x1a", terminal.Ctrl('\\'): "\x1c",
		terminal.Alt("b"): "\x1bb", terminal.Function(1): "\x1bOP", terminal.Function(4): "\x1bOS",
		terminal.Function(5): "\x1b[15~", terminal.Function(6): "\x1b[17~", terminal.Function(12): "\x1b[24~",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// No key is lost, however many are typed ahead of a program that reads slowly.
func TestManyKeys(t *testing.T) {
	term := start(t, "count")
	wait(t, term, "ready")
	press(t, term, strings.Repeat("x", 199_999)+"q")
	wait(t, term, "200000 keys")
}

// The terminal answers what programs ask of it: what it is, whether it knows
// synchronized output, its background.
func TestQuestionsAreAnswered(t *testing.T) {
	term := start(t, "query")
	// The answers are wider than the terminal, so they are put together again.
	joined := func(screen string) string { return strings.ReplaceAll(screen, "\n", "") }
	for _, answer := range []string{`[?62;1;6;22c`, `[?2026;2$y`, `]11;rgb:0000/0000/0000`} {
		if err := term.Wait(func(screen string) bool { return strings.Contains(joined(screen), answer) }); err != nil {
			t.Errorf("%s: %v", answer, err)
		}
	}
}

// Answers that a program does not read hold nothing up.
func TestUnreadAnswersDoNotBlock(t *testing.T) {
	wait(t, start(t, "flood"), "20000 answers")
}

// The program learns of every change of the size.
func TestResize(t *testing.T) {
	term := start(t, "size")
	wait(t, term, "40x8")
	if err := term.Resize(50, 12); err != nil {
		t.Fatal(err)
	}
	wait(t, term, "50x12")
	if width, height := term.Size(); width != 50 || height != 12 {
		t.Errorf("size %dx%d, want 50x12", width, height)
	}
	if lines := strings.Count(term.Screen(), "\n") + 1; lines != 12 {
		t.Errorf("the screen has %d lines, want 12", lines)
	}
}

// What was drawn for a larger screen than there is now breaks nothing.
func TestMarginsOfAnotherSize(t *testing.T) {
	term := start(t, "margins")
	wait(t, term, "for a larger screen")
	if code, err := term.Exit(); code != 0 || err != nil {
		t.Errorf("exit %d, %v", code, err)
	}
}

// What a program leaves switched on is named, and nothing is named for one that
// puts everything back; the same holds for the line settings.
func TestLeftovers(t *testing.T) {
	for _, program := range []string{"tidy", "untidy"} {
		term, err := terminal.Open(40, 8)
		if err != nil {
			t.Fatal(err)
		}
		before, err := term.Settings()
		if err != nil {
			t.Fatal(err)
		}
		if err := term.Close(); err != nil {
			t.Fatal(err)
		}
		term = start(t, program)
		if _, err := term.Exit(); err != nil {
			t.Fatal(err)
		}
		after, err := term.Settings()
		if err != nil {
			t.Fatal(err)
		}
		tidy := program == "tidy"
		if left := term.Leftovers(); (len(left) == 0) != tidy {
			t.Errorf("%s: left over: %q", program, left)
		}
		if (before == after) != tidy {
			t.Errorf("%s: settings before %+v, after %+v", program, before, after)
		}
		if inside := strings.Contains(term.Screen(), "inside"); inside == tidy {
			t.Errorf("%s: the screen at the end is %q", program, term.Screen())
		}
	}
}

// Another program that still holds the terminal is told from a clean end.
func TestOrphan(t *testing.T) {
	term := start(t, "orphan")
	wait(t, term, "ready")
	<-term.Ended()
	term.Patience = 50 * time.Millisecond
	if _, err := term.Exit(); err == nil || !strings.Contains(err.Error(), "still holds") {
		t.Errorf("exit: %v, want an error about the program left behind", err)
	}
}

// A signal reaches the program; one that kills it gives the code -1.
func TestSignal(t *testing.T) {
	term := start(t, "echo")
	wait(t, term, "ready")
	if err := term.Signal(syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	if code, err := term.Exit(); code != -1 || err != nil {
		t.Errorf("exit %d, %v, want -1", code, err)
	}
	select {
	case <-term.Ended():
	default:
		t.Error("the program has not ended")
	}
}

// A program notices that its terminal was hung up.
func TestHangUp(t *testing.T) {
	term := start(t, "echo")
	wait(t, term, "ready")
	if err := term.HangUp(); err != nil {
		t.Fatal(err)
	}
	if code, err := term.Exit(); code != -1 || err != nil {
		t.Errorf("exit %d, %v, want -1: the hang-up signal", code, err)
	}
	if err := term.HangUp(); err == nil {
		t.Error("hanging up twice gave no error")
	}
}

// A terminal without a program can be opened, written to by its name, and closed twice.
func TestOpen(t *testing.T) {
	term, err := terminal.Open(40, 8)
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(term.Path(), os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString("from outside"); err != nil {
		t.Fatal(err)
	}
	wait(t, term, "from outside")
	if _, err := term.Exit(); !errors.Is(err, terminal.ErrNoProgram) {
		t.Errorf("exit: %v, want ErrNoProgram", err)
	}
	if err := term.Signal(syscall.SIGTERM); !errors.Is(err, terminal.ErrNoProgram) {
		t.Errorf("signal: %v, want ErrNoProgram", err)
	}
	if err := errors.Join(f.Close(), term.Close(), term.Close()); err != nil {
		t.Error(err)
	}
}
