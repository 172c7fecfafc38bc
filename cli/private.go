package cli

import (
	"io"
	"log/slog"
	"os"

	"github.com/charmbracelet/x/ansi"
)

// keepPrivate makes sure that what people type stays inside the process: no core
// dump, no reading of its memory by others, and none of the traces that the
// library of the screen writes, keys and all, where the environment asks for
// them. What the system refuses is told to the operator and stops nobody.
func keepPrivate(log *slog.Logger) {
	for _, trace := range []string{"TEA_TRACE", "TEA_DEBUG"} {
		if os.Getenv(trace) != "" {
			_ = os.Unsetenv(trace)
			log.Warn("the kiosk writes no traces, because they would hold answers", "ignored", trace)
		}
	}
	if err := hideMemory(); err != nil {
		log.Warn("this system does not let the kiosk hide its memory", "error", err)
	}
}

// clearScrollback erases what a terminal keeps above its screen. It is for the
// end of the program, behind the screen on which people answered.
func clearScrollback(terminal io.Writer) {
	// A terminal that is gone keeps nothing.
	_, _ = io.WriteString(terminal, ansi.ResetModeSynchronizedOutput+ansi.EraseEntireDisplay)
}
