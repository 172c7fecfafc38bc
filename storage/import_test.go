package storage_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"anketa/results"
	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// trainings returns finished sessions with n responses each.
func trainings(rnd *rand.Rand, n int, titles ...string) []storage.Import {
	imports := make([]storage.Import, len(titles))
	for i, title := range titles {
		imports[i].Session = survey.Session{ID: randomID(rnd), Title: title}
		for range n {
			imports[i].Responses = append(imports[i].Responses, randomResponse(rnd))
		}
	}
	return imports
}

// Import stores every session closed, with its responses and a sealed tally.
func TestImport(t *testing.T) {
	imports := trainings(rand.New(rand.NewPCG(1, 1)), 13, "Niš", "Novi Sad", "Subotica")
	imports[1].Responses[3].Answers[quote] = survey.Answer{Text: "Odlično", Quote: true}
	path := stored(t, func(db *storage.DB) {
		if err := db.Import(t.Context(), evaluation(), imports); err != nil {
			t.Fatal(err)
		}
	})
	records := dump(t, path)
	for _, imported := range imports {
		want := results.NewTally(evaluation())
		for _, r := range imported.Responses {
			want.Add(r.Answers)
		}
		sealed := results.NewBatches(evaluation())
		sealed.Restore(want)
		binary, _ := sealed.AppendBinary(nil)
		id := string(imported.Session.ID[:])
		if !slices.Contains(records, record{"tallies", id, string(storage.Seal([]byte(id), binary))}) {
			t.Errorf("the tally of %s is not the sealed count of its responses", imported.Session.Title)
		}
	}
	db := storagetest.OpenFile(t, path)
	sessions, err := db.Sessions(t.Context())
	if err != nil || len(sessions) != len(imports) {
		t.Fatalf("got sessions %v, error %v", sessions, err)
	}
	for _, session := range sessions {
		if session.Open {
			t.Errorf("the session %s is open", session.Title)
		}
	}
	texts, err := db.Texts(t.Context(), imports[1].Session.ID, "quote")
	if err != nil {
		t.Fatal(err)
	}
	same(t, texts, []survey.Answer{{Text: "Odlično", Quote: true}})
}

// Import stores all or nothing: a mistake in the last session, or a title that
// is taken, leaves the file as it was.
func TestImportRefused(t *testing.T) {
	for name, test := range map[string]struct {
		spoil func(last *storage.Import)
		want  error
	}{
		"title taken":               {func(i *storage.Import) { i.Session.Title = "Niš" }, storage.ErrConflict},
		"title taken but for space": {func(i *storage.Import) { i.Session.Title = " Niš\u200b" }, storage.ErrConflict},
		"title twice in the file":   {func(i *storage.Import) { i.Session.Title = "Novi Sad" }, storage.ErrConflict},
		"no title":                  {func(i *storage.Import) { i.Session.Title = "" }, nil},
		"point beyond the last":     {func(i *storage.Import) { i.Responses[4].Answers[informed].Code = 6 }, nil},
		"response id twice": {func(i *storage.Import) {
			i.Responses[4].ID, i.Responses[4].Answers[sector].Code = i.Responses[3].ID, 1
			i.Responses[3].Answers[sector].Code = 2
		}, storage.ErrConflict},
	} {
		t.Run(name, func(t *testing.T) {
			rnd := rand.New(rand.NewPCG(2, 2))
			path := stored(t, func(db *storage.DB) {
				if err := db.Import(t.Context(), evaluation(), trainings(rnd, 1, "Niš")); err != nil {
					t.Fatal(err)
				}
			})
			before := dump(t, path)
			imports := trainings(rnd, 5, "Novi Sad", "Subotica")
			test.spoil(&imports[1])
			db := open(t, path, storage.Options{})
			err := db.Import(t.Context(), evaluation(), imports)
			if test.want != nil {
				wantError(t, err, test.want)
			} else if err == nil {
				t.Error("the sessions were stored")
			}
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(dump(t, path), before) {
				t.Error("the file was changed")
			}
		})
	}
}

// Who imports a file again is told which title is taken.
func TestImportSaysWhichTitleIsTaken(t *testing.T) {
	db := storagetest.Open(t)
	rnd := rand.New(rand.NewPCG(9, 9))
	var err error
	for range 2 {
		err = db.Import(t.Context(), evaluation(), trainings(rnd, 1, " Novi\tSad "))
	}
	var taken storage.TitleTakenError
	if !errors.As(err, &taken) || taken.Title != "Novi Sad" || taken.Error() == "" {
		t.Errorf("got error %v, want one that names the title", err)
	}
}

// Finished sessions can be imported while the kiosk takes responses for another
// one, whatever the file says about their being open.
func TestImportBesideAnOpenSession(t *testing.T) {
	db := storagetest.Open(t)
	storagetest.Session(t, db, evaluation())
	imports := trainings(rand.New(rand.NewPCG(3, 3)), 5, "Novi Sad")
	imports[0].Session.Open = true
	if err := db.Import(t.Context(), evaluation(), imports); err != nil {
		t.Fatal(err)
	}
	part, err := db.Part(t.Context(), imports[0].Session.ID)
	if err != nil || part.Session.Open {
		t.Errorf("got session %v, error %v, want it closed", part.Session, err)
	}
}

// The order of the rows in the imported file is forgotten: every order gives
// the same file, page for page, and the caller's list stays as it was.
func TestImportForgetsOrder(t *testing.T) {
	const n = 500
	rnd := rand.New(rand.NewPCG(4, 4))
	imports := trainings(rnd, n, "Niš")
	files := map[string]bool{}
	for range 5 {
		rnd.Shuffle(n, func(i, j int) {
			r := imports[0].Responses
			r[i], r[j] = r[j], r[i]
		})
		given := slices.Clone(imports[0].Responses)
		path := stored(t, func(db *storage.DB) {
			if err := db.Import(t.Context(), evaluation(), imports); err != nil {
				t.Fatal(err)
			}
		})
		same(t, imports[0].Responses, given)
		files[shape(t, path)] = true
	}
	if len(files) != 1 {
		t.Errorf("%d different files came of one set of responses", len(files))
	}
}
