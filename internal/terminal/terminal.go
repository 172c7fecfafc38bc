// Package terminal runs a program on a real pseudo-terminal and looks at it as
// a person would: it types keys, reads the screen, and waits for what should
// appear there.
//
// A [Terminal] is one pseudo-terminal with an emulator behind it. A [Frame] is
// the screen at a moment when the program had finished drawing. A [Watcher]
// looks at every frame and waits for conditions, so that nothing ever sleeps
// for a fixed time and no short-lived screen is missed.
//
// The package hides the emulator, its answers to the questions that programs
// ask of a terminal, and the goroutines that keep the lines between program,
// emulator and test flowing.
package terminal

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync"
	"syscall"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// patience is how long to wait for what should happen, before a [Terminal] is
// told otherwise. It only bounds how long a failing test takes.
const patience = 60 * time.Second

// Terminal is a pseudo-terminal with a screen. Its methods may be called from
// several goroutines.
type Terminal struct {
	// Patience is how long waiting may take. Set it before waiting.
	Patience time.Duration

	keyboard, line *os.File
	process        *exec.Cmd

	// ended is closed when the program has ended and everything it wrote was read.
	ended chan struct{}
	// exited is closed when the program has ended.
	exited chan struct{}

	mu       sync.Mutex
	emulator *vt.Emulator
	read     int64
	watchers map[*Watcher]struct{}
	// drawing is true in the middle of a frame; drawn wakes who waits for its end.
	drawing bool
	drawn   *sync.Cond
	// modes are those that are on; pushed counts keyboard modes.
	modes  map[ansi.DECMode]bool
	pushed int
	closed bool
	// recording is what the program wrote since Record was called, or nil.
	recording *bytes.Buffer
}

// Open makes a terminal of a size on which nothing runs yet; [Terminal.Path]
// says under which name a program finds it.
func Open(width, height int) (*Terminal, error) {
	keyboard, line, err := openPair()
	if err != nil {
		return nil, fmt.Errorf("open a pseudo-terminal: %w", err)
	}
	t := &Terminal{
		Patience: patience, keyboard: keyboard, line: line,
		ended: make(chan struct{}), exited: make(chan struct{}),
		emulator: vt.NewEmulator(width, height),
		watchers: map[*Watcher]struct{}{}, modes: map[ansi.DECMode]bool{},
	}
	t.drawn = sync.NewCond(&t.mu)
	t.listen()
	if err := t.Resize(width, height); err != nil {
		return nil, errors.Join(err, t.Close())
	}
	replies := newQueue()
	go t.collect(replies)
	go replies.drain(keyboard)
	go t.show()
	return t, nil
}

// openPair opens the two ends of a pseudo-terminal. The library leaves the
// keyboard's end in a state in which closing it does not end a pending read, so
// that end is opened a second time.
func openPair() (keyboard, line *os.File, err error) {
	first, line, err := pty.Open()
	if err != nil {
		return nil, nil, err
	}
	fd, err := unix.FcntlInt(first.Fd(), unix.F_DUPFD_CLOEXEC, 0)
	if err != nil {
		return nil, nil, errors.Join(err, first.Close(), line.Close())
	}
	if err := errors.Join(unix.SetNonblock(fd, true), first.Close()); err != nil {
		return nil, nil, errors.Join(err, unix.Close(fd), line.Close())
	}
	return os.NewFile(uintptr(fd), "keyboard of "+line.Name()), line, nil
}

// Start runs a command on a new terminal of a size, as its controlling
// terminal. The command's input, output and errors are connected to it, except
// those that are set already.
func Start(cmd *exec.Cmd, width, height int) (*Terminal, error) {
	t, err := Open(width, height)
	if err != nil {
		return nil, err
	}
	controlling := 0
	switch {
	case cmd.Stdin == nil:
		cmd.Stdin = t.line
	case cmd.Stdout == nil:
		controlling = 1
	}
	if cmd.Stdout == nil {
		cmd.Stdout = t.line
	}
	if cmd.Stderr == nil {
		cmd.Stderr = t.line
	}
	if cmd.SysProcAttr == nil {
		cmd.SysProcAttr = &syscall.SysProcAttr{}
	}
	cmd.SysProcAttr.Setsid, cmd.SysProcAttr.Setctty, cmd.SysProcAttr.Ctty = true, true, controlling
	if err := cmd.Start(); err != nil {
		return nil, errors.Join(fmt.Errorf("start %s: %w", cmd.Path, err), t.Close())
	}
	t.process = cmd
	go t.wait()
	return t, nil
}

// Path returns the name of the terminal in the file system.
func (t *Terminal) Path() string { return t.line.Name() }

// Close ends the program, if it still runs, and gives the terminal back.
func (t *Terminal) Close() error {
	t.mu.Lock()
	again := t.closed
	t.closed = true
	t.mu.Unlock()
	if again {
		return nil
	}
	if t.process != nil {
		// It may have ended by itself already.
		_ = t.process.Process.Kill()
		<-t.exited
	} else {
		_ = t.line.Close()
	}
	err := t.keyboard.Close()
	<-t.ended
	if err != nil && !errors.Is(err, os.ErrClosed) {
		return fmt.Errorf("close the terminal: %w", err)
	}
	return nil
}

// show writes what the program draws into the emulator until the line is closed.
func (t *Terminal) show() {
	defer close(t.ended)
	buffer := make([]byte, 64<<10)
	for {
		n, err := t.keyboard.Read(buffer)
		t.mu.Lock()
		t.read += int64(n)
		t.note(buffer[:n])
		// The emulator's Write fails only after its Close, which is never called.
		_, _ = t.emulator.Write(buffer[:n])
		if err != nil {
			// A program that died in the middle of a frame does not finish it.
			t.drawing = false
		}
		t.frame()
		t.mu.Unlock()
		if err != nil {
			break
		}
	}
	if answers, ok := t.emulator.InputPipe().(io.Closer); ok {
		_ = answers.Close()
	}
}

// collect takes the emulator's answers to the questions of the program.
func (t *Terminal) collect(replies *queue) {
	defer replies.close()
	buffer := make([]byte, 4<<10)
	for {
		n, err := t.emulator.Read(buffer)
		replies.add(buffer[:n])
		if err != nil {
			return
		}
	}
}
