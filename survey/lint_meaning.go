package survey

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// Earlier is a version of a survey under which answers were collected.
type Earlier struct {
	Survey *Survey
	// Sessions are the titles of the sessions that used it.
	Sessions []string
}

// lintMeaning warns of questions that keep their id but not their meaning: their
// answers would be counted together with those of earlier sessions, or refused.
func (l *loader) lintMeaning(earlier []Earlier) {
	for i := range l.out.Questions {
		q := &l.out.Questions[i]
		for _, e := range earlier {
			if e.Survey.ID != l.out.ID {
				continue
			}
			at, ok := e.Survey.Question(q.ID)
			if !ok {
				continue
			}
			if message, repair := q.changed(&e.Survey.Questions[at], e.Sessions); message != "" {
				l.warn(l.places[i].get("id"), "changed-meaning", message, repair)
				break
			}
		}
	}
}

// changed says how a question differs from the one that was asked before under
// its id, and what to do, or "".
func (q *Question) changed(before *Question, sessions []string) (message, repair string) {
	var other *IncomparableError
	if errors.As(Comparable(q, before), &other) {
		return fmt.Sprintf("the question %s had another %s in %s, so that the answers cannot be put together", q.ID, other.What, listed(sessions)),
			"give the question a new id, or ask it as before"
	}
	if old, changed := q.reworded(before); changed {
		return fmt.Sprintf("the question %s asked something else in %s: “%s”", q.ID, listed(sessions), old),
			"give the question a new id, or keep the old words"
	}
	return "", ""
}

// reworded reports whether more than a quarter of the letters of the question
// changed in every language that both have, and how it read there. A single one
// proves nothing: a translation may have been added or repaired.
func (q *Question) reworded(before *Question) (was string, changed bool) {
	for _, lang := range slices.Sorted(maps.Keys(q.Text)) {
		old, ok := before.Text[lang]
		if !ok {
			continue
		}
		a, b := plain(q.Text[lang]), plain(old)
		longer := max(utf8.RuneCountInString(a), utf8.RuneCountInString(b))
		if 4*levenshtein.ComputeDistance(a, b) <= longer {
			return "", false
		}
		was, changed = old, true
	}
	return was, changed
}

// listed names the first few of several sessions.
func listed(sessions []string) string {
	const most = 3
	names := make([]string, 0, most+1)
	for i, title := range sessions {
		if i == most {
			names = append(names, counted(len(sessions)-most, "other session", "other sessions"))
			break
		}
		names = append(names, "“"+title+"”")
	}
	return enumerate(names, "and")
}
