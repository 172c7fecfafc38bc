package tui_test

import (
	"io"
	"os"
	"testing"

	"anketa/tui"
)

// TestDisplay holds that what a terminal keeps above the screen is erased in the
// same write as the screen, before anything is drawn there, and that all else is
// shown as it is.
func TestDisplay(t *testing.T) {
	for written, want := range map[string]string{
		"":                            "",
		"\x1b[5;3Hčetiri\x1b[2K":      "\x1b[5;3Hčetiri\x1b[2K",
		"\x1b[H\x1b[2Jdrawn":          "\x1b[H\x1b[2J\x1b[3Jdrawn",
		"\x1b[2J first \x1b[2J again": "\x1b[2J\x1b[3J first \x1b[2J\x1b[3J again",
	} {
		read, write, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		n, err := tui.NewDisplay(write).Write([]byte(written))
		if n != len(written) || err != nil {
			t.Errorf("writing %q: %d bytes, %v", written, n, err)
		}
		if err := write.Close(); err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(read); string(got) != want || err != nil {
			t.Errorf("%q comes as %q, %v, want %q", written, got, err, want)
		}
		if n, err := tui.NewDisplay(write).Write([]byte("\x1b[2J")); n != 0 || err == nil {
			t.Errorf("on a closed terminal: %d bytes, %v", n, err)
		}
	}
}
