package cli

import (
	"context"
	"os"

	"charm.land/fang/v2"

	"anketa/tui"
)

// Multiplexer names the multiplexer that an environment tells of.
func Multiplexer(getenv func(string) string) string { return multiplexer(getenv) }

// Show runs the kiosk as the command does, and returns the exit code.
func Show(ctx context.Context, stdio Stdio, cfg tui.Config, second *os.File) int {
	a := &app{Stdio: stdio, running: true}
	err := a.show(ctx, cfg, runProgram, second)
	if err != nil {
		a.report(stdio.Err, fang.Styles{}, err)
	}
	return a.code(err)
}
