// Package used tells what a process used so far.
package used

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"
)

// CPU returns the processor time of this process in milliseconds.
func CPU() (float64, error) {
	var r syscall.Rusage
	err := syscall.Getrusage(syscall.RUSAGE_SELF, &r)
	ms := func(t syscall.Timeval) float64 { return float64(t.Sec)*1000 + float64(t.Usec)/1000 }
	return ms(r.Utime) + ms(r.Stime), err
}

// Memory returns the memory of this process in MiB, without the pages of files that the
// kernel maps into it.
func Memory() (float64, error) {
	data, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, err
	}
	_, rest, found := strings.Cut(string(data), "RssAnon:")
	var kB float64
	if _, err := fmt.Sscan(rest, &kB); err != nil || !found {
		return 0, errors.Join(errors.New("the memory is not known"), err)
	}
	return kB / 1024, nil
}
