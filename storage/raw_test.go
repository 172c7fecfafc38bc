package storage_test

import (
	"encoding/binary"
	"encoding/hex"
	"errors"
	"os"
	"runtime"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"anketa/survey"
)

// record is one key and value of the file. The bucket is named as in
// "responses/6f…": the names of buckets in others are hexadecimal.
type record struct{ bucket, key, value string }

// rowsOf and textsOf name the buckets that hold a session's rows and texts.
func rowsOf(session survey.ID) string  { return "responses/" + session.String() }
func textsOf(session survey.ID) string { return "texts/" + session.String() }

// edit changes a closed file through bbolt itself.
func edit(tb testing.TB, path string, f func(tx *bbolt.Tx) error) {
	tb.Helper()
	bolt, err := bbolt.Open(path, 0o600, &bbolt.Options{NoSync: true})
	if err != nil {
		tb.Fatal(err)
	}
	if err := errors.Join(bolt.Update(f), bolt.Close()); err != nil {
		tb.Fatal(err)
	}
}

// put stores a record in a closed file, in place of whatever stood there.
func put(tb testing.TB, path string, r record) {
	tb.Helper()
	edit(tb, path, func(tx *bbolt.Tx) error { return bucketOf(tx, r.bucket).Put([]byte(r.key), []byte(r.value)) })
}

// remove deletes a record from a closed file.
func remove(tb testing.TB, path string, r record) {
	tb.Helper()
	edit(tb, path, func(tx *bbolt.Tx) error { return bucketOf(tx, r.bucket).Delete([]byte(r.key)) })
}

// bucketOf finds the bucket that a record names.
func bucketOf(tx *bbolt.Tx, name string) *bbolt.Bucket {
	names := strings.Split(name, "/")
	b := tx.Bucket([]byte(names[0]))
	for _, inner := range names[1:] {
		raw, _ := hex.DecodeString(inner)
		b = b.Bucket(raw)
	}
	return b
}

// dump returns every record of a closed file.
func dump(tb testing.TB, path string) []record {
	tb.Helper()
	bolt, err := bbolt.Open(path, 0o600, &bbolt.Options{ReadOnly: true})
	if err != nil {
		tb.Fatal(err)
	}
	var records []record
	err = bolt.View(func(tx *bbolt.Tx) error {
		return tx.ForEach(func(name []byte, b *bbolt.Bucket) error {
			records = append(records, dumpBucket(string(name), b)...)
			return nil
		})
	})
	if err := errors.Join(err, bolt.Close()); err != nil {
		tb.Fatal(err)
	}
	return records
}

// dumpBucket returns the records of a bucket and of those in it.
func dumpBucket(name string, b *bbolt.Bucket) []record {
	var records []record
	cursor := b.Cursor()
	for k, v := cursor.First(); k != nil; k, v = cursor.Next() {
		if v == nil {
			records = append(records, dumpBucket(name+"/"+hex.EncodeToString(k), b.Bucket(k))...)
			continue
		}
		records = append(records, record{name, string(k), string(v)})
	}
	return records
}

// in returns the records of a bucket and of those in it.
func in(records []record, bucket string) []record {
	var found []record
	for _, r := range records {
		if r.bucket == bucket || strings.HasPrefix(r.bucket, bucket+"/") {
			found = append(found, r)
		}
	}
	return found
}

// content returns the bytes of a file.
func content(tb testing.TB, path string) string {
	tb.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	return string(data)
}

// pageSize is that of the files made here.
var pageSize = os.Getpagesize()

// scribble overwrites bytes of a closed file.
func scribble(tb testing.TB, path string, at int64, data []byte) {
	tb.Helper()
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		tb.Fatal(err)
	}
	_, err = f.WriteAt(data, at)
	if err := errors.Join(err, f.Close()); err != nil {
		tb.Fatal(err)
	}
}

// freelist returns where the page with the list of free pages starts, as the
// newer of both meta pages tells: page number and transaction stand 32 and 48
// bytes behind its header.
func freelist(tb testing.TB, path string) int64 {
	tb.Helper()
	data := []byte(content(tb, path))
	field := func(page, offset int) uint64 { return binary.NativeEndian.Uint64(data[page*pageSize+16+offset:]) }
	newer := 0
	if field(1, 48) > field(0, 48) {
		newer = 1
	}
	return int64(field(newer, 32)) * int64(pageSize)
}

// running counts the goroutines that are in a function, after giving those that
// are about to end the chance to do so.
func running(function string) int {
	n := 0
	for range 1000 {
		runtime.Gosched()
		stacks := make([]byte, 1<<20)
		if n = strings.Count(string(stacks[:runtime.Stack(stacks, true)]), function+"("); n == 0 {
			break
		}
	}
	return n
}
