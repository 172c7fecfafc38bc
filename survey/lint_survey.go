package survey

import "fmt"

// lintLength warns of a survey that takes so long that a queue forms.
func (l *loader) lintLength() {
	if seconds := l.out.Seconds(); seconds > maxSeconds {
		l.warn(l.questions, "long-survey", fmt.Sprintf("the survey takes about %d seconds a person, and a queue forms above %d", seconds, maxSeconds),
			"leave out what nobody will act upon, or ask it under a condition")
	}
}

// maxGuessed is how many groups a number makes: people remember about how old
// somebody is, not the year.
const maxGuessed = 10

// lintSinglingOut warns when what is asked about people themselves makes more
// combinations than people are expected: then some are alone in theirs, and who
// knows them can find their row.
func (l *loader) lintSinglingOut(attended int) {
	var names []string
	combinations, last := 1, 0
	for i := range l.out.Questions {
		groups := l.out.Questions[i].groups()
		// More than this says nothing more, and must not overflow.
		if groups < 2 || combinations > MaxAttended {
			continue
		}
		combinations *= groups
		names, last = append(names, l.out.Questions[i].ID), i
	}
	if len(names) > 1 && combinations > attended {
		l.warn(l.places[last].get("id"), "singling-out",
			fmt.Sprintf("the answers to %s together make %d combinations for %d people, so that some could be recognised", enumerate(names, "and"), combinations, attended),
			"leave one of them out, offer fewer and larger groups, or say with --attended that more people come")
	}
}

// groups returns into how many groups a question about the participant divides
// them, and 0 for other questions: those with a headline ask about the training.
func (q *Question) groups() int {
	switch {
	case len(q.Headline) > 0:
		return 0
	case q.Kind == KindChoice, q.Kind == KindYesNo:
		return len(q.Points)
	case q.Kind == KindNumber:
		return min(q.Max-q.Min+1, maxGuessed)
	}
	return 0
}
