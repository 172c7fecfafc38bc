package big_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"anketa/tui/big"
)

var update = flag.Bool("update", false, "write the golden file instead of comparing with it")

// alphabet is everything that the interface writes: both Serbian alphabets,
// English, digits and signs.
const alphabet = "ABCČĆD ĐEFGHI JKLMNO PRSŠTU VZŽ abcčć dđefgh ijklmn oprsš tuvzž " +
	"АБВГД ЂЕЖЗИ ЈКЛЉМ НЊОПР СТЋУФ ХЦЧЏШ абвгд ђежзи јклљм нњопр стћуф хцчџш QWXY qwxy 01234 56789 .,:;?!- –—() „“”’/%+…"

// TestFontsHaveLetters holds that every font has all letters of both alphabets,
// and says so of letters that it lacks. Negative control: a letter that is
// missing from a file.
func TestFontsHaveLetters(t *testing.T) {
	for i, f := range big.Fonts() {
		for _, r := range alphabet {
			if !f.Has(string(r)) {
				t.Errorf("font %d has no %q", i, r)
			}
		}
		if f.Has("評") {
			t.Errorf("font %d claims to have 評", i)
		}
		if _, ok := f.Write("評", 100); ok {
			t.Errorf("font %d writes 評", i)
		}
	}
}

// TestLettersDiffer holds that no two letters of a font look the same, except
// those that do in print, or, like 6 and б, nearly so. Negative control: a letter with the dots of another.
func TestLettersDiffer(t *testing.T) {
	same := func(a, b rune) bool {
		const alike = "AА BВ EЕ KК MМ HН OО PР CС TТ XХ JЈ SЅ aа eе oо pр cс yу xх jј uи mт nп hћ bЬ YУ -– 6б"
		return a == b || strings.ContainsRune(" ", a) || pairs(alike, a, b)
	}
	for i, f := range big.Fonts() {
		drawn := map[string]rune{}
		for _, r := range alphabet {
			text, _ := f.Write(string(r), 100)
			if other, ok := drawn[text]; ok && !same(other, r) {
				t.Errorf("font %d: %q looks like %q:\n%s", i, r, other, text)
			}
			drawn[text] = r
		}
	}
}

// pairs reports whether two letters are one of the pairs of a list.
func pairs(list string, a, b rune) bool {
	return strings.Contains(list, string(a)+string(b)) || strings.Contains(list, string(b)+string(a))
}

// TestWriteFits holds that lines are never wider than their place, that a word
// is never broken, and that a place too narrow for a word is refused.
func TestWriteFits(t *testing.T) {
	const text = "Колико је обука допринела вашој информисаности?"
	for _, f := range big.Fonts() {
		for width := 1; width < 200; width++ {
			got, ok := f.Write(text, width)
			if want := f.Width("информисаности?") <= width; ok != want {
				t.Fatalf("written in %d cells: %t, want %t", width, ok, want)
			}
			lines := strings.Split(got, "\n")
			if ok && len(lines)%f.Rows() != 0 {
				t.Fatalf("%d lines in letters of %d rows", len(lines), f.Rows())
			}
			for _, line := range lines {
				if n := len([]rune(line)); n > width {
					t.Fatalf("a line of %d cells in %d:\n%s", n, width, got)
				}
			}
		}
	}
}

// TestGolden keeps what the letters look like.
func TestGolden(t *testing.T) {
	var b strings.Builder
	for _, f := range big.Fonts() {
		text, _ := f.Write(alphabet, 124)
		fmt.Fprintf(&b, "%s\n\n", text)
	}
	path := filepath.Join("testdata", "alphabet.txt")
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("the letters look different now; got\n%s", b.String())
	}
}
