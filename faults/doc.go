// Package faults proves what the store keeps when the machine fails: it kills the
// built program at chosen and at random instants, makes its system calls fail,
// replays what a power cut may leave on a disk, damages files bit by bit, fills and
// takes away disks, and looks afterwards for what was acknowledged and at what is shown.
//
//	go test ./faults                                   a slice of each, one minute
//	ANKETA_WHOLE=1 go test -timeout 2h -v ./faults     the whole programme
//
// Where a tool is missing (strace, root, a small file system), a test is skipped and
// says which tool, and what it would have proved. Each proof has a negative control:
// a store without the protection, which the same proof finds out.
package faults
