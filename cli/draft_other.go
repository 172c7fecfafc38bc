//go:build !linux

package cli

// newDraft returns a draft with a temporary name.
func newDraft(dir string) (*draft, error) { return namedDraft(dir) }

// name does nothing: every draft has a temporary name.
func (d *draft) name() error { return nil }

// link gives a draft a name that is free.
func (d *draft) link(name string) error { return d.place(name) }

// release closes a draft: some systems rename no open file.
func (d *draft) release() error { return d.file.Close() }
