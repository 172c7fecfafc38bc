package exchange_test

import (
	"strings"
	"testing"

	"anketa/exchange"
	"anketa/survey"
)

// A file that KoboToolbox writes of an exported form is read, with or without the names
// of groups: what it says of who answered and when is passed over, as long as no
// question is called so. Negative controls: without ungrouped, the second header is
// refused; without aboutPeople, both are.
func TestReadKoboCSV(t *testing.T) {
	s, _ := kinds(t)
	for _, header := range []string{
		"start;end;session;field;topics;topics/law;topics/interview;skills_before;skills_after;_id;_uuid;_submission_time;_validation_status;_submitted_by;__version__;_index",
		"start;end;session;field;topics;topics/law;topics/interview;yourself/skills/skills_before;yourself/skills/skills_after;_id;_uuid;_submission_time;_validation_status;_submitted_by;__version__;_index",
	} {
		file := `"` + strings.ReplaceAll(header, ";", `";"`) + "\"\n" +
			`"2026-11-24T10:00:00";"2026-11-24T10:01:00";"Niš";"police";"law interview";"1";"1";"2";"4";"17";"d3c0";"2026-11-24T10:02:00";"";"ana";"v1";"1"` + "\n"
		groups, err := exchange.ReadCSV(strings.NewReader(file), s, countedIDs())
		if err != nil {
			t.Errorf("%s: %v", header, err)
			continue
		}
		for id, want := range map[string]survey.Answer{
			"field":  {Code: 1},
			"topics": {Code: survey.Answered, Set: 0b11},
			"skills": {Before: 2, Code: 4},
		} {
			at, _ := s.Question(id)
			if got := groups[0].Responses[0].Answers[at]; got != want {
				t.Errorf("%s is %+v, want %+v", id, got, want)
			}
		}
	}
	// A name that only looks like one of ours is none.
	for _, header := range []string{"nowhere/field", "quality/field", "field/police", "nowhere/topics/law"} {
		if _, err := exchange.ReadCSV(strings.NewReader("session,"+header+"\nA,1\n"), s, countedIDs()); err == nil || !strings.Contains(err.Error(), header) {
			t.Errorf("%s: got %v", header, err)
		}
	}
}
