package survey_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v4"

	"anketa/survey"
)

// compiled returns the schema, ready to look at files.
func compiled(tb testing.TB) *jsonschema.Schema {
	tb.Helper()
	return compiledFrom(tb, survey.Schema())
}

// compiledFrom returns a schema, ready to look at files.
func compiledFrom(tb testing.TB, text string) *jsonschema.Schema {
	tb.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		tb.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("anketa.schema.json", doc); err != nil {
		tb.Fatal(err)
	}
	compiled, err := c.Compile("anketa.schema.json")
	if err != nil {
		tb.Fatal(err)
	}
	return compiled
}

// instance returns what an editor sees of a YAML file: the values that a schema
// can look at.
func instance(n *yaml.Node) any {
	switch n.Kind {
	case yaml.DocumentNode:
		return instance(n.Content[0])
	case yaml.AliasNode:
		return instance(n.Alias)
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			m[n.Content[i].Value] = instance(n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		list := []any{}
		for _, item := range n.Content {
			list = append(list, instance(item))
		}
		return list
	}
	return scalarOf(n)
}

// scalarOf returns a single value with the type that YAML gives it.
func scalarOf(n *yaml.Node) any {
	switch n.ShortTag() {
	case "!!null":
		return nil
	case "!!bool":
		return strings.EqualFold(n.Value, "true")
	case "!!int":
		if i, err := strconv.ParseInt(n.Value, 0, 64); err == nil {
			return i
		}
	case "!!float":
		if f, err := strconv.ParseFloat(n.Value, 64); err == nil {
			return f
		}
	}
	return n.Value
}

// parse reads a YAML file that must be one.
func parse(tb testing.TB, data []byte) *yaml.Node {
	tb.Helper()
	var doc yaml.Node
	if err := yaml.Load(data, &doc); err != nil {
		tb.Fatal(err)
	}
	return &doc
}

// corpusFiles returns the names of the files in a folder of the corpus, of which
// there must be at least so many.
func corpusFiles(tb testing.TB, folder string, least int) []string {
	tb.Helper()
	files, err := filepath.Glob("testdata/corpus/" + folder + "/*.yaml")
	if err != nil || len(files) < least {
		tb.Fatalf("got %d files in %s and %v, want at least %d", len(files), folder, err, least)
	}
	return files
}

// read returns a file.
func read(tb testing.TB, name string) []byte {
	tb.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		tb.Fatal(err)
	}
	return data
}

// errorRules returns the rules of the errors in a survey file, each once.
func errorRules(file []byte) []string {
	_, findings := survey.Check(file)
	var rules []string
	for _, f := range findings.Of(survey.SeverityError) {
		if !slices.Contains(rules, f.Rule) {
			rules = append(rules, f.Rule)
		}
	}
	return rules
}

// What the corpus calls valid, loader and schema both take.
func TestSchemaTakesValidFiles(t *testing.T) {
	schema := compiled(t)
	files := append(corpusFiles(t, "valid", 30), "../questions.yaml")
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			data := read(t, name)
			if rules := errorRules(data); rules != nil {
				t.Errorf("the loader refuses it: %q", rules)
			}
			if err := schema.Validate(instance(parse(t, data))); err != nil {
				t.Errorf("the schema refuses it: %v", err)
			}
		})
	}
}

// What the corpus calls invalid, loader and schema both refuse. The loader has
// exactly one kind of mistake to report, which the first line names.
func TestSchemaRefusesInvalidFiles(t *testing.T) {
	schema := compiled(t)
	for _, name := range corpusFiles(t, "invalid", 60) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			data := read(t, name)
			wantRule(t, data)
			err := schema.Validate(instance(parse(t, data)))
			var refused *jsonschema.ValidationError
			if !errors.As(err, &refused) {
				t.Errorf("got %v, want the schema to refuse it", err)
			}
		})
	}
}

// What the corpus calls beyond, no schema can say: it takes the file, and the
// loader refuses it for the reason in the first line.
func TestSchemaLeavesTheRestToTheLoader(t *testing.T) {
	schema := compiled(t)
	for _, name := range corpusFiles(t, "beyond", 20) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			data := read(t, name)
			wantRule(t, data)
			if err := schema.Validate(instance(parse(t, data))); err != nil {
				t.Errorf("the schema refuses it: %v; it belongs to the invalid files", err)
			}
		})
	}
}

// wantRule fails unless the rules that a file breaks are those of its first
// line, “# rule: NAME” or “# rule: NAME NAME”.
func wantRule(tb testing.TB, file []byte) {
	tb.Helper()
	first, _, _ := strings.Cut(string(file), "\n")
	want, ok := strings.CutPrefix(first, "# rule: ")
	if !ok {
		tb.Fatalf("the first line is %q, want a rule", first)
	}
	if rules := errorRules(file); !slices.Equal(rules, strings.Fields(want)) {
		_, findings := survey.Check(file)
		tb.Errorf("got the rules %q, want %s:\n%v", rules, want, findings)
	}
}
