package secrecy

import (
	"context"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"anketa/survey"
	"anketa/tui"
)

// screenWidth and screenHeight are the size of a terminal on which every tab is whole.
const (
	screenWidth  = 100
	screenHeight = 120
)

// console drives the facilitator's console over a store as Bubble Tea would, step by
// step, inside a synctest bubble.
type console struct {
	model tea.Model
	end   context.CancelFunc

	mu    sync.Mutex
	inbox []tea.Msg
}

// newConsole opens the console over the sessions of a store.
func newConsole(tb testing.TB, store tui.Store, s *survey.Survey, sessions []survey.Session) *console {
	tb.Helper()
	ctx, cancel := context.WithCancel(tb.Context())
	c := &console{end: cancel, model: tui.New(ctx, tui.Config{
		Survey: s, Store: store, Start: tui.StartConsole, Sessions: sessions, Lang: survey.English,
	})}
	c.run(c.model.Init())
	c.send(tea.WindowSizeMsg{Width: screenWidth, Height: screenHeight})
	return c
}

// close ends the console, and the timers that nobody waits for.
func (c *console) close() {
	c.end()
	time.Sleep(time.Hour)
}

// run starts a command.
func (c *console) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	go func() {
		msg := cmd()
		c.mu.Lock()
		defer c.mu.Unlock()
		c.inbox = append(c.inbox, msg)
	}()
}

// settle delivers messages until the console waits for a key or a change in its store.
func (c *console) settle() {
	for {
		synctest.Wait()
		c.mu.Lock()
		inbox := c.inbox
		c.inbox = nil
		c.mu.Unlock()
		if len(inbox) == 0 {
			return
		}
		for _, msg := range inbox {
			c.deliver(msg)
		}
	}
}

// deliver hands a message to the model.
func (c *console) deliver(msg tea.Msg) {
	switch msg := msg.(type) {
	case nil:
	case tea.BatchMsg:
		for _, cmd := range msg {
			c.run(cmd)
		}
	default:
		_, cmd := c.model.Update(msg)
		c.run(cmd)
	}
}

// send delivers a message and what follows from it.
func (c *console) send(msg tea.Msg) {
	c.deliver(msg)
	c.settle()
}

// tab returns what the tab of a digit shows now, without colours.
func (c *console) tab(digit rune) string {
	c.send(tea.KeyPressMsg{Code: digit, Text: string(digit)})
	return ansi.Strip(c.model.View().Content)
}
