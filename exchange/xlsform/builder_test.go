package xlsform_test

import (
	"testing"

	"anketa/exchange/xlsform"
	"anketa/survey"
)

// builder is a form as the form builder of KoboToolbox saves it: names and lists drawn
// at random, names that nobody wrote in a column of their own, “end_group” with a kuid,
// truths as words, a rating, an empty column, and nothing in cells that are not used.
func builder() book {
	return book{
		"survey": {
			{"type", "name", "label::English (en)", "label::Srpski (sr)", "hint::English (en)", "hint::Srpski (sr)", "required", "relevant", "appearance", "kobo--score-choices", "$autoname", "$kuid", "$qpath", "$xpath"},
			{"start", "start", nil, nil, nil, nil, nil, nil, nil, nil, "start", "QfO2Iy1lt"},
			{"end", "end", nil, nil, nil, nil, nil, nil, nil, nil, "end", "FByT1GIIg"},
			{"note", nil, "Thank you for coming.", "Hvala što ste došli.", nil, nil, "false", nil, nil, nil, "Thank_you_for_coming", "aa1bb22"},
			{"begin_group", "group_ab1cd23", "About you", "O vama", nil, nil, nil, nil, "field-list", nil, "group_ab1cd23", "gr1"},
			{"select_one kw4ri25", nil, "Your sex?", "Pol?", nil, nil, "true", nil, "minimal", nil, "Your_sex", "k01"},
			{"select_multiple ep2yk94", nil, "What did you use?", "Šta ste koristili?", "All that apply", "Sve što važi", "false", "${Your_sex} != ''", nil, nil, "What_did_you_use", "k02"},
			{"text", nil, "What else?", "Šta još?", nil, nil, "false", "selected(${What_did_you_use}, 'other')", nil, nil, "What_else", "k03"},
			{"end_group", nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, "/gr1"},
			{"begin_score", "score_xy", "How was it?", "Kako je bilo?", nil, nil, "true", nil, nil, "iu9zt01", "How_was_it", "sc1"},
			{"score__row", "content", "The content", "Sadržaj", nil, nil, "true", nil, nil, nil, "content", "sr1"},
			{"score__row", "trainers", "The trainers", "Predavači", nil, nil, "true", nil, nil, nil, "trainers", "sr2"},
			{"end_score", nil, nil, nil, nil, nil, nil, nil, nil, nil, nil, "/sc1"},
			{"integer", nil, "How many years in the service?", "Koliko godina staža?", nil, nil, "false", nil, nil, nil, "How_many_years_in_the_service", "k04"},
		},
		"choices": {
			{"list_name", "name", "label::English (en)", "label::Srpski (sr)", "$autovalue", "$kuid"},
			{"kw4ri25", "woman", "woman", "žena", "woman", "c1"},
			{"kw4ri25", "man", "man", "muškarac", "man", "c2"},
			{"ep2yk94", "handbook", "the handbook", "priručnik", "handbook", "c3"},
			{"ep2yk94", "other", "something else", "nešto drugo", "other", "c4"},
			{"iu9zt01", "bad", "bad", "loše", "bad", "c5"},
			{"iu9zt01", "fair", "fair", "osrednje", "fair", "c6"},
			{"iu9zt01", "good", "good", "dobro", "good", "c7"},
		},
		"settings": {
			{"style", "version", "form_title", "id_string", "default_language"},
			{"theme-grid no-text-transform pages", "1 (2026-11-20 08:01:32)", "Obuka u Nišu", "aPq7dRzWv3", "Srpski (sr)"},
		},
	}
}

// A form of the form builder becomes a survey file in which nothing is left to mend.
// Negative control: without the column of names that nobody wrote, rows 4 and 6 to 8
// are called by their numbers, and the condition of row 7 looks at nothing.
func TestBuilder(t *testing.T) {
	form, err := xlsform.Read(builder().form(t), xlsform.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, findings := survey.Check(form.File); len(findings.Of(survey.SeverityError)) > 0 {
		t.Errorf("the file has mistakes: %v", findings)
	}
	said := "\n# What is said about the form:\n"
	for _, n := range form.Notes {
		said += "# " + n.String() + ".\n"
	}
	golden(t, "builder.golden.yaml", string(form.File)+said)
	sameAgain(t, form.Survey)
}
