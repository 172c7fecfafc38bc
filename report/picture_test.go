package report_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"anketa/report"
	"anketa/results"
	"anketa/survey"
)

// picture is an infographic that is held as a picture.
type picture struct {
	name string
	in   report.Input
}

// custom returns the release of one session of a made-up survey: n people, some
// sectors, some headlines. Everything follows from the numbers.
func custom(tb testing.TB, n, attended, sectors, headlines int, open bool) *results.Release {
	tb.Helper()
	var b strings.Builder
	b.WriteString("id: s\nlanguages: [sr-Latn]\ntitle: Prva pomoć – vaše mišljenje\nreport:\n  title: Prva pomoć u ustanovama\n  split: gender\n")
	if sectors > 0 {
		b.WriteString("  structure: sector\n")
	}
	b.WriteString("  paragraph: Dva dana vežbi za zaposlene u ustanovama, od oživljavanja do zbrinjavanja rana.\n  funders: [Fondacija Primer]\n")
	b.WriteString("questions:\n  - { id: gender, kind: choice, text: Vi ste, not_applicable: ne želim da navedem, options: [{ value: w, label: žena }, { value: m, label: muškarac }] }\n")
	if sectors > 0 {
		b.WriteString("  - id: sector\n    kind: choice\n    text: Oblast\n    options:\n")
		for i := range sectors {
			fmt.Fprintf(&b, "      - { value: s%d, label: %s }\n", i, []string{"bolnica", "dom za stare", "škola", "vrtić i predškolska ustanova", "sud", "opštinska uprava i mesna zajednica", "vatrogasci"}[i%7]+fmt.Sprintf(" %d", i+1))
		}
	}
	for i := range headlines {
		sentence := []string{
			"{percent} učesnika/ca ({count} od {n}) smatra da ume da pruži prvu pomoć.",
			"{percent} učesnika/ca ({count} od {n}) smatra da je obuka u značajnoj meri unapredila njihovo znanje o zbrinjavanju rana, preloma i opekotina.",
			"{percent} učesnika/ca ({count} od {n}) preporučilo bi obuku.",
		}[i%3]
		fmt.Fprintf(&b, "  - { id: h%d, kind: yes_no, text: P, headline: [yes], sentence: \"%s\" }\n", i, sentence)
	}
	b.WriteString("  - { id: quote, kind: text, text: Rečenica, consent: quote }\n")
	s, err := survey.Load(strings.NewReader(b.String()))
	if err != nil {
		tb.Fatal(err)
	}
	sheets := make([]survey.Response, n)
	for i := range sheets {
		answers := make([]survey.Answer, len(s.Questions))
		for j := range s.Questions {
			q := &s.Questions[j]
			switch {
			case q.ID == "gender":
				answers[j].Code = []survey.Code{1, 1, 2, 1, survey.NotApplicable}[i%5]
			case q.ID == "sector":
				answers[j].Code = survey.Code(1 + (i*i+i/3)%len(q.Points))
			case q.Kind == survey.KindYesNo:
				answers[j].Code = survey.Code(1 + (i*7+j*3)%(2+j%3)/(1+j%3))
			}
		}
		sheets[i].Answers = answers
	}
	return released(tb, part(s, survey.Session{Title: "Obuka za domove", Place: "Niš", Date: "2026-11-24", Attended: attended, Open: open}, sheets))
}

// long returns texts that need room.
func long() shelf {
	quote := "Došao sam misleći da sve znam, a otišao sam sa spiskom stvari koje od sutra radim drugačije; najviše mi je značilo što smo svaki korak sami isprobali, bez žurbe i bez straha da ćemo pogrešiti."
	s := shelf{quotes: []string{quote}}
	for i := range 6 {
		s.conclusions = append(s.conclusions, fmt.Sprintf("Zaključak %d: zaposleni traže više vežbi u malim grupama, sa opremom koju zaista imaju na radnom mestu, i ponavljanje posle šest meseci.", i+1))
		s.recommendations = append(s.recommendations, fmt.Sprintf("Preporuka %d: obezbediti opremu za vežbu.", i+1))
	}
	return s
}

// pictures returns the infographics that are looked at: the three trainings in
// every language, and what is hardest to lay out.
func pictures(tb testing.TB) []picture {
	tb.Helper()
	var all []picture
	for _, lang := range survey.Languages() {
		all = append(all, picture{"trainings." + string(lang), sheet(tb, lang)})
	}
	add := func(name string, r *results.Release, texts shelf) {
		all = append(all, picture{name, report.Input{Release: with(tb, r, texts), Lang: survey.SerbianLatin}})
	}
	add("eight", custom(tb, 8, 9, 4, 1, false), shelf{quotes: full().quotes})
	add("two-headlines", custom(tb, 24, 24, 0, 2, false), shelf{conclusions: full().conclusions})
	add("twelve-headlines", custom(tb, 60, 66, 7, 12, false), full())
	add("seven-headlines", custom(tb, 40, 0, 5, 7, false), full())
	add("long-lists", custom(tb, 240, 0, 26, 5, false), full())
	add("long-texts", custom(tb, 31, 40, 9, 6, false), long())
	all = append(all, picture{"funders", funded(tb)})
	add("hidden", custom(tb, 4, 5, 4, 3, false), full())
	add("open", custom(tb, 21, 24, 4, 3, true), full())
	return all
}

// funded returns a report that names as many partners and funders as it may, some with
// logos of different shapes, and many kinds of texts in Cyrillic.
func funded(tb testing.TB) report.Input {
	tb.Helper()
	in := sheet(tb, survey.SerbianCyrillic)
	in.Logos = map[string]image.Image{}
	names := []string{"Међународна организација за миграције (ИОМ)", "Удружење грађана „Атина“", "Град Ниш", "Министарство унутрашњих послова Републике Србије", "Црвени крст Србије", "Фондација за отворено друштво"}
	for i, name := range names {
		o := survey.Organisation{Name: survey.Text{survey.SerbianCyrillic: name}}
		if i%2 == 0 {
			o.Logo = fmt.Sprintf("%d.png", i)
			logo := image.NewRGBA(image.Rect(0, 0, 300-60*i, 60+15*i))
			for y := range logo.Rect.Dy() {
				for x := range logo.Rect.Dx() {
					logo.Set(x, y, color.RGBA{uint8(40 * i), uint8(x), uint8(120 + y/2), 255})
				}
			}
			in.Logos[o.Logo] = logo
		}
		in.Release.Survey.Report.Funders = append(in.Release.Survey.Report.Funders[:min(i, len(in.Release.Survey.Report.Funders))], o)
		if i < 3 {
			in.Release.Survey.Report.Partners = append(in.Release.Survey.Report.Partners[:i:i], o)
		}
	}
	return in
}

// shrink is by how much the pictures are made smaller before they are kept.
const shrink = 3

// shrunk returns a picture of which each dot is the mean of some.
func shrunk(tb testing.TB, data []byte) *image.Gray {
	tb.Helper()
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		tb.Fatal(err)
	}
	// Shades are many: asking a picture of any kind for one dot makes a colour each time.
	grey := image.NewGray(img.Bounds())
	draw.Draw(grey, grey.Rect, img, img.Bounds().Min, draw.Src)
	size := grey.Rect
	out := image.NewGray(image.Rect(0, 0, size.Dx()/shrink, size.Dy()/shrink))
	for y := range out.Bounds().Dy() {
		for x := range out.Bounds().Dx() {
			sum := 0
			for i := range shrink * shrink {
				sum += int(grey.Pix[grey.PixOffset(x*shrink+i%shrink, y*shrink+i/shrink)])
			}
			out.SetGray(x, y, color.Gray{uint8(sum / (shrink * shrink))})
		}
	}
	return out
}

// The infographics look as they did when somebody last looked at them. `go test
// ./report -update` draws them anew: look at each.
func TestInfographicLooks(t *testing.T) {
	for _, p := range pictures(t) {
		t.Run(p.name, func(t *testing.T) {
			data := output(t, func(w io.Writer) error { return report.New(p.in).PNG(w) })
			looks(t, data, "infographic."+p.name)
		})
	}
}

// looks compares a picture with the one that somebody looked at last.
func looks(t *testing.T, data []byte, name string) {
	t.Helper()
	got, file := shrunk(t, data), filepath.Join("testdata", name+".png")
	if *update {
		var b bytes.Buffer
		if err := png.Encode(&b, got); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if dir := os.Getenv("ANKETA_LOOK"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, name+".png"), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	kept, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want, err := png.Decode(bytes.NewReader(kept))
	if err != nil {
		t.Fatal(err)
	}
	if d := distance(got, want.(*image.Gray)); d > tolerance {
		t.Errorf("the picture differs by %.2f shades, more than %g", d, tolerance)
	}
}

// tolerance is by how many of 256 shades a dot may differ on average: letters may
// be smoothed a little differently on other machines.
const tolerance = 0.5

// distance returns the mean difference of the dots of two pictures.
func distance(a, b *image.Gray) float64 {
	if a.Bounds() != b.Bounds() {
		return 255
	}
	sum := 0.0
	for i := range a.Pix {
		sum += math.Abs(float64(a.Pix[i]) - float64(b.Pix[i]))
	}
	return sum / float64(len(a.Pix))
}
