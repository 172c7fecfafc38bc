package storage_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// tampered is a closed file with two sessions whose records a test changes.
type tampered struct {
	path string
	// session holds responses with a text; other is empty.
	session, other survey.ID
	records        []record
}

// tamper makes such a file.
func tamper(t *testing.T, s *survey.Survey) *tampered {
	t.Helper()
	f := &tampered{}
	f.path = stored(t, func(db *storage.DB) {
		f.other = storagetest.Session(t, db, s).ID
		if err := db.CloseSession(t.Context(), f.other); err != nil {
			t.Fatal(err)
		}
		f.session = storagetest.Session(t, db, s).ID
		add(t, db, f.session, respond([3]survey.Code{1, na, 2}, survey.Answer{Text: "više vežbi"}, survey.Answer{Text: "jasno", Quote: true}))
		add(t, db, f.session, respond([3]survey.Code{3, 5, 1}))
	})
	// A PIN that costs little to check.
	cheap := `{"salt":"AAAA","hash":"` + strings.Repeat("A", 43) + `=","time":1,"memory":8}`
	put(t, f.path, record{"meta", "pin", string(storage.Seal([]byte("pin"), []byte(cheap)))})
	f.records = dump(t, f.path)
	return f
}

// roles names the kinds of records that carry a checksum.
func roles() []string { return []string{"sessions", "surveys", "tallies", "rows", "texts", "pin"} }

// of returns the records of a role.
func (f *tampered) of(role string) []record {
	switch role {
	case "rows":
		return in(f.records, rowsOf(f.session))
	case "texts":
		return in(f.records, textsOf(f.session))
	case "pin":
		return slices.DeleteFunc(in(f.records, "meta"), func(r record) bool { return r.key != "pin" })
	}
	return in(f.records, role)
}

// read opens the file and does all the reading that meets the records of a role.
func (f *tampered) read(t *testing.T, role string) error {
	t.Helper()
	db, err := storage.Open(f.path, storage.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	ctx := t.Context()
	errs := make([]error, 3)
	switch role {
	case "sessions":
		_, errs[0] = db.Sessions(ctx)
		_, errs[1] = db.Part(ctx, f.session)
		_, errs[2] = db.Part(ctx, f.other)
	case "surveys":
		_, errs[0] = db.Survey(ctx, f.session)
	case "tallies":
		_, errs[0] = db.Part(ctx, f.session)
		_, errs[1] = db.Part(ctx, f.other)
	case "rows":
		_, errs[0] = db.Recount(ctx, f.session)
	case "texts":
		_, errs[0] = db.Texts(ctx, f.session, "improve")
		_, errs[1] = db.Texts(ctx, f.session, "quote")
	case "pin":
		_, _, errs[0] = db.CheckPIN(ctx, pin)
	}
	return errors.Join(errs...)
}

// flipped returns the record with one bit of its value turned over.
func flipped(r record, bit int) record {
	value := []byte(r.value)
	value[bit/8] ^= 1 << (bit % 8)
	r.value = string(value)
	return r
}

// Untouched, every record reads without an error: the control of the tests below.
func TestTamperControl(t *testing.T) {
	for name, s := range map[string]*survey.Survey{"linked": linkedEvaluation(), "apart": evaluation()} {
		f := tamper(t, s)
		for _, role := range roles() {
			if len(f.of(role)) == 0 && name == "apart" {
				t.Errorf("there are no %s", role)
			}
			if err := f.read(t, role); err != nil {
				t.Errorf("%s, %s: %v", name, role, err)
			}
		}
	}
}

// Every single flipped bit of every record is noticed by whoever reads it:
// other numbers never come out. The long record of the survey is sampled.
func TestEveryFlippedBitIsNoticed(t *testing.T) {
	for _, role := range roles() {
		t.Run(role, func(t *testing.T) {
			stride := 1
			if testing.Short() || role == "surveys" {
				stride = 13
			}
			tamper(t, evaluation()).flipAll(t, role, role, stride)
		})
	}
}

// The same holds for rows that carry their texts, whichever way they are read.
func TestEveryFlippedBitOfALinkedRowIsNoticed(t *testing.T) {
	for _, reading := range []string{"rows", "texts"} {
		t.Run(reading, func(t *testing.T) { tamper(t, linkedEvaluation()).flipAll(t, "rows", reading, 1) })
	}
}

// flipAll flips bits of all records of a role, one at a time, and reads.
func (f *tampered) flipAll(t *testing.T, role, reading string, stride int) {
	t.Helper()
	for _, r := range f.of(role) {
		for bit := 0; bit < 8*len(r.value); bit += stride {
			put(t, f.path, flipped(r, bit))
			if err := f.read(t, reading); !errors.Is(err, storage.ErrDamaged) {
				t.Fatalf("bit %d of %q: got error %v, want %v", bit, r.value, err, storage.ErrDamaged)
			}
		}
		put(t, f.path, r)
	}
}

// A whole record under the key of another one, or under a new key, is noticed.
func TestMovedRecordIsNoticed(t *testing.T) {
	for _, role := range []string{"sessions", "tallies", "rows", "texts"} {
		t.Run(role, func(t *testing.T) {
			f := tamper(t, evaluation())
			moved, other := f.of(role)[0], f.of(role)[1]
			exchanged := moved
			exchanged.value = other.value
			put(t, f.path, exchanged)
			wantError(t, f.read(t, role), storage.ErrDamaged)
			if role == "rows" || role == "texts" {
				put(t, f.path, moved)
				put(t, f.path, record{moved.bucket, string(survey.NewID().String()[:16]), moved.value})
				wantError(t, f.read(t, role), storage.ErrDamaged)
			}
		})
	}
}

// A record that is missing where another asks for it is damage, not a panic
// and not a count of zero.
func TestMissingRecordIsNoticed(t *testing.T) {
	for _, role := range []string{"surveys", "tallies"} {
		t.Run(role, func(t *testing.T) {
			f := tamper(t, evaluation())
			for _, r := range f.of(role) {
				remove(t, f.path, r)
			}
			wantError(t, f.read(t, role), storage.ErrDamaged)
		})
	}
}

// A missing bucket of a session is damage too, and no change goes through.
func TestMissingBucketIsNoticed(t *testing.T) {
	for _, name := range []string{"responses", "texts"} {
		t.Run(name, func(t *testing.T) {
			f := tamper(t, evaluation())
			edit(t, f.path, func(tx *bbolt.Tx) error { return tx.Bucket([]byte(name)).DeleteBucket(f.session[:]) })
			db := open(t, f.path, storage.Options{})
			_, err := db.Recount(t.Context(), f.session)
			wantError(t, err, storage.ErrDamaged)
			r := respond([3]survey.Code{1, 1, 1}, survey.Answer{Text: "one more"})
			wantError(t, db.AddResponse(t.Context(), f.session, r), storage.ErrDamaged)
		})
	}
}
