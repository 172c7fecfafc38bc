package survey

import "strconv"

// MinPoints and MaxPoints bound the number of points of a [Scale].
const (
	MinPoints = 2
	MaxPoints = 11
)

const (
	// NotApplicableValue names the "not applicable" point in survey files and CSV columns.
	NotApplicableValue = "na"
	// OtherValue names the point that asks for a few words besides.
	OtherValue = "other"
)

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

// YesNo returns the points of a yes_no question.
func YesNo() []Point {
	return []Point{
		{Value: "yes", Label: Text{SerbianLatin: "Da", SerbianCyrillic: "Да", English: "Yes"}},
		{Value: "no", Label: Text{SerbianLatin: "Ne", SerbianCyrillic: "Не", English: "No"}},
	}
}

// zeroToTen returns the points of an nps question, labelled by their numbers.
func zeroToTen(langs []Lang) []Point {
	points := make([]Point, 11)
	for i := range points {
		number := strconv.Itoa(i)
		points[i] = Point{Value: number, Label: Text{}}
		for _, lang := range langs {
			points[i].Label[lang] = number
		}
	}
	return points
}

// Likely returns what the ends of an nps question mean when the survey file
// does not say it.
func Likely() (low, high Text) {
	return Text{SerbianLatin: "sigurno ne", SerbianCyrillic: "сигурно не", English: "not at all likely"},
		Text{SerbianLatin: "sigurno da", SerbianCyrillic: "сигурно да", English: "extremely likely"}
}
