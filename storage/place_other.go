//go:build !linux

package storage

import "os"

// place tells one file from another, whatever they are called.
type place struct{ info os.FileInfo }

// placeOf returns what stands at a path now.
func placeOf(path string) (place, error) {
	info, err := os.Stat(path)
	return place{info}, err
}

// placeOfFile returns what an open file is.
func placeOfFile(f *os.File) (place, error) {
	info, err := f.Stat()
	return place{info}, err
}

// is reports whether both are the same file.
func (p place) is(other place) bool { return os.SameFile(p.info, other.info) }
