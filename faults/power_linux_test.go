package faults

import (
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"anketa/survey"
)

// sector is what a disk writes whole: a write may end at any multiple of it.
const sector = 512

// Of up to everySubset pending writes, every subset is tried; of more, someSubsets.
const (
	everySubset = 7
	someSubsets = 128
)

// drive is what a power cut leaves: contents by file, and names. What is pending
// was written and is not flushed.
type drive struct {
	files   map[int][]byte
	names   map[string]int
	pending []op
	// keeps is how many operations the disk keeps for later, although it was told
	// to flush them; an honest disk keeps none.
	keeps int
}

// newDrive returns an empty drive.
func newDrive(keeps int) *drive {
	return &drive{files: map[int][]byte{}, names: map[string]int{}, keeps: keeps}
}

// apply does an operation; of a write, only the sectors that whole lets through.
func (d *drive) apply(o op, whole func(sector int) bool) {
	switch o.kind {
	case opWrite:
		content := grown(d.files[o.file], o.offset+int64(len(o.data)))
		for at := 0; at < len(o.data); at += sector {
			if whole == nil || whole(at/sector) {
				copy(content[int(o.offset)+at:], o.data[at:min(at+sector, len(o.data))])
			}
		}
		d.files[o.file] = content
	case opSize:
		d.files[o.file] = grown(d.files[o.file], o.offset)[:o.offset]
	case opName:
		d.names[o.name] = o.file
	case opRemove:
		delete(d.names, o.name)
	case opRename:
		delete(d.names, o.name)
		d.names[o.to] = o.file
	}
}

// grown returns a content that has at least a size.
func grown(content []byte, size int64) []byte {
	if missing := size - int64(len(content)); missing > 0 {
		content = append(content, make([]byte, missing)...)
	}
	return content
}

// isName reports whether an operation is about names: a file system with a journal
// keeps those in their order.
func (o *op) isName() bool { return o.kind == opName || o.kind == opRemove || o.kind == opRename }

// flush makes durable what a flush covers: the data of a file, or the names.
func (d *drive) flush(o op) {
	var pending []op
	for i, p := range d.pending {
		covered := o.kind == opSync && !p.isName() && p.file == o.file || o.kind == opSyncDir && p.isName()
		if covered && len(d.pending)-i > d.keeps {
			d.apply(p, nil)
		} else {
			pending = append(pending, p)
		}
	}
	d.pending = pending
}

// clone returns a copy without what is pending.
func (d *drive) clone() *drive {
	files := maps.Clone(d.files)
	for file, content := range files {
		files[file] = append([]byte(nil), content...)
	}
	return &drive{files: files, names: maps.Clone(d.names)}
}

// after returns what a cut leaves when only some of the pending writes came
// through, a prefix of what is about names, and of one write only some sectors.
func (d *drive) after(through func(i int) bool, names, torn int, whole func(int) bool) *drive {
	cut := d.clone()
	for i, p := range d.pending {
		switch {
		case p.isName():
			if names > 0 {
				cut.apply(p, nil)
			}
			names--
		case i == torn:
			cut.apply(p, whole)
		case through(i):
			cut.apply(p, nil)
		}
	}
	return cut
}

// cuts yields what a power cut at this moment may leave.
func (d *drive) cuts(random *rand.Rand, yield func(*drive)) {
	names := 0
	var data []int
	for i, p := range d.pending {
		if p.isName() {
			names++
		} else {
			data = append(data, i)
		}
	}
	subsets := someSubsets
	if len(data) <= everySubset {
		subsets = 1 << len(data)
	}
	for s := range subsets {
		chosen := map[int]bool{}
		for bit, i := range data {
			chosen[i] = len(data) <= everySubset && s>>bit&1 == 1 || len(data) > everySubset && random.IntN(2) == 0
		}
		for n := 0; n <= names; n++ {
			yield(d.after(func(i int) bool { return chosen[i] }, n, -1, nil))
		}
	}
	for _, i := range data {
		d.tear(i, names, random, yield)
	}
}

// mostTears is at how many places a write is torn.
const mostTears = 8

// tear yields what is left when a write is torn: at each of its sectors, and with
// some of them missing in the middle. The other writes came through or did not.
func (d *drive) tear(i, names int, random *rand.Rand, yield func(*drive)) {
	sectors := (len(d.pending[i].data) + sector - 1) / sector
	for t := range min(sectors, mostTears) {
		end := t
		if sectors > mostTears {
			end = random.IntN(sectors)
		}
		whole := func(s int) bool { return s < end }
		if t == 0 {
			whole = func(int) bool { return random.IntN(2) == 0 }
		}
		all := t%2 == 0
		yield(d.after(func(int) bool { return all || random.IntN(2) == 0 }, random.IntN(names+1), i, whole))
	}
}

// lay writes the files of a disk into an empty folder.
func (d *drive) lay(tb testing.TB, dir string) {
	tb.Helper()
	left, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		tb.Fatal(err)
	}
	for _, path := range left {
		if err := os.RemoveAll(path); err != nil {
			tb.Fatal(err)
		}
	}
	for name, file := range d.names {
		if err := os.WriteFile(filepath.Join(dir, name), d.files[file], 0o600); err != nil {
			tb.Fatal(err)
		}
	}
}

// database is the name of the database in every folder.
const database = "anketa.db"

// replayed says what a replay found: how many cuts were looked at, at how many
// flushes, how many left a bad database, and the first of those.
type replayed struct {
	cuts, flushes, bad int
	first              error
}

// replay cuts the power at every flush of a recorded run, in every way that is
// tried, and looks at what each cut leaves. It stops at enough bad ones.
func replay(t *testing.T, ops []op, keeps, enough int) (r replayed) {
	t.Helper()
	d, dir, l := newDrive(keeps), quick(t), newLooker(t)
	random := rand.New(rand.NewPCG(5, uint64(len(ops))))
	what := look{Path: filepath.Join(dir, database)}
	cut := func(left *drive) {
		if r.bad >= enough {
			return
		}
		left.lay(t, dir)
		r.cuts++
		if err := l.at(&what); err != nil {
			if r.bad++; r.bad == 1 {
				r.first = err
			}
		}
	}
	for _, o := range ops {
		switch o.kind {
		case opSaid:
			what.hear(t, o.data)
		case opSync, opSyncDir:
			r.flushes++
			d.cuts(random, cut)
			d.flush(o)
		default:
			d.pending = append(d.pending, o)
		}
	}
	d.cuts(random, cut)
	return r
}

// hear notes what a child said.
func (l *look) hear(tb testing.TB, said []byte) {
	l.Tried = append(l.Tried, idsAfter(tb, saysTrying, said)...)
	l.Thanked = append(l.Thanked, idsAfter(tb, saysThanks, said)...)
	l.Named = l.Named || string(said) == saysDone+"\n"
	l.Again = survey.ID{}
	if len(l.Tried) > len(l.Thanked) {
		l.Again = l.Tried[len(l.Tried)-1]
	}
}

// quick returns a folder in memory, where there is one.
func quick(tb testing.TB) string {
	tb.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "anketa-power-*")
	if err != nil {
		return tb.TempDir()
	}
	tb.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// training records the making of a database and a training in it.
func training(t *testing.T, responses int, manners string, anew int) []op {
	t.Helper()
	dir := quick(t)
	path := filepath.Join(dir, database)
	strace := straceFor(t, "no power cut loses a response that somebody was thanked for")
	return record(t, strace, dir, []string{"create", path},
		[]string{"submit", path, strconv.Itoa(responses), manners, strconv.Itoa(anew)})
}

// Cut at any instant, with writes that came through in any order and only in
// part, the power takes no response that somebody was thanked for, and doubles
// none: the making of the file, every response, and the file written anew. Each
// state is opened, checked whole, and takes the response that was on its way.
func TestPowerCuts(t *testing.T) {
	t.Parallel()
	r := replay(t, training(t, times(12, 75), keepsPromises, times(5, 25)), 0, 1)
	if r.bad > 0 {
		t.Errorf("a cut left a bad database: %v", r.first)
	}
	if least := times(1500, 10_000); r.cuts < least {
		t.Errorf("only %d cuts were tried, want %d", r.cuts, least)
	}
	t.Logf("%d cuts at %d flushes, %d bad", r.cuts, r.flushes, r.bad)
}

// The replay finds what it looks for: a disk that only says that it flushes, and a
// kiosk that gives thanks before it stores.
func TestPowerCutsAreFound(t *testing.T) {
	t.Parallel()
	t.Run("no flushes", func(t *testing.T) {
		t.Parallel()
		if r := replay(t, training(t, 5, keepsPromises, 0), 12, 20); r.bad < 20 {
			t.Errorf("without flushes only %d of %d cuts left a bad database", r.bad, r.cuts)
		} else {
			t.Logf("found after %d cuts: %v", r.cuts, r.first)
		}
	})
	t.Run("thanks first", func(t *testing.T) {
		t.Parallel()
		if r := replay(t, training(t, 5, thanksFirst, 0), 0, 5); r.bad < 5 {
			t.Errorf("thanks before storing: only %d of %d cuts lost a response", r.bad, r.cuts)
		} else {
			t.Logf("found after %d cuts: %v", r.cuts, r.first)
		}
	})
}
