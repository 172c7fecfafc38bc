package exchange_test

import (
	"bytes"
	"errors"
	"testing"

	"anketa/exchange"
	"anketa/survey"
)

// FuzzReadCSV holds that no file breaks the reader, that what it reads fits the
// survey and is clean, and that it returns either groups or one clear error: of
// the trainings, and of a survey with every kind of question.
func FuzzReadCSV(f *testing.F) {
	for _, seed := range []string{
		"", "event,gender\nA,woman\n", "\ufeffsession,improve\r\nA,\"a\"\"b\r\nc\"\r\n", "event,event\n", "event,gender\nA\n", "event\n\"", "event,quote\nA,\u202e\n", "event;gender\nA;woman\n",
		"event,topics,topics_other\nA,law;other,rad\n", "event,years,change\nA,12,-3\nB,na,+4\n", "event,skills_before,skills_after\nA,2,na\nA,,\n",
		"event,field,field_other,protocol\nA,police,,yes\nA,other,\u202ex,\n", "event,recommend,lacking\nA,10,\nA,0,\"a\nb\"\n", "event,topics\nA,na law\n", "event,frank\nA,\n",
	} {
		f.Add([]byte(seed))
	}
	all, _ := kinds(f)
	surveys := []*survey.Survey{trainings(f), all}
	f.Fuzz(func(t *testing.T, file []byte) {
		for _, s := range surveys {
			groups, err := exchange.ReadCSV(bytes.NewReader(file), s, countedIDs())
			if err == nil {
				checkGroups(t, s, groups)
				continue
			}
			var rows exchange.RowErrors
			if errors.As(err, new(exchange.NotCSVError)) && groups == nil {
				continue
			}
			if !errors.As(err, &rows) || len(rows) == 0 || groups != nil {
				t.Fatalf("got %d groups and the error %v (%T)", len(groups), err, err)
			}
		}
	})
}

// checkGroups fails when what was read does not fit the survey or is not clean.
func checkGroups(t *testing.T, s *survey.Survey, groups []exchange.Group) {
	t.Helper()
	names := map[string]bool{}
	for _, g := range groups {
		if g.Session == "" || g.Session != survey.CleanLine(g.Session, survey.MaxNameLength) || names[g.Session] || len(g.Responses) == 0 {
			t.Fatalf("a session is called %q and has %d responses", g.Session, len(g.Responses))
		}
		names[g.Session] = true
		for _, r := range g.Responses {
			if err := r.Check(s); err != nil {
				t.Fatal(err)
			}
			for i, a := range r.Answers {
				if a != s.Questions[i].CleanAnswer(a) {
					t.Fatalf("an answer is not clean: %+v", a)
				}
			}
		}
	}
}
