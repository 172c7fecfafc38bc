package e2e

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// verified is what `anketa verify --format json` prints.
type verified struct {
	Sessions, Responses int
	Damages             []struct{ What string }
}

// However a file is damaged, verify ends with one of its exit codes and a sentence;
// what it says that it could read is what stands in the file that it repairs to,
// and no number changes without a word.
func TestVerifyDamaged(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	anketa := func(args ...string) (string, int) {
		cmd := exec.Command(binary(), args...)
		cmd.Dir = dir
		out, err := cmd.Output()
		if err != nil && cmd.ProcessState == nil {
			t.Fatal(err)
		}
		return string(out), cmd.ProcessState.ExitCode()
	}
	examples, err := filepath.Abs("../examples/trainings-2022.csv")
	if err != nil {
		t.Fatal(err)
	}
	if _, code := anketa("import", "--db", "whole.db", examples); code != 0 {
		t.Fatal("the example cannot be imported")
	}
	whole, err := os.ReadFile(filepath.Join(dir, "whole.db"))
	if err != nil {
		t.Fatal(err)
	}
	results, _ := anketa("results", "--db", "whole.db", "--all", "--format", "json")
	rnd := rand.New(rand.NewPCG(4, 31))
	found := 0
	for i := range 60 {
		file := append([]byte(nil), whole...)
		spoil(rnd, i, &file)
		if err := os.WriteFile(filepath.Join(dir, "broken.db"), file, 0o600); err != nil {
			t.Fatal(err)
		}
		repaired := fmt.Sprintf("repaired-%d.db", i)
		out, code := anketa("verify", "--db", "broken.db", "--repair-to", repaired, "--format", "json")
		switch code {
		case 0:
			var v verified
			if err := json.Unmarshal([]byte(out), &v); err != nil {
				t.Fatal(err)
			}
			after, code := anketa("results", "--db", repaired, "--all", "--format", "json")
			if len(v.Damages) > 0 {
				found++
			} else if code != 0 || after != results {
				t.Errorf("damage %d: nothing is said to be damaged, and the results are others", i)
			}
		case 1, 4:
			found++
		default:
			t.Errorf("damage %d: exit code %d", i, code)
		}
		if left, err := filepath.Glob(filepath.Join(dir, "*.new-*")); err != nil || len(left) > 0 {
			t.Fatalf("damage %d: left behind: %s", i, strings.Join(left, ", "))
		}
	}
	if found < 20 {
		t.Errorf("damage was found in %d of 60 files: the test spoils too little", found)
	}
}

// spoil damages a file in one of four ways.
func spoil(rnd *rand.Rand, way int, file *[]byte) {
	f := *file
	switch way % 4 {
	case 0:
		f[rnd.IntN(len(f))] ^= 1 << rnd.IntN(8)
	case 1:
		page := rnd.IntN(len(f)/4096) * 4096
		clear(f[page : page+4096])
	case 2:
		*file = f[:rnd.IntN(len(f))]
	case 3:
		for i := range f {
			f[i] = byte(rnd.Uint32())
		}
	}
}
