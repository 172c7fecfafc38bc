package xlsform

import (
	"slices"
	"strings"

	"anketa/survey"
)

// readLanguages finds out in which languages the form is, its default first.
func (r *reader) readLanguages() {
	declared := r.declared()
	var order []survey.Lang
	add := func(lang survey.Lang) {
		if !slices.Contains(order, lang) {
			order = append(order, lang)
		}
	}
	for _, name := range r.languageColumns() {
		lang, ok := declared[name]
		if !ok {
			if lang, ok = languageOf(name); ok {
				lang = r.settle(name, lang)
			}
		}
		switch {
		case !ok:
			r.refuse(sheetSurvey, 0, "the language “%s” is not known; write its code behind it, such as “%[1]s (sr)”", survey.CleanLine(name, 40))
		case slices.Contains(order, lang):
			r.refuse(sheetSurvey, 0, "two columns are in the language %s; write the code of each behind its name", lang)
		default:
			add(lang)
			r.languages[name] = lang
		}
	}
	r.defaultLanguage(&order)
	if len(order) > maxLanguages {
		r.refuse(sheetSurvey, 0, "the form is in %d languages, and %d are the most", len(order), maxLanguages)
		order = order[:maxLanguages]
	}
	r.out.Languages = order
}

// declared returns the languages that a form of our own names by their tags.
func (r *reader) declared() map[string]survey.Lang {
	all := map[string]survey.Lang{}
	if s := r.sheets[sheetKiosk]; s != nil {
		for i := range s.rows {
			if lang, err := survey.ParseLang(s.rows[i].get(ownValue)); err == nil && s.rows[i].get(ownKey) == keyLanguage {
				all[s.rows[i].get(ownOf)] = lang
			}
		}
	}
	return all
}

// languageColumns returns the names of the languages in which there are texts.
func (r *reader) languageColumns() []string {
	var names []string
	for _, s := range []*sheet{r.sheets[sheetSurvey], r.sheets[sheetChoices]} {
		if s == nil {
			continue
		}
		for _, column := range s.header {
			base, lang, ok := strings.Cut(column, "::")
			filled := slices.ContainsFunc(s.rows, func(row row) bool { return row.get(column) != "" })
			if ok && filled && (base == "label" || base == "hint") && !slices.Contains(names, lang) {
				names = append(names, lang)
			}
		}
	}
	return names
}

// settle tells from the letters in which script plain Serbian is written.
func (r *reader) settle(name string, lang survey.Lang) survey.Lang {
	if lang == survey.SerbianLatin && hasCyrillic(r.texts("label::"+name)) {
		return survey.SerbianCyrillic
	}
	return lang
}

// texts returns all that stands in a column, on both sheets.
func (r *reader) texts(column string) string {
	var all strings.Builder
	for _, s := range []*sheet{r.sheets[sheetSurvey], r.sheets[sheetChoices]} {
		if s == nil {
			continue
		}
		for i := range s.rows {
			all.WriteString(s.rows[i].get(column))
			all.WriteByte('\n')
		}
	}
	return all.String()
}

// defaultLanguage puts the default language first, and finds out what columns without
// a language are written in.
func (r *reader) defaultLanguage(order *[]survey.Lang) {
	name := r.setting("default_language")
	lang, known := r.languages[name]
	if !known && name != "" {
		lang, known = languageOf(name)
	}
	if texts := r.texts("label") + r.texts("hint"); strings.TrimSpace(texts) != "" {
		switch {
		case r.o.Lang != "":
			r.plain = r.o.Lang
		case known:
			if r.plain = lang; lang == survey.SerbianLatin && hasCyrillic(texts) {
				r.plain, lang = survey.SerbianCyrillic, survey.SerbianCyrillic
			}
		default:
			r.plain = guessLanguage(texts)
			r.note(sheetSurvey, 0, "the form does not say in which language it is, and %s was taken; --lang says another", r.plain)
		}
		if !slices.Contains(*order, r.plain) {
			*order = append([]survey.Lang{r.plain}, *order...)
		}
	}
	if at := slices.Index(*order, lang); known && at > 0 {
		*order = append([]survey.Lang{lang}, slices.Delete(*order, at, at+1)...)
	}
	if len(*order) == 0 {
		*order = []survey.Lang{survey.English}
		if r.o.Lang != "" {
			*order = []survey.Lang{r.o.Lang}
		}
	}
}

// text returns what stands in a column in all languages.
func (r *reader) text(of *row, column string) survey.Text {
	t := survey.Text{}
	put := func(lang survey.Lang, words string) {
		if !r.own {
			words = unmarked(words)
		}
		if words != "" && slices.Contains(r.out.Languages, lang) && t[lang] == "" {
			t[lang] = words
		}
	}
	for name, lang := range r.languages {
		put(lang, of.get(column+"::"+name))
	}
	put(r.plain, of.get(column))
	if len(t) == 0 {
		return nil
	}
	return t
}

// unmarked takes marks of HTML and Markdown out of a text: a terminal would show them.
func unmarked(text string) string {
	for {
		before, rest, open := strings.Cut(text, "<")
		tag, behind, closed := strings.Cut(rest, ">")
		if !open || !closed || tag == "" || !strings.ContainsAny(tag[:1], "/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") || strings.Contains(tag, "<") {
			break
		}
		text = before + behind
	}
	return survey.Clean(strings.NewReplacer("**", "", "__", "", "&nbsp;", " ").Replace(strings.TrimLeft(text, "# ")), maxCell)
}

// setting returns a value of the sheet of settings.
func (r *reader) setting(name string) string {
	if s := r.sheets[sheetSettings]; s != nil && len(s.rows) > 0 {
		return s.rows[0].get(name)
	}
	return ""
}
