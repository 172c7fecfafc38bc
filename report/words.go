package report

import (
	"strings"
	"time"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"anketa/survey"
)

// words are what a report says by itself, in one language.
type words struct {
	tag language.Tag
	// percentage is a number with its sign, open and shut are quotation marks.
	percentage, open, shut string
	// months stand behind a day, date is how both and the year are written.
	months [12]string
	date   string

	overline, example string
	// serbian and english are the names of languages.
	serbian, english string
	// participants and sessions are counted nouns.
	participants, sessions forms
	// attended takes how many answered and how many were there.
	attended, answered           string
	structure, headlines         string
	conclusions, recommendations string
	partners, funders            string
	quoteBy, noAnswer            string
	// plainSentence takes count, n, the labels of the headline and the question.
	plainSentence string
	// onPaper takes how many questionnaires were filled in on paper; someOnPaper says
	// that some were.
	onPaper     forms
	someOnPaper string
	// smallest takes the smallest group, the notices what [Report.notice] gives them.
	smallest, notYet, hidden, nobody, noResults, stillOpen, tooFew, partly, leftOut string
	// damaged takes how many records cannot be read and are in no figure, damagedOpen how
	// many will be in none once the collection has ended.
	damaged, damagedOpen forms
}

// forms are those of a noun behind a number.
type forms struct{ one, few, other string }

// wordsFor returns the words that fit best to a language.
func wordsFor(lang survey.Lang) *words {
	switch lang {
	case survey.SerbianCyrillic:
		return serbianWords(lang, func(s string) string { return s })
	case survey.English:
		return englishWords()
	}
	return serbianWords(survey.SerbianLatin, survey.Latin)
}

// format fills numbers and words into a text, with the digits of the language.
func (w *words) format(format string, args ...any) string {
	return message.NewPrinter(w.tag).Sprintf(format, args...)
}

// percent writes a percentage with one decimal, "59,7 %" or "59.7%".
func (w *words) percent(p float64) string {
	return w.format(w.percentage, number.Decimal(p, number.Scale(1)))
}

// count returns the form of a noun that a number asks for, by the plural rules of CLDR.
func (w *words) count(f forms, n int) string {
	switch plural.Cardinal.MatchPlural(w.tag, n, 0, 0, 0, 0) {
	case plural.One:
		return f.one
	case plural.Few:
		return f.few
	}
	return f.other
}

// quoted puts a text into quotation marks.
func (w *words) quoted(s string) string { return w.open + s + w.shut }

// day writes a date of the form YYYY-MM-DD as people do; another is left as it is.
func (w *words) day(date string) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return strings.NewReplacer("{day}", t.Format("2"), "{month}", w.months[t.Month()-1], "{year}", t.Format("2006")).Replace(w.date)
}

// days writes from which day to which, with the month and the year once where they
// are the same.
func (w *words) days(first, last string) string {
	a, b := w.day(first), w.day(last)
	if a == b {
		return a
	}
	day, rest, _ := strings.Cut(a, " ")
	if len(first) == len(time.DateOnly) && len(last) == len(time.DateOnly) && first[:7] == last[:7] && strings.HasSuffix(b, " "+rest) {
		return strings.TrimSuffix(day, ".") + "–" + b
	}
	return a + " – " + b
}
