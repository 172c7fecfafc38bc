package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"

	"anketa/tui"
)

// framesPerSecond halves the time from key to screen against the default of 60.
const framesPerSecond = 120

// runProgram shows one terminal until its program ends.
func runProgram(ctx context.Context, cfg tui.Config, in, out *os.File) (err error) {
	defer recovered(&cfg, &err)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	profile := coloursOf(out, os.Environ(), os.Getenv("NO_COLOR"))
	cfg.Terminal = terminalOf(profile)
	model := tui.Guard(tui.New(ctx, cfg))
	program := tea.NewProgram(model, tea.WithContext(ctx), tea.WithInput(tui.NewKeyboard(in)), tea.WithOutput(display(cfg, out)),
		tea.WithFilter(func(m tea.Model, msg tea.Msg) tea.Msg { return model.Filter(m, trueSize(out, msg)) }),
		tea.WithFPS(framesPerSecond), tea.WithoutSignalHandler(), tea.WithColorProfile(profile))
	_, err = program.Run()
	if cfg.Start != tui.StartDemo {
		clearScrollback(out)
	}
	// A signal ends the kiosk in good order.
	if errors.Is(err, context.Canceled) {
		err = nil
	}
	return errors.Join(err, model.Err())
}

// display returns where the program draws. The demo runs on somebody's own
// terminal, which keeps its lines.
func display(cfg tui.Config, out *os.File) io.Writer {
	if cfg.Start == tui.StartDemo {
		return out
	}
	return tui.NewDisplay(out)
}

// trueSize puts the size of the terminal in place of one that somebody made the
// terminal type: reports of the size look like keys on their way in.
func trueSize(tty *os.File, msg tea.Msg) tea.Msg {
	if _, ok := msg.(tea.WindowSizeMsg); ok {
		if width, height, err := term.GetSize(tty.Fd()); err == nil && width > 0 && height > 0 {
			return tea.WindowSizeMsg{Width: width, Height: height}
		}
	}
	return msg
}

// recovered makes a panic an error. The operator's log holds where it happened
// and of what type it was, but not its value, which may hold an answer.
func recovered(cfg *tui.Config, err *error) {
	if r := recover(); r != nil {
		*err = errors.Join(*err, tui.ErrBroken)
		cfg.Log.Error("panic", "type", fmt.Sprintf("%T", r), "stack", string(debug.Stack()))
	}
}
