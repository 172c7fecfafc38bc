package survey

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The letters of Serbian that have one character in both scripts, in one order.
const (
	serbianCyrillic = "абвгдђежзијклмнопрстћуфхцчшАБВГДЂЕЖЗИЈКЛМНОПРСТЋУФХЦЧШ"
	serbianLatin    = "abvgdđežzijklmnoprstćufhcčšABVGDĐEŽZIJKLMNOPRSTĆUFHCČŠ"
)

// Latin writes a Serbian text in Latin script. The mapping from Cyrillic is
// exact (Pravopis srpskoga jezika): every letter has one counterpart, three of
// them with two characters. Those become "Lj" in front of a lower-case letter
// and "LJ" inside capitals. Characters that are not Serbian Cyrillic stay.
func Latin(cyrillic string) string {
	var b strings.Builder
	b.Grow(len(cyrillic))
	letters := newLatinLetters()
	runes := []rune(cyrillic)
	for i, r := range runes {
		digraph := latinDigraph(r)
		switch {
		case digraph == "":
			b.WriteRune(letters.of(r))
		case !unicode.IsUpper(r):
			b.WriteString(digraph)
		case insideCapitals(runes, i):
			b.WriteString(strings.ToUpper(digraph))
		default:
			b.WriteString(strings.ToUpper(digraph[:1]) + digraph[1:])
		}
	}
	return b.String()
}

// insideCapitals reports whether the capital at i stands in a word of capitals.
func insideCapitals(runes []rune, i int) bool {
	if i+1 < len(runes) && unicode.IsLetter(runes[i+1]) {
		return unicode.IsUpper(runes[i+1])
	}
	return i > 0 && unicode.IsUpper(runes[i-1])
}

// latinDigraph returns the two Latin characters of a Serbian Cyrillic letter, in lower
// case, or "" when it is written with one.
func latinDigraph(r rune) string {
	switch r {
	case 'љ', 'Љ':
		return "lj"
	case 'њ', 'Њ':
		return "nj"
	case 'џ', 'Џ':
		return "dž"
	}
	return ""
}

// latinLetters are the Latin letters that stand for one Cyrillic letter each, by the
// distance from the first of Unicode's Cyrillic block.
type latinLetters [0x60]rune

// cyrillicBlock is the first character of that block.
const cyrillicBlock = 'Ѐ'

// newLatinLetters lays the alphabet out, so that it is not searched for each letter of
// a text: at its start a program writes all of its own texts.
func newLatinLetters() *latinLetters {
	letters, latin := &latinLetters{}, []rune(serbianLatin)
	for i, cyrillic := range []rune(serbianCyrillic) {
		letters[cyrillic-cyrillicBlock] = latin[i]
	}
	return letters
}

// of returns the letter that stands for r, or r.
func (l *latinLetters) of(r rune) rune {
	if i := int(r - cyrillicBlock); i >= 0 && i < len(l) && l[i] != 0 {
		return l[i]
	}
	return r
}

// counterpart returns the letter of one alphabet that stands where r stands in
// another, or 0.
func counterpart(r rune, from, to string) rune {
	for _, letter := range from {
		other, size := utf8.DecodeRuneInString(to)
		if letter == r {
			return other
		}
		to = to[size:]
	}
	return 0
}

// cyrillicDigraph returns the Cyrillic letter for two Latin ones, or 0. A small
// letter before a capital is no digraph, because Latin never writes one so.
func cyrillicDigraph(first, second rune) rune {
	switch string([]rune{first, second}) {
	case "lj":
		return 'љ'
	case "nj":
		return 'њ'
	case "dž":
		return 'џ'
	case "Lj", "LJ":
		return 'Љ'
	case "Nj", "NJ":
		return 'Њ'
	case "Dž", "DŽ":
		return 'Џ'
	}
	return 0
}

// parting is a place where two letters that look like a digraph belong to two
// parts of a word.
type parting struct {
	head, tail []rune
	// first means that only the beginning of a word or "ne" stands before it.
	first bool
}

// partings returns the places where n and j or d and ž stay two letters
// (Pravopis srpskoga jezika). No Serbian word parts l and j.
func partings() []parting {
	// The stems are long enough to leave alone what only looks alike: nadžak,
	// odžak, menadžer, konj, konjušar, tanjir, vanjski.
	const stems = "^nad|živ ^nad|žet ^nad|žel ^nad|žeo ^nad|žanj ^nad|žnj ^nad|žup ^nad|ždr " +
		"^od|živ ^od|žal ^od|žub ^od|žur ^od|žv ^od|žnj ^od|ždr " +
		"^pod|žanr ^pod|žar ^pod|žeg ^pod|žeć ^pod|žež ^pod|žel ^pod|žet ^pod|žig ^pod|žil " +
		"^pod|živ ^pod|žiz ^pod|žnj ^pod|žup ^pred|žel ^pred|žet ^pred|živ feld|žand " +
		"in|jekc in|jekt in|jicir in|junk ^in|jurij kon|jektur kon|jug kon|junk " +
		"^an|jon ^jd|ž pan|jelin ^tan|jug ^van|jezgr ^van|jezič n|jugosl ^ssrn|j"
	var all []parting
	for _, stem := range strings.Fields(stems) {
		head, tail, _ := strings.Cut(stem, "|")
		head, first := strings.CutPrefix(head, "^")
		all = append(all, parting{head: []rune(head), tail: []rune(tail), first: first})
	}
	return all
}

// parts reports whether the letter at i of a word ends the first part.
func (p parting) parts(word []rune, i int) bool {
	before, rest := word[:i+1], word[i+1:]
	if !hasSuffix(before, p.head) || !hasPrefix(rest, p.tail) {
		return false
	}
	before = before[:len(before)-len(p.head)]
	return !p.first || len(before) == 0 || slices.Equal(before, []rune{'n', 'e'})
}

// cyrillicWord returns a word in Cyrillic script, or as it is where it is foreign.
func cyrillicWord(word []rune, all []parting) []rune {
	if slices.ContainsFunc(word, foreign) {
		return word
	}
	lower := lowerLetters(word)
	var out []rune
	for i := 0; i < len(word); i++ {
		letter := counterpart(word[i], serbianLatin, serbianCyrillic)
		if letter == 0 {
			letter = word[i]
		}
		if i+1 < len(word) {
			both := cyrillicDigraph(word[i], word[i+1])
			if both != 0 && !slices.ContainsFunc(all, func(p parting) bool { return p.parts(lower, i) }) {
				letter = both
				i++
			}
		}
		out = append(out, letter)
	}
	return out
}

// foreign reports whether a character of a word is neither a letter of Serbian
// Latin nor Cyrillic.
func foreign(r rune) bool {
	cyrillic := unicode.IsLetter(r) && unicode.Is(unicode.Cyrillic, r)
	return inWord(r) && !cyrillic && !strings.ContainsRune(serbianLatin, r)
}

// inWord reports whether a character belongs to a word.
func inWord(r rune) bool { return unicode.In(r, unicode.L, unicode.M) }

// romanNumeral reports whether a word is a numeral from I to XXXIX. Longer ones
// are rare, and DIM, MI and CD are Serbian.
func romanNumeral(word string) bool {
	ones := strings.TrimLeft(word, "X")
	if word == "" || len(word)-len(ones) > 3 {
		return false
	}
	return slices.Contains([]string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}, ones)
}

// normalLatin returns the characters of a text in NFC. A digraph that is one
// character leaves no doubt, so it becomes Cyrillic at once.
func normalLatin(s string) []rune {
	digraphs := strings.NewReplacer("ǆ", "џ", "ǅ", "Џ", "Ǆ", "Џ", "ǉ", "љ", "ǈ", "Љ", "Ǉ", "Љ", "ǌ", "њ", "ǋ", "Њ", "Ǌ", "Њ")
	// Behind a byte that is no text, norm leaves characters as they are.
	return []rune(norm.NFC.String(digraphs.Replace(strings.ToValidUTF8(s, "\ufffd"))))
}

// lowerLetters returns a text in small letters, of the same length.
func lowerLetters(text []rune) []rune {
	lower := make([]rune, len(text))
	for i, r := range text {
		lower[i] = unicode.ToLower(r)
	}
	return lower
}

// hasPrefix reports whether a text begins with a prefix.
func hasPrefix(s, prefix []rune) bool {
	return len(s) >= len(prefix) && slices.Equal(s[:len(prefix)], prefix)
}

// hasSuffix reports whether a text ends with a suffix.
func hasSuffix(s, suffix []rune) bool {
	return len(s) >= len(suffix) && slices.Equal(s[len(s)-len(suffix):], suffix)
}
