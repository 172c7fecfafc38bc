package tui_test

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"anketa/survey"
	"anketa/tui"
)

// texts returns every text of the interface in a language by the name of its
// field; the forms of a plural have names of their own.
func texts(lang survey.Lang) map[string]string {
	all := map[string]string{}
	collect(reflect.ValueOf(*tui.StringsFor(lang)), "", all)
	return all
}

// collect adds the strings of a struct and of those inside it.
func collect(v reflect.Value, name string, all map[string]string) {
	for i := range v.NumField() {
		field, path := v.Field(i), strings.TrimPrefix(name+"."+v.Type().Field(i).Name, ".")
		switch {
		case !v.Type().Field(i).IsExported():
		case field.Kind() == reflect.Struct:
			collect(field, path, all)
		case field.Kind() == reflect.String:
			all[path] = field.String()
		}
	}
}

// TestStringsComplete holds that no text is missing in any language. Negative
// control: a field left out of one language.
func TestStringsComplete(t *testing.T) {
	for _, lang := range survey.Languages() {
		all := texts(lang)
		if len(all) < 90 {
			t.Errorf("only %d texts were found in %s", len(all), lang)
		}
		for name, text := range all {
			if strings.TrimSpace(text) == "" {
				t.Errorf("%s: %s is empty", lang, name)
			}
		}
		if got := tui.StringsFor(lang).Lang; got != lang {
			t.Errorf("the texts for %s are those of %s", lang, got)
		}
	}
}

// TestStringsVerbs holds that a text takes the same values in every language and
// every form of a plural, in the same order.
func TestStringsVerbs(t *testing.T) {
	verb := regexp.MustCompile(`%[^a-zA-Z%]*[a-zA-Z%]`)
	want := texts(survey.English)
	for _, lang := range survey.Languages() {
		for name, text := range texts(lang) {
			if got, want := verb.FindAllString(text, -1), verb.FindAllString(want[name], -1); !slices.Equal(got, want) {
				t.Errorf("%s: %s takes %q, in English %q", lang, name, got, want)
			}
		}
	}
}

// TestStringsScript holds that the languages do not mix: Cyrillic texts hold
// Latin letters only in words that are written so everywhere, the others no
// Cyrillic ones, and English none with a Serbian mark. What a language calls
// itself is compared apart. Negative control: an untranslated text.
func TestStringsScript(t *testing.T) {
	latin := regexp.MustCompile(`(Enter|Esc|NPS|anketa|verify|PgUp|PgDn|Home|End|\bn\b|\bz\b|\bp\b|\br\b|\bx\b|%(\[\d\])?[a-z])`)
	for _, c := range []struct {
		lang      survey.Lang
		forbidden func(r rune) bool
	}{
		{survey.SerbianCyrillic, func(r rune) bool { return unicode.Is(unicode.Latin, r) }},
		{survey.SerbianLatin, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }},
		{survey.English, func(r rune) bool {
			return unicode.Is(unicode.Cyrillic, r) || strings.ContainsRune("čćžšđČĆŽŠĐ", r)
		}},
	} {
		for name, text := range texts(c.lang) {
			if name == "Lang" || name == "Name" {
				continue
			}
			if rest := latin.ReplaceAllString(text, ""); strings.ContainsFunc(rest, c.forbidden) {
				t.Errorf("%s: %s mixes scripts: %q", c.lang, name, text)
			}
		}
	}
	for lang, want := range map[survey.Lang]string{
		survey.SerbianLatin: "Srpski (latinica)", survey.SerbianCyrillic: "Српски (ћирилица)", survey.English: "English",
	} {
		if got := tui.StringsFor(lang).Name; got != want {
			t.Errorf("%s calls itself %q, want %q", lang, got, want)
		}
	}
}

// TestStringsSentences holds that whole sentences end like sentences, and that
// names of keys and lines do not.
func TestStringsSentences(t *testing.T) {
	for _, lang := range survey.Languages() {
		for name, text := range texts(lang) {
			ends := strings.HasSuffix(text, ".") || strings.HasSuffix(text, "?") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "…")
			if strings.HasPrefix(name, "Keys.") && ends {
				t.Errorf("%s: %s is a name, not a sentence: %q", lang, name, text)
			}
			if strings.HasPrefix(name, "Notice.") && name != "Notice.OutOfServiceTitle" && !ends {
				t.Errorf("%s: %s is a sentence: %q", lang, name, text)
			}
		}
	}
}

// forms says which form of a plural a number takes: in Serbian 1, 21 and 31 but
// not 11 take the first, 2 to 4 and 22 to 24 but not 12 to 14 the second.
func forms(lang survey.Lang, p tui.Plural, n int) string {
	switch {
	case lang == survey.English && n == 1:
		return p.One
	case lang == survey.English:
		return p.Other
	case n%10 == 1 && n%100 != 11:
		return p.One
	case n%10 >= 2 && n%10 <= 4 && (n%100 < 12 || n%100 > 14):
		return p.Few
	}
	return p.Other
}

// TestStringsPlural holds that every text with a number takes the form that the
// number asks for. Negative control: One and Few swapped, or a rule that looks
// at 1 only.
func TestStringsPlural(t *testing.T) {
	for _, lang := range survey.Languages() {
		s := tui.StringsFor(lang)
		for name, p := range map[string]tui.Plural{
			"Unanswered": s.Interview.Unanswered, "EraseIn": s.Interview.EraseIn, "StoreIn": s.Interview.StoreIn, "Partial": s.Live.Partial, "Damaged": s.Live.Damaged,
			"Texts": s.Live.Texts, "Until": s.Live.Until, "Came": s.Late.Came,
			"AtLeast": s.Interview.AtLeast, "AtMost": s.Interview.AtMost, "Exactly": s.Interview.Exactly,
		} {
			// Behind these the two larger forms are the same word in the accusative.
			same := name == "Texts" || name == "AtLeast" || name == "AtMost" || name == "Exactly"
			if lang != survey.English && (p.One == p.Few || p.Few == p.Other || p.One == p.Other) && !same {
				t.Errorf("%s: %s has the same text for different numbers: %+v", lang, name, p)
			}
			for _, n := range []int{0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 101, 111, 122} {
				if got, want := s.Count(p, n), fmt.Sprintf(forms(lang, p, n), n); got != want {
					t.Errorf("%s: %s of %d is %q, want %q", lang, name, n, got, want)
				}
			}
		}
	}
	if got, want := tui.StringsFor(survey.SerbianLatin).Count(tui.StringsFor(survey.SerbianLatin).Live.Until, 22), "trebaju još 22 odgovora"; !strings.Contains(got, want) {
		t.Errorf("got %q, want it to contain %q", got, want)
	}
}

// TestPercent holds how percentages read in each language: one decimal, a comma
// and a space in Serbian.
func TestPercent(t *testing.T) {
	for _, c := range []struct {
		percent            float64
		serbian, otherwise string
	}{
		{0, "0,0 %", "0.0%"},
		{100 * 43.0 / 72, "59,7 %", "59.7%"},
		{100 * 5.0 / 72, "6,9 %", "6.9%"},
		{100 * 71.0 / 72, "98,6 %", "98.6%"},
		{62.5, "62,5 %", "62.5%"},
		{100, "100,0 %", "100.0%"},
	} {
		for lang, want := range map[survey.Lang]string{survey.SerbianLatin: c.serbian, survey.SerbianCyrillic: c.serbian, survey.English: c.otherwise} {
			if got := tui.StringsFor(lang).Percent(c.percent); got != want {
				t.Errorf("%s: %v is %q, want %q", lang, c.percent, got, want)
			}
		}
	}
}

// TestStringsForOthers holds that a language that the interface does not have
// gets the texts of the default.
func TestStringsForOthers(t *testing.T) {
	if got := tui.StringsFor("hu").Lang; got != survey.SerbianLatin {
		t.Errorf("Hungarian gets the texts of %s, want those of the default", got)
	}
}

// TestStringsUsed holds that every text is shown somewhere: nobody translates
// what nobody reads.
func TestStringsUsed(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	source := ""
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") || strings.HasPrefix(file, "strings") {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		source += string(data)
	}
	for name := range texts(survey.English) {
		name = regexp.MustCompile(`\.(One|Few|Other)$`).ReplaceAllString(name, "")
		if used := regexp.MustCompile(`\.` + name[strings.LastIndex(name, ".")+1:] + `\b`); !used.MatchString(source) && !used.MatchString(".Lang .Name") {
			t.Errorf("nothing shows %s", name)
		}
	}
}
