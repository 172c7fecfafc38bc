package deploy_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The script puts every file in its place, closes the other consoles, and turns
// on the one unit that was asked for.
func TestInstall(t *testing.T) {
	for screen, unit := range map[string]string{"console": "anketa.service", "cage": "anketa-cage.service"} {
		root := t.TempDir()
		install(t, root, screen)
		for file, from := range map[string]string{
			"etc/systemd/system/anketa.service":        "systemd/anketa.service",
			"etc/systemd/system/anketa-cage.service":   "systemd/anketa-cage.service",
			"etc/systemd/system/anketa-vtlock.service": "systemd/anketa-vtlock.service",
			"etc/systemd/logind.conf.d/anketa.conf":    "systemd/logind.conf",
			"etc/systemd/system.conf.d/anketa.conf":    "systemd/system.conf",
			"etc/sysctl.d/90-anketa.conf":              "systemd/sysctl.conf",
			"etc/sysusers.d/anketa.conf":               "systemd/sysusers.conf",
			"etc/pam.d/anketa":                         "systemd/anketa.pam",
			"etc/anketa/foot.ini":                      "foot/kiosk.ini",
			"etc/anketa/kiosk.kmap":                    "console/kiosk.kmap",
		} {
			if got, err := os.ReadFile(filepath.Join(root, file)); err != nil || string(got) != read(t, from) {
				t.Errorf("%s: %s differs, %v", screen, file, err)
			}
		}
		wanted, err := os.ReadDir(filepath.Join(root, "etc/systemd/system/multi-user.target.wants"))
		if err != nil || len(wanted) != 2 || wanted[1].Name() != unit && wanted[0].Name() != unit {
			t.Errorf("%s: these are turned on: %v, %v", screen, wanted, err)
		}
		for _, masked := range []string{"getty@.service", "autovt@.service", "ctrl-alt-del.target", "kbrequest.target"} {
			if to, err := os.Readlink(filepath.Join(root, "etc/systemd/system", masked)); err != nil || to != os.DevNull {
				t.Errorf("%s: %s is not masked: %q, %v", screen, masked, to, err)
			}
		}
	}
}

// Whatever else is asked of the script is refused before it writes.
func TestInstallRefuses(t *testing.T) {
	root := t.TempDir()
	cmd := exec.CommandContext(t.Context(), "./install.sh", "window")
	cmd.Env = append(os.Environ(), "DESTDIR="+root)
	if out, err := cmd.CombinedOutput(); err == nil {
		t.Errorf("the script did something: %s", out)
	}
	if entries, err := os.ReadDir(root); err != nil || len(entries) > 0 {
		t.Errorf("it wrote %v, %v", entries, err)
	}
}

// A program that the service could not start is refused as well.
func TestInstallRefusesLoader(t *testing.T) {
	need(t, "ldd")
	shell, err := os.ReadFile("/bin/sh")
	if err != nil {
		t.Skipf("this machine has no shell to take for a program that needs a loader: %v", err)
	}
	root := t.TempDir()
	program := filepath.Join(root, "usr/local/bin/anketa")
	if err := os.MkdirAll(filepath.Dir(program), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(program, shell, 0o700); err != nil {
		t.Fatal(err)
	}
	if exec.CommandContext(t.Context(), "ldd", program).Run() != nil {
		t.Skip("the shell of this machine is linked statically: what is said of a program that needs libraries was not tried")
	}
	cmd := exec.CommandContext(t.Context(), "./install.sh")
	cmd.Env = append(os.Environ(), "DESTDIR="+root)
	if out, err := cmd.CombinedOutput(); err == nil || !strings.Contains(string(out), "CGO_ENABLED=0") {
		t.Errorf("got %q, %v", out, err)
	}
	if _, err := os.Stat(filepath.Join(root, "etc")); err == nil {
		t.Error("it wrote nevertheless")
	}
}

// install runs the script for a folder.
func install(tb testing.TB, root, screen string) {
	tb.Helper()
	need(tb, "install")
	cmd := exec.CommandContext(tb.Context(), "./install.sh", screen)
	cmd.Env = append(os.Environ(), "DESTDIR="+root)
	if out, err := cmd.CombinedOutput(); err != nil {
		tb.Fatalf("install.sh: %v\n%s", err, out)
	}
}
