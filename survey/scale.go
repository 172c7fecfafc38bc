package survey

// MinPoints and MaxPoints bound the number of points of a [Scale].
const (
	MinPoints = 2
	MaxPoints = 11
)

// NotApplicableValue names the "not applicable" point in CSV columns.
const NotApplicableValue = "na"

// Scale is an ordered set of labelled points that questions share.
type Scale struct {
	// Points run from the lowest to the highest; 2 to 11 of them.
	Points []Point
	// NotApplicable is the label of a point outside n; it is empty when there is none.
	NotApplicable Text
}

// Point is one labelled answer of a closed question.
type Point struct {
	// Value names the point in survey files, results and CSV columns.
	Value string `json:"value"`
	// Label is what people read.
	Label Text `json:"label"`
}

// yesNo returns the points of a yes_no question.
func yesNo() []Point {
	return []Point{
		{Value: "yes", Label: Text{SerbianLatin: "Da", SerbianCyrillic: "Да", English: "Yes"}},
		{Value: "no", Label: Text{SerbianLatin: "Ne", SerbianCyrillic: "Не", English: "No"}},
	}
}
