package deploy_test

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// manual is the page about kiosk machines.
const manual = "../docs/kiosk-machine.md"

// The settings for Windows Terminal are JSON, and its keys are unbound.
func TestManualWindowsTerminal(t *testing.T) {
	block := regexp.MustCompile("(?s)```json\n(.*?)```").FindStringSubmatch(read(t, manual))
	if block == nil {
		t.Fatal("the page shows no settings")
	}
	var settings struct {
		Actions []struct{ Command, Keys string }
	}
	if err := json.Unmarshal([]byte(block[1]), &settings); err != nil {
		t.Fatal(err)
	}
	if len(settings.Actions) < 20 {
		t.Errorf("only %d keys are unbound", len(settings.Actions))
	}
	for _, action := range settings.Actions {
		if action.Command != "unbound" {
			t.Errorf("%s is bound to %q", action.Keys, action.Command)
		}
	}
}

// Everything that is put on the machine is put there by the script, and the page
// knows the names of the commands and files it speaks of.
func TestManualKnowsFiles(t *testing.T) {
	script, page := read(t, "install.sh"), read(t, manual)
	err := filepath.WalkDir(".", func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.Contains(file, string(filepath.Separator)) || entry.Name() == "actions.txt" {
			return err
		}
		if !strings.Contains(script, filepath.ToSlash(file)) && !strings.Contains(page, "deploy/"+filepath.ToSlash(file)) {
			t.Errorf("neither the script nor the page speaks of %s", file)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range regexp.MustCompile(`deploy/[a-z]+(?:/[a-z.-]+|\.sh)`).FindAllString(page, -1) {
		if _, err := os.Stat(filepath.Join("..", file)); err != nil {
			t.Errorf("the page speaks of %s: %v", file, err)
		}
	}
}

// Undoing it by the lines of the page leaves nothing of what the script put there.
func TestManualUndoes(t *testing.T) {
	_, undoing, _ := strings.Cut(read(t, manual), "### Undoing it")
	block := regexp.MustCompile("(?s)```\n(.*?)```").FindStringSubmatch(undoing)
	if block == nil {
		t.Fatal("the page does not say how to undo it")
	}
	for _, screen := range []string{"console", "cage"} {
		root := t.TempDir()
		install(t, root, screen)
		for _, line := range lines(block[1]) {
			files, ok := strings.CutPrefix(line, "sudo rm -f ")
			if !ok {
				continue
			}
			for _, file := range strings.Fields(files) {
				if err := os.Remove(filepath.Join(root, file)); err != nil && !os.IsNotExist(err) {
					t.Error(err)
				}
			}
		}
		err := filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
			if err == nil && !entry.IsDir() {
				t.Errorf("%s: %s is left", screen, strings.TrimPrefix(file, root))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// The page, the settings of the console and README.md name one font, whose
// characters are those of tui/console.txt.
func TestManualFont(t *testing.T) {
	const font = "FullCyrSlav-Terminus32x16"
	settings := lines(read(t, "console/console-setup"))
	for _, want := range []string{`CODESET="FullCyrSlav"`, `FONTFACE="Terminus"`, `FONTSIZE="16x32"`} {
		if !slices.Contains(settings, want) {
			t.Errorf("the settings lack %s", want)
		}
	}
	for _, file := range []string{manual, "../README.md"} {
		if page := read(t, file); !strings.Contains(page, font) || strings.Contains(page, "Uni2-") {
			t.Errorf("%s does not name %s alone", file, font)
		}
	}
}
