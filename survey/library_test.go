package survey_test

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"anketa/survey"
)

// ready returns a scale that must be in the library.
func ready(tb testing.TB, name string) survey.Scale {
	tb.Helper()
	s, ok := survey.ReadyScale(name)
	if !ok {
		tb.Fatalf("the library has no scale %q", name)
	}
	return s
}

// readyLength returns the number at the end of a name.
func readyLength(tb testing.TB, name string) (family string, k int) {
	tb.Helper()
	family, number, _ := strings.Cut(name, "-")
	k, err := strconv.Atoi(number)
	if err != nil {
		tb.Fatalf("the name %q does not end with a number", name)
	}
	return family, k
}

// Seven scales come with 4, 5 and 7 points, in the documented order.
func TestReadyScales(t *testing.T) {
	var want []string
	for _, family := range []string{"agreement", "extent", "quality", "frequency", "satisfaction", "likelihood", "confidence"} {
		want = append(want, family+"-4", family+"-5", family+"-7")
	}
	if got := survey.ReadyScales(); !slices.Equal(got, want) {
		t.Fatalf("got %q, want %q", got, want)
	}
}

// A name is known only exactly as it is listed.
func TestReadyScaleUnknown(t *testing.T) {
	for _, name := range []string{
		"", "-", "agreement", "agreement-", "-5", "5", "agreement-3", "agreement-6", "agreement-8", "agreement-11",
		"agreement-05", "agreement-+5", "agreement-5 ", " agreement-5", "Agreement-5", "agreement5", "agreement-5-5", "agreements-5",
	} {
		if s, ok := survey.ReadyScale(name); ok || s.Points != nil || s.NotApplicable != nil {
			t.Errorf("%q: got %v, %v", name, s, ok)
		}
	}
}

// Points are numbered from 1 and nothing stands outside n.
func TestReadyScaleValues(t *testing.T) {
	for _, name := range survey.ReadyScales() {
		s := ready(t, name)
		_, k := readyLength(t, name)
		if len(s.Points) != k || s.NotApplicable != nil {
			t.Errorf("%s: got %d points and %v outside n", name, len(s.Points), s.NotApplicable)
		}
		for i, p := range s.Points {
			if p.Value != strconv.Itoa(i+1) {
				t.Errorf("%s: point %d has the value %q", name, i+1, p.Value)
			}
		}
	}
}

// Every label is there in every language, once, clean, and short enough for the
// box it stands in on a terminal of 80 columns. Seven points may be a list there.
func TestReadyScaleLabels(t *testing.T) {
	longest := map[int]int{4: 14, 5: 12, 7: 40}
	for _, name := range survey.ReadyScales() {
		_, k := readyLength(t, name)
		for _, lang := range survey.Languages() {
			seen := map[string]bool{}
			for _, p := range ready(t, name).Points {
				label := p.Label[lang]
				if label == "" || seen[label] || len(p.Label) != len(survey.Languages()) {
					t.Errorf("%s: the label %q (%s) is empty or not the only one: %v", name, label, lang, p.Label)
				}
				seen[label] = true
				if survey.CleanLine(label, 40) != label || strings.ToLower(label) != label || strings.Contains(label, "  ") {
					t.Errorf("%s: the label %q is longer than 40 characters or not clean", name, label)
				}
				for word := range strings.FieldsSeq(label) {
					if utf8.RuneCountInString(word) > longest[k] {
						t.Errorf("%s: the word %q is longer than %d characters", name, word, longest[k])
					}
				}
			}
		}
	}
}

// Each label is in its script from end to end, and the two of Serbian agree.
func TestReadyScaleScripts(t *testing.T) {
	scripts := map[survey.Lang]*unicode.RangeTable{
		survey.SerbianLatin: unicode.Latin, survey.SerbianCyrillic: unicode.Cyrillic, survey.English: unicode.Latin,
	}
	for _, name := range survey.ReadyScales() {
		for _, p := range ready(t, name).Points {
			if got, want := p.Label[survey.SerbianLatin], survey.Latin(p.Label[survey.SerbianCyrillic]); got != want {
				t.Errorf("%s: got %q, want %q", name, got, want)
			}
			for lang, label := range p.Label {
				if strings.ContainsFunc(label, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(scripts[lang], r) }) {
					t.Errorf("%s: %q has letters that are not %s", name, label, lang)
				}
			}
		}
	}
}

// The versions of a scale have the same ends, and a shorter one has no label
// that a longer one has not, in the same order.
func TestReadyScaleVersions(t *testing.T) {
	for _, name := range survey.ReadyScales() {
		family, k := readyLength(t, name)
		long, short := ready(t, family+"-7").Points, ready(t, name).Points
		if !reflect.DeepEqual(short[0].Label, long[0].Label) || !reflect.DeepEqual(short[k-1].Label, long[6].Label) {
			t.Errorf("%s: the ends differ from those of seven points", name)
		}
		for _, p := range long {
			if len(short) > 0 && reflect.DeepEqual(p.Label, short[0].Label) {
				short = short[1:]
			}
		}
		if len(short) > 0 {
			t.Errorf("%s: %v is not among the seven points, or not in their order", name, short[0].Label)
		}
	}
}

// Bipolar scales are balanced: below the middle stands the opposite of what
// stands above it, and the neutral middle exists only where there is one.
func TestReadyScaleBipolar(t *testing.T) {
	middles := map[string]string{
		"agreement": "neither agree nor disagree", "quality": "neither good nor poor",
		"satisfaction": "neither satisfied nor dissatisfied", "likelihood": "might or might not",
	}
	opposite := strings.NewReplacer("disagree", "agree", "poor", "good", "dissatisfied", "satisfied", " not", " yes")
	for family, middle := range middles {
		for _, k := range []int{4, 5, 7} {
			points := ready(t, family+"-"+strconv.Itoa(k)).Points
			for i := range k / 2 {
				low, high := points[i].Label[survey.English], points[k-1-i].Label[survey.English]
				if low == high || opposite.Replace(low) != high {
					t.Errorf("%s-%d: %q is not the opposite of %q", family, k, low, high)
				}
			}
			at := slices.IndexFunc(points, func(p survey.Point) bool { return p.Label[survey.English] == middle })
			if want := map[int]int{4: -1, 5: 2, 7: 3}[k]; at != want {
				t.Errorf("%s-%d: the middle is at %d, want %d", family, k, at, want)
			}
		}
	}
}

// The scale of the default survey is the one of the library.
func TestReadyScaleExtent(t *testing.T) {
	s := trainings(t)
	at, ok := s.Question("informed")
	if !ok {
		t.Fatal("the default survey does not ask how informed people are")
	}
	if got, want := ready(t, "extent-5").Points, s.Questions[at].Points; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// A scale belongs to who asked for it. Negative control: a table that is shared
// between calls.
func TestReadyScaleOwned(t *testing.T) {
	for _, name := range survey.ReadyScales() {
		mine, before := ready(t, name), ready(t, name)
		for i := range mine.Points {
			mine.Points[i].Value = "x"
			clear(mine.Points[i].Label)
		}
		slices.Reverse(mine.Points)
		if after := ready(t, name); !reflect.DeepEqual(after, before) {
			t.Errorf("%s: got %v, want %v", name, after, before)
		}
	}
	names := survey.ReadyScales()
	names[0] = "x"
	if got := survey.ReadyScales()[0]; got != "agreement-4" {
		t.Errorf("got %q", got)
	}
}
