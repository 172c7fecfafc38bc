package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"anketa/internal/terminal"
)

// program is something that fills a terminal of 80 columns and 24 rows.
type program struct {
	name string
	// command makes a new run of it; ready stands on its first whole screen.
	command func() *exec.Cmd
	ready   string
	// to leads to the question, where forth and back move the focus.
	to          []step
	forth, back string
	// missing says why it cannot be run.
	missing string
}

// step types keys and waits for a text.
type step struct{ keys, text string }

// open starts a program and waits for its first whole screen.
func (p *program) open() (*terminal.Terminal, error) {
	t, err := terminal.Start(p.command(), 80, 24)
	if err != nil {
		return nil, named(p.name, err)
	}
	if err := t.WaitText(p.ready); err != nil {
		return nil, errors.Join(named(p.name, err), t.Close())
	}
	return t, nil
}

// atQuestion starts a program and leads it to its question.
func (p *program) atQuestion() (*terminal.Terminal, error) {
	t, err := p.open()
	if err != nil {
		return nil, err
	}
	for _, s := range p.to {
		if err := errors.Join(t.Type(s.keys), t.WaitText(s.text)); err != nil {
			return nil, errors.Join(named(p.name, err), t.Close())
		}
	}
	return t, nil
}

// end ends a program in good order, if it lets itself be asked.
func end(t *terminal.Terminal) error {
	if err := t.Signal(syscall.SIGTERM); err == nil {
		_, _ = t.Exit()
	}
	return t.Close()
}

// kiosk returns the built kiosk in a room of its own, with a database if there is one.
func (b *bench) kiosk(name, database string) (program, error) {
	binary, err := b.anketa()
	if err != nil {
		return program{}, err
	}
	dir, err := b.folder("room")
	if err != nil {
		return program{}, err
	}
	if err := os.WriteFile(filepath.Join(dir, "pin"), []byte(sessionPIN), 0o600); err != nil {
		return program{}, err
	}
	if database == "" {
		database = filepath.Join(dir, "anketa.db")
	}
	return program{
		name: name, ready: "rezultati (PIN)",
		command: func() *exec.Cmd {
			return b.inRoom(dir, binary, "--db", database, "--session-title", sessionTitle, "--place", sessionPlace,
				"--date", sessionDate, "--attended", "24", "--pin-file", "pin")
		},
		to:    []step{{terminal.Enter, "Pitanje 1"}, {"2", "Pitanje 2"}, {"1", "Pitanje 3"}, {terminal.Right, "╔"}},
		forth: terminal.Right, back: terminal.Left,
	}, nil
}

// inRoom prepares a command in a folder, in an environment that does not depend on where
// the benchmark runs.
func (b *bench) inRoom(dir, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(b.ctx, name, args...)
	cmd.Dir = dir
	cmd.Env = []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "TMPDIR=" + dir,
		"TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8",
	}
	return cmd
}

// minimal returns the smallest Bubble Tea program with so many frames a second.
func (b *bench) minimal(frames int) (program, error) {
	binary, err := b.build(product, "./e2e/testdata/peers/minimal")
	return program{
		name: fmt.Sprintf("minimal Bubble Tea, %d frames/s", frames), ready: "ready",
		command: func() *exec.Cmd { return b.inRoom(b.dir, binary, strconv.Itoa(frames)) },
	}, err
}

// raw returns the program that shows the kiosk's screens and writes the changed cells only.
func (b *bench) raw() (program, error) {
	binary, err := b.build(product, "./e2e/testdata/peers/raw")
	if err != nil {
		return program{}, err
	}
	file, err := filepath.Abs(filepath.Join(product, "questions.yaml"))
	return program{
		name: "raw writer", ready: "╔", forth: terminal.Right, back: terminal.Left,
		command: func() *exec.Cmd { return b.inRoom(b.dir, binary, file) },
	}, err
}

// huh returns a form of huh, as it is delivered: a question on each screen.
func (b *bench) huh() (program, error) {
	binary, err := b.build(here, "./peers/huhform")
	return program{
		name: "huh form", ready: question, forth: terminal.Down, back: terminal.Up,
		command: func() *exec.Cmd { return b.inRoom(b.dir, binary) },
	}, err
}

// question is what the peers ask, labels what they offer.
const question = "U kojoj meri je obuka doprinela tome da budete bolje informisani?"

// labels returns what the peers offer.
func labels() []string {
	return []string{"nimalo", "u maloj meri", "donekle", "u znacajnoj meri", "u potpunosti"}
}

// gum returns `gum choose`.
func (b *bench) gum() (program, error) {
	p := program{name: "gum choose", ready: "donekle", forth: terminal.Down, back: terminal.Up}
	path, err := exec.LookPath("gum")
	if err != nil {
		p.missing = "gum is not installed."
		return p, nil
	}
	p.command = func() *exec.Cmd {
		return b.inRoom(b.dir, path, append([]string{"choose", "--header", question}, labels()...)...)
	}
	return p, nil
}

// whiptail returns a menu of whiptail.
func (b *bench) whiptail() (program, error) {
	p := program{name: "whiptail", ready: "u potpunosti", forth: terminal.Down, back: terminal.Up}
	path, err := exec.LookPath("whiptail")
	if err != nil {
		p.missing = "whiptail is not installed."
		return p, nil
	}
	args := []string{"--menu", question, "20", "70", "8"}
	for i, label := range labels() {
		args = append(args, strconv.Itoa(i+1), label)
	}
	p.command = func() *exec.Cmd { return b.inRoom(b.dir, path, args...) }
	return p, nil
}

// programs prepares several.
func programs(make ...func() (program, error)) ([]program, error) {
	var all []program
	for _, f := range make {
		p, err := f()
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, nil
}

// missingPeer returns the peer that a program is when it cannot be run.
func (p *program) missingPeer() (Peer, bool) {
	return Peer{name: p.name, missing: p.missing}, p.missing != ""
}

// processor returns the CPU time that a process used so far, in milliseconds.
func processor(pid int) (float64, error) {
	// The file of the process speaks of its first thread; each has one of its own.
	tasks, err := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/schedstat", pid))
	if err != nil || len(tasks) == 0 {
		return 0, fmt.Errorf("the CPU time of process %d is not known: %w", pid, err)
	}
	total := 0.0
	for _, task := range tasks {
		data, err := os.ReadFile(task)
		if err != nil {
			continue
		}
		ns, err := strconv.ParseFloat(strings.Fields(string(data))[0], 64)
		if err != nil {
			return 0, err
		}
		total += ns / 1e6
	}
	return total, nil
}

// memory returns a line of a process's status in MiB, such as "RssAnon": the memory that
// is its own, without the pages of the database that the kernel maps into it.
func memory(pid int, line string) (float64, error) {
	var kB float64
	if _, err := fmt.Sscan(field(fmt.Sprintf("/proc/%d/status", pid), line), &kB); err != nil {
		return 0, fmt.Errorf("the memory of process %d is not known: %w", pid, err)
	}
	return kB / 1024, nil
}
