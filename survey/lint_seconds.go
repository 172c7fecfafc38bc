package survey

import (
	"math"
	"strings"
)

// What one person needs, in seconds unless it says otherwise. All but the first
// are estimates on the safe side for people who seldom type.
const (
	// wordsPerMinute is how fast adults read silently (Brysbaert, Journal of
	// Memory and Language 109, 2019: 238 words a minute, non-fiction in English).
	wordsPerMinute = 238
	// secondsPoint is to find one's place on a scale or among options and press a key.
	secondsPoint = 3
	// secondsYesNo is the same for two answers.
	secondsYesNo = 2
	// secondsNumber is to think of a number and type it.
	secondsNumber = 5
	// secondsSet is to choose several options and go on.
	secondsSet = 6
	// secondsWords is to type a sentence, secondsMaybeWords what that comes to
	// where it may be left empty, as two of three people do.
	secondsWords      = 24
	secondsMaybeWords = 8
	// conditional is the share of people who are asked a question with a condition.
	conditional = 0.5
	// maxSeconds is how long a person may take before a queue forms.
	maxSeconds = 90
)

// Seconds estimates how long one person needs for the survey, in seconds: the
// time to read title, introduction and all questions with their hints and
// options in the first language, at 238 words a minute, and a few seconds for
// each answer. The labels of a scale are read once. Questions with a condition
// count half.
func (s *Survey) Seconds() int {
	lang := s.Languages[0]
	total := readingTime(s.Title.In(lang), s.Intro.In(lang))
	for i := range s.Sections {
		total += readingTime(s.Sections[i].Title.In(lang))
	}
	known := map[string]bool{}
	for i := range s.Questions {
		q := &s.Questions[i]
		seconds := q.seconds() + readingTime(q.Text.In(lang), q.Hint.In(lang), q.Unit.In(lang))
		if q.OfScale() && !known[q.ScaleName] || q.Kind == KindChoice || q.Kind == KindMulti {
			for _, p := range q.Points {
				seconds += readingTime(p.Label.In(lang))
			}
			known[q.ScaleName] = true
		}
		if q.When != nil {
			seconds *= conditional
		}
		total += seconds
	}
	return int(math.Ceil(total))
}

// readingTime returns how long it takes to read texts, in seconds.
func readingTime(texts ...string) float64 {
	words := 0
	for _, text := range texts {
		words += len(strings.Fields(text))
	}
	return float64(words) * 60 / wordsPerMinute
}

// seconds returns how long it takes to answer a question that was read.
func (q *Question) seconds() float64 {
	switch q.Kind {
	case KindNote:
		return 0
	case KindYesNo:
		return secondsYesNo
	case KindBeforeAfter:
		return 2 * secondsPoint
	case KindMulti:
		return secondsSet
	case KindNumber:
		return secondsNumber
	case KindText:
		if q.Required {
			return secondsWords
		}
		return secondsMaybeWords
	}
	return secondsPoint
}
