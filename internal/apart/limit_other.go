//go:build !linux

package apart

// LimitSelf bounds nothing here: the time that a child may take is bounded by the
// process that started it.
func LimitSelf(string) error { return nil }
