package storage

import (
	"os"
	"path/filepath"
)

// Ground is what lies below a database and may cost answers.
type Ground struct {
	// Network is the kind of a file system that is not a disk of this machine, such
	// as "NFS", or "". Its locks and flushes are what another machine makes of them.
	Network string
	// FastCommit is true for ext4 with fast_commit on a kernel that loses flushed
	// writes with it.
	FastCommit bool
	// Readable and Writable say what others than its owner may do with the folder.
	Readable, Writable bool
}

// GroundOf looks at the folder of a database; what cannot be found out is taken for
// good.
func GroundOf(path string) Ground {
	dir := filepath.Dir(path)
	g := fileSystem(dir)
	if info, err := os.Stat(dir); err == nil {
		g.Readable = info.Mode().Perm()&0o044 != 0
		g.Writable = info.Mode().Perm()&0o022 != 0 && info.Mode()&os.ModeSticky == 0
	}
	return g
}
