package survey

import "slices"

// OnPaper returns the survey as paper asks it: no question is required, because nothing
// holds a pen back. Answers to it are those to the survey itself; what was left blank is
// missing.
func (s *Survey) OnPaper() *Survey {
	paper := *s
	paper.Questions = slices.Clone(s.Questions)
	for i := range paper.Questions {
		paper.Questions[i].Required = false
	}
	return &paper
}

// NumberOnPaper returns the number of the question at a position among all that want an
// answer, whether they are asked of everybody or not.
func (s *Survey) NumberOnPaper(at int) int {
	n := 0
	for i := range at + 1 {
		if s.Questions[i].Asks() {
			n++
		}
	}
	return n
}
