package storage_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"go.etcd.io/bbolt"

	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// kiosk makes a closed file as a kiosk leaves it after a training: freed pages
// and all. It returns the file and its session.
func kiosk(tb testing.TB, responses int) (path string, session survey.ID) {
	tb.Helper()
	rnd := rand.New(rand.NewPCG(7, 7))
	path = stored(tb, func(db *storage.DB) {
		session = storagetest.Session(tb, db, evaluation()).ID
		for range responses {
			r := randomResponse(rnd)
			r.Answers[improve].Text = "više vežbi"
			add(tb, db, session, r)
		}
	})
	return path, session
}

// A file cut off at any length is refused, or it opens and is whole: never a
// crash, and never fewer responses than were stored.
func TestTruncated(t *testing.T) {
	const responses = 200
	path, session := kiosk(t, responses)
	whole := content(t, path)
	cut := filepath.Join(t.TempDir(), "cut.db")
	opened, refused := 0, 0
	for _, length := range lengths(len(whole)) {
		if err := os.WriteFile(cut, []byte(whole[:length]), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, opts := range []storage.Options{{}, {ReadOnly: true}} {
			db, err := storage.Open(cut, opts)
			if err != nil {
				refused++
				want := storage.ErrDamaged
				if length < 80 {
					want = storage.ErrForeign
				}
				wantError(t, err, want)
				continue
			}
			opened++
			if err := db.Check(t.Context()); err != nil {
				t.Errorf("cut off at %d: %v", length, err)
			}
			if part, err := db.Part(t.Context(), session); err != nil || part.Batches.N() != responses {
				t.Errorf("cut off at %d: %d responses, error %v", length, part.Batches.N(), err)
			}
			_ = db.Close()
		}
	}
	if refused == 0 || opened == 0 {
		t.Errorf("%d lengths were refused and %d opened, want some of each", refused, opened)
	}
}

// lengths are the places where a file is cut off: all within its head, and
// before, at and behind the borders of pages and of disk sectors.
func lengths(size int) []int {
	var lengths []int
	for n := 0; n <= size; n++ {
		near := n%pageSize < 2 || n%pageSize == pageSize-1
		if n < 200 || near || n%512 == 0 && (n < 16<<10 || !testing.Short()) {
			lengths = append(lengths, n)
		}
	}
	return lengths
}

// The first write of bbolt is not safe: whatever part of it reached the disk
// before a crash, opening says what is wrong and does not end the process.
// That such files never stand under the name of the database is the business
// of TestCreationIsFlushed.
func TestInterruptedFirstWrite(t *testing.T) {
	const pages, sector = 4, 512
	image := []byte(foreign(t, func(*bbolt.Tx) error { return nil }))[:pages*pageSize]
	path := filepath.Join(t.TempDir(), "anketa.db")
	try := func(partial []byte) {
		t.Helper()
		if err := os.WriteFile(path, partial, 0o600); err != nil {
			t.Fatal(err)
		}
		for _, opts := range []storage.Options{{Create: true}, {ReadOnly: true}} {
			_, err := storage.Open(path, opts)
			wantError(t, err, storage.ErrForeign, storage.ErrDamaged)
		}
	}
	for present := range 1 << pages {
		partial := make([]byte, len(image))
		for page := range pages {
			if present>>page&1 == 1 {
				copy(partial[page*pageSize:(page+1)*pageSize], image[page*pageSize:])
			}
		}
		try(partial)
	}
	for written := 0; written < len(image); written += sector {
		torn := make([]byte, len(image))
		copy(torn, image[:written])
		try(torn)
		try(image[:written])
	}
}

// damage overwrites something in a file.
type damage func(t *testing.T, path string)

// inBoth overwrites a field of both meta pages, which start behind 16 bytes of
// page header; inOne overwrites the checksum of one.
func inBoth(field int, value ...byte) damage {
	return func(t *testing.T, path string) {
		for page := range 2 {
			scribble(t, path, int64(page*pageSize+16+field), value)
		}
	}
}

func inOne(page int) damage {
	return func(t *testing.T, path string) { scribble(t, path, int64(page*pageSize+16+56), make([]byte, 8)) }
}

// A head that cannot be right is refused. When one of both meta pages is in order,
// that is right for a program that ended before its time, and the database is that
// of the last transaction or the one before; any other is damaged.
func TestDamagedHead(t *testing.T) {
	const responses = 20
	for name, test := range map[string]struct {
		damage damage
		want   error
	}{
		"magic number":         {inBoth(0, 1, 2, 3, 4), storage.ErrForeign},
		"version":              {inBoth(4, 9), storage.ErrDamaged},
		"no page size":         {inBoth(8, 0, 0, 0, 0), storage.ErrDamaged},
		"size of a huge page":  {inBoth(8, 0, 0, 0, 64), storage.ErrDamaged},
		"size of a small page": {inBoth(8, 1, 0, 0, 0), storage.ErrDamaged},
		"root":                 {inBoth(16, 99), storage.ErrDamaged},
		"high water":           {inBoth(40, 0, 0, 0, 0, 1), storage.ErrDamaged},
		"both checksums":       {inBoth(56, 0, 0, 0, 0), storage.ErrDamaged},
		"first checksum":       {inOne(0), nil},
		"second checksum":      {inOne(1), nil},
	} {
		t.Run(name, func(t *testing.T) {
			path, session := kiosk(t, responses)
			test.damage(t, path)
			db, err := storage.Open(path, storage.Options{})
			if test.want == nil {
				wantError(t, err, storage.ErrDamaged)
				if err := os.WriteFile(path+".lock", []byte{1}, 0o600); err != nil {
					t.Fatal(err)
				}
				db, err = storage.Open(path, storage.Options{})
			}
			if test.want != nil {
				wantError(t, err, test.want)
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			defer db.Close()
			part, err := db.Part(t.Context(), session)
			if n := part.Batches.N(); err != nil || n != responses && n != responses-1 {
				t.Errorf("got %d responses, error %v, want %d or one less", n, err, responses)
			}
			if err := db.Check(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
}

// A damaged file is let go: who opens it again, or repairs it, is told of the
// damage and not that another program has it.
func TestDamagedFileIsLetGo(t *testing.T) {
	path, _ := kiosk(t, 50)
	scribble(t, path, freelist(t, path), make([]byte, pageSize))
	for range 3 {
		_, err := storage.Open(path, storage.Options{})
		wantError(t, err, storage.ErrDamaged)
	}
}

// A page that points outside the file, where no memory is, gives an error to
// readers and writers; without protection it would end the process.
func TestPointerOutsideTheFile(t *testing.T) {
	path, session := kiosk(t, 60)
	var page int64
	edit(t, path, func(tx *bbolt.Tx) error {
		page = int64(bucketOf(tx, rowsOf(session)).Root())
		return nil
	})
	// Behind the head of the page and the flags of its first element stands where its key is.
	scribble(t, path, page*int64(pageSize)+16+4, []byte{0, 0, 0, 0x70})
	db := open(t, path, storage.Options{})
	_, err := db.Recount(t.Context(), session)
	wantError(t, err, storage.ErrDamaged)
	wantError(t, db.AddResponse(t.Context(), session, respond([3]survey.Code{1, 1, 1})), storage.ErrDamaged)
}

// Check of a database with many faults ends with everything that it started.
func TestCheckLeavesNothingRunning(t *testing.T) {
	path, _ := kiosk(t, 50)
	page := freelist(t, path)
	// The page says that no page is free: each of the freed ones is one fault.
	scribble(t, path, page+10, []byte{0, 0})
	db := open(t, path, storage.Options{})
	for range 5 {
		wantError(t, db.Check(t.Context()), storage.ErrDamaged)
	}
	if n := running("(*Tx).check"); n != 0 {
		t.Errorf("%d checks are still running", n)
	}
}
