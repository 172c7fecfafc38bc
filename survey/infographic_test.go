package survey_test

import (
	"strings"
	"testing"

	"anketa/survey"
)

// told is a survey file whose report says everything.
const told = head + `report: { title: R, paragraph: P, split: q, structure: q, partners: [{ name: A, logo: a.png }] }
questions:
  - { id: q, kind: yes_no, text: Q, headline: [yes], sentence: "{percent} ({count} of {n}) say yes." }
  - { id: t, kind: text, text: T }
`

// What a stored survey says about its report and could not is dropped: nobody is
// kept from their answers by it. The rest stays.
func TestDecodeDropsFromTheReport(t *testing.T) {
	stored := canonicalOf(t, load(t, told))
	for _, c := range []struct {
		change
		dropped func(*survey.Survey) bool
	}{
		{change{"split by words", `"split":"q"`, `"split":"t"`}, func(s *survey.Survey) bool { return s.Report.Split == "" && s.Report.Structure == "q" }},
		{change{"unknown structure", `"structure":"q"`, `"structure":"x"`}, func(s *survey.Survey) bool { return s.Report.Structure == "" }},
		{change{"logo elsewhere", `"logo":"a.png"`, `"logo":"../a.png"`}, func(s *survey.Survey) bool {
			return s.Report.Partners[0].Logo == "" && s.Report.Partners[0].Name.In("en") == "A"
		}},
		{change{"unknown figure", `({count} of {n})`, `({count} of {m})`}, func(s *survey.Survey) bool { return s.Questions[0].Sentence == nil }},
		{change{"no headline", `"headline":[1],`, ``}, func(s *survey.Survey) bool { return s.Questions[0].Sentence == nil }},
		{change{"long paragraph", `"en":"P"`, `"en":"` + strings.Repeat("p", 800) + `"`}, func(s *survey.Survey) bool {
			return len(s.Report.Paragraph.In("en")) == survey.MaxParagraph
		}},
	} {
		s, err := survey.Decode(c.apply(t, stored))
		if err != nil || !c.dropped(s) || s.Report.Title.In("en") != "R" {
			t.Errorf("%s: got %+v, %v", c.name, s, err)
		}
	}
}

// Another version of the file gives the texts of the report, and sentences only to
// those questions that count the same.
func TestWithReport(t *testing.T) {
	s := load(t, told)
	for _, c := range []struct{ name, from, to, title, sentence string }{
		{"other words", "say yes", "agree", "R", "{percent} ({count} of {n}) agree."},
		{"other title", "title: R", "title: New", "New", "{percent} ({count} of {n}) say yes."},
		{"other headline", `[yes], sentence: "{percent} ({count} of {n}) say yes`, `[no], sentence: "{percent} ({count} of {n}) say no`, "R", "{percent} ({count} of {n}) say yes."},
		{"other question", "id: t,", "id: u,", "R", "{percent} ({count} of {n}) say yes."},
	} {
		got := s.WithReport(load(t, strings.Replace(told, c.from, c.to, 1)))
		if got.Report.Title.In("en") != c.title || got.Questions[0].Sentence.In("en") != c.sentence {
			t.Errorf("%s: got %v and %v", c.name, got.Report.Title, got.Questions[0].Sentence)
		}
	}
	if s.Report.Title.In("en") != "R" || s.Questions[0].Sentence.In("en") != "{percent} ({count} of {n}) say yes." {
		t.Error("the survey itself was changed")
	}
}
