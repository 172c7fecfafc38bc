// Package disk gives tests small disks, which they fill to the last byte or make
// read-only. It mounts them in memory, which takes the rights of root on Linux.
package disk
