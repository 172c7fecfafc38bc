package storage

import (
	"context"
	"fmt"

	"go.etcd.io/bbolt"

	"anketa/survey"
)

// A text record holds one free text: version (1 byte), 1 when it may be quoted
// or 0 (1 byte), the text, checksum (4 bytes).
const (
	textVersion = 1
	textHead    = 2
)

// putTexts stores the texts of a response in a bucket of its session, under keys
// of their own.
func (db *DB) putTexts(texts *bbolt.Bucket, c *codec, r *survey.Response) error {
	for i := range r.Answers {
		a := &r.Answers[i]
		if a.Text == "" {
			continue
		}
		b, err := texts.CreateBucketIfNotExists([]byte(c.survey.Questions[i].ID))
		if err != nil {
			return fmt.Errorf("store text: %w", err)
		}
		id := db.newID()
		record := []byte{textVersion, 0}
		if a.Quote {
			record[1] = 1
		}
		if err := b.Put(key(id), seal(db.crc, key(id), append(record, a.Text...))); err != nil {
			return fmt.Errorf("store text: %w", err)
		}
	}
	return nil
}

// Texts returns the texts of a session's question in the order of their random
// keys. Whether they may be shown is for the release rules to say.
func (db *DB) Texts(ctx context.Context, session survey.ID, question string) ([]survey.Answer, error) {
	var texts []survey.Answer
	err := db.view(func(tx *bbolt.Tx) error {
		_, c, err := db.session(tx, session)
		if err != nil {
			return err
		}
		if c.survey.LinkTexts {
			texts, err = db.linkedTexts(tx, c, session, question)
			return err
		}
		b := bucketTexts.of(tx).Bucket(key(session)).Bucket([]byte(question))
		if b == nil {
			return nil
		}
		return b.ForEach(func(id, record []byte) error {
			t, err := db.decodeText(id, record)
			if err != nil {
				return err
			}
			texts = append(texts, t)
			return ctx.Err()
		})
	})
	return texts, err
}

// linkedTexts reads the texts of a question out of the rows.
func (db *DB) linkedTexts(tx *bbolt.Tx, c *codec, session survey.ID, question string) ([]survey.Answer, error) {
	at, ok := c.survey.Question(question)
	if !ok {
		return nil, nil
	}
	var texts []survey.Answer
	err := bucketResponses.of(tx).Bucket(key(session)).ForEach(func(id, row []byte) error {
		r, err := c.decode(id, row)
		if err != nil {
			return err
		}
		if a := r.Answers[at]; a.Text != "" {
			texts = append(texts, survey.Answer{Text: a.Text, Quote: a.Quote})
		}
		return nil
	})
	return texts, err
}

// decodeText reads a text record.
func (db *DB) decodeText(id, record []byte) (survey.Answer, error) {
	payload, err := unseal(db.crc, id, record)
	if err != nil {
		return survey.Answer{}, err
	}
	if len(payload) < textHead || payload[0] != textVersion || payload[1] > 1 {
		return survey.Answer{}, damaged("a text record has an unknown form")
	}
	return survey.Answer{Text: survey.Clean(string(payload[textHead:]), survey.MaxTextLength), Quote: payload[1] == 1}, nil
}
