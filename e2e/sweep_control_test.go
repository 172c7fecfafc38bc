package e2e

import (
	"fmt"
	"path/filepath"
	"sync"
	"testing"

	"anketa/internal/terminal"
)

// buildBare builds the kiosk without its guard, once.
var buildBare = sync.OnceValues(func() (string, error) {
	program := filepath.Join(filepath.Dir(binary()), "bare")
	return program, build(program, "./testdata/peers/bare")
})

// bareKiosk starts a kiosk that lacks one of its protections.
func bareKiosk(r *room, lacks string) *kiosk {
	r.Helper()
	bare, err := buildBare()
	if err != nil {
		r.Fatal(err)
	}
	r.putSurvey("confirm", "1ms")
	cmd := r.command()
	cmd.Path, cmd.Args = bare, []string{bare, "questions.yaml", lacks}
	cmd.Env = append(cmd.Env, trapPrograms(r)...)
	k := r.startCommand(cmd)
	k.see(onWelcome)
	return k
}

// TestSweepSees holds that the sweep would see a screen left, an exit, and a
// program started, on a kiosk that lacks one of its protections.
func TestSweepSees(t *testing.T) {
	t.Parallel()
	for _, lacks := range []string{"nothing", "quit", "interrupt", "editor", "rest", "keyboard", "size"} {
		t.Run(lacks, func(t *testing.T) {
			t.Parallel()
			r := newRoom(t)
			k := bareKiosk(r, lacks)
			k.press(terminal.Enter, "2", "1", "4", "4", "4", "1", canary)
			k.see(fmt.Sprintf(onQuestion, 7), canary)
			s := swept{sees: fmt.Sprintf(onQuestion, 7), named: enterByte + backKeys, writes: true}
			err := s.sweep(k)
			trapped := len(r.files(r.dir)) > 1
			if found := err != nil || trapped; found != (lacks != "nothing") {
				t.Errorf("a kiosk that lacks %s: the sweep says %v, a program was started: %t", lacks, err, trapped)
			}
		})
	}
}
