package report

import (
	"image"

	"anketa/results"
	"anketa/survey"
)

// Input is what a report is made of. Every figure and every text comes from the
// release, which holds back what the rules of anonymity hold back.
type Input struct {
	Release *results.Release
	// Lang is the language of the report, one of the survey's.
	Lang survey.Lang
	// Logos are the pictures of partners and funders by the name in the survey file.
	Logos map[string]image.Image
	// Example says that the answers are made up: the report then says so.
	Example bool
}

// Report is what is handed over about one or several sessions, in one language.
type Report struct {
	Input
	survey *survey.Survey
	words  *words
}

// New returns the report of a release.
func New(in Input) *Report {
	return &Report{Input: in, survey: in.Release.Survey, words: wordsFor(in.Lang)}
}

// title returns what heads the report.
func (r *Report) title() string {
	if len(r.survey.Report.Title) > 0 {
		return r.survey.Report.Title.In(r.Lang)
	}
	return r.survey.Title.In(r.Lang)
}

// shown reports whether there is anything that may be shown.
func (r *Report) shown() bool { return r.Release.Tally.N() > 0 }

// nothing says in a few words that nothing is shown: not yet, for good, or because
// there is nothing.
func (r *Report) nothing() string {
	switch {
	case r.Release.Open():
		return r.words.notYet
	case r.Release.Nobody():
		return r.words.noResults
	}
	return r.words.hidden
}

// notice says calmly what of the answers is not shown, and why, or that nobody
// answered; it is empty when everything is shown.
func (r *Report) notice() string {
	n, all, k := r.Release.Tally.N(), r.Release.Responses(), r.survey.MinGroup
	switch {
	case r.Release.Nobody():
		return r.words.nobody
	case all == n:
		return ""
	case n == 0 && r.Release.Open():
		return r.words.format(r.words.stillOpen, k)
	case n == 0:
		return r.words.format(r.words.tooFew, k)
	case r.Release.Open():
		return r.words.format(r.words.partly, n, all)
	}
	return r.words.format(r.words.leftOut, n, all, k)
}

// onPaper says how many of the responses came from paper, or nothing.
func (r *Report) onPaper() string {
	switch p := r.Release.Paper(); {
	case p.Withheld:
		return r.words.someOnPaper
	case p.N > 0:
		return r.words.format(r.words.count(r.words.onPaper, p.N), p.N)
	}
	return ""
}

// damaged says how many records are in no figure because they can no longer be read;
// it is empty when all can.
func (r *Report) damaged() string {
	n := r.Release.Damaged()
	switch {
	case n == 0:
		return ""
	case r.Release.Open():
		return r.words.format(r.words.count(r.words.damagedOpen, n), n)
	}
	return r.words.format(r.words.count(r.words.damaged, n), n)
}

// figures returns the numbers of the question with an id, or false when it has
// none to show.
func (r *Report) figures(id string) (results.Figures, bool) {
	at, ok := r.survey.Question(id)
	if id == "" || !ok || !r.shown() {
		return results.Figures{}, false
	}
	f := r.Release.Figures(at)
	return f, !f.Hidden && f.N > 0
}
