package storage

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"

	"go.etcd.io/bbolt"

	"anketa/survey"
)

// bucket names a top-level bucket.
type bucket string

// The layout of the file.
const (
	// bucketMeta holds the schema version, the PIN of the kiosk and the attempts at it.
	bucketMeta bucket = "meta"
	// bucketSurveys holds each survey whole, by revision.
	bucketSurveys bucket = "surveys"
	// bucketSessions holds the session records, by id.
	bucketSessions bucket = "sessions"
	// bucketTallies holds the batches of each session, by session id.
	bucketTallies bucket = "tallies"
	// bucketResponses holds a bucket for each session: rows by response id.
	bucketResponses bucket = "responses"
	// bucketTexts holds a bucket for each session and in it one for each text
	// question: texts under keys of their own, which nothing links to a row.
	bucketTexts bucket = "texts"
	// bucketQuarantine holds a bucket for each session: records of which two
	// different ones were found. Files that never needed it do not have it.
	bucketQuarantine bucket = "quarantine"
	// bucketDamaged holds a bucket for each session: records that were damaged when
	// the file was written anew. Files that never needed it do not have it.
	bucketDamaged bucket = "damaged"
	// bucketPurged holds what is left of purged sessions, by session id. Files that
	// never needed it do not have it.
	bucketPurged bucket = "purged"
	// bucketReviews holds a bucket for each session and in it one for each question
	// with texts: reviews under the keys of the texts. bucketStatements holds a
	// bucket for each session: statements by id. Files that never needed them do not
	// have them.
	bucketReviews    bucket = "reviews"
	bucketStatements bucket = "statements"
)

const (
	keySchema = "schema"
	keyPIN    = "pin"
	// keyAttempts is missing while no wrong PIN was tried.
	keyAttempts = "attempts"
	// keyOwed is there from the closing of a session until the file is written anew.
	keyOwed = "owed"
)

// buckets lists those that every file has.
func buckets() []bucket {
	return []bucket{bucketMeta, bucketSurveys, bucketSessions, bucketTallies, bucketResponses, bucketTexts}
}

// of returns the bucket in a transaction; those of buckets exist since layOut,
// others may be nil.
func (b bucket) of(tx *bbolt.Tx) *bbolt.Bucket { return tx.Bucket([]byte(b)) }

// layOut makes the buckets of an empty file.
func layOut(tx *bbolt.Tx) error {
	for _, b := range buckets() {
		if _, err := tx.CreateBucket([]byte(b)); err != nil {
			return fmt.Errorf("create bucket %s: %w", b, err)
		}
	}
	return bucketMeta.of(tx).Put([]byte(keySchema), []byte{schema})
}

// checkSchema refuses files of other programs and of newer versions.
func checkSchema(tx *bbolt.Tx) error {
	for _, b := range buckets() {
		if b.of(tx) == nil {
			return ErrForeign
		}
	}
	version := bucketMeta.of(tx).Get([]byte(keySchema))
	switch {
	case len(version) != 1 || version[0] == 0:
		return ErrForeign
	case version[0] > schema:
		return ErrNewer
	}
	return nil
}

// The head of a bbolt file: two meta pages, each a 16-byte page header and then
// these fields (bbolt's internal/common/meta.go).
const (
	boltMagic     = 0xED0CDAED
	metaStart     = 16
	pageSizeField = metaStart + 8
	freeList      = metaStart + 32
	highWater     = metaStart + 40
	headSum       = metaStart + 56
	headSize      = metaStart + 64
	// noFreeList stands for the page of the list in files that keep none.
	noFreeList = 1<<64 - 1
)

// checkHeader looks at a file before bbolt maps it: reading behind the end of a
// truncated file would end the process.
func checkHeader(path string) error {
	// Not opened yet: opening a pipe would wait for somebody at its other end.
	info, err := os.Stat(path)
	if err != nil {
		return fmt.Errorf("open database: %w", err)
	}
	if !info.Mode().IsRegular() {
		return ErrForeign
	}
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("open database: %w", err)
	}
	defer f.Close()
	head := make([]byte, headSize)
	if _, err := io.ReadFull(f, head); err != nil {
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return ErrForeign
		}
		return fmt.Errorf("open database: %w", err)
	}
	if binary.NativeEndian.Uint32(head[metaStart:]) != boltMagic {
		return ErrForeign
	}
	pageSize := int64(binary.NativeEndian.Uint32(head[pageSizeField:]))
	second := make([]byte, headSize)
	if pageSize < headSize {
		return ErrDamaged
	}
	if _, err := f.ReadAt(second, pageSize); err != nil {
		return fmt.Errorf("%w: the file is cut off", ErrDamaged)
	}
	// bbolt gives a file without a list of free pages one when it opens it for
	// writing. Ours have one, and those of other programs must stay as they are.
	if max(binary.NativeEndian.Uint64(head[freeList:]), binary.NativeEndian.Uint64(second[freeList:])) == noFreeList {
		return ErrForeign
	}
	pages := max(binary.NativeEndian.Uint64(head[highWater:]), binary.NativeEndian.Uint64(second[highWater:]))
	if pages > uint64(info.Size()/pageSize) {
		return fmt.Errorf("%w: the file is cut off", ErrDamaged)
	}
	return nil
}

// wholeHeads reports whether both meta pages are as bbolt wrote them. When one is
// not, bbolt goes on with the transaction before. That is right for a page that was
// being written when the power went, but not for one that rotted later: then the
// last change would be gone without a word. Disks write sectors whole and all that
// counts of a meta page lies in one, so that even a power cut hardly ever leaves a
// page in pieces.
func wholeHeads(path string) (bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return false, fmt.Errorf("open database: %w", err)
	}
	defer f.Close()
	head := make([]byte, headSize)
	at := int64(0)
	for range 2 {
		if _, err := f.ReadAt(head, at); err != nil {
			return false, fmt.Errorf("%w: the file is cut off", ErrDamaged)
		}
		sum := fnv.New64a()
		_, _ = sum.Write(head[metaStart:headSum])
		if binary.NativeEndian.Uint32(head[metaStart:]) != boltMagic || binary.NativeEndian.Uint64(head[headSum:]) != sum.Sum64() {
			return false, nil
		}
		at = int64(binary.NativeEndian.Uint32(head[pageSizeField:]))
	}
	return true, nil
}

// key returns an id as a bucket key.
func key(id survey.ID) []byte { return id[:] }
