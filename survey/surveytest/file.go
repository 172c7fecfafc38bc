package surveytest

import "anketa/survey"

// AsInFile gives a drawn survey what only survey files have: scales with names, and
// the answers yes and no under their own values.
func AsInFile(s *survey.Survey) {
	yesNo := map[string]bool{}
	for i := range s.Questions {
		q := &s.Questions[i]
		switch {
		case q.OfScale():
			q.ScaleName = "scale-of-" + q.ID
		case q.Kind == survey.KindYesNo:
			yesNo[q.ID] = true
			q.Points[0].Value, q.Points[1].Value = "yes", "no"
		}
		if c := q.When; c != nil {
			if c.Not != nil {
				c = c.Not
			}
			if yesNo[c.Question] && c.Is != "" {
				c.Is = map[string]string{"1": "yes", "2": "no"}[c.Is]
			}
		}
	}
}
