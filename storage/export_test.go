package storage

import (
	"hash/crc32"

	"anketa/survey"
)

// What the tests see of the inside: the forms of the records, for those that
// look at stored bytes, and the bell of the watchers.

// Rows encodes and decodes the rows of one survey as the database does.
type Rows struct{ codec *codec }

// NewRows prepares the rows of a survey.
func NewRows(s *survey.Survey) Rows {
	_, revision, err := s.Revise()
	if err != nil {
		panic(err)
	}
	return Rows{newCodec(s, revision, castagnoli())}
}

// Encode returns the row of a response.
func (r Rows) Encode(response *survey.Response) []byte { return r.codec.encode(response) }

// Decode reads a row under its key.
func (r Rows) Decode(key, row []byte) (survey.Response, error) { return r.codec.decode(key, row) }

// Head returns what every row starts with.
func (r Rows) Head() []byte { return append([]byte(nil), r.codec.head[:]...) }

// DecodeText reads a text record under its key.
func DecodeText(key, record []byte) (survey.Answer, error) {
	db := &DB{crc: castagnoli()}
	return db.decodeText(key, record)
}

// Seal appends the checksum that a record has under a key.
func Seal(key, payload []byte) []byte { return seal(castagnoli(), key, payload) }

// Wake tells the watchers what every stored change tells them.
func (db *DB) Wake() { db.wake() }

// castagnoli returns the table of the records' checksums.
func castagnoli() *crc32.Table { return crc32.MakeTable(crc32.Castagnoli) }
