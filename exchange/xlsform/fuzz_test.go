package xlsform_test

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"

	"anketa/exchange/xlsform"
	"anketa/survey"
)

// sheetMark begins the line with the name of a sheet.
const sheetMark = "# "

// typedIn returns sheets as text: a line a row, a tab between cells.
func typedIn(tables map[string][][]string) string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(tables)) {
		b.WriteString(sheetMark + name + "\n")
		for _, row := range tables[name] {
			b.WriteString(strings.Join(row, "\t") + "\n")
		}
	}
	return b.String()
}

// typedOut returns the sheets that such a text describes.
func typedOut(text string) map[string][][]string {
	tables, name := map[string][][]string{}, "survey"
	for line := range strings.SplitSeq(text, "\n") {
		if named, ok := strings.CutPrefix(line, sheetMark); ok {
			name = named
			continue
		}
		tables[name] = append(tables[name], strings.Split(line, "\t"))
	}
	return tables
}

// smallForms are forms of a few rows, as text, which together have most of what the
// reader knows. Large ones would be slow to change bit by bit.
func smallForms() []string {
	return []string{
		"type\tname\tlabel\ntext\twhy\tWhy?\n",
		"type\tname\tlabel::English (en)\tlabel::Srpski (sr)\tappearance\nstart\tstart\nselect_one s\ta\tA\tА\tlikert\nselect_one s\tb\tB\tБ\n" +
			"# choices\nlist_name\tname\tlabel::English (en)\ns\t1\tno\ns\t2\thalf\ns\t3\tyes\ns\t99\tcannot tell\n",
		"type\tname\tlabel\trelevant\tconstraint\trequired\ninteger\tn\tN\t\t. > 0 and . < 9\tyes\ntext\tt\tT\t${n} >= 3 or not(${n} = 1)\tstring-length(.) <= 20\n",
		"type\tname\tlabel\trelevant\tconstraint\nselect_multiple m\tm\tM\t\tcount-selected(.) <= 1\ntext\to\tO\tselected(${m}, 'other')\n" +
			"# choices\nlist_name\tname\tlabel\nm\ta\tA\nm\tother\tOther\n",
		"type\tname\tlabel\tparameters\nbegin_group\tg\tG\nrange\tr\tR\tstart=0;end=10;step=1\nend_group\nselect_one y or_other\ty\tY\n" +
			"# choices\nlist_name\tname\tlabel\ny\tda\tDa\ny\tne\tNe\n# settings\nform_title\tform_id\nT\tt\n",
		"type\tname\tlabel\tkiosk_kind\nbegin_group\tx\tX\tbefore_after\nselect_one s\tx_before\tBefore\nselect_one s\tx_after\tNow\nend_group\n" +
			"# choices\nlist_name\tname\tlabel\ns\t1\ta\ns\t2\tb\n# kiosk\nkey\tof\tsetting\nmin_group\t\t7\nidle\t\t90s\n",
	}
}

// FuzzRead holds that no form breaks the reader, and that what it makes of one is a
// survey file that anketa reads, whose remarks are clean, and that is the same after a
// way through a form. The library unpacks the workbook before: TestTooLarge and its
// neighbours are about that.
func FuzzRead(f *testing.F) {
	for _, form := range smallForms() {
		f.Add(form)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1000 {
			return
		}
		form, err := xlsform.ReadTables(typedOut(text), xlsform.Options{Name: "form", SkipBad: true})
		if err != nil {
			return
		}
		for _, n := range append(form.Notes, form.Left...) {
			if text := n.String(); survey.Clean(text, len(text)) != text {
				t.Fatalf("what is said is not clean: %q", text)
			}
		}
		tables := xlsform.Tables(form.Survey)
		again, err := xlsform.ReadTables(tables, xlsform.Options{})
		if err != nil {
			t.Fatalf("%v\n%s", err, typedIn(tables))
		}
		got, _ := again.Survey.Canonical()
		if want, _ := form.Survey.Canonical(); !bytes.Equal(got, want) {
			t.Fatalf("got\n%s\nwant\n%s\nfrom\n%s", got, want, form.File)
		}
		if len(again.Notes)+len(again.Left) > 0 {
			t.Fatalf("something is said: %v %v", again.Notes, again.Left)
		}
	})
}
