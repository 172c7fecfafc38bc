package survey

import (
	"strconv"
	"strings"
)

// ReadyScales returns the names of the scales in the library: "agreement-4",
// "agreement-5", "agreement-7", and the same for extent, quality, frequency,
// satisfaction, likelihood and confidence. The number is the number of points.
func ReadyScales() []string {
	var names []string
	for _, family := range readyFamilies() {
		for _, k := range readyLengths() {
			names = append(names, family.scaleName(k))
		}
	}
	return names
}

// ReadyScale returns the scale of that name from the library, and false when
// there is none. Its points have the values "1", "2", "3" …, the lowest first,
// and labels in the [Languages] of the interface; no point is outside n. The
// scale belongs to the caller, who may change it.
func ReadyScale(name string) (Scale, bool) {
	for _, family := range readyFamilies() {
		for _, k := range readyLengths() {
			if family.scaleName(k) == name {
				return family.scale(k), true
			}
		}
	}
	return Scale{}, false
}

// readyNames returns the names of the ready scales of a family, when a name is
// that of the family or has another number behind it, such as "agreement-9".
func readyNames(name string) []string {
	family, length, _ := strings.Cut(name, "-")
	if strings.Trim(length, "0123456789") != "" {
		return nil
	}
	var names []string
	for _, ready := range ReadyScales() {
		if strings.HasPrefix(ready, family+"-") {
			names = append(names, ready)
		}
	}
	return names
}

// readyLengths returns the numbers of points in which each scale comes.
func readyLengths() []int { return []int{4, 5, 7} }

// readyFamily is the versions of one scale with 4, 5 and 7 points. Shorter
// versions leave points out and never reword one, so that their ends agree.
type readyFamily struct {
	name string
	// points are those of the longest version, the lowest first.
	points []readyPoint
}

// readyPoint is a point of a family.
type readyPoint struct {
	// from is the number of points of the shortest version that has this one.
	from int
	// cyrillic is the label in Serbian; the one in Latin script follows from it.
	cyrillic string
	// english is the same label in English.
	english string
}

// scaleName returns the name of the version with k points.
func (f readyFamily) scaleName(k int) string { return f.name + "-" + strconv.Itoa(k) }

// scale returns the version with k points.
func (f readyFamily) scale(k int) Scale {
	var points []Point
	for _, p := range f.points {
		if p.from > k {
			continue
		}
		points = append(points, Point{
			Value: strconv.Itoa(len(points) + 1),
			Label: Text{SerbianLatin: Latin(p.cyrillic), SerbianCyrillic: p.cyrillic, English: p.english},
		})
	}
	return Scale{Points: points}
}
