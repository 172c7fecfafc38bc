package results

// maxBins bounds how many bars the answers to a number question are drawn with.
const maxBins = 12

// Bin is how many answers to a number question lie between two numbers, both
// of them among it.
type Bin struct{ Low, High, Count int }

// Bins puts the answers to a number question into a few bins that begin at
// round numbers, such as 20–29. They follow from what may be answered and are
// the same whatever was answered. The first and the last may be narrower.
func (f *Figures) Bins() []Bin {
	least, most := f.Question.Min, f.Question.Max
	width := binWidth(least, most)
	var bins []Bin
	for i, count := range f.Counts {
		if i == 0 || (least+i)%width == 0 {
			bins = append(bins, Bin{Low: least + i})
		}
		bins[len(bins)-1].High = least + i
		bins[len(bins)-1].Count += count
	}
	return bins
}

// binWidth returns the smallest round width that needs few enough bins.
func binWidth(least, most int) int {
	for unit := 1; ; unit *= 10 {
		for _, width := range []int{unit, 2 * unit, 5 * unit} {
			if (most-least)/width+2 <= maxBins {
				return width
			}
		}
	}
}
