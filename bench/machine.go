package main

import (
	"bufio"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// machine is where the figures come from.
type machine struct {
	when                      time.Time
	cpu, memory, disk, kernel string
	cores                     int
	before, after             string
	versions                  []string
}

// describe looks at the machine and at the disk that holds a folder.
func describe(dir string) machine {
	m := machine{when: time.Now(), cpu: field("/proc/cpuinfo", "model name"), cores: runtime.NumCPU(), before: load()}
	var kB int
	if _, err := fmt.Sscan(field("/proc/meminfo", "MemTotal"), &kB); err == nil {
		m.memory = fmt.Sprintf("%.1f GiB", float64(kB)/(1<<20))
	}
	m.disk = mount(dir)
	var name unix.Utsname
	if unix.Uname(&name) == nil {
		m.kernel = unix.ByteSliceToString(name.Sysname[:]) + " " + unix.ByteSliceToString(name.Release[:]) + " " + unix.ByteSliceToString(name.Machine[:])
	}
	m.versions = versions()
	return m
}

// field returns what a file of the form "name : value" says.
func field(file, name string) string {
	data, err := os.ReadFile(file)
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(data)) {
		if key, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(key) == name {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

// load returns the load of the last 1, 5 and 15 minutes.
func load() string {
	data, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	return strings.Join(strings.Fields(string(data))[:3], " ")
}

// mount returns the file system that holds a folder, and how its disk takes flushes.
func mount(dir string) string {
	f, err := os.Open("/proc/self/mounts")
	if err != nil {
		return "unknown"
	}
	defer f.Close()
	longest, found := "", "unknown"
	for lines := bufio.NewScanner(f); lines.Scan(); {
		parts := strings.Fields(lines.Text())
		at := strings.TrimSuffix(parts[1], "/")
		if strings.HasPrefix(dir, at+"/") && len(at) >= len(longest) {
			longest, found = at, fmt.Sprintf("%s (%s)", parts[2], parts[0])
			if cache, err := os.ReadFile("/sys/block/" + strings.TrimPrefix(parts[0], "/dev/") + "/queue/write_cache"); err == nil {
				found += ", " + strings.TrimSpace(string(cache)) + " cache"
			}
		}
	}
	return found
}

// shown returns the libraries whose versions matter here.
func shown() []string {
	return []string{
		"charm.land/bubbletea/v2", "charm.land/lipgloss/v2", "charm.land/huh/v2", "go.etcd.io/bbolt",
		"github.com/xuri/excelize/v2", "github.com/mattn/go-sqlite3",
	}
}

// versions names Go, the libraries and the peers.
func versions() []string {
	all := []string{strings.Replace(runtime.Version(), "go", "Go ", 1)}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, module := range info.Deps {
			for _, path := range shown() {
				if module.Path == path {
					all = append(all, strings.TrimSuffix(strings.TrimPrefix(path, "github.com/"), "/v2")+" "+module.Version)
				}
			}
		}
	}
	if db, err := sql.Open("sqlite3", ":memory:"); err == nil {
		var version string
		if db.QueryRow("select sqlite_version()").Scan(&version) == nil {
			all = append(all, "SQLite "+version+" (in go-sqlite3)")
		}
		_ = db.Close()
	}
	for _, tool := range [][]string{{"sqlite3", "--version"}, {"gum", "--version"}, {"whiptail", "--version"}, {"node", "--version"}} {
		if out, err := exec.Command(tool[0], tool[1]).Output(); err == nil {
			words := strings.Fields(strings.TrimSpace(string(out)))
			version := words[0]
			if len(words) > 2 && tool[0] != "sqlite3" {
				version = words[2]
			}
			all = append(all, tool[0]+" "+version)
		}
	}
	return append(all, duckVersion()...)
}
