package likert

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"anketa/survey"
)

// keyOf returns the key of the nth point: digits, then the letters from a, as
// far as they go.
func keyOf(n int) string {
	const keys = "123456789abcdefghijklmnopqrstuvwxyz"
	if n > len(keys) {
		return ""
	}
	return keys[n-1 : n]
}

// Find returns the position of the point that a key chooses, or -1. Where digits
// choose points from 1, the letters from a do as well.
func Find(points []Point, press tea.KeyPressMsg) int {
	name := pressed(press)
	// What is typed with several keys is no key.
	if len(name) != 1 {
		return none
	}
	if i := withKey(points, name); i != none {
		return i
	}
	if digit := second(points, name); digit != "" {
		return withKey(points, digit)
	}
	return none
}

// second returns the digit that a letter stands for: the first point's for a. It
// returns "" where a letter is the key of a point already, be it of one that the
// digits do not reach or of what is not applicable, and where numbers are rated.
func second(points []Point, letter string) string {
	for _, p := range points {
		if p.Key == ten || p.Key >= "a" {
			return ""
		}
	}
	if letter < "a" || letter > "i" {
		return ""
	}
	return string('1' + letter[0] - 'a')
}

// withKey returns the position of the point with a key, or none.
func withKey(points []Point, name string) int {
	return slices.IndexFunc(points, func(p Point) bool { return p.Key == name })
}

// pressed returns the name of a key. A letter is the small Latin one, also with
// Caps Lock on or on a keyboard that is set to Serbian Cyrillic.
func pressed(press tea.KeyPressMsg) string {
	// The letters that share a key with those from a to z, two bytes each.
	const cyrillic = "абцдефгхијклмнопљрстувњџѕз"
	name := press.String()
	letter, size := utf8.DecodeRuneInString(name)
	if size != len(name) || !unicode.IsLetter(letter) {
		return name
	}
	letter = unicode.ToLower(letter)
	if i := strings.IndexRune(cyrillic, letter); i >= 0 {
		letter = 'a' + rune(i/2)
	}
	return string(letter)
}

// KeyRange returns the first and the last key that choose one of the points,
// and the key of the point outside n: "" where there is none.
func KeyRange(points []Point) (first, last, aside string) {
	for _, p := range points {
		switch {
		case p.Code == survey.NotApplicable:
			aside = p.Key
		case p.Key == "":
			// There are more options than keys.
		case first == "":
			first, last = p.Key, p.Key
		default:
			last = p.Key
		}
	}
	return first, last, aside
}
