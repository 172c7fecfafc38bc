package xlsform

import "anketa/survey"

// ReadTables reads a form from the cells of its sheets, without a workbook around them.
func ReadTables(tables map[string][][]string, o Options) (*Form, error) {
	all := map[string]*sheet{}
	for name, rows := range tables {
		s := &sheet{name: name}
		for i, row := range rows {
			if values := cleaned(append([]string{}, row...)); len(values) > 0 {
				s.put(i+1, values)
			}
		}
		all[name] = s
	}
	return readSheets(all, nil, o)
}

// Tables returns the cells of a survey's form, without a workbook around them.
func Tables(s *survey.Survey) map[string][][]string {
	f, all := newForm(s), map[string][][]string{}
	for _, t := range []*table{&f.survey, &f.choices, &f.settings, &f.kiosk} {
		columns := t.used()
		rows := [][]string{columns}
		for _, l := range t.rows {
			row := make([]string, len(columns))
			for i, column := range columns {
				row[i] = l[column]
			}
			rows = append(rows, row)
		}
		all[t.name] = rows
	}
	return all
}
