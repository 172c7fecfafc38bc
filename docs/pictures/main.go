// Pictures draws the pictures of the README: it starts the built program on a
// pseudo-terminal, types a few keys and draws what the screen shows; and it has the
// program draw the infographic of the example.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"anketa/internal/terminal"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "pictures:", err)
		os.Exit(1)
	}
}

// run draws all pictures into the working directory, which is docs.
func run() error {
	dir, err := os.MkdirTemp("", "anketa-pictures-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	program := filepath.Join(dir, "anketa")
	if out, err := exec.Command("go", "build", "-o", program, "..").CombinedOutput(); err != nil {
		return fmt.Errorf("build: %w: %s", err, out)
	}
	pin := filepath.Join(dir, "pin")
	if err := os.WriteFile(pin, []byte("1234"), 0o600); err != nil {
		return err
	}
	kiosk := exec.Command(program, "--inside-multiplexer", "--lang", "en", "--session-title", "Niš", "--place", "Niš",
		"--date", "2022-05-17", "--attended", "24", "--pin-file", pin)
	kiosk.Dir = dir
	// Start, police, a woman; then the arrows put the focus on the fourth point.
	err = draw(kiosk, 80, 22, "kiosk.svg",
		step{"Enter  start", terminal.Enter}, step{"Question 1", "2"}, step{"Question 2", "1"},
		step{"Question 3", terminal.Right + terminal.Right + terminal.Right + terminal.Right}, step{"╔", ""})
	if err != nil {
		return err
	}
	demo := exec.Command(program, "demo", "--lang", "en")
	demo.Dir = dir
	if err := draw(demo, 80, 40, "live.svg", step{"[1 Overview]", "2"}, step{"3. How far", ""}); err != nil {
		return err
	}
	if out, err := exec.Command(program, "report", "--example", "--lang", "en", "--force", "-o", "report.png").CombinedOutput(); err != nil {
		return fmt.Errorf("report: %w: %s", err, out)
	}
	return os.Chmod("report.png", 0o644)
}

// step waits for a text and then types keys.
type step struct{ text, keys string }

// draw runs a program on a terminal through the steps and writes its last screen.
func draw(cmd *exec.Cmd, width, height int, file string, steps ...step) error {
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "COLORTERM=truecolor")
	t, err := terminal.Start(cmd, width, height)
	if err != nil {
		return err
	}
	defer t.Close()
	for _, s := range steps {
		if err := t.WaitText(s.text); err != nil {
			return err
		}
		if err := t.Type(s.keys); err != nil {
			return err
		}
	}
	var picture string
	t.Look(func(f terminal.Frame) { picture = svg(f) })
	return os.WriteFile(file, []byte(picture), 0o644)
}
