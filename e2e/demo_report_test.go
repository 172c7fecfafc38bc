package e2e

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// The demo writes its report into the folder that one is in, as often as one likes, and
// it says what the example says: figures, conclusions and a quote. Negative control: a
// demo that stores no statements.
func TestDemoReport(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	k := r.start("demo", "--lang", "en")
	k.see("Answered: 72 of 72")
	k.pressTo("7", "i write the report")
	k.pressTo("i", "The report is complete", "training.html")
	k.pressTo("i", "training-2.pdf")
	k.press("q")
	k.exit(0)
	for name, want := range map[string]string{
		"anketa-report-trafficking-training.pdf": "%PDF-", "anketa-report-trafficking-training-2.pdf": "%PDF-",
		"anketa-report-trafficking-training.html": "Go on training different institutions together", "anketa-report-trafficking-training-2.html": "For the first time I saw at one table everybody",
	} {
		data, err := os.ReadFile(filepath.Join(r.dir, name))
		if err != nil || !bytes.Contains(data, []byte(want)) {
			t.Errorf("%s: %d bytes, %v", name, len(data), err)
		}
	}
	if files := r.files(r.dir); len(files) != 4 {
		t.Errorf("there are %q", files)
	}
}
