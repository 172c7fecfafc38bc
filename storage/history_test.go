package storage_test

import (
	"errors"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"anketa/results"
	"anketa/storage"
	"anketa/survey"
)

// history drives a database at random and keeps beside it what it must hold.
type history struct {
	t    *testing.T
	path string
	db   *storage.DB
	// survey is that of all sessions.
	survey   *survey.Survey
	sessions []expected
}

// expected is what one session must hold.
type expected struct {
	id        survey.ID
	open      bool
	responses []survey.Response
	// partial is how many partial responses were stored beside them.
	partial int
}

// After every step of a random history, the stored tally equals a recount and
// an independent count, also after the file was closed and opened again, and
// what may be shown lags behind as the rules say.
func TestTallyAfterRandomHistory(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		h := &history{t: t, path: filepath.Join(t.TempDir(), "anketa.db"), survey: evaluation()}
		h.survey.LinkTexts = rapid.Bool().Draw(rt, "link_texts")
		h.survey.MinGroup = rapid.IntRange(5, 7).Draw(rt, "min_group")
		h.openFile(rt)
		defer func() { _ = h.db.Close() }()
		rt.Repeat(map[string]func(*rapid.T){
			"":        h.check,
			"start":   h.start,
			"submit":  h.submit,
			"submit2": h.submit,
			"abandon": h.abandon,
			"repeat":  h.repeat,
			"close":   h.close,
			"reopen":  h.reopen,
		})
	})
}

// openFile opens the file again.
func (h *history) openFile(rt *rapid.T) {
	db, err := storage.Open(h.path, storage.Options{Create: true})
	if err != nil {
		rt.Fatal(err)
	}
	h.db = db
}

// reopen closes the file and opens it again.
func (h *history) reopen(rt *rapid.T) {
	if err := h.db.Close(); err != nil {
		rt.Fatal(err)
	}
	h.openFile(rt)
}

// last returns the session that was started last; a history without one skips.
func (h *history) last(rt *rapid.T) *expected {
	if len(h.sessions) == 0 {
		rt.Skip("no session was started")
	}
	return &h.sessions[len(h.sessions)-1]
}

// start opens a new session, which the open one refuses.
func (h *history) start(rt *rapid.T) {
	id := survey.NewID()
	_, err := h.db.CreateSession(h.t.Context(), survey.Session{ID: id, Title: "Niš", Open: true}, h.survey)
	if len(h.sessions) > 0 && h.last(rt).open {
		if !errors.Is(err, storage.ErrAnotherOpen) {
			rt.Fatalf("got error %v, want %v", err, storage.ErrAnotherOpen)
		}
		return
	}
	if err != nil {
		rt.Fatal(err)
	}
	h.sessions = append(h.sessions, expected{id: id, open: true})
}

// submit stores a few drawn responses, which a closed session refuses.
func (h *history) submit(rt *rapid.T) {
	session := h.last(rt)
	for range rapid.IntRange(1, 4).Draw(rt, "responses") {
		r := drawResponse(rt)
		err := h.db.AddResponse(h.t.Context(), session.id, r)
		if !session.open {
			if !errors.Is(err, storage.ErrClosed) {
				rt.Fatalf("got error %v, want %v", err, storage.ErrClosed)
			}
			return
		}
		if err != nil {
			rt.Fatal(err)
		}
		session.responses = append(session.responses, r)
	}
}

// abandon stores a partial response, which a closed session refuses.
func (h *history) abandon(rt *rapid.T) {
	session := h.last(rt)
	err := h.db.AddPartial(h.t.Context(), session.id, drawResponse(rt))
	if !session.open {
		if !errors.Is(err, storage.ErrClosed) {
			rt.Fatalf("got error %v, want %v", err, storage.ErrClosed)
		}
		return
	}
	if err != nil {
		rt.Fatal(err)
	}
	session.partial++
}

// drawResponse draws any sheet that fits [evaluation].
func drawResponse(rt *rapid.T) survey.Response {
	code := rapid.SampledFrom[[]survey.Code]
	text := rapid.SampledFrom([]string{"", "", "više vežbi", "све је било јасно"})
	said := survey.Answer{Text: text.Draw(rt, "quote")}
	said.Quote = said.Text != "" && rapid.Bool().Draw(rt, "consent")
	return respond([3]survey.Code{
		code([]survey.Code{0, 1, 2, 3}).Draw(rt, "sector"),
		code([]survey.Code{0, 1, 2, 3, 4, 5, na}).Draw(rt, "informed"),
		code([]survey.Code{0, 1, 2}).Draw(rt, "recommend"),
	}, survey.Answer{Text: text.Draw(rt, "improve")}, said)
}

// repeat stores a response again that is there already.
func (h *history) repeat(rt *rapid.T) {
	session := h.last(rt)
	if len(session.responses) == 0 || !session.open {
		rt.Skip("there is nothing to repeat")
	}
	r := rapid.SampledFrom(session.responses).Draw(rt, "response")
	if err := h.db.AddResponse(h.t.Context(), session.id, r); err != nil {
		rt.Fatal(err)
	}
}

// close closes the last session, open or not.
func (h *history) close(rt *rapid.T) {
	session := h.last(rt)
	if err := h.db.CloseSession(h.t.Context(), session.id); err != nil {
		rt.Fatal(err)
	}
	session.open = false
}

// check compares every session with what it must hold.
func (h *history) check(rt *rapid.T) {
	for _, session := range h.sessions {
		part, err := h.db.Part(h.t.Context(), session.id)
		if err != nil {
			rt.Fatal(err)
		}
		counted, err := h.db.Recount(h.t.Context(), session.id)
		if err != nil {
			rt.Fatal(err)
		}
		if part.Partial != session.partial {
			rt.Fatalf("%d partial responses are stored, want %d", part.Partial, session.partial)
		}
		total := part.Batches.Total()
		if !total.Equal(counted) {
			rt.Fatalf("stored %v, recounted %v", total, counted)
		}
		for q := range h.survey.Questions {
			for _, code := range []survey.Code{0, 1, 2, 3, 4, 5, na} {
				if got, want := total.Count(q, code), session.count(h.survey, q, code); got != want {
					rt.Fatalf("question %d, code %d: counted %d, want %d", q, code, got, want)
				}
			}
		}
		release, err := results.NewRelease(part)
		if err != nil {
			rt.Fatal(err)
		}
		if got, want := release.Tally.N(), session.shown(h.survey.MinGroup); got != want {
			rt.Fatalf("%d of %d responses are shown, want %d", got, len(session.responses), want)
		}
	}
}

// count counts the answers to a question that have a code: the plain way, and
// with 1 for a given text.
func (e *expected) count(s *survey.Survey, q int, code survey.Code) int {
	n := 0
	for _, r := range e.responses {
		got := r.Answers[q].Code
		if !s.Questions[q].Closed() && r.Answers[q].Text != "" {
			got = 1
		}
		if got == code {
			n++
		}
	}
	return n
}

// shown is how many responses may be shown: k·(⌊n/k⌋−1) while the session is
// open; then all, when there are k of them.
func (e *expected) shown(k int) int {
	switch n := len(e.responses); {
	case e.open:
		return max(k*(n/k-1), 0)
	case n >= k:
		return n
	}
	return 0
}
