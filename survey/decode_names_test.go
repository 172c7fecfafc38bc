package survey_test

import (
	"fmt"
	"testing"

	"anketa/survey"
)

// Names stand in columns of files, in tables and on screens: a stored survey
// whose names no survey file may have is refused, and so is one where two
// questions or points have the same.
func TestDecodeRefusesNames(t *testing.T) {
	stored := canonicalOf(t, load(t, file))
	refuseChanges(t, stored, []change{
		{"id of the survey", `"id":"s"`, `"id":"\u001b]0;x\u0007"`},
		{"no id of the survey", `"id":"s"`, `"id":""`},
		{"id of a question", `"id":"useful"`, `"id":"\u202euseful"`},
		{"no id of a question", `"id":"useful"`, `"id":""`},
		{"id used twice", `"id":"sector"`, `"id":"useful"`},
		{"id too long", `"id":"useful"`, `"id":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"`},
		{"value of a point", `"value":"a"`, `"value":"a\nb"`},
		{"no value", `"value":"a"`, `"value":""`},
		{"value used twice", `"value":"a"`, `"value":"b"`},
		{"value kept for not applicable", `"value":"a"`, `"value":"na"`},
		{"values of a scale", `"value":"1"`, `"value":"4"`},
		{"scale", `"scale_name":"agree"`, `"scale_name":"\u001b[2J"`},
		{"language", `["en","sr-Latn"]`, `["en","\u001b[2J"]`},
		{"language used twice", `["en","sr-Latn"]`, `["en","en"]`},
		{"language of a text", `"title":{"en":`, `"title":{"\u001b[2J":`},
		{"language of a label", `"label":{"en":"Yes"`, `"label":{"no language":"Yes"`},
		{"language of a hint in another spelling", `"hint":{"en":`, `"hint":{"EN":`},
		{"language in another spelling", `["en","sr-Latn"]`, `["en","sr"]`},
	})
}

// The same holds for the ids of sections.
func TestDecodeRefusesSectionNames(t *testing.T) {
	refuseChanges(t, canonicalOf(t, load(t, everyCondition)), []change{
		{"id of a section", `"id":"rows"`, `"id":"\u001b[2J"`},
		{"language of its title", `"title":{"en":"R"`, `"title":{"\u001b[2J":"R"`},
	})
}

// Settings that no survey file may have are refused, because the kiosk and the
// release rules rely on their bounds.
func TestDecodeRefusesSettings(t *testing.T) {
	stored := canonicalOf(t, load(t, file))
	refuseChanges(t, stored, []change{
		{"release", `"release":"lagged"`, `"release":"now"`},
		{"no release", `"release":"lagged",`, ``},
		{"group too large", `"min_group":6`, `"min_group":4611686018427387904`},
		{"no time", `"idle":60000000000,`, ``},
		{"negative time", `"thanks":5000000000`, `"thanks":-1`},
		{"an unknown idle mode", `"thanks":5000000000`, `"thanks":5000000000,"on_idle":"drop"`},
		{"a day", `"countdown":20000000000`, `"countdown":86400000000000`},
	})
}

// A headline counts each point once, not all of them, and text questions have
// neither points nor a headline: a share above 100 % or of nothing is refused.
func TestDecodeRefusesHeadlines(t *testing.T) {
	stored := canonicalOf(t, load(t, file))
	const words = `"text":{"en":"Words","sr-Latn":"Words"},`
	const two = `"points":[{"value":"a","label":{"en":"A"}},{"value":"b","label":{"en":"B"}}],`
	refuseChanges(t, stored, []change{
		{"a point twice", `"headline":[2,3]`, `"headline":[2,2]`},
		{"backwards", `"headline":[2,3]`, `"headline":[3,2]`},
		{"all points", `"headline":[2,3]`, `"headline":[1,2,3]`},
		{"headline of a text", words, words + two + `"headline":[2],`},
		{"points of a text", words, words + two},
		{"one point of a text", words, words + `"points":[{"value":"a","label":{"en":"A"}}],`},
		{"twelve points of a scale", third, twelve()},
	})
}

// twelve returns the last point of the stored scale of three, and nine more.
func twelve() string {
	points := third
	for i := 4; i <= 12; i++ {
		points += fmt.Sprintf(`,{"value":"%d","label":{"en":"A"}}`, i)
	}
	return points
}

// third is the last point of the scale as it is stored.
const third = `{"value":"3","label":{"en":"yes","sr-Latn":"da"}}`

// refuseChanges checks that each changed survey is refused.
func refuseChanges(t *testing.T, stored string, changes []change) {
	t.Helper()
	for _, c := range changes {
		t.Run(c.name, func(t *testing.T) {
			if s, err := survey.Decode(c.apply(t, stored)); err == nil {
				t.Errorf("got %+v, want an error", s)
			}
		})
	}
}
