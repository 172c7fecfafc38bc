package survey

import (
	"errors"
	"slices"
	"strings"
	"unicode"
)

// Verdict is what the facilitator decided about a free text.
type Verdict string

const (
	// Unreviewed texts were not looked at yet.
	Unreviewed Verdict = ""
	// Approved texts may leave the kiosk once the rules release them.
	Approved Verdict = "approved"
	// Hidden texts are shown nowhere.
	Hidden Verdict = "hidden"
)

const (
	// MaxThemeLength caps the name of a theme in characters, MaxThemes how many
	// themes one text is given.
	MaxThemeLength = 40
	MaxThemes      = 8
)

// Mask stands in a wording for masked words: the editor's sign for an omission.
// It does not tell how long the words are, nor how many stood side by side.
const Mask = "[…]"

// Review is what the facilitator decided about one free text. It holds no word of
// the text, no time and no author. The zero Review means that nothing was decided.
type Review struct {
	Verdict Verdict `json:"verdict,omitzero"`
	// Themes are the names of the themes that the text belongs to, in their order.
	Themes []string `json:"themes,omitzero"`
	// Masked are the positions of masked words among the [Words] of the text, in
	// their order.
	Masked []int `json:"masked,omitzero"`
}

// Writing is one free text, apart from who wrote it, with its review.
type Writing struct {
	// ID is the key of the text, or of the row where the survey links them.
	ID   ID
	Text string
	// Quote is the consent to quote the text.
	Quote  bool
	Review Review
}

// IsZero reports whether nothing was decided.
func (r *Review) IsZero() bool {
	return r.Verdict == Unreviewed && len(r.Themes) == 0 && len(r.Masked) == 0
}

// Clean passes the themes through [CleanLine] and puts everything in order, each once.
func (r *Review) Clean() {
	r.Themes = cleanThemes(r.Themes)
	r.Masked = slices.Compact(slices.Sorted(slices.Values(r.Masked)))
}

// cleanThemes returns themes as they may be kept: in order, each once, none empty.
func cleanThemes(themes []string) []string {
	var clean []string
	for _, theme := range themes {
		if theme = CleanLine(theme, MaxThemeLength); theme != "" {
			clean = append(clean, theme)
		}
	}
	slices.Sort(clean)
	return slices.Compact(clean)
}

// Check reports why the review does not fit a text, or nil.
func (r *Review) Check(text string) error {
	switch {
	case r.Verdict != Unreviewed && r.Verdict != Approved && r.Verdict != Hidden:
		return errors.New("the verdict on a text is unknown")
	case len(r.Masked) > 0 && (r.Masked[0] < 0 || r.Masked[len(r.Masked)-1] >= len(Words(text))):
		return errors.New("a masked word is not in the text")
	}
	return nil
}

// Join returns the more cautious of two reviews of one text: hidden before
// approved before unreviewed, with the masks and the themes of both. It is
// commutative, associative and idempotent, so that files may be merged in any
// order.
func (r Review) Join(other Review) Review {
	if other.Verdict.caution() > r.Verdict.caution() {
		r.Verdict = other.Verdict
	}
	r.Themes = slices.Concat(r.Themes, other.Themes)
	r.Masked = slices.Concat(r.Masked, other.Masked)
	r.Clean()
	return r
}

// caution says which of two verdicts wins.
func (v Verdict) caution() int { return slices.Index([]Verdict{Unreviewed, Approved, Hidden}, v) }

// Masks reports whether the word at a position is masked.
func (r *Review) Masks(word int) bool {
	_, masked := slices.BinarySearch(r.Masked, word)
	return masked
}

// Wording returns a text with its masked words replaced by [Mask].
func (r *Review) Wording(text string) string {
	if len(r.Masked) == 0 {
		return text
	}
	var b strings.Builder
	words, at := Words(text), 0
	for i := 0; i < len(words); i++ {
		if !r.Masks(i) {
			continue
		}
		b.WriteString(text[at:words[i].Start] + Mask)
		for i+1 < len(words) && r.Masks(i+1) && strings.TrimSpace(text[words[i].End:words[i+1].Start]) == "" {
			i++
		}
		at = words[i].End
	}
	return b.String() + text[at:]
}

// Word is where a word of a text starts and ends, in bytes.
type Word struct{ Start, End int }

// Words returns the words of a text that can be masked: what stands between
// spaces, without the punctuation around it.
func Words(text string) []Word {
	var words []Word
	for start := 0; start < len(text); {
		size := strings.IndexFunc(text[start:], unicode.IsSpace)
		if size < 0 {
			size = len(text) - start
		}
		if size > 0 {
			words = append(words, core(text, start, start+size))
		}
		start += max(size, 1)
	}
	return words
}

// core returns a word without the punctuation around it; what is nothing but
// punctuation is a word of its own.
func core(text string, start, end int) Word {
	said := func(r rune) bool { return !unicode.IsPunct(r) }
	from := strings.IndexFunc(text[start:end], said)
	if from < 0 {
		return Word{start, end}
	}
	rest := strings.TrimRightFunc(text[start:end], unicode.IsPunct)
	return Word{start + from, start + len(rest)}
}
