package report

import (
	"regexp"
	"strings"

	"anketa/results"
	"anketa/survey"
)

// countOf is a count with its n, which stay on one line.
var countOf = regexp.MustCompile(`(\{count\}) (\S{1,8}) (\{n\})`)

// formsOf are the forms of a word between brackets, of which the count chooses one.
var formsOf = regexp.MustCompile(`\[([^\[\]|]+(?:\|[^\[\]|]+){1,2})\]`)

// headline is the declared box of a question as the report says it.
type headline struct {
	// percent is the large figure, share the bar below it, from 0 to 100.
	percent string
	share   float64
	// sentence says the rest: what the figure is about, with count and n.
	sentence string
	// interval is that of the share, or "" when everybody answered.
	interval string
}

// headlines returns the declared boxes that may be shown, in survey order.
func (r *Report) headlines() []headline {
	var all []headline
	for i := range r.survey.Questions {
		if len(r.survey.Questions[i].Headline) == 0 || !r.shown() {
			continue
		}
		f := r.Release.Figures(i)
		if h, ok := f.Headline(); ok && !f.Hidden {
			all = append(all, headline{percent: r.words.percent(h.Percent), share: h.Percent, sentence: r.sentence(f.Question, h), interval: r.interval(h)})
		}
	}
	return all
}

// sentence says a headline in the words of the survey file, or, where it has
// none, in plain ones. A percentage at its beginning is left to the large figure.
func (r *Report) sentence(q *survey.Question, h results.Headline) string {
	if len(q.Sentence) == 0 {
		var labels []string
		for _, code := range h.Points {
			labels = append(labels, r.words.quoted(q.Label(code, r.Lang)))
		}
		return r.words.format(r.words.plainSentence, h.Count, h.N, strings.Join(labels, ", "), q.Text.In(r.Lang))
	}
	sentence := strings.TrimSpace(strings.TrimPrefix(q.Sentence.In(r.Lang), "{percent}"))
	sentence = countOf.ReplaceAllString(sentence, "$1\u00a0$2\u00a0$3")
	sentence = formsOf.ReplaceAllStringFunc(sentence, func(all string) string {
		f := strings.Split(strings.Trim(all, "[]"), "|")
		return strings.TrimSpace(r.words.count(forms{f[0], f[1], f[len(f)-1]}, h.Count))
	})
	return strings.NewReplacer("{percent}", r.words.percent(h.Percent),
		"{count}", r.words.format("%d", h.Count), "{n}", r.words.format("%d", h.N)).Replace(sentence)
}

// interval writes the bounds of a share, or "" when there is nothing between them.
func (r *Report) interval(h results.Headline) string {
	low, high := r.words.percent(h.Low), r.words.percent(h.High)
	if low == high {
		return ""
	}
	return low + " – " + high
}
