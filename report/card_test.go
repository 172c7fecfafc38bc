package report_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"anketa/report"
	"anketa/survey"
)

// update writes the goldens anew.
var update = flag.Bool("update", false, "write the golden files anew")

// screen is what a card repeats from the screens.
func screen() report.Screen {
	return report.Screen{Promises: promised(), NewPerson: "I am the next person, ја сам следећа особа", OutOfService: "Out of service"}
}

// sample is a survey of which a card says as much as of any.
func sample() *survey.Survey {
	s := &survey.Survey{Title: survey.Text{survey.SerbianLatin: "Prva pomoć", survey.SerbianCyrillic: "Прва помоћ", survey.English: "First aid"}}
	s.Kiosk.Idle = 45 * time.Second
	return s
}

// promised is longer than what any survey makes the kiosk promise.
func promised() []string {
	return []string{
		"Only your answers are stored, and only when you send them at the end.",
		"Not stored: name, time, order, language, device.",
		"Please note: in this training every answer appears on the results screen at once, čćšžđ љњђћџ.",
		"What you write in your own words is stored together with your other answers.",
	}
}

// The card in plain letters, in every language.
func TestCardText(t *testing.T) {
	for _, lang := range survey.Languages() {
		var b bytes.Buffer
		if err := report.NewCard(sample(), lang, screen()).Text(&b); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join("testdata", "card."+string(lang)+".txt")
		if *update {
			if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got := b.String(); got != string(want) {
			t.Errorf("%s differs; got\n%s", file, got)
		}
		if strings.Contains(b.String(), "{") {
			t.Errorf("%s: something was not filled in", lang)
		}
	}
}

// The card says what becomes of answers that somebody left: the survey decides.
func TestCardLeft(t *testing.T) {
	s := sample()
	for mode, want := range map[survey.IdleMode]string{survey.IdleDrop: "then erases", survey.IdleKeep: "then stores"} {
		s.Kiosk.OnIdle = mode
		var b bytes.Buffer
		if err := report.NewCard(s, survey.English, screen()).Text(&b); err != nil {
			t.Fatal(err)
		}
		if flat := strings.Join(strings.Fields(b.String()), " "); !strings.Contains(flat, want) {
			t.Errorf("%v: the card does not say %q", mode, want)
		}
	}
}

// The card is one page with its fonts inside, whose table of objects is right, and
// the same card is the same file at any time.
func TestCardPDF(t *testing.T) {
	for _, lang := range survey.Languages() {
		t.Run(string(lang), func(t *testing.T) {
			t.Parallel()
			card := report.NewCard(sample(), lang, screen())
			checkPDF(t, lang, card)
		})
	}
}

// checkPDF holds what TestCardPDF says of one card.
func checkPDF(t *testing.T, lang survey.Lang, card report.Card) {
	doc := drawn(t, card)
	if pages := regexp.MustCompile(`/Type\s*/Page\b`).FindAll(doc, -1); len(pages) != 1 {
		t.Errorf("%s: %d pages", lang, len(pages))
	}
	if fonts := bytes.Count(doc, []byte("/FontFile2")); fonts != 4 {
		t.Errorf("%s: %d fonts are embedded, want 4", lang, fonts)
	}
	if bytes.Contains(doc, []byte("CreationDate")) {
		t.Errorf("%s says when it was made", lang)
	}
	for range 3 {
		// The fonts and the document would hold another second.
		time.Sleep(400 * time.Millisecond)
		if !bytes.Equal(doc, drawn(t, card)) {
			t.Errorf("%s: the same card is another file", lang)
		}
	}
	checkTable(t, doc)
}

// Whatever stands on the card can be searched for in the PDF.
func TestCardSearchable(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed: what can be searched for in the PDF of the card was not tried")
	}
	for _, lang := range survey.Languages() {
		card := report.NewCard(sample(), lang, screen())
		cmd := exec.CommandContext(t.Context(), "pdftotext", "-raw", "-", "-")
		cmd.Stdin = bytes.NewReader(drawn(t, card))
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		found := map[string]bool{}
		for _, word := range words(string(out)) {
			found[word] = true
		}
		var b bytes.Buffer
		if err := card.Text(&b); err != nil {
			t.Fatal(err)
		}
		for _, word := range words(strings.ReplaceAll(b.String(), strings.ToUpper(card.Title), card.Title)) {
			if !found[word] {
				t.Errorf("%s: %q cannot be found", lang, word)
			}
		}
	}
}

// A card that would need a second sheet is refused instead of cut.
func TestCardTooLong(t *testing.T) {
	s := sample()
	s.Title = survey.Text{survey.English: strings.Repeat("A very long title of a survey. ", 40)}
	var b bytes.Buffer
	if err := report.NewCard(s, survey.English, screen()).PDF(&b); err == nil || b.Len() > 0 {
		t.Errorf("got %v and %d bytes", err, b.Len())
	}
}

// words returns the words of a text, without rules and marks.
func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \n\t\f\u00a0─═_.:,;•-–‐", r) })
}

// drawn returns a card as a PDF.
func drawn(tb testing.TB, card report.Card) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := card.PDF(&b); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// checkTable holds that every object is where the table says.
func checkTable(tb testing.TB, doc []byte) {
	tb.Helper()
	found := regexp.MustCompile(`startxref\n(\d+)\n`).FindSubmatch(doc)
	if found == nil {
		tb.Fatal("the PDF does not say where its table is")
	}
	at, err := strconv.Atoi(string(found[1]))
	if err != nil || !bytes.HasPrefix(doc[at:], []byte("xref\n")) {
		tb.Fatalf("there is no table at %d, %v", at, err)
	}
	entries := regexp.MustCompile(`(?m)^(\d{10}) 00000 n `).FindAllSubmatch(doc[at:], -1)
	if len(entries) < 5 {
		tb.Fatalf("the table has %d entries", len(entries))
	}
	for i, entry := range entries {
		offset, err := strconv.Atoi(string(entry[1]))
		if want := fmt.Sprintf("%d 0 obj", i+1); err != nil || !bytes.HasPrefix(doc[offset:], []byte(want)) {
			tb.Errorf("at %d there is %.20q, want %q", offset, doc[offset:], want)
		}
	}
}
