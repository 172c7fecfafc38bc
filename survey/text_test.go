package survey_test

import (
	"slices"
	"testing"

	"anketa/survey"
)

// A text that is missing in a language is given in the next best one.
func TestTextIn(t *testing.T) {
	all := survey.Text{survey.SerbianLatin: "dobro", survey.SerbianCyrillic: "добро", survey.English: "good", "de": "gut"}
	without := func(langs ...survey.Lang) survey.Text {
		text := survey.Text{}
		for lang, s := range all {
			if !slices.Contains(langs, lang) {
				text[lang] = s
			}
		}
		return text
	}
	tests := []struct {
		name string
		text survey.Text
		lang survey.Lang
		want string
	}{
		{"itself", all, survey.SerbianCyrillic, "добро"},
		{"itself, not of the interface", all, "de", "gut"},
		{"other script", without(survey.SerbianLatin), survey.SerbianLatin, "добро"},
		{"other script, the other way", without(survey.SerbianCyrillic), survey.SerbianCyrillic, "dobro"},
		{"English", without(survey.SerbianLatin, survey.SerbianCyrillic), survey.SerbianLatin, "good"},
		{"unknown language", all, "fr", "dobro"},
		{"any, first by tag", survey.Text{"nl": "goed", "de": "gut", "fr": "bien"}, survey.English, "gut"},
		{"none", survey.Text{}, survey.English, ""},
		{"nil", nil, survey.English, ""},
		{"an empty string is a text", survey.Text{survey.English: "", survey.SerbianLatin: "dobro"}, survey.English, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.text.In(tt.lang); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// Tags are read in any spelling and give one form each.
func TestParseLang(t *testing.T) {
	tests := []struct {
		in   string
		want survey.Lang
	}{
		{"sr", survey.SerbianLatin},
		{"sr-Latn", survey.SerbianLatin},
		{"sr-latn", survey.SerbianLatin},
		{"SR_LATN", survey.SerbianLatin},
		{"sh", survey.SerbianLatin},
		{"sr-Cyrl", survey.SerbianCyrillic},
		{"sr_cyrl", survey.SerbianCyrillic},
		{"en", survey.English},
		{"EN", survey.English},
		{"en-gb", "en-GB"},
		{"de", "de"},
		{"zh-hant-tw", "zh-Hant-TW"},
	}
	for _, tt := range tests {
		got, err := survey.ParseLang(tt.in)
		if err != nil || got != tt.want {
			t.Errorf("ParseLang(%q) = %q, %v, want %q", tt.in, got, err, tt.want)
		}
		if again, err := survey.ParseLang(string(got)); err != nil || again != got {
			t.Errorf("ParseLang(%q) = %q, %v, want no change", got, again, err)
		}
	}
}

// What is no tag is refused with a message that holds no control character.
func TestParseLangErrors(t *testing.T) {
	const rest = " is not a language tag such as sr-Latn, sr-Cyrl or en"
	tests := []struct{ in, want string }{
		{"", `""` + rest},
		{"a", `"a"` + rest},
		{"serbian latin", `"serbian latin"` + rest},
		{"sr-", `"sr-"` + rest},
		{"српски", `"српски"` + rest},
		{"\x1b]0;x\x07", `"]0;x"` + rest},
		{"012345678901234567890123456789012345678901234567890", `"0123456789012345678901234567890123456789"` + rest},
	}
	for _, tt := range tests {
		got, err := survey.ParseLang(tt.in)
		if errorText(err) != tt.want || got != "" {
			t.Errorf("ParseLang(%q) = %q, %v, want %s", tt.in, got, err, tt.want)
		}
	}
}

// The interface speaks three languages, Serbian in Latin script by default.
func TestLanguages(t *testing.T) {
	want := []survey.Lang{survey.SerbianLatin, survey.SerbianCyrillic, survey.English}
	if got := survey.Languages(); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	survey.Languages()[0] = "de"
	if got := survey.Languages(); !slices.Equal(got, want) {
		t.Errorf("got %v after a caller changed its copy, want %v", got, want)
	}
}

// A survey offers the wanted language, or its own default.
func TestSurveyLang(t *testing.T) {
	s := load(t, "id: s\ntitle: T\nlanguages: [en, sr-Cyrl]\n"+ask)
	tests := []struct{ want, get survey.Lang }{
		{survey.English, survey.English},
		{survey.SerbianCyrillic, survey.SerbianCyrillic},
		{survey.SerbianLatin, survey.English},
		{"de", survey.English},
		{"", survey.English},
	}
	for _, tt := range tests {
		if got := s.Lang(tt.want); got != tt.get {
			t.Errorf("Lang(%q) = %q, want %q", tt.want, got, tt.get)
		}
	}
}
