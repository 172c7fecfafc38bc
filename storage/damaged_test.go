package storage_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// training makes a closed file with a closed session of ten responses, of which
// five have a text, and returns it with its rows and texts.
func training(t *testing.T) (path string, session survey.ID, rows, texts []record) {
	t.Helper()
	path = stored(t, func(db *storage.DB) {
		session = storagetest.Session(t, db, evaluation()).ID
		for i := range 10 {
			r := respond([3]survey.Code{survey.Code(1 + i%3), 2, 1})
			if i%2 == 0 {
				r = respond([3]survey.Code{survey.Code(1 + i%3), 2, 1}, survey.Answer{Text: "više vežbi"})
			}
			add(t, db, session, r)
		}
		if err := db.CloseSession(context.Background(), session); err != nil {
			t.Fatal(err)
		}
	})
	records := dump(t, path)
	return path, session, in(records, rowsOf(session)), in(records, textsOf(session))
}

// counts returns how many responses a session shows, counts in Part, and misses.
func counts(t *testing.T, db *storage.DB, session survey.ID) (n, damaged int) {
	t.Helper()
	part, err := db.Recounted(t.Context(), session)
	if err != nil {
		t.Fatal(err)
	}
	return part.Batches.N(), part.Damaged
}

// Damaged responses and texts are in no number of a closed session, and how many
// there are is said: to those who read every record at once, and to everybody once
// the file was written anew. Negative control: unseal without its comparison; then
// a changed row is counted and nothing is said.
func TestDamagedRecordsAreSaid(t *testing.T) {
	path, session, rows, texts := training(t)
	put(t, path, flipped(rows[3], 61))
	put(t, path, flipped(rows[7], 62))
	put(t, path, flipped(texts[1], 40))
	db := open(t, path, storage.Options{})
	if n, damaged := counts(t, db, session); n != 8 || damaged != 3 {
		t.Errorf("%d responses are counted and %d records damaged, want 8 and 3", n, damaged)
	}
	if err := db.Compact(t.Context()); err != nil {
		t.Fatal(err)
	}
	part, err := db.Part(t.Context(), session)
	if err != nil || part.Batches.N() != 8 || part.Damaged != 3 {
		t.Errorf("behind a compaction %d responses are counted and %d records damaged (%v), want 8 and 3", part.Batches.N(), part.Damaged, err)
	}
	if n, damaged := counts(t, db, session); n != 8 || damaged != 3 {
		t.Errorf("behind a compaction a recount finds %d and %d, want 8 and 3", n, damaged)
	}
	if err := db.Check(t.Context()); err != nil {
		t.Error(err)
	}
}

// A key that is damaged stands where it stood, out of the order of the others: it costs
// its own response and none that lies behind it. Negative control: recountRows without
// its comparison of ends and beginnings.
func TestKeyOutOfOrder(t *testing.T) {
	for at := range 10 {
		path, session, rows, _ := training(t)
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		key := []byte(rows[at].key)
		far := bytes.Clone(key)
		far[0] ^= 0x80
		if err := os.WriteFile(path, bytes.ReplaceAll(file, key, far), 0o600); err != nil {
			t.Fatal(err)
		}
		if n, damaged := counts(t, open(t, path, storage.Options{}), session); n != 9 || damaged != 1 {
			t.Errorf("row %d: %d responses are counted and %d records damaged, want 9 and 1", at, n, damaged)
		}
	}
}

// Rows that are not there any more, although the tally counted them, are said too.
func TestMissingRowsAreSaid(t *testing.T) {
	path, session, rows, _ := training(t)
	remove(t, path, rows[2])
	db := open(t, path, storage.Options{})
	for range 2 {
		if n, damaged := counts(t, db, session); n != 9 || damaged != 1 {
			t.Errorf("%d responses are counted and %d damaged, want 9 and 1", n, damaged)
		}
		if err := db.Compact(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
}

// A tally that cannot come from its responses is damage, and no number is shown.
func TestTallyOfOthers(t *testing.T) {
	path, session, rows, _ := training(t)
	remove(t, path, rows[2])
	other := respond([3]survey.Code{3, 5, 1})
	row := storage.NewRows(evaluation()).Encode(&other)
	put(t, path, record{rows[0].bucket, string(other.ID[:]), string(row)})
	db := open(t, path, storage.Options{})
	_, err := db.Recounted(t.Context(), session)
	wantError(t, err, storage.ErrDamaged)
	wantError(t, db.Compact(t.Context()), storage.ErrDamaged)
}

// While a session is open its numbers stay, because they counted every response
// while it was whole; the damage is said. When it is closed it is left out.
func TestDamagedWhileOpen(t *testing.T) {
	path, session := kiosk(t, 20)
	rows := in(dump(t, path), rowsOf(session))
	put(t, path, flipped(rows[0], 61))
	db := open(t, path, storage.Options{})
	if n, damaged := counts(t, db, session); n != 20 || damaged != 1 {
		t.Errorf("%d responses are counted and %d damaged, want 20 and 1", n, damaged)
	}
	wantError(t, db.Compact(t.Context()), storage.ErrDamaged)
	if err := db.CloseSession(t.Context(), session); err != nil {
		t.Fatal(err)
	}
	if err := db.Compact(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n, damaged := counts(t, db, session); n != 19 || damaged != 1 {
		t.Errorf("closed, %d responses are counted and %d damaged, want 19 and 1", n, damaged)
	}
}

// What one file lost and another has is whole again in both together, in any order;
// nothing is quarantined, because only one of the two records can be read.
func TestMergeHeals(t *testing.T) {
	for name, compacted := range map[string]bool{"as it was found": false, "written anew": true} {
		t.Run(name, func(t *testing.T) {
			path, session, rows, _ := training(t)
			whole := filepath.Join(t.TempDir(), "whole.db")
			db := open(t, path, storage.Options{})
			if err := db.Backup(t.Context(), whole); err != nil {
				t.Fatal(err)
			}
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
			put(t, path, flipped(rows[5], 61))
			db = open(t, path, storage.Options{})
			if compacted {
				if err := db.Compact(t.Context()); err != nil {
					t.Fatal(err)
				}
			}
			source := open(t, whole, storage.Options{ReadOnly: true})
			merged, err := db.Merge(t.Context(), []*storage.DB{source}, nil)
			if err != nil || merged.Damaged != 0 || len(merged.Quarantined) != 0 {
				t.Errorf("the merge says %+v, %v", merged, err)
			}
			if n, damaged := counts(t, db, session); n != 10 || damaged != 0 {
				t.Errorf("%d responses are counted and %d damaged, want 10 and none", n, damaged)
			}
		})
	}
}

// A copy that was rescued says what is missing from it, also when it is rescued again.
func TestRescuedCopySaysIt(t *testing.T) {
	path, session, rows, _ := training(t)
	put(t, path, flipped(rows[5], 61))
	once, twice := path+".once", path+".twice"
	r, err := storage.Rescue(t.Context(), path, once)
	if err != nil || len(r.Damages) == 0 || len(r.LeftOut) != 1 {
		t.Fatalf("%+v, %v", r, err)
	}
	r, err = storage.Rescue(t.Context(), once, twice)
	if err != nil || len(r.Damages) != 0 || len(r.LeftOut) != 1 {
		t.Fatalf("%+v, %v", r, err)
	}
	db := open(t, twice, storage.Options{})
	if n, damaged := counts(t, db, session); n != 9 || damaged != 1 {
		t.Errorf("%d responses are counted and %d damaged, want 9 and 1", n, damaged)
	}
}
