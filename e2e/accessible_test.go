package e2e

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"unicode"

	"github.com/creack/pty"

	"anketa/internal/terminal"
	"anketa/results"
	"anketa/survey"
)

// What the linear mode says, in the default language unless the name says otherwise.
const (
	saysBegin   = "Pritisnite Enter da počnete:"
	saysReview  = "Enter ili broj:"
	saysNoSuch  = "Takav odgovor nije ponuđen."
	saysChosen  = "Izabrano: %d, "
	saysNext    = "Sledeći red, ili Enter:"
	saysEnglish = "Press Enter to begin:"
)

// listens opens the kiosk in its linear mode with a session and waits for the
// welcome. The terminal is high enough for the longest question.
func (r *room) listens() *kiosk {
	r.Helper()
	k := r.start(r.flags("--accessible")...)
	k.size(100, 60)
	k.see(saysBegin)
	return k
}

// typed returns the lines that give an answer.
func typed(q *survey.Question, a survey.Answer) []string {
	point := func(code survey.Code) string { return strconv.Itoa(int(code)) }
	var lines []string
	switch {
	case !a.Given():
		return []string{""}
	case q.Kind == survey.KindNPS:
		return []string{strconv.Itoa(int(a.Code) - 1)}
	case q.Kind == survey.KindNumber:
		return []string{strconv.Itoa(a.Number)}
	case q.Kind == survey.KindBeforeAfter:
		return []string{point(a.Before), point(a.Code)}
	case q.Kind == survey.KindText:
		if lines = append(lines, a.Text); !q.OneLine {
			lines = append(lines, "")
		}
		if q.AskQuote {
			lines = append(lines, map[bool]string{true: "1", false: "2"}[a.Quote])
		}
		return lines
	case q.Kind == survey.KindMulti:
		marks := ""
		for _, code := range a.Set.Codes() {
			marks += point(code) + " "
		}
		lines = append(lines, marks)
	default:
		lines = append(lines, point(a.Code))
	}
	if q.IsOther(a) {
		lines = append(lines, a.Text)
	}
	return lines
}

// People answer every kind of question by lines on a pseudo-terminal, and what is
// stored is what they typed. Nothing of one person is left on the terminal for the
// next, neither on the screen nor above it.
func TestAccessible(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../tui/testdata/kinds.yaml")
	if err != nil {
		t.Fatal(err)
	}
	s, err := survey.Load(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	r := newRoom(t)
	r.put("questions.yaml", string(text)+"\nkiosk: { thanks: 300ms }\n")
	k := r.listens()
	want, random := results.NewTally(s), rand.New(rand.NewPCG(4, 5))
	for range 8 {
		_, answers := participant(random, s)
		want.Add(answers)
		lines := []string{""}
		for i := range answers {
			if answers[i].Code != survey.NotAsked {
				lines = append(lines, typed(&s.Questions[i], answers[i])...)
			}
		}
		k.pressTo(strings.Join(lines, terminal.Enter)+terminal.Enter, saysReview)
		end := k.Watch(shows(onThanks), shows(onThanks, saysBegin))
		k.press(terminal.Enter)
		k.await(end, "the thanks and then the welcome")
		if left := k.Screen() + k.History(); strings.Contains(left, "Pitanje") || strings.Contains(left, "Izabrano") {
			t.Fatalf("the next person finds answers:\n%s", left)
		}
	}
	k.stop()
	r.mustRun("session", "close")
	r.compare(s, want)
}

// The environment asks for the linear mode as the flag does, and the flag has the
// last word. What is written is letters, ends of lines and the sequence that
// clears the screen, and nothing else, from the first byte to the last.
func TestAccessibleBytes(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		env    string
		args   []string
		linear bool
	}{
		"flag":              {"", []string{"--accessible"}, true},
		"environment":       {"ACCESSIBLE=1", nil, true},
		"environment, yes":  {"ACCESSIBLE=yes", nil, true},
		"environment, zero": {"ACCESSIBLE=0", nil, false},
		"environment, no":   {"ACCESSIBLE=false", nil, false},
		"against":           {"ACCESSIBLE=1", []string{"--accessible=false"}, false},
		"neither":           {"", nil, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := newRoom(t)
			cmd := r.command(r.flags(c.args...)...)
			cmd.Env = append(cmd.Env, c.env)
			said := rawly(t, cmd, "", "99", "2", "<", "\x1b[A\x03\x1a", "", "1", "4", "0", "5", "1", "čšž ћ", "", "")
			if got := strings.Contains(said, saysBegin); got != c.linear {
				t.Fatalf("the mode is linear: %t, want %t:\n%q", got, c.linear, said)
			}
			if !c.linear {
				return
			}
			rest := strings.NewReplacer("\x1b[H\x1b[2J\x1b[3J", "", "\r\n", "").Replace(said)
			if at := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsPrint(r) }); at >= 0 {
				t.Errorf("what is written holds %q", rest[max(0, at-20):min(len(rest), at+20)])
			}
			if !strings.HasSuffix(said, "\x1b[H\x1b[2J\x1b[3J") || !strings.Contains(said, saysReview) {
				t.Errorf("the review is not reached or the screen not cleared at the end: %q", said)
			}
		})
	}
}

// rawly runs the kiosk on a pseudo-terminal without an emulator, types lines,
// waits for what they lead to, ends the program and returns every byte that it wrote.
func rawly(tb testing.TB, cmd *exec.Cmd, lines ...string) string {
	tb.Helper()
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 80, Rows: 24})
	if err != nil {
		tb.Fatal(err)
	}
	defer tty.Close()
	var all bytes.Buffer
	chunk := make([]byte, 4096)
	stopped := false
	for {
		n, err := tty.Read(chunk)
		all.Write(chunk[:n])
		if err != nil {
			// A terminal whose program has ended reads as an error.
			if !errors.Is(err, syscall.EIO) && !errors.Is(err, io.EOF) {
				tb.Fatal(err)
			}
			break
		}
		said := all.String()
		switch {
		case strings.Contains(said, saysBegin) && len(lines) > 0:
			// All at once, as somebody who knows the way types ahead.
			_, err = io.WriteString(tty, strings.Join(lines, "\r")+"\r")
			lines = nil
		case !stopped && (strings.Contains(said, saysReview) || strings.Contains(said, "\x1b[?1049h")):
			stopped = true
			err = cmd.Process.Signal(syscall.SIGTERM)
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
	if err := cmd.Wait(); err != nil {
		tb.Fatalf("the program ended with %v:\n%q", err, all.String())
	}
	return all.String()
}

// No key leaves, freezes or suspends the linear mode, or ends its input: control
// characters, arrows, function keys and Alt chords are seen as signs and mean
// nothing. Negative control: a terminal left in its own mode ends at Ctrl+C.
func TestAccessibleLocked(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	k := r.listens()
	k.pressTo(terminal.Enter, onFirst)
	keys := terminal.Up + terminal.Home + terminal.PageUp + terminal.Esc + terminal.Tab
	for c := byte(0); c < 0x20; c++ {
		// Those edit or end the line.
		if c != '\r' && c != '\n' && c != terminal.Ctrl('H')[0] && c != terminal.Ctrl('U')[0] {
			keys += string(rune(c))
		}
	}
	for n := 1; n <= 12; n++ {
		keys += terminal.Function(n)
	}
	for c := 'a'; c <= 'z'; c++ {
		keys += terminal.Alt(string(rune(c - 'a' + 1)))
	}
	k.pressTo(keys+terminal.Enter+"77"+terminal.Enter, saysNoSuch)
	k.pressTo(terminal.Ctrl('S')+terminal.Ctrl('D')+"2"+terminal.Enter, fmt.Sprintf(saysChosen, 2))
	k.pressTo("<"+terminal.Enter, "Vaš dosadašnji odgovor: policija.")
	k.stop()
}

// A signal, or a terminal that is closed, ends the linear mode in good order in
// the middle of an answer: the terminal is as it was, and no answer is left.
func TestAccessibleSignals(t *testing.T) {
	t.Parallel()
	fresh, err := openTerminal(t, 80, 24).Settings()
	if err != nil {
		t.Fatal(err)
	}
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT} {
		t.Run(signal.String(), func(t *testing.T) {
			t.Parallel()
			r := newRoom(t)
			k := r.listens()
			k.halfway()
			if now, err := k.Settings(); err != nil || now == fresh {
				t.Errorf("the terminal is in its own mode while people type (%v)", err)
			}
			if err := k.Signal(signal); err != nil {
				t.Fatal(err)
			}
			k.exit(0)
			k.sane(fresh)
			noTrace(r)
		})
	}
	t.Run("hang up", func(t *testing.T) {
		t.Parallel()
		r := newRoom(t)
		k := r.listens()
		k.halfway()
		if err := k.HangUp(); err != nil {
			t.Fatal(err)
		}
		k.exit(0)
		noTrace(r)
	})
}

// halfway answers until the second line of a text is half typed.
func (k *kiosk) halfway() {
	k.Helper()
	k.pressTo("\r\r1\r5\r5\r5\r1\r"+canary+"\r", saysNext)
	k.pressTo(canary, saysNext+" "+canary)
}

// Somebody walks away in the middle of a line: it is gone, from the screen and
// from the terminal's own memory, before the next person presses Enter. Negative
// control: a wipe that does not discard what was typed.
func TestAccessibleAbandon(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.putSurvey("idle", "2s", "countdown", "1s")
	k := r.listens()
	back := k.Watch(shows(saysNext+" "+canary), shows(onCountdown), shows(saysBegin))
	k.halfway()
	k.await(back, "the question whether anybody is there, and then the welcome")
	nobody(k)
	k.pressTo(terminal.Enter, onFirst)
	k.stop()
	nobody(k)
	noTrace(r)
	if n := r.results().Responses; n != 0 {
		t.Errorf("%d responses are stored, want none", n)
	}
}

// Letters of two bytes are edited as one, in both scripts, and stored so.
func TestAccessibleLetters(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	k := r.listens()
	k.pressTo("\r\r1\r5\r5\r5\r1\rviše žč"+terminal.Backspace+"ћуш"+terminal.Backspace+"\r\r\r", saysReview, "više žћу.")
	k.pressTo(terminal.Enter, onThanks)
	k.stop()
	if got := r.texts("improve"); len(got) != 1 || got[0] != "više žћу false" {
		t.Errorf("stored %q", got)
	}
}

// The PIN is not shown while it is typed, opens the results, and the facilitator
// ends the program; the terminal is as it was.
func TestAccessibleFacilitator(t *testing.T) {
	t.Parallel()
	fresh, err := openTerminal(t, 80, 24).Settings()
	if err != nil {
		t.Fatal(err)
	}
	r := newRoom(t)
	k := r.listens()
	k.pressTo("3\r", saysEnglish)
	k.pressTo("0\r", "Enter the PIN:")
	k.pressTo("4321\r", "That PIN is not right.")
	k.pressTo(rightPIN+"\r", "9. quit the program")
	k.lacks(rightPIN, "4321")
	k.pressTo("1\r", "0 of 0 answers are shown")
	k.press("9\r")
	k.exit(0)
	k.sane(fresh)
}
