package main

import (
	"math/rand/v2"
	"time"

	"anketa/internal/terminal"
)

// framePeriod is how long a frame of the kiosk lasts, in milliseconds.
const framePeriod = 1000.0 / 120

// screenFamily is what a person feels when a key is pressed.
func screenFamily() family {
	return family{
		name: "screen", title: "From key to screen",
		about: "An arrow moves the focus between two points: from the key to the last byte of the frame that shows it, on a pseudo-terminal of 80 × 24, " +
			"at moments that the frames of the program do not know. Bubble Tea draws at its next frame, 120 times a second in the kiosk: the limit " +
			"is 1.15 of a frame's 8.33 ms. The raw writer and whiptail draw at once.",
		measure: screenRows,
	}
}

func screenRows(b *bench) ([]Row, error) {
	all, err := programs(func() (program, error) { return b.kiosk("anketa", "") }, b.raw, b.huh, b.gum, b.whiptail)
	if err != nil {
		return nil, err
	}
	contenders := make([]*contender, len(all))
	var racing []*contender
	for i := range all {
		if all[i].missing != "" {
			continue
		}
		t, err := all[i].atQuestion()
		if err != nil {
			return nil, err
		}
		b.atEnd(t.Close)
		contenders[i] = typing(&all[i], t)
		racing = append(racing, contenders[i])
	}
	if err := b.race(b.times(15), 8, racing...); err != nil {
		return nil, err
	}
	row := func(name string, at statistic, limit Goal) Row {
		r := Row{name: name, unit: "ms", ours: contenders[0].Series, at: at, limit: limit}
		for i := range all[1:] {
			p, gone := all[i+1].missingPeer()
			if !gone {
				p.theirs = contenders[i+1].Series
			}
			r.peers = append(r.peers, p)
		}
		return r
	}
	return []Row{
		row("key to screen, median", median, Goal{}),
		row("key to screen, 99th percentile", p99, atMost(1.15*framePeriod, "Beside the wait for the next frame stands whatever else the machine did just then.")),
	}, nil
}

// typing measures keys that move the focus forth and back.
func typing(p *program, t *terminal.Terminal) *contender {
	forth := false
	return &contender{name: p.name, do: func() (float64, error) {
		settled(t)
		// Keys come at any phase of the frames.
		time.Sleep(time.Duration(rand.IntN(20_000)) * time.Microsecond)
		forth = !forth
		key := p.back
		if forth {
			key = p.forth
		}
		return keyToScreen(t, key)
	}}
}

// settled waits until a program writes nothing more, and returns how many bytes it wrote
// so far: one that does not say where a frame ends may be in the middle of it.
func settled(t *terminal.Terminal) int64 {
	for written := t.BytesRead(); ; {
		time.Sleep(quiet)
		now := t.BytesRead()
		if now == written {
			return now
		}
		written = now
	}
}

// quiet is how long a program that has more to write does not pause.
const quiet = 25 * time.Millisecond

// keyToScreen types a key and returns after how many milliseconds the screen had changed.
func keyToScreen(t *terminal.Terminal, key string) (float64, error) {
	before := t.Render()
	var shown time.Time
	watch := t.Watch(func(f terminal.Frame) bool {
		// The time is taken before the screen is looked at, which takes longer than to draw it.
		now := time.Now()
		if f.Render() == before {
			return false
		}
		shown = now
		return true
	})
	start := time.Now()
	if err := t.Type(key); err != nil {
		return 0, err
	}
	err := watch.Wait()
	return float64(shown.Sub(start)) / float64(time.Millisecond), err
}
