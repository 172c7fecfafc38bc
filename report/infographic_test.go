package report_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"io"
	"math/rand/v2"
	"os"
	"regexp"
	"strings"
	"testing"

	"anketa/report"
	"anketa/survey"
)

// Whatever there is to say stands on the pages, and letters never become too small.
// Negative control: pieces that may not go over to the next page.
func TestInfographicFits(t *testing.T) {
	seeds := uint64(8)
	if os.Getenv("ANKETA_WHOLE") != "" {
		seeds = 200
	}
	for seed := range seeds {
		rng := rand.New(rand.NewPCG(seed, 0))
		sentences := func(most int) []string {
			var all []string
			for range rng.IntN(most + 1) {
				all = append(all, strings.Repeat("reč i "+strings.Repeat("x", 1+rng.IntN(70))+" ", 1+rng.IntN(8)))
			}
			return all
		}
		texts := shelf{conclusions: sentences(12), recommendations: sentences(12), quotes: sentences(4)}
		r := with(t, custom(t, 5+rng.IntN(90), 0, 2+rng.IntN(38), rng.IntN(15), false), texts)
		scale, pages, over, err := report.New(report.Input{Release: r, Lang: survey.SerbianLatin}).Scale()
		if err != nil || over > 0.01 || scale < 0.75 || pages < 1 || pages > 4 {
			t.Errorf("%d: at scale %g, %d pages, one of them %.2f mm too long, %v", seed, scale, pages, over, err)
		}
	}
}

// What must not be shown is not on the infographic, which says so instead.
func TestInfographicHides(t *testing.T) {
	canary := shelf{conclusions: []string{"Kanarinac."}, recommendations: []string{"Kanarinac."}, quotes: []string{"Kanarinac."}}
	for name, open := range map[string]bool{"too few": false, "open": true} {
		says := map[bool]string{true: "Rezultati se još ne prikazuju", false: "Rezultati ostaju skriveni"}[open]
		in := report.Input{Release: with(t, custom(t, 4, 5, 4, 3, open), canary), Lang: survey.SerbianLatin}
		text := textOf(t, output(t, report.New(in).PDF))
		page := string(output(t, report.New(in).HTML))
		if !strings.Contains(text, says) || !strings.Contains(page, says) {
			t.Errorf("%s: nobody is told that there is nothing to see", name)
		}
		body := page[strings.Index(page, "<body>"):strings.Index(page, `class="notes"`)]
		if strings.Contains(text, "%") || strings.Contains(body, "%") || strings.Contains(text+page, "Kanarinac") || strings.Contains(text, "bolnica") {
			t.Errorf("%s: something is shown: %s", name, text)
		}
	}
}

// The PDF names its title and language, embeds its fonts, and names neither the
// machine nor whoever made it.
func TestInfographicMetadata(t *testing.T) {
	doc := output(t, report.New(sheet(t, survey.English)).PDF)
	checkTable(t, doc)
	for _, want := range []string{"/Title(Countering human trafficking)", "/Lang(en)", "/DisplayDocTitle true"} {
		if !bytes.Contains(doc, []byte(want)) {
			t.Errorf("the PDF does not hold %s", want)
		}
	}
	fonts, embedded := bytes.Count(doc, []byte("/FontDescriptor")), bytes.Count(doc, []byte("/FontFile2"))
	if embedded == 0 || embedded != len(regexp.MustCompile(`/Type/FontDescriptor`).FindAll(doc, -1)) {
		t.Errorf("%d of %d fonts are embedded", embedded, fonts)
	}
	host, err := os.Hostname()
	if err != nil {
		t.Fatal(err)
	}
	user := os.Getenv("USER")
	for _, format := range [][]byte{doc, output(t, report.New(sheet(t, survey.English)).SVG), output(t, report.New(sheet(t, survey.English)).HTML)} {
		for _, name := range []string{host, user, "CreationDate", "ModDate", "/tmp/", "/home/"} {
			if len(name) > 4 && bytes.Contains(format, []byte(name)) {
				t.Errorf("it holds %q", name)
			}
		}
	}
}

// The SVG is well formed, has a title, holds its texts as texts and its letters.
func TestInfographicSVG(t *testing.T) {
	doc := output(t, report.New(sheet(t, survey.SerbianCyrillic)).SVG)
	var text strings.Builder
	titles := 0
	for d := xml.NewDecoder(bytes.NewReader(doc)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.CharData:
			text.Write(token)
		case xml.StartElement:
			if token.Name.Local == "title" {
				titles++
			}
		}
	}
	for _, want := range []string{"Борба против трговине људима", "59,7 %", "43 (59,7 %)"} {
		if !strings.Contains(strings.ReplaceAll(text.String(), "\u00a0", " "), want) {
			t.Errorf("the SVG does not say %q", want)
		}
	}
	if titles != 1 || bytes.Count(doc, []byte("@font-face")) < 3 {
		t.Errorf("got %d titles and %d fonts", titles, bytes.Count(doc, []byte("@font-face")))
	}
}

// A logo is drawn where the survey names one; where there is none, the name stands alone.
func TestInfographicLogo(t *testing.T) {
	in := sheet(t, survey.English)
	without := output(t, report.New(in).PDF)
	in.Release.Survey.Report.Funders = []survey.Organisation{{Name: survey.Text{survey.English: "IOM"}, Logo: "iom.png"}}
	named := output(t, report.New(in).PDF)
	logo := image.NewRGBA(image.Rect(0, 0, 300, 100))
	for i := range logo.Pix {
		logo.Pix[i] = byte(i)
	}
	in.Logos = map[string]image.Image{"iom.png": logo}
	with := output(t, report.New(in).PDF)
	if bytes.Contains(without, []byte("/Subtype/Image")) || bytes.Contains(named, []byte("/Subtype/Image")) || !bytes.Contains(with, []byte("/Subtype/Image")) {
		t.Error("the logo is drawn where there is none, or not where there is one")
	}
	if page := output(t, report.New(in).HTML); !bytes.Contains(page, []byte("data:image/png;base64,")) {
		t.Error("the logo is not in the HTML")
	}
}

// BenchmarkReport measures each format for the 72 responses.
func BenchmarkReport(b *testing.B) {
	in := sheet(b, survey.SerbianLatin)
	for name, write := range map[string]func(*report.Report, io.Writer) error{
		"pdf": (*report.Report).PDF, "svg": (*report.Report).SVG, "png": (*report.Report).PNG, "html": (*report.Report).HTML,
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := write(report.New(in), io.Discard); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
