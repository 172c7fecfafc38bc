package e2e

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"unicode/utf16"
)

// found is where a text was found in the memory of a process.
type found struct{ region, form, around string }

// inMemory looks for texts in everything that a process can write to, as text,
// and as the runes in which fields keep it. Files that it maps, such as the
// database, are left out. Only root may look.
func inMemory(tb testing.TB, pid int, texts ...string) []found {
	tb.Helper()
	maps, err := os.Open(fmt.Sprintf("/proc/%d/maps", pid))
	if err != nil {
		tb.Fatal(err)
	}
	defer maps.Close()
	memory, err := os.Open(fmt.Sprintf("/proc/%d/mem", pid))
	if err != nil {
		tb.Fatal(err)
	}
	defer memory.Close()
	var all []found
	for lines := bufio.NewScanner(maps); lines.Scan(); {
		var from, to uint64
		line := lines.Text()
		fields := strings.Fields(line)
		if !strings.HasPrefix(fields[1], "rw") || len(fields) > 5 && strings.HasPrefix(fields[5], "/") && !strings.Contains(fields[1], "p") {
			continue
		}
		if _, err := fmt.Sscanf(fields[0], "%x-%x", &from, &to); err != nil {
			tb.Fatal(err)
		}
		content, err := io.ReadAll(io.NewSectionReader(memory, int64(from), int64(to-from)))
		if err != nil && len(content) == 0 {
			continue
		}
		for _, text := range texts {
			for form, pattern := range forms(text) {
				for at := 0; ; {
					i := bytes.Index(content[at:], pattern)
					if i < 0 {
						break
					}
					at += i + len(pattern)
					all = append(all, found{line, form, fmt.Sprintf("%q", content[max(0, at-len(pattern)-40):min(len(content), at+40)])})
				}
			}
		}
	}
	return all
}

// forms returns a text as bytes, as runes of four bytes and as those of two.
func forms(text string) map[string][]byte {
	var runes, units []byte
	for _, r := range text {
		runes = append(runes, byte(r), byte(r>>8), byte(r>>16), byte(r>>24))
	}
	for _, u := range utf16.Encode([]rune(text)) {
		units = append(units, byte(u), byte(u>>8))
	}
	return map[string][]byte{"text": []byte(text), "runes": runes, "utf16": units}
}

// errNotRoot says why the memory is not looked at.
var errNotRoot = errors.New("only root may read the memory of the kiosk")
