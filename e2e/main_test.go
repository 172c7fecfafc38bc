package e2e

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// binaryVariable names the environment variable that holds the built program.
// Whoever sets it tests that one.
const binaryVariable = "ANKETA_E2E_BINARY"

// TestMain builds the program once, unless one is named, and runs the tests.
func TestMain(m *testing.M) {
	if err := runAtOnce(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code, err := buildAndRun(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(code)
}

// atOnce is how many tests run at once where -parallel does not say it: most of
// them wait for a screen most of the time.
const atOnce = "8"

// runAtOnce sets how many tests run at once.
func runAtOnce() error {
	flag.Parse()
	asked := false
	flag.Visit(func(f *flag.Flag) { asked = asked || f.Name == "test.parallel" })
	if asked {
		return nil
	}
	return flag.Set("test.parallel", atOnce)
}

// buildAndRun keeps the program in a folder that is gone afterwards.
func buildAndRun(m *testing.M) (code int, err error) {
	if os.Getenv(binaryVariable) != "" {
		return m.Run(), nil
	}
	dir, err := os.MkdirTemp("", "anketa-e2e-*")
	if err != nil {
		return 0, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	program := filepath.Join(dir, "anketa")
	if err := build(program, ".."); err != nil {
		return 0, err
	}
	if err := os.Setenv(binaryVariable, program); err != nil {
		return 0, err
	}
	return m.Run(), nil
}

// build compiles the program in a folder.
func build(program, folder string) error {
	if out, err := exec.Command("go", "build", "-o", program, folder).CombinedOutput(); err != nil {
		return fmt.Errorf("go build %s: %w\n%s", folder, err, out)
	}
	return nil
}

// binary returns the built program.
func binary() string { return os.Getenv(binaryVariable) }
