package survey

// Section is a group of neighbouring questions that share a heading.
type Section struct {
	// ID names the section.
	ID string `json:"id"`
	// Title stands above each of its questions.
	Title Text `json:"title"`
	// Matrix shows its questions together, as rows under one scale, where they
	// fit, and one after the other where they do not. All of them are likert
	// questions with the same scale.
	Matrix bool `json:"matrix,omitzero"`
}

// SectionOf returns the section of the question at a position, or nil.
func (s *Survey) SectionOf(i int) *Section {
	if n := s.Questions[i].Section; n > 0 {
		return &s.Sections[n-1]
	}
	return nil
}

// Matrix returns the positions of the questions that share a screen with the
// one at a position, itself among them; it is nil when there are no others.
func (s *Survey) Matrix(i int) []int {
	if section := s.SectionOf(i); section == nil || !section.Matrix {
		return nil
	}
	var rows []int
	for j := range s.Questions {
		if s.Questions[j].Section == s.Questions[i].Section {
			rows = append(rows, j)
		}
	}
	if len(rows) == 1 {
		return nil
	}
	return rows
}
