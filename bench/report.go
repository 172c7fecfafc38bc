package main

import (
	"errors"
	"os"
	"path/filepath"
	"time"
)

// reportFamily is what the room is left with.
func reportFamily() family {
	return family{
		name: "report", title: "The report",
		about: "`anketa report` of the 72 responses of 2022 as a whole process, in each format; *the program alone* is the same binary that prints its help. " +
			"No peer draws the same page.",
		measure: reportRows,
	}
}

func reportRows(b *bench) ([]Row, error) {
	binary, err := b.anketa()
	if err != nil {
		return nil, err
	}
	help := &contender{name: "the program alone", do: timed(time.Millisecond, func() error {
		return b.inRoom(b.dir, binary, "report", "--help").Run()
	})}
	all := []*contender{help}
	formats := []string{"pdf", "svg", "png", "html"}
	for _, format := range formats {
		out := filepath.Join(b.dir, "report."+format)
		all = append(all, &contender{name: format, do: timed(time.Millisecond, func() error {
			err := b.inRoom(b.dir, binary, "report", "--example", "--force", "-o", out).Run()
			_, missing := os.Stat(out)
			return errors.Join(err, missing)
		})})
	}
	if err := b.race(b.times(8), 1, all...); err != nil {
		return nil, err
	}
	var rows []Row
	for i, format := range formats {
		rows = append(rows, Row{
			name: "infographic, " + format, unit: "ms", ours: all[i+1].Series,
			peers: []Peer{{name: help.name, theirs: help.Series}},
		})
	}
	rows[3].name = "the whole report, html"
	return rows, nil
}
