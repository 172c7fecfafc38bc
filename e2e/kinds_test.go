package e2e

import (
	"bytes"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"anketa/internal/terminal"
	"anketa/results"
	"anketa/survey"
)

// Every kind of question, with conditions, a matrix and words behind "other":
// what the keys chose is what the results count, typed in one burst a person.
func TestKinds(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../tui/testdata/kinds.yaml")
	if err != nil {
		t.Fatal(err)
	}
	newRoom(t).collect(text, 12)
}

// Each template that the program writes can be answered to the thank-you
// screen, and its results counted.
func TestTemplates(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"training", "before-after", "nps", "sus"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := newRoom(t)
			r.mustRun("new", name)
			r.mustRun("check", name+".yaml")
			r.collect(r.read(name+".yaml"), 6)
		})
	}
}

// collect lets people answer a survey at random and compares what is stored.
func (r *room) collect(text []byte, people int) {
	r.Helper()
	s, err := survey.Load(bytes.NewReader(text))
	if err != nil {
		r.Fatal(err)
	}
	// The next person begins at once.
	r.put("questions.yaml", string(text)+"\nkiosk: { thanks: 300ms }\n")
	k := r.open()
	want := results.NewTally(s)
	// The same walks in every run.
	random := rand.New(rand.NewPCG(2, 20))
	for range people {
		keys, answers := participant(random, s)
		want.Add(answers)
		k.pressTo(terminal.Enter+keys, onReview)
		end := k.Watch(shows(onThanks), shows(onWelcome))
		k.press(terminal.Enter)
		k.await(end, "the thanks and then the welcome")
	}
	k.stop()
	r.mustRun("session", "close")
	r.compare(s, want)
}

// compare holds that the printed results are those of a tally: all of them, but
// for questions that a condition let too few people see.
func (r *room) compare(s *survey.Survey, want results.Tally) {
	r.Helper()
	rep := r.results()
	for i := range rep.Questions {
		q := &rep.Questions[i]
		at, _ := s.Question(q.ID)
		asked := want.N() - want.Count(at, survey.NotAsked)
		switch hidden := asked > 0 && asked < s.MinGroup; {
		case hidden != (q.Missing == nil):
			r.Errorf("%s was asked of %d, and is hidden: %t", q.ID, asked, q.Missing == nil)
		case !hidden:
			r.compareQuestion(s, at, want, q)
		}
	}
	if len(rep.Questions) == 0 || rep.Released != want.N() {
		r.Errorf("%d questions and %d responses are shown, want all of %d", len(rep.Questions), rep.Released, want.N())
	}
}

// compareQuestion is compare for one question.
func (r *room) compareQuestion(s *survey.Survey, at int, want results.Tally, q *reportQuestion) {
	r.Helper()
	if got := *q.Missing; got != want.Count(at, survey.Missing) {
		r.Errorf("%s: %d did not answer, want %d", q.ID, got, want.Count(at, survey.Missing))
	}
	if s.Questions[at].Kind == survey.KindBeforeAfter {
		return
	}
	for i, p := range slices.Concat(q.Points, q.Options) {
		if got := *p.Count; got != want.Count(at, survey.Code(i+1)) {
			r.Errorf("%s: %v was chosen %d times, want %d", q.ID, p.Value, got, want.Count(at, survey.Code(i+1)))
		}
	}
}
