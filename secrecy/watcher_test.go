package secrecy

import (
	"fmt"
	mathbits "math/bits"
	"slices"
	"testing"
)

// crowd is a set of people, one bit each, in the order in which they came.
type crowd uint64

// size returns how many they are.
func (c crowd) size() int { return mathbits.OnesCount64(uint64(c)) }

// watcher sees all and forgets nothing. It knows who sat down at which kiosk in which
// order and who belongs to which group; of their answers it knows nothing but what the
// surfaces say. Of each table it works out who is counted in it, and then it calculates:
// an answer is recovered when any sum and difference of tables leaves one person alone.
type watcher struct {
	testing.TB
	people []person
	// queues are the people of each kiosk in the order in which they came.
	queues [2][]int
	// solved are the crowds of the cells that were seen before.
	solved map[string]crowd
	// known are the crowds of each family, spans what can be calculated from them.
	known map[string][]crowd
	spans map[string]*span
	// recovered are the people whose answers were found; cornered are those of whom
	// fewer than k are left together when one table is taken from another.
	recovered, cornered crowd
	// unsolved is how many cells speak of several possible crowds.
	unsolved int
}

func newWatcher(tb testing.TB) *watcher {
	return &watcher{TB: tb, solved: map[string]crowd{}, known: map[string][]crowd{}, spans: map[string]*span{}}
}

// sees takes in who sits down at a kiosk.
func (w *watcher) sees(p person, kiosk int) {
	w.queues[kiosk] = append(w.queues[kiosk], len(w.people))
	w.people = append(w.people, p)
}

// read takes in what a surface says.
func (w *watcher) read(r reading) {
	w.Helper()
	together := map[string]crowd{}
	for c, s := range r {
		counted, ok := w.solve(c, s)
		if !ok {
			continue
		}
		w.learn(c.family, counted)
		if c.parted {
			together[c.family] |= counted
		}
	}
	// The groups of a breakdown have nobody in common, so they add up.
	for family, all := range together {
		w.learn(family, all)
	}
}

// solve works out who is counted in a cell. Of every kiosk those are counted who came
// first: which beginnings of the queues have the sums that the surface says?
func (w *watcher) solve(c cell, s *sums) (counted crowd, ok bool) {
	w.Helper()
	for i := range s.n {
		if s.n[i] != s.n[0] {
			w.Fatalf("the questions of %+v count different people: %v", c, s.n)
		}
	}
	key := fmt.Sprint(c, *s)
	if counted, ok := w.solved[key]; ok {
		return counted, counted != 0
	}
	if s.n[0] == 0 {
		return 0, false
	}
	var solutions []crowd
	for first := range len(w.queues[0]) + 1 {
		for second := range len(w.queues[1]) + 1 {
			of := w.of(c, first, second)
			if w.fits(of, s) && !slices.Contains(solutions, of) {
				solutions = append(solutions, of)
			}
		}
	}
	switch len(solutions) {
	case 0:
		w.Fatalf("no beginnings of the queues %v have the sums of %+v: %+v", w.queues, c, *s)
	case 1:
		counted = solutions[0]
	default:
		w.unsolved++
	}
	w.solved[key] = counted
	return counted, counted != 0
}

// of returns who of the first so many at each kiosk belongs to a cell.
func (w *watcher) of(c cell, first, second int) (of crowd) {
	groups := c.groups
	if c.family == ofGroup {
		groups = 1
	}
	for _, at := range slices.Concat(w.queues[0][:first], w.queues[1][:second]) {
		if groups>>w.people[at].group&1 == 1 {
			of |= 1 << at
		}
	}
	return of
}

// fits reports whether people have these sums.
func (w *watcher) fits(of crowd, s *sums) bool {
	if of.size() != s.n[0] {
		return false
	}
	var yes [bits]int
	for i, p := range w.people {
		for question := range yes {
			yes[question] += int(of>>i&1) * (p.number >> question & 1)
		}
	}
	return yes == s.yes
}

// learn takes in that the answers of a crowd to the questions of a family are known
// together.
func (w *watcher) learn(family string, of crowd) {
	if of == 0 || slices.Contains(w.known[family], of) {
		return
	}
	w.corner(family, of)
	w.known[family] = append(w.known[family], of)
	if w.spans[family] == nil {
		w.spans[family] = &span{}
	}
	w.spans[family].add(of)
	w.recovered |= w.spans[family].alone()
}

// corner notes of whom fewer than k are left when one of two tables is taken from the
// other, or from both together when these have nobody in common.
func (w *watcher) corner(family string, of crowd) {
	small := func(c crowd) {
		if c.size() < k {
			w.cornered |= c
		}
	}
	small(of)
	for i, one := range w.known[family] {
		differences(one, of, small)
		for _, other := range w.known[family][:i] {
			if one&other == 0 {
				differences(one|other, of, small)
			}
			if one&of == 0 {
				differences(one|of, other, small)
			}
		}
	}
}

// differences gives what is left of the larger of two crowds when it holds the other.
func differences(a, b crowd, small func(crowd)) {
	if a&b == b {
		small(a &^ b)
	}
	if a&b == a {
		small(b &^ a)
	}
}

// rows takes in the lines of an export. A line tells a whole sheet, so only who cannot
// be told from at least k others in it is safe: who are with or without a group, and
// who have answers that only one group is asked for.
func (w *watcher) rows(lines []row) {
	all, groups, asked := crowd(0), map[string]crowd{}, crowd(0)
	for _, line := range lines {
		at := slices.IndexFunc(w.people, func(p person) bool { return p.digits() == line.number })
		if at < 0 {
			w.Fatalf("nobody has answered like the line %+v", line)
		}
		all |= 1 << at
		groups[line.group] |= 1 << at
		if line.inGroup == line.number {
			asked |= 1 << at
		}
	}
	w.learn(ofAll, all)
	for _, of := range groups {
		w.learn(ofAll, of)
	}
	w.learn(ofAll, asked)
	w.learn(ofGroup, asked)
}

// digits returns the answers of a person as they stand in a line.
func (p person) digits() string {
	digits := ""
	for i := range bits {
		digits = []string{"no ", "yes "}[p.number>>i&1] + digits
	}
	return digits
}

// prime is the modulus of the calculations: no two different sums of so few people are
// the same modulo it.
const prime = 998_244_353

// span is what can be calculated from sums over crowds: their linear combinations, as a
// reduced echelon form. A person's answers can be calculated when and only when a row
// of it holds nobody else.
type span struct {
	rows   [][64]int64
	pivots []int
}

// add adds one more known sum.
func (s *span) add(of crowd) {
	var added [64]int64
	for i := range added {
		added[i] = int64(of >> i & 1)
	}
	for i, row := range s.rows {
		subtract(&added, &row, added[s.pivots[i]])
	}
	pivot := slices.IndexFunc(added[:], func(x int64) bool { return x != 0 })
	if pivot < 0 {
		return
	}
	inverse := power(added[pivot], prime-2)
	for i := range added {
		added[i] = added[i] * inverse % prime
	}
	for i := range s.rows {
		subtract(&s.rows[i], &added, s.rows[i][pivot])
	}
	s.rows, s.pivots = append(s.rows, added), append(s.pivots, pivot)
}

// alone returns the people whom a row holds alone.
func (s *span) alone() (of crowd) {
	for i, row := range s.rows {
		others := 0
		for _, x := range row {
			if x != 0 {
				others++
			}
		}
		if others == 1 {
			of |= 1 << s.pivots[i]
		}
	}
	return of
}

// subtract takes a multiple of a row from another.
func subtract(from, row *[64]int64, times int64) {
	if times == 0 {
		return
	}
	for i := range from {
		from[i] = ((from[i]-times*row[i])%prime + prime) % prime
	}
}

// power is x to the yth modulo prime.
func power(x, y int64) int64 {
	result := int64(1)
	for ; y > 0; y >>= 1 {
		if y&1 == 1 {
			result = result * x % prime
		}
		x = x * x % prime
	}
	return result
}
