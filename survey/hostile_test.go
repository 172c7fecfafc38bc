package survey_test

import (
	"fmt"
	"strings"
	"testing"

	"anketa/survey"
)

// hostile is a survey file written to exhaust the machine that reads it.
type hostile struct {
	name, file string
	// first is the first problem.
	first string
}

// hostileFiles builds eleven such files, each as large as the limit lets it be.
func hostileFiles() []hostile {
	const anchored = ": " + noAliases
	fill := func(unit string) string { return strings.Repeat(unit, survey.MaxFileSize/len(unit)) }
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
		{"many documents", fill("---\n"), "1:1: error: the file holds more than one YAML document; keep one and delete the lines that consist of “---”"},
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
