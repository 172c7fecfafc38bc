package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// newDraft returns a draft without a name: when the program is killed, nothing of it
// is left. Where the file system has no such files, as on memory sticks, it has a
// temporary name, and the next draft in the folder takes it away (open(2), O_TMPFILE).
func newDraft(dir string) (*draft, error) {
	sweepDrafts(dir)
	fd, err := unix.Open(dir, unix.O_TMPFILE|unix.O_WRONLY|unix.O_CLOEXEC, 0o600)
	if err == nil {
		if _, err = os.Stat(fmt.Sprintf("/proc/self/fd/%d", fd)); err == nil {
			return &draft{file: os.NewFile(uintptr(fd), dir)}, hold(fd)
		}
		_ = unix.Close(fd)
	}
	d, err := namedDraft(dir)
	if err != nil {
		return nil, err
	}
	return d, hold(int(d.file.Fd()))
}

// hold marks a draft as in use: the lock goes with the process.
func hold(fd int) error {
	if err := unix.Flock(fd, unix.LOCK_EX|unix.LOCK_NB); err != nil && !errors.Is(err, unix.ENOTSUP) {
		return fmt.Errorf("lock draft: %w", err)
	}
	return nil
}

// sweepDrafts takes away what programs that were killed left in a folder. What another
// one is just writing is locked, and what cannot be taken away stays.
func sweepDrafts(dir string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		if named, err := filepath.Match(draftPattern, e.Name()); err != nil || !named || !e.Type().IsRegular() {
			continue
		}
		name := filepath.Join(dir, e.Name())
		f, err := os.OpenFile(name, os.O_RDONLY|unix.O_NOFOLLOW, 0)
		if err != nil {
			continue
		}
		if unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB) == nil {
			_ = os.Remove(name)
		}
		_ = f.Close()
	}
}

// name gives a draft without a name a temporary one.
func (d *draft) name() error {
	if d.temporary != "" {
		return nil
	}
	name := temporaryName(d.file.Name())
	if err := d.linkTo(name); err != nil {
		return err
	}
	d.temporary = name
	return nil
}

// link gives a draft a name that is free.
func (d *draft) link(name string) error {
	if d.temporary != "" {
		return d.place(name)
	}
	return d.linkTo(name)
}

// linkTo gives a file without a name its first one (open(2), O_TMPFILE).
func (d *draft) linkTo(name string) error {
	err := unix.Linkat(unix.AT_FDCWD, fmt.Sprintf("/proc/self/fd/%d", d.file.Fd()), unix.AT_FDCWD, name, unix.AT_SYMLINK_FOLLOW)
	if err != nil {
		return &fs.PathError{Op: "link", Path: name, Err: err}
	}
	return nil
}

// release does nothing: the lock of a draft is kept until it has its name.
func (d *draft) release() error { return nil }
