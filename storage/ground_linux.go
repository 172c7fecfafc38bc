package storage

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"golang.org/x/sys/unix"
)

// networks are the file systems that are not a disk of this machine, by the number
// that statfs(2) gives.
func networks() map[uint32]string {
	return map[uint32]string{
		unix.NFS_SUPER_MAGIC: "NFS", unix.SMB_SUPER_MAGIC: "SMB", unix.SMB2_SUPER_MAGIC: "SMB", unix.CIFS_SUPER_MAGIC: "SMB",
		unix.V9FS_MAGIC: "9p", unix.FUSE_SUPER_MAGIC: "FUSE", unix.AFS_SUPER_MAGIC: "AFS", unix.AFS_FS_MAGIC: "AFS",
		unix.CODA_SUPER_MAGIC: "Coda", unix.CEPH_SUPER_MAGIC: "Ceph",
	}
}

// fileSystem looks at the file system of a folder.
func fileSystem(dir string) Ground {
	var fs unix.Statfs_t
	if unix.Statfs(dir, &fs) != nil {
		return Ground{}
	}
	g := Ground{Network: networks()[uint32(fs.Type)]}
	if fs.Type == unix.EXT4_SUPER_MAGIC {
		var name unix.Utsname
		if unix.Uname(&name) == nil && losesFastCommits(unix.ByteSliceToString(name.Release[:])) {
			g.FastCommit = slices.Contains(optionsOf(dir), "fast_commit")
		}
	}
	return g
}

// optionsOf returns the options of the file system of a folder. The kernel lists
// those of ext4, fast_commit among them, in /proc/self/mountinfo
// (_ext4_show_options in fs/ext4/super.c), which needs no rights; the superblock does.
func optionsOf(dir string) []string {
	var stat unix.Stat_t
	if unix.Stat(dir, &stat) != nil {
		return nil
	}
	f, err := os.Open("/proc/self/mountinfo")
	if err != nil {
		return nil
	}
	defer f.Close()
	return superOptions(f, fmt.Sprintf("%d:%d", unix.Major(uint64(stat.Dev)), unix.Minor(uint64(stat.Dev))))
}

// superOptions returns the options of the file system on a device, MAJOR:MINOR, of a
// list in the form of proc_pid_mountinfo(5).
func superOptions(list io.Reader, device string) []string {
	for lines := bufio.NewScanner(list); lines.Scan(); {
		mount, fs, _ := strings.Cut(lines.Text(), " - ")
		fields, last := strings.Fields(mount), strings.Fields(fs)
		if len(fields) > 2 && fields[2] == device && len(last) > 2 {
			return strings.Split(last[2], ",")
		}
	}
	return nil
}

// losesFastCommits reports whether a kernel has the fault of ext4's fast_commit: it
// came in 5.10 and was mended in 5.10.94, 5.15.27 and 5.17 (bbolt's README, known
// issues).
func losesFastCommits(release string) bool {
	var major, minor, patch int
	if n, _ := fmt.Sscanf(release, "%d.%d.%d", &major, &minor, &patch); n < 2 || major != 5 {
		return false
	}
	switch {
	case minor == 10:
		return patch < 94
	case minor > 10 && minor < 15, minor == 16:
		return true
	case minor == 15:
		return patch < 27
	}
	return false
}
