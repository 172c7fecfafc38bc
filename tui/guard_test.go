package tui_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"anketa/survey"
	"anketa/tui"
)

// canary stands for an answer; it must not leave the program by a panic.
const canary = "CANARY-moj-odgovor"

// secret is a type whose name may be logged, unlike its value.
type secret string

// quiet does nothing.
func quiet() tea.Cmd { return nil }

// blank draws nothing.
func blank() string { return "blank" }

// TestGuard holds that a panic anywhere in the model ends the program in good
// order: Err says so, and the log names the type of the panic, but not its
// value, which may hold an answer. Negative control: a model without its guard;
// a guard that logs the value.
func TestGuard(t *testing.T) {
	panics := func() tea.Msg { panic(secret(canary)) }
	for name, c := range map[string]struct {
		update func() tea.Cmd
		view   func() string
	}{
		"update":         {func() tea.Cmd { panic(secret(canary)) }, blank},
		"command":        {func() tea.Cmd { return panics }, blank},
		"batched":        {func() tea.Cmd { return tea.Batch(tea.ClearScreen, panics) }, blank},
		"batch in batch": {func() tea.Cmd { return func() tea.Msg { return tea.BatchMsg{tea.Batch(tea.ClearScreen, panics)} } }, blank},
	} {
		t.Run(name, func(t *testing.T) { guarded(t, c.update, c.view) })
	}
}

// TestGuardView is TestGuard for a panic while drawing. Nothing else need
// happen: the program ends although no further message comes.
func TestGuardView(t *testing.T) {
	guarded(t, quiet, func() string { panic(secret(canary)) })
}

// guarded runs a program with a screen that breaks when a key is pressed.
func guarded(t *testing.T, update func() tea.Cmd, view func() string) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		var log bytes.Buffer
		store := newSpy(t)
		sessions := store.fill(t, setup{start: tui.StartWelcome, survey: trainings(t)})
		ctx, cancel := context.WithCancel(t.Context())
		m := tui.New(ctx, tui.Config{
			Survey: trainings(t), Store: store, Start: tui.StartWelcome, Sessions: sessions, Log: slog.New(slog.NewTextHandler(&log, nil)),
		})
		guard := tui.Guard(m)
		p := launch(t, ctx, guard)
		p.store, p.cancel = store, cancel
		tui.Break(m, update, view)
		p.press("x")
		p.pass(time.Second)
		select {
		case err := <-p.ended:
			if err != nil {
				t.Errorf("Run returned %v", err)
			}
			p.ended <- nil
		default:
			t.Error("the program did not end")
		}
		if !errors.Is(guard.Err(), tui.ErrBroken) {
			t.Errorf("Err returned %v, want ErrBroken", guard.Err())
		}
		if got := log.String(); !strings.Contains(got, "tui_test.secret") || strings.Contains(got, canary) {
			t.Errorf("the log must name the type and not the value:\n%s", got)
		}
		p.stop()
	})
}

// TestGuardStays holds that what a broken model shows is nothing, and that no
// message reaches it any more.
func TestGuardStays(t *testing.T) {
	m := tui.New(t.Context(), tui.Config{Survey: trainings(t), Start: tui.StartWelcome, Sessions: []survey.Session{{Open: true}}})
	guard := tui.Guard(m)
	updates := 0
	tui.Break(m, func() tea.Cmd {
		updates++
		panic(canary)
	}, blank)
	for range 3 {
		_, cmd := guard.Update(press("x"))
		if cmd == nil {
			t.Fatal("the guard does not end the program")
		}
		if _, quits := cmd().(tea.QuitMsg); !quits {
			t.Fatal("the guard does not end the program")
		}
	}
	if view := guard.View(); view.Content != "" || view.AltScreen {
		t.Errorf("a broken model shows %q", view.Content)
	}
	if updates != 1 {
		t.Errorf("the broken model got %d messages, want 1", updates)
	}
}

// TestGuardInit holds that a panic at the very start is caught as well.
func TestGuardInit(t *testing.T) {
	m := tui.New(t.Context(), tui.Config{Survey: trainings(t), Store: watchless{}, Start: tui.StartWelcome, Sessions: []survey.Session{{Open: true}}})
	guard := tui.Guard(m)
	if cmd := guard.Init(); cmd == nil || !errors.Is(guard.Err(), tui.ErrBroken) {
		t.Errorf("Init returned a command: %t, Err %v", cmd != nil, guard.Err())
	}
}

// TestGuardWorks holds that a guarded model does what the model does.
func TestGuardWorks(t *testing.T) {
	m := tui.New(t.Context(), tui.Config{Survey: trainings(t), Start: tui.StartWelcome, Sessions: []survey.Session{{Open: true}}, Lang: survey.English})
	guard := tui.Guard(m)
	if _, cmd := guard.Update(press("enter")); cmd == nil || guard.Err() != nil {
		t.Errorf("a key gave the command %v and the error %v", cmd, guard.Err())
	}
	if view := guard.View(); !strings.Contains(view.Content, "In which field do you work?") || !view.AltScreen {
		t.Errorf("the guard shows\n%s", view.Content)
	}
}

// watchless is a store that breaks when it is watched.
type watchless struct{ tui.Store }

// Watch implements tui.Store.
func (watchless) Watch(context.Context) <-chan struct{} { panic(canary) }
