package e2e

import (
	"fmt"
	"regexp"
	"strconv"
	"sync"
	"testing"

	"anketa/internal/terminal"
)

// sample returns sheets that all differ in one answer.
func sample(n int) []sheet {
	var sheets []sheet
	for i := range n {
		sheets = append(sheets, sheet{{point: 1 + i%9}, {point: 1 + i%2}, {point: 4}, {point: 5}, {point: 1 + i%5}, {point: 1}, {}, {}})
	}
	return sheets
}

// answer fills in a sheet and waits until the next person is welcomed.
func (k *kiosk) answer(s sheet) {
	k.Helper()
	end := k.Watch(shows(onThanks), shows(onWelcome))
	k.press(s.keys()...)
	k.await(end, fmt.Sprintf("the thanks and then the welcome after %+v", s))
}

// leak watches every frame of a terminal for more answers than the rules allow
// to be shown.
type leak struct {
	mu    sync.Mutex
	found string
}

// watch begins to look at frames.
func (l *leak) watch(k *kiosk) {
	partly := regexp.MustCompile(`Prikazano: (\d+) od (\d+)\.`)
	k.Watch(func(f terminal.Frame) bool {
		if m := partly.FindStringSubmatch(f.Text()); m != nil {
			shown, _ := strconv.Atoi(m[1])
			stored, _ := strconv.Atoi(m[2])
			if shown > max(0, 5*(stored/5-1)) {
				l.mu.Lock()
				l.found = f.Text()
				l.mu.Unlock()
			}
		}
		return false
	})
}

// check fails the test when more was shown than is allowed.
func (l *leak) check(tb testing.TB) {
	tb.Helper()
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.found != "" {
		tb.Errorf("this screen shows more than the rules allow:\n%s", l.found)
	}
}

// A second terminal shows the results behind the PIN and changes by itself
// while the kiosk stores responses: nothing at nine, the first five at ten, the
// next five at fifteen, and never more than that on any frame.
func TestSecondTerminal(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.putSurvey("thanks", "300ms", "confirm", "50ms")
	second := openTerminal(t, 80, 70)
	k := r.open("--live", second.Path())
	var l leak
	l.watch(second)

	second.see(onPIN)
	second.press("9999", terminal.Enter)
	second.see(saysWrongPIN)
	second.press("1234", terminal.Enter)
	second.see("Odgovorilo: 0 od 24")
	for i, s := range sample(15) {
		k.answer(s)
		n := i + 1
		second.press("1")
		second.see(fmt.Sprintf("Odgovorilo: %d od 24", n), fmt.Sprintf(saysPartly, max(0, 5*(n/5-1)), n))
		second.press("2")
		if n < 10 {
			second.see("[2 Pitanja]", fmt.Sprintf(saysPartly, 0, n))
			second.lacks("u značajnoj meri", "policija", "n = ")
			continue
		}
		shown := 5 * (n/5 - 1)
		second.see(fmt.Sprintf("u značajnoj meri: %d od %d", shown, shown), fmt.Sprintf("n = %d", shown))
	}
	l.check(t)
	k.stop()
	// What the program wrote there may still be on its way when it has ended.
	late := second.deadline()
	for len(second.Leftovers()) > 0 && !late() {
	}
	if left := second.Leftovers(); len(left) > 0 {
		t.Errorf("the second terminal is left with %q", left)
	}
}

// openTerminal opens a terminal on which nothing runs yet.
func openTerminal(tb testing.TB, width, height int) *kiosk {
	tb.Helper()
	t, err := terminal.Open(width, height)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := t.Close(); err != nil {
			tb.Error(err)
		}
	})
	return &kiosk{TB: tb, Terminal: t}
}

// The second terminal may be a window: after its size changed, the next change
// of the results fits it. The system tells only a program's own terminal.
func TestSecondTerminalResized(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.putSurvey("thanks", "300ms", "confirm", "50ms")
	second := openTerminal(t, 100, 40)
	k := r.open("--live", second.Path())
	second.see(onPIN)
	second.press("1234", terminal.Enter)
	second.see("Odgovorilo: 0 od 24")
	second.size(70, 20)
	k.answer(sample(1)[0])
	second.see("Odgovorilo: 1 od 24", "Esc zaključaj (PIN)")
}

// A second terminal that is switched off disturbs nobody: people go on
// answering, and the kiosk ends as usual.
func TestSecondTerminalGone(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.putSurvey("release", "live", "thanks", "300ms", "confirm", "50ms")
	second := openTerminal(t, 80, 24)
	k := r.open("--live", second.Path())
	second.see(onPIN)
	second.press("1234", terminal.Enter)
	second.see("Odgovorilo: 0 od 24")
	if err := second.HangUp(); err != nil {
		t.Fatal(err)
	}
	for _, s := range sample(3) {
		k.answer(s)
	}
	k.stop()
	if n := r.results().Responses; n != 3 {
		t.Errorf("%d responses are stored, want 3", n)
	}
}

// The results open from the welcome behind the PIN; ending the collection from
// there reveals the rest; then Esc leads to the form for the next session.
func TestCloseFromTheKiosk(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.putSurvey("thanks", "300ms", "confirm", "50ms")
	k := r.open()
	var l leak
	l.watch(k)
	for _, s := range sample(7) {
		k.answer(s)
	}
	openResults(k)
	k.see("Odgovorilo: 7 od 24", fmt.Sprintf(saysPartly, 0, 7))
	k.lacks("policija")
	k.press("z")
	k.see(saysConfirm)
	k.press("2")
	k.see(fmt.Sprintf(saysPartly, 0, 7))
	k.press("z")
	k.see(saysConfirm)
	k.press("1")
	k.see(saysEverything)
	k.press("3")
	k.see("policija", "n = 7")
	l.check(t)
	k.press(terminal.Esc)
	k.see(onSetup)
	k.press(terminal.Esc)
	k.exit(0)
	compare(r, sample(7))
}

// openResults goes from the welcome through the PIN, at first a wrong one.
func openResults(k *kiosk) {
	k.Helper()
	k.press("0")
	k.see(onPIN)
	k.press("4321", terminal.Enter)
	k.see(onPIN, saysWrongPIN)
	k.lacks("4321", "Odgovorilo")
	k.press("1234")
	k.see("****")
	k.press(terminal.Enter)
	k.see("Odgovorilo")
}

// The letter q ends the program from the results, with exit code 0 and the
// terminal as it was.
func TestQuit(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	fresh, err := openTerminal(t, 80, 24).Settings()
	if err != nil {
		t.Fatal(err)
	}
	k := r.open()
	openResults(k)
	k.press("q")
	k.exit(0)
	k.sane(fresh)
}
