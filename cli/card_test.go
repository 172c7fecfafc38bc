package cli_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"anketa/cli"
)

// The card is printed in the language that was asked for, or in the survey's own.
func TestCardPrints(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, c := range []struct {
		args []string
		want string
	}{
		{nil, "KARTICA ZA ORGANIZATORA"},
		{[]string{"--lang", "sr"}, "KARTICA ZA ORGANIZATORA"},
		{[]string{"--lang", "sr-Cyrl"}, "КАРТИЦА ЗА ОРГАНИЗАТОРА"},
		{[]string{"--lang", "en", "--format", "text"}, "THE FACILITATOR’S CARD"},
		{[]string{"--format", "pdf"}, "%PDF-"},
	} {
		o := run(t, append([]string{"card"}, c.args...)...)
		o.want(t, cli.ExitDone, "")
		if !strings.HasPrefix(o.out, c.want) {
			t.Errorf("%q: got %.40q, want %q", c.args, o.out, c.want)
		}
	}
}

// The card repeats what the welcome screen promises for the survey at hand.
func TestCardPromises(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "live.yaml", "id: live\nlanguages: [en]\ntitle: Live\nrelease: live\nquestions:\n  - {id: q, kind: yes_no, text: Useful?}\n")
	o := run(t, "card", "--survey", "live.yaml")
	o.want(t, cli.ExitDone, "")
	if flat := strings.Join(strings.Fields(o.out), " "); !strings.Contains(flat, "every answer appears on the results screen at once.") || strings.Contains(flat, "at least 5") {
		t.Errorf("got\n%s", o.out)
	}
}

// The card quotes what the screens say, in every language.
func TestCardQuotes(t *testing.T) {
	t.Chdir(t.TempDir())
	for lang, want := range map[string]string{
		"sr-Latn": "Tab, „ja sam sledeća osoba, počinjem ispočetka“", "sr-Cyrl": "Tab, „ја сам следећа особа, почињем испочетка“",
		"en": "Tab, “I am a new person, I start afresh”",
	} {
		o := run(t, "card", "--lang", lang)
		if flat := strings.Join(strings.Fields(o.out), " "); !strings.Contains(flat, want) {
			t.Errorf("%s: the card does not say %q", lang, want)
		}
	}
}

// A file is written as its name says, and nothing is overwritten.
func TestCardWrites(t *testing.T) {
	t.Chdir(t.TempDir())
	for file, head := range map[string]string{"card.pdf": "%PDF-", "card.txt": "KARTICA"} {
		o := run(t, "card", "-o", file)
		o.want(t, cli.ExitDone, "")
		data, err := os.ReadFile(file)
		if err != nil || !bytes.HasPrefix(data, []byte(head)) || o.out != "Wrote "+file+".\n" {
			t.Errorf("%s holds %.20q, %v; said %q", file, data, err, o.out)
		}
		run(t, "card", "-o", file).want(t, cli.ExitInput, file+" is there already and was not touched; name another file with -o.")
	}
}

// What cannot be a card is answered with what to do.
func TestCardRefuses(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "bad.yaml", "id: bad\n")
	for _, c := range []struct {
		args     []string
		code     int
		sentence string
	}{
		{[]string{"--format", "html"}, cli.ExitUsage, `"html" is not a format of the card; choose text or pdf.`},
		{[]string{"--lang", "de"}, cli.ExitUsage, `There is no card in "de"; choose sr-Latn, sr-Cyrl or en.`},
		{[]string{"--lang", "?"}, cli.ExitUsage, `"?" is not a language tag such as sr-Latn, sr-Cyrl or en.`},
		{[]string{"--survey", "nothing.yaml"}, cli.ExitInput, "There is no file nothing.yaml; check the name."},
		{[]string{"-o", "card.docx"}, cli.ExitUsage, "The name card.docx does not say in which format; end it with .txt or .pdf, or name the format with --format."},
		{[]string{"-o", "nowhere/card.pdf"}, cli.ExitInput, "There is no folder for nowhere/card.pdf; make it first, or name another file with -o."},
	} {
		run(t, append([]string{"card"}, c.args...)...).want(t, c.code, c.sentence)
	}
	if o := run(t, "card", "--survey", "bad.yaml"); o.code != cli.ExitInput || o.out != "" {
		t.Errorf("got %+v", o)
	}
}
