package e2e

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"anketa/internal/terminal"
)

// The environment variables of the monkey, see the package.
const (
	monkeyVariable     = "ANKETA_MONKEY"
	monkeySeedVariable = "ANKETA_MONKEY_SEED"
)

// usualInputs is how much the monkey types where nobody asks for more.
const usualInputs = 10_000

// handful is how much the monkey types before it looks at the screen, and after
// how many handfuls it pastes once.
const (
	handful  = 200
	pasteIn  = 10
	growthMB = 10
)

// monkey types at random, the same with the same seed.
type monkey struct {
	*kiosk
	random *rand.Rand
	seed   uint64
	// hostile are inputs that must not act.
	hostile []string
}

// TestMonkey lets a monkey at the kiosk: keys that people use, keys and bytes
// that nobody needs, pastes and sizes of the window, at random. The program
// neither ends nor grows, and answers a participant in the end. Negative
// control: [TestMonkeySees].
func TestMonkey(t *testing.T) {
	t.Parallel()
	inputs := variable(t, monkeyVariable, usualInputs)
	r := newRoom(t)
	r.putSurvey("thanks", "50ms", "confirm", "1ms")
	r.put("pin", "4917302846519375")
	cmd := r.command("--session-title", title, "--place", "Niš", "--date", "2026-11-23", "--attended", "24", "--pin-file", "pin", "--log", "log")
	// Each wrong PIN takes 64 MB for a moment; with a limit the Go runtime gives
	// them back soon, and what stays can be told from what is on its way.
	cmd.Env = append(cmd.Env, "GOMEMLIMIT=32MiB")
	k := r.startCommand(cmd)
	k.see(onWelcome)
	k.Patience = 4 * time.Second
	m := newMonkey(k, variable(t, monkeySeedVariable, time.Now().UnixNano()))
	if err := m.play(int(inputs)); err != nil {
		t.Fatalf("with %s=%d: %v", monkeySeedVariable, m.seed, err)
	}
	m.goHome()
	k.stop()
	if log := r.read("log"); strings.Contains(string(log), "panic") {
		t.Errorf("with %s=%d:\n%s", monkeySeedVariable, m.seed, log)
	}
	r.mustRun("results", "--format", "json")
}

// variable returns a number from the environment.
func variable(tb testing.TB, name string, usual int64) int64 {
	tb.Helper()
	text := os.Getenv(name)
	if text == "" {
		return usual
	}
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		tb.Fatal(err)
	}
	return n
}

// newMonkey returns a monkey with a seed.
func newMonkey(k *kiosk, seed int64) *monkey {
	m := &monkey{kiosk: k, seed: uint64(seed), random: rand.New(rand.NewPCG(uint64(seed), 0))}
	for _, inputs := range [][]string{functionKeys(), controls("\x1b"), altKeys(), mouseGarbage(), terminalReplies()} {
		m.hostile = append(m.hostile, inputs...)
	}
	return m
}

// play types inputs and returns what went wrong. The first quarter warms up.
func (m *monkey) play(inputs int) error {
	handfuls := inputs / handful
	warm := 0
	for n := range handfuls {
		if n == handfuls/4 {
			warm = m.stays()
		}
		if err := m.handful(n%pasteIn == pasteIn-1); err != nil {
			return fmt.Errorf("after %d inputs: %w", n*handful, err)
		}
	}
	grown := m.stays() - warm
	m.Logf("seed %d: %d inputs, %d MB at the start, grown by %d MB", m.seed, handfuls*handful, warm, grown)
	if grown >= growthMB {
		return fmt.Errorf("the kiosk has grown by %d MB", grown)
	}
	return nil
}

// stays returns how much memory the program holds when nothing is on its way:
// the least of some moments.
func (m *monkey) stays() int {
	least := memory(m, m.PID())
	for range 30 {
		time.Sleep(50 * time.Millisecond)
		if err := m.answers(); err != nil {
			m.Fatal(err)
		}
		least = min(least, memory(m, m.PID()))
	}
	return least
}

// handful types and looks whether the program has kept up.
func (m *monkey) handful(pastes bool) error {
	var b strings.Builder
	for range handful {
		b.WriteString(m.input())
	}
	if pastes {
		b.WriteString(paste(m.pick(bombs())) + strings.Repeat(m.input(), 20))
	}
	if err := m.Type(b.String() + "x"); err != nil {
		return err
	}
	if m.random.IntN(3) == 0 {
		if err := m.Resize(1+m.random.IntN(200), 1+m.random.IntN(60)); err != nil {
			return err
		}
	}
	if err := m.Resize(80, 24); err != nil {
		return err
	}
	if pastes {
		time.Sleep(restAfterPaste)
	}
	return m.answers()
}

// answers waits until the program has worked off everything. What the screen
// showed in the middle of a change of its size may have the colour that comes
// next by chance; then another change of the background is seen.
func (m *monkey) answers() error {
	_, err := m.caughtUp()
	for range 5 {
		if !errors.Is(err, terminal.ErrNotSeen) {
			break
		}
		_, err = m.caughtUp()
	}
	return err
}

// input returns one input.
func (m *monkey) input() string {
	switch m.random.IntN(10) {
	case 0, 1, 2:
		return strconv.Itoa(m.random.IntN(10))
	case 3, 4:
		return terminal.Enter
	case 5:
		return m.pick([]string{terminal.Up, terminal.Down, terminal.Left, terminal.Right, terminal.PageUp, terminal.PageDown, terminal.Home, terminal.End, terminal.Tab, "\x1b[Z", " "})
	case 6:
		return m.pick([]string{"a", "ž", "ж", "q", "z", "n", "😀", "e\u0301", "\u202e", "-"})
	case 7:
		return m.pick([]string{terminal.Backspace, terminal.Esc + "\x1b[C"})
	}
	return m.pick(m.hostile)
}

// pick chooses one.
func (m *monkey) pick(from []string) string { return from[m.random.IntN(len(from))] }

// goHome leads from wherever the monkey left to the welcome, as a person can.
func (m *monkey) goHome() {
	m.Helper()
	for range 200 {
		if err := m.answers(); err != nil {
			m.Fatalf("with %s=%d: %v", monkeySeedVariable, m.seed, err)
		}
		screen := m.Screen()
		if strings.Contains(screen, "results (PIN)") || strings.Contains(screen, "rezultati (PIN)") || strings.Contains(screen, "резултати (PIN)") {
			return
		}
		m.press(terminal.Backspace, terminal.Backspace, "\x1b")
	}
	m.Fatalf("with %s=%d the kiosk does not lead to the welcome:\n%s", monkeySeedVariable, m.seed, m.Screen())
}

// TestMonkeySees holds that the monkey notices a program that ends.
func TestMonkeySees(t *testing.T) {
	t.Parallel()
	k := bareKiosk(newRoom(t), "interrupt")
	if err := newMonkey(k, 1).play(2000); err == nil {
		t.Error("the monkey does not notice that Ctrl+C ends the program")
	}
}
