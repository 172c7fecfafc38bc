package tui_test

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"anketa/tui"
)

// program is a whole tea.Program in the fake time of a synctest bubble.
type program struct {
	*testing.T
	tea    *tea.Program
	store  *spy
	model  *watched
	cancel context.CancelFunc
	// ended receives what Run returned.
	ended chan error
}

// watched counts what reaches a model and keeps what it showed last.
type watched struct {
	tea.Model

	mu      sync.Mutex
	updates int
	shown   string
}

// Update implements tea.Model.
func (w *watched) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.updates++
	_, cmd := w.Model.Update(msg)
	return w, cmd
}

// View implements tea.Model.
func (w *watched) View() tea.View {
	w.mu.Lock()
	defer w.mu.Unlock()
	v := w.Model.View()
	w.shown = ansi.Strip(v.Content)
	return v
}

// seen returns what was shown last, without colours, and how many messages came.
func (w *watched) seen() (shown string, updates int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.shown, w.updates
}

// run runs a body inside a bubble while a program is running. Afterwards the
// program is cancelled; the bubble breaks if a goroutine is left waiting.
func run(t *testing.T, with setup, body func(*program)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		store := newSpy(t)
		if with.survey == nil {
			with.survey = trainings(t)
		}
		cfg := tui.Config{
			Survey: with.survey, Store: store, Start: with.start, Lang: with.lang, NewID: countedIDs(),
			Log: slog.New(slog.DiscardHandler),
		}
		if with.start != tui.StartSetup {
			cfg.Sessions = store.fill(t, with)
		}
		ctx, cancel := context.WithCancel(t.Context())
		model := &watched{Model: tui.New(ctx, cfg)}
		p := launch(t, ctx, model)
		p.store, p.model, p.cancel = store, model, cancel
		t.Cleanup(p.stop)
		body(p)
	})
}

// launch starts a program with a model.
func launch(t *testing.T, ctx context.Context, model tea.Model) *program {
	t.Helper()
	p := &program{T: t, ended: make(chan error, 1), tea: tea.NewProgram(model,
		tea.WithContext(ctx), tea.WithInput(nil), tea.WithOutput(io.Discard), tea.WithWindowSize(80, 24),
		tea.WithoutSignalHandler(), tea.WithoutRenderer(), tea.WithFPS(1))}
	go func() {
		_, err := p.tea.Run()
		p.ended <- err
	}()
	synctest.Wait()
	return p
}

// stop cancels the program and waits for its end.
func (p *program) stop() {
	p.Helper()
	p.cancel()
	if err := <-p.ended; err != nil && !errors.Is(err, context.Canceled) {
		p.Errorf("the program ended with %v", err)
	}
	if p.store.watched.Err() == nil {
		p.Error("the watch does not end with the program")
	}
	// Timers that were started end by themselves.
	time.Sleep(time.Hour)
}

// press sends keys one after the other without waiting for anything.
func (p *program) press(keys ...string) {
	for _, key := range keys {
		p.tea.Send(press(key))
	}
	synctest.Wait()
}

// pass lets time go by.
func (p *program) pass(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

// view returns what the terminal shows, without colours.
func (p *program) view() string {
	synctest.Wait()
	shown, _ := p.model.seen()
	return shown
}

// want fails unless the terminal shows all texts.
func (p *program) want(texts ...string) {
	p.Helper()
	for _, text := range texts {
		if view := p.view(); !strings.Contains(view, text) {
			p.Fatalf("the terminal does not show %q:\n%s", text, view)
		}
	}
}
