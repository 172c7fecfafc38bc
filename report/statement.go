package report

import (
	"slices"

	"anketa/survey"
)

// said is a statement as the report says it.
type said struct {
	Text string
	// Lang is its language where it was not written in that of the report, and Mark
	// says so behind it.
	Lang survey.Lang
	Mark string
}

// statements returns the conclusions or the recommendations. Sessions that are put
// together may say the same.
func (r *Report) statements(kind survey.StatementKind) []said {
	all, _ := r.Release.Statements()
	var list []said
	for i := range all {
		text, in := all[i].Said(r.Lang)
		if all[i].Kind != kind || text == "" {
			continue
		}
		s := said{Text: text}
		if in != r.Lang {
			s.Lang, s.Mark = in, " ("+r.words.language(in)+")"
		}
		if !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// language names a language of the interface, and any other one by its tag.
func (w *words) language(lang survey.Lang) string {
	switch lang {
	case survey.English:
		return w.english
	case survey.SerbianLatin, survey.SerbianCyrillic:
		return w.serbian
	}
	return string(lang)
}
