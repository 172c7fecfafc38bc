package deploy_test

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The kiosk's foot has no key and no button: every documented action is bound to
// none, and nothing else is bound.
func TestFootBindings(t *testing.T) {
	known, bound := actions(t), bindings(read(t, "foot/kiosk.ini"))
	for _, action := range slices.Sorted(maps.Keys(known)) {
		if bound[action] != "none" {
			t.Errorf("%s is bound to %q", action, bound[action])
		}
	}
	for action := range bound {
		if _, ok := known[action]; !ok {
			t.Errorf("%s is not in the list of documented actions", action)
		}
	}
}

// The list of actions is complete against the foot of this machine: every action
// of its example configuration is in it.
func TestFootActionsComplete(t *testing.T) {
	const example = "/etc/xdg/foot/foot.ini"
	data, err := os.ReadFile(example)
	if err != nil {
		t.Skipf("foot is not installed here: %v", err)
	}
	known := actions(t)
	found := bindings(regexp.MustCompile(`(?m)^# ?`).ReplaceAllString(string(data), ""))
	if len(found) < 50 {
		t.Fatalf("%s names only %d actions", example, len(found))
	}
	for action := range found {
		if _, ok := known[action]; !ok {
			t.Errorf("foot has the action %s, which the list lacks", action)
		}
	}
}

// What is not a binding closes the rest: clipboard, scrollback, links, bells.
func TestFootSettings(t *testing.T) {
	section, got := "main", map[string]bool{}
	for _, line := range lines(read(t, "foot/kiosk.ini")) {
		if name, ok := strings.CutPrefix(line, "["); ok {
			section = strings.TrimSuffix(name, "]")
			continue
		}
		got[section+" "+line] = true
	}
	for _, want := range []string{"security osc52=disabled", "scrollback lines=0", "url launch=/bin/false", "bell notify=no", "main locked-title=yes"} {
		if !got[want] {
			t.Errorf("kiosk.ini lacks %q", want)
		}
	}
}

// The foot of this machine takes the configuration. An older one may only
// complain about what is marked as later; a misspelt action is seen.
func TestFootTakesConfiguration(t *testing.T) {
	need(t, "foot")
	ini := read(t, "foot/kiosk.ini")
	if complaint := check(t, ini); complaint != "" {
		t.Error(complaint)
	}
	if check(t, strings.Replace(ini, "spawn-terminal=", "spawn-terminals=", 1)) == "" {
		t.Error("foot did not complain about a misspelt action")
	}
}

// check asks foot about a configuration, and again without each line that is
// known to be too new for it; what else it complains about is returned.
func check(tb testing.TB, ini string) string {
	tb.Helper()
	later, file := actions(tb), filepath.Join(tb.TempDir(), "foot.ini")
	for {
		if err := os.WriteFile(file, []byte(ini), 0o600); err != nil {
			tb.Fatal(err)
		}
		out, err := exec.CommandContext(tb.Context(), "foot", "--config="+file, "--check-config").CombinedOutput()
		if err == nil {
			return ""
		}
		found := regexp.MustCompile(`\[([a-z-]+)\](?:\.([a-z-]+))?: .*(not a valid|invalid section)`).FindSubmatch(out)
		if found == nil {
			return string(out)
		}
		section, name, before := string(found[1]), string(found[2]), ini
		switch {
		case section == "security" && name == "":
			ini = strings.Replace(ini, "[security]\n", "", 1)
			ini = strings.Replace(ini, "osc52=disabled\n", "", 1)
		case later[section+" "+name]:
			head, tail, _ := strings.Cut(ini, "["+section+"]\n")
			tail = strings.Replace("\n"+tail, "\n"+name+"=none\n", "\n", 1)
			ini = head + "[" + section + "]" + tail
		}
		if ini == before {
			return string(out)
		}
	}
}

// actions returns the documented actions as "section action", and whether each
// came after version 1.13.
func actions(tb testing.TB) map[string]bool {
	tb.Helper()
	section, found := "", map[string]bool{}
	for _, line := range lines(read(tb, "foot/actions.txt")) {
		if name, ok := strings.CutPrefix(line, "["); ok {
			section = strings.TrimSuffix(name, "]")
			continue
		}
		action, later, _ := strings.Cut(line, " ")
		found[section+" "+action] = later == "later"
	}
	return found
}

// bindings returns what a configuration binds, by section and action.
func bindings(ini string) map[string]string {
	section, found := "", map[string]string{}
	for _, line := range lines(ini) {
		if name, ok := strings.CutPrefix(line, "["); ok {
			section = strings.TrimSuffix(name, "]")
			continue
		}
		action, keys, ok := strings.Cut(line, "=")
		// The example's own text binding and its last line are no actions.
		if action = strings.TrimSpace(action); ok && strings.HasSuffix(section, "-bindings") && !strings.ContainsAny(action, `\ `) {
			found[section+" "+action] = strings.TrimSpace(keys)
		}
	}
	return found
}
