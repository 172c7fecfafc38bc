package e2e

import (
	"math/rand/v2"
	"strings"

	"anketa/internal/terminal"
)

// question is a question of the trainings' survey as a participant meets it.
type question struct {
	id string
	// values are the stored values, in the order of their keys.
	values []string
	// required questions cannot be skipped, those with aside have the key 0.
	required, aside bool
	// text is true for questions in one's own words, consent when the text may be quoted.
	text, consent bool
}

// questions returns those of questions.yaml.
func questions() []question {
	extent := []string{"1", "2", "3", "4", "5"}
	return []question{
		{id: "sector", values: []string{"social", "police", "red_cross", "ngo", "health", "city", "prosecution", "judiciary", "education"}},
		{id: "gender", values: []string{"woman", "man"}, aside: true},
		{id: "informed", values: extent, required: true, aside: true},
		{id: "knowledge", values: extent, required: true, aside: true},
		{id: "applicable", values: extent, required: true, aside: true},
		{id: "recommend", values: []string{"yes", "no"}, required: true},
		{id: "improve", text: true},
		{id: "quote", text: true, consent: true},
	}
}

// How an entry stands for something else than the position of a value.
const (
	skipped = 0
	aside   = -1
)

// entry is one line of a sheet.
type entry struct {
	// point is the position of the chosen value from 1, or skipped or aside.
	point int
	text  string
	quote bool
}

// sheet is what one participant answers, question by question.
type sheet []entry

// key returns the key that answers the question.
func (q *question) key(e entry) string {
	switch e.point {
	case skipped:
		return terminal.Enter
	case aside:
		return "0"
	}
	return string(rune('0' + e.point))
}

// keys returns the keys that fill in the sheet and send it, from the welcome
// on, one element for each key.
func (s sheet) keys() []string {
	keys := []string{terminal.Enter}
	for i, q := range questions() {
		e := s[i]
		if !q.text {
			keys = append(keys, q.key(e))
			continue
		}
		keys = append(append(keys, strings.Split(e.text, "")...), terminal.Enter)
		switch {
		case !q.consent || e.text == "":
		case e.quote:
			keys = append(keys, "1")
		default:
			keys = append(keys, "2")
		}
	}
	return append(keys, terminal.Enter)
}

// tally returns the figures that must come out when these sheets are stored.
func tally(sheets []sheet) map[string]figures {
	all := map[string]figures{}
	for i, q := range questions() {
		f := figures{counts: map[string]int{}}
		for _, s := range sheets {
			switch e := s[i]; {
			case q.text && e.text == "", !q.text && e.point == skipped:
				f.missing++
			case q.text:
				f.n++
			case e.point == aside:
				f.notApplicable++
			default:
				f.n++
				f.counts[q.values[e.point-1]]++
			}
		}
		all[q.id] = f
	}
	return all
}

// randomSheet draws a sheet with every kind of answer, in both scripts.
func randomSheet(r *rand.Rand) sheet {
	var s sheet
	for _, q := range questions() {
		var e entry
		if q.text {
			e.text = randomText(r)
			e.quote = q.consent && e.text != "" && r.IntN(2) == 0
		} else {
			lowest := skipped
			if q.required {
				lowest = 1
			}
			if e.point = lowest + r.IntN(len(q.values)+1-lowest); q.aside && r.IntN(6) == 0 {
				e.point = aside
			}
		}
		s = append(s, e)
	}
	return s
}

// randomText draws up to six words; one text in three is empty.
func randomText(r *rand.Rand) string {
	words := strings.Fields("više vežbi čaša ćilim šuma žaba đak Čačak Žiža ŠĐĆ више вежби ђак џак љубав његош Ћуприја 2026 ok, da! ne?")
	var text []string
	if r.IntN(3) > 0 {
		for range 1 + r.IntN(6) {
			text = append(text, words[r.IntN(len(words))])
		}
	}
	return strings.Join(text, " ")
}
