package docs_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"

	"anketa/survey"
)

// Every key of the schema, which is held equal to the loader's, stands in an
// example that is right, for each kind by itself, and in backquotes in the text.
func TestSurveyFileShowsEveryKey(t *testing.T) {
	shown := map[string]bool{}
	for _, b := range examples(t) {
		var doc yaml.Node
		if b.is("wrong") {
			continue
		}
		if err := yaml.Load([]byte(b.file()), &doc); err != nil {
			t.Fatal(err)
		}
		show(shown, "survey", doc.Content[0])
	}
	text := page(t)
	wanted := schemaKeys(t)
	for _, key := range wanted {
		if !shown[key] {
			t.Errorf("no example shows %s", key)
		}
		_, name, _ := strings.Cut(key, ".")
		if !strings.Contains(text, "`"+name) && !strings.Contains(text, name+":") {
			t.Errorf("the page does not explain %s", key)
		}
	}
	if len(wanted) < 90 {
		t.Errorf("only %d keys were found", len(wanted))
	}
}

// show notes the keys of a mapping and of what lies below it, as PLACE.KEY.
func show(shown map[string]bool, place string, n *yaml.Node) {
	if n.Kind == yaml.SequenceNode {
		for _, item := range n.Content {
			show(shown, place, item)
		}
		return
	}
	if n.Kind != yaml.MappingNode {
		return
	}
	values := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		values[n.Content[i].Value] = n.Content[i+1]
	}
	if place == "question" {
		place = kindOf(values)
	}
	for key, value := range values {
		shown[place+"."+key] = true
		switch key {
		case "questions":
			show(shown, "question", value)
		case "options", "points":
			show(shown, "point", value)
		case "when", "all", "any", "not":
			show(shown, "condition", value)
		case "kiosk", "report":
			show(shown, key, value)
		case "breakdowns":
			show(shown, "breakdown", value)
		case "partners", "funders":
			show(shown, "organisation", value)
		case "scales":
			for i := 1; i < len(value.Content); i += 2 {
				show(shown, "scale", value.Content[i])
			}
		}
	}
}

// kindOf returns what an entry of the list of questions is.
func kindOf(values map[string]*yaml.Node) string {
	switch {
	case values["section"] != nil:
		return "section"
	case values["kind"] != nil:
		return values["kind"].Value
	}
	return string(survey.KindLikert)
}

// schemaKeys returns the keys of all places as PLACE.KEY, sorted.
func schemaKeys(tb testing.TB) []string {
	tb.Helper()
	type object struct {
		Properties           map[string]any
		AdditionalProperties any
		Then, Else           *object
	}
	var schema struct {
		object
		Defs map[string]object `json:"$defs"`
	}
	if err := json.Unmarshal([]byte(survey.Schema()), &schema); err != nil {
		tb.Fatal(err)
	}
	var keys []string
	add := func(place string, o *object) {
		if o != nil && o.AdditionalProperties == false {
			for key := range o.Properties {
				keys = append(keys, place+"."+key)
			}
		}
	}
	add("survey", &schema.object)
	for place, o := range schema.Defs {
		if place == "own_words" {
			place = string(survey.KindText)
		}
		for _, part := range []*object{&o, o.Then, o.Else} {
			add(place, part)
		}
	}
	slices.Sort(keys)
	return keys
}
