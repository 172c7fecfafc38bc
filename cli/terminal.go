package cli

import (
	"io"
	"os"
	"slices"

	"github.com/charmbracelet/colorprofile"

	"anketa/tui"
)

// consoleTerm is what the Linux console calls itself.
const consoleTerm = "linux"

// coloursOf returns which colours an output takes. NO_COLOR takes them away
// whatever its value is (no-color.org); the library heeds only some values.
func coloursOf(out io.Writer, env []string, noColor string) colorprofile.Profile {
	profile := colorprofile.Detect(out, env)
	if slices.Contains(env, "TERM="+consoleTerm) {
		profile = min(profile, colorprofile.ANSI)
	}
	if noColor != "" {
		return min(profile, colorprofile.ASCII)
	}
	return profile
}

// terminalOf says what the terminal with a profile cannot show.
func terminalOf(profile colorprofile.Profile) tui.Terminal {
	return tui.Terminal{
		FewCharacters: os.Getenv("TERM") == consoleTerm,
		FewColours:    profile == colorprofile.ANSI,
		NoColours:     profile < colorprofile.ANSI,
		Still:         os.Getenv("NO_MOTION") != "",
	}
}
