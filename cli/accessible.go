package cli

import (
	"context"
	"os"
	"strings"

	"anketa/tui"
)

// accessibleVariable names the environment variable that asks for the linear mode.
const accessibleVariable = "ACCESSIBLE"

// asksAccessible reports whether the environment asks for the linear mode: by any
// value that does not say no.
func asksAccessible() bool {
	switch strings.ToLower(os.Getenv(accessibleVariable)) {
	case "", "0", "false", "no", "off":
		return false
	}
	return true
}

// runLinear talks to people on one terminal by lines of text.
func runLinear(ctx context.Context, cfg tui.Config, in, out *os.File) error {
	return tui.NewLinear(cfg).Run(ctx, in, out)
}
