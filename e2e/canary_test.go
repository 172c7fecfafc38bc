package e2e

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"anketa/internal/terminal"
)

// What people write in the test below: some send it, some walk away, and some
// paste it. Each is longer than a register: registers of interrupted work may
// stand on a stack for a while.
const (
	sentText   = "poslata-recenica-koju-neko-napise-do-kraja-5501"
	leftText   = "ostavljena-recenica-koju-neko-napise-i-ode-6612"
	pastedText = "nalepljena-recenica-koju-neko-nalepi-i-ode-7723"
)

// toText leads from the welcome, in English, to the seventh question.
func toText() []string { return []string{"3", terminal.Enter, "2", "1", "4", "4", "4", "1"} }

// People write in their own words; some send it and some leave. Afterwards
// nothing of it is in a file other than the database, in the environment and
// the arguments of the process, in its log, or in what is drawn from then on;
// and nothing that they wrote ever reaches the clipboard. The traces that the
// library of the screen could write stay off. Negative control: without
// keepPrivate the trace holds every key.
func TestNothingLeftBehind(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.putSurvey("idle", "2s", "countdown", "1s", "thanks", "300ms", "confirm", "50ms")
	cmd := r.command(r.flags("--log", "kiosk.log")...)
	cmd.Env = append(cmd.Env, "TEA_TRACE="+r.path("trace"), "TEA_DEBUG=true", "UV_DEBUG="+r.path("debug"))
	k := r.startCommand(cmd)
	k.Record()
	k.see(onWelcome)

	// One sends.
	k.press(toText()...)
	k.write(sentText)
	end := k.Watch(shows(onThanksEnglish), shows(onWelcome))
	k.press(terminal.Enter, terminal.Enter, terminal.Enter)
	k.await(end, "the thanks and then the welcome")
	lookEverywhere(k, r)

	// One walks away.
	k.press(toText()...)
	k.write(leftText)
	k.see(onWelcome)
	lookEverywhere(k, r)

	// One changes an answer on the review and leaves from there.
	k.press(toText()...)
	k.write(leftText)
	k.pressTo(terminal.Enter+terminal.Enter, "Look through your answers", leftText[:20])
	k.see(onWelcome)
	lookEverywhere(k, r)

	// One pastes.
	k.press(toText()...)
	k.see("Question 7 of 8")
	k.pressTo(paste(pastedText), "Question 7 of 8", pastedText)
	k.see(onWelcome)
	lookEverywhere(k, r)

	k.stop()
	if written := k.Recorded(); bytes.Contains(written, []byte("\x1b]52")) {
		t.Error("the program writes to the clipboard, or reads it")
	} else if !bytes.HasSuffix(written, []byte(ansi.EraseEntireDisplay)) {
		t.Errorf("at the end the scrollback is not erased: %q", written[max(0, len(written)-100):])
	}
	lookIntoFiles(r)
	if n := r.results().Responses; n != 1 {
		t.Errorf("%d responses are stored, want the one that was sent", n)
	}
}

// write types a text as a person does, key by key.
func (k *kiosk) write(text string) {
	k.Helper()
	k.see("Question 7 of 8")
	for i := range text {
		k.pressTo(text[i:i+1], text[:i+1])
	}
}

// lookEverywhere waits until the kiosk has cleared up behind a person, and
// checks everything that is left. What is drawn from then on has a look at
// itself: the next person comes and goes.
func lookEverywhere(k *kiosk, r *room) {
	k.Helper()
	before := k.Recorded()
	clean := before[bytes.LastIndex(before, []byte("recenica"))+1:]
	if !bytes.Contains(clean, []byte(ansi.EraseEntireDisplay)) {
		k.waitFor(ansi.EraseEntireDisplay, len(before))
	}
	from := len(k.Recorded())
	memoryClean(k)
	k.pressTo("3"+terminal.Enter, "Question 1 of 8")
	k.size(100, 30)
	k.size(80, 24)
	k.press(terminal.Backspace)
	k.see(onWelcome)
	if again := k.Recorded()[from:]; bytes.Contains(again, []byte("recenica")) {
		k.Errorf("what a person wrote is drawn again: %q", again)
	}
	nobody(k)
	lookIntoFiles(r)
	lookIntoProcess(k)
}

// waitFor waits until the program writes something behind an offset.
func (k *kiosk) waitFor(sequence string, from int) {
	k.Helper()
	late := k.deadline()
	for !bytes.Contains(k.Recorded()[from:], []byte(sequence)) {
		if late() {
			k.Fatalf("%q was not written", sequence)
		}
	}
}

// lookIntoFiles checks every file in reach of the program, the database apart.
func lookIntoFiles(r *room) {
	r.Helper()
	for _, dir := range []string{r.dir, r.home, r.temp} {
		err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			if bytes.Contains(data, []byte(leftText)) || bytes.Contains(data, []byte(pastedText)) ||
				bytes.Contains(data, []byte("recenica")) && entry.Name() != "anketa.db" {
				r.Errorf("what a person wrote is in %s", name)
			}
			return nil
		})
		if err != nil {
			r.Fatal(err)
		}
	}
}

// lookIntoProcess checks what the system tells about the process, apart from its memory.
func lookIntoProcess(k *kiosk) {
	k.Helper()
	for _, name := range []string{"cmdline", "environ", "status", "stat", "comm", "maps", "stack", "wchan", "syscall", "limits", "io"} {
		// Not every system has them, and not everybody may read them.
		data, _ := os.ReadFile(fmt.Sprintf("/proc/%d/%s", k.PID(), name))
		if strings.Contains(string(data), "recenica") {
			k.Errorf("what a person wrote is in /proc/PID/%s", name)
		}
	}
}
