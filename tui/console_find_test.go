package tui_test

import (
	"testing"
	"testing/synctest"
)

// TestConsoleFindsSessions holds that the sessions can be found by title, place and
// state, that what is found can be looked at, and that everything is there again
// afterwards. Negative control: a list that does not ask the finder.
func TestConsoleFindsSessions(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, demo())
		k.press("8")
		k.want("/ find", "nis", "novi_sad", "subotica", "all together")
		k.press("/")
		k.write("SUBO")
		k.want("Find: SUBO", "▶ subotica")
		k.wantNot("novi_sad", "all together")
		k.press("enter")
		k.want("/ find", "Esc back")
		k.press("enter")
		k.want("[1 Overview]", "subotica")
		k.press("8")
		k.want("novi_sad", "subotica", "all together")
		k.press("/")
		k.write("zzz1")
		k.want("Nothing holds “zzz1”.")
		if k.press("esc"); k.quit {
			t.Error("Esc ended the program")
		}
		k.want("[8 Training]", "novi_sad")
	})
}

// TestConsoleNoDeadKeys holds that the foot names no key that does nothing, and that
// such a key does nothing. Negative control: the keys of a list that is empty.
func TestConsoleNoDeadKeys(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, answered(4))
		showLive(k)
		k.wantNot("projector")
		for _, tab := range []string{"2", "6"} {
			k.press(tab)
			k.wantNot("find", "order", "in detail", "projector")
			before := k.view()
			k.press("/", "s")
			if after := k.view(); after != before {
				t.Errorf("tab %s became:\n%s", tab, after)
			}
		}
		k.press("8")
		k.wantNot("find")
	})
}
