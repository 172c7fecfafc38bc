package e2e

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"anketa/internal/terminal"
)

// canary is a text that must not be found where it does not belong.
const canary = "kanarinac4711"

// Somebody walks away in the middle of a text: the kiosk asks, any key goes on
// and does nothing else; without a key the interview is dropped, the next
// person is welcomed in the default language, and nothing of the text is left
// on the screen or in any file.
func TestAbandon(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.putSurvey("idle", "300ms", "countdown", "1s")
	k := r.open()
	asked := k.Watch(shows("Question 7 of 8", canary), shows("Are you still there?", "Your answers will be erased in 1 second."))
	k.press("3", terminal.Enter, "2", "1", "4", "4", "4", "1", canary)
	k.await(asked, "the question whether anybody is there")
	untouched := func(f terminal.Frame) bool {
		return shows("Question 7 of 8", canary)(f) && hides(canary+"x")(f)
	}
	back := k.Watch(untouched, shows("Are you still there?"), shows(onWelcome))
	k.press("x")
	k.await(back, "the text as it was, and then the welcome")
	nobody(k)

	// The next person starts with nothing.
	k.press(terminal.Enter)
	k.see(onFirst)
	k.lacks("●", canary)
	k.await(k.Watch(shows(onCountdown), shows(onWelcome)), "the welcome after the second person left")
	k.stop()
	nobody(k)
	if n := r.results().Responses; n != 0 {
		t.Errorf("%d responses are stored, want none", n)
	}
	noTrace(r)
}

// nobody checks that nothing of the canary is on the terminal.
func nobody(k *kiosk) {
	k.Helper()
	if text := k.Screen() + k.History(); strings.Contains(text, "kanarinac") {
		k.Errorf("an answer is left on the terminal:\n%s", text)
	}
}

// noTrace checks that no file in reach of the program holds the canary.
func noTrace(r *room) {
	r.Helper()
	for _, dir := range []string{r.dir, r.home, r.temp} {
		for _, name := range r.files(dir) {
			data, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil {
				r.Fatal(err)
			}
			if bytes.Contains(data, []byte("kanarinac")) {
				r.Errorf("an answer is left in %s", name)
			}
		}
	}
}
