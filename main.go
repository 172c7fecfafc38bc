// Anketa is a training-evaluation kiosk for the terminal.
package main

import (
	"context"
	"embed"
	"os"
	"os/signal"

	"anketa/cli"
)

var (
	//go:embed questions.yaml
	questions []byte
	//go:embed examples/trainings-2022.csv
	trainings []byte
	//go:embed examples/trainings-2022.json
	written []byte
	//go:embed templates
	templates embed.FS
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), cli.Signals()...)
	defer stop()
	stdio := cli.Stdio{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}
	os.Exit(cli.Run(ctx, os.Args[1:], stdio, cli.Files{Survey: questions, Example: trainings, ExampleTexts: written, Templates: templates}))
}
