package secrecy

import (
	"fmt"

	"anketa/survey"
)

// k is the smallest group of the survey, bits how many yes/no questions there are of
// each family: enough to tell 64 people from each other.
const (
	k    = 5
	bits = 6
)

// The families of questions: those that all are asked, and those that only one group is.
const (
	ofAll   = "bit"
	ofGroup = "cond"
)

// groupNames are the answers to the question that makes groups.
func groupNames() []string { return []string{"police", "health", "justice"} }

// asking is a survey in which everybody's yes and no are the digits of a number that
// nobody else has: six questions to all, each broken down by groups, and six to the
// first group alone. Whoever learns one person's answers knows whose they are.
func asking(mode survey.ReleaseMode) *survey.Survey {
	text := func(s string) survey.Text { return survey.Text{survey.English: s} }
	points := func(labels ...string) []survey.Point {
		all := make([]survey.Point, len(labels))
		for i, label := range labels {
			all[i] = survey.Point{Value: label, Label: text(label)}
		}
		return all
	}
	s := &survey.Survey{
		ID: "secrets", Title: text("Secrets"), Languages: []survey.Lang{survey.English},
		MinGroup: k, Release: mode, Kiosk: survey.DefaultKiosk(),
		Questions: []survey.Question{{ID: "by", Kind: survey.KindChoice, Text: text("Field?"), Points: points(groupNames()...)}},
	}
	for _, family := range []string{ofAll, ofGroup} {
		for i := range bits {
			q := survey.Question{
				ID: fmt.Sprint(family, i), Kind: survey.KindYesNo, Text: text(fmt.Sprintf("Is it %s%d?", family, i)),
				Points: points("yes", "no"), Headline: []survey.Code{1},
			}
			if family == ofGroup {
				q.When = &survey.Condition{Question: "by", Is: groupNames()[0]}
			} else {
				s.Breakdowns = append(s.Breakdowns, survey.Breakdown{Question: q.ID, By: "by"})
			}
			s.Questions = append(s.Questions, q)
		}
	}
	return s
}

// person is one participant: a number from 0 to 63, and a group.
type person struct{ number, group int }

// sheet returns what a person answers.
func (p person) sheet(s *survey.Survey) survey.Response {
	answers := make([]survey.Answer, len(s.Questions))
	answers[0].Code = survey.Code(p.group + 1)
	for i := range answers[1:] {
		answers[1+i].Code = survey.Code(2 - p.number>>(i%bits)&1)
	}
	return survey.Response{ID: survey.NewID(), Answers: s.Settle(answers)}
}
