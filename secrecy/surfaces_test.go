package secrecy

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// everybody are all groups.
const everybody = 1<<3 - 1

// cell names what one table counts: the answers to the questions of a family, of all
// or of some groups.
type cell struct {
	family string
	// groups are those that are counted, one bit each; parted says that the table is a
	// breakdown.
	groups int
	parted bool
}

// sums are what a surface says of a cell: over how many people, and how many of them
// say yes to each question.
type sums struct{ n, yes [bits]int }

// reading is what one surface says.
type reading map[cell]*sums

// note takes over one count.
func (r reading) note(c cell, question, yes, n int) {
	s := r[c]
	if s == nil {
		s = &sums{}
		r[c] = s
	}
	s.n[question], s.yes[question] = n, yes
}

// groupsIn returns the groups that a text names.
func groupsIn(text string) int {
	groups := 0
	for i, name := range groupNames() {
		if strings.Contains(text, name) {
			groups |= 1 << i
		}
	}
	return groups
}

// number reads a count.
func number(tb testing.TB, text string) int {
	tb.Helper()
	n, err := strconv.Atoi(text)
	if err != nil {
		tb.Fatal(err)
	}
	return n
}

// reader holds the expressions by which surfaces are read.
type reader struct{ question, share, row, count *regexp.Regexp }

func newReader() *reader {
	return &reader{
		question: regexp.MustCompile(`Is it (` + ofAll + `|` + ofGroup + `)(\d)\?`),
		share:    regexp.MustCompile(`(\d+) of (\d+) \(`),
		row:      regexp.MustCompile(`(?s)<tr><th scope="row">([^<]*)</th>(.*?)</tr>`),
		count:    regexp.MustCompile(`<td class="num">(\d+)</td><td class="num">(\d+)</td>`),
	}
}

// text reads a tab of the console or the table of results, line by line.
func (r *reader) text(tb testing.TB, shown string) reading {
	read, now, question, label := reading{}, cell{}, -1, ""
	for line := range strings.Lines(shown) {
		if q := r.question.FindStringSubmatch(line); q != nil {
			now, question = cell{family: q[1], groups: everybody}, number(tb, q[2])
			continue
		}
		if strings.Contains(line, "by: ") {
			now.parted = true
		}
		if strings.Contains(line, "together: ") {
			label = line
		}
		share := r.share.FindStringSubmatchIndex(line)
		if share == nil || question < 0 {
			continue
		}
		if now.parted {
			// The label of a group that needs much room stands in the line above.
			if now.groups = groupsIn(line[:share[0]]); now.groups == 0 {
				now.groups = groupsIn(label)
			}
		}
		read.note(now, question, number(tb, line[share[2]:share[3]]), number(tb, line[share[4]:share[5]]))
	}
	return read
}

// html reads the report.
func (r *reader) html(tb testing.TB, page string) reading {
	read := reading{}
	for _, article := range strings.Split(page, "<h3>")[1:] {
		q := r.question.FindStringSubmatch(article)
		if q == nil {
			continue
		}
		now, question := cell{family: q[1], groups: everybody}, number(tb, q[2])
		title, _, _ := strings.Cut(article, "</h3>")
		if !strings.Contains(title, "Field?") {
			if share := r.share.FindStringSubmatch(strings.ReplaceAll(article, ")", " (")); share != nil {
				read.note(now, question, number(tb, share[1]), number(tb, share[2]))
			}
			continue
		}
		for _, row := range r.row.FindAllStringSubmatch(article, -1) {
			if count := r.count.FindStringSubmatch(row[2]); count != nil {
				now.groups, now.parted = groupsIn(row[1]), true
				read.note(now, question, number(tb, count[1]), number(tb, count[2]))
			}
		}
	}
	return read
}

// resultsFile is what is read of the JSON.
type resultsFile struct {
	Responses, Released int
	Questions           []struct {
		ID       string
		Headline struct{ Count, N *int }
	}
	Breakdowns []struct {
		Question string
		Groups   []struct {
			Value    string
			Together []string
			N        *int
			Headline struct{ Count, N *int }
		}
	}
}

// json reads the JSON.
func (r *reader) json(tb testing.TB, data []byte) (resultsFile, reading) {
	tb.Helper()
	var file resultsFile
	if err := json.Unmarshal(data, &file); err != nil {
		tb.Fatal(err)
	}
	read := reading{}
	for _, q := range file.Questions {
		if q.Headline.Count != nil {
			family, question := divided(tb, q.ID)
			read.note(cell{family: family, groups: everybody}, question, *q.Headline.Count, *q.Headline.N)
		}
	}
	for _, b := range file.Breakdowns {
		family, question := divided(tb, b.Question)
		for _, g := range b.Groups {
			if g.Headline.Count != nil {
				groups := groupsIn(g.Value + strings.Join(g.Together, " "))
				read.note(cell{family, groups, true}, question, *g.Headline.Count, *g.Headline.N)
			}
		}
	}
	return file, read
}

// divided returns the family and the number of a question.
func divided(tb testing.TB, id string) (family string, question int) {
	tb.Helper()
	return id[:len(id)-1], number(tb, id[len(id)-1:])
}

// row is one line of an export: who it is of, with nothing where it is blank.
type row struct {
	group, number, inGroup string
}

// rows reads the lines of an export with their header.
func rows(tb testing.TB, lines [][]string) []row {
	tb.Helper()
	all := make([]row, 0, len(lines))
	for _, line := range lines[1:] {
		var r row
		for i, name := range lines[0] {
			value := ""
			if i < len(line) {
				value = line[i]
			}
			switch {
			case name == "by":
				r.group = value
			case strings.HasPrefix(name, ofAll):
				r.number = value + " " + r.number
			case strings.HasPrefix(name, ofGroup):
				r.inGroup = value + " " + r.inGroup
			}
		}
		all = append(all, r)
	}
	return all
}

// csvRows reads an export as CSV.
func csvRows(tb testing.TB, data []byte) []row {
	tb.Helper()
	lines, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		tb.Fatal(err)
	}
	return rows(tb, lines)
}

// workbook reads an export as a workbook: its rows, and what its results say.
func workbook(tb testing.TB, data []byte) ([]row, reading) {
	tb.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	sheet := func(name string) [][]string {
		lines, err := f.GetRows(name)
		if err != nil {
			tb.Fatal(err)
		}
		return lines
	}
	read := reading{}
	for _, line := range sheet("Results") {
		if len(line) >= 6 && line[2] == "yes" {
			family, question := divided(tb, line[0])
			read.note(cell{family: family, groups: everybody}, question, number(tb, line[4]), number(tb, line[5]))
		}
	}
	return rows(tb, sheet("Responses")), read
}
