package xlsform_test

import (
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"anketa/exchange/xlsform"
)

var update = flag.Bool("update", false, "write the golden files instead of comparing with them")

// golden compares a text with a golden file.
func golden(tb testing.TB, name, got string) {
	tb.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			tb.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	if got != string(want) {
		tb.Errorf("%s is not what is written now:\n%s", path, got)
	}
}

// kobo is a form as somebody writes it for KoboToolbox: with metadata, two languages,
// groups, a scale, conditions, constraints, a calculation, and cells that are numbers
// and truths.
func kobo() book {
	return book{
		"survey": {
			{"type", "name", "label::English (en)", "label::Srpski (sr)", "hint::English (en)", "required", "relevant", "constraint", "constraint_message::English (en)", "appearance", "calculation", "parameters", "$kuid"},
			{"start", "start"},
			{"end", "end"},
			{"deviceid", "deviceid"},
			{"username", "username"},
			{"audit", "audit"},
			{"note", "dobrodošli", "**Welcome** to the <b>evaluation</b>.", "Dobro došli."},
			{},
			{"begin_group", "about_you", "About you", "O vama"},
			{"select_one sector", "sector", "Where do you work?", "Gde radite?", "", "true"},
			{"text", "sector_spec", "Where?", "Gde?", "", "", "${sector} = 'other'"},
			{"integer", "years", "For how many years?", "Koliko godina?", "Whole years", "", "${sector} != ''", ". >= 0 and . <= 50", "Too many"},
			{"end_group"},
			{"begin_group", "rating", "How do you rate the training?", "Kako ocenjujete obuku?", "", "", "", "", "", "field-list"},
			{"select_one ocena", "content", "The content", "Sadržaj", "", true, "", "", "", "likert"},
			{"select_one ocena", "trainers", "The trainers", "Predavači", "", "yes", "", "", "", "likert"},
			{"end_group"},
			{"select_one da_ne", "recommend", "Would you recommend it?", "Da li biste je preporučili?", "", "yes"},
			{"text", "why_not", "Why not?", "Zašto ne?", "", "", "${recommend} = 'ne' and ${content} <= 3", "string-length(.) < 201", "", "multiline"},
			{"select_multiple topics", "topics", "What next?", "Šta dalje?", "Up to two", "", "not(selected(${sector}, 'police')) or ${years} > 10", "count-selected(.) <= 2", "", "", "", "randomize=true"},
			{"calculate", "total", "", "", "", "", "", "", "", "", "${content} + ${trainers}"},
			{"begin_group", "inner", "Outer", "Spolja", "", "", "${recommend} = 'da'"},
			{"begin_group", "innermost", "Inner", "Unutra"},
			{"range", "nps", "How likely?", "Koliko je verovatno?", "", "", "", "", "", "", "", "start=0 end=10 step=1"},
			{"end_group"},
			{"text", "bottom", "Below?", "Ispod?"},
			{"end_group"},
			{"range", "stars", "Stars?", "Zvezdice?", "", "", "${nps} >= 9", "", "", "rating", "", "start=1;end=5;step=1"},
		},
		"choices": {
			{"list_name", "name", "label::English (en)", "label::Srpski (sr)"},
			{"sector", "police", "police", "policija"},
			{"sector", "social work", "social work", "socijalni rad"},
			{"sector", "other", "something else", "nešto drugo"},
			{"ocena", 1, "poor", "loše"},
			{"ocena", 2, "fair", "osrednje"},
			{"ocena", 3, "good", "dobro"},
			{"ocena", 4, "very good", "vrlo dobro"},
			{"ocena", 99, "cannot tell", "ne znam"},
			{},
			{"da_ne", "da", "Yes", "Da"},
			{"da_ne", "ne", "No", "Ne"},
			{"topics", "zakon", "the law", "zakon"},
			{"topics", "razgovor", "interviews", "razgovor"},
			{"topics", "stres", "stress", "stres"},
		},
		"settings": {
			{"form_title", "form_id", "version", "default_language"},
			{"Evaluacija obuke", "evaluacija 2026", 2026112501, "Srpski (sr)"},
		},
	}
}

// TestKobo holds what becomes of such a form, and what is said about it. Look at the
// golden file before you believe it.
func TestKobo(t *testing.T) {
	form, err := xlsform.Read(kobo().form(t), xlsform.Options{})
	if err != nil {
		t.Fatal(err)
	}
	said := "\n# What is said about the form:\n"
	for _, n := range form.Notes {
		said += "# " + n.String() + ".\n"
	}
	golden(t, "kobo.golden.yaml", string(form.File)+said)
}

// TestUnknownRows holds that everything that cannot be taken over is named at once,
// with its sheet and row, and that nothing comes of such a form until it is left out.
func TestUnknownRows(t *testing.T) {
	data := strange().form(t)
	_, err := xlsform.Read(data, xlsform.Options{})
	var problems xlsform.Problems
	if !errors.As(err, &problems) {
		t.Fatalf("got %v, want problems", err)
	}
	form, err := xlsform.Read(data, xlsform.Options{SkipBad: true})
	if err != nil {
		t.Fatal(err)
	}
	said := problems.Error() + "\n\nleft out:\n" + xlsform.Problems(form.Left).Error() + "\n\nnotes:\n"
	for _, n := range form.Notes {
		said += n.String() + "\n"
	}
	golden(t, "strange.golden.txt", said+"\n"+string(form.File))
}

// strange is a form with everything that cannot be taken over, and one good question.
func strange() book {
	long := strings.Repeat("long ", 100)
	return book{
		"survey": {
			{"Type", "Name", "Label", "relevance", "constraint", "choice_filter", "required", "kolona"},
			{"geopoint", "where", "Where?"},
			{"image", "photo", "Photo"},
			{"decimal", "weight", "Weight?"},
			{"acknowledge", "consent", "I agree."},
			{"begin repeat", "people", "People"},
			{"text", "person", "Name?"},
			{"end repeat"},
			{"select_one missing", "a", "No list?"},
			{"select_one", "b", "No list at all?"},
			{"", "c", "No type?"},
			{"text", "d", ""},
			{"text", "e", "Hello ${a}, why?"},
			{"text", "f", "Why?", "${nowhere} = 'x'"},
			{"text", "g", "Why?", "${good} = 'nothing'"},
			{"text", "h", "Why?", "${good} + 1 > 2"},
			{"text", "i", "Why?", "pulldata('x', 'y') = 1"},
			{"select_one yes_no", "j", "Town?", "", "", "country = ${good}"},
			{"integer", "k", "Number?", "", ". > 0 and . < 100000"},
			{"integer", "l", "Number?", "", "regex(., '[0-9]+')"},
			{"select_one yes_no", "good", "Good?", "", "", "", "if(1, 2, 3)"},
			{"text", "m", "Why?", "${good} = 'yes' and (${l} = 3"},
			{"text", "n", long},
			{"text", "o", "Only with n?", "${n} != ''"},
			{"end group"},
			{"begin group", "open", "Never closed"},
			{"text", "good", "The same name?"},
			{"barcode", "p", "Code"},
			{"rank yes_no", "q", "Order?"},
			{"select_one_from_file towns.csv", "r", "Town?"},
			{"text", "session", "A reserved name?", "${l} <= 5"},
			{"date", "s", "When?"},
		},
		"choices": {
			{"list name", "value", "label"},
			{"yes_no", "yes", "Yes"},
			{"yes_no", "no", "No"},
			{"", "orphan", "No list"},
			{"yes_no", "", "No name"},
			{"yes_no", "no", "No"},
		},
	}
}
