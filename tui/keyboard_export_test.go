package tui

import "time"

// Chunk is what a terminal types at once, and how long after the chunk before.
type Chunk struct {
	After time.Duration
	Text  string
}

// PassKeys returns what a keyboard lets pass of chunks.
func PassKeys(chunks []Chunk) string {
	now := time.Unix(0, 0)
	k := keys{now: func() time.Time { return now }}
	var out []byte
	for _, c := range chunks {
		now = now.Add(c.After)
		out = k.pass(out, []byte(c.Text))
	}
	return string(out)
}

// Unfinished reports whether bytes end in the middle of a key.
func Unfinished(typed []byte) bool { return unfinished(typed) }
