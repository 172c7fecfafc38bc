//go:build !linux && !darwin

package tui

import (
	"os"
	"time"
)

// comes would wait for what a terminal types; here Bubble Tea alone does.
func comes(*os.File, time.Duration) bool { return false }
