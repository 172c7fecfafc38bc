// Huhpeople lets people answer forms of huh, a new one for each, and prints what that
// used. Its first argument is how many people come.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strconv"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"

	"anketa/bench/peers/form"
	"anketa/bench/peers/used"
)

func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(number string) error {
	people, err := strconv.Atoi(number)
	if err != nil {
		return err
	}
	before, err := used.CPU()
	if err != nil {
		return err
	}
	early, size := 0.0, 0
	for i := range people {
		n, err := answer(form.New())
		if err != nil {
			return err
		}
		size += n
		if i == people/10 {
			if early, err = used.Memory(); err != nil {
				return err
			}
		}
	}
	after, err1 := used.CPU()
	late, err2 := used.Memory()
	if size == 0 {
		return errors.New("nothing was drawn")
	}
	return errors.Join(err1, err2, json.NewEncoder(os.Stdout).Encode(map[string]any{
		"People": people, "CPU": (after - before) / float64(people), "Early": early, "Late": late,
	}))
}

// answer presses Enter on each screen until the form is done, and draws each; it returns
// how much was drawn.
func answer(f *huh.Form) (drawn int, err error) {
	const most = 100
	var todo []tea.Cmd
	deliver := func(msg tea.Msg) {
		_, cmd := f.Update(msg)
		todo = append(todo, cmd)
		drawn += len(f.View())
	}
	todo = append(todo, f.Init())
	deliver(tea.WindowSizeMsg{Width: 80, Height: 24})
	for range most {
		for len(todo) > 0 {
			cmd := todo[0]
			todo = todo[1:]
			switch msg := messageOf(cmd).(type) {
			case nil:
			case tea.BatchMsg:
				todo = append(todo, msg...)
			case tea.QuitMsg:
				return drawn, nil
			default:
				deliver(msg)
			}
		}
		if f.State == huh.StateCompleted {
			return drawn, nil
		}
		deliver(tea.KeyPressMsg{Code: tea.KeyEnter})
	}
	return drawn, errors.New("the form does not come to its end")
}

// messageOf carries a command out.
func messageOf(cmd tea.Cmd) tea.Msg {
	if cmd == nil {
		return nil
	}
	return cmd()
}
