package tui_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"os"
	"slices"
	"sync"
	"testing"
	"time"

	"anketa/results"
	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
	"anketa/tui"
)

// errDisk is what a broken disk says.
var errDisk = errors.New("input/output error")

// spy is a real database that notes which responses it was given, and can fail
// or take its time when it is told to.
type spy struct {
	*storage.DB

	mu sync.Mutex
	// given are the responses of all attempts, in order; answers are copies.
	given []survey.Response
	// kept are the partial responses of all attempts.
	kept []survey.Response
	// failing is how many further attempts to store a response fail; with unsure
	// they are stored all the same.
	failing int
	unsure  bool
	// hold keeps attempts, and PINs, waiting until it is closed.
	hold chan struct{}
	// refuse and unreadable make sessions and results fail.
	refuse, unreadable bool
	// unready makes the store out of order before anybody types; asked counts how
	// often it was asked.
	unready bool
	asked   int
	// watched is the context of the watch.
	watched context.Context
	// reads counts how often results were read.
	reads int
	// pin is kept here: the hash that a database keeps takes its time on purpose.
	// After each wrong one in patience one must wait that long.
	pin      string
	patience []time.Duration
	until    time.Time
	// checks counts the PINs that were compared.
	checks int
}

var _ tui.Store = (*spy)(nil)

// newSpy opens a database of the test.
func newSpy(tb testing.TB) *spy {
	tb.Helper()
	return &spy{DB: storagetest.Open(tb)}
}

// fill stores the sessions that a kiosk starts with: the three trainings for
// the demo, one session otherwise.
func (s *spy) fill(tb testing.TB, with setup) []survey.Session {
	tb.Helper()
	if with.start == tui.StartDemo {
		return s.fillDemo(tb, with.survey)
	}
	session := storagetest.Session(tb, s.DB, with.survey)
	rows := examples(tb)
	for i := range with.responses {
		r := example(with.survey, rows[i], i)
		write(with.survey, &r, i)
		if err := s.DB.AddResponse(tb.Context(), session.ID, r); err != nil {
			tb.Fatal(err)
		}
	}
	if with.closed {
		if err := s.CloseSession(tb.Context(), session.ID); err != nil {
			tb.Fatal(err)
		}
		session.Open = false
	}
	return []survey.Session{session}
}

// fillDemo imports the 72 responses of the example as three closed sessions.
func (s *spy) fillDemo(tb testing.TB, sv *survey.Survey) []survey.Session {
	tb.Helper()
	var imports []storage.Import
	rows := examples(tb)
	for i, row := range rows {
		if i == 0 || row["event"] != rows[i-1]["event"] {
			imports = append(imports, storage.Import{Session: survey.Session{ID: survey.NewID(), Title: row["event"]}})
		}
		last := &imports[len(imports)-1]
		last.Responses = append(last.Responses, example(sv, row, i))
		last.Session.Attended++
	}
	if err := s.Import(tb.Context(), sv, imports); err != nil {
		tb.Fatal(err)
	}
	sessions, err := s.Sessions(tb.Context())
	if err != nil {
		tb.Fatal(err)
	}
	return sessions
}

// SetPIN implements tui.Store.
func (s *spy) SetPIN(_ context.Context, pin string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pin = pin
	return nil
}

// CheckPIN implements tui.Store.
func (s *spy) CheckPIN(_ context.Context, pin string) (right bool, wait time.Duration, err error) {
	s.mu.Lock()
	hold := s.hold
	s.mu.Unlock()
	if hold != nil {
		<-hold
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if wait := time.Until(s.until); wait > 0 {
		return false, wait, nil
	}
	s.checks++
	if s.pin != "" && pin == s.pin {
		return true, 0, nil
	}
	if len(s.patience) > 0 {
		wait, s.patience = s.patience[0], s.patience[1:]
		s.until = time.Now().Add(wait)
	}
	return false, wait, nil
}

// PINWait implements tui.Store.
func (s *spy) PINWait(context.Context) (time.Duration, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return max(0, time.Until(s.until)), nil
}

// CreateSession implements tui.Store.
func (s *spy) CreateSession(ctx context.Context, session survey.Session, sv *survey.Survey) (survey.Session, error) {
	if s.refuse {
		return session, errDisk
	}
	return s.DB.CreateSession(ctx, session, sv)
}

// attempts returns the responses that the store was given so far.
func (s *spy) attempts() []survey.Response {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.given)
}

// AddResponse implements tui.Store.
func (s *spy) AddResponse(ctx context.Context, session survey.ID, r survey.Response) error {
	s.mu.Lock()
	s.given = append(s.given, survey.Response{ID: r.ID, Answers: append([]survey.Answer(nil), r.Answers...)})
	hold, fail := s.hold, s.failing > 0
	s.failing--
	s.mu.Unlock()
	if hold != nil {
		<-hold
	}
	if fail && !s.unsure {
		return errDisk
	}
	err := s.DB.AddResponse(ctx, session, r)
	if fail {
		return errDisk
	}
	return err
}

// Ready implements tui.Store.
func (s *spy) Ready(ctx context.Context) error {
	s.mu.Lock()
	s.asked++
	hold, unready := s.hold, s.unready
	s.mu.Unlock()
	if hold != nil {
		<-hold
	}
	if unready {
		return errDisk
	}
	return s.DB.Ready(ctx)
}

// stops ends the failing of attempts to store a response.
func (s *spy) stops() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.failing = 0
}

// breaks makes the store out of order, or in order again.
func (s *spy) breaks(unready bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.unready = unready
}

// CloseSession implements tui.Store.
func (s *spy) CloseSession(ctx context.Context, id survey.ID) error {
	if s.refuse {
		return errDisk
	}
	return s.DB.CloseSession(ctx, id)
}

// Part implements tui.Store.
func (s *spy) Part(ctx context.Context, id survey.ID) (results.Part, error) {
	s.mu.Lock()
	s.reads++
	s.mu.Unlock()
	if s.unreadable {
		return results.Part{}, errDisk
	}
	return s.DB.Part(ctx, id)
}

// block makes attempts wait until the returned function is called, or the test ends.
func (s *spy) block(tb testing.TB) (release func()) {
	tb.Helper()
	hold := make(chan struct{})
	s.mu.Lock()
	s.hold = hold
	s.mu.Unlock()
	release = sync.OnceFunc(func() { close(hold) })
	tb.Cleanup(release)
	return release
}

// Watch implements tui.Store and notes the context.
func (s *spy) Watch(ctx context.Context) <-chan struct{} {
	s.watched = ctx
	return s.DB.Watch(ctx)
}

// stored returns how many responses the only session holds.
func (s *spy) stored(tb testing.TB) int {
	tb.Helper()
	sessions, err := s.Sessions(context.Background())
	if err != nil || len(sessions) != 1 {
		tb.Fatalf("got %d sessions (%v), want one", len(sessions), err)
	}
	part, err := s.Part(context.Background(), sessions[0].ID)
	if err != nil {
		tb.Fatal(err)
	}
	return part.Batches.N()
}

// examples returns the rows of the example, by column.
func examples(tb testing.TB) []map[string]string {
	tb.Helper()
	data, err := os.ReadFile("../examples/trainings-2022.csv")
	if err != nil {
		tb.Fatal(err)
	}
	records, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		tb.Fatal(err)
	}
	rows := make([]map[string]string, len(records)-1)
	for i, record := range records[1:] {
		rows[i] = map[string]string{}
		for column, name := range records[0] {
			rows[i][name] = record[column]
		}
	}
	return rows
}

// example returns the nth response of the example as far as a survey asks for
// its columns.
func example(s *survey.Survey, row map[string]string, n int) survey.Response {
	r := survey.Response{ID: survey.ID{0xe0, byte(n)}, Answers: make([]survey.Answer, len(s.Questions))}
	for i := range s.Questions {
		q := &s.Questions[i]
		if code, ok := q.CodeOf(row[q.ID]); ok {
			r.Answers[i].Code = code
		} else if q.Closed() {
			r.Answers[i].Code = nth(q, n)
		}
	}
	return r
}

// nth chooses one point after the other, the one outside n last.
func nth(q *survey.Question, n int) survey.Code {
	if !q.HasNotApplicable() {
		return survey.Code(n%len(q.Points) + 1)
	}
	if n %= len(q.Points) + 1; n == len(q.Points) {
		return survey.NotApplicable
	}
	return survey.Code(n + 1)
}

// write puts texts into the nth response: the same for every third person,
// because texts have no order, and one that may be quoted.
func write(s *survey.Survey, r *survey.Response, n int) {
	if at, ok := s.Question("improve"); ok && n%3 == 0 {
		r.Answers[at].Text = "Više vežbi i primera iz prakse."
	}
	if at, ok := s.Question("quote"); ok && n == 0 {
		r.Answers[at] = survey.Answer{Text: "Najbolja obuka do sada.", Quote: true}
	}
}

// ReviewText implements tui.Store.
func (s *spy) ReviewText(ctx context.Context, session survey.ID, question string, text survey.ID, review survey.Review) error {
	if s.refuse {
		return errDisk
	}
	return s.DB.ReviewText(ctx, session, question, text, review)
}
