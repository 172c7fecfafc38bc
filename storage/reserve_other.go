//go:build !linux

package storage

import (
	"errors"
	"os"
)

// reserve cannot reserve anything here.
func reserve(*os.File, int64) error { return errors.ErrUnsupported }

// enough leaves it to the commit to find out whether there is room.
func enough(*os.File) error { return nil }
