package faults

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// binaryVariable names the environment variable that holds the built program.
// Whoever sets it tests that one.
const binaryVariable = "ANKETA_FAULTS_BINARY"

// wholeVariable names the environment variable that asks for the whole programme.
const wholeVariable = "ANKETA_WHOLE"

// TestMain builds the program once, unless one is named, and runs the tests; or it
// is the child that the environment asks for.
func TestMain(m *testing.M) {
	if name := os.Getenv(childVariable); name != "" {
		os.Exit(runChild(name, os.Args[1:]))
	}
	code, err := buildAndRun(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(code)
}

// buildAndRun keeps the program in a folder that is gone afterwards.
func buildAndRun(m *testing.M) (code int, err error) {
	if os.Getenv(binaryVariable) != "" {
		return m.Run(), nil
	}
	dir, err := os.MkdirTemp("", "anketa-faults-*")
	if err != nil {
		return 0, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	program := filepath.Join(dir, "anketa")
	if out, err := exec.Command("go", "build", "-o", program, "..").CombinedOutput(); err != nil {
		return 0, fmt.Errorf("go build: %w\n%s", err, out)
	}
	if err := os.Setenv(binaryVariable, program); err != nil {
		return 0, err
	}
	return m.Run(), nil
}

// binary returns the built program.
func binary() string { return os.Getenv(binaryVariable) }

// times returns how often something is done: a slice of it, or the whole.
func times(slice, whole int) int {
	if os.Getenv(wholeVariable) != "" {
		return whole
	}
	return slice
}
