package secrecy

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"anketa/exchange"
	"anketa/report"
	"anketa/results"
	"anketa/storage"
	"anketa/survey"
)

// store is a real database of which a test may take a rule away, to see that somebody
// notices.
type store struct {
	*storage.DB
	// broken changes what is read of a session; nil leaves it as it is.
	broken func(*results.Part)
}

// Part implements tui.Store.
func (s *store) Part(ctx context.Context, session survey.ID) (results.Part, error) {
	p, err := s.DB.Part(ctx, session)
	if err == nil && s.broken != nil {
		s.broken(&p)
	}
	return p, err
}

// kiosk is a database with its console, both open while a session is simulated.
type kiosk struct {
	testing.TB
	store   *store
	console *console
	session survey.Session
	reader  *reader
	// last is what each surface showed, to read it once.
	last map[string]string
}

// newKiosk makes a database with an open session.
func newKiosk(tb testing.TB, path string, s *survey.Survey, session survey.Session, broken func(*results.Part)) *kiosk {
	tb.Helper()
	db, err := storage.Open(path, storage.Options{Create: true})
	if err != nil {
		tb.Fatal(err)
	}
	k := &kiosk{TB: tb, store: &store{db, broken}, session: session, reader: newReader(), last: map[string]string{}}
	if session.Open {
		if k.session, err = db.CreateSession(tb.Context(), session, s); err != nil {
			tb.Fatal(err)
		}
	}
	k.console = newConsole(tb, k.store, s, []survey.Session{k.session})
	return k
}

// do fails with the first error.
func (k *kiosk) do(errs ...error) {
	k.Helper()
	if err := errors.Join(errs...); err != nil {
		k.Fatal(err)
	}
}

// end closes everything.
func (k *kiosk) end() {
	k.console.close()
	k.do(k.store.Close())
}

// release reads what may be shown, as the commands do.
func (k *kiosk) release() results.Release {
	k.Helper()
	p, err := k.store.Recounted(k.Context(), k.session.ID)
	k.do(err)
	if k.store.broken != nil {
		k.store.broken(&p)
	}
	r, err := results.NewRelease(p)
	k.do(err, r.ReadTexts(k.Context(), k.store), r.ReadSections(k.Context(), k.store))
	return r
}

// news reports whether a surface shows what it did not show before.
func (k *kiosk) news(surface, shown string) bool {
	old, ok := k.last[surface]
	k.last[surface] = shown
	return !ok || old != shown
}

// show gives what every screen and every file of results says now, as far as it
// changed.
func (k *kiosk) show(read func(reading)) {
	k.Helper()
	k.console.settle()
	for digit := '1'; digit <= '8'; digit++ {
		if tab := k.console.tab(digit); k.news(string(digit), tab) {
			read(k.reader.text(k, tab))
		}
	}
	r := k.release()
	var table, file bytes.Buffer
	k.do(exchange.WriteTable(&table, &r, survey.English), exchange.WriteJSON(&file, &r, survey.English))
	if k.news("table", table.String()) {
		read(k.reader.text(k, table.String()))
	}
	if k.news("json", file.String()) {
		_, said := k.reader.json(k, file.Bytes())
		read(said)
	}
}

// export gives what the report and the exports say, and the lines of the latter; there
// are none of a session of which no line may leave.
func (k *kiosk) export(rnd *rand.Rand, read func(reading), lines func([]row)) {
	k.Helper()
	r := k.release()
	var page, list, book bytes.Buffer
	k.do(report.New(report.Input{Release: &r, Lang: survey.English}).HTML(&page))
	read(k.reader.html(k, page.String()))
	leaving, refused := exchange.NewRows(&r, k.store, rnd)
	if len(refused) > 0 {
		return
	}
	k.do(leaving.WriteCSV(k.Context(), &list, exchange.CSVStyle{}))
	lines(csvRows(k, list.Bytes()))
	// A workbook takes as long as everything else together.
	if rnd.IntN(4) > 0 {
		return
	}
	k.do(leaving.WriteXLSX(k.Context(), &book))
	same, said := workbook(k, book.Bytes())
	lines(same)
	read(said)
}

// copy writes a backup into a folder and returns its path.
func (k *kiosk) copy(dir, name string) string {
	k.Helper()
	path := filepath.Join(dir, name)
	k.do(k.store.Backup(k.Context(), path))
	return path
}

// merge takes files in.
func (k *kiosk) merge(paths ...string) {
	k.Helper()
	var sources []*storage.DB
	for _, path := range paths {
		db, err := storage.Open(path, storage.Options{ReadOnly: true})
		k.do(err)
		sources = append(sources, db)
	}
	_, err := k.store.Merge(k.Context(), sources, nil)
	for _, db := range sources {
		k.do(db.Close())
	}
	k.do(err)
}
