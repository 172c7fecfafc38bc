package storage_test

import (
	"context"
	"path/filepath"
	"testing"

	"anketa/storage"
)

// BenchmarkMerge merges three databases of 100,000 responses each into a new one.
// Goal: at most 3 s. What the command takes, and its memory: TestMergeMemory in faults.
func BenchmarkMerge(b *testing.B) {
	var files []string
	for range 3 {
		path, _ := filled(b, 100_000)
		files = append(files, path)
	}
	for b.Loop() {
		into := filepath.Join(b.TempDir(), "all.db")
		db := open(b, into, storage.Options{Create: true})
		sources := make([]*storage.DB, len(files))
		for i, file := range files {
			sources[i] = open(b, file, storage.Options{ReadOnly: true})
		}
		merged, err := db.Merge(context.Background(), sources, nil)
		must(b, err)
		if merged.Responses != 300_000 {
			b.Fatalf("merged %d responses", merged.Responses)
		}
		for _, source := range sources {
			must(b, source.Close())
		}
		must(b, db.Close())
	}
}
