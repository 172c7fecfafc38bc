package survey_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"anketa/survey"
)

// Nothing stands in the schema without need, and the corpus is complete: take
// away any of its demands, and some file that must be refused is taken.
func TestSchemaNeedsEachOfItsDemands(t *testing.T) {
	t.Parallel()
	var texts [][]byte
	for _, name := range corpusFiles(t, "invalid", 60) {
		texts = append(texts, read(t, name))
	}
	// Few demands need the large files, which take long.
	slices.SortFunc(texts, func(a, b []byte) int { return len(a) - len(b) })
	var files []any
	for _, text := range texts {
		files = append(files, instance(parse(t, text)))
	}
	for wrong := range survey.MaxPoints {
		file := head + "scales:\n  s:\n    points:\n" + wrongDegrees(wrong) + ask
		if rules := errorRules([]byte(file)); !slices.Equal(rules, []string{"scale-values"}) {
			t.Errorf("point %d: got %q", wrong+1, rules)
		}
		files = append(files, instance(parse(t, []byte(file))))
	}
	doc := schemaDoc(t)
	found := 0
	for _, d := range demands("", map[string]any(doc)) {
		found++
		value := d.of[d.key]
		delete(d.of, d.key)
		weaker := compile(t, doc)
		if !slices.ContainsFunc(files, func(file any) bool { return weaker.Validate(file) == nil }) {
			t.Errorf("%s/%s: no invalid file needs it", d.where, d.key)
		}
		d.of[d.key] = value
	}
	if found < 90 {
		t.Errorf("only %d demands were found", found)
	}
}

// wrongDegrees returns the points of the longest scale, of which one has a value
// that belongs to none.
func wrongDegrees(wrong int) string {
	var b strings.Builder
	for i := range survey.MaxPoints {
		value := i + 1
		if i == wrong {
			value = 99
		}
		fmt.Fprintf(&b, "      - { value: %d, label: L }\n", value)
	}
	return b.String()
}

// demand is a keyword of the schema that refuses something.
type demand struct {
	where, key string
	of         map[string]any
}

// demands returns all demands in a part of the schema, in a fixed order.
func demands(where string, part any) []demand {
	var all []demand
	switch part := part.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(part)) {
			if isDemand(where, key, part[key]) {
				all = append(all, demand{where, key, part})
			}
			// What stands under these keywords refuses nothing by itself.
			if key != "if" && key != "not" && key != "default" && key != "examples" {
				all = append(all, demands(where+"/"+key, part[key])...)
			}
		}
	case []any:
		for i, item := range part {
			all = append(all, demands(fmt.Sprintf("%s/%d", where, i), item)...)
		}
	}
	return all
}

// isDemand reports whether a key with a value is a keyword that refuses
// something by itself; a property may have the same name as a keyword.
func isDemand(where, key string, value any) bool {
	_, isObject := value.(map[string]any)
	switch key {
	case "type", "enum", "const", "pattern", "minimum", "maximum", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "additionalProperties", "not":
		return !isObject || key == "not" && where != "/$defs/condition/else/properties"
	case "required":
		_, isList := value.([]any)
		return isList
	}
	return false
}

// compile makes a schema of a document.
func compile(tb testing.TB, doc node) *jsonschema.Schema {
	tb.Helper()
	data, err := json.Marshal(doc)
	if err != nil {
		tb.Fatal(err)
	}
	return compiledFrom(tb, string(data))
}
