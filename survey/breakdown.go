package survey

import (
	"errors"
	"fmt"
)

// Breakdown declares that the answers to one question may be shown by the groups
// that another one makes. Only what the survey file declares is ever counted
// together, one pair at a time.
type Breakdown struct {
	// Question is the id of the question whose answers are shown.
	Question string `json:"question"`
	// By is the id of the question that makes the groups.
	By string `json:"by"`
}

// maxBreakdowns bounds the declared pairs, maxGroups the groups that one may make.
const (
	maxBreakdowns = 60
	maxGroups     = 20
)

// refuseBreakdown says why the answers to a question cannot be broken down, or "".
func (q *Question) refuseBreakdown() string {
	switch {
	case q.When != nil:
		return "is asked under a condition, so that its groups would be too small"
	case q.Kind != KindLikert && q.Kind != KindChoice && q.Kind != KindYesNo && q.Kind != KindNPS:
		return fmt.Sprintf("is a %s question, and only likert, choice, yes_no and nps can be broken down", q.Kind)
	}
	return ""
}

// refuseGroups says why a question makes no groups, or "".
func (q *Question) refuseGroups() string {
	switch {
	case q.When != nil:
		return "is asked under a condition, so that some belong to no group"
	case q.Kind != KindChoice && q.Kind != KindYesNo:
		return fmt.Sprintf("is a %s question, and only choice and yes_no make groups", q.Kind)
	case len(q.Points) > maxGroups:
		return fmt.Sprintf("makes %d groups, and %d are the most", len(q.Points), maxGroups)
	}
	return ""
}

// checkBreakdowns reports pairs that no survey file may declare.
func (s *Survey) checkBreakdowns() error {
	if len(s.Breakdowns) > maxBreakdowns {
		return fmt.Errorf("the survey has %d breakdowns", len(s.Breakdowns))
	}
	declared := map[Breakdown]bool{}
	for _, b := range s.Breakdowns {
		q, okQuestion := s.Question(b.Question)
		by, okBy := s.Question(b.By)
		switch {
		case !okQuestion || !okBy || q == by || declared[b]:
			return errors.New("a breakdown names no two questions, or stands there twice")
		case s.Questions[q].refuseBreakdown() != "" || s.Questions[by].refuseGroups() != "":
			return errors.New("a breakdown names a question that cannot be broken down or makes no groups")
		}
		declared[b] = true
	}
	return nil
}
