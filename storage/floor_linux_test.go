package storage_test

import (
	"os"
	"syscall"
)

func init() {
	flush = func(f *os.File) error { return syscall.Fdatasync(int(f.Fd())) }
}
