package e2e

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"anketa/internal/terminal"
)

// refusal is a start that cannot work.
type refusal struct {
	name string
	// prepare puts files into the room.
	prepare func(*room)
	args    []string
	code    int
	// says stands in the sentence.
	says string
}

// refusals returns every kind of bad input with what must be said about it.
func refusals() []refusal {
	return []refusal{
		{"database of another program", putSQLite, []string{"--db", "other.db"}, 1, "other.db is not a database of anketa and was not touched; name another file with --db."},
		{"bbolt file of another program", putBolt, []string{"--db", "other.db"}, 1, "other.db is not a database of anketa and was not touched"},
		{"empty file as database", func(r *room) { r.put("other.db", "") }, []string{"--db", "other.db"}, 1, "other.db"},
		{"truncated database", putTruncated, []string{"--db", "other.db"}, 4, "The database other.db is damaged; keep the file"},
		{"overwritten database", putOverwritten, []string{"--db", "other.db"}, 4, "The database other.db is damaged; keep the file"},
		{"folder that does not exist", nil, []string{"--db", "nowhere/anketa.db"}, 1, "nowhere/anketa.db"},
		{"file in the place of a folder", putPlain, []string{"--db", "plain/anketa.db"}, 1, "plain/anketa.db"},
		{"folder in the place of a database", nil, []string{"--db", "."}, 1, "."},
		{"folder where nothing can be made", needProc, []string{"--db", "/proc/anketa.db"}, 1, "/proc/anketa.db"},
		{"read-only folder", putReadOnly, []string{"--db", "fixed/anketa.db"}, 1, "fixed/anketa.db cannot be opened or written here"},
		{"missing survey", nil, []string{"--survey", "none.yaml"}, 1, "There is no file none.yaml; check the name."},
		{"broken YAML", func(r *room) { r.put("broken.yaml", "id: x\nquestions: [\n") }, []string{"--survey", "broken.yaml"}, 1, "broken.yaml:3:1: "},
		{"broken YAML of the default name", func(r *room) { r.put("questions.yaml", "id: 'x\n") }, nil, 1, "questions.yaml:"},
		{"survey without questions", func(r *room) { r.put("broken.yaml", "id: x\ntitle: X\n") }, []string{"--survey", "broken.yaml"}, 1, "broken.yaml:1:1: "},
		{"folder in the place of a survey", nil, []string{"--survey", "."}, 2, ". is a folder; name a survey file."},
		{"unknown flag", nil, []string{"--nonsense"}, 2, "nknown flag: --nonsense"},
		{"unknown command", nil, []string{"nonsense"}, 2, "nonsense"},
		{"wrong date", nil, []string{"--date", "13/45"}, 2, "A date is written as YYYY-MM-DD, for example 2022-05-17."},
		{"no such day", nil, []string{"--date", "2026-13-45"}, 2, "There is no such day; look at the date once more."},
		{"wrong number attended", nil, []string{"--attended", "many"}, 2, "The number attended is a whole number from 1 to 100000."},
		{"unknown language", nil, []string{"--lang", "xx"}, 2, "xx"},
		{"missing PIN file", nil, []string{"--pin-file", "none"}, 1, "There is no file none; check the name."},
		{"PIN of letters", func(r *room) { r.put("pin", "geheim\n") }, []string{"--pin-file", "pin"}, 2, "The PIN must have 4 to 32 digits and nothing else."},
		{"second terminal that is none", putPlain, []string{"--live", "plain"}, 2, "plain is not a terminal; name one such as /dev/tty2."},
		{"second terminal that does not exist", nil, []string{"--live", "none"}, 1, "There is no file none; check the name."},
		{"log in a folder that does not exist", nil, []string{"--log", "nowhere/log"}, 1, "nowhere/log"},
	}
}

// Every bad start is answered by one calm sentence on stderr and the documented
// exit code, before anything is drawn; no file is changed.
func TestRefusals(t *testing.T) {
	t.Parallel()
	for _, c := range refusals() {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := newRoom(t)
			if c.prepare != nil {
				c.prepare(r)
			}
			before := r.contents()
			fresh, err := openTerminal(t, 80, 24).Settings()
			if err != nil {
				t.Fatal(err)
			}
			cmd := r.command(c.args...)
			var stderr bytes.Buffer
			cmd.Stderr = &stderr
			k := r.startCommand(cmd)
			k.exit(c.code)
			k.sane(fresh)
			calm(t, stderr.String(), c.says)
			if after := r.contents(); before != after {
				t.Errorf("files before:\n%s\nafter:\n%s", before, after)
			}
		})
	}
}

// calm checks that an error says what it should, in sentences and not in the
// language of programmers.
func calm(tb testing.TB, stderr, says string) {
	tb.Helper()
	if !strings.Contains(stderr, says) {
		tb.Errorf("stderr is %q, want it to say %q", stderr, says)
	}
	lines := strings.Split(strings.TrimSuffix(stderr, "\n"), "\n")
	last := lines[len(lines)-1]
	if !strings.HasSuffix(last, ".") || len(last) > 300 {
		tb.Errorf("this is no sentence: %q", last)
	}
	// A finding stands above the line of the file that it is about, and its repair.
	finding := regexp.MustCompile(`^(\S.*:\d+:\d+: | +\d* \| ?| += )`)
	for _, line := range lines[:len(lines)-1] {
		if !finding.MatchString(line) {
			tb.Errorf("more than one sentence: %q", stderr)
		}
	}
	for _, word := range []string{"goroutine ", "panic", ".go:", "0x", "%!", "<nil>", "\x1b"} {
		if strings.Contains(stderr, word) {
			tb.Errorf("stderr holds %q: %q", word, stderr)
		}
	}
}

// Without a terminal the kiosk and the demo say so at once, with exit code 2,
// and make no file.
func TestNoTerminal(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{nil, {"kiosk"}, {"demo"}} {
		r := newRoom(t)
		stdout, stderr, code := r.run(args...)
		if code != 2 || stdout != "" {
			t.Errorf("%q: exit code %d, want 2; stdout %q", args, code, stdout)
		}
		calm(t, stderr, "There is no terminal here")
		if files := r.files(r.dir); len(files) > 0 {
			t.Errorf("%q made %q", args, files)
		}
	}
	// A terminal on one side only is not enough.
	r := newRoom(t)
	cmd := r.command()
	cmd.Stdin = strings.NewReader("\r")
	k := r.startCommand(cmd)
	k.see("There is no terminal here")
	k.exit(2)
}

// A second kiosk on the same database says so at once with exit code 3, and the
// first one goes on undisturbed.
func TestLocked(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	k := r.open()
	k.press(terminal.Enter)
	k.see(onFirst)
	before := r.hash("anketa.db")
	for _, args := range [][]string{{}, {"import", "responses.csv"}, {"session", "close"}, {"results"}, {"session", "list"}} {
		r.put("responses.csv", "event,informed\na,3\n")
		cmd := r.command(args...)
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		second := r.startCommand(cmd)
		second.exit(3)
		calm(t, stderr.String(), "The database anketa.db is in use by a kiosk, a console or another command; end that one first, or name another file with --db.")
	}
	if r.hash("anketa.db") != before {
		t.Error("the database was changed")
	}
	k.press("2")
	k.see("Pitanje 2 od 8")
}

// contents tells one content of the room's files from another.
func (r *room) contents() string {
	r.Helper()
	var b strings.Builder
	for _, name := range r.files(r.dir) {
		if info, err := os.Stat(r.path(name)); err == nil && info.Mode().IsRegular() {
			fmt.Fprintf(&b, "%s %x\n", name, r.hash(name))
		} else {
			b.WriteString(name + "\n")
		}
	}
	return b.String()
}

// putSQLite writes what looks like a database of SQLite.
func putSQLite(r *room) {
	r.put("other.db", "SQLite format 3\x00"+strings.Repeat("data", 4096))
}

// putBolt writes a bbolt file that holds something else.
func putBolt(r *room) {
	r.Helper()
	db, err := bbolt.Open(r.path("other.db"), 0o600, nil)
	if err != nil {
		r.Fatal(err)
	}
	if err := db.Update(func(tx *bbolt.Tx) error {
		_, err := tx.CreateBucket([]byte("recipes"))
		return err
	}); err != nil {
		r.Fatal(err)
	}
	if err := db.Close(); err != nil {
		r.Fatal(err)
	}
}

// database returns a whole database with a few sessions.
func (r *room) database() []byte {
	r.Helper()
	r.put("responses.csv", "event,informed,knowledge,applicable,recommend\na,3,3,3,yes\nb,4,4,4,no\n")
	r.mustRun("import", "--db", "whole.db", "responses.csv")
	return r.read("whole.db")
}

// putTruncated writes the first half of a database.
func putTruncated(r *room) {
	whole := r.database()
	r.put("other.db", string(whole[:len(whole)/2]))
}

// putOverwritten writes a database whose middle was overwritten.
func putOverwritten(r *room) {
	whole := r.database()
	copy(whole[2*4096:], bytes.Repeat([]byte{0xa5}, len(whole)-2*4096))
	r.put("other.db", string(whole))
}

// putPlain writes a file that is nothing special.
func putPlain(r *room) { r.put("plain", "plain\n") }

// putReadOnly makes a folder in which nothing can be made.
func putReadOnly(r *room) {
	r.Helper()
	if os.Geteuid() == 0 {
		r.Skip("to the administrator no folder is read-only")
	}
	if err := os.Mkdir(r.path("fixed"), 0o500); err != nil {
		r.Fatal(err)
	}
}

// needProc skips a test where there is no /proc.
func needProc(r *room) {
	r.Helper()
	if _, err := os.Stat("/proc/self"); err != nil {
		r.Skip("this system has no /proc")
	}
}
