package terminal_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"strings"
	"syscall"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"anketa/internal/terminal"
)

// programVariable names the environment variable that turns the test binary
// into one of the small programs that the tests look at.
const programVariable = "ANKETA_TERMINAL_PROGRAM"

// TestMain runs the tests, or the program that the environment asks for.
func TestMain(m *testing.M) {
	name := os.Getenv(programVariable)
	if name == "" {
		os.Exit(m.Run())
	}
	code, err := runProgram(name)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(code)
}

// start runs a small program on a terminal of 40 columns and 8 rows.
func start(tb testing.TB, program string) *terminal.Terminal {
	tb.Helper()
	t, err := terminal.Start(command(tb, program), 40, 8)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := t.Close(); err != nil {
			tb.Error(err)
		}
	})
	return t
}

// command prepares a small program.
func command(tb testing.TB, program string) *exec.Cmd {
	tb.Helper()
	self, err := os.Executable()
	if err != nil {
		tb.Fatal(err)
	}
	cmd := exec.Command(self)
	// With the race detector a program would wait a second before it ends.
	cmd.Env = append(os.Environ(), programVariable+"="+program, "GORACE=atexit_sleep_ms=0")
	return cmd
}

// wait waits for a text.
func wait(tb testing.TB, t *terminal.Terminal, text string) {
	tb.Helper()
	if err := t.WaitText(text); err != nil {
		tb.Fatal(err)
	}
}

// press types keys.
func press(tb testing.TB, t *terminal.Terminal, keys string) {
	tb.Helper()
	if err := t.Type(keys); err != nil {
		tb.Fatal(err)
	}
}

// runProgram is a small program; it returns its exit code.
func runProgram(name string) (int, error) {
	switch name {
	case "print":
		fmt.Print("\x1b[1mžuto\x1b[m i \x1b[31mcrveno\x1b[m   \n")
		return 7, nil
	case "untidy", "tidy":
		return 0, leave(name == "tidy")
	case "size":
		return 0, tellSize()
	case "orphan":
		return 0, orphan()
	}
	state, err := term.MakeRaw(os.Stdin.Fd())
	if err != nil {
		return 0, err
	}
	defer func() { _ = term.Restore(os.Stdin.Fd(), state) }()
	switch name {
	case "echo":
		return 0, echo()
	case "count":
		return 0, count()
	case "query":
		return 0, query()
	case "flood":
		return 0, flood()
	case "flash":
		return 0, flash()
	case "margins":
		fmt.Print("\x1b[2;37r\x1b[3;1H\x1b[14T\x1b[37;1Hfor a larger screen")
		return 0, nil
	case "unfinished":
		fmt.Print(ansi.SetModeSynchronizedOutput + "half a frame")
		_, err := os.Stdin.Read(make([]byte, 1))
		return 0, err
	}
	return 0, errors.New("there is no such program")
}

// echo writes every key in quotes until q is pressed.
func echo() error {
	fmt.Print("ready ")
	key := make([]byte, 16)
	for {
		n, err := os.Stdin.Read(key)
		if err != nil || string(key[:n]) == "q" {
			return err
		}
		fmt.Printf("%q ", key[:n])
	}
}

// count counts keys until q is pressed.
func count() error {
	fmt.Print("ready ")
	keys, part := 0, make([]byte, 100)
	for {
		n, err := os.Stdin.Read(part)
		if err != nil {
			return err
		}
		keys += n
		if part[n-1] == 'q' {
			fmt.Printf("%d keys", keys)
			return nil
		}
	}
}

// query asks the terminal what it is and writes the answers in quotes.
func query() error {
	fmt.Print(ansi.RequestPrimaryDeviceAttributes + ansi.RequestModeSynchronizedOutput + ansi.RequestBackgroundColor)
	answers := ""
	for part := make([]byte, 100); !strings.Contains(answers, "rgb:0000/0000/0000"); {
		n, err := os.Stdin.Read(part)
		if err != nil {
			return err
		}
		answers += string(part[:n])
	}
	fmt.Printf("%q", answers)
	return nil
}

// flood asks so many questions that their answers do not fit the line, and
// reads them only after it has written them all.
func flood() error {
	const questions = 20_000
	for range questions {
		fmt.Print(ansi.RequestPrimaryDeviceAttributes)
	}
	answers := 0
	for part := make([]byte, 4096); answers < questions; {
		n, err := os.Stdin.Read(part)
		if err != nil {
			return err
		}
		answers += strings.Count(string(part[:n]), "c")
	}
	fmt.Printf("%d answers", answers)
	return nil
}

// flash draws two frames in a single write when a key is pressed.
func flash() error {
	fmt.Print("ready")
	if _, err := os.Stdin.Read(make([]byte, 1)); err != nil {
		return err
	}
	frame := func(text string) string {
		return ansi.SetModeSynchronizedOutput + ansi.EraseEntireScreen + ansi.CursorHomePosition + text + ansi.ResetModeSynchronizedOutput
	}
	_, err := io.WriteString(os.Stdout, frame("first")+frame("second"))
	return err
}

// leave changes the terminal and puts it back, or not.
func leave(tidy bool) error {
	state, err := term.MakeRaw(os.Stdin.Fd())
	if err != nil {
		return err
	}
	fmt.Print("before\r\n" + ansi.SetModeAltScreenSaveCursor + ansi.ResetModeTextCursorEnable + ansi.SetModeBracketedPaste + ansi.PushKittyKeyboard(1) + "inside")
	if !tidy {
		return nil
	}
	fmt.Print(ansi.PopKittyKeyboard(1) + ansi.ResetModeBracketedPaste + ansi.SetModeTextCursorEnable + ansi.ResetModeAltScreenSaveCursor)
	return term.Restore(os.Stdin.Fd(), state)
}

// tellSize writes the size whenever it changes, until the terminal has 50 columns.
func tellSize() error {
	changed := make(chan os.Signal, 1)
	signal.Notify(changed, syscall.SIGWINCH)
	for {
		width, height, err := term.GetSize(os.Stdout.Fd())
		if err != nil {
			return err
		}
		fmt.Printf("%dx%d ", width, height)
		if width == 50 {
			return nil
		}
		<-changed
	}
}

// orphan ends and leaves another program behind on the terminal.
func orphan() error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), programVariable+"=echo")
	cmd.Stdin, cmd.Stdout = os.Stdin, os.Stdout
	// In a session of its own it does not hear that this one ends.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	return cmd.Start()
}
