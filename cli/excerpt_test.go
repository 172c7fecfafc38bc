package cli_test

import (
	"strings"
	"testing"

	"anketa/cli"
)

// shown returns the lines under the first one that the check prints of a file's
// first finding.
func shown(tb testing.TB, file string) string {
	tb.Helper()
	tb.Chdir(tb.TempDir())
	write(tb, "s.yaml", file)
	o := run(tb, "check", "s.yaml")
	if o.code != cli.ExitInput {
		tb.Fatalf("the file is not refused: %+v", o)
	}
	lines := strings.SplitAfter(o.out, "\n")
	for i := 2; i < len(lines); i++ {
		if strings.HasPrefix(lines[i], "s.yaml:") || i == len(lines)-2 {
			return strings.Join(lines[1:i], "")
		}
	}
	tb.Fatalf("there is no finding: %s", o.out)
	return ""
}

// TestExcerpt holds that the caret stands under the place, whatever letters are
// before it, that a long line is cut to 80 columns, and that nothing but text
// reaches the terminal.
func TestExcerpt(t *testing.T) {
	const rest = "\nlanguages: [en]\nquestions:\n  - { id: q, kind: text, text: Q }\n"
	long := strings.Repeat("абвг ", 60)
	for name, c := range map[string]struct{ file, want string }{
		"plain": {
			"id: s\ntitle: T\nlable: x" + rest,
			"    3 | lable: x\n      | ^~~~~\n      = the keys are id, title, intro, languages, latin_words, min_group,\n" +
				"        release, link_texts, kiosk, report, scales, questions, breakdowns\n",
		},
		"letters of two bytes": {
			"id: s\ntitle: { en: čšž, en: ђљш }" + rest,
			"    2 | title: { en: čšž, en: ђљш }\n      |                   ^~\n      = keep one of them\n",
		},
		"marks and wide letters": {
			"id: s\ntitle: { en: s\u0301 漢字, en: x }" + rest,
			"    2 | title: { en: ś 漢字, en: x }\n      |                      ^~\n      = keep one of them\n",
		},
		"a tab": {
			"id: s\ntitle:\t{ en: a,\ten: b }" + rest,
			"    2 | title: { en: a, en: b }\n      |                 ^~\n      = keep one of them\n",
		},
		"a byte order mark": {
			"\ufefftitel: s" + rest,
			"    1 | titel: s\n      | ^~~~~\n      = write \"title\"\n",
		},
		"windows": {
			"id: s\r\ntitel: T\r\n",
			"    1 | id: s\n      | ^\n      = add a line “title:”\n",
		},
		"the end of a long line": {
			"id: s\ntitle: { en: " + long + ", en: b }" + rest,
			"    2 | … абвг абвг абвг , en: b }\n      |                    ^~\n      = keep one of them\n",
		},
		"the middle of a long line": {
			"id: s\ntitle: { en: " + long + ", en: " + long + "}" + rest,
			"    2 | … абвг абвг абвг , en: абвг абвг абвг абвг абвг абвг абвг абвг абвг абв…\n      |                    ^~\n      = keep one of them\n",
		},
		"a long word": {
			"id: s\n" + strings.Repeat("x", 200) + ": T\ntitle: T" + rest,
			"    2 | " + strings.Repeat("x", 71) + "…\n      | ^" + strings.Repeat("~", 71) + "\n      = the keys are id, title, intro, languages, latin_words, min_group,\n" +
				"        release, link_texts, kiosk, report, scales, questions, breakdowns\n",
		},
		"an escape": {
			"id: s\ntitle: \x1b[31mred" + rest,
			"    2 | title: [31mred\n      |        ^\n      = delete it\n",
		},
		"text from right to left": {
			"id: s\ntitle: { en: \u202eab\u200b, en: b }" + rest,
			"    2 | title: { en: ab, en: b }\n      |                  ^~\n      = keep one of them\n",
		},
		"bytes that are no text": {
			"id: s\ntitle: a\xffb" + rest,
			"    2 | title: a\ufffdb\n      |         ^\n      = save it as UTF-8\n",
		},
		"an empty file": {"", "    1 |\n      | ^\n      = `anketa new` writes one to begin with\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := shown(t, c.file); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}
