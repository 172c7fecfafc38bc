package tui_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"
	"unicode"

	"anketa/survey"
	"anketa/tui"
)

// talk is a conversation with the linear mode in the fake time of a synctest
// bubble, over a real database.
type talk struct {
	*testing.T
	store *spy
	// typed is where lines go in, and what was said, with the lines that were
	// typed, as a terminal echoes them.
	typed  *io.PipeWriter
	heard  *transcript
	cancel context.CancelFunc
	// ended receives what Run returned.
	ended chan error
	// mark is how much of the transcript was looked at.
	mark int
}

// transcript is a buffer that several goroutines write.
type transcript struct {
	mu   sync.Mutex
	text bytes.Buffer
	// broken makes writing fail, as on a terminal that is gone.
	broken bool
}

// Write implements io.Writer.
func (t *transcript) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.broken {
		return 0, errors.New("input/output error")
	}
	return t.text.Write(p)
}

// String returns what was written.
func (t *transcript) String() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.text.String()
}

// talks runs a body inside a bubble while somebody can talk to the linear mode.
// Afterwards it is cancelled; the bubble breaks if a goroutine is left waiting.
func talks(t *testing.T, with setup, body func(*talk)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		if with.survey == nil {
			with.survey = trainings(t)
		}
		k := &talk{T: t, store: newSpy(t), heard: &transcript{}, ended: make(chan error, 1)}
		k.store.pin = "1234"
		cfg := tui.Config{
			Survey: with.survey, Store: k.store, Start: with.start, Lang: with.lang, Preset: with.preset,
			NewID: countedIDs(), Log: with.log,
		}
		if cfg.Log == nil {
			cfg.Log = slog.New(slog.DiscardHandler)
		}
		cfg.Report = with.reports
		if with.copies != nil {
			cfg.Backup = with.copies(k.store)
		}
		if with.start != tui.StartSetup {
			cfg.Sessions = k.store.fill(t, with)
		}
		ctx, cancel := context.WithCancel(t.Context())
		in, typed := io.Pipe()
		k.typed, k.cancel = typed, cancel
		go func() { k.ended <- tui.NewLinear(cfg).Run(ctx, in, k.heard) }()
		t.Cleanup(func() {
			cancel()
			// The read that is under way cannot be ended otherwise.
			_ = typed.Close()
			synctest.Wait()
		})
		k.pass(0)
		body(k)
		k.plain()
	})
}

// pass lets time go by.
func (k *talk) pass(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

// say types lines, each some time after the one before, as a person does.
func (k *talk) say(lines ...string) {
	k.Helper()
	for _, line := range lines {
		k.burst(line)
		k.pass(time.Second)
	}
}

// burst types lines without waiting for anything.
func (k *talk) burst(lines ...string) {
	k.Helper()
	for _, line := range lines {
		// A terminal echoes a control character as a sign.
		_, _ = io.WriteString(k.heard, strings.Map(func(r rune) rune {
			if unicode.IsControl(r) {
				return '^'
			}
			return r
		}, line)+"\n")
		if _, err := io.WriteString(k.typed, line+"\n"); err != nil {
			k.Fatal(err)
		}
	}
	synctest.Wait()
}

// news returns what was said since the last look.
func (k *talk) news() string {
	all := k.heard.String()
	defer func() { k.mark = len(all) }()
	return all[k.mark:]
}

// want fails unless all texts were said since the last look, in this order.
func (k *talk) want(texts ...string) {
	k.Helper()
	news := k.news()
	rest := news
	for _, text := range texts {
		_, after, found := strings.Cut(rest, text)
		if !found {
			k.Fatalf("%q was not said:\n%s", text, news)
		}
		rest = after
	}
}

// wantNot fails if one of the texts was said since the last look.
func (k *talk) wantNot(texts ...string) {
	k.Helper()
	news := k.heard.String()[k.mark:]
	for _, text := range texts {
		if strings.Contains(news, text) {
			k.Fatalf("%q was said:\n%s", text, news)
		}
	}
}

// end waits for the end of Run and returns its error.
func (k *talk) end() error {
	synctest.Wait()
	select {
	case err := <-k.ended:
		return err
	default:
		k.Fatal("the conversation has not ended")
		return nil
	}
}

// plain fails if anything was said but letters, signs and the ends of lines.
func (k *talk) plain() {
	k.Helper()
	for _, r := range k.heard.String() {
		if r != '\n' && !unicode.IsPrint(r) {
			k.Fatalf("the character %q was said", r)
		}
	}
}

// stored returns the answers of all attempts to store a response.
func (k *talk) stored() []survey.Response { return k.store.attempts() }

// inEnglish is a kiosk of the survey with every kind of question.
func inEnglish(tb testing.TB) setup {
	return setup{survey: kinds(tb), start: tui.StartWelcome, lang: survey.English}
}
