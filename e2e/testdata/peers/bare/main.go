// Bare shows the kiosk's own screens without their guard, and with one
// protection taken out: the negative control of the sweep. Its arguments are a
// survey file and what it lacks.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/term"

	"anketa/survey"
	"anketa/tui"
)

// silent is a store that keeps nothing.
type silent struct{ tui.Store }

// Watch implements tui.Store.
func (silent) Watch(context.Context) <-chan struct{} { return nil }

// bare is the kiosk without its guard. Protections are taken out one by one by
// name, because the first way out would hide the others.
type bare struct {
	tea.Model
	lacks string
}

// Update implements tea.Model.
func (b bare) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if press, ok := msg.(tea.KeyPressMsg); ok {
		switch b.lacks + " " + press.String() {
		case "quit ctrl+c":
			return b, tea.Quit
		case "interrupt ctrl+c":
			return b, tea.Interrupt
		case "editor ctrl+e":
			return b, tea.ExecProcess(exec.Command(os.Getenv("EDITOR")), nil)
		}
	}
	// Without the rest after a paste its end means nothing.
	if _, ok := msg.(tea.PasteEndMsg); ok && b.lacks == "rest" {
		return b, nil
	}
	_, cmd := b.Model.Update(msg)
	return b, cmd
}

func main() {
	s, err := load(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	m := tui.New(context.Background(), tui.Config{
		Survey: s, Store: silent{}, Start: tui.StartWelcome, Sessions: []survey.Session{{Open: true}},
	})
	var keyboard io.Reader = tui.NewKeyboard(os.Stdin)
	if os.Args[2] == "keyboard" {
		keyboard = os.Stdin
	}
	_, _ = tea.NewProgram(bare{m, os.Args[2]}, tea.WithInput(keyboard), tea.WithFilter(trueSize)).Run()
}

// trueSize puts the size of the terminal in place of a reported one.
func trueSize(m tea.Model, msg tea.Msg) tea.Msg {
	if b, ok := m.(bare); ok && b.lacks == "size" {
		return msg
	}
	if _, ok := msg.(tea.WindowSizeMsg); ok {
		if width, height, err := term.GetSize(os.Stdout.Fd()); err == nil {
			return tea.WindowSizeMsg{Width: width, Height: height}
		}
	}
	return msg
}

// load reads the survey.
func load(file string) (*survey.Survey, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return survey.Load(f)
}
