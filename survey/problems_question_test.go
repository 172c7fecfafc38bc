package survey_test

import (
	"strconv"
	"strings"
	"testing"
)

// scaled is the head of a survey with a scale of three points, in ten lines;
// its first question stands in line 11 behind a dash in column 3.
const scaled = head + `scales:
  s:
    points:
      - { value: 1, label: A }
      - { value: 2, label: B }
      - { value: 3, label: C }
questions:
`

// What is wrong with the list of questions and with a question of any kind.
func TestLoadBadQuestions(t *testing.T) {
	const keys = "id, kind, text, hint, when, required, scale, not_applicable, reverse, headline, sentence, options, other, min, max, low, high, unit, max_length, lines, consent"
	refuse(t, []broken{
		{"none", head + "questions: []\n", []string{"4:12: error: the list has 0 entries; write 1 to 200"}},
		{"201", head + "questions:\n" + manyQuestions(201), []string{"5:3: error: the list has 201 entries; write 1 to 200"}},
		{"mapping", head + "questions: { q: Q }\n", []string{"4:12: error: a list is expected here; write lines that start with a dash, or [a, b]"}},
		{"words", head + "questions: [Q]\n", []string{"4:13: error: a question is written as lines of “key: value”; use the keys " + keys}},
		{"no id, no text", head + "questions:\n  - kind: text\n", []string{
			"5:5: error: the key id is missing here; add a line “id:”", "5:5: error: the key text is missing here; add a line “text:”",
		}},
		{"unknown key", head + ask + "    points: 5\n", []string{`8:5: error: the key "points" is not known here; the keys are ` + keys}},
		{"id used twice", head + ask + "  - { id: w, kind: text, text: W }\n  - { id: q, kind: text, text: Q }\n", []string{
			`9:11: error: the id "q" is used by two questions; give each question an id of its own`,
		}},
		{"two bad ids are not the same", head + "questions:\n  - { id: ?, kind: text, text: Q }\n  - { id: ä, kind: text, text: Q }\n", []string{
			"5:11: " + badName("?"), "6:11: " + badName("ä"),
		}},
		{"required", head + ask + "    required: 1\n", []string{`8:15: error: "1" is not known here; write false or true`}},
		{"empty hint", head + ask + "    hint:\n", []string{"8:10: error: the text is empty; write what people read, or leave the key out"}},
		{"empty text", head + "questions:\n  - { id: q, kind: text, text: ' ' }\n", []string{"5:32: error: the text is empty; write what people read, or leave the key out"}},
	})
}

// manyQuestions writes text questions, one a line.
func manyQuestions(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("  - { id: q" + strconv.Itoa(i) + ", kind: text, text: Q }\n")
	}
	return b.String()
}

// Every kind has its own keys; those of another kind are reported, with the
// keys that it may have.
func TestLoadKeysOfOtherKinds(t *testing.T) {
	const (
		likert = "error: a likert question has no key "
		choice = "error: a choice question has no key "
		yesNo  = "error: a yes_no question has no key "
		text   = "error: a text question has no key "
	)
	refuse(t, []broken{
		{"likert", scaled + "  - { id: q, kind: likert, text: Q, scale: s, options: [], max_length: 9, consent: quote, not_applicable: N }\n", []string{
			"11:47: " + likert + "options; it may have id, kind, text, hint, when, required, scale, not_applicable, reverse, headline, sentence",
			"11:60: " + likert + "max_length; it may have id, kind, text, hint, when, required, scale, not_applicable, reverse, headline, sentence",
			"11:75: " + likert + "consent; it may have id, kind, text, hint, when, required, scale, not_applicable, reverse, headline, sentence",
		}},
		{"choice", scaled + "  - { id: q, kind: choice, text: Q, options: [{ value: a, label: A }, { value: b, label: B }], scale: s, max_length: 9, consent: quote }\n", []string{
			"11:96: " + choice + "scale; it may have id, kind, text, hint, when, required, options, other, not_applicable, headline, sentence",
			"11:106: " + choice + "max_length; it may have id, kind, text, hint, when, required, options, other, not_applicable, headline, sentence",
			"11:121: " + choice + "consent; it may have id, kind, text, hint, when, required, options, other, not_applicable, headline, sentence",
		}},
		{"yes_no", scaled + "  - { id: q, kind: yes_no, text: Q, scale: s, options: [], max_length: 9, consent: quote }\n", []string{
			"11:37: " + yesNo + "scale; it may have id, kind, text, hint, when, required, not_applicable, headline, sentence",
			"11:47: " + yesNo + "options; it may have id, kind, text, hint, when, required, not_applicable, headline, sentence",
			"11:60: " + yesNo + "max_length; it may have id, kind, text, hint, when, required, not_applicable, headline, sentence",
			"11:75: " + yesNo + "consent; it may have id, kind, text, hint, when, required, not_applicable, headline, sentence",
		}},
		{"text", scaled + "  - { id: q, kind: text, text: Q, scale: s, options: [], headline: [1], not_applicable: N }\n", []string{
			"11:35: " + text + "scale; it may have id, kind, text, hint, when, required, max_length, lines, consent",
			"11:45: " + text + "options; it may have id, kind, text, hint, when, required, max_length, lines, consent",
			"11:58: " + text + "headline; it may have id, kind, text, hint, when, required, max_length, lines, consent",
			"11:73: " + text + "not_applicable; it may have id, kind, text, hint, when, required, max_length, lines, consent",
		}},
	})
}

// A headline names some points of its question, each once, and not all of them.
func TestLoadBadHeadlines(t *testing.T) {
	const likert = scaled + "  - { id: q, kind: likert, text: Q, scale: s, headline: "
	refuse(t, []broken{
		{"unknown point", likert + "[4] }\n", []string{`11:58: error: the headline names "4", which is no point of the question q; write 1, 2 or 3`}},
		{"not applicable", head + "questions:\n  - { id: q, kind: yes_no, text: Q, not_applicable: N, headline: [na] }\n", []string{
			"5:67: error: the headline names the point outside the count; leave it out",
		}},
		{"a point twice", likert + "[3, 3] }\n", []string{"11:61: error: the headline names a point twice; name it once"}},
		{"all points", likert + "[1, 2, 3] }\n", []string{"11:57: error: the headline holds every point and would always be 100 %; leave one out"}},
		{"both answers", head + "questions:\n  - { id: q, kind: yes_no, text: Q, headline: [yes, no] }\n", []string{
			"5:47: error: the headline holds every point and would always be 100 %; leave one out",
		}},
		{"no point", likert + "[] }\n", []string{"11:57: error: the list has 0 entries; write 1 to 3"}},
		{"too many", likert + "[1, 1, 1, 1] }\n", []string{
			"11:57: error: the list has 4 entries; write 1 to 3",
			"11:61: error: the headline names a point twice; name it once",
			"11:64: error: the headline names a point twice; name it once",
		}},
		{"one word", likert + "3 }\n", []string{"11:57: error: a list is expected here; write lines that start with a dash, or [a, b]"}},
		{"label instead of value", likert + "[C] }\n", []string{`11:58: error: the headline names "C", which is no point of the question q; write 1, 2 or 3`}},
		{"list in the list", likert + "[[3]] }\n", []string{`11:58: error: the headline names "", which is no point of the question q; write 1, 2 or 3`}},
	})
}

// What the kinds ask for beside the text.
func TestLoadBadKinds(t *testing.T) {
	refuse(t, []broken{
		{"likert without scale", scaled + "  - { id: q, kind: likert, text: Q }\n", []string{"11:5: error: the key scale is missing here; add a line “scale:”"}},
		{"unknown scale", scaled + "  - { id: q, kind: likert, text: Q, scale: best, headline: [9] }\n", []string{`11:44: error: there is no scale "best"; define it under scales, or take a ready one such as agreement-5`}},
		{"a length that is not ready", head + "questions:\n  - { id: q, kind: likert, text: Q, scale: agreement-9 }\n", []string{`5:44: error: there is no scale "agreement-9"; take agreement-4, agreement-5 or agreement-7`}},
		{"a ready scale misspelt", head + "questions:\n  - { id: q, kind: likert, text: Q, scale: agrement-5 }\n", []string{`5:44: error: there is no scale "agrement-5"; write "agreement-5"`}},
		{"no scales at all", head + "questions:\n  - { id: q, kind: likert, text: Q, scale: s }\n", []string{`5:44: error: there is no scale "s"; define it under scales, or take a ready one such as agreement-5`}},
		{"choice without options", head + "questions:\n  - { id: q, kind: choice, text: Q, headline: [a] }\n", []string{"5:5: error: the key options is missing here; add a line “options:”"}},
		{"one option", head + "questions:\n  - { id: q, kind: choice, text: Q, options: [{ value: a, label: A }] }\n", []string{
			"5:46: error: the list has 1 entry; write 2 to 60",
		}},
		{"the same value twice", head + "questions:\n  - { id: q, kind: choice, text: Q, options: [{ value: a, label: A }, { value: a, label: B }] }\n", []string{
			`5:80: error: the value "a" is used twice; give each point a value of its own`,
		}},
		{"the value na", head + "questions:\n  - { id: q, kind: choice, text: Q, options: [{ value: a, label: A }, { value: na, label: B }] }\n", []string{
			"5:80: error: the value na is kept for not_applicable; choose another value",
		}},
		{"unknown key of a point", head + "questions:\n  - { id: q, kind: choice, text: Q, options: [{ value: a, label: A }, { value: b, label: B, colour: red }] }\n", []string{
			`5:93: error: the key "colour" is not known here; the keys are value, label`,
		}},
		{"no room for a text", head + ask + "    max_length: 0\n", []string{`8:17: error: "0" does not fit here; write a whole number from 1 to 500`}},
		{"too much room", head + ask + "    max_length: 501\n", []string{`8:17: error: "501" does not fit here; write a whole number from 1 to 500`}},
		{"consent", head + ask + "    consent: yes\n", []string{`8:14: error: "yes" is not known here; write quote`}},
	})
}
