package survey

import (
	"strings"
	"unicode/utf8"
)

// token is a word of a text, or a sign between words.
type token struct {
	// word is in lower case, Serbian in Latin script.
	word string
	// start and end are offsets in the text.
	start, end int
}

// tokens takes a text apart. Letters, apostrophes between them and digits make
// words; every other sign but a space stands for itself.
func tokens(text string) []token {
	var all []token
	for start := 0; start < len(text); {
		end := start + wordLength(text[start:])
		if end == start {
			_, size := utf8.DecodeRuneInString(text[start:])
			end = start + size
		}
		if word := strings.TrimSpace(text[start:end]); word != "" {
			word = strings.ReplaceAll(strings.ToLower(Latin(word)), "’", "'")
			all = append(all, token{word, start, end})
		}
		start = end
	}
	return all
}

// wordLength returns the length of the word at the beginning of a text.
func wordLength(text string) int {
	for i, r := range text {
		inside := i > 0 && (r == '\'' || r == '’')
		if !isLetter(r) && !('0' <= r && r <= '9') && !inside {
			return i
		}
	}
	return len(text)
}

// phrase returns the offsets of the first words in a text that one of the
// phrases fits, or false. The words of a phrase follow each other; one that ends
// with "*" fits every word that begins so.
func phrase(text []token, phrases []string) (start, end int, found bool) {
	for i := range text {
		for _, p := range phrases {
			if n, ok := fitsPhrase(text[i:], strings.Fields(p)); ok {
				return i, i + n, true
			}
		}
	}
	return 0, 0, false
}

// fitsPhrase reports whether a text begins with a phrase, and of how many words.
func fitsPhrase(text []token, words []string) (int, bool) {
	if len(text) < len(words) {
		return 0, false
	}
	for i, word := range words {
		stem, open := strings.CutSuffix(word, "*")
		if text[i].word != word && !(open && strings.HasPrefix(text[i].word, stem)) {
			return 0, false
		}
	}
	return len(words), true
}
