package survey_test

import (
	"encoding/json"
	"strings"
	"testing"

	"anketa/survey"
)

// everyCondition is a survey with a condition on every kind of question, in
// sections too, and with every form of a condition.
const everyCondition = head + `questions:
  - { id: sector, kind: choice, text: Q, options: [{ value: a, label: A }, { value: b, label: B }], other: Else, not_applicable: N }
  - { id: topics, kind: multi, text: Q, options: [{ value: x, label: X }, { value: y, label: Y }] }
  - { id: age, kind: number, text: Q, min: 18, max: 80 }
  - { id: far, kind: likert, scale: extent-5, text: Q }
  - { id: likely, kind: nps, text: Q }
  - { id: growth, kind: before_after, scale: extent-5, text: Q }
  - { id: yes, kind: yes_no, text: Q, when: { question: sector, is: other } }
  - { id: words, kind: text, text: Q, when: { question: sector, in: [a, na] } }
  - { id: note, kind: note, text: N, when: { question: words, answered: true } }
  - { id: number, kind: number, min: 0, max: 3, text: Q, when: { question: age, at_least: 60 } }
  - { id: set, kind: multi, text: Q, options: [{ value: x, label: X }, { value: y, label: Y }], when: { question: topics, is: x } }
  - section: rows
    title: R
    matrix: true
    scale: agreement-5
    when: { any: [{ question: far, at_least: 4 }, { not: { question: likely, at_least: 0 } }] }
    questions:
      - { id: row, text: Q }
      - { id: last, text: Q, when: { all: [{ question: growth, is: 5 }, { question: row, answered: false }] } }
`

// Every kind of question takes a condition, and one on a section holds for all
// of its questions, together with their own.
func TestLoadConditions(t *testing.T) {
	s := load(t, everyCondition)
	want := map[string]string{
		"sector": `null`,
		"yes":    `{"question":"sector","is":"other"}`,
		"words":  `{"question":"sector","in":["a","na"]}`,
		"note":   `{"question":"words","answered":true}`,
		"number": `{"question":"age","at_least":60}`,
		"set":    `{"question":"topics","is":"x"}`,
		"row":    `{"any":[{"question":"far","at_least":4},{"not":{"question":"likely","at_least":0}}]}`,
		"last": `{"all":[{"any":[{"question":"far","at_least":4},{"not":{"question":"likely","at_least":0}}]},` +
			`{"all":[{"question":"growth","is":"5"},{"question":"row","answered":false}]}]}`,
	}
	for id, when := range want {
		i, ok := s.Question(id)
		if !ok {
			t.Fatalf("there is no question %s", id)
		}
		got, err := json.Marshal(s.Questions[i].When)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != when {
			t.Errorf("%s: got %s, want %s", id, got, when)
		}
	}
	if _, err := survey.Decode([]byte(canonicalOf(t, s))); err != nil {
		t.Error(err)
	}
}

// Conditions never depend on each other in a circle, because each can only look
// at questions before it: of two questions that name each other, of three in a
// ring, and of one that names itself, at least one is refused.
func TestLoadNoCycles(t *testing.T) {
	const later = " stands after this condition and has no answer yet; move it up, or name an earlier question"
	ask := func(id, of string) string {
		return "  - { id: " + id + ", kind: yes_no, text: Q, when: { question: " + of + ", is: yes } }\n"
	}
	refuse(t, []broken{
		{"one", head + "questions:\n" + ask("a", "a"), []string{
			"5:55: error: a is this question itself, which has no answer before it is asked; name an earlier question",
		}},
		{"two", head + "questions:\n" + ask("a", "b") + ask("b", "a"), []string{"5:55: error: the question b" + later}},
		{"ring of three", head + "questions:\n" + ask("a", "b") + ask("b", "c") + ask("c", "a"), []string{
			"5:55: error: the question b" + later, "6:55: error: the question c" + later,
		}},
	})
}

// As many tests as a stored survey may have can be written, and not one more.
func TestLoadConditionSize(t *testing.T) {
	tests := func(n int) string {
		return head + "questions:\n  - { id: a, kind: yes_no, text: Q }\n  - id: b\n    kind: text\n    text: Q\n    when: { any: [" +
			strings.Repeat("{ question: a, is: yes }, ", n) + "] }\n"
	}
	s := load(t, tests(100))
	if _, err := survey.Decode([]byte(canonicalOf(t, s))); err != nil {
		t.Errorf("what can be written cannot be read back: %v", err)
	}
	refuse(t, []broken{{"101", tests(101), []string{
		"9:11: error: the condition puts more than 100 tests together; use “in” with a list of values, or leave some out",
	}}})
}

// The words that stay Latin stay so in Cyrillic, in every text.
func TestLoadLatinWords(t *testing.T) {
	const words = "Obuka koju je organizovao Save the Children za IOM."
	file := "id: s\ntitle: " + words + "\nlanguages: [sr-Cyrl]\nlatin_words: [Save, the, Children]\n" + ask
	if got, want := load(t, file).Title[survey.SerbianCyrillic], "Обука коју је организовао Save the Children за IOM."; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	without := strings.Replace(file, "latin_words: [Save, the, Children]\n", "", 1)
	if got := load(t, without).Title[survey.SerbianCyrillic]; strings.Contains(got, "Save") {
		t.Errorf("without the list the words stay too: %s", got)
	}
}
