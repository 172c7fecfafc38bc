package tui_test

import (
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"

	"anketa/survey"
	"anketa/tui"
)

// startLocked opens a kiosk whose PIN, 1234, was chosen before.
func startLocked(t *testing.T, with setup) *kiosk {
	t.Helper()
	store := newSpy(t)
	store.pin = "1234"
	with.survey = trainings(t)
	cfg := tui.Config{Survey: with.survey, Store: store, Start: with.start, Lang: survey.English, NewID: countedIDs(), Locked: true}
	if with.start != tui.StartSetup {
		cfg.Sessions = store.fill(t, with)
	}
	k := open(t, cfg)
	k.store = store
	return k
}

// thePIN answers the PIN screen.
func thePIN() []string { return []string{"1", "2", "3", "4", "enter"} }

// TestResumeLocked holds that the program is left from the resume screen only
// with the PIN, while anybody may go on. Negative control: quit without locked.
func TestResumeLocked(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := startLocked(t, setup{start: tui.StartResume})
		k.want("Enter go on", "Esc quit the program (PIN)")
		k.press("ctrl+c")
		k.want("Esc quit the program (PIN)")
		k.press("esc")
		k.want("Enter the PIN")
		k.press("9", "9", "9", "9", "enter")
		k.want("That PIN is not right.")
		k.press("esc")
		k.want("Esc quit the program (PIN)")
		if k.quit {
			t.Fatal("the program was left without the PIN")
		}
		k.press("esc")
		k.press(thePIN()...)
		if !k.quit {
			t.Fatalf("the PIN does not let the facilitator leave:\n%s", k.view())
		}
	})
}

// TestPINAlone holds that the question for the PIN names Esc only where it leads
// somewhere; where it does not, nothing happens but that the line is empty again.
// Negative control: a PIN that is never alone.
func TestPINAlone(t *testing.T) {
	for _, at := range []tui.Start{tui.StartConsole, tui.StartLive, tui.StartEntry, tui.StartSetup} {
		synctest.Test(t, func(t *testing.T) {
			k := startLocked(t, setup{start: at, lang: survey.English})
			if at == tui.StartLive {
				setPIN(k)
			}
			k.want("Enter the PIN", "Enter go on")
			k.wantNot("Esc")
			empty := k.view()
			k.press("1", "2", "esc")
			if k.quit || k.view() != empty {
				t.Errorf("from %v Esc leads to\n%s", at, k.view())
			}
			k.press(thePIN()...)
			k.wantNot("Enter the PIN")
		})
	}
	synctest.Test(t, func(t *testing.T) {
		k := startLocked(t, setup{start: tui.StartWelcome, lang: survey.English})
		k.press("0")
		k.want("Enter the PIN", "Esc back")
		k.press("esc")
		k.want("Only your answers are stored")
	})
}

// TestSetupLocked holds that the form for a new session stands behind the PIN
// when one was chosen before, and that whoever typed it may leave from there.
// Negative control: first without locked.
func TestSetupLocked(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := startLocked(t, setup{start: tui.StartSetup})
		k.want("Enter the PIN")
		k.press("esc", "ctrl+c", "backspace", "q", "enter")
		k.want("Enter the PIN")
		k.press(thePIN()...)
		k.want("New training")
		k.press("ctrl+c")
		k.want("New training")
		if k.quit {
			t.Fatal("the program was left by chance")
		}
		k.press("esc")
		if !k.quit {
			t.Error("the facilitator cannot leave")
		}
	})
}

// TestSetupLocksAgain holds that a form that is left alone goes behind the PIN
// with what was typed, and comes back with it. Negative control: waits without setup.
func TestSetupLocksAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := startLocked(t, setup{start: tui.StartSetup})
		k.press(thePIN()...)
		k.press("enter")
		k.write("Subotica")
		k.pass(59 * time.Second)
		k.want("Subotica")
		k.pass(time.Second)
		k.want("Enter the PIN")
		k.wantNot("Subotica")
		k.pass(time.Hour)
		k.press(thePIN()...)
		k.want("New training", "Subotica")
		k.pass(time.Minute)
		k.want("Enter the PIN")
	})
}

// TestLiveLocksAgain holds that results that are left alone on the participants'
// terminal lead back to the welcome, that every key postpones that, and that
// those on a terminal of their own stay. Negative control: waits without live.
func TestLiveLocksAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := startLocked(t, setup{start: tui.StartWelcome})
		k.press("0")
		k.press(thePIN()...)
		k.want("Esc start screen")
		for range 3 {
			k.pass(59 * time.Second)
			k.press("down")
			k.want("Esc start screen")
		}
		k.pass(time.Minute)
		k.want("Only your answers are stored")
		k.press("0")
		k.want("Enter the PIN")
	})
	synctest.Test(t, func(t *testing.T) {
		k := startLocked(t, setup{start: tui.StartLive})
		k.press(thePIN()...)
		k.pass(24 * time.Hour)
		k.want("Esc lock (PIN)")
	})
}

// TestClosedLocksAgain holds that a facilitator who ended a collection may go on
// to the next one, and that the form goes behind the PIN when nobody comes.
func TestClosedLocksAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := startLocked(t, setup{start: tui.StartWelcome})
		k.press("0")
		k.press(thePIN()...)
		k.press("z", "1", "esc")
		k.want("New training")
		k.pass(time.Minute)
		k.want("Enter the PIN")
		k.press("esc")
		k.want("Enter the PIN")
	})
}

// TestPasteRest holds that what comes right after a paste does nothing until a
// while passed without anything, and that other keys are never lost: a pasted
// text can hold the sign that ends a paste, and keys behind it that would send.
// Negative control: Update without ignores.
func TestPasteRest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, welcome())
		toQuestion(k, 7)
		paste := func(text string) {
			k.send(tea.PasteStartMsg{})
			k.send(tea.PasteMsg{Content: text})
			k.send(tea.PasteEndMsg{})
		}
		paste("one")
		k.want("┃ one")
		for range 20 {
			k.press("enter", "x", "esc")
			k.send(tea.MouseClickMsg{X: 1, Y: 1})
			time.Sleep(140 * time.Millisecond)
			k.settle()
		}
		paste("two")
		k.press("enter")
		k.want("Question 7 of 8", "┃ onetwo ")
		k.pass(300 * time.Millisecond)
		k.press("!", "enter")
		k.want("Question 8 of 8")
		k.press("a", "enter", "2")
		k.pass(time.Second)
		k.want("Look through your answers", "onetwo!")
	})
}

// TestFilter holds what the program never gets to see, and that it ends when
// the facilitator asks or when it broke. Negative control: a filter that
// returns every message.
func TestFilter(t *testing.T) {
	m := tui.New(t.Context(), tui.Config{Survey: trainings(t), Start: tui.StartWelcome, Sessions: []survey.Session{{Open: true}}})
	guard := tui.Guard(m)
	for _, msg := range []tea.Msg{
		tea.QuitMsg{},
		tea.InterruptMsg{},
		tea.SuspendMsg{},
		tea.ResumeMsg{},
		tea.ClipboardMsg{Content: "x"},
		tea.TerminalVersionMsg{},
		tea.CapabilityMsg{Content: "RGB"},
		uv.UnknownEvent("x"), uv.UnknownOscEvent("x"), uv.UnknownCsiEvent("x"),
		uv.WindowOpEvent{},
	} {
		if got := guard.Filter(guard, msg); got != nil {
			t.Errorf("%T passes", msg)
		}
	}
	for _, msg := range []tea.Msg{press("x"), tea.PasteMsg{}, tea.PasteEndMsg{}, tea.WindowSizeMsg{}, tea.BackgroundColorMsg{}, tea.BatchMsg{}, tea.MouseClickMsg{}} {
		if got := guard.Filter(guard, msg); got == nil {
			t.Errorf("%T does not pass", msg)
		}
	}
	tui.Break(m, func() tea.Cmd { panic("broken") }, blank)
	guard.Update(press("x"))
	if guard.Filter(guard, tea.QuitMsg{}) == nil {
		t.Error("a broken program does not end")
	}
	free := tui.Guard(tui.New(t.Context(), tui.Config{Survey: trainings(t), Start: tui.StartSetup}))
	free.Update(press("ctrl+c"))
	if free.Filter(free, tea.QuitMsg{}) == nil {
		t.Error("the facilitator cannot leave before there is a PIN")
	}
}
