package survey_test

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"anketa/survey"
)

// Serbian Latin follows from Cyrillic letter by letter; three letters have two
// characters, whose second one is a capital only inside capitals.
func TestLatin(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"small letters", "абвгдђежзијклљмнњопрстћуфхцчџш", "abvgdđežzijklljmnnjoprstćufhcčdžš"},
		{"capitals", "АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШ", "ABVGDĐEŽZIJKLLJMNNJOPRSTĆUFHCČDŽŠ"},
		{"digraph at the beginning", "Љубав, Његош, Џеп", "Ljubav, Njegoš, Džep"},
		{"digraph in capitals", "ЉУБАВ ЊЕГОШ ЏЕП", "LJUBAV NJEGOŠ DŽEP"},
		{"digraph at the end of capitals", "КОЊ, ПАСУЉ И БЕЏ", "KONJ, PASULJ I BEDŽ"},
		{"digraph before a sign in capitals", "КОЊ-А, „БАЉ“", "KONJ-A, „BALJ“"},
		{"two digraphs", "ЏЉ Џљ џЉ", "DŽLJ Džlj džLj"},
		{"Њ alone", "Њ", "Nj"},
		{"digraph and one capital", "ЊУ", "NJU"},
		{"digraph between capital and small letter", "КЊу", "KNju"},
		{"Њ as an initial", "Љ. Њ. Петровић", "Lj. Nj. Petrović"},
		{"capital behind a small letter", "миЊ", "miNj"},
		{"small digraphs", "коњ, пасуљ, џеп", "konj, pasulj, džep"},
		{"two letters, not a digraph", "инјекција, конјункција, надживети", "injekcija, konjunkcija, nadživeti"},
		{"mixed scripts", "PDF извештај Ђорђа (NGO)", "PDF izveštaj Đorđa (NGO)"},
		{"Latin stays", "Čaša ĆUP žaba", "Čaša ĆUP žaba"},
		{"punctuation and numbers", "59,7 % — „да“… 5/7?!", "59,7 % — „da“… 5/7?!"},
		{"lines", "један\nдва\tтри", "jedan\ndva\ttri"},
		{"not Serbian", "ё ъ ы ь э ю я щ й ѓ ќ І", "ё ъ ы ь э ю я щ й ѓ ќ І"},
		{"nothing", "", ""},
		{"sentence", "Шта бисмо на обуци могли да побољшамо?", "Šta bismo na obuci mogli da poboljšamo?"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := survey.Latin(tt.in); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// Latin leaves no Serbian Cyrillic letter, keeps everything else, and leaves a
// text alone that is Latin already.
func TestLatinLaws(t *testing.T) {
	const alphabet = "абвгдђежзијклљмнњопрстћуфхцчџш"
	letters := []rune(alphabet + strings.ToUpper(alphabet) + "aZžŠ .-1\n")
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.StringOf(rapid.SampledFrom(letters)).Draw(t, "text")
		out := survey.Latin(in)
		if strings.ContainsFunc(out, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) {
			t.Fatalf("Latin(%q) = %q holds Cyrillic", in, out)
		}
		if again := survey.Latin(out); again != out {
			t.Fatalf("Latin(%q) = %q, want no change", out, again)
		}
		if got, want := strings.ToLower(out), survey.Latin(strings.ToLower(in)); got != want {
			t.Fatalf("in small letters: got %q, want %q", got, want)
		}
		if !norm.NFC.IsNormalString(out) {
			t.Fatalf("Latin(%q) = %+q is not in NFC", in, out)
		}
	})
}

// BenchmarkLatin writes one sentence of the interface in Latin script.
func BenchmarkLatin(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		survey.Latin("Пажња: на овој обуци се сваки одговор одмах види на екрану са резултатима.")
	}
}
