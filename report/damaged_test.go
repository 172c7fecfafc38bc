package report_test

import (
	"regexp"
	"strings"
	"testing"

	"anketa/report"
	"anketa/survey"
)

// Records that can no longer be read are named in every format, in the form that their
// number asks for; where there are none, nothing is said. Negative control: drawFoot and
// the template without them.
func TestReportSaysWhatIsDamaged(t *testing.T) {
	said := map[survey.Lang]map[int]string{
		survey.SerbianLatin: {
			1: "1 zapis se više ne može pročitati i nije ni u jednom broju.",
			3: "3 zapisa se više ne mogu pročitati i nisu ni u jednom broju.",
			5: "5 zapisa se više ne može pročitati i nije ni u jednom broju.",
		},
		survey.SerbianCyrillic: {2: "2 записа се више не могу прочитати и нису ни у једном броју."},
		survey.English: {
			0: "", 1: "1 record can no longer be read and is in no figure.", 2: "2 records can no longer be read and are in no figure.",
		},
	}
	for lang, all := range said {
		for n, want := range all {
			in := sheet(t, lang)
			in.Release.Parts[0].Damaged = n
			r := report.New(in)
			page, picture := string(output(t, r.HTML)), strings.ReplaceAll(pictured(t, r), "\u00a0", " ")
			if want == "" {
				if strings.Contains(page+picture, "no longer be read") {
					t.Errorf("%s: something is said of 0 records", lang)
				}
				continue
			}
			if !strings.Contains(page, want) || !strings.Contains(picture, want) {
				t.Errorf("%s: the report does not say %q", lang, want)
			}
		}
	}
	open := report.Input{Release: custom(t, 21, 24, 4, 3, true), Lang: survey.SerbianLatin}
	open.Release.Parts[0].Damaged = 1
	if want := "kad se prikupljanje završi, neće biti ni u jednom broju"; !strings.Contains(pictured(t, report.New(open)), want) {
		t.Errorf("while a training is open, the report does not say %q", want)
	}
}

// A collection that ended without an answer has no results: nothing is hidden, and the
// report says that nobody answered. Negative control: a release that is never nobody's.
func TestReportSaysThatNobodyAnswered(t *testing.T) {
	for lang, said := range map[survey.Lang][]string{
		survey.English:         {"There are no results", "Nobody answered."},
		survey.SerbianLatin:    {"Rezultata nema", "Niko nije odgovorio."},
		survey.SerbianCyrillic: {"Резултата нема", "Нико није одговорио."},
	} {
		for _, open := range []bool{false, true} {
			r := report.New(report.Input{Release: custom(t, 0, 24, 4, 3, open), Lang: lang})
			page, picture := string(output(t, r.HTML)), pictured(t, r)
			for _, words := range said {
				if strings.Contains(page, words) == open || strings.Contains(picture, words) == open {
					t.Errorf("%s, open %t: the report says %q or does not", lang, open, words)
				}
			}
		}
	}
}

// tags stand between the texts of an SVG.
var tags = regexp.MustCompile(`<[^>]*>`)

// pictured returns the texts of the infographic, as they stand in the SVG.
func pictured(tb testing.TB, r *report.Report) string {
	tb.Helper()
	return strings.Join(strings.Fields(tags.ReplaceAllString(string(output(tb, r.SVG)), " ")), " ")
}
