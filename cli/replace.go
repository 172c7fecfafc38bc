package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// errLink says that a name leads elsewhere, errFolder that it is that of a folder.
var (
	errLink   = errors.New("it is a link")
	errFolder = errors.New("it is a folder")
)

// replace writes a file that only its owner reads, whole or not at all: see
// [replaceWith].
func replace(name string, data []byte, over bool) error {
	return replaceWith(name, over, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
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

// replaceWith has a file written that only its owner reads, whole or not at all: under
// a temporary name beside it, then renamed. See [replaceable] for what is kept.
func replaceWith(name string, over bool, write func(io.Writer) error) (err error) {
	if err := replaceable(name, over); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".anketa-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	if err = errors.Join(write(f), f.Sync(), f.Close()); err != nil {
		return err
	}
	if over {
		return os.Rename(f.Name(), name)
	}
	// A link is made only where nothing is: another program may have been quicker.
	if err = os.Link(f.Name(), name); err == nil {
		return os.Remove(f.Name())
	}
	if errors.Is(err, fs.ErrExist) {
		return err
	}
	// Some file systems, such as those of USB sticks, have no links.
	return os.Rename(f.Name(), name)
}
