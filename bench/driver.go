//go:build !nosqlite

package main

// The driver of SQLite takes a C compiler and a minute of it. `go vet -tags nosqlite ./...`
// checks everything else without them.
import _ "github.com/mattn/go-sqlite3"
