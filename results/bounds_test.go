package results_test

import (
	"testing"

	"anketa/results"
)

// Of 24 people 20 answered, 15 of them so: then it was between 15 and 19 of 24.
// Whoever found the question not applicable is not among those who could have.
func TestBounds(t *testing.T) {
	tests := []struct {
		name                  string
		counts                []int
		missing, na, attended int
		want                  results.Bounds
		known                 bool
	}{
		{"four did not answer", []int{5, 15}, 0, 0, 24, results.Bounds{Low: 15, High: 19, Of: 24}, true},
		{"two of them skipped it", []int{5, 15}, 2, 0, 24, results.Bounds{Low: 15, High: 19, Of: 24}, true},
		{"two found it not applicable", []int{5, 15}, 0, 2, 24, results.Bounds{Low: 15, High: 17, Of: 22}, true},
		{"all answered", []int{5, 15}, 0, 0, 20, results.Bounds{Low: 15, High: 15, Of: 20}, true},
		{"nobody answered", []int{0, 0}, 0, 0, 20, results.Bounds{Low: 0, High: 20, Of: 20}, true},
		{"attendance is not known", []int{5, 15}, 0, 0, 0, results.Bounds{}, false},
		{"more answered than attended", []int{5, 15}, 0, 0, 18, results.Bounds{}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := figuresOf(t, tt.counts, tt.missing, tt.na, tt.attended)
			got, known := f.Bounds(f.Counts[1])
			if got != tt.want || known != tt.known {
				t.Errorf("got %+v, %v, want %+v, %v", got, known, tt.want, tt.known)
			}
		})
	}
}
