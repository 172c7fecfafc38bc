//go:build !unix

package cli

import (
	"os"
	"runtime/debug"
)

// silence shortens what the Go runtime writes by itself when a program dies.
func silence(*os.File) (restore func()) {
	debug.SetTraceback("none")
	return func() {}
}
