package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"

	"anketa/results"
	"anketa/storage"
	"anketa/survey"
)

// exampleRelease returns what the example shows, from a database of its own that
// is gone afterwards.
func (a *app) exampleRelease(ctx context.Context, lang survey.Lang) (r results.Release, err error) {
	dir, err := os.MkdirTemp("", "anketa-demo-*")
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	s, err := survey.Load(bytes.NewReader(a.files.Survey))
	if err != nil {
		return r, err
	}
	err = withDB(filepath.Join(dir, defaultDB), storage.Options{Create: true}, func(db *storage.DB) error {
		if err := a.importExample(ctx, db, s); err != nil {
			return err
		}
		sessions, err := db.Sessions(ctx)
		if err != nil {
			return err
		}
		r, err = release(ctx, db, sessions)
		return err
	})
	if err != nil {
		return r, err
	}
	shelf, err := a.exampleTexts(s.Lang(lang), r.Parts[0].Session.ID)
	if err != nil {
		return r, err
	}
	return r, r.ReadTexts(ctx, shelf)
}

// exampleShelf holds what stands beside the figures of the example, in one
// language. All of it belongs to one session.
type exampleShelf struct {
	lang    survey.Lang
	session survey.ID
	file    struct{ Conclusions, Recommendations, Quotes []survey.Text }
}

// exampleTexts reads the texts of the example, of which the Serbian ones are in Cyrillic.
func (a *app) exampleTexts(lang survey.Lang, session survey.ID) (*exampleShelf, error) {
	shelf := &exampleShelf{lang: lang, session: session}
	return shelf, json.Unmarshal(a.files.ExampleTexts, &shelf.file)
}

// Writings implements results.Written: quotes that were approved.
func (e *exampleShelf) Writings(_ context.Context, session survey.ID, question string) ([]survey.Writing, error) {
	if session != e.session || question != "quote" {
		return nil, nil
	}
	var all []survey.Writing
	for _, text := range e.file.Quotes {
		// Serbian stands there in one script only, as statements may.
		said := survey.Statement{Text: text}
		all = append(all, survey.Writing{Text: said.In(e.lang), Quote: true, Review: survey.Review{Verdict: survey.Approved}})
	}
	return all, nil
}

// store puts the conclusions and recommendations into a database.
func (e *exampleShelf) store(ctx context.Context, db *storage.DB) error {
	statements, err := e.Statements(ctx, e.session)
	for _, s := range statements {
		s.ID = survey.NewID()
		err = errors.Join(err, db.PutStatement(ctx, e.session, s))
	}
	return err
}

// Statements implements results.Written.
func (e *exampleShelf) Statements(_ context.Context, session survey.ID) ([]survey.Statement, error) {
	if session != e.session {
		return nil, nil
	}
	var all []survey.Statement
	for _, text := range e.file.Conclusions {
		all = append(all, survey.Statement{Kind: survey.Conclusion, Text: text})
	}
	for _, text := range e.file.Recommendations {
		all = append(all, survey.Statement{Kind: survey.Recommendation, Text: text})
	}
	return all, nil
}
