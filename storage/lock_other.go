//go:build !unix

package storage

import "os"

// lock does nothing where an open file cannot be renamed: the lock that bbolt has
// on the database is enough there.
func lock(*os.File) error { return nil }

// unlock does nothing where closing the file ends the lock.
func unlock(*os.File) {}

// beingWritten knows nothing here; a file that is open cannot be renamed either.
func beingWritten(string) bool { return false }
