package cli_test

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"anketa/cli"
)

// reported is a survey file whose report has a logo.
const reported = `id: s
title: T
languages: [en]
report: { partners: [{ name: P, logo: logos/p.png }] }
questions:
  - { id: q, kind: yes_no, text: Q, headline: [yes] }
`

// collected makes a database with answers to the survey.
func collected(tb testing.TB) {
	tb.Helper()
	write(tb, "s.yaml", reported)
	write(tb, "r.csv", "event,q\n"+strings.Repeat("a,yes\n", 6))
	if o := run(tb, "import", "--survey", "s.yaml", "r.csv"); o.code != cli.ExitDone {
		tb.Fatalf("got %+v", o)
	}
}

// Only the owner reads a report, and it takes the place of another only when asked.
func TestReportFile(t *testing.T) {
	t.Chdir(t.TempDir())
	collected(t)
	if o := run(t, "report", "-o", "r.svg"); o.code != cli.ExitDone {
		t.Fatalf("got %+v", o)
	}
	info, err := os.Stat("r.svg")
	if err != nil {
		t.Fatal(err)
	}
	if mode := info.Mode().Perm(); mode != 0o600 && runtime.GOOS != "windows" {
		t.Errorf("the file has the mode %o", mode)
	}
	write(t, "r.svg", "mine")
	run(t, "report", "-o", "r.svg").want(t, cli.ExitInput, "r.svg is there already and was not touched; name another file with -o, or write over it with --force.")
	if data, err := os.ReadFile("r.svg"); err != nil || string(data) != "mine" {
		t.Errorf("the file now holds %.20q, %v", data, err)
	}
	if o := run(t, "report", "-o", "r.svg", "--force"); o.code != cli.ExitDone {
		t.Errorf("got %+v", o)
	}
	run(t, "report", "-o", "none/r.svg").want(t, cli.ExitInput, "There is no folder for none/r.svg; make it first, or name another file with -o.")
	left, err := filepath.Glob(".anketa-*")
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %q, %v", left, err)
	}
}

// A logo lies beside the survey file. Links do not lead out of its folder, and
// what only claims to be a picture is refused before it is unpacked.
func TestReportLogo(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	collected(t)
	const unread = "The logo logos/p.png cannot be read; put a PNG or JPEG picture beside the survey file, or leave the logo out."
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 30, 10))); err != nil {
		t.Fatal(err)
	}
	huge := bytes.Clone(picture.Bytes())
	binary.BigEndian.PutUint32(huge[16:], 100_000)
	binary.BigEndian.PutUint32(huge[20:], 100_000)
	run(t, "report", "-o", "a.svg", "--survey", "s.yaml").want(t, cli.ExitInput, unread)
	if err := os.Mkdir("logos", 0o700); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"no picture", string(huge), ""} {
		write(t, "logos/p.png", bad)
		run(t, "report", "-o", "a.svg", "--survey", "s.yaml").want(t, cli.ExitInput, unread)
	}
	outside := filepath.Join(t.TempDir(), "p.png")
	write(t, outside, picture.String())
	if err := os.Remove("logos/p.png"); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, "logos/p.png"); err != nil {
		t.Skip("this system makes no symbolic links: that a logo behind one is refused was not tried")
	}
	run(t, "report", "-o", "a.svg", "--survey", "s.yaml").want(t, cli.ExitInput, unread)
	if err := os.Remove("logos/p.png"); err != nil {
		t.Fatal(err)
	}
	write(t, "logos/p.png", picture.String())
	if o := run(t, "report", "-o", "a.svg", "--survey", "s.yaml"); o.code != cli.ExitDone {
		t.Fatalf("got %+v", o)
	}
	if data, err := os.ReadFile("a.svg"); err != nil || !bytes.Contains(data, []byte("<image")) {
		t.Errorf("the picture is not there: %v", err)
	}
}
