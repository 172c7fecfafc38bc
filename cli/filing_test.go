package cli_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"anketa/cli"
)

// TestFileInto holds that both files of a report get the first name that is free for
// both, that nothing is written over, followed or left half, and who may read them.
// Negative controls: a name that looks at one of the files, and half a report that stays.
func TestFileInto(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	write(t, at("r.pdf"), "mine")
	write(t, at("r-2.html"), "mine")
	if err := os.Symlink(at("elsewhere"), at("r-3.html")); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(at("r-4.pdf"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"r-5", "r-6"} {
		got, err := cli.FileInto(dir, "r", []byte("page"), []byte("whole"))
		if err != nil || got.Infographic != at(want+".pdf") || got.Whole != at(want+".html") {
			t.Fatalf("got %+v %v, want %s", got, err, want)
		}
		for name, content := range map[string]string{got.Infographic: "page", got.Whole: "whole"} {
			data, err := os.ReadFile(name)
			info, also := os.Stat(name)
			if errors.Join(err, also) != nil || string(data) != content || info.Mode() != 0o600 {
				t.Errorf("%s holds %q, %v", name, data, errors.Join(err, also))
			}
		}
	}
	for name, content := range map[string]string{"r.pdf": "mine", "r-2.html": "mine"} {
		if data, err := os.ReadFile(at(name)); err != nil || string(data) != content {
			t.Errorf("%s holds %q, %v", name, data, err)
		}
	}
	if all, _ := filepath.Glob(at("*")); len(all) != 8 {
		t.Errorf("there are %q", all)
	}
	if _, err := cli.FileInto(at("gone"), "r", nil, nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder that is gone: %v", err)
	}
}
