package exchange_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"anketa/exchange"
	"anketa/results"
	"anketa/survey"
)

// written returns the results in JSON.
func written(tb testing.TB, r *results.Release, lang survey.Lang) string {
	tb.Helper()
	var b bytes.Buffer
	if err := exchange.WriteJSON(&b, r, lang); err != nil {
		tb.Fatal(err)
	}
	if !json.Valid(b.Bytes()) {
		tb.Fatalf("this is no JSON:\n%s", b.String())
	}
	return b.String()
}

// TestWriteJSON holds the whole file for the 72 responses, letter by letter.
// Negative control: any change of a key, its order or a figure.
func TestWriteJSON(t *testing.T) {
	r := imported(t)
	golden(t, "trainings.json", written(t, &r, survey.SerbianLatin))
}

// TestWriteJSONContract holds the keys and their order as DESIGN.md §5 fixes
// them, on one question of each shape.
func TestWriteJSONContract(t *testing.T) {
	r := imported(t)
	file := written(t, &r, survey.English)
	for at, want := range map[string][]string{
		"":                {"survey", "sessions", "attended", "responses", "released", "min_group", "partial", "damaged", "questions", "breakdowns", "comparisons", "conclusions", "recommendations"},
		"sessions":        {"id", "title", "place", "date", "attended", "responses", "open", "partial", "damaged"},
		"informed":        {"id", "kind", "n", "missing", "not_applicable", "points", "headline", "median", "q1", "q3", "mean", "sd"},
		"sector":          {"id", "kind", "n", "missing", "options"},
		"gender":          {"id", "kind", "n", "missing", "not_applicable", "options"},
		"recommend":       {"id", "kind", "n", "missing", "options", "headline"},
		"improve":         {"id", "kind", "n", "missing", "texts", "themes"},
		"informed points": {"value", "label", "count", "percent"},
		"informed box":    {"points", "count", "n", "percent", "low", "high", "bounds"},
	} {
		if got := keysOf(t, part(t, file, at)); !slices.Equal(got, want) {
			t.Errorf("%q has the keys %q, want %q", at, got, want)
		}
	}
}

// part returns a piece of the file: a session, a question or what is in it.
func part(tb testing.TB, file, at string) json.RawMessage {
	tb.Helper()
	var whole struct {
		Sessions  []json.RawMessage
		Questions []json.RawMessage
	}
	if err := json.Unmarshal([]byte(file), &whole); err != nil {
		tb.Fatal(err)
	}
	switch at {
	case "":
		return json.RawMessage(file)
	case "sessions":
		return whole.Sessions[0]
	}
	id, piece, _ := strings.Cut(at, " ")
	for _, raw := range whole.Questions {
		var q struct {
			ID       string
			Points   []json.RawMessage
			Headline json.RawMessage
		}
		if err := json.Unmarshal(raw, &q); err != nil {
			tb.Fatal(err)
		}
		switch {
		case q.ID != id:
		case piece == "points":
			return q.Points[0]
		case piece == "box":
			return q.Headline
		default:
			return raw
		}
	}
	tb.Fatalf("there is no %s", at)
	return nil
}

// keysOf returns the keys of an object in the order of the file.
func keysOf(tb testing.TB, object json.RawMessage) []string {
	tb.Helper()
	d := json.NewDecoder(bytes.NewReader(object))
	var keys []string
	depth := 0
	for isKey := true; ; {
		token, err := d.Token()
		if err != nil {
			return keys
		}
		switch delim, ok := token.(json.Delim); {
		case ok && (delim == '{' || delim == '['):
			depth++
			isKey = depth == 1
		case ok:
			depth--
			isKey = depth == 1
		case depth == 1 && isKey:
			keys = append(keys, fmt.Sprint(token))
			isKey = false
		case depth == 1:
			isKey = true
		}
	}
}

// TestWriteJSONFigures holds the published figures: counts and percentages of
// the four headlines, nine sectors, women and men.
func TestWriteJSONFigures(t *testing.T) {
	r := imported(t)
	file := strings.Join(strings.Fields(written(t, &r, survey.English)), "")
	for _, want := range []string{
		`"attended":72,"responses":72,"released":72,"min_group":5`,
		`"headline":{"points":[4],"count":43,"n":72,"percent":59.722222222222`,
		`"headline":{"points":[4],"count":51,"n":72,"percent":70.8333333333333`,
		`"headline":{"points":[5],"count":45,"n":72,"percent":62.5`,
		`"headline":{"points":["yes"],"count":71,"n":72,"percent":98.611111111111`,
		`"value":"woman","label":"awoman","count":43`, `"value":"man","label":"aman","count":29`,
		`{"value":1,"label":"notatall","count":0,"percent":0}`,
	} {
		if !strings.Contains(file, want) {
			t.Errorf("the file does not hold %s", want)
		}
	}
	for value, count := range map[string]int{"social": 29, "police": 18, "red_cross": 8, "ngo": 6, "health": 4, "city": 3, "prosecution": 2, "judiciary": 1, "education": 1} {
		if !regexp.MustCompile(fmt.Sprintf(`"value":"%s","label":"[^"]*","count":%d,`, value, count)).MatchString(file) {
			t.Errorf("the sector %s has not the count %d", value, count)
		}
	}
}

// TestWriteJSONHidden holds that figures that must not be shown are null, all of
// them and never 0, while the number of responses is known. Negative control:
// the figures of an empty tally.
func TestWriteJSONHidden(t *testing.T) {
	figure := regexp.MustCompile(`"(n|missing|not_applicable|count|percent|low|high|median|q1|q3|mean|sd)": ([^,\n]+)`)
	for name, c := range map[string]struct {
		n                int
		closed, live     bool
		released, hidden int
	}{
		"open with 4":    {4, false, false, 0, 4},
		"open with 7":    {7, false, false, 0, 7},
		"open with 9":    {9, false, false, 0, 9},
		"open with 10":   {10, false, false, 5, 0},
		"open with 24":   {24, false, false, 15, 0},
		"closed with 4":  {4, true, false, 0, 4},
		"closed with 5":  {5, true, false, 5, 0},
		"open with none": {0, false, false, 0, 0},
		"live with 3":    {3, false, true, 3, 0},
	} {
		t.Run(name, func(t *testing.T) {
			s := trainings(t)
			if c.live {
				s.Release = survey.ReleaseLive
			}
			r := collected(t, s, c.n, c.closed)
			file := written(t, &r, survey.English)
			for _, want := range []string{fmt.Sprintf(`"responses": %d,`, c.n), fmt.Sprintf(`"released": %d,`, c.released), `"attended": null,`} {
				if !strings.Contains(file, want) {
					t.Errorf("the file does not hold %s", want)
				}
			}
			// In breakdowns small groups stay hidden, whatever is shown.
			questions, _, _ := strings.Cut(file, `"breakdowns"`)
			for _, f := range figure.FindAllStringSubmatch(file, -1) {
				if f[2] != "null" && c.hidden > 0 {
					t.Errorf("%d answers must not be shown, but %s is %s", c.hidden, f[1], f[2])
				}
			}
			for _, f := range figure.FindAllStringSubmatch(questions, -1) {
				if f[2] == "null" && c.released > 0 {
					t.Errorf("%s is null although %d answers are shown", f[1], c.released)
				}
			}
		})
	}
}

// TestWriteJSONSameKeys holds that a file with hidden figures has the same keys
// as one without: whoever reads it need not look whether a key is there.
// Negative control: a key that is left out when its figure is null.
func TestWriteJSONSameKeys(t *testing.T) {
	s := trainings(t)
	hidden, shown := collected(t, s, 4, false), collected(t, s, 24, true)
	h, w := written(t, &hidden, survey.English), written(t, &shown, survey.English)
	for _, at := range []string{"", "sessions", "sector", "gender", "informed", "recommend", "improve", "informed points", "informed box"} {
		if got, want := keysOf(t, part(t, h, at)), keysOf(t, part(t, w, at)); !slices.Equal(got, want) {
			t.Errorf("%q has the keys %q when hidden, %q otherwise", at, got, want)
		}
	}
}

// TestWriteJSONUndefined holds that a figure that is not defined is null: a share
// of nobody, the spread of one answer.
func TestWriteJSONUndefined(t *testing.T) {
	s := trainings(t)
	s.Release = survey.ReleaseLive
	r := collected(t, s, 1, false)
	file := strings.Join(strings.Fields(written(t, &r, survey.English)), "")
	if !strings.Contains(file, `"mean":5,"sd":null`) && !strings.Contains(file, `"mean":4,"sd":null`) {
		t.Errorf("the spread of one answer is not null:\n%s", file)
	}
	none := collected(t, s, 0, false)
	file = strings.Join(strings.Fields(written(t, &none, survey.English)), "")
	if !strings.Contains(file, `"n":0,"missing":0`) || !strings.Contains(file, `"count":0,"percent":null`) {
		t.Errorf("of nobody the shares are not null:\n%s", file)
	}
}

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

var errFull = errors.New("no space left on device")

// TestWriteFails holds that an error of the disk is returned.
func TestWriteFails(t *testing.T) {
	r := imported(t)
	if err := exchange.WriteJSON(full{}, &r, survey.English); !errors.Is(err, errFull) {
		t.Errorf("WriteJSON returns %v", err)
	}
	if err := exchange.WriteTable(full{}, &r, survey.English); !errors.Is(err, errFull) {
		t.Errorf("WriteTable returns %v", err)
	}
}
