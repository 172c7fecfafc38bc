package likert_test

import (
	"strings"
	"testing"

	"anketa/survey"
	"anketa/tui/likert"
)

// TestKeyboards holds that letters choose with Caps Lock on and on a keyboard
// set to Serbian Cyrillic, where they share a key with the Latin ones.
func TestKeyboards(t *testing.T) {
	q := question(survey.KindChoice, 11, false)
	for range 24 {
		q.Points = append(q.Points, q.Points[0])
	}
	const latin, cyrillic, capitals = "abcdefghijklmnopqrstuvwxyz", "абцдефгхијклмнопљрстувњџѕз", "АБЦДЕФГХИЈКЛМНОПЉРСТУВЊЏЅЗ"
	small, big := []rune(cyrillic), []rune(capitals)
	for i, letter := range latin {
		want := survey.Code(10 + i)
		for _, key := range []string{string(letter), strings.ToUpper(string(letter)), string(small[i]), string(big[i])} {
			if m := typed(widget(q, 80, 20), key); m.Value() != want {
				t.Errorf("%s chooses %d, want %d", key, m.Value(), want)
			}
		}
	}
	for _, key := range []string{"č", "ђ", "Ж", "あ", "^"} {
		if m := typed(widget(q, 80, 20), key); m.Picked() {
			t.Errorf("%s chooses %d", key, m.Value())
		}
	}
}

// TestSecondKeys holds that the letters from a choose what the digits choose, in
// both scripts, and only where no letter is a key of its own: not where there are
// more than nine points, and not among numbers. Negative control: letters that
// always stand for digits.
func TestSecondKeys(t *testing.T) {
	many := question(survey.KindChoice, 11, false)
	for range 49 {
		many.Points = append(many.Points, many.Points[0])
	}
	for _, c := range []struct {
		q    *survey.Question
		key  string
		want survey.Code
	}{
		{question(survey.KindLikert, 5, true), "a", 1},
		{question(survey.KindLikert, 5, true), "E", 5},
		{question(survey.KindLikert, 5, true), "ц", 3},
		{question(survey.KindLikert, 5, true), "f", survey.Missing},
		{question(survey.KindYesNo, 2, false), "b", 2},
		{question(survey.KindChoice, 9, false), "i", 9},
		{question(survey.KindChoice, 9, false), "j", survey.Missing},
		{question(survey.KindChoice, 10, false), "b", survey.Missing},
		{question(survey.KindChoice, 10, false), "a", 10},
		{many, "`", survey.Missing},
		{numbers("", "", true), "b", survey.Missing},
	} {
		if m := typed(widget(c.q, 80, 20), c.key); m.Value() != c.want {
			t.Errorf("%s of %d points chooses %d, want %d", c.key, len(c.q.Points), m.Value(), c.want)
		}
	}
}

// TestKeyRange holds what a parent says of the keys: never an empty one where
// there are more options than keys.
func TestKeyRange(t *testing.T) {
	many := question(survey.KindChoice, 11, false)
	for range 49 {
		many.Points = append(many.Points, many.Points[0])
	}
	for name, c := range map[string]struct {
		q                  *survey.Question
		first, last, aside string
	}{
		"yes or no":        {question(survey.KindYesNo, 2, false), "1", "2", ""},
		"scale":            {question(survey.KindLikert, 5, true), "1", "5", "0"},
		"letters":          {question(survey.KindChoice, 11, true), "1", "b", "0"},
		"60 options":       {many, "1", "z", ""},
		"numbers":          {numbers("", "", false), "0", "10", ""},
		"numbers, aside":   {numbers("", "", true), "0", "10", "n"},
		"nothing to press": {&survey.Question{Kind: survey.KindLikert}, "", "", ""},
	} {
		if first, last, aside := likert.New(c.q, survey.English).KeyRange(); first != c.first || last != c.last || aside != c.aside {
			t.Errorf("%s: %q to %q and %q, want %q to %q and %q", name, first, last, aside, c.first, c.last, c.aside)
		}
	}
}

// TestFits holds that a lint is told the same as a person sees at that width.
func TestFits(t *testing.T) {
	for _, c := range []struct {
		q     *survey.Question
		width int
		want  bool
	}{
		{question(survey.KindLikert, 5, true), 76, true},
		{question(survey.KindLikert, 7, true), 76, false},
		{question(survey.KindLikert, 5, true), 56, false},
		{question(survey.KindBeforeAfter, 5, false), 76, true},
		{question(survey.KindYesNo, 2, false), 56, true},
		{question(survey.KindChoice, 2, false), 200, false},
		{numbers("never", "always", true), 56, true},
		{numbers(strings.Repeat("a", 25), "", true), 56, false},
	} {
		if got := likert.Fits(c.q, survey.English, c.width); got != c.want || widget(c.q, c.width, 12).Row() != c.want {
			t.Errorf("%s with %d points at %d fits: %t, want %t", c.q.Kind, len(c.q.Points), c.width, got, c.want)
		}
	}
}

// TestWrapHyphens holds that a line breaks at no hyphen where a whole one has room for
// the word, and that a longer word is broken without losing anything. Negative
// control: x/ansi by itself.
func TestWrapHyphens(t *testing.T) {
	for text, want := range map[string]string{
		"Niš, 2022-03-01":        "Niš,\n2022-03-01",
		"moj nis-22.pdf":         "moj\nnis-22.pdf",
		"datum: 2022-03-01.":     "datum:\n2022-03-01.",
		"a – b - c d e f":        "a – b - c d\ne f",
		"od 2022-03-01-0000 dan": "od 2022-03-\n01-0000 dan",
		"2022-03-01 2022-03-02":  "2022-03-01\n2022-03-02",
	} {
		if got := likert.Wrap(text, 11); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// TestLongestWord holds that at this width no word is broken, and that a space
// that does not break belongs to its word.
func TestLongestWord(t *testing.T) {
	for text, want := range map[string]int{"": 0, "u značajnoj meri": 9, "5\u00A0km ili": 4, "評価 é": 4} {
		if got := likert.LongestWord(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}
