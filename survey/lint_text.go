package survey

import (
	"fmt"
	"slices"
	"strings"
)

// lintTexts warns of questions that ask for two things, or for one answer.
func (l *loader) lintTexts() {
	for i := range l.out.Questions {
		q := &l.out.Questions[i]
		if !q.Asks() {
			continue
		}
		for _, w := range l.wordings(l.places[i].get("text")) {
			text := Clean(w.node.Value, maxLabel)
			if q.Closed() {
				l.lintPhrase(w, text, doubles(w.lang), "double-barrelled",
					"“%s” asks two things at once, and nobody can tell which one was answered", "ask two questions, or keep the part that matters more")
			}
			l.lintPhrase(w, text, leads(w.lang), "leading",
				"“%s” tells people what to answer", "ask so that the opposite answer is as easy to give")
		}
	}
}

// lintPhrase warns of the first phrase in a text that should not be there.
func (l *loader) lintPhrase(w wording, text string, find finder, rule, message, repair string) {
	words := tokens(text)
	if from, to, found := find(words); found {
		said := strings.Trim(text[words[from].start:words[to-1].end], ", ")
		l.warnAt(w.node, said, rule, fmt.Sprintf(message, said), repair)
	}
}

// finder finds words in a text that spoil a question.
type finder func(text []token) (from, to int, found bool)

// serbian reports whether a language is Serbian, in either script.
func (lang Lang) serbian() bool { return lang == SerbianLatin || lang == SerbianCyrillic }

// doubles returns what finds two things in one question. A bare "and" does not
// count: "identifying and protecting victims" is one subject. What counts is
// what always joins two: and/or, as well as, and two judgements in a row.
func doubles(lang Lang) finder {
	var joints, before, after, and, judgements []string
	switch {
	case lang.serbian():
		joints = []string{"i / ili", "kao i", "ne samo"}
		before = []string{"isto", "jednako", "tako", "onako", "isti", "ista", "iste", "istu", "istog", "istoj"}
		after = []string{"pre", "ranije", "dosad", "do", "drugi", "druge", "vaše", "vaši"}
		and = []string{"i", "ili"}
		judgements = serbianJudgements()
	case lang == English:
		joints = []string{"and / or", "as well as", "not only"}
		after = []string{"before", "you", "your", "they", "others", "ever", "possible"}
		and = []string{"and", "or"}
		judgements = englishJudgements()
	default:
		return func([]token) (int, int, bool) { return 0, 0, false }
	}
	return func(text []token) (int, int, bool) {
		from, to, found := phrase(text, joints)
		compared := found && (from > 0 && slices.Contains(before, text[from-1].word) || to < len(text) && slices.Contains(after, text[to].word))
		if found && !compared {
			return from, to, true
		}
		for i := 1; i+1 < len(text); i++ {
			if slices.Contains(and, text[i].word) && judges(text[i-1:i], judgements) && judges(text[i+1:], judgements) {
				return i - 1, i + 2, true
			}
		}
		return 0, 0, false
	}
}

// judges reports whether a text begins with a judgement.
func judges(text []token, judgements []string) bool {
	return slices.ContainsFunc(judgements, func(j string) bool {
		_, ok := fitsPhrase(text, []string{j})
		return ok
	})
}

// serbianJudgements are what trainings are called: two of them are two questions.
func serbianJudgements() []string {
	return []string{
		"jasn*", "korisn*", "zanimljiv*", "dobr*", "stručn*", "razumljiv*", "primenljiv*", "kvalitetn*",
		"praktičn*", "prijatn*", "pripremljen*", "organizovan*", "dovoljn*", "relevantn*", "aktueln*",
	}
}

// englishJudgements are the same in English.
func englishJudgements() []string {
	return []string{
		"clear", "clearly", "useful", "interesting", "good", "competent", "knowledgeable", "understandable",
		"applicable", "practical", "pleasant", "prepared", "organised", "organized", "sufficient", "relevant", "helpful", "engaging",
	}
}

// leads returns what finds words that give the answer away: those that ask for
// consent, and praise inside of what is asked.
func leads(lang Lang) finder {
	var pushes, asks, praise []string
	switch {
	case lang.serbian():
		pushes = []string{
			"zar", "naravno", "očigledno", "očito", "nesumnjivo", "bez sumnje", "svakako", "jasno je da",
			"svi znaju", "kao što znate", "kao što svi znamo", "složićete se", "priznajte",
		}
		asks = []string{"?", "slažete li se", "da li se slažete"}
		praise = []string{"odličn*", "izvrsn*", "sjajn*", "fantastičn*", "izvanredn*", "vrhunsk*", "izuzetno korisn*", "izuzetno dobr*"}
	case lang == English:
		pushes = []string{
			"don't you", "do you not", "wouldn't you", "isn't it", "wasn't it", "aren't you", "surely", "obviously",
			"undoubtedly", "needless to say", ", of course", "of course ,", "as we all know", "everybody knows", "everyone knows",
		}
		asks = []string{"?", "do you agree"}
		praise = []string{"excellent", "outstanding", "wonderful", "fantastic", "brilliant", "superb", "amazing"}
	default:
		return func([]token) (int, int, bool) { return 0, 0, false }
	}
	return func(text []token) (int, int, bool) {
		if from, to, found := phrase(text, pushes); found {
			return from, to, true
		}
		// In a statement to agree with, praise is what is asked about.
		if _, _, asked := phrase(text, asks); !asked {
			return 0, 0, false
		}
		return phrase(text, praise)
	}
}
