package xlsform

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"anketa/survey"
)

// maxName is how long a name may be.
const maxName = 40

// plainName returns a name such as a survey file has them: Latin letters without
// marks, digits, and “_”, “-” and “.”, which it does not begin with. It may be empty.
func plainName(name string) string {
	name = strings.NewReplacer("đ", "dj", "Đ", "Dj", "ß", "ss").Replace(survey.Latin(name))
	name = strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.M, r):
			return -1
		case 'a' <= r && r <= 'z', 'A' <= r && r <= 'Z', '0' <= r && r <= '9', strings.ContainsRune("_-.", r):
			return r
		}
		return '_'
	}, norm.NFD.String(name))
	name = strings.TrimLeft(name, "_-.")
	return name[:min(len(name), maxName)]
}

// unique returns a name that none of those in use is like.
func unique(name string, used func(string) bool) string {
	wanted := name
	for n := 2; used(name); n++ {
		end := fmt.Sprintf("_%d", n)
		name = wanted[:min(len(wanted), maxName-len(end))] + end
	}
	return name
}
