package e2e

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"regexp"
	"slices"
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
	var content []byte
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
		content = slices.Grow(content[:0], int(to-from))[:to-from]
		n, _ := memory.ReadAt(content, int64(from)) // Some of it may not be there.
		content = content[:n]
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

// memoryClean waits until nothing of what a person wrote is in the memory of the
// program; while people write it is there dozens of times. One place is known and
// left out: the library that reads the keyboard keeps the last keys in a buffer
// of its own until others are typed over them. Only root may look at all.
// Negative control: a scrub that does nothing, or one that only collects.
func memoryClean(k *kiosk) {
	k.Helper()
	if os.Getuid() != 0 {
		k.Log(errNotRoot)
		return
	}
	for late := k.deadline(); ; {
		all := inMemory(k, k.PID(), sentText, leftText, pastedText)
		left := slices.DeleteFunc(slices.Clone(all), func(f found) bool { return inKeyboard(f) })
		if len(left) == 0 && len(all) <= 4 {
			// Pieces may stand where a key was waited for, up to the size of a register.
			k.Logf("what a person wrote is %d times in memory, in the buffer of the keyboard; pieces of it %d times",
				len(all), len(inMemory(k, k.PID(), "recenica"))-len(all))
			return
		}
		if late() {
			k.Fatalf("what a person wrote is %d times in memory: %+v", len(all), all)
		}
	}
}

// inKeyboard reports whether a text was found in the buffer of the keyboard: there
// other keys stand beside it as they were typed, such as Enter, which is a bare
// carriage return.
func inKeyboard(f found) bool {
	return f.form == "text" && enterKeyInMemory().MatchString(f.around)
}

// enterKeyInMemory matches the key in quoted memory; the screen is sent "\r\n".
func enterKeyInMemory() *regexp.Regexp { return regexp.MustCompile(`4441|200~|\\r([^\\]|\\[^n])`) }
