package survey_test

import (
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"anketa/survey"
)

// templates returns the templates by name.
func templates(tb testing.TB) map[string][]byte {
	tb.Helper()
	files, err := filepath.Glob("../templates/*.yaml")
	if err != nil {
		tb.Fatal(err)
	}
	all := map[string][]byte{}
	for _, file := range files {
		all[strings.TrimSuffix(filepath.Base(file), ".yaml")] = read(tb, file)
	}
	for _, name := range []string{"training", "before-after", "nps", "sus"} {
		if all[name] == nil {
			tb.Fatalf("there is no template %s", name)
		}
	}
	return all
}

// Nothing can be said against a template, and nobody needs long for it.
func TestTemplatesAreSound(t *testing.T) {
	schema := compiled(t)
	for name, data := range templates(t) {
		t.Run(name, func(t *testing.T) {
			s, findings := survey.Lint(data, survey.LintOptions{Fits: fits})
			if len(findings) > 0 {
				t.Fatalf("got %v, want no findings", findings)
			}
			if err := schema.Validate(instance(parse(t, data))); err != nil {
				t.Errorf("the schema refuses it: %v", err)
			}
			if seconds := s.Seconds(); seconds > 90 {
				t.Errorf("it takes %d seconds", seconds)
			}
			if len(s.Languages) != 3 {
				t.Errorf("it has the languages %v, want those of the interface", s.Languages)
			}
		})
	}
}

// Every template begins with what it is for, in a line that fits a screen, and
// tells editors where the schema is.
func TestTemplatesBeginAlike(t *testing.T) {
	for name, data := range templates(t) {
		lines := strings.SplitN(string(data), "\n", 3)
		if about, ok := strings.CutPrefix(lines[0], "# "); !ok || len(about) > 80-14 {
			t.Errorf("%s begins with %q", name, lines[0])
		}
		file, ok := strings.CutPrefix(lines[1], "# yaml-language-server: $schema=")
		if !ok || string(read(t, filepath.Join("../templates", file))) != survey.Schema() {
			t.Errorf("%s: the schema is not at %q", name, lines[1])
		}
	}
}

// The default survey tells editors where the schema is.
func TestQuestionsReferToTheSchema(t *testing.T) {
	const modeline = "# yaml-language-server: $schema="
	for line := range strings.Lines(string(trainingsFile(t))) {
		if file, ok := strings.CutPrefix(strings.TrimSpace(line), modeline); ok {
			if got := string(read(t, filepath.Join("..", file))); got != survey.Schema() {
				t.Error("another schema stands there")
			}
			return
		}
	}
	t.Error("it does not say where the schema is")
}

// Serbian that was written in Cyrillic comes back from Latin letters as it was:
// nothing in a template needs a word in another script.
func TestTemplatesInBothScripts(t *testing.T) {
	for name, data := range templates(t) {
		s := load(t, string(data))
		for i := range s.Questions {
			text := s.Questions[i].Text
			if latin := survey.Latin(text[survey.SerbianCyrillic]); latin != text[survey.SerbianLatin] {
				t.Errorf("%s: got %q, want %q", name, text[survey.SerbianLatin], latin)
			}
			if text[survey.English] == text[survey.SerbianLatin] {
				t.Errorf("%s: %s is not translated", name, s.Questions[i].ID)
			}
		}
	}
}

// Whatever people answer, a template leads to its end.
func TestTemplatesCanBeAnswered(t *testing.T) {
	for name, data := range templates(t) {
		s := load(t, string(data))
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				iv := survey.NewInterview(s)
				for steps := 0; !iv.AtReview(); steps++ {
					if err := iv.Put(anyAnswer(t, iv.Question())); err != nil {
						t.Fatal(err)
					}
					if !iv.Next() || steps > len(s.Questions) {
						t.Fatalf("question %d holds though it is answered", iv.Index())
					}
				}
				r, ok := iv.Finish(survey.NewID())
				if !ok {
					t.Fatalf("unanswered: %v", iv.Unanswered())
				}
				if err := r.Check(s); err != nil {
					t.Fatal(err)
				}
			})
		})
	}
}

// anyAnswer draws an answer to a question of any kind; one that is required is
// answered.
func anyAnswer(t *rapid.T, q *survey.Question) survey.Answer {
	if !q.Asks() || !q.Required && rapid.Bool().Draw(t, "left out") {
		return survey.Answer{}
	}
	point := func() survey.Code { return survey.Code(rapid.IntRange(1, len(q.Points)).Draw(t, "point")) }
	switch q.Kind {
	case survey.KindText:
		return survey.Answer{Text: rapid.SampledFrom([]string{"good", "više primera\ni vežbi"}).Draw(t, "text")}
	case survey.KindNumber:
		return survey.Answer{Code: survey.Answered, Number: rapid.IntRange(q.Min, q.Max).Draw(t, "number")}
	case survey.KindBeforeAfter:
		return survey.Answer{Before: point(), Code: point()}
	case survey.KindMulti:
		a := survey.Answer{Code: survey.Answered}
		for a.Set.Len() < q.Min {
			if code := point(); !a.Set.Has(code) {
				a.Set = a.Set.Toggle(code)
			}
		}
		return a
	}
	return survey.Answer{Code: point()}
}
