package main

import "anketa/internal/terminal"

// bytesFamily is what goes over the line, which may be a slow one.
func bytesFamily() family {
	return family{
		name: "bytes", title: "Bytes for a key",
		about: "What a program writes when an arrow moves the focus between two points. The raw writer shows the same screens in the same styles and " +
			"writes the changed cells only; Bubble Tea adds 16 bytes in which a frame is wrapped.",
		measure: bytesRows,
	}
}

func bytesRows(b *bench) ([]Row, error) {
	all, err := programs(func() (program, error) { return b.kiosk("anketa", "") }, b.raw, b.huh, b.gum, b.whiptail)
	if err != nil {
		return nil, err
	}
	row := Row{name: "a key that moves the focus", unit: "bytes"}
	for i := range all {
		p, gone := all[i].missingPeer()
		if !gone {
			if p.theirs, err = writing(&all[i]); err != nil {
				return nil, err
			}
		}
		switch i {
		case 0:
			row.ours = p.theirs
			continue
		case 1:
			p.goal = atMost(1.25, "The renderer wraps each frame, and moves the cursor where a writer that knows the next cell need not.")
		}
		row.peers = append(row.peers, p)
	}
	return []Row{row}, nil
}

// writing counts the bytes of keys that move the focus forth and back.
func writing(p *program) (Series, error) {
	t, err := p.atQuestion()
	if err != nil {
		return nil, err
	}
	defer t.Close()
	var values []float64
	for range 10 {
		for _, key := range []string{p.forth, p.back} {
			n, err := written(t, key)
			if err != nil {
				return nil, named(p.name, err)
			}
			values = append(values, n)
		}
	}
	// The first keys may draw what the next ones find drawn.
	return Series{values[4:]}, nil
}

// written types a key that changes the screen and returns how many bytes that took.
func written(t *terminal.Terminal, key string) (float64, error) {
	before := settled(t)
	_, err := keyToScreen(t, key)
	return float64(settled(t) - before), err
}
