package survey_test

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"anketa/survey"
	"anketa/tui/likert"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing with them")

// lintFolder holds a file for each rule and what is found in it.
const lintFolder = "testdata/lint"

// lintFiles returns the names of the files there, without their ending.
func lintFiles(tb testing.TB) []string {
	tb.Helper()
	paths, err := filepath.Glob(lintFolder + "/*.yaml")
	if err != nil {
		tb.Fatal(err)
	}
	var names []string
	for _, path := range paths {
		if name := strings.TrimSuffix(filepath.Base(path), ".yaml"); !strings.HasSuffix(name, ".before") {
			names = append(names, name)
		}
	}
	if len(names) < 30 {
		tb.Fatalf("%d files were found, want at least 30", len(names))
	}
	return names
}

// lintFile looks at one of the files, with the surveys before it when there are any.
func lintFile(tb testing.TB, name string) (*survey.Survey, survey.Findings) {
	tb.Helper()
	o := survey.LintOptions{Fits: fits}
	if before, err := os.Open(filepath.Join(lintFolder, name+".before.yaml")); err == nil {
		defer before.Close()
		s, err := survey.Load(before)
		if err != nil {
			tb.Fatal(err)
		}
		o.Earlier = []survey.Earlier{{Survey: s, Sessions: []string{"Niš", "Novi Sad", "Subotica", "Bor", "Pirot"}}}
	}
	return survey.Lint(read(tb, filepath.Join(lintFolder, name+".yaml")), o)
}

// fits asks the widget of the kiosk, on a terminal of 80 columns.
func fits(q *survey.Question, lang survey.Lang) bool { return likert.Fits(q, lang, 76) }

// golden writes findings as they are kept: place, width, rule and the exact text.
func golden(findings survey.Findings) string {
	var b strings.Builder
	for _, f := range findings {
		fmt.Fprintf(&b, "%d:%d+%d: %s %s: %s; %s\n", f.Line, f.Column, f.Width, f.Severity, f.Rule, f.Message, f.Repair)
	}
	return b.String()
}

// TestLint holds everything that is found in each file, letter by letter. A file
// is refused when and only when there are errors. `go test ./survey -update`
// writes what is found anew.
func TestLint(t *testing.T) {
	for _, name := range lintFiles(t) {
		t.Run(name, func(t *testing.T) {
			s, findings := lintFile(t, name)
			if failed := len(findings.Of(survey.SeverityError)) > 0; failed != (s == nil) {
				t.Errorf("there are errors: %t, and a survey: %t", failed, s != nil)
			}
			got, path := golden(findings), filepath.Join(lintFolder, name+".txt")
			if *update {
				if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if want := string(read(t, path)); got != want {
				t.Errorf("got\n%swant\n%s", got, want)
			}
		})
	}
}

// TestRules holds that the list of rules is the list of what the source reports,
// and that the files above have a case for each of them.
func TestRules(t *testing.T) {
	rules := survey.Rules()
	slices.Sort(rules)
	if written := writtenRules(t); !slices.Equal(rules, written) {
		t.Errorf("the list has the rules\n%q\nthe source reports\n%q", rules, written)
	}
	// One file of its size is enough.
	seen := []string{"too-large"}
	for _, name := range lintFiles(t) {
		_, findings := lintFile(t, name)
		for _, f := range findings {
			if f.Severity != survey.SeverityError && f.Severity != survey.SeverityWarning {
				t.Errorf("%s: %s has the severity %q", name, f.Rule, f.Severity)
			}
			seen = append(seen, f.Rule)
		}
	}
	slices.Sort(seen)
	if seen = slices.Compact(seen); !slices.Equal(rules, seen) {
		t.Errorf("the list has the rules\n%q\nthe files have cases for\n%q", rules, seen)
	}
}

// writtenRules returns the rules that stand in the source, in a call that
// reports or as the rule of a finding.
func writtenRules(tb testing.TB) []string {
	tb.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		tb.Fatal(err)
	}
	at := map[string]int{"report": 1, "warn": 1, "findingAt": 2, "wholeFile": 0, "lintPhrase": 3}
	var rules []string
	note := func(e ast.Expr) {
		if literal, ok := e.(*ast.BasicLit); ok && literal.Kind == token.STRING {
			rule, _ := strconv.Unquote(literal.Value)
			rules = append(rules, rule)
		}
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			tb.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				if i, ok := at[called(n)]; ok {
					note(n.Args[i])
				}
			case *ast.AssignStmt:
				for i, left := range n.Lhs {
					if field, ok := left.(*ast.SelectorExpr); ok && field.Sel.Name == "Rule" {
						note(n.Rhs[i])
					}
				}
			}
			return true
		})
	}
	slices.Sort(rules)
	return slices.Compact(rules)
}

// called returns the name of what is called.
func called(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.SelectorExpr:
		return f.Sel.Name
	case *ast.Ident:
		return f.Name
	}
	return ""
}
