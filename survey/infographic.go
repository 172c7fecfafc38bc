package survey

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// MaxParagraph is the largest number of characters of the paragraph of a report.
const MaxParagraph = 700

// maxOrganisations bounds how many partners, and how many funders, a report names.
const maxOrganisations = 12

// Infographic is what the report says beside the figures. It is no question, and
// no participant sees it.
type Infographic struct {
	// Title heads the report; where it is empty, the title of the survey does.
	Title Text `json:"title,omitzero"`
	// Paragraph says what was held, for whom and why; it may be empty.
	Paragraph Text `json:"paragraph,omitzero"`
	// Split is the id of the choice question that divides the participants, such
	// as by gender; Structure that of the one that says where they come from.
	Split     string `json:"split,omitzero"`
	Structure string `json:"structure,omitzero"`
	// Partners held the training, Funders paid for it.
	Partners []Organisation `json:"partners,omitzero"`
	Funders  []Organisation `json:"funders,omitzero"`
}

// Organisation is a partner or a funder.
type Organisation struct {
	// Name is how it is called.
	Name Text `json:"name"`
	// Logo names its picture (PNG or JPEG) beside the survey file; it may be empty.
	Logo string `json:"logo,omitzero"`
}

// placeholders stand in the sentence of a headline for its figures.
func placeholders() []string { return []string{"percent", "count", "n"} }

// checkSentence reports what is wrong in the sentence of a headline: count, n and
// percent stand together in each, once. The word is the one that is meant, or "".
func checkSentence(sentence string) (word string, err error) {
	rest, seen := sentence, map[string]bool{}
	for {
		_, behind, open := strings.Cut(rest, "{")
		if !open {
			break
		}
		name, after, closed := strings.Cut(behind, "}")
		switch {
		case !closed || strings.Contains(name, "{"):
			return "{", errors.New("a brace { is not closed")
		case !slices.Contains(placeholders(), name):
			return name, fmt.Errorf("{%s} is not known in a sentence", CleanLine(name, maxShown))
		case seen[name]:
			return name, fmt.Errorf("{%s} stands in the sentence twice", name)
		}
		seen[name] = true
		rest = after
	}
	for _, name := range placeholders() {
		if !seen[name] {
			return "", fmt.Errorf("{%s} is missing in the sentence", name)
		}
	}
	return checkForms(sentence)
}

// openForms is where the forms of a word begin in a sentence.
const openForms = "["

// checkForms reports what is wrong in the forms of words in a sentence, of which the
// count chooses one: [person|people], or three where a language has them.
func checkForms(sentence string) (word string, err error) {
	for rest := sentence; ; {
		_, behind, open := strings.Cut(rest, openForms)
		if !open {
			return "", nil
		}
		inside, after, closed := strings.Cut(behind, "]")
		forms := strings.Split(inside, "|")
		empty := slices.ContainsFunc(forms, func(f string) bool { return strings.TrimSpace(f) == "" })
		switch {
		case len(forms) == 1:
		case !closed:
			return openForms, errors.New("a bracket [ is not closed")
		case len(forms) > 3 || empty || strings.ContainsAny(inside, "[{"):
			return openForms, errors.New("between [ and ] stand two or three forms of a word")
		}
		rest = after
	}
}

// isLogo reports whether a name is that of a picture beside the survey file or
// below its folder.
func isLogo(name string) bool {
	return fs.ValidPath(name) && name != "." && !strings.ContainsAny(name, `\:`) && CleanLine(name, MaxNameLength) == name &&
		slices.Contains([]string{".png", ".jpg", ".jpeg"}, strings.ToLower(path.Ext(name)))
}

// WithReport returns the survey with what another version of its file says in the
// report: its texts, and the sentences of those questions whose headline is the
// same in both.
func (s *Survey) WithReport(other *Survey) *Survey {
	out := *s
	out.Report, out.Questions = other.Report, slices.Clone(s.Questions)
	for i := range out.Questions {
		q := &out.Questions[i]
		at, ok := other.Question(q.ID)
		if !ok {
			continue
		}
		if from := &other.Questions[at]; Comparable(q, from) == nil && slices.Equal(q.boxValues(), from.boxValues()) {
			q.Sentence = from.Sentence
		}
	}
	return &out
}

// boxValues returns the values of the points that the headline counts.
func (q *Question) boxValues() []string {
	values := make([]string, len(q.Headline))
	for i, code := range q.Headline {
		values[i] = q.Points[code-1].Value
	}
	return values
}

// splits reports whether a question divides the participants into groups.
func (q *Question) splits() bool { return q.Kind == KindChoice || q.Kind == KindYesNo }

// settleReport drops what a survey file could not say about its report: nobody is
// kept from their answers by it.
func (s *Survey) settleReport() {
	r := &s.Report
	for _, id := range []*string{&r.Split, &r.Structure} {
		if at, ok := s.Question(*id); !ok || !s.Questions[at].splits() {
			*id = ""
		}
	}
	r.Partners, r.Funders = settled(r.Partners), settled(r.Funders)
	for i := range s.Questions {
		q := &s.Questions[i]
		for _, sentence := range q.Sentence {
			if _, err := checkSentence(sentence); err != nil || len(q.Headline) == 0 {
				q.Sentence = nil
				break
			}
		}
	}
}

// settled returns no more organisations than there may be, with logos beside the
// survey file.
func settled(all []Organisation) []Organisation {
	all = all[:min(len(all), maxOrganisations)]
	for i := range all {
		if !isLogo(all[i].Logo) {
			all[i].Logo = ""
		}
	}
	return all
}
