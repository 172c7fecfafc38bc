// Package cli is the command line: it reads flags, puts the other packages
// together and turns errors into sentences and exit codes. It is the only
// package that knows all the others.
package cli

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"

	"charm.land/fang/v2"
	"github.com/spf13/cobra"
)

// Exit codes.
const (
	// ExitDone says that all went well.
	ExitDone = 0
	// ExitInput says that the input is wrong or a check failed.
	ExitInput = 1
	// ExitUsage says that the command was called wrongly.
	ExitUsage = 2
	// ExitLocked says that another anketa uses the database.
	ExitLocked = 3
	// ExitDamaged says that the database is damaged.
	ExitDamaged = 4
)

// Stdio is where a command reads and writes.
type Stdio struct {
	In       *os.File
	Out, Err io.Writer
}

// Files are the files inside the program.
type Files struct {
	// Survey is the survey that is used when no file is named.
	Survey []byte
	// Example holds the responses that the demo shows, as CSV.
	Example []byte
	// ExampleTexts holds what stands beside its figures in the report, as JSON.
	ExampleTexts []byte
	// Templates holds the surveys to begin with, as templates/NAME.yaml.
	Templates fs.FS
}

// app is what all commands share.
type app struct {
	Stdio
	files Files
	// running is true once a command's own work began: errors before that are
	// errors of usage.
	running bool
}

// Run carries out a command line and returns the exit code. The context ends
// whatever runs.
func Run(ctx context.Context, args []string, stdio Stdio, files Files) int {
	a := &app{Stdio: stdio, files: files}
	root := newKioskCommand(a)
	root.Use = "anketa"
	root.Short = "A kiosk for evaluating trainings, in the terminal"
	root.AddCommand(newKioskCommand(a), newDemoCommand(a), newCheckCommand(a), newSchemaCommand(a), newNewCommand(a), newImportCommand(a), newResultsCommand(a), newSessionCommand(a), newCardCommand(a),
		newMergeCommand(a), newVerifyCommand(a), newBackupCommand(a), newPurgeCommand(a), newRescueCommand(a), newProbeCommand(a), newReadCommand(a))
	root.AddCommand(newReportCommand(a))
	root.AddCommand(newConsoleCommand(a))
	root.AddCommand(newExportCommand(a))
	root.AddCommand(newXLSFormCommand(a))
	root.AddCommand(newPaperCommand(a), newEnterCommand(a))
	root.SetArgs(args)
	root.SetIn(stdio.In)
	root.SetOut(stdio.Out)
	root.SetErr(stdio.Err)
	err := fang.Execute(ctx, root, fang.WithErrorHandler(a.report), fang.WithoutManpage(), fang.WithoutCompletions())
	return a.code(err)
}

// run wraps the work of a command.
func (a *app) run(work func(ctx context.Context, args []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		a.running = true
		return work(cmd.Context(), args)
	}
}

// report writes an error as a sentence that says what to do.
func (a *app) report(w io.Writer, _ fang.Styles, err error) {
	_, _ = fmt.Fprintln(w, a.sentence(err))
}
