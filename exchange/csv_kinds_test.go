package exchange_test

import (
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"anketa/exchange"
	"anketa/survey"
	"anketa/survey/surveytest"
)

// TestReadCSVKinds holds how each kind of question is read.
func TestReadCSVKinds(t *testing.T) {
	s, _ := kinds(t)
	answered := survey.Answered
	for name, c := range map[string]struct {
		header, row, question string
		want                  survey.Answer
	}{
		"options":             {"topics", "law risk", "topics", survey.Answer{Code: answered, Set: 0b101}},
		"one option":          {"topics", "interview", "topics", survey.Answer{Code: answered, Set: 0b10}},
		"semicolons":          {"topics", "risk;law", "topics", survey.Answer{Code: answered, Set: 0b101}},
		"bars and spaces":     {"topics", " risk | law ", "topics", survey.Answer{Code: answered, Set: 0b101}},
		"an option twice":     {"topics", "law law", "topics", survey.Answer{Code: answered, Set: 0b1}},
		"none of the options": {"topics", "na", "topics", survey.Answer{Code: survey.NotApplicable}},
		"no option":           {"topics", "", "topics", survey.Answer{}},
		"option and words":    {"topics,topics_other", "law other,rad sa decom", "topics", survey.Answer{Code: answered, Set: 0b10001, Text: "rad sa decom"}},
		"other":               {"field,field_other", "other, zdravstvo ", "field", survey.Answer{Code: 4, Text: "zdravstvo"}},
		"other without words": {"field,field_other", "other,", "field", survey.Answer{Code: 4}},
		"other, no column":    {"field", "other", "field", survey.Answer{Code: 4}},
		"words over lines":    {"field,field_other", "other,\"a\nb\"", "field", survey.Answer{Code: 4, Text: "a b"}},
		"columns turned":      {"field_other,field", "zdravstvo,other", "field", survey.Answer{Code: 4, Text: "zdravstvo"}},
		"number":              {"years", "12", "years", survey.Answer{Code: answered, Number: 12}},
		"smallest number":     {"years", "0", "years", survey.Answer{Code: answered}},
		"below zero":          {"change", "-10", "change", survey.Answer{Code: answered, Number: -10}},
		"no number":           {"years", "na", "years", survey.Answer{Code: survey.NotApplicable}},
		"nps nothing":         {"recommend", "0", "recommend", survey.Answer{Code: 1}},
		"nps most":            {"recommend", "10", "recommend", survey.Answer{Code: 11}},
		"before and after":    {"skills_before,skills_after", "2,4", "skills", survey.Answer{Before: 2, Code: 4}},
		"after, before":       {"skills_after,skills_before", "4,2", "skills", survey.Answer{Before: 2, Code: 4}},
		"both aside":          {"skills_before,skills_after", "na,na", "skills", survey.Answer{Before: survey.NotApplicable, Code: survey.NotApplicable}},
		"neither":             {"skills_before,skills_after", ",", "skills", survey.Answer{}},
		"asked":               {"field,protocol", "police,no", "protocol", survey.Answer{Code: 2}},
		"asked, no answer":    {"field,protocol", "police,", "protocol", survey.Answer{}},
		"not asked":           {"field,protocol", "social,", "protocol", survey.Answer{Code: survey.NotAsked}},
		"no column":           {"field", "social", "protocol", survey.Answer{Code: survey.NotAsked}},
		"condition unknown":   {"years", "3", "protocol", survey.Answer{Code: survey.NotAsked}},
		"text not asked":      {"recommend,lacking", "9,", "lacking", survey.Answer{Code: survey.NotAsked}},
		"one line of text":    {"lacking", "\"a\nb\"", "lacking", survey.Answer{Text: "a b"}},
	} {
		t.Run(name, func(t *testing.T) {
			groups, err := exchange.ReadCSV(strings.NewReader("event,"+c.header+"\nA,"+c.row+"\n"), s, countedIDs())
			if err != nil {
				t.Fatal(err)
			}
			at, _ := s.Question(c.question)
			r := groups[0].Responses[0]
			if got := r.Answers[at]; got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
			if err := r.Check(s); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestReadCSVKindsErrors holds what each kind of question refuses, in which
// words. Negative control: an error that repeats what stands in a cell.
func TestReadCSVKindsErrors(t *testing.T) {
	const topics = "law, interview, risk, network, other"
	s, _ := kinds(t)
	for name, c := range map[string]struct{ header, row, want string }{
		"option":               {"topics", "law CANARY", "line 2: column topics holds something beside its values: " + topics},
		"too many options":     {"topics", "law interview risk network", "line 2: column topics holds too few or too many values: it takes 1 to 3"},
		"only separators":      {"topics", ";|", "line 2: column topics holds too few or too many values: it takes 1 to 3"},
		"na with others":       {"topics", "na law", "line 2: column topics holds “na” beside other values"},
		"words without other":  {"topics,topics_other", "law,CANARY", "line 2: column topics_other must be empty where topics does not hold “other”"},
		"words, nothing else":  {"field,field_other", ",CANARY", "line 2: column field_other must be empty where field does not hold “other”"},
		"number too large":     {"years", "46", "line 2: column years holds no whole number from 0 to 45"},
		"number too small":     {"change", "-11", "line 2: column change holds no whole number from -10 to 10"},
		"fraction":             {"years", "12.5", "line 2: column years holds no whole number from 0 to 45"},
		"no number":            {"years", "CANARY", "line 2: column years holds no whole number from 0 to 45"},
		"huge number":          {"years", "99999999999999999999", "line 2: column years holds no whole number from 0 to 45"},
		"number without na":    {"change", "na", "line 2: column change holds no whole number from -10 to 10"},
		"nps":                  {"recommend", "11", "line 2: column recommend holds none of its values: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10"},
		"before":               {"skills_before,skills_after", "CANARY,2", "line 2: column skills_before holds none of its values: 1, 2, 3, 4, 5"},
		"after":                {"skills_before,skills_after", "2,6", "line 2: column skills_after holds none of its values: 1, 2, 3, 4, 5"},
		"only before":          {"skills_before,skills_after", "2,", "line 2: one of the columns skills_before and skills_after is empty; a row has both answers or none"},
		"only after":           {"skills_before,skills_after", ",2", "line 2: one of the columns skills_before and skills_after is empty; a row has both answers or none"},
		"hidden":               {"field,protocol", "social,yes", "line 2: column protocol must be empty: the question protocol is not asked after the other answers of this row"},
		"hidden text":          {"recommend,lacking", "10,CANARY", "line 2: column lacking must be empty: the question lacking is not asked after the other answers of this row"},
		"condition behind":     {"protocol,field", "yes,social", "line 2: column protocol must be empty: the question protocol is not asked after the other answers of this row"},
		"answers before rules": {"field,protocol,years", "social,yes,CANARY", "line 2: column years holds no whole number from 0 to 45"},
		"half a pair":          {"skills_after", "2", "line 1: the column “skills_before” is missing beside “skills_after”"},
		"other half":           {"skills_before", "2", "line 1: the column “skills_after” is missing beside “skills_before”"},
		"only words":           {"topics_other", "x", "line 1: the column “topics” is missing beside “topics_other”"},
		"id of a pair":         {"skills", "2", "line 1: the question “skills” has two columns, “skills_before” and “skills_after”"},
		"note":                 {"frank", "x", "line 1: “frank” is a note and has no answers"},
		"twice":                {"topics,topics_other,topics_other", "other,a,b", "line 1: two columns are called “topics_other”"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := exchange.ReadCSV(strings.NewReader("event,"+c.header+"\nA,"+c.row+"\n"), s, countedIDs())
			var rows exchange.RowErrors
			if !errors.As(err, &rows) || rows.Error() != c.want {
				t.Fatalf("got\n%v\nwant\n%s", err, c.want)
			}
			if strings.Contains(err.Error(), "CANARY") {
				t.Errorf("the error repeats what stands in a cell: %v", err)
			}
		})
	}
}

// TestReadCSVRoundTrip holds that responses to any survey, written as rows, are
// read as the same answers, in whatever order the columns stand. Negative
// control: a column that is read for another, an option that gets lost.
func TestReadCSVRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := surveytest.Survey(t)
		header := []string{"event"}
		for i := range s.Questions {
			header = append(header, s.Questions[i].Columns()...)
		}
		header = rapid.Permutation(header).Draw(t, "columns")
		var file strings.Builder
		w := csv.NewWriter(&file)
		_ = w.Write(header)
		var want []survey.Response
		separator := rapid.SampledFrom([]string{" ", ";", "|", " | "}).Draw(t, "separator")
		for range rapid.IntRange(1, 4).Draw(t, "rows") {
			r := surveytest.Response(t, s)
			want = append(want, r)
			_ = w.Write(row(s, r, header, separator))
		}
		w.Flush()
		groups, err := exchange.ReadCSV(strings.NewReader(file.String()), s, survey.NewID)
		if err != nil || len(groups) != 1 {
			t.Fatalf("got %d groups (%v) from\n%s", len(groups), err, file.String())
		}
		for i, r := range groups[0].Responses {
			if err := r.Check(s); err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(r.Answers, unquoted(want[i].Answers)) {
				t.Fatalf("row %d is %+v, want %+v, from\n%s", i+1, r.Answers, want[i].Answers, file.String())
			}
		}
	})
}

// unquoted returns answers without consent to quotes, which no column holds.
func unquoted(answers []survey.Answer) []survey.Answer {
	for i := range answers {
		answers[i].Quote = false
	}
	return answers
}

// row writes a response under a header.
func row(s *survey.Survey, r survey.Response, header []string, separator string) []string {
	cells := map[string]string{"event": "A"}
	for i := range s.Questions {
		q, a := &s.Questions[i], r.Answers[i]
		for nth, name := range q.Columns() {
			cells[name] = cell(q, a, nth, separator)
		}
	}
	out := make([]string, len(header))
	for i, name := range header {
		out[i] = cells[name]
	}
	return out
}

// cell writes what stands in the nth column of a question.
func cell(q *survey.Question, a survey.Answer, nth int, separator string) string {
	switch {
	case q.Kind == survey.KindText, q.HasOther() && nth == 1:
		return a.Text
	case q.Kind == survey.KindBeforeAfter && nth == 0:
		return valueOf(q, a.Before)
	case q.Kind == survey.KindNumber && a.Code == survey.Answered:
		return strconv.Itoa(a.Number)
	case q.Kind == survey.KindMulti && a.Code == survey.Answered:
		var values []string
		for _, code := range a.Set.Codes() {
			values = append(values, valueOf(q, code))
		}
		return strings.Join(values, separator)
	}
	return valueOf(q, a.Code)
}

// valueOf names a point; nothing stands for no answer.
func valueOf(q *survey.Question, code survey.Code) string {
	switch {
	case code == survey.NotApplicable:
		return survey.NotApplicableValue
	case code >= 1 && int(code) <= len(q.Points):
		return q.Points[code-1].Value
	}
	return ""
}

// TestReadCSVManyOptions holds that a cell with every option of a long list is
// read whole. Negative control: a cell that is cut to the length of a name.
func TestReadCSVManyOptions(t *testing.T) {
	s, _ := kinds(t)
	at, _ := s.Question("topics")
	q := &s.Questions[at]
	q.Points, q.Other, q.Max = nil, nil, 60
	var values []string
	for i := range 60 {
		value := fmt.Sprintf("an-option-with-a-rather-long-name-%d", i)
		values = append(values, value)
		q.Points = append(q.Points, survey.Point{Value: value})
	}
	groups, err := exchange.ReadCSV(strings.NewReader("event,topics\nA,"+strings.Join(values, " ")+"\n"), s, countedIDs())
	if err != nil || groups[0].Responses[0].Answers[at].Set.Len() != 60 {
		t.Errorf("got %+v, %v", groups, err)
	}
}
