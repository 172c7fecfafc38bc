// Minimal is the smallest Bubble Tea program that fills the terminal: what any
// program made with it costs. Its argument is the number of frames a second.
package main

import (
	"fmt"
	"os"
	"strconv"

	tea "charm.land/bubbletea/v2"
)

type model struct{}

func (model) Init() tea.Cmd { return nil }

func (m model) Update(msg tea.Msg) (tea.Model, tea.Cmd) { return m, nil }

func (model) View() tea.View {
	v := tea.NewView("ready")
	v.AltScreen = true
	return v
}

func main() {
	frames, _ := strconv.Atoi(os.Args[1])
	if _, err := tea.NewProgram(model{}, tea.WithFPS(frames)).Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
