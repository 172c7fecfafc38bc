package survey_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"anketa/survey"
)

// rulesOf returns how often each rule found something in a file.
func rulesOf(file string, o survey.LintOptions) map[string]int {
	_, findings := survey.Lint([]byte(file), o)
	rules := map[string]int{}
	for _, f := range findings {
		rules[f.Rule]++
	}
	return rules
}

// The survey of the three trainings passes with nothing to say, for 24 people,
// and takes less than 90 seconds.
func TestLintTrainings(t *testing.T) {
	s, findings := survey.Lint(trainingsFile(t), survey.LintOptions{Fits: fits})
	if len(findings) > 0 {
		t.Errorf("it is not without findings:\n%v", findings)
	}
	if seconds := s.Seconds(); seconds != 65 {
		t.Errorf("it takes %d seconds, want 65", seconds)
	}
}

// Half the people make the combination of sector and gender one that singles
// people out; with as many people as combinations nobody need be alone.
func TestLintAttended(t *testing.T) {
	for attended, want := range map[int]int{17: 1, 18: 0, 12: 1, 0: 0} {
		if got := rulesOf(string(trainingsFile(t)), survey.LintOptions{Attended: attended})["singling-out"]; got != want {
			t.Errorf("for %d people there are %d findings, want %d", attended, got, want)
		}
	}
}

// However many questions are asked, their combinations are counted as far as it
// matters.
func TestLintManyCombinations(t *testing.T) {
	var b strings.Builder
	b.WriteString(head + "questions:\n")
	for i := range 130 {
		fmt.Fprintf(&b, "  - { id: q%d, kind: yes_no, text: Q }\n", i)
	}
	if got := rulesOf(b.String(), survey.LintOptions{})["singling-out"]; got != 1 {
		t.Errorf("got %d findings, want 1", got)
	}
}

// No ready scale is taken for an unbalanced one, in any language, when somebody
// writes it out in a file of their own.
func TestLintReadyScales(t *testing.T) {
	for _, name := range survey.ReadyScales() {
		for _, lang := range survey.Languages() {
			t.Run(name+"."+string(lang), func(t *testing.T) {
				scale, _ := survey.ReadyScale(name)
				if got := rulesOf(written(scale, lang, len(scale.Points)), survey.LintOptions{})["unbalanced-scale"]; got != 0 {
					t.Error("it is called unbalanced")
				}
			})
		}
	}
}

// Those with an opposite at either end are, once one point is left out. Of the
// others nothing can be said.
func TestLintSpoiltReadyScales(t *testing.T) {
	for _, name := range survey.ReadyScales() {
		family, _, _ := strings.Cut(name, "-")
		want := 0
		if family == "agreement" || family == "quality" || family == "satisfaction" {
			want = 1
		}
		for _, lang := range survey.Languages() {
			scale, _ := survey.ReadyScale(name)
			if got := rulesOf(written(scale, lang, len(scale.Points)-1), survey.LintOptions{})["unbalanced-scale"]; got != want {
				t.Errorf("%s without its last point in %s: got %d findings, want %d", name, lang, got, want)
			}
		}
	}
}

// written is a survey file with the first points of a scale in one language.
func written(scale survey.Scale, lang survey.Lang, n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "id: s\ntitle: T\nlanguages: [%s]\nscales:\n  own:\n    points:\n", lang)
	for _, p := range scale.Points[:n] {
		fmt.Fprintf(&b, "      - { value: %s, label: %q }\n", p.Value, p.Label[lang])
	}
	b.WriteString("questions:\n  - { id: q, kind: likert, scale: own, text: Q }\n")
	return b.String()
}

// What each kind of answer takes, beside reading its one word: twelve words
// take three seconds more, and what is asked under a condition counts half.
func TestSeconds(t *testing.T) {
	options := ", options: [{ value: a, label: A }, { value: b, label: B }]"
	for question, want := range map[string]int{
		"kind: likert, scale: own":        4,
		"kind: choice" + options:          4,
		"kind: multi" + options:           8,
		"kind: yes_no":                    3,
		"kind: nps":                       4,
		"kind: number, min: 1, max: 9":    6,
		"kind: text":                      9,
		"kind: text, required: true":      25,
		"kind: before_after, scale: own":  7,
		"kind: note":                      1,
		"kind: note, hint: " + words(12):  4,
		"kind: note, hint: " + words(119): 31,
		"kind: text, required: true, when: { question: first, is: yes }": 13,
	} {
		const first = 3
		file := head + "scales: { own: { points: [{ value: 1, label: A }, { value: 2, label: B }] } }\nquestions:\n" +
			"  - { id: first, kind: yes_no, text: Q }\n  - { id: q, text: Q, " + question + " }\n"
		got := load(t, file).Seconds()
		alone := load(t, head+"questions:\n  - { id: first, kind: yes_no, text: Q }\n").Seconds()
		if alone != first {
			t.Fatalf("the first question takes %d seconds, want %d", alone, first)
		}
		if d := got - first - want; d < -1 || d > 0 {
			t.Errorf("%s: got %d seconds more, want %d", question, got-first, want)
		}
	}
}

// words is a text of so many words.
func words(n int) string { return strings.TrimSpace(strings.Repeat("a ", n)) }

// A scale is read once, however many questions share it.
func TestSecondsOfScale(t *testing.T) {
	one := head + "questions:\n  - { id: a, kind: likert, scale: agreement-7, text: Q }\n"
	two := one + "  - { id: b, kind: likert, scale: agreement-7, text: Q }\n"
	first, both := load(t, one).Seconds(), load(t, two).Seconds()
	if more := both - first; more < 3 || more > 4 || first < 7 {
		t.Errorf("the first takes %d seconds and the second %d, want at least 7 and about 3", first, more)
	}
}

// A file with mistakes is not judged for what it asks: its questions may be half read.
func TestLintOnlySoundFiles(t *testing.T) {
	const leading = "questions:\n  - { id: q, kind: yes_no, text: 'Obviously?' }\n"
	if got := rulesOf(head+leading, survey.LintOptions{})["leading"]; got != 1 {
		t.Errorf("got %d findings, want 1", got)
	}
	if got := rulesOf(head+"extra: 1\n"+leading, survey.LintOptions{})["leading"]; got != 0 {
		t.Errorf("got %d findings beside a mistake, want 0", got)
	}
}

// Where no language is common, nothing can be said of the words.
func TestLintMeaningInOtherLanguages(t *testing.T) {
	file := func(lang, text string) string {
		return "id: s\ntitle: T\nlanguages: [" + lang + "]\nquestions:\n  - { id: q, kind: text, text: " + text + " }\n"
	}
	earlier := []survey.Earlier{{Survey: load(t, file("sr-Latn", "Šta vam se dopalo?")), Sessions: []string{"Niš"}}}
	for lang, want := range map[string]int{"de": 0, "sr-Cyrl": 0, "sr-Latn": 1} {
		if got := rulesOf(file(lang, "Warum?"), survey.LintOptions{Earlier: earlier})["changed-meaning"]; got != want {
			t.Errorf("%s: got %d findings, want %d", lang, got, want)
		}
	}
}

// Questions of another survey may have the same ids, and the one that is being
// changed may be stored as it is.
func TestLintMeaningOfOthers(t *testing.T) {
	before, err := os.ReadFile(lintFolder + "/changed-meaning.before.yaml")
	if err != nil {
		t.Fatal(err)
	}
	old := load(t, string(before))
	now := string(read(t, lintFolder+"/changed-meaning.yaml"))
	earlier := []survey.Earlier{{Survey: old, Sessions: []string{"Niš"}}}
	if got := rulesOf(now, survey.LintOptions{Earlier: earlier})["changed-meaning"]; got != 3 {
		t.Errorf("got %d findings, want 3", got)
	}
	if got := rulesOf(string(before), survey.LintOptions{Earlier: earlier})["changed-meaning"]; got != 0 {
		t.Errorf("the same survey has %d findings", got)
	}
	if got := rulesOf(strings.Replace(now, "id: s", "id: other", 1), survey.LintOptions{Earlier: earlier})["changed-meaning"]; got != 0 {
		t.Errorf("another survey has %d findings", got)
	}
}
