package tui

import (
	"strconv"
	"strings"

	"anketa/results"
	"anketa/survey"
)

// hearMasks says the words of a text with their numbers and asks which of them are
// masked, or shown again; chosen is false when none was named. The words that are masked
// already are not said.
func (l *Linear) hearMasks(pieces []results.Piece) (masked []int, chosen bool, err error) {
	t := &l.text.Texts
	if len(pieces) < 2 {
		l.say(t.NoWords)
		return nil, false, nil
	}
	m := masking{pieces: pieces}
	words := pieces[:len(pieces)-1]
	l.say(t.MaskNumbers, l.text.Linear.EmptyCancels)
	for i, p := range words {
		l.say(l.text.Format("%d. %s", i+1, l.spelt(p.Word)))
	}
	for {
		line, err := l.hear(l.text.Linear.Choice, forever)
		if err != nil || line == "" {
			return nil, false, err
		}
		numbers, ok := numbersIn(line, len(words))
		if !ok {
			l.say(t.NoWord)
			continue
		}
		for _, n := range numbers {
			words[n-1].Masked = !words[n-1].Masked
		}
		return m.masked(), true, nil
	}
}

// numbersIn reads numbers from 1 on with spaces or commas between them, each once.
func numbersIn(line string, most int) (numbers []int, ok bool) {
	seen := map[int]bool{}
	for word := range strings.FieldsFuncSeq(line, func(r rune) bool { return r == ' ' || r == ',' }) {
		n, err := strconv.Atoi(word)
		if err != nil || n < 1 || n > most {
			return nil, false
		}
		if !seen[n] {
			numbers = append(numbers, n)
		}
		seen[n] = true
	}
	return numbers, len(numbers) > 0
}

// spelt returns a text in which masked words are named instead of marked.
func (l *Linear) spelt(text string) string {
	return strings.ReplaceAll(text, survey.Mask, "("+l.text.Texts.MaskedWord+")")
}
