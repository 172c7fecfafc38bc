package cli

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"anketa/storage"
)

// errLink says that a name leads elsewhere, errFolder that it is that of a folder.
var (
	errLink   = errors.New("it is a link")
	errFolder = errors.New("it is a folder")
)

// content is what is written under a name.
type content struct {
	name  string
	write func(io.Writer) error
}

// bytesOf returns a content that is there already.
func bytesOf(name string, data []byte) content {
	return content{name, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	}}
}

// replaceable says why a file may not be written: what is there already is kept,
// unless over is true; a link or a folder always is.
func replaceable(name string, over bool) error {
	info, err := os.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	case info.IsDir():
		return &fs.PathError{Op: "write", Path: name, Err: errFolder}
	case !info.Mode().IsRegular():
		return &fs.PathError{Op: "write", Path: name, Err: errLink}
	case !over:
		return &fs.PathError{Op: "write", Path: name, Err: fs.ErrExist}
	}
	return nil
}

// replace has one file written: see [replaceAll].
func replace(name string, data []byte, over bool) error {
	return replaceAll(context.Background(), over, bytesOf(name, data))
}

// replaceAll has files of one folder written that only their owner reads, each whole or
// not at all, and that fit each other: all are whole on the disk before the first of
// them gets its name. See [replaceable] for what is kept.
//
// A reader begins with the first file. Where several are replaced, it is gone before
// the others are new, and comes last: whoever finds it finds what belongs to it, also
// when the machine stops in between.
func replaceAll(ctx context.Context, over bool, files ...content) (err error) {
	for _, c := range files {
		if err := replaceable(c.name, over); err != nil {
			return about(c.name, err)
		}
	}
	var drafts []*draft
	defer func() {
		for _, d := range drafts {
			err = errors.Join(err, d.drop())
		}
	}()
	for _, c := range files {
		d, err := newDraft(filepath.Dir(c.name))
		if err != nil {
			return about(c.name, err)
		}
		drafts = append(drafts, d)
		if err := errors.Join(c.write(d.file), d.file.Sync()); err != nil {
			return about(c.name, err)
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if over {
		return putOver(files, drafts)
	}
	return put(files, drafts)
}

// put gives drafts names that are free. When one is not, nothing is there.
func put(files []content, drafts []*draft) error {
	for i := len(files) - 1; i >= 0; i-- {
		if err := drafts[i].link(files[i].name); err != nil {
			for _, c := range files[i+1:] {
				err = errors.Join(err, os.Remove(c.name))
			}
			return about(files[i].name, err)
		}
	}
	syncFolder(files[0].name)
	return nil
}

// halfError says that the first of several files was taken away and the rest could not
// be written over.
type halfError struct {
	// name is that of the first file, cause why the others could not be written.
	name  string
	cause error
}

// Error implements error.
func (e halfError) Error() string { return e.cause.Error() }

// Unwrap returns the cause.
func (e halfError) Unwrap() error { return e.cause }

// putOver puts drafts in the place of files that may be there.
func putOver(files []content, drafts []*draft) error {
	for i, d := range drafts {
		if err := d.name(); err != nil {
			return about(files[i].name, err)
		}
	}
	gone := false
	if len(files) > 1 {
		err := os.Remove(files[0].name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return about(files[0].name, err)
		}
		gone = err == nil
	}
	for i := len(files) - 1; i >= 0; i-- {
		if err := drafts[i].rename(files[i].name); err != nil {
			err = about(files[i].name, err)
			if gone {
				return halfError{files[0].name, err}
			}
			return err
		}
	}
	syncFolder(files[0].name)
	return nil
}

// syncFolder makes the names in the folder of a file durable, where the file system
// does that for a folder. The files are whole in any case.
func syncFolder(name string) { _ = storage.SyncDir(filepath.Dir(name)) }

// draft is a file that is written before it gets the name under which it is looked for.
type draft struct {
	file *os.File
	// temporary is the name that it has meanwhile, or "".
	temporary string
}

// draftPattern is what temporary names have in common.
const draftPattern = ".anketa-new-*"

// temporaryName returns a name for a draft in a folder, which nobody has.
func temporaryName(dir string) string {
	return filepath.Join(dir, draftPattern[:len(draftPattern)-1]+rand.Text())
}

// namedDraft returns a draft that has a temporary name from the beginning.
func namedDraft(dir string) (*draft, error) {
	name := temporaryName(dir)
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, err
	}
	return &draft{file: f, temporary: name}, nil
}

// rename puts a draft with a temporary name in the place of a file.
func (d *draft) rename(name string) error {
	if err := d.release(); err != nil {
		return err
	}
	if err := os.Rename(d.temporary, name); err != nil {
		return err
	}
	d.temporary = ""
	return nil
}

// place gives a draft with a temporary name one that is free.
func (d *draft) place(name string) error {
	if err := d.release(); err != nil {
		return err
	}
	temporary := d.temporary
	d.temporary = ""
	return storage.Place(temporary, name)
}

// drop closes a draft, and takes one away that did not get its name.
func (d *draft) drop() error {
	err := d.file.Close()
	if errors.Is(err, fs.ErrClosed) {
		err = nil
	}
	if d.temporary == "" {
		return err
	}
	return errors.Join(err, os.Remove(d.temporary))
}
