package tui_test

import (
	"os"
	"strings"
	"testing"

	"anketa/tui"
)

// TestKeyboardRest holds that a key is read whole wherever a read ends: its rest,
// which is there already, does not come as further keys. Negative control: Read
// without [comes] hands out ESC alone.
func TestKeyboardRest(t *testing.T) {
	for _, key := range []string{"\x1b[A", "\x1b[1;5A", "\x1bOP", "\x1bx", "\x1bč", "ж", "😀", "\x1b[<35;12;7M"} {
		for ahead := 3900; ahead < 4096; ahead++ {
			read, write, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			typed := strings.Repeat("1", ahead) + key + "2"
			if _, err := write.WriteString(typed); err != nil {
				t.Fatal(err)
			}
			got, k := "", tui.NewKeyboard(read)
			for got != typed {
				buffer := make([]byte, 4096)
				n, err := k.Read(buffer)
				if err != nil {
					t.Fatal(err)
				}
				got += string(buffer[:n])
				if n == 0 || !strings.HasPrefix(typed, got) {
					t.Fatalf("of %q after %d others %q comes", key, ahead, got[min(ahead, len(got)):])
				}
				if rest := strings.TrimPrefix(typed, got); len(rest) > 1 && len(rest) <= len(key) {
					t.Fatalf("%q after %d others is cut before %q", key, ahead, rest)
				}
			}
			if err := write.Close(); err != nil {
				t.Fatal(err)
			}
			if err := read.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestKeyboardLone holds that a key that only looks like the beginning of another
// is read without one.
func TestKeyboardLone(t *testing.T) {
	for _, key := range []string{"\x1b", "\x1b[", "\x1bO", "\x1b[1;5", "\xc4", "2"} {
		read, write, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := write.WriteString(key); err != nil {
			t.Fatal(err)
		}
		buffer := make([]byte, 4096)
		if n, err := tui.NewKeyboard(read).Read(buffer); string(buffer[:n]) != key || err != nil {
			t.Errorf("%q comes as %q, %v", key, buffer[:n], err)
		}
		if err := write.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestUnfinished holds where a key is in its middle.
func TestUnfinished(t *testing.T) {
	for typed, want := range map[string]bool{
		"": false, "2": false, "\x1b": true, "2\x1b": true, "\x1b[": true, "\x1b[1": true, "\x1b[1;5": true, "\x1b[A": false,
		"\x1b[1;5A": false, "\x1bO": true, "\x1bOP": false, "\x1bx": false, "\x1b\x1b": true, "\x1b\x1b[": true,
		"\x1b[<35;12;7": true, "\x1b[<35;12;7M": false, "č": false, "\xc4": true, "\xf0\x9f": true, "\x1b\xc4": true, "\xff": false,
		"\x1b[A\xd0": true, "\x1b[15~2": false, "\x1b[1\r": false,
		"\x1b[" + strings.Repeat("1", 100): false,
	} {
		if got := tui.Unfinished([]byte(typed)); got != want {
			t.Errorf("%q is in the middle of a key: %t", typed, got)
		}
	}
}
