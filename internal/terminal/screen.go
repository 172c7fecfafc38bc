package terminal

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
	"github.com/charmbracelet/x/vt"
	"golang.org/x/sys/unix"
)

// holdsFrame is how long a terminal waits for the end of a frame before it
// shows what there is, as real ones do.
const holdsFrame = time.Second

// listen makes the emulator tell what it is asked to be. It claims to know
// synchronized output, so that programs say where a frame begins and ends.
func (t *Terminal) listen() {
	_, _ = t.emulator.WriteString(ansi.ResetModeSynchronizedOutput)
	t.emulator.RegisterCsiHandler(ansi.Command('>', 0, 'u'), func(ansi.Params) bool {
		t.pushed++
		return true
	})
	t.emulator.RegisterCsiHandler(ansi.Command('<', 0, 'u'), func(params ansi.Params) bool {
		n, _, _ := params.Param(0, 1)
		t.pushed = max(t.pushed-n, 0)
		return true
	})
	t.emulator.RegisterCsiHandler('r', func(params ansi.Params) bool {
		// Margins drawn for another size, which the program does not know to be
		// gone yet: the emulator would scroll lines that it does not have.
		bottom, _, _ := params.Param(1, 0)
		return bottom > t.emulator.Height()
	})
	t.emulator.SetCallbacks(vt.Callbacks{
		EnableMode:  func(m ansi.Mode) { t.setMode(m, true) },
		DisableMode: func(m ansi.Mode) { t.setMode(m, false) },
	})
}

// setMode notes that a mode was switched; the caller holds the lock.
func (t *Terminal) setMode(mode ansi.Mode, on bool) {
	m, ok := mode.(ansi.DECMode)
	if !ok {
		return
	}
	t.modes[m] = on
	if m == ansi.ModeSynchronizedOutput {
		t.drawing = on
		t.frame()
	}
}

// Leftovers names what the program changed about the terminal and did not put
// back, such as a hidden cursor; it returns nothing for a terminal as it was.
func (t *Terminal) Leftovers() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	var left []string
	for mode, on := range t.modes {
		if usual := mode == ansi.ModeTextCursorEnable || mode == ansi.ModeAutoWrap; on != usual {
			left = append(left, fmt.Sprintf("mode %d is %t", int(mode), on))
		}
	}
	if t.emulator.IsAltScreen() {
		left = append(left, "the alternate screen is shown")
	}
	if t.pushed > 0 {
		left = append(left, fmt.Sprintf("%d keyboard modes are pushed", t.pushed))
	}
	slices.Sort(left)
	return left
}

// Settings returns the line settings of the terminal (termios), to be compared
// with those of another moment.
func (t *Terminal) Settings() (term.State, error) {
	// Asked through the keyboard's end, because the program's end is closed once it ended.
	conn, err := t.keyboard.SyscallConn()
	if err != nil {
		return term.State{}, fmt.Errorf("read the terminal's settings: %w", err)
	}
	var state *term.State
	if controlErr := conn.Control(func(fd uintptr) { state, err = term.GetState(fd) }); controlErr != nil {
		err = controlErr
	}
	if err != nil {
		return term.State{}, fmt.Errorf("read the terminal's settings: %w", err)
	}
	return *state, nil
}

// Look hands the current screen to a function, at a moment when the program is
// not in the middle of drawing. The function must not call the terminal.
func (t *Terminal) Look(see func(Frame)) {
	t.mu.Lock()
	defer t.mu.Unlock()
	patient := true
	end := time.AfterFunc(holdsFrame, func() {
		t.mu.Lock()
		defer t.mu.Unlock()
		patient = false
		t.drawn.Broadcast()
	})
	defer end.Stop()
	for t.drawing && patient {
		t.drawn.Wait()
	}
	see(newFrame(t.emulator))
}

// Screen returns the screen as lines of plain text without the blanks at their ends.
func (t *Terminal) Screen() (text string) {
	t.Look(func(f Frame) { text = f.Text() })
	return text
}

// Render returns the screen as lines with their styles as escape sequences.
func (t *Terminal) Render() (styled string) {
	t.Look(func(f Frame) { styled = f.Render() })
	return styled
}

// History returns the lines that scrolled off the screen, as plain text.
func (t *Terminal) History() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	lines := t.emulator.Scrollback().Lines()
	var b strings.Builder
	for i := range lines {
		b.WriteString(lines[i].String() + "\n")
	}
	return b.String()
}

// Size returns width and height in cells.
func (t *Terminal) Size() (width, height int) {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.emulator.Width(), t.emulator.Height()
}

// Resize changes the size; the program is told as by a real terminal.
func (t *Terminal) Resize(width, height int) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.emulator.Resize(width, height)
	return setSize(t.keyboard, width, height)
}

// setSize tells the kernel the size of a terminal.
func setSize(f *os.File, width, height int) error {
	conn, err := f.SyscallConn()
	if err == nil {
		size := unix.Winsize{Col: uint16(width), Row: uint16(height)}
		controlErr := conn.Control(func(fd uintptr) { err = unix.IoctlSetWinsize(int(fd), unix.TIOCSWINSZ, &size) })
		err = errors.Join(err, controlErr)
	}
	if err != nil {
		return fmt.Errorf("resize the terminal to %dx%d: %w", width, height, err)
	}
	return nil
}

// BytesRead returns how many bytes the program has written so far.
func (t *Terminal) BytesRead() int64 {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.read
}
