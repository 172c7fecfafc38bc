package exchange

import "fmt"

// damagedNote says what is true of records that are damaged.
const damagedNote = "These records cannot be read any more and are in no figure."

// damaged returns how many records of the sessions that leave can no longer be read.
func (r *Rows) damaged() int {
	n := 0
	for i := range r.parts {
		n += r.parts[i].damaged
	}
	return n
}

// without says how many records of a session are not among its rows and texts because
// they can no longer be read.
func (p *part) without() string {
	if p.damaged == 0 {
		return ""
	}
	return fmt.Sprintf("; not among them and the texts, because they can no longer be read: %d", p.damaged)
}
