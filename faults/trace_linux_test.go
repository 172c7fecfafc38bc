package faults

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"anketa/survey"
)

// opKind is what a system call does to a disk.
type opKind int

const (
	opWrite opKind = iota
	opSize
	opName   // a file gets a (further) name
	opRemove // a name goes
	opRename
	opSync    // a file is durable
	opSyncDir // the names are durable
	opSaid    // the child said something
)

// op is one system call of a recorded run.
type op struct {
	kind opKind
	// file counts the files that were made, whatever their names are.
	file   int
	offset int64
	data   []byte
	// name is a name in the folder, to is the new one.
	name, to string
}

// traceCalls are the calls that change a disk, and those that make it durable.
const traceCalls = "openat,close,pwrite64,pwritev,pwritev2,write,writev,ftruncate,truncate,fallocate,fdatasync,fsync,sync_file_range,msync,link,linkat,unlink,unlinkat,rename,renameat,renameat2"

// record runs children in a folder, one after the other, and returns what they
// did to the disk and what they said meanwhile.
func record(tb testing.TB, strace, dir string, children ...[]string) []op {
	tb.Helper()
	p := &tracer{TB: tb, dir: dir, names: map[string]int{}, open: map[string]int{}}
	for _, c := range children {
		log := filepath.Join(tb.TempDir(), "trace.txt")
		cmd := childOf(tb, c[0], []string{strace, "-f", "-xx", "-s", "200000", "-o", log, "-e", "trace=" + traceCalls}, c[1:]...)
		if out, err := cmd.Output(); err != nil {
			tb.Fatalf("%v: %s %s", err, out, cmd.Stderr)
		}
		data, err := os.ReadFile(log)
		if err != nil {
			tb.Fatal(err)
		}
		for _, line := range p.whole(strings.Split(string(data), "\n")) {
			p.line(line)
		}
		clear(p.open)
	}
	return p.ops
}

// tracer reads what strace wrote.
type tracer struct {
	testing.TB
	dir   string
	names map[string]int
	open  map[string]int
	files int
	ops   []op
}

// whole puts the halves of calls together that other threads interrupted; a call
// stands where it ended.
func (p *tracer) whole(lines []string) (whole []string) {
	begun := map[string]string{}
	for _, line := range lines {
		thread, call, _ := strings.Cut(line, " ")
		call = strings.TrimSpace(call)
		if half, ok := strings.CutSuffix(call, "<unfinished ...>"); ok {
			begun[thread] = half
			continue
		}
		if strings.HasPrefix(call, "<...") {
			_, rest, _ := strings.Cut(call, "resumed>")
			call = begun[thread] + rest
		}
		whole = append(whole, call)
	}
	return whole
}

// call is a system call as strace writes it.
var call = regexp.MustCompile(`^(\w+)\((.*)\)\s+= (\d+)`)

// quoted is a string with every byte in hexadecimal.
var quoted = regexp.MustCompile(`"((?:\\x[0-9a-f]{2})*)"`)

// unquote returns the strings among the arguments of a call.
func (p *tracer) unquote(args string) (all [][]byte) {
	for _, m := range quoted.FindAllStringSubmatch(args, -1) {
		var b []byte
		for hex := range strings.SplitSeq(m[1], `\x`) {
			if hex == "" {
				continue
			}
			n, err := strconv.ParseUint(hex, 16, 8)
			if err != nil {
				p.Fatal(err)
			}
			b = append(b, byte(n))
		}
		all = append(all, b)
	}
	return all
}

// within returns the name of a path in the folder. The claim is left out: it is
// not meant to survive a power cut.
func (p *tracer) within(path []byte) (string, bool) {
	name, ok := strings.CutPrefix(string(path), p.dir)
	name = strings.TrimPrefix(name, "/")
	return name, ok && !strings.HasSuffix(name, ".lock") && name != "trace.txt"
}

// line notes what a call did.
func (p *tracer) line(line string) {
	m := call.FindStringSubmatch(line)
	if m == nil {
		return
	}
	name, args, result := m[1], m[2], m[3]
	fd, rest, _ := strings.Cut(args, ", ")
	strs := p.unquote(args)
	switch name {
	case "openat":
		p.opened(strs, args, result)
	case "close":
		delete(p.open, fd)
	case "write":
		if fd == "1" && len(strs) == 1 {
			p.ops = append(p.ops, op{kind: opSaid, data: strs[0]})
			return
		}
		p.unknown(name, fd)
	case "pwrite64":
		p.write(fd, rest, strs, result)
	case "ftruncate":
		p.on(fd, func(file int) op { return op{kind: opSize, file: file, offset: p.number(rest)} })
	case "fdatasync", "fsync":
		p.on(fd, func(file int) op {
			if file == 0 {
				return op{kind: opSyncDir}
			}
			return op{kind: opSync, file: file}
		})
	case "link", "linkat", "rename", "renameat", "renameat2", "unlink", "unlinkat":
		p.rename(strings.TrimSuffix(strings.TrimSuffix(name, "2"), "at"), strs)
	default:
		p.unknown(name, fd)
	}
}

// unknown ends the test when a call that this recorder does not know changes a file
// that it follows: the replay would not be true.
func (p *tracer) unknown(name, fd string) {
	if _, ok := p.open[fd]; ok {
		p.Fatalf("the recorder does not know what %s does to a file", name)
	}
}

// number reads a number.
func (p *tracer) number(s string) int64 {
	n, err := strconv.ParseInt(strings.TrimSpace(s), 10, 64)
	if err != nil {
		p.Fatal(err)
	}
	return n
}

// on notes an operation on an open file that is followed.
func (p *tracer) on(fd string, make func(file int) op) {
	if file, ok := p.open[fd]; ok {
		p.ops = append(p.ops, make(file))
	}
}

// opened notes a file, which may be new; the folder is file 0.
func (p *tracer) opened(strs [][]byte, args, fd string) {
	delete(p.open, fd)
	if string(strs[0]) == p.dir {
		p.open[fd] = 0
		return
	}
	name, ok := p.within(strs[0])
	if !ok {
		return
	}
	if _, there := p.names[name]; !there {
		if !strings.Contains(args, "O_CREAT") {
			return
		}
		p.files++
		p.names[name] = p.files
		p.ops = append(p.ops, op{kind: opName, file: p.files, name: name})
	}
	p.open[fd] = p.names[name]
}

// write notes a write.
func (p *tracer) write(fd, rest string, strs [][]byte, result string) {
	p.on(fd, func(file int) op {
		if len(strs) != 1 || int64(len(strs[0])) != p.number(result) {
			p.Fatalf("the recorder did not see a whole write")
		}
		at := rest[strings.LastIndex(rest, ", ")+2:]
		return op{kind: opWrite, file: file, offset: p.number(at), data: strs[0]}
	})
}

// rename notes what happens to names.
func (p *tracer) rename(call string, strs [][]byte) {
	name, ok := p.within(strs[0])
	if !ok {
		return
	}
	file := p.names[name]
	switch call {
	case "link":
		to, _ := p.within(strs[1])
		p.names[to] = file
		p.ops = append(p.ops, op{kind: opName, file: file, name: to})
	case "unlink":
		delete(p.names, name)
		p.ops = append(p.ops, op{kind: opRemove, name: name})
	case "rename":
		to, _ := p.within(strs[1])
		delete(p.names, name)
		p.names[to] = file
		p.ops = append(p.ops, op{kind: opRename, file: file, name: name, to: to})
	}
}

// said returns the ids that a child named with a word in what it said.
func idsAfter(tb testing.TB, word string, said []byte) (ids []survey.ID) {
	tb.Helper()
	for line := range bytes.Lines(said) {
		if hex, ok := bytes.CutPrefix(bytes.TrimSpace(line), []byte(word+" ")); ok {
			id, err := survey.ParseID(string(hex))
			if err != nil {
				tb.Fatal(err)
			}
			ids = append(ids, id)
		}
	}
	return ids
}
