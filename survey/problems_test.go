package survey_test

import (
	"fmt"
	"strings"
	"testing"
)

// head and ask together are the shortest survey; the tables below put mistakes
// in front of, between or behind them. Each has three or four lines.
const (
	head = "id: s\ntitle: T\nlanguages: [en]\n"
	ask  = "questions:\n  - id: q\n    kind: text\n    text: Q\n"
)

// What the tables below expect over and over.
const (
	topKeys   = "id, title, intro, languages, latin_words, min_group, release, link_texts, kiosk, report, scales, questions, breakdowns"
	compare   = "; compare the line and the one above it with docs/survey-file.md"
	noAliases = "error: anchors (&) and aliases (*) are not used in survey files; write the text out, or define a scale"
	notLines  = "1:1: error: the survey is written as lines of “key: value”; use the keys " + topKeys
)

// badName is what is said of something that is no name.
func badName(shown string) string {
	return fmt.Sprintf("error: %q is not a name; use 1 to 40 of the characters a-z, A-Z, 0-9, “_”, “-” and “.”, and begin with a letter or digit", shown)
}

// badNumber is what is said of something that is no whole number within bounds.
func badNumber(shown string, least, most int) string {
	return fmt.Sprintf("error: %q does not fit here; write a whole number from %d to %d", shown, least, most)
}

// badTime is what is said of something that is no time.
func badTime(shown string) string {
	return fmt.Sprintf("error: %q is not a time that fits here; write one between 1ms and 1h, for example 60s", shown)
}

// broken is a survey file with mistakes.
type broken struct {
	name, file string
	// want is every problem, as LINE:COL: error: text, in file order.
	want []string
}

// refuse checks that each file is refused with exactly the problems listed.
func refuse(t *testing.T, files []broken) {
	t.Helper()
	for _, b := range files {
		t.Run(b.name, func(t *testing.T) {
			if got, want := problemsOf(t, b.file), strings.Join(b.want, "\n"); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// A file that is not one YAML document is refused at the place where it breaks.
func TestLoadBrokenYAML(t *testing.T) {
	const (
		tab  = "the line is indented with a tab; put spaces in its place, as many as in the lines beside it"
		code = `in double quotes a backslash begins a code, and this one is unknown; write \\ for a backslash, or use single quotes`
	)
	refuse(t, []broken{
		{"empty", "", []string{"1:1: error: the file is empty; `anketa new` writes one to begin with"}},
		{"only a comment", "# a survey\n", []string{"1:1: error: the file is empty; `anketa new` writes one to begin with"}},
		{"two documents", head + ask + "---\n" + head + ask, []string{"1:1: error: the file holds more than one YAML document; keep one and delete the lines that consist of “---”"}},
		{"open list", head + "kiosk: [a\n", []string{"5:1: error: a list in [ ] is not finished here; put commas between its items and ] behind the last"}},
		{"open quotes", head + "intro: 'x\n" + ask, []string{"4:8: error: the quotes that begin here are never closed; close them, or write the text without"}},
		{"open braces", head + "kiosk: {idle: 10s\n", []string{"5:1: error: what stands in { } is not finished here; put commas between its parts and } behind the last"}},
		{"tab", "id: s\n\ttitle: T\n", []string{"2:1: error: " + tab}},
		{"tab before a dash", head + "questions:\n\t- id: a\n", []string{"5:1: error: " + tab}},
		{"at", "id: @s\n", []string{"1:5: error: a text cannot begin with “@”; put the text in quotes"}},
		{"percent", head + "intro: %s\n", []string{"4:8: error: a text cannot begin with “%”; put the text in quotes"}},
		{"colon in a text", "id: s\ntitle: a: b\n", []string{"2:9: error: a colon and a space begin a value, which cannot stand here; put a text that holds a colon in quotes; otherwise look at the indent"}},
		{"dash under keys", head + "- q\n", []string{"4:1: error: the line does not stand under its neighbours; indent it as far as the lines it belongs to"}},
		{"key under dashes", head + "questions:\n  - id: a\n  kind: text\n", []string{"6:3: error: the line does not stand under its neighbours; indent it as far as the lines it belongs to"}},
		{"escape", "id: \"\\q\"\n", []string{"1:6: error: " + code}},
		{"lone surrogate", "id: \"\\ud800\"\n", []string{"1:8: error: " + code}},
		{"later YAML", "%YAML 3.0\n---\n" + head, []string{"1:1: error: this is not valid YAML: found incompatible YAML document" + compare}},
		{"unknown alias", "id: *a\n", []string{"1:5: error: this is not valid YAML: unknown anchor 'a' referenced" + compare}},
	})
}

// Nesting deeper than twenty is refused, in both ways to write it.
func TestLoadTooDeep(t *testing.T) {
	refuse(t, []broken{
		{"flow", strings.Repeat("[", 21), []string{"1:21: error: the file is nested too deep here; a survey needs far fewer brackets and indents"}},
		{"block", strings.Repeat("- ", 21) + "a", []string{"1:41: error: the file is nested too deep here; a survey needs far fewer brackets and indents"}},
		{"flow, as deep as allowed", strings.Repeat("[", 20) + strings.Repeat("]", 20), []string{notLines}},
		{"block, as deep as allowed", strings.Repeat("- ", 20) + "a", []string{notLines}},
	})
}

// Anchors and aliases are refused wherever they stand, all of them at once.
func TestLoadAliases(t *testing.T) {
	refuse(t, []broken{
		{"anchor", "id: &a x\n", []string{"1:5: " + noAliases}},
		{"anchor and alias", "id: &a x\ntitle: *a\n", []string{"1:5: " + noAliases, "2:8: " + noAliases}},
		{"alias as key", "id: &a x\n*a : y\n", []string{"1:5: " + noAliases, "2:1: " + noAliases}},
		{"alias of itself", "id: s\ntitle: &a [*a]\n", []string{"2:8: " + noAliases}},
		{"merge of an alias", "kiosk: &k { idle: 1s }\nquestions:\n  - <<: *k\n", []string{"1:8: " + noAliases, "3:9: " + noAliases}},
		{"anchor at the end", head + ask + "    hint: &h H\n", []string{"8:11: " + noAliases}},
	})
}

// A document that is something else than lines of keys and values.
func TestLoadOtherShapes(t *testing.T) {
	refuse(t, []broken{
		{"list", "- id: s\n", []string{notLines}},
		{"words", "how was it?", []string{notLines}},
		{"null", "null\n", []string{notLines}},
		{"empty document", "---\n", []string{strings.Replace(notLines, "1:1", "2:1", 1)}},
		{"empty mapping", "{}", []string{
			"1:1: error: the key id is missing here; add a line “id:”",
			"1:1: error: the key title is missing here; add a line “title:”",
			"1:1: error: the key questions is missing here; add a line “questions:”",
		}},
		{"unknown key", head + "subtitle: S\n" + ask, []string{`4:1: error: the key "subtitle" is not known here; write "title"`}},
		{"capitals", strings.Replace(head, "id", "ID", 1) + ask, []string{
			`1:1: error: the key "ID" is not known here; write "id"`,
			"1:1: error: the key id is missing here; add a line “id:”",
		}},
		{"list as key", "? [a]\n: b\n" + head + ask, []string{`1:3: error: the key "" is not known here; the keys are ` + topKeys}},
		{"merge key", head + "<<: { intro: I }\n" + ask, []string{`4:1: error: the key "<<" is not known here; the keys are ` + topKeys}},
		{"control characters in a key", head + "\"a\\e[31mb\\u202e\": c\n" + ask, []string{`4:1: error: the key "a[31mb" is not known here; the keys are ` + topKeys}},
	})
}

// All mistakes of a file come at once, in file order, not in the order in which
// the loader looks.
func TestLoadAllMistakesAtOnce(t *testing.T) {
	refuse(t, []broken{{"twelve", `questions:
  - id: q 1
    kind: text
    text: { en: "" }
    max_length: 501
  - { kind: likert, id: w, text: Q, scale: best }
scales:
  best:
    points: [{ value: 1, label: A }, { value: 3, label: B }]
kiosk: { idle: 2h, sound: true }
min_group: 4
languages: [en, "?"]
extra: 1
id: š
`, []string{
		"1:1: error: the key title is missing here; add a line “title:”",
		"2:9: " + badName("q 1"),
		"4:17: error: the text is empty; write what people read, or leave the key out",
		"5:17: " + badNumber("501", 1, 500),
		`9:38: error: the points of a scale have the values 1, 2, 3 … in this order, and here stands "3"; number them from the lowest to the highest`,
		"10:16: " + badTime("2h"),
		`10:20: error: the key "sound" is not known here; the keys are idle, countdown, confirm, thanks, on_idle`,
		"11:12: " + badNumber("4", 5, 1000),
		`12:17: error: "?" is not a language tag; write one such as sr-Latn, sr-Cyrl or en`,
		`13:1: error: the key "extra" is not known here; the keys are ` + topKeys,
		"14:5: " + badName("š"),
	}}})
}
