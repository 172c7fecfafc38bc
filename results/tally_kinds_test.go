package results_test

import (
	"bytes"
	"encoding/hex"
	"strings"
	"testing"

	"anketa/results"
	"anketa/survey"
)

// Each answer of each kind is counted at its own place, and nowhere else.
func TestTallyCountsKinds(t *testing.T) {
	s := every(5)
	tally := count(s, [][]survey.Answer{
		sheetOf(s, map[int]survey.Answer{
			sector: {Code: 4, Text: "x"}, recommend: {Code: 2}, topics: set(1, 9), promote: {Code: 11},
			confidence: {Code: 2, Before: 1}, why: {Text: "x"}, next: {Code: 5}, hours: number(999),
		}),
		sheetOf(s, map[int]survey.Answer{
			recommend: {Code: 1}, topics: set(1, 2, 3), promote: {Code: survey.NotApplicable},
			confidence: {Code: 1, Before: survey.NotApplicable}, skills: set(2),
		}),
		sheetOf(s, map[int]survey.Answer{recommend: {Code: 2}, topics: {Code: survey.NotApplicable}}),
	})
	const na, notAsked = survey.NotApplicable, survey.NotAsked
	want := map[int]map[survey.Code]int{
		informed:   {0: 3},
		sector:     {4: 1, 0: 2},
		recommend:  {1: 1, 2: 2},
		topics:     {1: 2, 2: 1, 3: 1, 9: 1, na: 1},
		promote:    {11: 1, na: 1, 0: 1},
		improve:    {0: 3},
		confidence: {0: 1, na: 1, 2: 1},
		why:        {1: 1, 0: 1, notAsked: 1},
		next:       {5: 1, notAsked: 2},
		skills:     {2: 1, notAsked: 2},
		thanks:     {},
	}
	for q, counts := range want {
		for code := range 256 {
			if got := tally.Count(q, survey.Code(code)); got != counts[survey.Code(code)] {
				t.Errorf("%s, code %d: got %d, want %d", s.Questions[q].ID, code, got, counts[survey.Code(code)])
			}
		}
	}
}

// Cells that do not fit are refused, whichever question they belong to, and
// leave no trace of those before them.
func TestAddCellsRefusesKinds(t *testing.T) {
	s := every(5)
	good := cellsOf(s, copies(s, 1)[0])
	tests := []struct {
		name  string
		q     int
		bytes []byte
	}{
		{"likert beyond", informed, []byte{6}},
		{"likert not asked without a condition", informed, []byte{254}},
		{"choice beyond other", sector, []byte{5}},
		{"multi without options", topics, []byte{1, 0, 0}},
		{"multi with too many", topics, []byte{1, 15, 0}},
		{"multi beyond its options", topics, []byte{1, 0, 2}},
		{"multi of another code", topics, []byte{2, 1, 0}},
		{"multi missing with options", topics, []byte{0, 1, 0}},
		{"multi not applicable with options", topics, []byte{255, 1, 0}},
		{"nps eleven", promote, []byte{12}},
		{"number above", years, []byte{1, 0x30, 1}},
		{"number missing with a number", years, []byte{0, 1, 0}},
		{"number not applicable where there is none", age, []byte{255, 0}},
		{"before missing", confidence, []byte{1, 0}},
		{"now missing", confidence, []byte{0, 1}},
		{"before beyond", confidence, []byte{1, 5}},
		{"before not asked", confidence, []byte{1, 254}},
		{"text with a code", why, []byte{1}},
		{"not asked with a number", hours, []byte{254, 1, 0}},
		{"last beyond", skills, []byte{1, 4}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			at := 0
			for i := range tt.q {
				at += s.Questions[i].CellSize()
			}
			bad := bytes.Clone(good)
			if copy(bad[at:], tt.bytes) != s.Questions[tt.q].CellSize() {
				t.Fatalf("the cell has %d bytes, want %d", len(tt.bytes), s.Questions[tt.q].CellSize())
			}
			tally := count(s, copies(s, 2))
			if tally.AddCells(bad) || tally.AddCells(bad[:len(bad)-1]) || tally.AddCells(append(bytes.Clone(good), 0)) {
				t.Error("the cells were counted")
			}
			if !tally.Equal(count(s, copies(s, 2))) {
				t.Error("the refused cells left a trace")
			}
			if !tally.AddCells(good) {
				t.Error("cells that fit are refused")
			}
		})
	}
}

// cellsOf returns the cells of a sheet.
func cellsOf(s *survey.Survey, answers []survey.Answer) []byte {
	var cells []byte
	for i := range s.Questions {
		cells = s.Questions[i].AppendCell(cells, answers[i])
	}
	return cells
}

// The tallies of the kinds that were there first, as they stand in databases:
// the number of responses, then for each question its missing answers, those of
// each point, and those not applicable, each as a uvarint. These bytes must not change.
func TestTallyBytes(t *testing.T) {
	s := mixed(5)
	sheets := [][]survey.Answer{
		{{Code: 5}, {Code: 1}, {Code: 2}, {Text: "x"}, {Code: 1}},
		{{}, {Code: survey.NotApplicable}, {}, {}, {Code: 2}},
	}
	sheets = append(sheets, repeat(300, []survey.Answer{{Code: 4}, {}, {Code: 1}, {}, {Code: 3}})...)
	tally := count(s, sheets)
	got, _ := tally.AppendBinary(nil)
	want := "ae02" + "01000000ac020100" + "ac0201000001" + "01ac020100" + "000100" + "000101ac02000000"
	if hex.EncodeToString(got) != want {
		t.Errorf("got %x, want %s", got, want)
	}
	formula := tallyBytes(302,
		1, 0, 0, 0, 300, 1, 0,
		300, 1, 0, 0, 1,
		1, 300, 1, 0,
		0, 1, 0,
		0, 1, 1, 300, 0, 0, 0)
	if !bytes.Equal(got, formula) {
		t.Errorf("got %x, the formula gives %x", got, formula)
	}
}

// ask returns a survey of one question.
func ask(q survey.Question) *survey.Survey {
	q.ID = "q"
	return &survey.Survey{ID: "one", MinGroup: 5, Release: survey.ReleaseLive, Questions: []survey.Question{q}}
}

// digit, pair and pick are small questions whose stored counts can be written
// by hand.
func digit() survey.Question { return survey.Question{Kind: survey.KindNumber, Max: 9} }

func pair() survey.Question {
	return survey.Question{Kind: survey.KindBeforeAfter, Points: values("1 2")}
}

func pick() survey.Question {
	return survey.Question{Kind: survey.KindMulti, Points: values("a b c"), Min: 1, Max: 2}
}

func maybe() survey.Question {
	return survey.Question{Kind: survey.KindText, MaxLength: 9, When: &survey.Condition{}}
}

// The counts of the other kinds as they stand in databases: of a number and of
// before_after, a zero is followed by how many more stand behind it.
func TestTallyBytesOfKinds(t *testing.T) {
	three, notAsked := number(3), survey.Answer{Code: survey.NotAsked}
	tests := []struct {
		name    string
		q       survey.Question
		answers []survey.Answer
		want    string
	}{
		{"nobody", digit(), nil, "00 000b"},
		{"number", digit(), []survey.Answer{three, three}, "02 0003 02 0006"},
		{"first and last number", digit(), []survey.Answer{number(0), number(9), {}}, "03 01 01 0007 01 0000"},
		{"before_after", pair(), []survey.Answer{{Code: 2, Before: 1}, {Code: 2, Before: 1}, {Code: 2, Before: 2}}, "03 0001 02 0000 01 0000"},
		{"multi", pick(), []survey.Answer{set(1, 2), set(1, 3)}, "02 00 02 02 01 01 00"},
		{"text", maybe(), []survey.Answer{{Text: "x"}, notAsked, {}}, "03 00 01 00 01"},
		{"note", survey.Question{Kind: survey.KindNote, When: &survey.Condition{}}, []survey.Answer{notAsked, notAsked}, "02"},
	}
	for _, tt := range tests {
		s := ask(tt.q)
		tally := results.NewTally(s)
		for _, a := range tt.answers {
			tally.Add([]survey.Answer{a})
		}
		if got, _ := tally.AppendBinary(nil); hex.EncodeToString(got) != strings.ReplaceAll(tt.want, " ", "") {
			t.Errorf("%s: got %x, want %s", tt.name, got, tt.want)
		}
	}
}

// damagedTallies returns stored tallies of one question that cannot be right,
// or that are written in another way than the one there is.
func damagedTallies() map[string]struct {
	q    survey.Question
	data string
} {
	return map[string]struct {
		q    survey.Question
		data string
	}{
		"run in two parts":           {digit(), "02 0001 0001 02 0006"},
		"run that goes too far":      {digit(), "02 0003 02 0007"},
		"run that ends too early":    {digit(), "02 0003 02 0005"},
		"run that is cut off":        {digit(), "02 0003 02 00"},
		"run with needless bytes":    {digit(), "02 008300 02 0006"},
		"endless run":                {digit(), "02 00ffffffff07"},
		"fewer numbers than people":  {digit(), "02 0003 01 0006"},
		"number not applicable":      {digit(), "02 000a 02"},
		"more pairs than people":     {pair(), "03 0001 02 0000 02 0000"},
		"pair not applicable":        {pair(), "02 0004 02"},
		"option more than answered":  {pick(), "02 00 02 03 00 00 00"},
		"fewer options than answers": {pick(), "02 00 02 01 00 00 00"},
		"more options than allowed":  {pick(), "02 00 02 02 02 01 00"},
		"multi not applicable":       {pick(), "02 00 01 01 00 00 01"},
		"multi more than people":     {pick(), "02 01 02 02 01 01 00"},
		"more texts than asked":      {maybe(), "03 00 02 00 02"},
		"missing texts are counted":  {maybe(), "03 01 01 00 00"},
		"texts not applicable":       {maybe(), "03 00 01 01 00"},
	}
}

// Damaged counts of every kind are refused.
func TestDecodeRefusesKinds(t *testing.T) {
	for name, d := range damagedTallies() {
		t.Run(name, func(t *testing.T) {
			s := ask(d.q)
			empty := results.NewBatches(s)
			tail := encode(t, &empty)
			tail = tail[len(tail)/3:]
			data, err := hex.DecodeString(strings.ReplaceAll(d.data, " ", ""))
			if err != nil {
				t.Fatal(err)
			}
			if b, err := results.DecodeBatches(s, append(data, tail...)); err == nil {
				t.Errorf("got %d responses, want an error", b.N())
			}
		})
	}
}

// damagedRuns are seeds for fuzzing: tallies of the survey of all kinds with a
// byte changed.
func damagedRuns() []damaged {
	s := every(5)
	b := batches(s, copies(s, 7))
	whole, _ := b.AppendBinary(nil)
	var seeds []damaged
	for i := range whole {
		data := bytes.Clone(whole)
		data[i]++
		seeds = append(seeds, damaged{"changed", data})
	}
	return seeds
}

// A tally of all kinds keeps everything through its stored form, also with no
// answer in a long range and with one in each place of it.
func TestTallyOfEveryNumberRoundTrip(t *testing.T) {
	s := every(5)
	b := results.NewBatches(s)
	for n := range 1000 {
		b.Add(sheetOf(s, map[int]survey.Answer{
			recommend: {Code: 2}, why: {Text: "x"}, hours: number(n), years: number(n%304 - 3), age: number(18 + n%53),
			confidence: {Code: survey.Code(n%4 + 1), Before: survey.Code(n/4%4 + 1)},
		}))
		if n%97 > 0 && n > 5 {
			continue
		}
		again, err := results.DecodeBatches(s, encode(t, &b))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := again.Total(), b.Total(); !got.Equal(want) {
			t.Fatalf("after %d responses: got %+v, want %+v", n+1, got, want)
		}
	}
}
