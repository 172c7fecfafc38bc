package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os/exec"
	"strconv"
)

// participantsFamily is a kiosk that stands for years.
func participantsFamily() family {
	return family{
		name: "participants", title: "One participant after the other",
		about: "Participants answer in one process without a renderer, every key typed ahead and every screen made: eight questions, 15 keys, each response " +
			"stored and found afterwards. Behind them the memory that held the answers is scrubbed, once for all who came meanwhile, which takes half of the time. Memory is that of the process without the " +
			"mapped database, after a tenth of the people and at the end. huh: a new form for each person, ten questions, nothing stored.",
		measure: participantsRows,
	}
}

// walked is what the peers of this family print.
type walked struct {
	People      int
	CPU         float64 // milliseconds each
	Early, Late float64 // MiB
}

func participantsRows(b *bench) ([]Row, error) {
	// Few people do not tell what many will leave behind.
	const people, forms = 10_000, 20
	ours, err := b.walk("./peers/participants", people)
	if err != nil {
		return nil, err
	}
	theirs, err := b.walk("./peers/huhpeople", forms)
	if err != nil {
		return nil, err
	}
	return []Row{
		{
			name: "CPU for each of " + thousands(people), unit: "ms", ours: constant(ours.CPU),
			peers: []Peer{{name: fmt.Sprintf("huh, each of %d", forms), theirs: constant(theirs.CPU)}},
		},
		{
			name: "memory after " + thousands(people), unit: "MiB", ours: constant(ours.Late),
			peers: []Peer{{name: "after " + thousands(people/10), theirs: constant(ours.Early), goal: atMost(1.07, "The heap grows to its size while the first people answer.")}},
		},
	}, nil
}

// walk runs a peer that lets so many people answer.
func (b *bench) walk(path string, people int) (walked, error) {
	var w walked
	binary, err := b.build(here, path)
	if err != nil {
		return w, err
	}
	dir, err := b.folder("people")
	if err != nil {
		return w, err
	}
	cmd := exec.CommandContext(b.ctx, binary, strconv.Itoa(people), dir)
	out, err := cmd.Output()
	if err != nil {
		return w, named(path, err)
	}
	if err := json.Unmarshal(out, &w); err != nil {
		return w, named(path, err)
	}
	if w.People != people || math.IsNaN(w.CPU) {
		return w, fmt.Errorf("%s: %d of %d people came to the end", path, w.People, people)
	}
	return w, nil
}
