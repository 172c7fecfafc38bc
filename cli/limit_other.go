//go:build !linux

package cli

// limitSelf bounds nothing here: the time that a child may take is bounded by the
// process that started it.
func limitSelf(string) error { return nil }
