package tui_test

import (
	"fmt"
	"hash/fnv"
	"os"
	"testing"
)

// wholeVariable makes the tests that go over all screens leave nothing out.
const wholeVariable = "ANKETA_WHOLE"

// whole reports whether nothing may be left out.
func whole() bool { return os.Getenv(wholeVariable) != "" }

// memory is where Linux keeps files in memory.
const memory = "/dev/shm"

// TestMain keeps the databases of these tests in memory where the system can:
// that answers reach the disk is for the tests of storage and of the whole
// program, and each of several thousand kiosks would wait for it.
func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp(memory, "anketa-tui-")
	if err != nil {
		os.Exit(m.Run())
	}
	if err := os.Setenv("TMPDIR", dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	if err := os.RemoveAll(dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
		code = 1
	}
	os.Exit(code)
}

// sampled returns a number below n that depends on a name alone, for a sample
// that is the same in every run.
func sampled(name string, n int) int {
	hash := fnv.New32a()
	_, _ = hash.Write([]byte(name))
	return int(hash.Sum32() % uint32(n))
}
