package faults

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"go.etcd.io/bbolt"

	"anketa/storage"
	"anketa/survey"
)

// sheetSet is a set of responses to one session: what is spread over files.
type sheetSet struct {
	survey  *survey.Survey
	session survey.Session
	sheets  []keptSheet
}

// keptSheet is a response with the key that its text is stored under.
type keptSheet struct {
	response survey.Response
	text     survey.ID
}

// drawSheets draws n responses to a choice, a scale and a text; every third has a text.
func drawSheets(rnd *rand.Rand, n int) *sheetSet {
	text := func(s string) survey.Text { return survey.Text{survey.English: s} }
	points := func(n int) (points []survey.Point) {
		for i := range n {
			points = append(points, survey.Point{Value: fmt.Sprint(i + 1), Label: text(fmt.Sprint(i + 1))})
		}
		return points
	}
	set := &sheetSet{
		survey: &survey.Survey{
			ID: "union", Title: text("Union"), Languages: []survey.Lang{survey.English},
			MinGroup: survey.DefaultMinGroup, Release: survey.ReleaseLagged, Kiosk: survey.DefaultKiosk(),
			Questions: []survey.Question{
				{ID: "sector", Kind: survey.KindChoice, Text: text("Sector?"), Points: points(3)},
				{ID: "informed", Kind: survey.KindLikert, Text: text("Informed?"), Points: points(5), NotApplicable: text("cannot tell")},
				{ID: "improve", Kind: survey.KindText, Text: text("Improve?"), MaxLength: survey.MaxTextLength},
			},
		},
		session: survey.Session{ID: drawID(rnd), Title: "Niš", Place: "Niš", Date: "2022-05-17", Attended: n},
	}
	for i := range n {
		s := keptSheet{response: survey.Response{ID: drawID(rnd), Answers: make([]survey.Answer, 3)}, text: drawID(rnd)}
		s.response.Answers[0].Code, s.response.Answers[1].Code = survey.Code(rnd.IntN(4)), survey.Code(rnd.IntN(6))
		if i%3 == 0 {
			s.response.Answers[2].Text = fmt.Sprintf("više vežbi %d", i)
		}
		set.sheets = append(set.sheets, s)
	}
	return set
}

// drawID draws an id that is the same in every run.
func drawID(rnd *rand.Rand) (id survey.ID) {
	for i := range id {
		id[i] = byte(rnd.Uint32())
	}
	return id
}

// store writes some of the responses into a new file.
func (set *sheetSet) store(tb testing.TB, path string, sheets []keptSheet) {
	tb.Helper()
	// They are stored in the order of their ids, and so are their texts.
	sorted := slices.SortedFunc(slices.Values(sheets), func(a, b keptSheet) int { return bytes.Compare(a.response.ID[:], b.response.ID[:]) })
	var texts []survey.ID
	responses := make([]survey.Response, len(sorted))
	for i, s := range sorted {
		responses[i] = s.response
		if s.response.Answers[2].Text != "" {
			texts = append(texts, s.text)
		}
	}
	next := func() (id survey.ID) {
		id, texts = texts[0], texts[1:]
		return id
	}
	db, err := storage.Open(path, storage.Options{Create: true, NewID: next})
	if err != nil {
		tb.Fatal(err)
	}
	err = db.Import(tb.Context(), set.survey, []storage.Import{{Session: set.session, Responses: responses}})
	if err := errors.Join(err, db.Close()); err != nil {
		tb.Fatal(err)
	}
}

// spread spreads the responses over files at random; every fourth is in another one too.
func (set *sheetSet) spread(tb testing.TB, rnd *rand.Rand, dir string, files int) []string {
	tb.Helper()
	parts := make([][]keptSheet, files)
	for _, s := range set.sheets {
		at := rnd.IntN(files)
		parts[at] = append(parts[at], s)
		if other := rnd.IntN(files); other != at && rnd.IntN(4) == 0 {
			parts[other] = append(parts[other], s)
		}
	}
	paths := make([]string, files)
	for i := range parts {
		paths[i] = filepath.Join(dir, fmt.Sprintf("part-%d.db", i))
		set.store(tb, paths[i], parts[i])
	}
	return paths
}

// unite merges files into a database, which may be there already.
func unite(tb testing.TB, into string, files []string) {
	tb.Helper()
	db, err := storage.Open(into, storage.Options{Create: true})
	if err != nil {
		tb.Fatal(err)
	}
	var sources []*storage.DB
	for _, file := range files {
		source, err := storage.Open(file, storage.Options{ReadOnly: true})
		if err != nil {
			tb.Fatal(err)
		}
		sources = append(sources, source)
	}
	_, err = db.Merge(tb.Context(), sources, nil)
	for _, source := range sources {
		err = errors.Join(err, source.Close())
	}
	if err := errors.Join(err, db.Close()); err != nil {
		tb.Fatal(err)
	}
}

// sum returns the SHA-256 of a file.
func sum(tb testing.TB, path string) [32]byte {
	tb.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	return sha256.Sum256(data)
}

// 500 responses are spread over six files that overlap, and these are merged in
// any order, in any number of steps, some of them twice, into a new file or into
// one of them: it is always the same file (reliability research, B1 row 13). As a
// control, a union that appends what a file brings gives others.
func TestMergeShuffles(t *testing.T) {
	t.Parallel()
	rnd := rand.New(rand.NewPCG(13, 500))
	set := drawSheets(rnd, 500)
	wanted := filepath.Join(t.TempDir(), "wanted.db")
	set.store(t, wanted, set.sheets)
	merged, appended := map[[32]byte]int{}, map[[32]byte]int{}
	merged[sum(t, united(t, rnd, t.TempDir(), []string{wanted}))]++
	shuffles := times(12, 1000)
	for i := range shuffles {
		dir := t.TempDir()
		files := set.spread(t, rnd, dir, 6)
		rnd.Shuffle(len(files), func(i, j int) { files[i], files[j] = files[j], files[i] })
		if i < 10 {
			appended[sum(t, appendAll(t, dir, files))]++
		}
		merged[sum(t, united(t, rnd, dir, files))]++
		if err := os.RemoveAll(dir); err != nil {
			t.Fatal(err)
		}
	}
	if len(merged) != 1 {
		t.Errorf("%d shuffles of one set gave %d files, want the one that holds it from the start: %v", shuffles, len(merged), merged)
	}
	if len(appended) < 2 {
		t.Error("a union that appends gave one file too: the comparison sees nothing")
	}
	t.Logf("%d shuffles, %d file; a union that appends: 10 shuffles, %d files", shuffles, len(merged), len(appended))
}

// united merges files in steps, with repetition, and returns the result. Sometimes
// it is one of the files that grew, and sometimes a step is a file of its own.
func united(tb testing.TB, rnd *rand.Rand, dir string, files []string) string {
	tb.Helper()
	into := filepath.Join(dir, "all.db")
	if rnd.IntN(2) == 0 {
		into = files[0]
	}
	left := slices.Clone(files)
	for range rnd.IntN(4) {
		left = append(left, files[rnd.IntN(len(files))])
	}
	for len(left) > 0 {
		n := 1 + rnd.IntN(len(left))
		step := slices.DeleteFunc(slices.Clone(left[:n]), func(file string) bool { return file == into })
		if len(step) > 1 && rnd.IntN(2) == 0 {
			between := filepath.Join(dir, fmt.Sprintf("between-%d.db", len(left)))
			unite(tb, between, step)
			step = []string{between}
		}
		unite(tb, into, step)
		left = left[n:]
	}
	return into
}

// appendAll puts the records of files into a new one, in the order they come.
func appendAll(tb testing.TB, dir string, files []string) string {
	tb.Helper()
	path := filepath.Join(dir, "appended.db")
	to, err := bbolt.Open(path, 0o600, &bbolt.Options{NoSync: true})
	if err != nil {
		tb.Fatal(err)
	}
	for _, file := range files {
		from, err := bbolt.Open(file, 0o600, &bbolt.Options{ReadOnly: true})
		if err != nil {
			tb.Fatal(err)
		}
		err = from.View(func(source *bbolt.Tx) error {
			return source.ForEach(func(name []byte, b *bbolt.Bucket) error {
				return to.Update(func(tx *bbolt.Tx) error {
					into, err := tx.CreateBucketIfNotExists(name)
					if err != nil {
						return err
					}
					return appendBucket(into, b)
				})
			})
		})
		if err := errors.Join(err, from.Close()); err != nil {
			tb.Fatal(err)
		}
	}
	if err := to.Close(); err != nil {
		tb.Fatal(err)
	}
	return path
}

// appendBucket puts the records of a bucket into another.
func appendBucket(into, from *bbolt.Bucket) error {
	return from.ForEach(func(k, v []byte) error {
		if v != nil {
			return into.Put(k, v)
		}
		inner, err := into.CreateBucketIfNotExists(k)
		if err != nil {
			return err
		}
		return appendBucket(inner, from.Bucket(k))
	})
}
