package main

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"

	"anketa/storage"
	"anketa/survey"
)

const (
	// questions is how many there are in [twelve], points how many each offers.
	questions, points = 12, 5
	million           = 1_000_000
)

// The training of [bench.filled], as the flags of the kiosk name it.
const (
	sessionTitle, sessionPlace, sessionDate = "Obuka", "Niš", "2026-11-23"
	sessionPIN                              = "1234"
)

// twelve returns a survey of 12 five-point questions.
func twelve() *survey.Survey {
	text := func(s string) survey.Text { return survey.Text{survey.SerbianLatin: s} }
	s := &survey.Survey{
		ID: "twelve", Title: text("Obuka"), Languages: []survey.Lang{survey.SerbianLatin},
		MinGroup: survey.DefaultMinGroup, Release: survey.ReleaseLagged, Kiosk: survey.DefaultKiosk(),
	}
	for i := range questions {
		q := survey.Question{ID: questionID(i), Kind: survey.KindLikert, Text: text("Koliko?")}
		for p := range points {
			value := fmt.Sprint(p + 1)
			q.Points = append(q.Points, survey.Point{Value: value, Label: text(value)})
		}
		s.Questions = append(s.Questions, q)
	}
	return s
}

// questionID names a question, and its column in other databases.
func questionID(i int) string { return fmt.Sprintf("q%d", i+1) }

// sheet returns a drawn response to [twelve]; one answer in six is none.
func sheet() survey.Response {
	r := survey.Response{ID: survey.NewID(), Answers: make([]survey.Answer, questions)}
	for i := range r.Answers {
		r.Answers[i].Code = survey.Code(rand.IntN(points + 1))
	}
	return r
}

// sheets returns n of them.
func sheets(n int) []survey.Response {
	all := make([]survey.Response, n)
	for i := range all {
		all[i] = sheet()
	}
	return all
}

// filled returns a database with a closed session of n responses to [twelve]; it is made
// once, and nobody may change it.
func (b *bench) filled(n int) (string, error) {
	kind := fmt.Sprint("filled ", n)
	if path, ok := b.made[kind]; ok {
		return path, nil
	}
	path := filepath.Join(b.dir, fmt.Sprintf("filled-%d.db", n))
	if err := fill(b.ctx, path, sheets(n)); err != nil {
		return "", err
	}
	b.made[kind] = path
	return path, nil
}

// fill makes a database with a closed session.
func fill(ctx context.Context, path string, responses []survey.Response) (err error) {
	db, err := storage.Open(path, storage.Options{Create: true})
	if err != nil {
		return err
	}
	defer func() {
		if closed := db.Close(); err == nil {
			err = closed
		}
	}()
	if err := db.SetPIN(ctx, sessionPIN); err != nil {
		return err
	}
	session := survey.Session{ID: survey.NewID(), Title: sessionTitle, Place: sessionPlace, Date: sessionDate, Attended: 24}
	return db.Import(ctx, twelve(), []storage.Import{{Session: session, Responses: responses}})
}

// session returns the id of the only session of a database.
func session(ctx context.Context, db *storage.DB) (survey.ID, error) {
	all, err := db.Sessions(ctx)
	if err != nil || len(all) != 1 {
		return survey.ID{}, fmt.Errorf("there are %d sessions: %w", len(all), err)
	}
	return all[0].ID, nil
}

// createResponses returns what makes the table of SQLite that holds what a database of anketa does.
func createResponses() string {
	return "create table responses (id blob primary key, " + strings.Join(columnNames(), " integer, ") + " integer) without rowid"
}

// insertResponse returns what puts a response into it.
func insertResponse() string {
	return "insert into responses values (?" + strings.Repeat(",?", questions) + ")"
}

// columnNames returns those of the answers.
func columnNames() []string {
	names := make([]string, questions)
	for i := range names {
		names[i] = questionID(i)
	}
	return names
}

// columns returns a response as the columns of the table.
func columns(r survey.Response) []any {
	values := []any{r.ID[:]}
	for i := range r.Answers {
		if code := r.Answers[i].Code; code > 0 {
			values = append(values, int(code))
		} else {
			values = append(values, nil)
		}
	}
	return values
}

// sqliteFilled returns a SQLite database with the responses of [bench.filled].
func (b *bench) sqliteFilled(n int) (string, error) {
	kind := fmt.Sprint("sqlite ", n)
	if path, ok := b.made[kind]; ok {
		return path, nil
	}
	from, err := b.filled(n)
	if err != nil {
		return "", err
	}
	b.made[kind], err = b.sqliteOf(from, filepath.Join(b.dir, fmt.Sprintf("sqlite-%d.db", n)))
	return b.made[kind], err
}

// sqliteOf copies the responses of a database into one of SQLite and returns its path.
func (b *bench) sqliteOf(from, path string) (_ string, err error) {
	db, err := sql.Open("sqlite3", path+"?_journal_mode=OFF&_synchronous=OFF")
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec(createResponses()); err != nil {
		return "", err
	}
	tx, err := db.Begin()
	if err != nil {
		return "", err
	}
	insert, err := tx.Prepare(insertResponse())
	if err != nil {
		return "", err
	}
	err = eachResponse(b.ctx, from, func(r survey.Response) error {
		_, err := insert.Exec(columns(r)...)
		return err
	})
	return path, errors.Join(err, tx.Commit())
}

// eachResponse calls a function with the responses of a database of [twelve], under the
// ids that belong to no one, in ascending order.
func eachResponse(ctx context.Context, path string, each func(survey.Response) error) error {
	db, err := storage.Open(path, storage.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer db.Close()
	id, err := session(ctx, db)
	if err != nil {
		return err
	}
	// Those of another database are other ones, and spread over its own.
	n, r, drawn := 0, survey.Response{}, rand.Uint64()
	return db.Shuffled(ctx, id, nil, func(answers []survey.Answer) error {
		n++
		r.Answers = answers
		binary.BigEndian.PutUint64(r.ID[:], uint64(n))
		binary.BigEndian.PutUint64(r.ID[8:], drawn)
		return each(r)
	})
}
