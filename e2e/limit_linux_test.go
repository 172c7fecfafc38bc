package e2e

import "golang.org/x/sys/unix"

// limitFiles makes the kiosk unable to write files from now on, as a full disk does.
func limitFiles(k *kiosk) {
	k.Helper()
	if err := unix.Prlimit(k.PID(), unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: 0, Max: 0}, nil); err != nil {
		k.Fatal(err)
	}
}
