package cli_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"anketa/cli"
)

// TestMain runs the tests. Commands that read a database start the program once
// more, which is the test binary here: it then is the program.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && strings.HasPrefix(os.Args[1], "internal-") {
		os.Exit(cli.Run(context.Background(), os.Args[1:], cli.Stdio{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, cli.Files{}))
	}
	os.Exit(m.Run())
}
