package xlsform

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"anketa/exchange"
	"anketa/survey"
)

// form is an XLSForm that is put together.
type form struct {
	s                                *survey.Survey
	survey, choices, settings, kiosk table
	// names are those of rows in use, lists those of lists of choices with what is in them.
	names map[string]bool
	lists map[string][]line
}

// newForm puts a survey together as a form.
func newForm(s *survey.Survey) *form {
	f := &form{s: s, names: map[string]bool{}, lists: map[string][]line{}}
	labels, hints := f.columns("label"), f.columns("hint")
	f.survey = table{name: sheetSurvey, must: 2 + len(labels), columns: slices.Concat([]string{"type", "name"}, labels, hints,
		[]string{"required", "relevant", "constraint", "appearance", "parameters", ownID, ownKind, ownScale, ownReverse, ownHeadline, ownConsent, ownWhen})}
	f.choices = table{name: sheetChoices, must: 2 + len(labels), columns: slices.Concat([]string{"list_name", "name"}, labels, []string{ownMissing})}
	f.settings = table{name: sheetSettings, must: 4, columns: []string{"form_title", "form_id", "version", "default_language", "style"}}
	f.kiosk = table{name: sheetKiosk, must: 3, columns: slices.Concat([]string{ownKey, ownOf, ownValue}, labels)}
	for i := range s.Questions {
		for _, name := range s.Questions[i].Columns() {
			f.names[exchange.FormName(name)] = true
		}
	}
	f.writeSettings()
	f.writeIntro()
	for i := range s.Questions {
		f.openSection(i)
		f.question(&s.Questions[i])
		f.closeSection(i)
	}
	f.writeKiosk()
	return f
}

// columns returns the columns of a text, one for each language.
func (f *form) columns(of string) []string {
	names := make([]string, len(f.s.Languages))
	for i, lang := range f.s.Languages {
		names[i] = of + "::" + languageName(lang)
	}
	return names
}

// text puts a text into its columns.
func (f *form) text(l line, column string, t survey.Text) {
	for i, name := range f.columns(column) {
		l[name] = t[f.s.Languages[i]]
	}
}

// free returns a name for a row that no other has.
func (f *form) free(name string) string {
	name = exchange.FormName(name)
	for n, wanted := 2, name; f.names[name]; n++ {
		name = fmt.Sprintf("%s_%d", wanted, n)
	}
	f.names[name] = true
	return name
}

// writeSettings says what the form is called. Its version follows from the survey.
func (f *form) writeSettings() {
	version := ""
	if _, revision, err := f.s.Revise(); err == nil {
		version = revision.String()[:12]
	}
	f.settings.add(line{
		"form_title": f.s.Title.In(f.s.Languages[0]), "form_id": f.s.ID, "version": version,
		"default_language": languageName(f.s.Languages[0]), "style": "pages",
	})
}

// writeIntro writes the paragraph of the welcome screen as a note before all questions.
func (f *form) writeIntro() {
	if len(f.s.Intro) > 0 {
		l := line{"type": "note", "name": f.free("intro"), ownKind: kindIntro}
		f.text(l, "label", f.s.Intro)
		f.survey.add(l)
	}
}

// openSection begins the group of a section before its first question.
func (f *form) openSection(i int) {
	section := f.s.SectionOf(i)
	if section == nil || i > 0 && f.s.SectionOf(i-1) == section {
		return
	}
	l := line{"type": "begin_group", ownKind: kindSection}
	f.named(l, section.ID, f.free(section.ID))
	if section.Matrix {
		l["appearance"], l[ownKind] = "table-list", kindMatrix
	}
	f.text(l, "label", section.Title)
	f.survey.add(l)
}

// closeSection ends it behind its last.
func (f *form) closeSection(i int) {
	section := f.s.SectionOf(i)
	if section != nil && (i == len(f.s.Questions)-1 || f.s.SectionOf(i+1) != section) {
		f.survey.add(line{"type": "end_group"})
	}
}

// named gives a row its name, and its id where that is another.
func (f *form) named(l line, id, name string) {
	if l["name"] = name; name != id {
		l[ownID] = id
	}
}

// question writes the rows of a question.
func (f *form) question(q *survey.Question) {
	l := line{ownKind: string(q.Kind)}
	f.named(l, q.ID, exchange.FormName(q.ID))
	f.text(l, "label", q.Text)
	f.text(l, "hint", q.Hint)
	if q.Required {
		l["required"] = yes
	}
	if q.When != nil {
		f.condition(l, q.When)
	}
	if len(q.Headline) > 0 {
		var values []string
		for _, code := range q.Headline {
			values = append(values, q.Points[code-1].Value)
		}
		l[ownHeadline] = strings.Join(values, " ")
	}
	if q.Reverse {
		l[ownReverse] = yes
	}
	f.typed(l, q)
}

// typed writes what depends on the kind of a question.
func (f *form) typed(l line, q *survey.Question) {
	switch q.Kind {
	case survey.KindLikert, survey.KindBeforeAfter:
		l["type"], l[ownScale] = "select_one "+f.list(q.ScaleName, q), q.ScaleName
	case survey.KindChoice:
		l["type"] = "select_one " + f.list(q.ID, q)
	case survey.KindYesNo:
		l["type"] = "select_one " + f.list("yes_no", q)
	case survey.KindMulti:
		l["type"], l["constraint"] = "select_multiple "+f.list(q.ID, q), chosenBounds(q)
	case survey.KindNPS:
		l["type"], l["parameters"] = "range", "start=0 end=10 step=1"
		if q.HasNotApplicable() {
			l["type"], l["parameters"] = "select_one "+f.list(q.ID, q), ""
		}
	case survey.KindNumber:
		l["type"], l["constraint"] = "integer", fmt.Sprintf(". >= %d and . <= %d", q.Min, q.Max)
	case survey.KindText:
		l["type"], l["constraint"] = "text", lengthBound(q.MaxLength)
		if !q.OneLine {
			l["appearance"] = "multiline"
		}
		if q.AskQuote {
			l[ownConsent] = "quote"
		}
	case survey.KindNote:
		l["type"] = "note"
	}
	if q.Kind == survey.KindBeforeAfter {
		f.twice(l, q)
		return
	}
	f.survey.add(l)
	f.other(q)
}

// twice writes a question that is asked twice: a group with a row for before and one
// for now.
func (f *form) twice(l line, q *survey.Question) {
	group := line{"type": "begin_group", "appearance": "field-list", ownKind: l[ownKind], ownReverse: l[ownReverse], "relevant": l["relevant"], ownWhen: l[ownWhen]}
	f.named(group, q.ID, f.free(q.ID))
	f.text(group, "label", q.Text)
	f.survey.add(group)
	first := line{"type": l["type"], "name": exchange.FormName(q.ID + suffixBefore), "required": l["required"], ownKind: kindBefore, ownScale: l[ownScale]}
	f.text(first, "label", before())
	f.text(first, "hint", q.Hint)
	second := line{"type": l["type"], "name": exchange.FormName(q.ID + suffixAfter), "required": l["required"], ownKind: kindAfter, ownScale: l[ownScale]}
	f.text(second, "label", now())
	for _, lang := range f.s.Languages {
		// A form names a text in every language or in none.
		column := "label::" + languageName(lang)
		if first[column] == "" {
			first[column], second[column] = before()[survey.English], now()[survey.English]
		}
	}
	f.survey.add(first)
	f.survey.add(second)
	f.survey.add(line{"type": "end_group"})
}

// other writes the row for the words behind "other".
func (f *form) other(q *survey.Question) {
	if !q.HasOther() {
		return
	}
	l := line{
		"type": "text", "name": exchange.FormName(q.ID + suffixOther), ownKind: kindOther, "constraint": lengthBound(survey.MaxOtherLength),
		"relevant": f.is(q, survey.OtherValue),
	}
	f.text(l, "label", q.Other)
	f.survey.add(l)
}

// lengthBound says how long a text may be.
func lengthBound(most int) string { return "string-length(.) <= " + strconv.Itoa(most) }

// chosenBounds says how many options may be chosen, where that is not one to all, and
// that "not applicable" stands alone.
func chosenBounds(q *survey.Question) string {
	var parts []string
	if q.Min > 1 {
		parts = append(parts, fmt.Sprintf("count-selected(.) >= %d", q.Min))
	}
	if q.Max < len(q.Points) {
		parts = append(parts, fmt.Sprintf("count-selected(.) <= %d", q.Max))
	}
	bounds := strings.Join(parts, " and ")
	if !q.HasNotApplicable() {
		return bounds
	}
	if q.Min > 1 {
		// Who says "not applicable" chooses one.
		return fmt.Sprintf("(%s) or (selected(., '%s') and count-selected(.) = 1)", strings.Join(append(parts, alone), " and "), survey.NotApplicableValue)
	}
	return strings.Join(append(parts, alone), " and ")
}

// alone says that "not applicable" is not chosen beside others.
const alone = "not(selected(., '" + survey.NotApplicableValue + "') and count-selected(.) > 1)"

// list returns the list of choices with the points of a question; questions with the
// same points share one.
func (f *form) list(wanted string, q *survey.Question) string {
	var lines []line
	for _, p := range q.Points {
		l := line{"name": p.Value}
		f.text(l, "label", p.Label)
		lines = append(lines, l)
	}
	if q.HasNotApplicable() {
		l := line{"name": survey.NotApplicableValue, ownMissing: yes}
		f.text(l, "label", q.NotApplicable)
		lines = append(lines, l)
	}
	name := wanted
	for n := 2; ; n++ {
		known, taken := f.lists[name]
		if !taken {
			break
		}
		if reflect.DeepEqual(known, lines) {
			return name
		}
		name = fmt.Sprintf("%s_%d", wanted, n)
	}
	f.lists[name] = lines
	for _, l := range lines {
		row := line{"list_name": name}
		for column, cell := range l {
			row[column] = cell
		}
		f.choices.add(row)
	}
	return name
}

// condition puts a condition into its column, and besides as it is where it would not
// be read again in the same form.
func (f *form) condition(l line, c *survey.Condition) {
	l["relevant"] = f.relevant(c)
	if again, err := readCondition(l["relevant"], f.refs()); err == nil && reflect.DeepEqual(again, c) {
		return
	}
	if exact, err := json.Marshal(c); err == nil {
		l[ownWhen] = string(exact)
	}
}
