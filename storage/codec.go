package storage

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash/crc32"

	"go.etcd.io/bbolt"

	"anketa/results"
	"anketa/survey"
)

// A row holds one response:
//
//	version   1 byte
//	revision  the first 4 bytes of the survey's revision
//	cells     the cell of each question, in survey order: see survey.Question.AppendCell
//	texts     only with link_texts: for each question that takes a text uvarint(length<<1 | quote), then the text
//	checksum  4 bytes: CRC-32C of key and payload
const (
	rowVersion   = 1
	revisionSize = 4
	rowHead      = 1 + revisionSize
	checksumSize = 4
)

// codec turns responses to one survey into rows and back.
type codec struct {
	survey *survey.Survey
	// head is what every row of this survey starts with.
	head [rowHead]byte
	crc  *crc32.Table
	// sizes is how many bytes of a row the cell of each question takes, cells all of them.
	sizes []int
	cells int
}

// newCodec prepares the rows of a survey.
func newCodec(s *survey.Survey, revision survey.Revision, crc *crc32.Table) *codec {
	c := &codec{survey: s, crc: crc, head: [rowHead]byte{rowVersion}}
	copy(c.head[1:], revision[:])
	for i := range s.Questions {
		c.sizes = append(c.sizes, s.Questions[i].CellSize())
		c.cells += c.sizes[i]
	}
	return c
}

// encode returns the row of a response.
func (c *codec) encode(r *survey.Response) []byte {
	row := make([]byte, 0, rowHead+c.cells+checksumSize)
	row = append(row, c.head[:]...)
	for i := range r.Answers {
		row = c.survey.Questions[i].AppendCell(row, r.Answers[i])
	}
	if c.survey.LinkTexts {
		for i := range r.Answers {
			if c.survey.Questions[i].TextLimit() > 0 {
				row = appendText(row, r.Answers[i])
			}
		}
	}
	return seal(c.crc, r.ID[:], row)
}

// split verifies a row and returns its cells and the rest. Both share the memory
// of the row.
func (c *codec) split(id, row []byte) (cells, texts []byte, err error) {
	payload, err := unseal(c.crc, id, row)
	if err != nil {
		return nil, nil, err
	}
	if len(payload) < rowHead+c.cells || [rowHead]byte(payload) != c.head {
		return nil, nil, damaged("the row belongs to another survey")
	}
	cells, texts = payload[rowHead:rowHead+c.cells], payload[rowHead+c.cells:]
	if len(texts) > 0 && !c.survey.LinkTexts {
		return nil, nil, damaged("the row is longer than its survey asks for")
	}
	return cells, texts, nil
}

// decode returns the response of a row.
func (c *codec) decode(id, row []byte) (survey.Response, error) {
	cells, texts, err := c.split(id, row)
	if err != nil {
		return survey.Response{}, err
	}
	r := survey.Response{Answers: make([]survey.Answer, len(c.survey.Questions))}
	if copy(r.ID[:], id) != len(r.ID) || len(id) != len(r.ID) {
		return survey.Response{}, damaged("the key of a row has another length")
	}
	for i := range r.Answers {
		q := &c.survey.Questions[i]
		size := q.CellSize()
		r.Answers[i], cells = q.ParseCell(cells[:size]), cells[size:]
		if !c.survey.LinkTexts || q.TextLimit() == 0 {
			continue
		}
		if texts, err = cutText(texts, &r.Answers[i]); err != nil {
			return survey.Response{}, err
		}
		r.Answers[i] = q.CleanAnswer(r.Answers[i])
	}
	if len(texts) != 0 {
		return survey.Response{}, damaged("the row is longer than its survey asks for")
	}
	// Conditions are not tested again: they may look at texts that lie elsewhere.
	for i := range r.Answers {
		if err := r.Answers[i].Check(&c.survey.Questions[i]); err != nil {
			return survey.Response{}, fmt.Errorf("%w: %w", ErrDamaged, err)
		}
	}
	return r, nil
}

// appendText appends a text answer to a row.
func appendText(row []byte, a survey.Answer) []byte {
	head := uint64(len(a.Text)) << 1
	if a.Quote {
		head |= 1
	}
	return append(binary.AppendUvarint(row, head), a.Text...)
}

// cutText reads a text from the front of b into an answer and returns the rest.
func cutText(b []byte, a *survey.Answer) (rest []byte, err error) {
	head, n := binary.Uvarint(b)
	if n <= 0 || head>>1 > uint64(len(b)-n) {
		return nil, damaged("a text of the row is cut off")
	}
	b = b[n:]
	a.Text, a.Quote = string(b[:head>>1]), head&1 == 1
	return b[head>>1:], nil
}

// seal appends the checksum of key and payload.
func seal(crc *crc32.Table, key, payload []byte) []byte {
	return binary.LittleEndian.AppendUint32(payload, checksum(crc, key, payload))
}

// unseal verifies the checksum of a record and returns its payload.
func unseal(crc *crc32.Table, key, record []byte) ([]byte, error) {
	end := len(record) - checksumSize
	if end < 0 || binary.LittleEndian.Uint32(record[end:]) != checksum(crc, key, record[:end]) {
		return nil, damaged("the checksum of a record is wrong")
	}
	return record[:end], nil
}

// damaged says what is wrong with a record; it matches ErrDamaged.
func damaged(what string) error { return fmt.Errorf("%w: %s", ErrDamaged, what) }

// checksum is CRC-32C over key and payload, so that a record that moved to
// another key is noticed too. It finds every change of up to five bits in
// records of this size (Koopman, DSN 2002).
func checksum(crc *crc32.Table, key, payload []byte) uint32 {
	return crc32.Update(crc32.Update(0, crc, key), crc, payload)
}

// putJSON stores a value as a sealed JSON record.
func (db *DB) putJSON(b *bbolt.Bucket, key []byte, value any) error {
	record, err := db.sealJSON(key, value)
	if err != nil {
		return err
	}
	return b.Put(key, record)
}

// sealJSON returns the sealed JSON record of a value.
func (db *DB) sealJSON(key []byte, value any) ([]byte, error) {
	data, err := json.Marshal(value)
	if err != nil {
		return nil, fmt.Errorf("encode record: %w", err)
	}
	return seal(db.crc, key, data), nil
}

// getJSON reads a sealed JSON record; it reports false when there is none.
func (db *DB) getJSON(b *bbolt.Bucket, key []byte, value any) (bool, error) {
	record := b.Get(key)
	if record == nil {
		return false, nil
	}
	return true, db.readJSON(key, record, value)
}

// readJSON verifies and decodes a sealed JSON record.
func (db *DB) readJSON(key, record []byte, value any) error {
	data, err := unseal(db.crc, key, record)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, value); err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return nil
}

// putBatches stores the tally of a session and returns its record.
func (db *DB) putBatches(tx *bbolt.Tx, id survey.ID, b *results.Batches) (record []byte, err error) {
	data, err := b.AppendBinary(make([]byte, 0, 512))
	if err != nil {
		return nil, err
	}
	record = seal(db.crc, key(id), data)
	return record, bucketTallies.of(tx).Put(key(id), record)
}

// batches reads the tally of a session.
func (db *DB) batches(tx *bbolt.Tx, c *codec, id survey.ID) (results.Batches, error) {
	return db.decodeBatches(c, id, bucketTallies.of(tx).Get(key(id)))
}

// decodeBatches verifies and decodes the tally of a session.
func (db *DB) decodeBatches(c *codec, id survey.ID, record []byte) (results.Batches, error) {
	data, err := unseal(db.crc, key(id), record)
	if err != nil {
		return results.Batches{}, err
	}
	b, err := results.DecodeBatches(c.survey, data)
	if err != nil {
		return results.Batches{}, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return b, nil
}
