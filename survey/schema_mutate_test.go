package survey_test

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
	"pgregory.net/rapid"
)

// structural are the rules of what a schema can say: when the loader finds one
// of them broken, so does the schema.
func structural() []string {
	return []string{
		"empty-text", "empty-value", "list-length", "long-text", "missing-key", "name",
		"reserved-value", "scale-values", "shape", "unknown-key", "unknown-value", "wrong-kind",
	}
}

// partly are the rules of which a schema can say a part: a language tag may be
// well written and yet name no language.
func partly() []string {
	return []string{"breakdown", "condition", "duplicate-value", "headline", "language", "matrix", "number", "report", "time", "too-many", "unknown-scale"}
}

// However a good file is spoilt, what the schema refuses the loader refuses for
// a reason that a schema can know, and the schema refuses what the loader
// refuses for such a reason.
func TestSchemaAgreesOnSpoiltFiles(t *testing.T) {
	t.Parallel()
	schema := compiled(t)
	templates, err := filepath.Glob("../templates/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	files := append(corpusFiles(t, "valid", 30), append(templates, "../questions.yaml")...)
	for part := range 10 {
		t.Run(strconv.Itoa(part), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				file := spoilt(t, rapid.SampledFrom(files).Draw(t, "file"))
				var doc yaml.Node
				if err := yaml.Load(file, &doc); err != nil {
					t.Fatalf("%v\n%s", err, file)
				}
				rules := errorRules(file)
				refused := schema.Validate(instance(&doc))
				known := slices.ContainsFunc(rules, func(rule string) bool { return slices.Contains(structural(), rule) })
				half := slices.ContainsFunc(rules, func(rule string) bool { return slices.Contains(partly(), rule) })
				if refused != nil && !known && !half || refused == nil && known {
					t.Fatalf("the loader says %q, the schema says %v of\n%s", rules, refused, file)
				}
			})
		})
	}
}

// spoilt returns a file with one or two mistakes.
func spoilt(t *rapid.T, name string) []byte {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var doc yaml.Node
	if err := yaml.Load(data, &doc); err != nil {
		t.Fatal(err)
	}
	for range rapid.IntRange(1, 2).Draw(t, "times") {
		spoil(t, &doc)
	}
	file, err := yaml.Dump(&doc)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// spoil changes one place of a file.
func spoil(t *rapid.T, doc *yaml.Node) {
	nodes := below(doc.Content[0])
	n := nodes[rapid.IntRange(0, len(nodes)-1).Draw(t, "place")]
	switch {
	case n.Kind == yaml.MappingNode && len(n.Content) > 0 && rapid.Bool().Draw(t, "keys"):
		spoilKeys(t, n)
	case n.Kind == yaml.SequenceNode && len(n.Content) > 0 && rapid.Bool().Draw(t, "items"):
		spoilItems(t, n)
	default:
		*n = *rapid.SampledFrom(wrongValues()).Draw(t, "value")
	}
}

// below returns a node and all values below it; keys are left out.
func below(n *yaml.Node) []*yaml.Node {
	nodes := []*yaml.Node{n}
	for i, child := range n.Content {
		if n.Kind != yaml.MappingNode || i%2 == 1 {
			nodes = append(nodes, below(child)...)
		}
	}
	return nodes
}

// spoilKeys deletes a key, adds one, or calls one by another name.
func spoilKeys(t *rapid.T, n *yaml.Node) {
	at := 2 * rapid.IntRange(0, len(n.Content)/2-1).Draw(t, "key")
	name := rapid.SampledFrom([]string{
		"not known", "zzz", "id", "kind", "text", "title", "scale", "options", "other", "headline", "required",
		"min", "max", "reverse", "lines", "consent", "when", "is", "all", "not", "section", "matrix", "questions", "points", "en",
	}).Draw(t, "name")
	taken := slices.ContainsFunc(n.Content, func(child *yaml.Node) bool { return child.Value == name })
	key := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: name}
	switch rapid.SampledFrom([]string{"delete", "add", "rename"}).Draw(t, "change") {
	case "delete":
		n.Content = slices.Delete(slices.Clone(n.Content), at, at+2)
	case "add":
		if !taken {
			n.Content = append(n.Content, key, rapid.SampledFrom(wrongValues()).Draw(t, "value"))
		}
	default:
		if !taken {
			n.Content[at] = key
		}
	}
}

// spoilItems empties a list, leaves out an item or repeats one.
func spoilItems(t *rapid.T, n *yaml.Node) {
	at := rapid.IntRange(0, len(n.Content)-1).Draw(t, "item")
	switch rapid.SampledFrom([]string{"empty", "delete", "repeat"}).Draw(t, "change") {
	case "empty":
		n.Content = nil
	case "delete":
		n.Content = slices.Delete(slices.Clone(n.Content), at, at+1)
	default:
		n.Content = append(slices.Clone(n.Content), n.Content[at])
	}
}

// wrongValues returns values that are right in few places or in none.
func wrongValues() []*yaml.Node {
	values := []*yaml.Node{
		{Kind: yaml.SequenceNode},
		{Kind: yaml.MappingNode},
		{Kind: yaml.SequenceNode, Content: []*yaml.Node{{Kind: yaml.ScalarNode, Tag: "!!str", Value: "x"}}},
		{Kind: yaml.MappingNode, Content: []*yaml.Node{
			{Kind: yaml.ScalarNode, Tag: "!!str", Value: "en"}, {Kind: yaml.ScalarNode, Tag: "!!str", Value: "x"},
		}},
		{Kind: yaml.ScalarNode, Tag: "!!null", Value: "null"},
		{Kind: yaml.ScalarNode, Tag: "!!bool", Value: "true"},
		{Kind: yaml.ScalarNode, Tag: "!!int", Value: "5000000"},
		{Kind: yaml.ScalarNode, Tag: "!!int", Value: "-5000000"},
		{Kind: yaml.ScalarNode, Tag: "!!int", Value: "1"},
		{Kind: yaml.ScalarNode, Tag: "!!float", Value: "1.5"},
	}
	for _, word := range []string{"", " ", "x", "na", "other", "likert", "text", "two words", "true", "12", "90s", "3h", strings.Repeat("ž", 301)} {
		values = append(values, &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Style: yaml.DoubleQuotedStyle, Value: word})
	}
	return values
}

// Each rule is of one sort only, and the corpus knows it: the files in invalid
// break rules that a schema can know, at least in part.
func TestSchemaRulesAreInTheCorpus(t *testing.T) {
	inCorpus := map[string]bool{}
	for _, folder := range []string{"invalid", "beyond"} {
		for _, name := range corpusFiles(t, folder, 20) {
			first, _, _ := strings.Cut(string(read(t, name)), "\n")
			for _, rule := range strings.Fields(strings.TrimPrefix(first, "# rule: ")) {
				inCorpus[folder+" "+rule] = true
				if folder == "invalid" && !slices.Contains(structural(), rule) && !slices.Contains(partly(), rule) {
					t.Errorf("%s: the schema knows the rule %s, which is in no list", name, rule)
				}
				if folder == "beyond" && slices.Contains(structural(), rule) && rule != "unknown-value" {
					t.Errorf("%s: the schema cannot know the rule %s, which is called structural", name, rule)
				}
			}
		}
	}
	for _, rule := range append(structural(), partly()...) {
		if !inCorpus["invalid "+rule] {
			t.Errorf("no invalid file breaks the rule %s", rule)
		}
	}
	for _, rule := range partly() {
		if !inCorpus["beyond "+rule] {
			t.Errorf("no file beyond the schema breaks the rule %s", rule)
		}
	}
}
