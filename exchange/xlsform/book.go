package xlsform

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"anketa/survey"
)

// Limits of a form. What a workbook says of its own size is checked before anything is
// unpacked, and nothing is unpacked onto the disk.
const (
	// MaxFileSize is the largest workbook in bytes that is read.
	MaxFileSize  = 2 << 20
	maxUnpacked  = 8 << 20
	maxRows      = 10_000
	maxColumns   = 200
	maxCell      = 4000
	maxCells     = 100_000
	maxLanguages = 9
)

// Errors of files that are no forms at all.
var (
	// ErrTooLarge says that a workbook is larger than any form.
	ErrTooLarge = errors.New("the workbook is larger than any form")
	// ErrOldFormat says that a workbook is of the older format, or has a password.
	ErrOldFormat = errors.New("the workbook is in the older format .xls, or has a password")
	// ErrNoWorkbook says that a file is not a workbook.
	ErrNoWorkbook = errors.New("the file is not a workbook (.xlsx)")
)

// autoName is the column in which KoboToolbox names rows and choices that nobody named.
const autoName = "$autoname"

// sheet is a sheet that was read.
type sheet struct {
	name   string
	header []string
	rows   []row
}

// row is a row that is not empty, with its number as spreadsheets show it.
type row struct {
	number int
	cells  map[string]string
}

// get returns what stands in a column.
func (r *row) get(column string) string { return r.cells[column] }

// is reports whether a cell says yes.
func (r *row) is(column string) bool { return truth(r.get(column)) }

// truth reports whether a cell says yes, as forms do.
func truth(cell string) bool {
	return slices.Contains([]string{"yes", "true", "true()", "1"}, strings.ToLower(cell))
}

// open opens a workbook of a stranger. What breaks the library breaks no more than that.
func open(data []byte) (book *excelize.File, err error) {
	defer recovered(&err)
	switch {
	case len(data) > MaxFileSize:
		return nil, ErrTooLarge
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return nil, ErrOldFormat
	}
	if err := inspect(data); err != nil {
		return nil, err
	}
	book, err = excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxUnpacked, UnzipXMLSizeLimit: maxUnpacked, RawCellValue: true})
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoWorkbook, err)
	}
	return book, nil
}

// recovered makes a panic an error.
func recovered(err *error) {
	if r := recover(); r != nil {
		*err = fmt.Errorf("%w: the library ended with %T", ErrNoWorkbook, r)
	}
}

// sheets reads the sheets of a form by their names, in small letters.
func sheets(book *excelize.File) (all map[string]*sheet, notes []Remark, err error) {
	defer recovered(&err)
	all = map[string]*sheet{}
	for _, title := range book.GetSheetList() {
		name := strings.ToLower(strings.TrimSpace(title))
		if !slices.Contains([]string{sheetSurvey, sheetChoices, sheetSettings, sheetKiosk}, name) || all[name] != nil {
			continue
		}
		s, err := readSheet(book, title)
		if err != nil {
			return nil, nil, err
		}
		s.name, all[name] = name, s
		if visible, err := book.GetSheetVisible(title); err == nil && !visible {
			notes = append(notes, Remark{Sheet: name, Text: "the sheet is hidden and was read all the same"})
		}
	}
	return all, notes, nil
}

// readSheet reads a sheet row by row. Formulas are not carried out: what counts is what
// the spreadsheet program calculated last.
func readSheet(book *excelize.File, title string) (*sheet, error) {
	rows, err := book.Rows(title)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoWorkbook, err)
	}
	s, cells := &sheet{}, 0
	for number := 1; rows.Next(); number++ {
		if number > maxRows {
			return nil, errors.Join(ErrTooLarge, rows.Close())
		}
		values, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return nil, errors.Join(fmt.Errorf("%w: %w", ErrNoWorkbook, err), rows.Close())
		}
		if values = cleaned(values); len(values) == 0 {
			continue
		}
		if cells += len(values); cells > maxCells {
			return nil, errors.Join(ErrTooLarge, rows.Close())
		}
		s.put(number, values)
	}
	if err := errors.Join(rows.Error(), rows.Close()); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoWorkbook, err)
	}
	return s, nil
}

// cleaned passes the cells of a row through the cleaner and drops empty ones at its end.
func cleaned(values []string) []string {
	values = values[:min(len(values), maxColumns)]
	last := 0
	for i, value := range values {
		// Text is cut long before it is cleaned: a cell may hold megabytes.
		if values[i] = survey.Clean(value[:min(len(value), 4*maxCell)], maxCell); values[i] != "" {
			last = i + 1
		}
	}
	return values[:last]
}

// put adds a row to a sheet; the first one is its header.
func (s *sheet) put(number int, values []string) {
	if s.header == nil {
		for _, name := range values {
			s.header = append(s.header, columnName(name))
		}
		return
	}
	r := row{number: number, cells: map[string]string{}}
	for i, value := range values {
		if i < len(s.header) && s.header[i] != "" && value != "" && r.cells[s.header[i]] == "" {
			r.cells[s.header[i]] = value
		}
	}
	if r.cells["name"] == "" && r.cells[autoName] != "" {
		r.cells["name"] = r.cells[autoName]
	}
	if len(r.cells) > 0 {
		s.rows = append(s.rows, r)
	}
}

// has reports whether a sheet has a column.
func (s *sheet) has(column string) bool { return s != nil && slices.Contains(s.header, column) }

// columnName returns the name of a column as this package knows it: forms vary in
// capitals and spaces, and some words have older forms.
func columnName(name string) string {
	base, lang, translated := strings.Cut(survey.CleanLine(name, maxCell), "::")
	if !translated {
		// Old forms have one colon.
		if base, lang, translated = strings.Cut(name, ":"); !slices.Contains([]string{"label", "hint", "caption"}, strings.ToLower(strings.TrimSpace(base))) {
			base, translated = name, false
		}
	}
	base = strings.ToLower(strings.TrimSpace(base))
	if !strings.HasPrefix(base, "$") {
		base = strings.NewReplacer(" ", "_", "-", "_").Replace(base)
	}
	if known, ok := map[string]string{
		"caption": "label", "relevance": "relevant", "value": "name", "list": "list_name", "form_name": "form_title", "title": "form_title",
		"id_string": "form_id", "set_form_title": "form_title", "set_form_id": "form_id", "question_type": "type",
	}[base]; ok && !translated {
		base = known
	}
	if translated {
		return base + "::" + strings.TrimSpace(lang)
	}
	return base
}
