package e2e

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"anketa/internal/terminal"
)

// chords returns the keys that a participant never needs, by name: with Ctrl
// and Alt, and function keys.
func chords() map[string]string {
	all := map[string]string{
		"Alt+Enter": terminal.Alt(terminal.Enter), "Alt+Backspace": terminal.Alt(terminal.Backspace),
		"Ctrl+Left": "\x1b[1;5D", "Ctrl+Right": "\x1b[1;5C", "Ctrl+Up": "\x1b[1;5A", "Ctrl+Down": "\x1b[1;5B",
		"Alt+Left": "\x1b[1;3D", "Alt+Right": "\x1b[1;3C", "Shift+F5": "\x1b[15;2~", "Ctrl+F1": "\x1b[1;5P",
		"Ctrl+Delete": "\x1b[3;5~", "Ctrl+PageUp": "\x1b[5;5~", "Insert": "\x1b[2~", "Menu": "\x1b[29~",
	}
	for key := byte('@'); key <= '_'; key++ {
		switch terminal.Ctrl(key) {
		case terminal.Enter, terminal.Esc, terminal.Tab, "\b":
			// To a terminal these are the keys Enter, Esc, Tab and Backspace.
		default:
			all["Ctrl+"+string(rune(key))] = terminal.Ctrl(key)
		}
	}
	for _, key := range strings.Split("abcdefghijklmnopqrstuvwxyz0123456789.,+-/", "") {
		all["Alt+"+key] = terminal.Alt(key)
	}
	for n := 1; n <= 12; n++ {
		all[fmt.Sprintf("F%d", n)] = terminal.Function(n)
	}
	return all
}

// Chords do nothing at all on any screen of a participant: every screen stays
// as it is, also the text question; no editor, no clipboard program and no
// shell is started.
func TestChords(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.putSurvey("thanks", "10m", "confirm", "1ms")
	cmd := r.command(r.flags()...)
	cmd.Env = append(cmd.Env, trapPrograms(r)...)
	k := r.startCommand(cmd)
	k.see(onWelcome)
	k.unmoved("welcome")
	k.pressTo(terminal.Enter, onFirst)
	k.unmoved("choice")
	k.pressTo("2", fmt.Sprintf(onQuestion, 2))
	k.pressTo("1", fmt.Sprintf(onQuestion, 3))
	k.pressTo(terminal.Right, "╔")
	k.unmoved("likert")
	k.press("4", "4", "4", "1")
	k.see(fmt.Sprintf(onQuestion, 7))
	k.press("nešto")
	k.see("┃ nešto")
	k.unmoved("text")
	k.press(terminal.Enter, "rečenica", terminal.Enter)
	k.see(onQuote)
	k.unmoved("consent")
	k.press("1")
	k.see(onReview)
	k.unmoved("review")
	k.press(terminal.Enter)
	k.see(onThanks)
	k.unmoved("thanks")
	k.stop()
	noneTrapped(r)
	checkTexts(r, []sheet{{{}, {}, {}, {}, {}, {}, {text: "nešto"}, {text: "rečenica", quote: true}}})
}

// The facilitator's PIN cannot be got round with chords either.
func TestChordsOnPIN(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	cmd := r.command(r.flags()...)
	cmd.Env = append(cmd.Env, trapPrograms(r)...)
	k := r.startCommand(cmd)
	k.see(onWelcome)
	k.pressTo("0", onPIN)
	k.press("12")
	k.see("**")
	k.unmoved("PIN")
	k.stop()
	noneTrapped(r)
}

// unmoved presses every chord and checks that the screen stays as it is.
func (k *kiosk) unmoved(name string) {
	k.Helper()
	before := k.keepUp()
	for _, group := range chordGroups() {
		for _, chord := range group {
			k.press(chords()[chord])
		}
		if after := k.keepUp(); after != before {
			k.Fatalf("%s on the screen %s: before\n%s\nafter\n%s", strings.Join(group, ", "), name, before, after)
		}
	}
	if children := childrenOf(k.TB, k.PID()); len(children) > 0 {
		k.Errorf("on the screen %s the kiosk started %q", name, children)
	}
}

// chordGroups returns the names of the chords, a few at a time. Those that
// could undo each other stand alone.
func chordGroups() [][]string {
	var alone, together []string
	for _, name := range slices.Sorted(maps.Keys(chords())) {
		if strings.HasSuffix(name, "Left") || strings.HasSuffix(name, "Right") || strings.HasSuffix(name, "Up") || strings.HasSuffix(name, "Down") {
			alone = append(alone, name)
		} else {
			together = append(together, name)
		}
	}
	return slices.AppendSeq(slices.Collect(slices.Chunk(alone, 1)), slices.Chunk(together, 10))
}

// trapPrograms puts programs in reach of the kiosk that it must not start, and
// returns the environment that names them.
func trapPrograms(r *room) []string {
	r.Helper()
	names := []string{"editor", "vi", "vim", "nano", "xclip", "xsel", "wl-copy", "wl-paste", "sh", "less"}
	dir := filepath.Join(r.home, "bin")
	if err := os.Mkdir(dir, 0o755); err != nil {
		r.Fatal(err)
	}
	for _, name := range names {
		script := "#!/bin/sh\necho " + name + " >>" + r.path("trapped") + "\n"
		if err := os.WriteFile(filepath.Join(dir, name), []byte(script), 0o755); err != nil {
			r.Fatal(err)
		}
	}
	return []string{
		"PATH=" + dir, "EDITOR=" + filepath.Join(dir, "editor"), "VISUAL=" + filepath.Join(dir, "editor"),
		"SHELL=" + filepath.Join(dir, "sh"), "DISPLAY=:0", "WAYLAND_DISPLAY=wayland-0",
	}
}

// noneTrapped checks that none of the programs was started.
func noneTrapped(r *room) {
	r.Helper()
	if trapped, err := os.ReadFile(r.path("trapped")); err == nil {
		r.Errorf("the kiosk started %q", strings.Fields(string(trapped)))
	}
}

// childrenOf returns the processes that a process started and that still run,
// where the system tells.
func childrenOf(tb testing.TB, pid int) []string {
	tb.Helper()
	stats, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		tb.Fatal(err)
	}
	var children []string
	for _, name := range stats {
		// A process may be gone in the meantime.
		data, _ := os.ReadFile(name)
		stat := string(data)
		// The name of the program, in parentheses, may hold anything.
		rest := strings.Fields(stat[strings.LastIndex(stat, ")")+1:])
		if len(rest) > 1 && rest[1] == strconv.Itoa(pid) {
			children = append(children, stat)
		}
	}
	return children
}
