package xlsform

import (
	"strings"
	"unicode"

	"anketa/survey"
)

// languageName returns what a form calls a language: a name and, in brackets, the code
// of two letters that xlsform.org advises. No two languages have the same.
func languageName(lang survey.Lang) string {
	switch lang {
	case survey.SerbianLatin:
		return "Srpski latinica (sr)"
	case survey.SerbianCyrillic:
		return "Српски ћирилица (sr)"
	case survey.English:
		return "English (en)"
	}
	code, _, _ := strings.Cut(string(lang), "-")
	return string(lang) + " (" + code + ")"
}

// languageOf returns the language that a form calls by a name: by the code in brackets,
// by a code alone, or by what people call it. Of plain Serbian the script is not known:
// it is Latin here, and [column.settle] looks at the letters.
func languageOf(name string) (survey.Lang, bool) {
	name = strings.TrimSpace(name)
	if _, code, ok := strings.Cut(name, "("); ok {
		code, _, _ = strings.Cut(code, ")")
		if lang, err := survey.ParseLang(strings.TrimSpace(code)); err == nil {
			return lang, true
		}
	}
	first, _, _ := strings.Cut(strings.ToLower(name), " ")
	if lang, ok := languageNames()[first]; ok {
		return lang, true
	}
	if first != strings.ToLower(name) || len(name) > 10 {
		return "", false
	}
	lang, err := survey.ParseLang(name)
	return lang, err == nil && lang != "und"
}

// languageNames are names without a code, as they stand in forms made by hand.
func languageNames() map[string]survey.Lang {
	return map[string]survey.Lang{
		"english": survey.English, "engleski": survey.English, "srpski": survey.SerbianLatin, "serbian": survey.SerbianLatin, "српски": survey.SerbianCyrillic,
		"latinica": survey.SerbianLatin, "ćirilica": survey.SerbianCyrillic, "ћирилица": survey.SerbianCyrillic,
		"bosanski": "bs", "bosnian": "bs", "hrvatski": "hr", "croatian": "hr", "crnogorski": "cnr", "montenegrin": "cnr", "slovenski": "sl", "slovenian": "sl",
		"македонски": "mk", "macedonian": "mk", "shqip": "sq", "albanian": "sq", "magyar": "hu", "hungarian": "hu", "română": "ro", "romanian": "ro",
		"български": "bg", "bulgarian": "bg", "deutsch": "de", "german": "de", "français": "fr", "french": "fr", "español": "es", "spanish": "es",
		"italiano": "it", "italian": "it", "português": "pt", "portuguese": "pt", "русский": "ru", "russian": "ru", "українська": "uk", "ukrainian": "uk",
		"türkçe": "tr", "turkish": "tr", "العربية": "ar", "arabic": "ar",
	}
}

// hasCyrillic reports whether a text has a Cyrillic letter.
func hasCyrillic(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) })
}

// guessLanguage returns the language of texts that name none, by their letters.
func guessLanguage(texts string) survey.Lang {
	switch {
	case hasCyrillic(texts):
		return survey.SerbianCyrillic
	case strings.ContainsAny(texts, "čćšžđČĆŠŽĐ"):
		return survey.SerbianLatin
	}
	return survey.English
}
