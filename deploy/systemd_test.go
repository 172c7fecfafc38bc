package deploy_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// worstExposure is the highest figure of systemd-analyze that the kiosk's units may have.
const worstExposure = 2.0

// plain are the settings of a unit that have nothing to do with hardening; the
// negative control keeps these and drops the rest.
var plain = regexp.MustCompile(`(?m)^(\[|Description|After|Wants|Conflicts|Condition|StartLimit|WorkingDirectory|ExecStart|Restart|User|Group|StateDirectory|Standard|TTY|WantedBy).*$`)

// The units that show the kiosk are as closed as promised; the same units
// without their hardening are not, so the figure means something.
func TestExposure(t *testing.T) {
	need(t, "systemd-analyze")
	for _, name := range []string{"anketa.service", "anketa-cage.service"} {
		unit := read(t, "systemd/"+name)
		if got := exposure(t, name, unit); got > worstExposure {
			t.Errorf("%s: exposure %.1f, want at most %.1f", name, got, worstExposure)
		}
		soft := strings.Join(plain.FindAllString(unit, -1), "\n") + "\n"
		if got := exposure(t, name, soft); got <= worstExposure {
			t.Errorf("%s without its hardening has the exposure %.1f too", name, got)
		}
	}
}

// Nothing is wrong with the units, and a mistake in one would be seen.
func TestVerify(t *testing.T) {
	need(t, "systemd-analyze")
	units := []string{"anketa.service", "anketa-cage.service", "anketa-vtlock.service"}
	dir := t.TempDir()
	for _, name := range units {
		place(t, dir, name, read(t, "systemd/"+name))
	}
	if out, err := verify(dir, units); err != nil || out != "" {
		t.Errorf("systemd-analyze verify: %v\n%s", err, out)
	}
	place(t, dir, units[0], strings.Replace(read(t, "systemd/"+units[0]), "NoNewPrivileges=", "NoNewPrivilege=", 1))
	if out, _ := verify(dir, units); !strings.Contains(out, "NoNewPrivilege") {
		t.Errorf("a misspelt setting went unseen: %q", out)
	}
}

// What a kiosk stands on is in the unit: no shell underneath, no end, no core
// dump, and only the kiosk's own program can be started.
func TestUnitHoldsKiosk(t *testing.T) {
	unit := lines(read(t, "systemd/anketa.service"))
	for _, want := range []string{
		"User=anketa", "Restart=always", "StartLimitIntervalSec=0", "Conflicts=getty@tty1.service anketa-cage.service",
		"StandardInput=tty-force", "StandardOutput=tty", "StandardError=journal", "TTYPath=/dev/tty1", "TTYReset=yes", "TTYVHangup=yes", "TTYVTDisallocate=yes",
		"LimitCORE=0", "MemorySwapMax=0", "UMask=0077", "StateDirectoryMode=0700",
		"NoExecPaths=/", "ExecPaths=/usr/local/bin/anketa", "CapabilityBoundingSet=", "PrivateNetwork=yes",
	} {
		if !slices.Contains(unit, want) {
			t.Errorf("anketa.service lacks %s", want)
		}
	}
	for _, line := range lines(read(t, "systemd/anketa-cage.service")) {
		if program, ok := strings.CutPrefix(line, "ExecStart="); ok {
			cage, _, _ := strings.Cut(program, " -- ")
			if fields := strings.Fields(cage); slices.Contains(fields[1:], "-s") || len(fields) > 2 {
				t.Errorf("cage is started as %q; -s would let people switch consoles", cage)
			}
		}
	}
}

// Every file of settings closes the ways out that it is there for.
func TestSettingsCloseWaysOut(t *testing.T) {
	for file, wants := range map[string][]string{
		"systemd/logind.conf":           {"NAutoVTs=0", "ReserveVT=0"},
		"systemd/system.conf":           {"CtrlAltDelBurstAction=none"},
		"systemd/sysctl.conf":           {"kernel.sysrq = 0", "fs.suid_dumpable = 0", "kernel.core_pattern = |/bin/false"},
		"systemd/anketa-vtlock.service": {"RemainAfterExit=yes", "Before=anketa.service anketa-cage.service"},
	} {
		for _, want := range wants {
			if !slices.Contains(lines(read(t, file)), want) {
				t.Errorf("%s lacks %s", file, want)
			}
		}
	}
	if lock := read(t, "systemd/anketa-vtlock.service"); !regexp.MustCompile(`(?m)^ExecStart=.*0x560B`).MatchString(lock) {
		t.Error("anketa-vtlock.service does not lock the console")
	}
}

// need skips a test where a tool is missing.
func need(tb testing.TB, tool string) {
	tb.Helper()
	if _, err := exec.LookPath(tool); err != nil {
		tb.Skipf("%s is not installed here", tool)
	}
}

// read returns a file of this folder.
func read(tb testing.TB, name string) string {
	tb.Helper()
	data, err := os.ReadFile(filepath.FromSlash(name))
	if err != nil {
		tb.Fatal(err)
	}
	return string(data)
}

// lines returns the lines of a file that say something.
func lines(text string) []string {
	return slices.DeleteFunc(strings.Split(text, "\n"), func(line string) bool { return line == "" || strings.HasPrefix(line, "#") })
}

// place writes a unit whose programs exist on any machine.
func place(tb testing.TB, dir, name, unit string) string {
	tb.Helper()
	file := filepath.Join(dir, name)
	unit = regexp.MustCompile(`(?m)^(Exec(?:Start|Stop)=-?)/\S+`).ReplaceAllString(unit, "${1}/bin/true")
	if err := os.WriteFile(file, []byte(unit), 0o600); err != nil {
		tb.Fatal(err)
	}
	return file
}

// verify returns what systemd-analyze has to say about units.
func verify(dir string, units []string) (string, error) {
	cmd := exec.Command("systemd-analyze", append([]string{"verify", "--man=no"}, units...)...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// exposure returns the figure that systemd-analyze gives a unit.
func exposure(tb testing.TB, name, unit string) float64 {
	tb.Helper()
	file := place(tb, tb.TempDir(), name, unit)
	out, err := exec.CommandContext(tb.Context(), "systemd-analyze", "security", "--offline=true", "--no-pager", file).CombinedOutput()
	if err != nil {
		tb.Skipf("this systemd-analyze cannot look at a unit offline: %v\n%s", err, out)
	}
	found := regexp.MustCompile(`exposure level for \S+: ([0-9.]+)`).FindSubmatch(out)
	if found == nil {
		tb.Fatalf("systemd-analyze gives no figure:\n%s", out)
	}
	figure, err := strconv.ParseFloat(string(found[1]), 64)
	if err != nil {
		tb.Fatal(fmt.Errorf("the figure %q: %w", found[1], err))
	}
	return figure
}
