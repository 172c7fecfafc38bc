package cli_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"anketa/cli"
	"anketa/internal/terminal"
	"anketa/storage"
	"anketa/survey"
	"anketa/tui"
)

// canary stands for an answer; it must not leave the program by a panic.
const canary = "kanarinac4711"

// panicVariable says where the kiosk that a test starts shall panic.
const panicVariable = "ANKETA_TEST_PANIC"

// rootVariable says where the module is.
const rootVariable = "ANKETA_TEST_ROOT"

// broken is a real store that panics with an answer where it is told to.
type broken struct {
	tui.Store
	where string
}

// AddResponse implements tui.Store.
func (b broken) AddResponse(ctx context.Context, session survey.ID, r survey.Response) error {
	switch b.where {
	case "command":
		panic(canary)
	case "goroutine of another package":
		go panic(canary)
		<-ctx.Done()
	}
	return b.Store.AddResponse(ctx, session, r)
}

// CheckPIN implements tui.Store. It ends the second terminal, so that the
// goroutine that showed it goes on to its log.
func (b broken) CheckPIN(ctx context.Context, pin string) (bool, time.Duration, error) {
	if b.where == "goroutine" {
		panic(canary)
	}
	return b.Store.CheckPIN(ctx, pin)
}

// handler is a log that panics with an answer.
type handler struct{ slog.Handler }

// Handle implements slog.Handler.
func (h handler) Handle(ctx context.Context, r slog.Record) error {
	if r.Message == "the second terminal ended" {
		panic(canary)
	}
	return h.Handler.Handle(ctx, r)
}

// TestPanics holds that a kiosk on a real terminal that panics, wherever it is,
// ends with an exit code for its supervisor, restores the terminal, prints one
// sentence on it and no answer, and logs where it was. Negative control: a
// runProgram without its guard or its recovered, show without silence.
func TestPanics(t *testing.T) {
	const sentence = "The kiosk met an error of its own and stopped; stored answers are safe, start it again."
	for where, says := range map[string]string{"update": sentence, "command": sentence, "goroutine": sentence, "goroutine of another package": ""} {
		t.Run(where, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			second, err := terminal.Open(80, 24)
			if err != nil {
				t.Fatal(err)
			}
			defer second.Close()
			cmd := exec.Command(os.Args[0])
			cmd.Dir = dir
			cmd.Env = []string{"TERM=xterm-256color", panicVariable + "=" + where, "SECOND=" + second.Path(), rootVariable + "=" + root(t)}
			k, err := terminal.Start(cmd, 80, 24)
			if err != nil {
				t.Fatal(err)
			}
			defer k.Close()
			before, err := second.Settings()
			if err != nil {
				t.Fatal(err)
			}
			steps := errors.Join(k.WaitText("Only your answers"), k.Type("\r21444"+"1"), k.WaitText("Question 7"), k.Type(canary+"\r\r\r"))
			if where == "goroutine" {
				steps = errors.Join(k.WaitText("Only your answers"), second.WaitText("Enter the PIN"), second.Type("1234\r"))
			}
			if steps != nil {
				t.Fatal(steps)
			}
			if code, err := k.Exit(); err != nil || code == 0 {
				t.Errorf("exit code %d, %v", code, err)
			}
			screen := strings.Join(strings.Fields(k.Screen()+k.History()), " ")
			if where == "goroutine of another package" {
				// Nothing is left to restore the terminal then; it only shows what it showed.
				if strings.Contains(screen, "goroutine") || strings.Contains(screen, "panic") {
					t.Errorf("the terminal shows %q", screen)
				}
			} else {
				after, err := k.Settings()
				if left := k.Leftovers(); err != nil || after != before || len(left) > 0 || screen != says {
					t.Errorf("the terminal is left with %q and shows %q (%v)", left, screen, err)
				}
			}
			log, err := os.ReadFile(filepath.Join(dir, "log"))
			if err != nil || says != "" && !strings.Contains(string(log), "goroutine ") || strings.Contains(string(log), canary) {
				t.Errorf("the log holds %s (%v)", log, err)
			}
		})
	}
}

// runBroken is the kiosk that [TestPanics] starts: everything is real but for
// where it panics.
func runBroken(where string) int {
	log, err := os.Create("log")
	if err != nil {
		panic(err)
	}
	db, err := storage.Open("anketa.db", storage.Options{Create: true})
	if err != nil {
		panic(err)
	}
	defer db.Close()
	s, err := readSurvey()
	if err != nil {
		panic(err)
	}
	session, err := db.CreateSession(context.Background(), survey.Session{ID: survey.NewID(), Title: "Niš", Open: true}, s)
	if err != nil {
		panic(err)
	}
	cfg := tui.Config{
		Survey: s, Store: broken{db, where}, Start: tui.StartWelcome, Sessions: []survey.Session{session}, Lang: survey.English,
		Log: slog.New(handler{slog.NewTextHandler(log, nil)}),
	}
	if where == "update" {
		cfg.NewID = func() survey.ID { panic(fmt.Errorf("id: %s", canary)) }
	}
	var second *os.File
	if where == "goroutine" {
		if second, err = os.OpenFile(os.Getenv("SECOND"), os.O_RDWR, 0); err != nil {
			panic(err)
		}
	}
	return cli.Show(context.Background(), cli.Stdio{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, cfg, second)
}

// readSurvey reads the survey of the trainings.
func readSurvey() (*survey.Survey, error) {
	f, err := os.Open(filepath.Join(os.Getenv(rootVariable), "questions.yaml"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return survey.Load(f)
}

// TestMultiplexer holds that the kiosk knows where it runs.
func TestMultiplexer(t *testing.T) {
	for name, c := range map[string]struct {
		env  map[string]string
		want string
	}{
		"console":         {map[string]string{"TERM": "linux"}, ""},
		"xterm":           {map[string]string{"TERM": "xterm-256color"}, ""},
		"tmux":            {map[string]string{"TMUX": "/tmp/tmux-0/default,1,0", "TERM": "xterm"}, "tmux"},
		"screen":          {map[string]string{"STY": "1.pts-0.kiosk"}, "screen"},
		"zellij":          {map[string]string{"ZELLIJ": "0"}, "zellij"},
		"tmux over ssh":   {map[string]string{"TERM": "tmux-256color"}, "tmux"},
		"screen over ssh": {map[string]string{"TERM": "screen.xterm-256color"}, "screen"},
	} {
		if got := cli.Multiplexer(func(key string) string { return c.env[key] }); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
