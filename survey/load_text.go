package survey

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v4"
)

// text reads what people read: one string for each language, or one string for
// the first language. Serbian in one script gives the other; where another
// language is missing, the first one that is there stands in and the loader
// warns.
func (l *loader) text(n *yaml.Node) Text { return l.textUpTo(n, maxLabel) }

// textUpTo is text for a largest number of characters.
func (l *loader) textUpTo(n *yaml.Node, most int) Text {
	if n == nil {
		return nil
	}
	t := Text{}
	switch n.Kind {
	case yaml.ScalarNode:
		words := l.sentence(n, most)
		t[l.scriptOf(words, l.languages[0])] = words
	case yaml.MappingNode:
		l.translations(n, t, most)
	default:
		l.report(n, "shape", "a text is one string, or one for each language such as “en: Welcome”", "write it in one of these ways")
		return t
	}
	l.otherScript(t)
	l.fallBack(n, t)
	return t
}

// translations reads a text in several languages.
func (l *loader) translations(n *yaml.Node, t Text, most int) {
	if len(n.Content) == 0 {
		l.report(n, "empty-text", "the text is empty", "write what people read, or leave the key out")
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		tag, words := n.Content[i], n.Content[i+1]
		lang, err := ParseLang(tag.Value)
		switch {
		case err != nil:
			l.notLanguage(tag, l.languages)
		case !slices.Contains(l.languages, lang):
			l.report(tag, "language", fmt.Sprintf("%s is not among the languages of this survey", lang), "add it to languages, or leave this text out")
		case words.Kind != yaml.ScalarNode:
			l.report(words, "shape", "the text of a language is one string", "write it behind the colon")
		default:
			if _, twice := t[lang]; twice {
				l.report(tag, "duplicate-key", fmt.Sprintf("the text for %s stands here twice", lang), "keep one of them")
			}
			t[lang] = l.sentence(words, most)
		}
	}
}

// notLanguage reports what should be a language tag.
func (l *loader) notLanguage(n *yaml.Node, langs []Lang) {
	known := make([]string, len(langs))
	for i, lang := range langs {
		known[i] = string(lang)
	}
	l.report(n, "language", fmt.Sprintf("%q is not a language tag", CleanLine(n.Value, maxShown)),
		l.instead(n.Value, known, "write one such as sr-Latn, sr-Cyrl or en"))
}

// sentence reads one string that people read; it must say something.
func (l *loader) sentence(n *yaml.Node, most int) string {
	s := Clean(n.Value, most+1)
	if isNull(n) {
		s = ""
	}
	switch {
	case s == "":
		l.report(n, "empty-text", "the text is empty", "write what people read, or leave the key out")
	case truncate(s, most) != s:
		l.report(n, "long-text", fmt.Sprintf("the text has more than %d characters", most), "shorten it, because nobody reads that on a screen")
	}
	return s
}

// scriptOf returns the language of a text that was written without one: where
// the survey is in Serbian, its letters tell the script.
func (l *loader) scriptOf(words string, lang Lang) Lang {
	if lang != SerbianLatin && lang != SerbianCyrillic {
		return lang
	}
	if strings.ContainsFunc(words, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) {
		return SerbianCyrillic
	}
	return SerbianLatin
}

// otherScript writes Serbian in the script that is missing.
func (l *loader) otherScript(t Text) {
	latin, hasLatin := t[SerbianLatin]
	cyrillic, hasCyrillic := t[SerbianCyrillic]
	if hasCyrillic && !hasLatin {
		t[SerbianLatin] = Latin(cyrillic)
	}
	if hasLatin && !hasCyrillic {
		t[SerbianCyrillic] = Cyrillic(latin, l.latinWords...)
	}
	for _, lang := range []Lang{SerbianLatin, SerbianCyrillic} {
		if !slices.Contains(l.languages, lang) {
			delete(t, lang)
		}
	}
}

// fallBack fills in languages that are missing and warns of them.
func (l *loader) fallBack(n *yaml.Node, t Text) {
	if len(t) == 0 {
		return
	}
	given := t.first(l.languages)
	var missing []string
	for _, lang := range l.languages {
		if _, ok := t[lang]; !ok {
			t[lang] = t[given]
			missing = append(missing, string(lang))
		}
	}
	if len(missing) > 0 && strings.ContainsFunc(t[given], unicode.IsLetter) {
		l.warn(n, "missing-language", fmt.Sprintf("the text for %s is missing, and people read it in %s", enumerate(missing, "and"), given), "add the translation")
	}
}

// ready warns of languages of the survey that texts of the program lack.
func (l *loader) ready(n *yaml.Node, what, repair string, have Text) {
	var missing []string
	for _, lang := range l.languages {
		if _, ok := have[lang]; !ok {
			missing = append(missing, string(lang))
		}
	}
	if len(missing) > 0 {
		l.warn(n, "missing-language", fmt.Sprintf("%s not in %s", what, enumerate(missing, "and")), repair)
	}
}

// first returns the first of the languages in which there is a text.
func (t Text) first(langs []Lang) Lang {
	for _, lang := range langs {
		if _, ok := t[lang]; ok {
			return lang
		}
	}
	return ""
}
