// Raw shows the kiosk's own screens, in the same styles, but writes nothing
// except the cells that changed: the limit for the bytes that a key costs. It
// begins at the third question of the survey file that is its argument.
package main

import (
	"context"
	"fmt"
	"os"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"

	"anketa/survey"
	"anketa/tui"
)

// silent is a store of which nothing is asked.
type silent struct{ tui.Store }

func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	s, err := survey.Load(f)
	if err != nil {
		return err
	}
	width, height, err := term.GetSize(os.Stdout.Fd())
	if err != nil {
		return err
	}
	if _, err := term.MakeRaw(os.Stdin.Fd()); err != nil {
		return err
	}
	m := tui.New(context.Background(), tui.Config{
		Survey: s, Store: silent{}, Start: tui.StartWelcome, Sessions: []survey.Session{{Open: true}},
	})
	m.Update(tea.WindowSizeMsg{Width: width, Height: height})
	for _, key := range []tea.KeyPressMsg{{Code: tea.KeyEnter}, {Code: '2', Text: "2"}, {Code: '1', Text: "1"}, {Code: tea.KeyRight}} {
		m.Update(key)
	}
	return loop(m, width, height)
}

// loop answers keys: C and D, the ends of what the arrows send.
func loop(m *tui.Model, width, height int) error {
	shown := uv.NewScreenBuffer(width, height)
	key := make([]byte, 1)
	for {
		next := uv.NewScreenBuffer(width, height)
		uv.NewStyledString(m.View().Content).Draw(next, next.Bounds())
		if _, err := os.Stdout.WriteString(changes(shown, next, width, height)); err != nil {
			return err
		}
		shown = next
		if _, err := os.Stdin.Read(key); err != nil {
			return err
		}
		switch key[0] {
		case 'C':
			m.Update(tea.KeyPressMsg{Code: tea.KeyRight})
		case 'D':
			m.Update(tea.KeyPressMsg{Code: tea.KeyLeft})
		}
	}
}

// changes writes the cells in which two screens differ. Cells of a style that
// follow each other share one style, and the cursor moves only where they do not.
func changes(old, next uv.ScreenBuffer, width, height int) string {
	out := ""
	style := uv.Style{}
	for y := range height {
		follows := false
		for x := range width {
			cell := next.CellAt(x, y)
			if cell.Equal(old.CellAt(x, y)) {
				follows = false
				continue
			}
			if !follows {
				out += ansi.CursorPosition(x+1, y+1)
			}
			if !cell.Style.Equal(&style) {
				out += cell.Style.Diff(&style)
				style = cell.Style
			}
			out += cell.Content
			follows = true
		}
	}
	return out + ansi.ResetStyle
}
