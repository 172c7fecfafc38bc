package storage_test

import (
	"testing"

	"anketa/storage"
	"anketa/survey"
)

// A row with a right checksum that does not fit its survey, which only another
// program writes, is damage however it is read.
func TestRowThatDoesNotFitIsNoticed(t *testing.T) {
	for name, s := range map[string]*survey.Survey{"linked": linkedEvaluation(), "apart": evaluation()} {
		head := storage.NewRows(s).Head()
		for what, payload := range map[string][]byte{
			"no such point":  append(head[:5:5], 1, 6, 1, 0, 0),
			"other survey":   append(storage.NewRows(twelve()).Head(), 1, 1, 1, 0, 0),
			"other version":  append([]byte{2}, append(head[1:5:5], 1, 1, 1, 0, 0)...),
			"too short":      append(head[:5:5], 1, 1),
			"nothing":        {},
			"text cut off":   append(head[:5:5], 1, 1, 1, 0, 20, 'a'),
			"text too long":  append(head[:5:5], 1, 1, 1, 0, 0, 0),
			"endless length": append(head[:5:5], 1, 1, 1, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255),
		} {
			t.Run(name+", "+what, func(t *testing.T) {
				f := tamper(t, s)
				row := f.of("rows")[0]
				row.value = string(storage.Seal([]byte(row.key), payload))
				put(t, f.path, row)
				db := open(t, f.path, storage.Options{})
				_, err := db.Recount(t.Context(), f.session)
				wantError(t, err, storage.ErrDamaged)
				wantError(t, db.Check(t.Context()), storage.ErrDamaged)
			})
		}
	}
}

// Check reads every record: a flipped bit in any of them is found.
func TestCheckReadsEveryRecord(t *testing.T) {
	for name, s := range map[string]*survey.Survey{"linked": linkedEvaluation(), "apart": evaluation()} {
		for _, role := range roles() {
			t.Run(name+", "+role, func(t *testing.T) {
				f := tamper(t, s)
				for _, r := range f.of(role) {
					put(t, f.path, flipped(r, 4*len(r.value)))
					db := open(t, f.path, storage.Options{})
					wantError(t, db.Check(t.Context()), storage.ErrDamaged)
					_ = db.Close()
					put(t, f.path, r)
				}
			})
		}
	}
}

// Check compares the stored tally with the rows: a row too many or too few, each
// with a right checksum, is found.
func TestCheckRecounts(t *testing.T) {
	f := tamper(t, evaluation())
	extra := respond([3]survey.Code{1, 1, 1})
	row := record{rowsOf(f.session), string(extra.ID[:]), string(storage.NewRows(evaluation()).Encode(&extra))}
	for name, change := range map[string]func(){
		"a row too many": func() { put(t, f.path, row) },
		"a row too few":  func() { remove(t, f.path, f.of("rows")[0]) },
		"a text too few": func() { remove(t, f.path, f.of("texts")[0]) },
	} {
		t.Run(name, func(t *testing.T) {
			change()
			db := open(t, f.path, storage.Options{})
			wantError(t, db.Check(t.Context()), storage.ErrDamaged)
			_ = db.Close()
			remove(t, f.path, row)
			for _, role := range []string{"rows", "texts"} {
				for _, r := range f.of(role) {
					put(t, f.path, r)
				}
			}
			db = open(t, f.path, storage.Options{})
			if err := db.Check(t.Context()); err != nil {
				t.Fatalf("after the change was taken back: %v", err)
			}
			_ = db.Close()
		})
	}
}
