//go:build unix

package storage_test

import (
	"testing"

	"golang.org/x/sys/unix"
)

// unmasked takes the mask away that keeps others from new files, for one test.
func unmasked(t *testing.T) {
	t.Helper()
	before := unix.Umask(0)
	t.Cleanup(func() { unix.Umask(before) })
}
