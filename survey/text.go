package survey

import (
	"fmt"

	"golang.org/x/text/language"
)

// Lang is a BCP-47 language tag in its canonical form, such as "sr-Latn".
type Lang string

// The languages of the interface. A survey file may add others for its content.
const (
	SerbianLatin    Lang = "sr-Latn"
	SerbianCyrillic Lang = "sr-Cyrl"
	English         Lang = "en"
)

// Languages returns the languages of the interface, the default first.
func Languages() []Lang { return []Lang{SerbianLatin, SerbianCyrillic, English} }

// ParseLang returns the canonical form of a BCP-47 tag. Plain "sr" is read as
// Serbian in Latin script.
func ParseLang(tag string) (Lang, error) {
	if tag == "sr" {
		return SerbianLatin, nil
	}
	parsed, err := language.Parse(tag)
	if err != nil {
		return "", fmt.Errorf("%q is not a language tag such as sr-Latn, sr-Cyrl or en", Clean(tag, 40))
	}
	return Lang(parsed.String()), nil
}

// Text is what a person reads, one string per language.
type Text map[Lang]string

// In returns the text in a language. Where it is missing, the other script of
// Serbian, then English, then any language in tag order stands in.
func (t Text) In(lang Lang) string { return t[t.nearest(lang)] }

// nearest returns the language in which [Text.In] finds the text.
func (t Text) nearest(lang Lang) Lang {
	if _, ok := t[lang]; ok {
		return lang
	}
	for _, fallback := range Languages() {
		if _, ok := t[fallback]; ok {
			return fallback
		}
	}
	var first Lang
	for candidate := range t {
		if first == "" || candidate < first {
			first = candidate
		}
	}
	return first
}
