package storage_test

import (
	"fmt"
	"sync"
	"testing"
	"time"
)

// BenchmarkWriters measures how many responses a second several goroutines store, each
// its next one when the last is durable, against as many goroutines that each Put a row
// with an Update of bbolt. Goal: at least 15 times as many with 64 of them, and as many
// with one.
func BenchmarkWriters(b *testing.B) {
	for _, n := range []int{1, 8, 64} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			ours, theirs := submitter(b), bare(b)
			var took, tookBare time.Duration
			for b.Loop() {
				took += together(b, n, ours)
				tookBare += together(b, n, theirs)
			}
			b.ReportMetric(float64(b.N*n*each)/took.Seconds(), "stored/s")
			b.ReportMetric(tookBare.Seconds()/took.Seconds(), "x-bare")
		})
	}
}

// each is how many responses a goroutine stores in a row.
const each = 20

// together returns how long n goroutines take for each of theirs.
func together(b *testing.B, n int, r *runner) time.Duration {
	b.Helper()
	start := time.Now()
	var done sync.WaitGroup
	for range n {
		done.Go(func() {
			for range each {
				if err := r.do(); err != nil {
					b.Error(err)
				}
			}
		})
	}
	done.Wait()
	return time.Since(start)
}
