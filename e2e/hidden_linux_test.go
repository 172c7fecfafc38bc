package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// nobodyID is a user that owns nothing.
const nobodyID = 65534

// Whoever works under the same account as the kiosk cannot read its memory or its
// environment, and it leaves no core dump however it dies: the system gives such
// files to root. Negative control: a kiosk without keepPrivate.
func TestMemoryIsHidden(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	cmd := r.command(r.flags()...)
	if os.Getuid() == 0 {
		// Files of a program of root belong to root anyway.
		cmd.Path = lend(r)
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobodyID, Gid: nobodyID}}
	}
	k := r.startCommand(cmd)
	k.see(onWelcome)
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", k.PID()))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(status), "\nUid:\t0") {
		t.Fatal("the kiosk runs as root")
	}
	for _, name := range []string{"mem", "environ", "maps"} {
		info, err := os.Stat(fmt.Sprintf("/proc/%d/%s", k.PID(), name))
		if err != nil {
			t.Fatal(err)
		}
		if owner, ok := info.Sys().(*syscall.Stat_t); !ok || owner.Uid != 0 {
			t.Errorf("/proc/PID/%s belongs to user %d, not to root", name, owner.Uid)
		}
	}
	limits, err := os.ReadFile(fmt.Sprintf("/proc/%d/limits", k.PID()))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(strings.Join(strings.Fields(string(limits)), " "), "Max core file size 0 0 bytes") {
		t.Errorf("core dumps are not forbidden:\n%s", limits)
	}
	k.stop()
}

// lend gives the room and a copy of the program to a user that owns nothing, and
// returns where the copy is.
func lend(r *room) string {
	r.Helper()
	data, err := os.ReadFile(binary())
	if err != nil {
		r.Fatal(err)
	}
	program := r.path("program")
	if err := os.WriteFile(program, data, 0o755); err != nil {
		r.Fatal(err)
	}
	for _, name := range []string{r.dir, r.home, r.temp, r.path("pin"), program} {
		if err := os.Chown(name, nobodyID, nobodyID); err != nil {
			r.Fatal(err)
		}
	}
	for dir := filepath.Dir(r.dir); dir != filepath.Dir(os.TempDir()) && dir != "/"; dir = filepath.Dir(dir) {
		if info, err := os.Stat(dir); err != nil || info.Mode()&0o001 == 0 {
			if err := os.Chmod(dir, 0o711); err != nil {
				r.Fatal(err)
			}
		}
	}
	return program
}
