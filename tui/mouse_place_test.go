package tui_test

import (
	"image"
	"regexp"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"anketa/tui"
)

// textIn returns what stands in an area of a view, line by line.
func textIn(view string, area image.Rectangle) []string {
	lines := strings.Split(view, "\n")
	var in []string
	for y := area.Min.Y; y < area.Max.Y; y++ {
		line := ""
		if y < len(lines) {
			line = ansi.Cut(lines[y], area.Min.X, area.Max.X)
		}
		in = append(in, line)
	}
	return in
}

// keyNames says how keys are written on the screen.
var keyNames = map[string]string{
	"enter": "Enter", "backspace": "Backspace", "esc": "Esc", "tab": "Tab", "up": "↑", "down": "↓", "left": "←", "right": "→", "pgdown": "▼ …",
}

// written returns how the key of a target is written.
func written(key string) string {
	if name, ok := keyNames[key]; ok {
		return name
	}
	return key
}

// names reports whether a text begins with the name of a key: the space bar alone is
// called differently in every language.
func names(text, key string) bool {
	if key == "space" {
		return spaceBar.MatchString(text)
	}
	return strings.HasPrefix(text, written(key))
}

// offered says how what stands on a target of the screen begins, and how the
// last line of a box ends.
var (
	offered = regexp.MustCompile(`^[┌╔].*[┐╗]$|^[ ›][ ●] (?:10| ?[0-9a-z])  \S|^[ ›][ ●] {3,4}[^(\[\s]|^[ ›] \[[ x]\] |^[ ›] [1-9 ] [^(\[\s]|^\[ .* \]$|^  Enter  .*  $`)
	// asksAgain matches the line that waits for the key of the next person once more.
	asksAgain = regexp.MustCompile(`^\S+ Tab ⇥ .*:.*\.$`)

	spaceBar = regexp.MustCompile(`^(?:Space|Razmak|Размак) `)

	// inTabs matches the names of the tabs of the console, item the beginning of
	// something that can be chosen there; more of it may stand above.
	inTabs = regexp.MustCompile(`\n +(?:[1-8] \S.*)?\[[1-8] [^\]]+\]`)
	item   = regexp.MustCompile(`^(?:▶|  )`)

	boxEnds = regexp.MustCompile(`^[└╚].*[┘╝]$`)
	mark    = regexp.MustCompile(`[(\[][ ●][)\]]`)
	pointed = regexp.MustCompile(`^(?:  \S.*\S  |[● ] [1-3] \S.*\S|[ ●]{2} n  \S.*|\S.*\S|\S)$`)
)

// misplaced says what is wrong with the place of a target, or nothing.
func misplaced(view string, t tui.Target, all []tui.Target) string {
	text := textIn(view, t.Area)
	first, last := text[0], text[len(text)-1]
	outside := textIn(view, image.Rect(t.Area.Min.X-1, t.Area.Min.Y, t.Area.Min.X, t.Area.Min.Y+1))[0] +
		textIn(view, image.Rect(t.Area.Max.X, t.Area.Min.Y, t.Area.Max.X+1, t.Area.Min.Y+1))[0]
	if t.Area.Min.X == 0 {
		outside = ""
	}
	switch {
	case t.Key == "" && len(mark.FindAllString(first, -1)) == 1 && !offered.MatchString(first):
		if !tiles(view, t, all) {
			return "is no cell"
		}
	case strings.Trim(outside, " ↑↓←→┌┐╔╗[]") != "":
		return "leaves out " + outside
	case t.Key != "":
		name := strings.TrimLeft(first, " ●")
		if !pointed.MatchString(first) || !names(name, t.Key) && !asksAgain.MatchString(name) {
			return "does not name its key"
		}
	case t.Scrolls:
		if trimmed := strings.TrimSpace(first); trimmed != "▲ …" && trimmed != "▼ …" {
			return "is no sign"
		}
	case t.Key == "" && inTabs.MatchString(view):
		if !item.MatchString(first) {
			return "is no item of the console"
		}
	case onForm(view):
		// The name may be so long that its field begins above.
		if strings.TrimSpace(first) == "" || strings.HasPrefix(first, " ") && t != all[0] {
			return "is no line of the form"
		}
	case !offered.MatchString(first) && !cutAbove(view, t):
		return "is nothing that can be chosen"
	case strings.ContainsAny(first[:3], "┌╔") && !boxEnds.MatchString(last):
		return "does not end with its box"
	}
	return ""
}

// tiles reports whether a cell of a row is followed by the next one, or by the
// end of the line.
func tiles(view string, t tui.Target, all []tui.Target) bool {
	for _, next := range all {
		if next.Area.Min == image.Pt(t.Area.Max.X, t.Area.Min.Y) {
			return true
		}
	}
	return ansi.StringWidth(strings.Split(view, "\n")[t.Area.Min.Y]) == t.Area.Max.X
}

// onForm reports whether the form for a new session is shown.
func onForm(view string) bool {
	for _, name := range []string{"New training", "Nova obuka", "Нова обука"} {
		if strings.Contains(view, name) {
			return true
		}
	}
	return false
}

// cutAbove reports whether a target is the end of what begins above its list.
func cutAbove(view string, t tui.Target) bool {
	lines := strings.Split(view, "\n")
	return t.Area.Min.Y > 0 && strings.Contains(lines[t.Area.Min.Y-1], "▲ …")
}
