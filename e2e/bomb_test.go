package e2e

import (
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"anketa/internal/terminal"
)

// restAfterPaste is more than the time after a paste in which keys do nothing.
const restAfterPaste = 500 * time.Millisecond

// TestBombs holds that a paste of any size, one that never ends and one whose
// end comes too early neither send nor leave anything, take no memory to speak
// of, and leave a kiosk that answers. Negative control: the program without
// [tui.NewKeyboard] takes 90 MB for 20 MB without an end and types what
// follows into it for ever.
func TestBombs(t *testing.T) {
	t.Parallel()
	const mega = 1 << 20
	for name, bomb := range map[string]string{
		"1 kB":              paste(strings.Repeat("2\r", 512)),
		"1 MB":              paste(strings.Repeat("2\r", mega/2)),
		"20 MB":             paste(strings.Repeat("2\r", 10*mega)),
		"20 MB, no end":     pasteStart + strings.Repeat("2\r", 10*mega),
		"early end":         paste("x" + pasteEnd + strings.Repeat("2\r\x1b[A0", mega/256)),
		"20 MB, no OSC end": "\x1b]52;c;" + strings.Repeat("DQ==", 5*mega) + "\x07",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := newRoom(t)
			r.putSurvey("confirm", "1ms")
			// The first start hashes the PIN, which takes 64 MB for a moment.
			r.open().stop()
			k := r.open()
			k.press(terminal.Enter, "2", "1", "4", "4", "4", "1")
			k.see(fmt.Sprintf(onQuestion, 7))
			began := memory(t, k.PID())
			k.press(bomb)
			if strings.HasPrefix(bomb, pasteStart) && !strings.HasSuffix(bomb, pasteEnd) {
				// A terminal that lost the end of a paste falls silent, and then somebody types.
				time.Sleep(2 * time.Second)
				k.press("x")
			}
			k.keepUp()
			time.Sleep(restAfterPaste)
			k.see(fmt.Sprintf(onQuestion, 7))
			if grown := memory(t, k.PID()) - began; grown > 60 {
				t.Errorf("the kiosk has grown by %d MB", grown)
			} else {
				t.Logf("grown by %d MB, at most %d MB", grown, peak(t, k.PID()))
			}
			if most := peak(t, k.PID()); most > 100 {
				t.Errorf("the kiosk took %d MB", most)
			}
			// It answers, and the person goes on.
			k.press(terminal.Enter)
			k.see(fmt.Sprintf(onQuestion, 8))
			k.stop()
			if n := r.results().Responses; n != 0 {
				t.Errorf("%d responses are stored, want none", n)
			}
		})
	}
}

// memory returns how much memory of its own a process holds, in MB, where the
// system tells.
func memory(tb testing.TB, pid int) int {
	tb.Helper()
	return status(tb, pid, "RssAnon")
}

// peak returns how much memory a process has taken at most, in MB.
func peak(tb testing.TB, pid int) int {
	tb.Helper()
	return status(tb, pid, "VmHWM")
}

// status reads a size from the state of a process, in MB.
func status(tb testing.TB, pid int, name string) int {
	tb.Helper()
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if os.IsNotExist(err) {
		return 0
	}
	if err != nil {
		tb.Fatal(err)
	}
	found := regexp.MustCompile(name + `:\s+(\d+) kB`).FindSubmatch(data)
	if found == nil {
		tb.Fatalf("no %s in\n%s", name, data)
	}
	kilobytes, err := strconv.Atoi(string(found[1]))
	if err != nil {
		tb.Fatal(err)
	}
	return kilobytes >> 10
}
