package xlsform

import (
	"slices"
	"strings"

	"anketa/survey"
)

// node is a row of the form, with the rows of its group below it.
type node struct {
	*row
	// kind is the type without the list of choices, list the name of that.
	kind, list string
	// orOther says that the form adds "other" to the choices by itself.
	orOther  bool
	children []*node
}

// The types of rows as they are called here; forms have more names for some.
const (
	typeOne      = "select_one"
	typeMultiple = "select_multiple"
	typeText     = "text"
	typeInteger  = "integer"
	typeRange    = "range"
	typeNote     = "note"
	typeGroup    = "begin_group"
	typeScore    = "begin_score"
	typeScoreRow = "score__row"
)

// scoreChoices is the column with the list of choices of a rating in KoboToolbox.
const scoreChoices = "kobo__score_choices"

// readType takes the cell of a type apart.
func (n *node) readType(cell string) {
	words := strings.Fields(cell)
	lower := strings.Fields(strings.ToLower(cell))
	for _, phrase := range []struct{ said, kind string }{
		{"select one from", typeOne},
		{"select one", typeOne},
		{"select_one", typeOne},
		{"select1", typeOne},
		{"select all that apply from", typeMultiple},
		{"select all that apply", typeMultiple},
		{"select multiple from", typeMultiple},
		{"select multiple", typeMultiple},
		{"select_multiple", typeMultiple},
	} {
		said := strings.Fields(phrase.said)
		if len(lower) < len(said) || !slices.Equal(lower[:len(said)], said) {
			continue
		}
		n.kind, words = phrase.kind, words[len(said):]
		if end := len(words) - 1; end > 0 && strings.EqualFold(strings.ReplaceAll(words[end], "-", "_"), "or_other") {
			n.orOther, words = true, words[:end]
		}
		n.list = strings.Join(words, " ")
		return
	}
	n.kind = strings.Join(lower, "_")
	switch n.kind {
	case "int":
		n.kind = typeInteger
	case "string":
		n.kind = typeText
	}
}

// tree returns the rows of the form as they lie in groups.
func (r *reader) tree() []*node {
	s := r.sheets[sheetSurvey]
	root := &node{}
	open := []*node{root}
	for i := range s.rows {
		n := &node{row: &s.rows[i]}
		n.readType(n.get("type"))
		top := open[len(open)-1]
		switch {
		case n.is("disabled"):
		case strings.HasPrefix(n.kind, "end_"):
			if len(open) == 1 {
				r.refuse(sheetSurvey, n.number, "a group ends here that was not begun")
				continue
			}
			open = open[:len(open)-1]
		default:
			if top.children = append(top.children, n); strings.HasPrefix(n.kind, "begin_") {
				open = append(open, n)
			}
		}
	}
	for _, n := range open[1:] {
		r.refuse(sheetSurvey, n.number, "the group that begins here has no end")
	}
	return root.children
}

// context is what the groups around a row say of it.
type context struct {
	when []survey.Condition
	// group is the innermost group with a heading, or nil.
	group *group
	// scores is the list of choices that the rows of a rating share.
	scores string
	depth  int
}

// group is a group with a heading, which becomes a section.
type group struct {
	*node
	title survey.Text
	// section is the number of the section that it is at present, or 0; one that was
	// interrupted by another becomes two.
	section int
}

// walk takes over rows in their order.
func (r *reader) walk(nodes []*node, c context) {
	for i := 0; i < len(nodes); i++ {
		n := nodes[i]
		if _, left := r.skip[n.number]; left {
			r.refs[n.get("name")] = nil
			continue
		}
		switch {
		case n.kind == "":
			r.refuse(sheetSurvey, n.number, "no type stands here (of cells that are joined, only the first one counts)")
		case n.kind == typeGroup || n.kind == typeScore:
			r.walkGroup(n, c)
		default:
			var next *node
			if i+1 < len(nodes) {
				next = nodes[i+1]
			}
			if r.ask(n, next, c) {
				i++
			}
			if name := n.get("name"); r.refs[name] == nil {
				r.refs[name] = nil
			}
		}
	}
}

// walkGroup takes over a group.
func (r *reader) walkGroup(n *node, c context) {
	if c.depth++; c.depth > maxDepth {
		r.refuse(sheetSurvey, n.number, "groups lie too deep in each other")
		return
	}
	when, ok := r.when(n)
	if !ok {
		// Without its condition everybody would be asked what is in the group.
		for _, child := range n.children {
			r.note(sheetSurvey, child.number, "it is left out with its group")
		}
		return
	}
	if when != nil {
		c.when = append(slices.Clip(c.when), *when)
	}
	if r.askTwice(n, c) {
		return
	}
	c.scores = n.get(scoreChoices)
	title := r.text(n.row, "label")
	if words, bad := r.piped(title); bad {
		r.refuse(sheetSurvey, n.number, "its heading repeats the answer %s, which anketa does not do", words)
		return
	}
	if title != nil {
		c.group = &group{node: n, title: title}
	}
	r.walk(n.children, c)
	switch {
	case title == nil:
	case c.group.section > 0:
		r.matrix(n, c.group.section)
	case len(n.children) > 0:
		r.note(sheetSurvey, n.number, "its heading is left out, because no question stands right below it")
	}
}

// section returns the number of the section that a question is put into.
func (r *reader) section(c context) int {
	g := c.group
	if g == nil {
		return 0
	}
	last := 0
	if len(r.out.Questions) > 0 {
		last = r.out.Questions[len(r.out.Questions)-1].Section
	}
	if g.section == 0 || g.section != last {
		id := r.id(g.node, survey.Question{})
		r.names[id] = true
		r.rows[id] = Remark{Sheet: sheetSurvey, Row: g.number}
		r.out.Sections = append(r.out.Sections, survey.Section{ID: id, Title: g.title})
		g.section = len(r.out.Sections)
	}
	return g.section
}

// matrix shows the questions of a section under one scale where the form does so and
// they all share it.
func (r *reader) matrix(n *node, number int) {
	looks := n.get("appearance")
	wanted := n.get(ownKind) == kindMatrix || n.kind == typeScore || strings.Contains(looks, "table-list") || strings.Contains(looks, "field-list") && n.get(ownKind) == ""
	var first *survey.Question
	rows := 0
	for i := range r.out.Questions {
		q := &r.out.Questions[i]
		if q.Section != number {
			continue
		}
		if rows++; first == nil {
			first = q
		}
		if q.Kind != survey.KindLikert || q.ScaleName != first.ScaleName || q.HasNotApplicable() != first.HasNotApplicable() {
			return
		}
	}
	r.out.Sections[number-1].Matrix = wanted && (rows > 1 || n.get(ownKind) == kindMatrix)
}
