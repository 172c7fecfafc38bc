package tui_test

import (
	"fmt"
	"hash/fnv"
	"os"
	"slices"
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

// sample returns some of several things, which depend on a name alone, or all of
// them where nothing may be left out.
func sample[T any](name string, all []T, n int) []T {
	if len(all) <= n || whole() {
		return all
	}
	hash := fnv.New32a()
	_, _ = hash.Write([]byte(name))
	at := int(hash.Sum32() % uint32(len(all)))
	return append(slices.Clone(all[at:]), all[:at]...)[:n]
}
