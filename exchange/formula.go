package exchange

import (
	"strconv"
	"strings"
	"unicode"
)

// harmless returns a text that no spreadsheet takes for a formula: what begins like
// one, also behind spaces, gets an apostrophe in front, which spreadsheets take for
// "this is text" (OWASP ASVS 5.0, 1.2.10). A number stays what it is.
func harmless(text string) string {
	if !daring(text) {
		return text
	}
	return "'" + text
}

// daring reports whether a spreadsheet might take a text for a formula.
func daring(text string) bool {
	if text == "" || text[0] > ' ' && text[0] < 0x80 && !strings.ContainsRune("=+-@", rune(text[0])) {
		return false
	}
	if strings.ContainsAny(text[:1], "\t\r\n\x00") {
		return true
	}
	trimmed := strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) || r == '\uFEFF' })
	if trimmed == "" {
		return false
	}
	if first := []rune(trimmed)[0]; !strings.ContainsRune("=+-@＝＋－＠", first) {
		return false
	}
	_, err := strconv.Atoi(text)
	return err != nil
}

// daringAgain takes the apostrophe away that harmless has put in front.
func daringAgain(text string) string {
	if rest, ok := strings.CutPrefix(text, "'"); ok && daring(rest) {
		return rest
	}
	return text
}
