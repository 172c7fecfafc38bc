package survey_test

import (
	_ "embed"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"anketa/survey"
)

// Words in both scripts, Latin first, a tab between them.
//
//go:embed testdata/serbian.txt
var serbianWords string

// Every word of the list follows from the other script, in any capitals and
// from NFD. Without the stems in partings the words with two letters fail; with
// shorter stems (nad|ž, od|ž, kon|j, n|j) the words beside them do.
func TestCyrillicWords(t *testing.T) {
	words := 0
	for line := range strings.Lines(serbianWords) {
		latin, cyrillic, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok {
			continue
		}
		words++
		if got := survey.Cyrillic(latin); got != cyrillic {
			t.Errorf("%s: got %q, want %q", latin, got, cyrillic)
		}
		if got := survey.Latin(cyrillic); got != latin {
			t.Errorf("%s: got %q, want %q", cyrillic, got, latin)
		}
		if got, want := survey.Cyrillic(strings.ToUpper(latin)), strings.ToUpper(cyrillic); got != want {
			t.Errorf("%s in capitals: got %q, want %q", latin, got, want)
		}
		if got := survey.Cyrillic(norm.NFD.String(latin)); got != cyrillic {
			t.Errorf("%s in NFD: got %q, want %q", latin, got, cyrillic)
		}
	}
	if words < 400 {
		t.Errorf("got %d words, want at least 400", words)
	}
}

// A digraph is one letter however it is written; other letters follow one by one.
func TestCyrillicLetters(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"small letters", "abvgdđežzijklljmnnjoprstćufhcčdžš", "абвгдђежзијклљмнњопрстћуфхцчџш"},
		{"capitals", "ABVGDĐEŽZIJKLLJMNNJOPRSTĆUFHCČDŽŠ", "АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ"},
		{"digraphs", "lj Lj LJ nj Nj NJ dž Dž DŽ", "љ Љ Љ њ Њ Њ џ Џ Џ"},
		// Without the replacer in normalLatin these are foreign letters.
		{"digraphs of one character", "ǉubav ǈubav Ǉ ǌega ǋ Ǌ ǆep ǅep Ǆ", "љубав Љубав Љ њега Њ Њ џеп Џеп Џ"},
		// With "lJ" among the digraphs the way back gives another text.
		{"capital behind a small letter", "lJ nJ dŽ", "лЈ нЈ дЖ"},
		// Without norm.NFC the marks make these words foreign.
		{"NFD", norm.NFD.String("čćšžđ džep ŽIVOT"), "чћшжђ џеп ЖИВОТ"},
		{"d and j", "odjednom, Djordje, podjela", "одједном, Дјордје, подјела"},
		{"both scripts", "Питање broj 5 и odgovor", "Питање број 5 и одговор"},
		{"both scripts in one word", "Пitaњe njiхov", "Питање њихов"},
		{"Cyrillic", "Ово је већ ћирилица: џеп, ѝ, ы, й.", "Ово је већ ћирилица: џеп, ѝ, ы, й."},
		{"digits and signs", "59,7 % — „da“… 5/7?!\n\t(ne)", "59,7 % — „да“… 5/7?!\n\t(не)"},
		{"not text", "a\xffb", "а\ufffdб"},
		{"nothing", "", ""},
		{"question", "Šta bismo na obuci mogli da poboljšamo?", "Шта бисмо на обуци могли да побољшамо?"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { checkCyrillic(t, tt.in, tt.want) })
	}
}

// Words named to stay do so in any capitals and as a whole. Without joins behind
// the word "IOMA" stays, without lowerLetters "iom" does not. Without the longest
// one "the" becomes Cyrillic, and without TrimSpace "ASTRA".
func TestCyrillicStay(t *testing.T) {
	stay := []string{"Save", "Save the Children", " ASTRA ", " ", "", "C++", "Astra-Net", "café"}
	tests := []struct{ in, want string }{
		{"IOM-a, IOM-om i iom", "IOM-а, IOM-ом и iom"},
		{"IOM-ov projekat (IOM)", "IOM-ов пројекат (IOM)"},
		{"IOMA, BIOM, IOM2", "ИОМА, БИОМ, ИОМ2"},
		{"e-mail, E-mail adresa, e-mail-om", "e-mail, E-mail адреса, e-mail-ом"},
		{"e-mailom, e-pošta", "е-маилом, е-пошта"},
		{"PDF-ova, Facebook-u, online obuka", "PDF-ова, Facebook-у, online обука"},
		{"Enter vodi dalje, Esc nazad", "Enter води даље, Esc назад"},
		{"save the children-u", "save the children-у"},
		{"Save je radio sa ASTRA-om i astrama", "Save је радио са ASTRA-ом и астрама"},
		{"Astra-Net-a", "Astra-Net-а"},
		{"C++ kurs", "C++ курс"},
		{norm.NFD.String("Café-a"), "Café-а"},
	}
	for _, tt := range tests {
		if got := survey.Cyrillic(tt.in, stay...); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.in, got, tt.want)
		}
	}
	checkCyrillic(t, "Save the Children, ASTRA", "Саве тхе Цхилдрен, АСТРА")
	// A name with Cyrillic letters counts for nothing, or a second pass finds it.
	mixed := []string{"аб c", "c na"}
	if got := survey.Cyrillic(survey.Cyrillic("ab c na", mixed...), mixed...); got != "аб c na" {
		t.Errorf("got %q", got)
	}
}

// Words with other letters, addresses, units, symbols and marked-up places stay.
// Each line fails when its rule is taken out of stays, markup or foreign.
func TestCyrillicStaysLatin(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"other letters", "New York, Pixel, Querétaro-a, Händel, quiz", "New York, Pixel, Querétaro-а, Händel, quiz"},
		{"another script", "αlfa", "αlfa"},
		{"web", "www.astra.rs, https://astra.rs/o-nama?a=b&c, http://x.", "www.astra.rs, https://astra.rs/o-nama?a=b&c, http://x."},
		{"domain", "Vidi astra.rs, minrzs.gov.rs/obuke i ASTRA.ORG.RS!", "Види astra.rs, minrzs.gov.rs/obuke и ASTRA.ORG.RS!"},
		{"domain with an ending", "na astra.rs-u", "на astra.rs-у"},
		{"file", "questions.yaml, odgovori.csv i prilog.pdf.", "questions.yaml, odgovori.csv и prilog.pdf."},
		{"e-mail", "ana.anic@astra.rs, (ana+1@pošta.srb) i mailto:ana@a.rs", "ana.anic@astra.rs, (ana+1@pošta.srb) и mailto:ana@a.rs"},
		{"no address", "Da.Ne i...info npr. d.o.o. ana@kuća a.b", "Да.Не и...инфо нпр. д.о.о. ана@кућа а.б"},
		{"address in quotes", "„http://a.rs“da <www.a.rs>ne", "„http://a.rs“да <www.a.rs>не"},
		{"units", "5 km, 10\u00a0kg, 250ms, 30 min, 90 km/h, 2 m.", "5 km, 10\u00a0kg, 250ms, 30 min, 90 km/h, 2 m."},
		{"no units", "5 minuta, m 5, km, 5  km, 5 s njima", "5 минута, м 5, км, 5  км, 5 с њима"},
		{"symbol", "n = %d, p=0,05, na = da", "n = %d, p=0,05, на = да"},
		{"verbs", "Pitanje %d od %[2]d: %s, %5.1f%%, %-10s", "Питање %d од %[2]d: %s, %5.1f%%, %-10s"},
		{"no verbs", "59 % da, 5%-og, %dana, 100%", "59 % да, 5%-ог, %дана, 100%"},
		{"placeholders", "{ime} i {{.Naziv}}, {nije ime}, {ne", "{ime} и {{.Naziv}}, {није име}, {не"},
		{"tags", "<b>da</b>&nbsp;<a href=\"x\">tu</a> 3 < a > 2", "<b>да</b>&nbsp;<a href=\"x\">ту</a> 3 < а > 2"},
		{"no tags", "a<b i ne<c, R&D i &da ;", "а<б и не<ц, Р&Д и &да ;"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { checkCyrillic(t, tt.in, tt.want) })
	}
}

// Roman numerals stay where they cannot be Serbian. Without romanNumeral "MI" or
// "ILI" stay; without the range "I–IV" is half Cyrillic; without pronoun "VI STE".
func TestCyrillicNumerals(t *testing.T) {
	tests := []struct{ in, want string }{
		{"II razred, IV-a, XIV vek, XXXIX.", "II разред, IV-а, XIV век, XXXIX."},
		{"član VI, deo III", "члан VI, део III"},
		{"razredi I–IV, V-VIII i I/II", "разреди I–IV, V-VIII и I/II"},
		{"I ti, V. Petrović, I-A, –I", "И ти, В. Петровић, И-А, –И"},
		{"MI, LI, DI, ILI, DIM, CD, MIL, CIVIL", "МИ, ЛИ, ДИ, ИЛИ, ДИМ, ЦД, МИЛ, ЦИВИЛ"},
		{"IIII, VV, IVI, ii, Iv, II2", "ИИИИ, ВВ, ИВИ, ии, Ив, ИИ2"},
		{"VI STE, DA LI VI NjEGA", "ВИ СТЕ, ДА ЛИ ВИ ЊЕГА"},
		{"VI razred, VI Nj, VI IX, GLAVA VI", "VI разред, VI Њ, VI IX, ГЛАВА VI"},
		{"Vi ste", "Ви сте"},
	}
	for _, tt := range tests {
		checkCyrillic(t, tt.in, tt.want)
	}
}

// What is Cyrillic stays so, and Latin leads back to it. The letters н, л, д
// before ј or ж, numerals, kept words and the stems of partings are left out:
// without the first the law fails at once, without another after many checks.
func TestCyrillicLaw(t *testing.T) {
	const alphabet = "абвгдђежзијклљмнњопрстћуфхцчџш"
	letters := []rune(alphabet + strings.ToUpper(alphabet))
	excluded := regexp.MustCompile(`(?i)[нл]ј|дж|^[ИВ]+$|^(иом|есц|цтрл|унхцр|гдпр|пдф|цсв|усб|гоогле|зоом|вибер|ентер)$|` +
		`^(не)?(о|на|по|пре)џ|фелџ|јџ|ињ[еиу]|коњ[еу]|ањон|пањел|тањуг|вањез|њугосл|ссрњ`)
	word := rapid.StringOfN(rapid.SampledFrom(letters), 1, 12, -1).Filter(func(s string) bool { return !excluded.MatchString(s) })
	space := rapid.SampledFrom([]string{" ", ", ", "\n", "? ", " – ", "“ (", "… "})
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		for range rapid.IntRange(0, 12).Draw(t, "words") {
			b.WriteString(word.Draw(t, "word") + space.Draw(t, "space"))
		}
		if got := survey.Cyrillic(survey.Latin(b.String())); got != b.String() {
			t.Fatalf("got %q, want %q", got, b.String())
		}
		if got := survey.Cyrillic(b.String()); got != b.String() {
			t.Fatalf("Cyrillic: got %q, want %q", got, b.String())
		}
	})
}

// Every Serbian text of the default survey comes back from the other script.
func TestCyrillicTrainings(t *testing.T) {
	texts := regexp.MustCompile(`\bsr(?:-Latn|-Cyrl)?: (.+?)(?:, (?:sr|en)\b| }|\n)`).FindAllSubmatch(trainingsFile(t), -1)
	if len(texts) < 25 {
		t.Errorf("got %d texts", len(texts))
	}
	for _, text := range texts {
		in := string(text[1])
		cyrillic := survey.Cyrillic(in)
		if latin := survey.Latin(cyrillic); latin != survey.Latin(in) || survey.Cyrillic(latin) != cyrillic {
			t.Errorf("%s: got %q and %q", in, cyrillic, latin)
		}
	}
}

// The time grows with the length of a text of any shape, not with its square.
// Without the question about the character before in address the dots take half
// a minute.
func TestCyrillicLong(t *testing.T) {
	const long = 64 << 10
	for _, part := range []string{"nj", "podžup", "a.", "a.b-", "I-", "VI ", "{a", "<a", "&a", "%1", "1 k", "a@", "e-", "IOM", "\u0301", "a://"} {
		text, start := strings.Repeat(part, long/len(part)), time.Now()
		if got := survey.Cyrillic(text, "e-e-e-e"); !utf8.ValidString(got) {
			t.Errorf("%q: not valid", part)
		}
		if took := time.Since(start); took > 4*time.Second {
			t.Errorf("%q: took %s", part, took)
		}
	}
}

// Any text becomes a valid one that does not change again; without Latin letters
// there is nothing to do but NFC.
func FuzzCyrillic(f *testing.F) {
	for _, text := range []string{
		"Šta bismo na obuci mogli da poboljšamo?", "VI NjA", "IOM-a e-mail", "a.rs/b?c=ž", "<b>ž{c}&d;%d %dž",
		"5 km n = 5", "I–IV-a", "a\xff", "\xf7\u0374", "nǅ\u030c", "d\u200cž", "http://a\"b", "lJ ǈ", "x\u0301" + strings.Repeat("\u0316", 40),
	} {
		f.Add(text, "IOM")
		f.Add(text, "ab c")
	}
	f.Fuzz(func(t *testing.T, text, stay string) {
		once := survey.Cyrillic(text, stay)
		if !utf8.ValidString(once) || !norm.NFC.IsNormalString(once) {
			t.Errorf("%+q is not valid or not NFC", once)
		}
		if twice := survey.Cyrillic(once, stay); twice != once {
			t.Errorf("Cyrillic(%+q) = %+q, want no change (stay %+q)", once, twice, stay)
		}
		latin := func(r rune) bool { return unicode.Is(unicode.Latin, r) }
		if utf8.ValidString(text) && !strings.ContainsFunc(text, latin) && once != norm.NFC.String(text) {
			t.Errorf("Cyrillic(%+q) = %+q", text, once)
		}
	})
}

// checkCyrillic fails unless a text becomes another one and stays it.
func checkCyrillic(tb testing.TB, in, want string) {
	tb.Helper()
	got := survey.Cyrillic(in)
	if got != want {
		tb.Errorf("got %q, want %q", got, want)
	}
	if again := survey.Cyrillic(got); again != got {
		tb.Errorf("again: got %q, want %q", again, got)
	}
}
