package xlsform

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"anketa/survey"
)

// Options say how a form is read.
type Options struct {
	// Name is what the survey is called where the form does not say it.
	Name string
	// Lang is the language of texts whose column names none; "" lets the form's default
	// language or the letters of the texts tell.
	Lang survey.Lang
	// SkipBad leaves out the rows that cannot be taken over.
	SkipBad bool
}

// Form is a form that was read.
type Form struct {
	// Survey is what the form asks, File the survey file that says so.
	Survey *survey.Survey
	File   []byte
	// Left are the rows that were left out because they cannot be taken over, Notes what
	// else was left out or is not as it was in the form.
	Left, Notes []Remark
}

// header stands above a survey file that was made of a form.
const header = "# Made from an XLSForm; docs/survey-file.md explains every key.\n"

// Read makes a survey file of an XLSForm. The file may come from anywhere: it is
// limited in size, its formulas are not carried out, and its texts are cleaned. Rows that
// cannot be taken over are [Problems], all of them at once; other errors say that the
// file is no form.
func Read(data []byte, o Options) (*Form, error) {
	book, err := open(data)
	if err != nil {
		return nil, err
	}
	defer book.Close()
	all, notes, err := sheets(book)
	if err != nil {
		return nil, err
	}
	return readSheets(all, notes, o)
}

// readSheets makes a survey file of sheets; notes are what was said of them before.
func readSheets(all map[string]*sheet, notes []Remark, o Options) (*Form, error) {
	if all[sheetSurvey] == nil {
		return nil, Problems{{Text: "the workbook has no sheet “survey”, so it is not an XLSForm"}}
	}
	if !all[sheetSurvey].has("type") {
		return nil, Problems{{Sheet: sheetSurvey, Text: "there is no column “type”, so it is not an XLSForm"}}
	}
	// Rows that only the survey file shows to be wrong are left out one round later, so
	// that all are named at once.
	skip := map[int]Remark{}
	for {
		r := newReader(all, o, skip)
		r.notes = append(r.notes, notes...)
		form, wrong, err := r.read()
		if err != nil || form != nil {
			return form, err
		}
		for _, w := range wrong {
			skip[w.Row] = w
		}
	}
}

// reader takes over one form.
type reader struct {
	o      Options
	sheets map[string]*sheet
	// own says that the form was written by this package.
	own bool
	// skip are the rows that are left out because of what an earlier round found.
	skip map[int]Remark
	// languages are those of columns by their names; plain is that of columns without.
	languages map[string]survey.Lang
	plain     survey.Lang
	lists     map[string]*list
	out       *survey.Survey
	// names are ids and columns in use, rows where the questions and scales stand.
	names map[string]bool
	rows  map[string]Remark
	refs  refs
	// said are the columns and rows of which something was said already.
	said       map[string]bool
	notes, bad []Remark
}

// newReader begins a round.
func newReader(all map[string]*sheet, o Options, skip map[int]Remark) *reader {
	return &reader{
		o: o, sheets: all, own: all[sheetKiosk].has(ownKey), skip: skip, languages: map[string]survey.Lang{}, lists: map[string]*list{},
		names: map[string]bool{"event": true, "session": true}, rows: map[string]Remark{}, refs: refs{}, said: map[string]bool{},
		out: &survey.Survey{MinGroup: survey.DefaultMinGroup, Release: survey.ReleaseLagged, Kiosk: survey.DefaultKiosk()},
	}
}

// note says what is not as it was in the form, once.
func (r *reader) note(s string, number int, format string, args ...any) {
	n := Remark{Sheet: s, Row: number, Text: fmt.Sprintf(format, args...)}
	if key := n.String(); !r.said[key] {
		r.said[key] = true
		r.notes = append(r.notes, n)
	}
}

// refuse says why a row cannot be taken over.
func (r *reader) refuse(s string, number int, format string, args ...any) {
	r.bad = append(r.bad, Remark{Sheet: s, Row: number, Text: fmt.Sprintf(format, args...)})
}

// read makes the survey file. Without a form and an error, some rows are to be left out.
func (r *reader) read() (form *Form, wrong []Remark, err error) {
	r.readLanguages()
	r.readLists()
	r.readSettings()
	r.readColumns()
	r.walk(r.tree(), context{})
	r.readKiosk()
	for _, n := range slices.Sorted(maps.Keys(r.skip)) {
		r.bad = append(r.bad, r.skip[n])
	}
	sorted(r.bad)
	sorted(r.notes)
	if !slices.ContainsFunc(r.out.Questions, func(q survey.Question) bool { return q.Asks() }) {
		return nil, nil, append(Problems(r.bad), Remark{Sheet: sheetSurvey, Text: "there is no question that anketa can ask"})
	}
	file, err := survey.Format(r.out)
	if err != nil {
		return nil, nil, err
	}
	file = append([]byte(header), file...)
	s, findings := survey.Check(file)
	switch {
	case s != nil && len(r.bad) > 0 && !r.o.SkipBad:
		return nil, nil, Problems(r.bad)
	case s != nil:
		return &Form{Survey: s, File: file, Left: r.bad, Notes: r.notes}, nil, nil
	}
	wrong = r.placed(file, findings.Of(survey.SeverityError))
	unplaced := slices.ContainsFunc(wrong, func(w Remark) bool {
		_, again := r.skip[w.Row]
		return w.Sheet != sheetSurvey || w.Row == 0 || again
	})
	if unplaced {
		return nil, nil, append(Problems(r.bad), wrong...)
	}
	return nil, wrong, nil
}

// sorted puts remarks in the order of the form: the sheet of questions first.
func sorted(all []Remark) {
	at := func(r Remark) int {
		return slices.Index([]string{sheetSurvey, sheetChoices, sheetSettings, sheetKiosk}, r.Sheet)
	}
	slices.SortStableFunc(all, func(a, b Remark) int { return cmp.Or(at(a)-at(b), a.Row-b.Row) })
}

// placed says of findings in the survey file where in the form they come from.
func (r *reader) placed(file []byte, findings survey.Findings) []Remark {
	lines := strings.Split(string(file), "\n")
	var all []Remark
	for _, f := range findings {
		place := Remark{}
		for _, line := range slices.Backward(lines[:min(f.Line, len(lines))]) {
			if place = r.rows[named(line)]; place.Sheet != "" || line == "questions:" {
				break
			}
		}
		place.Text = f.Message + "; " + f.Repair
		if !slices.Contains(all, place) {
			all = append(all, place)
		}
	}
	return all
}

// named returns what a line of a survey file begins: a question, a section or a scale.
func named(line string) string {
	trimmed := strings.TrimLeft(line, " -")
	for _, key := range []string{"id: ", "section: "} {
		if name, ok := strings.CutPrefix(trimmed, key); ok && strings.Contains(line, "- ") {
			return strings.Trim(name, `'"`)
		}
	}
	if name, ok := strings.CutSuffix(line, ":"); ok && strings.HasPrefix(name, "  ") && !strings.HasPrefix(name, "   ") {
		return scaleMark + strings.Trim(strings.TrimSpace(name), `'"`)
	}
	return ""
}

// scaleMark keeps the names of scales apart from those of questions.
const scaleMark = "scale "
