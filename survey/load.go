package survey

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

// Limits of a survey file. The YAML parser needs time that grows with the
// square of the number of keys, so the size is capped before parsing
// (reliability research, row 31).
const (
	// MaxFileSize is the largest survey file in bytes.
	MaxFileSize = 64 << 10
	maxDepth    = 20
	maxItems    = 200
	maxOptions  = 60
	maxLabel    = 300
	maxID       = 40
	maxGroup    = 1000
	minTime     = time.Millisecond
	maxTime     = time.Hour
)

// Load reads a survey file. A file with mistakes gives [Problems] that name
// all of them with line and column; other errors come from reading r.
func Load(r io.Reader) (*Survey, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxFileSize+1))
	if err != nil {
		return nil, fmt.Errorf("read survey: %w", err)
	}
	if len(data) > MaxFileSize {
		return nil, Problems{{1, 1, fmt.Sprintf("the file is larger than %d KiB; a survey is shorter than that", MaxFileSize>>10)}}
	}
	if problem, bad := badCharacter(data); bad {
		return nil, Problems{problem}
	}
	var doc yaml.Node
	if err := yaml.Load(data, &doc, yaml.WithPlugin(loaderlimits.New(loaderlimits.DepthValue(maxDepth)))); err != nil {
		return nil, syntaxProblem(err)
	}
	l := &loader{}
	if l.refuseAliases(&doc); len(l.problems) > 0 {
		return nil, l.problems
	}
	s := l.survey(doc.Content[0])
	if len(l.problems) > 0 {
		l.problems.sort()
		return nil, l.problems
	}
	return s, nil
}

// loader walks the nodes of a survey file and collects every mistake.
type loader struct {
	problems  Problems
	languages []Lang
	scales    map[string]Scale
	ids       map[string]bool
}

// refuseAliases reports anchors and aliases anywhere below the node: they can
// make a small file unfold into an endless one, and no survey needs them.
func (l *loader) refuseAliases(n *yaml.Node) {
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		l.report(n, "anchors (&) and aliases (*) are not used in survey files; write the text out or define a scale")
		return
	}
	for _, child := range n.Content {
		l.refuseAliases(child)
	}
}

// survey reads the document.
func (l *loader) survey(n *yaml.Node) *Survey {
	f := l.fields(n, "the survey", "id", "title", "intro", "languages", "min_group", "release", "link_texts", "kiosk", "scales", "questions")
	l.languages = l.langs(f)
	s := &Survey{
		ID:        l.id(f.want("id")),
		Title:     l.text(f.want("title")),
		Intro:     l.text(f.get("intro")),
		Languages: l.languages,
		MinGroup:  l.integer(f.get("min_group"), DefaultMinGroup, DefaultMinGroup, maxGroup),
		Release:   ReleaseMode(l.oneOf(f.get("release"), string(ReleaseLagged), string(ReleaseLive))),
		LinkTexts: l.boolean(f.get("link_texts")),
		Kiosk:     l.kiosk(f.get("kiosk")),
	}
	l.readScales(f.get("scales"))
	l.ids = map[string]bool{}
	for _, item := range l.items(f.want("questions"), 1, maxItems) {
		s.Questions = append(s.Questions, l.question(item))
	}
	return s
}

// langs reads the languages of the survey; without the key they are those of the interface.
func (l *loader) langs(f fields) []Lang {
	n := f.get("languages")
	if n == nil {
		return Languages()
	}
	var langs []Lang
	for _, item := range l.items(n, 1, 9) {
		lang, err := ParseLang(item.Value)
		switch {
		case err != nil:
			l.report(item, err.Error())
		case slices.Contains(langs, lang):
			l.report(item, fmt.Sprintf("the language %s is named twice", lang))
		default:
			langs = append(langs, lang)
		}
	}
	if len(langs) == 0 {
		return Languages()
	}
	return langs
}

// kiosk reads the times after which the kiosk acts by itself.
func (l *loader) kiosk(n *yaml.Node) Kiosk {
	k := DefaultKiosk()
	if n == nil {
		return k
	}
	f := l.fields(n, "kiosk", "idle", "countdown", "confirm", "thanks")
	l.duration(f.get("idle"), &k.Idle)
	l.duration(f.get("countdown"), &k.Countdown)
	l.duration(f.get("confirm"), &k.Confirm)
	l.duration(f.get("thanks"), &k.Thanks)
	return k
}

// readScales reads the named scales.
func (l *loader) readScales(n *yaml.Node) {
	l.scales = map[string]Scale{}
	if n == nil {
		return
	}
	if n.Kind != yaml.MappingNode {
		l.report(n, "scales is a list of names, each with its points")
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, body := n.Content[i], n.Content[i+1]
		f := l.fields(body, "a scale", "points", "not_applicable")
		scale := Scale{
			Points:        l.degrees(f.want("points")),
			NotApplicable: l.text(f.get("not_applicable")),
		}
		id := l.id(name)
		if _, twice := l.scales[id]; twice && id != "" {
			l.report(name, fmt.Sprintf("the scale %q stands here twice", id))
		}
		l.scales[id] = scale
	}
}

// degrees reads the points of a scale: numbered 1, 2, 3 … because the number is
// the key that chooses the point and what a mean is computed from.
func (l *loader) degrees(n *yaml.Node) []Point {
	before := len(l.problems)
	points := l.points(n, MinPoints, MaxPoints)
	if len(l.problems) > before {
		return points
	}
	for i := range points {
		if points[i].Value != strconv.Itoa(i+1) {
			l.report(n.Content[i], fmt.Sprintf("the points of a scale have the values 1, 2, 3 … in this order; here stands %q", points[i].Value))
			break
		}
	}
	return points
}

// points reads labelled points with values that differ from each other.
func (l *loader) points(n *yaml.Node, least, most int) []Point {
	var points []Point
	seen := map[string]bool{}
	for _, item := range l.items(n, least, most) {
		f := l.fields(item, "a point", "value", "label")
		value := f.want("value")
		p := Point{Value: l.id(value), Label: l.text(f.want("label"))}
		switch {
		case p.Value == "":
			// Reported already; the point stays, so that the headline can leave it out.
		case seen[p.Value]:
			l.report(value, fmt.Sprintf("the value %q is used twice", p.Value))
		case p.Value == NotApplicableValue:
			l.report(value, "the value na is kept for not_applicable")
		}
		seen[p.Value] = true
		points = append(points, p)
	}
	return points
}

// isName reports whether a text can name a question, a scale or a value: CSV
// columns, XLSForm and SPSS all accept such names.
func isName(s string) bool {
	const marks = "_.-"
	letter := func(r rune) bool {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return s != "" && len(s) <= maxID && !strings.ContainsRune(marks, rune(s[0])) &&
		!strings.ContainsFunc(s, func(r rune) bool { return !letter(r) && !strings.ContainsRune(marks, r) })
}
