package cli_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"anketa/cli"
	"anketa/storage"
	"anketa/survey"
)

// outcome is what a command left behind.
type outcome struct {
	code     int
	out, err string
}

// files are the files inside the program.
func files(tb testing.TB) cli.Files {
	tb.Helper()
	read := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join(root(tb), name))
		if err != nil {
			tb.Fatal(err)
		}
		return data
	}
	return cli.Files{Survey: read("questions.yaml"), Example: read("examples/trainings-2022.csv"), ExampleTexts: read("examples/trainings-2022.json"), Templates: os.DirFS(root(tb))}
}

// root returns the folder of the module, also after the working directory changed.
func root(tb testing.TB) string {
	tb.Helper()
	if moduleRoot == "" {
		dir, err := os.Getwd()
		if err != nil {
			tb.Fatal(err)
		}
		moduleRoot = filepath.Dir(dir)
	}
	return moduleRoot
}

// moduleRoot is noted by TestMain, before a test changes the working directory.
var moduleRoot string

// TestMain notes where the module is. As the program that [TestPanics] starts it
// is a kiosk; as the one that a command starts, it is that command.
func TestMain(m *testing.M) {
	dir, err := os.Getwd()
	if err != nil {
		panic(err)
	}
	moduleRoot = filepath.Dir(dir)
	if where := os.Getenv(panicVariable); where != "" {
		os.Exit(runBroken(where))
	}
	// Commands that read a database start the program once more, which is this one.
	if len(os.Args) > 1 && strings.HasPrefix(os.Args[1], "internal-") {
		os.Exit(cli.Run(context.Background(), os.Args[1:], cli.Stdio{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, cli.Files{}))
	}
	// Under the race detector each of them would wait a second before it ends.
	if err := os.Setenv("GORACE", os.Getenv("GORACE")+" atexit_sleep_ms=0"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// run carries out a command line without a terminal.
func run(tb testing.TB, args ...string) outcome {
	tb.Helper()
	in, err := os.Open(os.DevNull)
	if err != nil {
		tb.Fatal(err)
	}
	defer in.Close()
	var out, errs bytes.Buffer
	code := cli.Run(tb.Context(), args, cli.Stdio{In: in, Out: &out, Err: &errs}, files(tb))
	return outcome{code, out.String(), errs.String()}
}

// want fails unless the command ended with a code and, on stderr, the sentence;
// one that failed prints nothing else.
func (o outcome) want(tb testing.TB, code int, sentence string) {
	tb.Helper()
	if o.code != code || strings.TrimSuffix(o.err, "\n") != sentence {
		tb.Errorf("got the code %d and %q, want %d and %q", o.code, o.err, code, sentence)
	}
	if code != cli.ExitDone && o.out != "" {
		tb.Errorf("a command that failed prints %q", o.out)
	}
}

// write makes a file in the working directory.
func write(tb testing.TB, name, content string) {
	tb.Helper()
	if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
		tb.Fatal(err)
	}
}

// example writes the 72 responses to responses.csv and imports them into anketa.db.
func example(tb testing.TB) {
	tb.Helper()
	write(tb, "responses.csv", string(files(tb).Example))
	if o := run(tb, "import", "responses.csv"); o.code != cli.ExitDone || o.err != "" {
		tb.Fatalf("the import ended with %+v", o)
	}
}

// store runs a piece of work on anketa.db.
func store(tb testing.TB, work func(db *storage.DB, s *survey.Survey) error) {
	tb.Helper()
	db, err := storage.Open("anketa.db", storage.Options{Create: true})
	if err != nil {
		tb.Fatal(err)
	}
	s, err := survey.Load(bytes.NewReader(files(tb).Survey))
	if err != nil {
		tb.Fatal(err)
	}
	if err := work(db, s); err != nil {
		tb.Fatal(err)
	}
	if err := db.Close(); err != nil {
		tb.Fatal(err)
	}
}

// open stores an open session with a title and an id that begins with a byte.
func open(tb testing.TB, title string, id byte) {
	tb.Helper()
	store(tb, func(db *storage.DB, s *survey.Survey) error {
		_, err := db.CreateSession(tb.Context(), survey.Session{ID: survey.ID{id, 1}, Title: title, Place: "Niš", Attended: 24, Open: true}, s)
		return err
	})
}
