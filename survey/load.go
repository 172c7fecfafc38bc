package survey

import (
	"fmt"
	"io"
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
	maxShown    = 60
	minTime     = time.Millisecond
	maxTime     = time.Hour
)

// Load reads a survey file. A file with mistakes gives [Findings] that name all
// of them with line and column, warnings left out; other errors come from
// reading r.
func Load(r io.Reader) (*Survey, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxFileSize+1))
	if err != nil {
		return nil, fmt.Errorf("read survey: %w", err)
	}
	s, findings := Check(data)
	if s == nil {
		return nil, findings.Of(SeverityError)
	}
	return s, nil
}

// Check reads a survey file and returns everything that is wrong in it or that
// leaves people behind, in file order. The survey is nil when there are errors.
// [Lint] says more, about what spoils results.
func Check(data []byte) (*Survey, Findings) { return read(data).result() }

// read walks through a survey file as far as that goes.
func read(data []byte) *loader {
	l := &loader{source: newSource(data), counts: map[Severity]int{}}
	if len(data) > MaxFileSize {
		l.add(wholeFile("too-large", fmt.Sprintf("the file is larger than %d KiB", MaxFileSize>>10), "no survey is that long, so shorten it"))
		return l
	}
	if finding, bad := badCharacter(l.source.text); bad {
		l.add(finding)
		return l
	}
	var doc yaml.Node
	if err := yaml.Load([]byte(l.source.text), &doc, yaml.WithPlugin(loaderlimits.New(loaderlimits.DepthValue(maxDepth)))); err != nil {
		l.add(l.source.syntaxFinding(err))
		return l
	}
	if l.refuseTricks(&doc); !l.failed() {
		l.checkScripts(&doc)
		l.survey(doc.Content[0])
	}
	return l
}

// wholeFile returns an error about the file as such.
func wholeFile(rule, message, repair string) Finding {
	return Finding{Severity: SeverityError, Rule: rule, Line: 1, Column: 1, Width: 1, Message: message, Repair: repair}
}

// loader walks the nodes of a survey file and collects every finding.
type loader struct {
	source    *source
	findings  Findings
	counts    map[Severity]int
	languages []Lang
	// latinWords stay as they are when Latin is written in Cyrillic.
	latinWords []string
	scales     map[string]Scale
	// scaleNames are the names of the scales where the file defines them.
	scaleNames []*yaml.Node
	// out is the survey as far as it was read, places the keys of each question.
	out    *Survey
	places []fields
	// questions is the list of them in the file.
	questions *yaml.Node
	// ids and columns are the names in use, all the ids that the file names
	// anywhere, and asking the one whose condition is read.
	ids, columns map[string]bool
	all          map[string]idUse
	asking       string
}

// result returns the survey, unless there are errors, and all findings.
func (l *loader) result() (*Survey, Findings) {
	findings := l.sorted()
	if l.failed() {
		return nil, findings
	}
	return l.out, findings
}

// refuseTricks reports what makes a small file unfold into an endless one, or a
// text into something else, anywhere below the node: no survey needs it.
func (l *loader) refuseTricks(n *yaml.Node) {
	switch {
	case n.Kind == yaml.AliasNode || n.Anchor != "":
		l.report(n, "alias", "anchors (&) and aliases (*) are not used in survey files", "write the text out, or define a scale")
		return
	case n.Style&yaml.TaggedStyle != 0:
		l.report(n, "tag", fmt.Sprintf("tags such as %s are not used in survey files", CleanLine(n.ShortTag(), maxID)), "leave the tag out")
		return
	}
	for _, child := range n.Content {
		l.refuseTricks(child)
	}
}
