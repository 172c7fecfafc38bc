package e2e

import (
	"strings"

	"github.com/charmbracelet/x/term"
)

// sane checks that the program left the terminal as it found it: line settings,
// screen, cursor, and no word of what was on its screen.
func (k *kiosk) sane(before term.State) {
	k.Helper()
	after, err := k.Settings()
	if err != nil {
		k.Fatal(err)
	}
	if before != after {
		k.Errorf("line settings before: %+v\nafter: %+v", before, after)
	}
	if left := k.Leftovers(); len(left) > 0 {
		k.Errorf("the terminal is left with %q", left)
	}
	if text := strings.TrimSpace(k.Screen() + k.History()); text != "" {
		k.Errorf("text is left on the terminal:\n%s", text)
	}
}
