package main_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// module is the path of our own packages.
const module = "anketa"

// listed is what `go list` says of a package.
type listed struct {
	ImportPath, Dir string
	GoFiles         []string
	Imports, Deps   []string
}

// list runs `go list` over packages.
func list(tb testing.TB, args ...string) []listed {
	tb.Helper()
	out, err := exec.CommandContext(tb.Context(), "go", append([]string{"list", "-json=ImportPath,Dir,GoFiles,Imports,Deps"}, args...)...).Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			tb.Fatalf("go list: %v\n%s", err, exit.Stderr)
		}
		tb.Fatal(err)
	}
	var packages []listed
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listed
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			tb.Fatal(err)
		}
		packages = append(packages, p)
	}
}

// rules says which packages may import which.
type rules struct {
	// own holds, for each package of ours, which others of ours it may import.
	own map[string][]string
	// foreign holds, for each module of others, the only packages that may import it.
	foreign map[string][]string
}

// house returns the rules of DESIGN.md §3.
func house() rules {
	all := []string{"survey", "results", "storage", "exchange", "exchange/xlsform", "report", "tui", "tui/likert", "tui/marks", "tui/grid", "tui/chart", "tui/big", "internal/apart", "cli/excerpt"}
	return rules{
		own: map[string][]string{
			"":                    {"cli"},
			"cli":                 all,
			"cli/excerpt":         {"survey"},
			"survey":              {},
			"survey/surveytest":   {"survey"},
			"results":             {"survey"},
			"storage":             {"survey", "results"},
			"storage/storagetest": {"survey", "storage"},
			"results/resultstest": {},
			"exchange":            {"survey", "results"},
			"exchange/xlsform":    {"survey", "exchange"},
			"report":              {"survey", "results"},
			"tui":                 {"survey", "results", "tui/likert", "tui/marks", "tui/grid", "tui/chart", "tui/big"},
			"tui/likert":          {"survey"},
			"tui/marks":           {"survey", "tui/likert"},
			"tui/grid":            {"survey", "tui/likert"},
			"tui/chart":           {"results"},
			"tui/big":             {},
			"internal/apart":      {},
			"internal/terminal":   {},
			"internal/disk":       {},
			"deploy":              {},
			"docs":                {},
			"docs/pictures":       {"internal/terminal"},
			"e2e":                 {},
			"faults":              {},
			"secrecy":             {},
		},
		foreign: map[string][]string{
			"charm.land/huh/v2":               {"tui"},
			"charm.land/bubbletea/v2":         {"tui", "tui/likert", "tui/marks", "tui/grid", "cli"},
			"go.etcd.io/bbolt":                {"storage"},
			"go.yaml.in/yaml/v4":              {"survey"},
			"github.com/agnivade/levenshtein": {"survey"},
			"github.com/spf13/cobra":          {"cli"},
			"charm.land/fang/v2":              {"cli"},
			"golang.org/x/crypto":             {"storage"},
			"gonum.org/v1/gonum":              {"results"},
			"testing":                         {"storage/storagetest", "internal/disk"},
			"github.com/creack/pty":           {"internal/terminal"},
			"github.com/tdewolff/canvas":      {"report"},
			"github.com/xuri/excelize/v2":     {"exchange", "exchange/xlsform"},
			"github.com/tdewolff/font":        {"report"},
			"github.com/charmbracelet/x/vt":   {"internal/terminal"},
		},
	}
}

// breaches returns the imports that the rules do not allow.
func (r rules) breaches(packages []listed) []string {
	var found []string
	for _, p := range packages {
		name := strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, module), "/")
		allowed, known := r.own[name]
		if !known {
			found = append(found, fmt.Sprintf("the package %s is not in the rules", p.ImportPath))
			continue
		}
		for _, imported := range p.Imports {
			if own, ours := strings.CutPrefix(imported, module+"/"); ours && !slices.Contains(allowed, own) {
				found = append(found, fmt.Sprintf("%s imports %s", p.ImportPath, imported))
			}
			for path, only := range r.foreign {
				if (imported == path || strings.HasPrefix(imported, path+"/")) && !slices.Contains(only, name) {
					found = append(found, fmt.Sprintf("%s imports %s", p.ImportPath, imported))
				}
			}
		}
	}
	return found
}

// TestImports holds the import directions of DESIGN.md §3: our own packages
// import each other only along the arrows, and each large library has one home.
// What only tests import is free.
func TestImports(t *testing.T) {
	for _, breach := range house().breaches(list(t, "./...")) {
		t.Error(breach)
	}
}

// TestImportsChecker holds that the test above would see a forbidden pair, an
// unknown package and a library away from its home.
func TestImportsChecker(t *testing.T) {
	for _, c := range []struct {
		p    listed
		want int
	}{
		{listed{ImportPath: "anketa/tui", Imports: []string{"anketa/survey", "charm.land/huh/v2", "fmt"}}, 0},
		{listed{ImportPath: "anketa", Imports: []string{"anketa/cli"}}, 0},
		{listed{ImportPath: "anketa/tui", Imports: []string{"anketa/storage"}}, 1},
		{listed{ImportPath: "anketa/survey", Imports: []string{"anketa/results", "charm.land/huh/v2"}}, 2},
		{listed{ImportPath: "anketa/tui", Imports: []string{"go.etcd.io/bbolt/errors"}}, 1},
		{listed{ImportPath: "anketa/cli", Imports: []string{"charm.land/huh/v2/spinner"}}, 1},
		{listed{ImportPath: "anketa/shortcut"}, 1},
		{listed{ImportPath: "anketa", Imports: []string{"anketa/tui"}}, 1},
		{listed{ImportPath: "anketa/tui", Imports: []string{"testing"}}, 1},
	} {
		if got := house().breaches([]listed{c.p}); len(got) != c.want {
			t.Errorf("%s importing %q: got the breaches %q, want %d", c.p.ImportPath, c.p.Imports, got, c.want)
		}
	}
}

// TestNoWayOut holds that nothing in the program can start another one: neither
// the text field's editor nor anything else. One package starts this program
// itself, and the screens do not know it (TestImports). The fields of huh, which could, are
// made in one file only. Negative control: a call of tea.Exec anywhere.
func TestNoWayOut(t *testing.T) {
	for _, p := range list(t, "-deps", ".") {
		if p.ImportPath != module && !strings.HasPrefix(p.ImportPath, module+"/") {
			continue
		}
		for _, imported := range p.Imports {
			if imported == "os/exec" && p.ImportPath != module+"/internal/apart" || imported == "plugin" || imported == "unsafe" {
				t.Errorf("%s imports %s", p.ImportPath, imported)
			}
		}
		for _, name := range p.GoFiles {
			for _, wrong := range escapes(t, filepath.Join(p.Dir, name), p.ImportPath == "anketa/tui" && name == "form.go") {
				t.Error(wrong)
			}
		}
	}
}

// escapes returns what a file uses that could start a program. Only the file
// that makes huh's fields may make them, and it must turn their editor off.
func escapes(tb testing.TB, file string, makesFields bool) []string {
	tb.Helper()
	set := token.NewFileSet()
	parsed, err := parser.ParseFile(set, file, nil, parser.SkipObjectResolution)
	if err != nil {
		tb.Fatal(err)
	}
	var found []string
	texts, editorsOff := 0, 0
	ast.Inspect(parsed, func(n ast.Node) bool {
		selector, ok := n.(*ast.SelectorExpr)
		if !ok {
			return true
		}
		pkg, _ := selector.X.(*ast.Ident)
		name := selector.Sel.Name
		if pkg != nil {
			name = pkg.Name + "." + name
		}
		switch name {
		case "tea.Exec", "tea.ExecProcess", "tea.Suspend", "huh.NewFilePicker", "huh.NewDefaultKeyMap", "os.StartProcess", "syscall.Exec", "syscall.ForkExec":
			found = append(found, set.Position(n.Pos()).String()+" uses "+name)
		case "huh.NewText", "huh.NewInput":
			if !makesFields {
				found = append(found, set.Position(n.Pos()).String()+" uses "+name)
			}
			texts += strings.Count(name, "NewText")
		}
		return true
	})
	ast.Inspect(parsed, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok {
			selector, _ := call.Fun.(*ast.SelectorExpr)
			if selector != nil && selector.Sel.Name == "ExternalEditor" && len(call.Args) == 1 && isFalse(call.Args[0]) {
				editorsOff++
			}
		}
		return true
	})
	if texts != editorsOff {
		found = append(found, file+" makes a text field whose editor is on: "+strconv.Itoa(texts-editorsOff))
	}
	return found
}

// TestNoWayOutChecker holds that the test above would see what it looks for.
func TestNoWayOutChecker(t *testing.T) {
	for body, want := range map[string]int{
		"huh.NewText().ExternalEditor(false).Lines(3)": 1,
		"huh.NewInput()":          1,
		"tea.ExecProcess(c, nil)": 1,
		"tea.Quit()":              0,
	} {
		file := filepath.Join(t.TempDir(), "file.go")
		if err := os.WriteFile(file, []byte("package p\n\nfunc f() { "+body+" }\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := escapes(t, file, false); len(got) != want {
			t.Errorf("%s: got %q, want %d findings", body, got, want)
		}
	}
	file := filepath.Join(t.TempDir(), "form.go")
	if err := os.WriteFile(file, []byte("package p\n\nfunc f() { huh.NewText().Lines(3); huh.NewInput() }\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := escapes(t, file, true); len(got) != 1 {
		t.Errorf("a text field with its editor on gave %q, want one finding", got)
	}
}

// isFalse reports whether an expression is the word false.
func isFalse(e ast.Expr) bool {
	ident, ok := e.(*ast.Ident)
	return ok && ident.Name == "false"
}
