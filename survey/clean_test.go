package survey_test

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"anketa/survey"
)

// Each payload that drives a terminal, hides text or spills over other lines
// leaves only what a person can read.
func TestCleanHostilePayloads(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"CSI colour", "\x1b[31mred\x1b[0m", "[31mred[0m"},
		{"CSI clear screen", "a\x1b[2J\x1b[Hb", "a[2J[Hb"},
		{"OSC title", "\x1b]0;owned\x07x", "]0;ownedx"},
		{"OSC 8 link", "\x1b]8;;http://e.vil\x1b\\x\x1b]8;;\x1b\\", `]8;;http://e.vil\x]8;;\`},
		{"OSC 52 clipboard", "\x1b]52;c;cm0=\x07", "]52;c;cm0="},
		{"DCS request", "\x1bP$q\"p\x1b\\", `P$q"p\`},
		{"APC graphics", "\x1b_Gi=1;AAAA\x1b\\", `_Gi=1;AAAA\`},
		{"PM and SOS", "\x1b^x\x1b\\\x1bXy\x1b\\", `^x\Xy\`},
		{"C1 CSI", "a\u009b31mb", "a31mb"},
		{"C1 OSC, DCS, ST", "\u009d0;x\u009c\u0090q\u009c", "0;xq"},
		{"C1 as single bytes", "a\x9b31mb", "a31mb"},
		{"next line", "a\u0085b", "ab"},
		{"end of a bracketed paste", "a\x1b[201~b", "a[201~b"},
		{"NUL", "a\x00b", "ab"},
		{"bell, backspace, delete", "a\a\b\x7fb", "ab"},
		{"carriage return", "good\rbad", "goodbad"},
		{"carriage return and line feed", "a\r\nb", "a\nb"},
		{"tabs and form feeds", "a\tb\v\fc", "a bc"},
		{"bidi override", "\u202Egnp.exe\u202C", "gnp.exe"},
		{"bidi isolates and marks", "\u2066a\u2069\u200e\u200f\u061cb", "ab"},
		{"zero width", "a\u200bb\u200cc\u200dd\u2060e\ufefff", "abcdef"},
		{"soft hyphen", "co\u00adop", "coop"},
		{"interlinear annotation", "a\ufff9b\ufffac\ufffbd", "abcd"},
		{"tag characters", "a\U000E0041\U000E0042\U000E007Fb", "ab"},
		{"variation selectors", "a" + strings.Repeat("\ufe0f", 50) + "b", "a" + strings.Repeat("\ufe0f", 4) + "b"},
		{"supplementary variation selectors", "a" + strings.Repeat("\U000E0101", 50), "a" + strings.Repeat("\U000E0101", 4)},
		{"tower of marks", "Z" + strings.Repeat("\u0316", 100) + "!", "Z" + strings.Repeat("\u0316", 4) + "!"},
		{"enclosing marks", "a" + strings.Repeat("\u20dd", 9), "a" + strings.Repeat("\u20dd", 4)},
		{"marks behind hidden characters", "a" + strings.Repeat("\u0316\u200b", 9), "a" + strings.Repeat("\u0316", 4)},
		{"mark without a base", "\u0301a", "a"},
		{"mark behind a space", "a \u0301b", "a b"},
		{"mark behind a newline", "a\n\u0301b", "a\nb"},
		{"lone surrogate in bytes", "a\xed\xa0\x80b", "ab"},
		{"overlong slash", "a\xc0\xafb", "ab"},
		{"cut off character", "a\xe2\x82", "a"},
		{"private use", "a\ue000\U000F0000\U00100000b", "ab"},
		{"line and paragraph separators", "a\u2028b\u2029c", "abc"},
		{"noncharacters and unassigned", "a\uffff\ufdd0\u0378b", "ab"},
		{"all kinds of spaces", "a\u00a0b\u2003c\u3000d\u202fe\u205ff", "a b c d e f"},
		{"space around", " \t\n\u00a0 a b \u2003\n ", "a b"},
		{"family", "\U0001F468\u200d\U0001F469", "\U0001F468\U0001F469"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := survey.Clean(tt.in, 200); got != tt.want {
				t.Errorf("Clean(%+q) = %+q, want %+q", tt.in, got, tt.want)
			}
		})
	}
}

// What people write stays as it is, and in one form.
func TestCleanKeepsText(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"Latin", "Čaša, žurka, šuma, đak, ćup – „dobro“!", "Čaša, žurka, šuma, đak, ćup – „dobro“!"},
		{"Cyrillic", "Њушка џепара љутог ђака", "Њушка џепара љутог ђака"},
		{"decomposed Latin", "C\u030cas\u030ca c\u0301up z\u030c", "Čaša ćup ž"},
		{"decomposed Cyrillic", "и\u0306 г\u0301", "й ѓ"},
		{"accent without a composed letter", "а\u0300", "а\u0300"},
		{"accents on every letter", strings.Repeat("а\u0300", 9) + "б\u0300 в\u0300\nг\u0300", strings.Repeat("а\u0300", 9) + "б\u0300 в\u0300\nг\u0300"},
		{"four marks on every letter", strings.Repeat("Z\u0316\u0317\u0318\u0319", 3), strings.Repeat("Z\u0316\u0317\u0318\u0319", 3)},
		{"lines", "one\ntwo\n\nthree", "one\ntwo\n\nthree"},
		{"numbers and signs", "59,7 % ≥ 5 € ½ №3 ☺", "59,7 % ≥ 5 € ½ №3 ☺"},
		{"singletons", "\u2126\u212b", "ΩÅ"},
		{"formula stays for the export to judge", "=1+1", "=1+1"},
		{"nothing", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := survey.Clean(tt.in, 200); got != tt.want {
				t.Errorf("Clean(%+q) = %+q, want %+q", tt.in, got, tt.want)
			}
		})
	}
}

// The limit counts characters as a person does, and cuts none in two.
func TestCleanLimit(t *testing.T) {
	tests := []struct {
		in    string
		limit int
		want  string
	}{
		{"abcdef", 6, "abcdef"},
		{"abcdef", 5, "abcde"},
		{"abcdef", 0, ""},
		{"", 0, ""},
		{"čšž", 3, "čšž"},
		{"čšž", 2, "čš"},
		{"а\u0300б\u0300в\u0300", 2, "а\u0300б\u0300"},
		{"🇷🇸🇷🇸🇷🇸", 2, "🇷🇸🇷🇸"},
		{"one two", 4, "one"},
		{"a\nb", 2, "a"},
		{"  ab  ", 2, "ab"},
	}
	for _, tt := range tests {
		if got := survey.Clean(tt.in, tt.limit); got != tt.want {
			t.Errorf("Clean(%+q, %d) = %+q, want %+q", tt.in, tt.limit, got, tt.want)
		}
	}
}

// A text of one line has no newline, whatever it had before.
func TestCleanLine(t *testing.T) {
	tests := []struct{ in, want string }{
		{"one\ntwo", "one two"},
		{"one\r\ntwo\n", "one two"},
		{"\n\n", ""},
		{"one\u2028two", "onetwo"},
		{"Novi\tSad", "Novi Sad"},
	}
	for _, tt := range tests {
		if got := survey.CleanLine(tt.in, 40); got != tt.want {
			t.Errorf("CleanLine(%+q) = %+q, want %+q", tt.in, got, tt.want)
		}
	}
	if got := survey.CleanLine("one\ntwo", 5); got != "one t" {
		t.Errorf("got %q, want %q", got, "one t")
	}
}

// Marks that a hidden character kept apart from a letter may move in front of
// the marks inside it. The result still has no more than four in a row, and
// cleaning it again changes nothing.
func TestCleanReorderedMarks(t *testing.T) {
	const in = "\u1ebf\u200b\u0327\u0316\u0317\u0318"
	once := survey.Clean(in, 100)
	checkClean(t, once, 100)
	if twice := survey.Clean(once, 100); twice != once {
		t.Errorf("Clean(%+q) = %+q, want no change", once, twice)
	}
}

// The laws of the cleaner hold for texts made of the characters that are hard.
func TestCleanLaws(t *testing.T) {
	hard := rapid.SampledFrom([]rune("aeiouAč\u1ebf\u0229 \n\t\u00a0\u200b\u200d\u202e\u0301\u0302\u0308\u0316\u0323\u0327" +
		"\u0338\u0345\u0653\u05b0\u3099\u1100\u1161\u11a8\u09c7\u09be\u0915\u0958\u20dd\ufe0f\ufffd\u2126\u0f71\u0f72\u0f80🇷👍\U0001F3FD"))
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.StringOfN(hard, 0, 60, -1).Draw(t, "text")
		limit := rapid.IntRange(0, 40).Draw(t, "limit")
		once := survey.Clean(in, limit)
		checkClean(t, once, limit)
		if twice := survey.Clean(once, limit); twice != once {
			t.Errorf("Clean(%+q) = %+q, want no change", once, twice)
		}
	})
}

// A key may put into a field what the cleaner keeps, white space of one line
// and marks, which join the letter typed before; nothing else.
func TestTypable(t *testing.T) {
	tests := []struct {
		in   string
		want bool
	}{
		{"", true},
		{"č", true},
		{"Њ", true},
		{"7", true},
		{"€", true},
		{"„", true},
		{" ", true},
		{"\u00a0", true},
		{"\u030c", true},
		{"👍", true},
		{"dobro je", true},
		{"\n", false},
		{"\t", false},
		{"\x1b[31m", false},
		{"\x7f", false},
		{"\u009b", false},
		{"\u200b", false},
		{"\u202e", false},
		{"\u2028", false},
		{"\ue000", false},
		{"\U000E0041", false},
		{"a\xff", false},
		{"\ufffd", false},
		{"dobro\u202e", false},
	}
	for _, tt := range tests {
		if got := survey.Typable(tt.in); got != tt.want {
			t.Errorf("Typable(%+q) = %t, want %t", tt.in, got, tt.want)
		}
	}
}

// What is typable loses no character to the cleaner behind a letter.
func TestTypableIsKept(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rapid.Rune().Draw(t, "character")
		if !survey.Typable(string(r)) {
			return
		}
		in := "a" + string(r) + "z"
		want := norm.NFC.String(in)
		if unicode.Is(unicode.Zs, r) {
			want = "a z"
		}
		if got := survey.Clean(in, 9); got != want {
			t.Fatalf("Clean(%+q) = %+q, want %+q", in, got, want)
		}
	})
}
