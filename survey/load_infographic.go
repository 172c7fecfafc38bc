package survey

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v4"
)

// infographic reads what the report says beside the figures. The questions that
// it names are known when it is read.
func (l *loader) infographic(n *yaml.Node) Infographic {
	if n == nil {
		return Infographic{}
	}
	f := l.fields(n, "report", "title", "paragraph", "split", "structure", "partners", "funders")
	return Infographic{
		Title: l.text(f.get("title")), Paragraph: l.textUpTo(f.get("paragraph"), MaxParagraph),
		Split: l.divides(f.get("split")), Structure: l.divides(f.get("structure")),
		Partners: l.organisations(f.get("partners")), Funders: l.organisations(f.get("funders")),
	}
}

// divides reads the id of a question that divides the participants into groups.
func (l *loader) divides(n *yaml.Node) string {
	id, ok := l.scalar(n)
	if !ok {
		return ""
	}
	var known []string
	for i := range l.out.Questions {
		if q := &l.out.Questions[i]; q.splits() && q.ID != "" {
			known = append(known, q.ID)
		}
	}
	at, ok := l.out.Question(id)
	switch {
	case !ok || id == "":
		l.report(n, "report", fmt.Sprintf("the report names %q, which is no question of the survey", CleanLine(id, maxShown)),
			l.instead(id, known, "write the id of a choice question"))
		return ""
	case !l.out.Questions[at].splits():
		l.report(n, "report", fmt.Sprintf("the question %s does not divide the participants into groups", id), "write the id of a choice or yes_no question")
		return ""
	}
	return id
}

// organisations reads the partners or the funders: each a name, or a name with a logo.
func (l *loader) organisations(n *yaml.Node) []Organisation {
	var all []Organisation
	for _, item := range l.items(n, 1, maxOrganisations) {
		if item.Kind != yaml.MappingNode {
			all = append(all, Organisation{Name: l.text(item)})
			continue
		}
		f := l.fields(item, "an organisation", "name", "logo")
		all = append(all, Organisation{Name: l.text(f.want("name")), Logo: l.logo(f.get("logo"))})
	}
	return all
}

// logo reads the name of a picture, which is looked for beside the survey file.
func (l *loader) logo(n *yaml.Node) string {
	name, ok := l.scalar(n)
	if ok && !isLogo(name) {
		l.report(n, "report", fmt.Sprintf("%q is no picture beside the survey file", CleanLine(name, maxShown)),
			"write a name such as logo.png or pictures/logo.jpg, and put the file there")
		return ""
	}
	return name
}

// headlineSentence reads the sentence in which the report says the headline.
func (l *loader) headlineSentence(f fields, q *Question) {
	n := f.get("sentence")
	if n == nil {
		return
	}
	if f.get("headline") == nil {
		l.report(n, "headline", "the sentence has no headline to speak of", "add a line “headline:” with the points that it counts")
		return
	}
	if q.Sentence = l.text(n); n.Kind != yaml.ScalarNode && n.Kind != yaml.MappingNode {
		return
	}
	for _, w := range l.wordings(n) {
		l.placeholders(w.node)
	}
}

// placeholders reports what is wrong in the sentence of a headline, where it stands.
func (l *loader) placeholders(n *yaml.Node) {
	if n.Kind != yaml.ScalarNode || isNull(n) {
		return
	}
	word, err := checkSentence(Clean(n.Value, maxLabel))
	if err == nil {
		return
	}
	repair := "write {percent}, {count} and {n}, each once"
	if word == openForms {
		repair, word = "write [one|other] or [one|few|other], such as [person|people]", ""
	}
	if near := Nearest(word, placeholders()); near != "" && near != word {
		repair = fmt.Sprintf("write {%s}", near)
	}
	finding := findingAt(SeverityError, n, "placeholder", err.Error(), repair)
	if at := l.source.offset(n.Line, n.Column); word != "" {
		if i := strings.Index(l.source.text[at:min(at+4*len(n.Value)+1024, len(l.source.text))], "{"+strings.TrimPrefix(word, "{")); i >= 0 {
			finding = l.source.mark(finding, at+i, "{"+strings.TrimPrefix(word, "{"))
		}
	}
	l.add(finding)
}
