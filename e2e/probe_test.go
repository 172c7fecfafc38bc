package e2e

import (
	bytes "encoding/binary"
	"os"
	"strings"
	"testing"
)

// After a run that was cut off, a file that ends whoever reads it is read by another
// process first: the kiosk says so, names the way out and ends with exit code 4. A
// sound file makes no difference. Negative control: without the mark of the run that
// was cut off, the same file takes the kiosk with it.
func TestProbeAfterCrash(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	for range 2 {
		// The second time there is a mark already, and the file is sound.
		k := r.open()
		if err := k.Signal(os.Kill); err != nil {
			t.Fatal(err)
		}
		_, _ = k.Exit()
	}
	r.put("anketa.db", endless(t, r.read("anketa.db")))
	k := r.start(r.flags()...)
	k.exit(4)
	if screen := k.Screen(); !shown(screen, "is damaged", "--repair-to NEW.db") {
		t.Errorf("the kiosk says:\n%s", screen)
	}
	r.put("bare.db", string(r.read("anketa.db")))
	bare := r.start(r.flags("--db", "bare.db")...)
	if code, err := bare.Exit(); err != nil || code == 4 || code == 0 {
		t.Errorf("without the probe the exit code is %d, %v: the file does no harm, the test proves nothing", code, err)
	}
}

// endless makes the list of free pages say that it is longer than any memory: the
// library that reads it asks for that much at once, which ends a program.
func endless(t *testing.T, file []byte) string {
	t.Helper()
	const freeList = 16 + 32
	size := os.Getpagesize()
	for meta := range 2 {
		list := int(bytes.NativeEndian.Uint64(file[meta*size+freeList:])) * size
		bytes.NativeEndian.PutUint16(file[list+10:], 0xffff)
		bytes.NativeEndian.PutUint64(file[list+16:], 1<<44)
	}
	return string(file)
}

// A file that ends whoever reads it ends the process that reads it first, and
// `anketa results` says so and ends with exit code 4. Negative control: that first
// reading alone, which the file does take with it.
func TestResultsReadApart(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.put("pin", "1234\n")
	r.mustRun("session", "open", "--session-title", "Niš", "--pin-file", "pin")
	r.mustRun("results")
	r.put("anketa.db", circular(r.read("anketa.db")))
	if out, errs, code := r.run("results"); code != 4 || out != "" || !shown(errs, "is damaged") || strings.Contains(errs, "goroutine ") {
		t.Errorf("exit code %d, %q, %.300q", code, out, errs)
	}
	if _, errs, code := r.run("internal-read", "anketa.db"); code == 0 || code == 4 || !strings.Contains(errs, "goroutine ") {
		t.Errorf("read unprotected, the exit code is %d, %.300q: the file does no harm, the test proves nothing", code, errs)
	}
}

// circular makes the first page of the tree one that leads to itself, so that whoever
// looks for something in it never comes to an end.
func circular(file []byte) string {
	const root = 16 + 16
	size := os.Getpagesize()
	for meta := range 2 {
		number := bytes.NativeEndian.Uint64(file[meta*size+root:])
		page := file[int(number)*size:]
		bytes.NativeEndian.PutUint16(page[8:], 1)
		bytes.NativeEndian.PutUint16(page[10:], 1)
		bytes.NativeEndian.PutUint32(page[16:], 16)
		bytes.NativeEndian.PutUint32(page[20:], 0)
		bytes.NativeEndian.PutUint64(page[24:], number)
	}
	return string(file)
}

// shown reports whether all texts stand on a screen, however its lines break.
func shown(screen string, texts ...string) bool {
	text := strings.Join(strings.Fields(screen), " ")
	for _, want := range texts {
		if !strings.Contains(text, want) {
			return false
		}
	}
	return true
}
