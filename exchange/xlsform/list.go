package xlsform

import (
	"slices"
	"strconv"
	"strings"

	"anketa/survey"
)

// list is a list of choices.
type list struct {
	name    string
	number  int
	choices []choice
	// uses is how many rows choose from it.
	uses int
}

// choice is one of them.
type choice struct {
	number  int
	name    string
	label   survey.Text
	missing bool
}

// readLists reads the sheet of choices.
func (r *reader) readLists() {
	s := r.sheets[sheetChoices]
	if s == nil {
		return
	}
	for i := range s.rows {
		row := &s.rows[i]
		name := row.get("list_name")
		if name == "" {
			if row.get("name") != "" {
				r.refuseChoice(row.number, "no list_name stands here (of cells that are joined, only the first one counts)")
			}
			continue
		}
		l := r.lists[name]
		if l == nil {
			l = &list{name: name, number: row.number}
			r.lists[name] = l
		}
		c := choice{number: row.number, name: row.get("name"), label: r.text(row, "label"), missing: r.own && row.is(ownMissing)}
		switch {
		case c.name == "":
			r.refuseChoice(row.number, "no name stands here (of cells that are joined, only the first one counts)")
			continue
		case slices.ContainsFunc(l.choices, func(other choice) bool { return other.name == c.name }):
			r.refuseChoice(row.number, "the list “%s” has the name “%s” twice", survey.CleanLine(name, maxName), survey.CleanLine(c.name, maxName))
			continue
		case c.label == nil:
			// The form shows the name then, and so does the kiosk.
			c.label = survey.Text{r.out.Languages[0]: c.name}
		}
		l.choices = append(l.choices, c)
	}
	r.countUses()
}

// refuseChoice says why a choice cannot be taken over.
func (r *reader) refuseChoice(number int, format string, args ...any) {
	r.refuse(sheetChoices, number, format, args...)
}

// countUses notes which lists several rows choose from.
func (r *reader) countUses() {
	for i := range r.sheets[sheetSurvey].rows {
		n := node{row: &r.sheets[sheetSurvey].rows[i]}
		n.readType(n.get("type"))
		if l := r.lists[n.list]; l != nil {
			l.uses++
		}
		if l := r.lists[n.get(scoreChoices)]; l != nil {
			l.uses += 2
		}
	}
}

// points returns the choices of a list as they stand in a survey file, with the one
// outside the count apart. values says what the survey calls each choice.
func (l *list) points(own bool) (points []survey.Point, missing survey.Text, values map[string]string) {
	values = map[string]string{}
	outside := -1
	for i, c := range l.choices {
		if c.missing || !own && says(c.name) && (outside < 0 || !l.counted(outside)) && l.plausible(c.name) {
			outside = i
		}
	}
	used := map[string]bool{survey.NotApplicableValue: true}
	for i, c := range l.choices {
		if i == outside {
			missing, values[c.name] = c.label, survey.NotApplicableValue
			continue
		}
		name := plainName(c.name)
		if name == "" {
			name = "option" + strconv.Itoa(i+1)
		}
		name = unique(name, func(name string) bool { return used[name] })
		used[name], values[c.name] = true, name
		points = append(points, survey.Point{Value: name, Label: c.label})
	}
	return points, missing, values
}

// counted reports whether a choice is a number.
func (l *list) counted(i int) bool {
	_, err := strconv.Atoi(l.choices[i].name)
	return err == nil
}

// says reports whether the name of a choice is one of those that forms use for answers
// outside the count.
func says(name string) bool {
	return slices.Contains([]string{"na", "n/a", "n_a", "dk", "dont_know", "don_t_know", "ne_znam", "99", "999", "88", "888"}, strings.ToLower(name))
}

// plausible reports whether a name stands for no number that the list counts up to.
func (l *list) plausible(name string) bool {
	number, err := strconv.Atoi(name)
	return err != nil || len(l.choices) < number && !slices.ContainsFunc(l.choices, func(c choice) bool { return c.name == strconv.Itoa(number-1) })
}

// scale returns the points in their order, numbered from 1, when the names of the
// choices are numbers one after the other.
func scale(points []survey.Point, values map[string]string) ([]survey.Point, map[string]string, bool) {
	if len(points) < survey.MinPoints || len(points) > survey.MaxPoints {
		return nil, nil, false
	}
	sorted := slices.Clone(points)
	number := func(p survey.Point) int {
		n, err := strconv.Atoi(p.Value)
		if err != nil {
			return -1
		}
		return n
	}
	slices.SortStableFunc(sorted, func(a, b survey.Point) int { return number(a) - number(b) })
	for i, p := range sorted {
		if number(p) < 0 || number(p) != number(sorted[0])+i {
			return nil, nil, false
		}
	}
	return renumbered(sorted, values)
}

// renumbered numbers points from 1.
func renumbered(points []survey.Point, values map[string]string) ([]survey.Point, map[string]string, bool) {
	again, numbered := map[string]string{}, slices.Clone(points)
	for name, value := range values {
		if again[name] = value; value == survey.NotApplicableValue {
			continue
		}
		at := slices.IndexFunc(points, func(p survey.Point) bool { return p.Value == value })
		again[name] = strconv.Itoa(at + 1)
	}
	for i := range numbered {
		numbered[i].Value = strconv.Itoa(i + 1)
	}
	return numbered, again, true
}

// yesOrNo returns what the survey calls two choices that are yes and no in words, or
// false.
func yesOrNo(points []survey.Point, values map[string]string) (map[string]string, bool) {
	if len(points) != 2 {
		return nil, false
	}
	again := map[string]string{}
	for _, p := range points {
		value := ""
		for _, known := range survey.YesNo() {
			same := true
			for lang, label := range p.Label {
				same = same && strings.EqualFold(strings.TrimSpace(label), known.Label[lang])
			}
			if same {
				value = known.Value
			}
		}
		if value == "" {
			return nil, false
		}
		for name, was := range values {
			switch was {
			case survey.NotApplicableValue:
				again[name] = was
			case p.Value:
				again[name] = value
			}
		}
	}
	return again, true
}
