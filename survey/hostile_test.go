package survey_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"anketa/survey"
)

// hostile is a survey file written to exhaust the machine that reads it.
type hostile struct {
	name, file string
	// first is the first problem.
	first string
}

// fill repeats a unit as often as the limit allows.
func fill(unit string) string { return strings.Repeat(unit, survey.MaxFileSize/len(unit)) }

// hostileFiles builds such files, each as large as the limit lets it be: the
// eleven payloads of the reliability research, row 31, and what aims at our own
// code instead of the YAML parser.
func hostileFiles() []hostile {
	return append(yamlBombs(), lintBombs()...)
}

// yamlBombs aim at the parser.
func yamlBombs() []hostile {
	const anchored = ": " + noAliases
	return []hostile{
		{"laughs", laughs(), "1:5" + anchored},
		{"one anchor, many aliases", "a: &a [" + fill("x, ")[:32<<10] + "x]\nb: [" + fill("*a, ")[:30<<10] + "*a]\n", "1:4" + anchored},
		{"long anchors", "a: &" + fill("a")[:30<<10] + " x\nb: *" + fill("a")[:30<<10] + "\n", "1:4" + anchored},
		{"merge keys", mergeKeys(), "1:5" + anchored},
		{"deep flow", fill("["), "1:21: error: the file is nested too deep here; a survey needs far fewer brackets and indents"},
		{"deep flow mappings", fill("{a: "), "1:81: error: the file is nested too deep here; a survey needs far fewer brackets and indents"},
		{"deep block", fill("- "), "1:41: error: the file is nested too deep here; a survey needs far fewer brackets and indents"},
		{"deep block mappings", staircase(), "21:22: error: the file is nested too deep here; a survey needs far fewer brackets and indents"},
		{"many keys", manyKeys(), `1:1: error: the key "k0" is not known here; the keys are ` + topKeys},
		{"one huge scalar", head + "intro: " + fill("x")[:60<<10] + "\n" + ask, "4:8: error: the text has more than 300 characters; shorten it, because nobody reads that on a screen"},
		{"alias to itself", "id: &a [*a]\n" + fill("#")[:60<<10], "1:5" + anchored},
		{"tags", "id: " + fill("!!binary aGVsbG8= ")[:1<<10] + "\n", "1:5: error: tags such as !!binary are not used in survey files; leave the tag out"},
		{"invalid UTF-8", head + fill("\xff")[:60<<10], "4:1: error: the file is not UTF-8 here; save it as UTF-8"},
		{"NUL", head + fill("\x00")[:60<<10], "4:1: error: the file has a control character here; delete it"},
		{"UTF-16", "\xff\xfei\x00d\x00:\x00 \x00s\x00\n\x00", "1:1: error: the file is not UTF-8 here; save it as UTF-8"},
		{"byte order marks", fill("\ufeff"), "1:1: error: the file has a control character here; delete it"},
		{"many documents", fill("---\n"), "1:1: error: the file holds more than one YAML document; keep one and delete the lines that consist of “---”"},
	}
}

// lintBombs aim at suggestions, excerpts and the search for words.
func lintBombs() []hostile {
	long := strings.Repeat("a", 1<<15)
	return []hostile{
		{"duplicate keys", "title: T\n" + fill("title: T\n")[:9*6000], `2:1: error: the key "title" stands here twice; keep one of them`},
		{"duplicate keys in a flow mapping", "id: s\nkiosk: {" + fill("idle: 1s,")[:9*6000] + "}\ntitle: T\n" + ask, `2:18: error: the key "idle" stands here twice; keep one of them`},
		{"two long keys", long[:30<<10] + "b: x\n" + long[:30<<10] + "c: x\n", `1:1: error: the key "` + long[:60] + `" is not known here; the keys are ` + topKeys},
		{"keys that are almost right", fill("titel: T\n"), `1:1: error: the key "titel" is not known here; write "title"`},
		{"mixed words", "title: " + fill("konkretnе ")[:60<<10], "1:16: error: the word “konkretnе” mixes Latin and Cyrillic letters; type it anew as “konkretne”"},
		{"escaped mixed words", "title: \"" + fill("konkretn\\u0435 ")[:14*4000] + "\"\n", "1:8: error: the word “konkretnе” mixes Latin and Cyrillic letters; type it anew as “konkretne”"},
		{"one mixed word", "id: s\ntitle: " + fill("eе")[:60000] + "\nlanguages: [en]\nquestions:\n  - { id: q, kind: text, text: Q }\n", "2:8: error: the text has more than 300 characters; shorten it, because nobody reads that on a screen"},
		{
			"conditions", head + "questions:\n  - { id: a, kind: yes_no, text: Q }\n  - id: b\n    kind: text\n    text: Q\n    when: { all: [" + strings.Repeat("{ question: a, is: yes }, ", 2000) + "] }\n",
			"9:11: error: the condition puts more than 100 tests together; use “in” with a list of values, or leave some out",
		},
	}
}

// laughs doubles a list nine times by aliases: a billion words when unfolded.
func laughs() string {
	var b strings.Builder
	b.WriteString("a0: &a0 [lol]\n")
	for i := 1; i < 10; i++ {
		fmt.Fprintf(&b, "a%d: &a%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 10), ", "))
	}
	return b.String()
}

// mergeKeys lets each mapping take over the one before it.
func mergeKeys() string {
	var b strings.Builder
	b.WriteString("a0: &a0 { x: 1 }\n")
	for i := 1; b.Len() < survey.MaxFileSize-64; i++ {
		fmt.Fprintf(&b, "a%d: &a%d { <<: *a%d }\n", i, i, i-1)
	}
	return b.String()
}

// staircase nests a mapping in every line.
func staircase() string {
	var b strings.Builder
	for i := 0; b.Len()+i+3 <= survey.MaxFileSize; i++ {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

// manyKeys is one mapping of as many keys as fit.
func manyKeys() string {
	var b strings.Builder
	for i := 0; b.Len() < survey.MaxFileSize-16; i++ {
		fmt.Fprintf(&b, "k%d: v\n", i)
	}
	return b.String()
}

// A hostile file is answered with problems, never with a survey, and each for
// the reason that protects against it.
func TestLoadRefusesHostileFiles(t *testing.T) {
	for _, h := range hostileFiles() {
		t.Run(h.name, func(t *testing.T) {
			if len(h.file) > survey.MaxFileSize {
				t.Fatalf("the file has %d bytes and is refused for that already", len(h.file))
			}
			if first, _, _ := strings.Cut(problemsOf(t, h.file), "\n"); first != h.first {
				t.Errorf("got %s\nwant %s", first, h.first)
			}
		})
	}
}

// The same files beyond the limit are refused before anything is parsed.
func TestLoadRefusesOversizedHostileFiles(t *testing.T) {
	const want = "1:1: error: the file is larger than 64 KiB; no survey is that long, so shorten it"
	for _, h := range hostileFiles() {
		t.Run(h.name, func(t *testing.T) {
			if got := problemsOf(t, h.file+strings.Repeat("\n", survey.MaxFileSize)); got != want {
				t.Errorf("got %s\nwant %s", got, want)
			}
		})
	}
}

// maxMemory bounds what one file may cost (reliability research, row 31).
const maxMemory = 50 << 20

// Every hostile file is answered with less than 50 MB allocated in all, and with
// a short list of findings inside the file. How long each takes is in the log.
func TestLintHostileFiles(t *testing.T) {
	for _, h := range hostileFiles() {
		t.Run(h.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			_, findings := survey.Lint([]byte(h.file), survey.LintOptions{Fits: fits})
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			bytes := after.TotalAlloc - before.TotalAlloc
			t.Logf("%v, %d MB, %d findings", took.Round(time.Millisecond), bytes>>20, len(findings))
			if bytes > maxMemory {
				t.Errorf("%d bytes were allocated, want at most %d", bytes, maxMemory)
			}
			if len(findings) > 202 {
				t.Errorf("%d findings are listed", len(findings))
			}
			checkFindings(t, h.file, findings)
		})
	}
}

// What each hostile file costs in time and memory until it is refused.
func BenchmarkLoadHostile(b *testing.B) {
	for _, h := range hostileFiles() {
		b.Run(strings.ReplaceAll(h.name, " ", "_"), func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(h.file)))
			for b.Loop() {
				if _, err := survey.Load(strings.NewReader(h.file)); err == nil {
					b.Fatal("a hostile file became a survey")
				}
			}
		})
	}
}

// largest is a survey that can be used, as large as may be and with as much to
// look at: many scales, long texts and conditions.
func largest() string {
	var b strings.Builder
	b.WriteString("id: s\ntitle: { sr: T, en: T }\nscales:\n")
	for i := range 60 {
		fmt.Fprintf(&b, "  s%d: { points: [{ value: 1, label: { sr: loše, en: bad } }, { value: 2, label: { sr: dobro, en: good } }] }\n", i)
	}
	b.WriteString("questions:\n")
	text := strings.Repeat("i a ", 40)
	for i := range 140 {
		fmt.Fprintf(&b, "  - { id: q%d, kind: likert, scale: s%d, text: { sr: %s, en: %s }", i, i%60, text, text)
		if i > 0 {
			fmt.Fprintf(&b, ", when: { question: q%d, is: 1 }", i-1)
		}
		b.WriteString(" }\n")
	}
	return b.String()
}

// What the lint costs for such a survey, compared with one asked before under
// the same ids.
func BenchmarkLintLargest(b *testing.B) {
	file := largest()
	before := load(b, strings.ReplaceAll(file, "i a i", "u o u"))
	o := survey.LintOptions{Fits: fits, Earlier: []survey.Earlier{{Survey: before, Sessions: []string{"Niš"}}}}
	b.ReportAllocs()
	b.SetBytes(int64(len(file)))
	for b.Loop() {
		if s, findings := survey.Lint([]byte(file), o); s == nil || len(findings) == 0 {
			b.Fatalf("got %v", findings)
		}
	}
}

// What the default survey costs, to compare with.
func BenchmarkLoadTrainings(b *testing.B) {
	file := string(trainingsFile(b))
	b.ReportAllocs()
	b.SetBytes(int64(len(file)))
	for b.Loop() {
		if _, err := survey.Load(strings.NewReader(file)); err != nil {
			b.Fatal(err)
		}
	}
}
