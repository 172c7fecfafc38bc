package survey

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// checkScripts reports words of Latin and Cyrillic letters mixed, anywhere below
// the node: they look right, and searching, sorting and counting go wrong.
func (l *loader) checkScripts(n *yaml.Node) {
	if n.Kind == yaml.ScalarNode {
		from := 0
		for _, word := range mixedWords(n.Value) {
			// Finding a place costs as much as the file is long.
			if l.full(SeverityError) {
				l.counts[SeverityError]++
				continue
			}
			from = l.mixed(n, from, word)
		}
	}
	for _, child := range n.Content {
		l.checkScripts(child)
	}
}

// mixed reports one word of a scalar at its first letter of the other script,
// and returns the offset behind it.
func (l *loader) mixed(n *yaml.Node, from int, word string) int {
	foreign := foreignScript(word)
	message := fmt.Sprintf("the word “%s” mixes Latin and Cyrillic letters", CleanLine(word, maxShown))
	repair := fmt.Sprintf("type it anew as “%s”", CleanLine(oneScript(word, foreign), maxShown))
	f := findingAt(SeverityError, n, "mixed-script", message, repair)
	at, found := l.source.find(n, from, word)
	if !found {
		l.add(f)
		return from
	}
	first := strings.IndexFunc(word, func(r rune) bool { return unicode.Is(foreign, r) })
	letters := word[first:]
	if end := strings.IndexFunc(letters, func(r rune) bool { return !unicode.Is(foreign, r) }); end > 0 {
		letters = letters[:end]
	}
	l.add(l.source.mark(f, at+first, letters))
	return at + len(word)
}

// mixedWords returns the words of a text that have letters of both scripts.
func mixedWords(text string) []string {
	if !hasScript(text, unicode.Cyrillic) || !hasScript(text, unicode.Latin) {
		return nil
	}
	var mixed []string
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !isLetter(r) }) {
		if hasScript(word, unicode.Cyrillic) && hasScript(word, unicode.Latin) {
			mixed = append(mixed, word)
		}
	}
	return mixed
}

// hasScript reports whether a text has a letter of a script.
func hasScript(text string, script *unicode.RangeTable) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(script, r) })
}

// foreignScript returns the script of which a mixed word has fewer letters, and
// where there are as many of both, the one that it does not begin with.
func foreignScript(word string) *unicode.RangeTable {
	latin, cyrillic := 0, 0
	for _, r := range word {
		switch {
		case unicode.Is(unicode.Latin, r):
			latin++
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		}
	}
	first, _ := utf8.DecodeRuneInString(word)
	if latin > cyrillic || latin == cyrillic && unicode.Is(unicode.Latin, first) {
		return unicode.Cyrillic
	}
	return unicode.Latin
}

// Letters that look the same in both scripts, one under the other. The last two
// Cyrillic ones are not Serbian, so that they are only known as mistakes.
const (
	alikeLatin    = "aecopxyjkAEBKMHOPCTXJYis"
	alikeCyrillic = "аесорхујкАЕВКМНОРСТХЈУіѕ"
	alikeSerbian  = 22
)

// oneScript writes a mixed word without the foreign script. Whoever typed it saw
// nothing wrong, so that its foreign letters stand for those that look the same;
// where one has no such double, all of them stand for what they sound like.
func oneScript(word string, foreign *unicode.RangeTable) string {
	from, to := []rune(alikeCyrillic), []rune(alikeLatin)
	sound := Latin
	if foreign == unicode.Latin {
		from, to = to[:alikeSerbian], from[:alikeSerbian]
		sound = func(s string) string { return Cyrillic(s) }
	}
	alike := true
	looks := strings.Map(func(r rune) rune {
		if !unicode.Is(foreign, r) {
			return r
		}
		if i := slices.Index(from, r); i >= 0 {
			return to[i]
		}
		alike = false
		return r
	}, word)
	if alike {
		return looks
	}
	return sound(word)
}
