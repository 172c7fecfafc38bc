package survey_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"anketa/survey"
)

// node is a part of the schema.
type node map[string]any

// schemaDoc returns the schema as it is written.
func schemaDoc(tb testing.TB) node {
	tb.Helper()
	var doc node
	if err := json.Unmarshal([]byte(survey.Schema()), &doc); err != nil {
		tb.Fatal(err)
	}
	return doc
}

// at returns the part of the schema at a path; references are followed.
func (n node) at(tb testing.TB, path ...string) node {
	tb.Helper()
	part := n
	for _, key := range path {
		next, ok := part[key].(map[string]any)
		if !ok {
			tb.Fatalf("the schema has nothing at %q", path)
		}
		part = next
	}
	return part
}

// keys returns the keys that an object may have, sorted.
func (n node) keys(tb testing.TB, path ...string) []string {
	tb.Helper()
	object := n.at(tb, path...)
	if object["additionalProperties"] != false {
		tb.Errorf("%q lets unknown keys pass", path)
	}
	return slices.Sorted(maps.Keys(object.at(tb, "properties")))
}

// loaderKeys returns the keys that the loader knows in a place, sorted: it lists
// them where a survey file has one that it does not know.
func loaderKeys(tb testing.TB, file string) []string {
	tb.Helper()
	_, findings := survey.Check([]byte(file))
	for _, f := range findings {
		for _, before := range []string{"the keys are ", "it may have "} {
			if list, ok := strings.CutPrefix(f.Repair, before); ok {
				return slices.Sorted(slices.Values(strings.Split(list, ", ")))
			}
		}
	}
	tb.Fatalf("the loader does not list its keys: %v", findings)
	return nil
}

// Every key that the loader knows stands in the schema, and the other way round.
func TestSchemaHasTheKeysOfTheLoader(t *testing.T) {
	doc := schemaDoc(t)
	const wrong = "zzzzzzzzzzzz: 1"
	for _, c := range []struct {
		name, file string
		want       []string
	}{
		{"survey", wrong, doc.keys(t)},
		{"kiosk", "kiosk: { " + wrong + " }\n", doc.keys(t, "$defs", "kiosk")},
		{"scale", "scales: { s: { " + wrong + " } }\n", doc.keys(t, "$defs", "scale")},
		{"point", "scales: { s: { points: [{ " + wrong + " }, {}] } }\n", doc.keys(t, "$defs", "point")},
		{"breakdown", "breakdowns: [{ " + wrong + " }]\n", doc.keys(t, "$defs", "breakdown")},
		{"section", "questions: [{ section: a, " + wrong + " }]\n", doc.keys(t, "$defs", "section")},
		{
			"condition", "questions: [{ id: q, when: { " + wrong + " } }]\n",
			slices.Sorted(slices.Values(append(doc.keys(t, "$defs", "condition", "then"), doc.keys(t, "$defs", "condition", "else")...))),
		},
	} {
		if got := loaderKeys(t, c.file); !slices.Equal(got, c.want) {
			t.Errorf("%s: the loader knows\n%q, the schema\n%q", c.name, got, c.want)
		}
	}
}

// The same for the questions of each kind.
func TestSchemaHasTheKeysOfEachKind(t *testing.T) {
	doc := schemaDoc(t)
	for _, kind := range survey.Kinds() {
		// No kind has both of these keys, so that one of them is always wrong.
		got := loaderKeys(t, head+"questions: [{ id: q, kind: "+string(kind)+", text: Q, scale: a, lines: one }]\n")
		def := string(kind)
		if kind == survey.KindText {
			def = "own_words" // "text" is what people read
		}
		if want := doc.keys(t, "$defs", def); !slices.Equal(got, want) {
			t.Errorf("%s: the loader knows\n%q, the schema\n%q", kind, got, want)
		}
	}
}

// The words that may be written stand in the schema as they stand in the code.
func TestSchemaHasTheWordsOfTheLoader(t *testing.T) {
	doc := schemaDoc(t)
	var kinds []any
	for _, kind := range survey.Kinds() {
		kinds = append(kinds, string(kind))
	}
	if got := doc.at(t, "$defs", "kind")["enum"]; !slices.Equal(got.([]any), kinds) {
		t.Errorf("got the kinds %v, want %v", got, kinds)
	}
	var scales []any
	for _, name := range survey.ReadyScales() {
		scales = append(scales, name)
	}
	names := doc.at(t, "$defs", "scale_name")["anyOf"].([]any)[0].(map[string]any)
	if got := names["enum"].([]any); !slices.Equal(got, scales) {
		t.Errorf("got the scales %v, want %v", got, scales)
	}
}

// Every key is explained in a sentence, so that an editor can show it.
func TestSchemaExplainsEveryKey(t *testing.T) {
	doc := schemaDoc(t)
	explained := 0
	var look func(where string, part any)
	look = func(where string, part any) {
		switch part := part.(type) {
		case map[string]any:
			if part["additionalProperties"] == false {
				for key, value := range node(part).at(t, "properties") {
					explained++
					if text := doc.description(t, value); !strings.HasSuffix(text, ".") || len(text) < 10 {
						t.Errorf("%s: %s is explained by %q", where, key, text)
					}
				}
			}
			for key, value := range part {
				look(where+"/"+key, value)
			}
		case []any:
			for _, value := range part {
				look(where, value)
			}
		}
	}
	look("", map[string]any(doc))
	if explained < 90 {
		t.Errorf("only %d keys were found", explained)
	}
}

// description returns the description of a part of the schema: its own, or that
// of what it refers to.
func (n node) description(tb testing.TB, part any) string {
	tb.Helper()
	object, ok := part.(map[string]any)
	if !ok {
		tb.Fatalf("%v is no schema", part)
	}
	if text, ok := object["description"].(string); ok {
		return text
	}
	if ref, ok := object["$ref"].(string); ok {
		return n.description(tb, map[string]any(n.at(tb, strings.Split(strings.TrimPrefix(ref, "#/"), "/")...)))
	}
	return ""
}
