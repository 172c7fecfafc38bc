package tui_test

import (
	"context"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
	"anketa/tui"
)

// kiosk drives a model inside a synctest bubble as Bubble Tea would, but step by
// step: keys go in, commands run in goroutines of their own, and time stands
// still until pass lets it go on.
type kiosk struct {
	testing.TB
	model tea.Model
	store *spy
	// quit is true once the program was asked to end.
	quit bool

	mu    sync.Mutex
	inbox []tea.Msg
}

// setup says how a kiosk starts.
type setup struct {
	survey *survey.Survey
	lang   survey.Lang
	start  tui.Start
	// responses are stored before the start; closed ends the session after that.
	responses int
	closed    bool
	preset    tui.Preset
	log       *slog.Logger
	terminal  tui.Terminal
	left      tui.Left
	// twice has forms from paper typed twice; locked says that there is a PIN.
	twice, locked bool
	// copies makes what writes backups.
	copies func(*spy) func(context.Context) (string, error)
	// reports writes reports.
	reports tui.Reporter
}

// start opens a kiosk of 80×24 over a real database. A session is there already,
// unless the kiosk begins with the set-up form.
func start(tb testing.TB, with setup) *kiosk {
	tb.Helper()
	if with.survey == nil {
		s, err := usualSurvey()
		if err != nil {
			tb.Fatal(err)
		}
		with.survey = s
	}
	store := newSpy(tb)
	cfg := tui.Config{
		Survey: with.survey, Store: store, Start: with.start, Lang: with.lang,
		Preset: with.preset, NewID: countedIDs(), Log: with.log, Terminal: with.terminal, Left: with.left, Twice: with.twice, Locked: with.locked,
	}
	if with.start != tui.StartSetup {
		cfg.Sessions = store.fill(tb, with)
	}
	k := open(tb, cfg)
	k.store = store
	return k
}

// open starts a kiosk from its configuration.
func open(tb testing.TB, cfg tui.Config) *kiosk {
	tb.Helper()
	ctx, cancel := context.WithCancel(tb.Context())
	tb.Cleanup(func() {
		cancel()
		// Timers that nobody waits for any more end before the bubble does.
		time.Sleep(time.Hour)
	})
	k := &kiosk{TB: tb, model: tui.New(ctx, cfg)}
	k.run(k.model.Init())
	k.size(80, 24)
	return k
}

// run starts a command.
func (k *kiosk) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	go func() {
		msg := cmd()
		k.mu.Lock()
		defer k.mu.Unlock()
		k.inbox = append(k.inbox, msg)
	}()
}

// settle delivers messages until everything waits for time or for a key.
func (k *kiosk) settle() {
	for {
		synctest.Wait()
		k.mu.Lock()
		inbox := k.inbox
		k.inbox = nil
		k.mu.Unlock()
		if len(inbox) == 0 {
			return
		}
		for _, msg := range inbox {
			k.deliver(msg)
		}
	}
}

// deliver hands a message to the model.
func (k *kiosk) deliver(msg tea.Msg) {
	switch msg := msg.(type) {
	case nil:
	case tea.BatchMsg:
		for _, cmd := range msg {
			k.run(cmd)
		}
	case tea.QuitMsg:
		k.quit = true
	default:
		_, cmd := k.model.Update(msg)
		k.run(cmd)
	}
}

// send delivers a message and what follows from it.
func (k *kiosk) send(msg tea.Msg) {
	k.deliver(msg)
	k.settle()
}

// size changes the size of the terminal.
func (k *kiosk) size(width, height int) {
	k.send(tea.WindowSizeMsg{Width: width, Height: height})
}

// press types keys given by their names, see [press].
func (k *kiosk) press(keys ...string) {
	for _, key := range keys {
		k.send(press(key))
	}
}

// write types a text.
func (k *kiosk) write(text string) {
	for _, r := range text {
		k.send(press(string(r)))
	}
}

// pass lets time go on, in steps after which messages are delivered.
func (k *kiosk) pass(d time.Duration) {
	step := max(50*time.Millisecond, d/200)
	for ; d > 0; d -= step {
		time.Sleep(min(step, d))
		k.settle()
	}
}

// view returns what the terminal shows, without colours.
func (k *kiosk) view() string { return ansi.Strip(k.model.View().Content) }

// want fails unless the terminal shows all texts.
func (k *kiosk) want(texts ...string) {
	k.Helper()
	for _, text := range texts {
		if view := k.view(); !strings.Contains(view, text) {
			k.Fatalf("the terminal does not show %q:\n%s", text, view)
		}
	}
}

// wantNot fails if the terminal shows one of the texts.
func (k *kiosk) wantNot(texts ...string) {
	k.Helper()
	for _, text := range texts {
		if view := k.view(); strings.Contains(view, text) {
			k.Fatalf("the terminal shows %q:\n%s", text, view)
		}
	}
}

// press returns the message of a key: "enter", "ctrl+e", "2", "ž".
func press(name string) tea.KeyPressMsg {
	var msg tea.KeyPressMsg
	for _, mod := range []struct {
		prefix string
		mod    tea.KeyMod
	}{{"ctrl+", tea.ModCtrl}, {"alt+", tea.ModAlt}, {"shift+", tea.ModShift}} {
		if rest, ok := strings.CutPrefix(name, mod.prefix); ok && rest != "" {
			msg.Mod |= mod.mod
			name = rest
		}
	}
	codes := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "backspace": tea.KeyBackspace, "tab": tea.KeyTab,
		"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd,
		"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "delete": tea.KeyDelete, "f1": tea.KeyF1, "f12": tea.KeyF12,
	}
	if name == "space" {
		name = " "
	}
	if code, ok := codes[name]; ok {
		msg.Code = code
		return msg
	}
	msg.Code = []rune(name)[0]
	if msg.Mod == 0 {
		msg.Text = name
	}
	return msg
}
