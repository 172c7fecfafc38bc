package exchange_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"anketa/exchange"
	"anketa/survey"
)

// How many responses came from paper is written only where it says nothing of anybody:
// it is absent when none did or the session is open, and null when the number is too small.
func TestPaperIsCounted(t *testing.T) {
	for _, c := range []struct {
		paper  int
		closed bool
		said   string
		want   any
	}{
		{0, true, "", nil},
		{7, false, "", nil},
		{4, true, "From paper: some. The number is not shown: fewer than 5 came that way, or\nfewer than 5 did not.\n", "null"},
		{7, true, "From paper: 7.\n", 7.0},
	} {
		r := collected(t, trainings(t), 24, c.closed)
		without := table(t, &r, survey.English)
		r.Parts[0].Paper = c.paper
		got := table(t, &r, survey.English)
		if strings.Replace(got, c.said, "", 1) != without || c.said != "" && !strings.Contains(got, c.said) {
			t.Errorf("%d, closed %t: got\n%s", c.paper, c.closed, got)
		}
		var b bytes.Buffer
		if err := exchange.WriteJSON(&b, &r, survey.English); err != nil {
			t.Fatal(err)
		}
		var all struct {
			Paper    json.RawMessage
			Sessions []struct{ Paper json.RawMessage }
		}
		if err := json.Unmarshal(b.Bytes(), &all); err != nil {
			t.Fatal(err)
		}
		for _, raw := range []json.RawMessage{all.Paper, all.Sessions[0].Paper} {
			var got any
			if string(raw) == "null" {
				got = "null"
			} else if raw != nil {
				if err := json.Unmarshal(raw, &got); err != nil {
					t.Fatal(err)
				}
			}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("%d from paper: got %v, want %v", c.paper, got, c.want)
			}
		}
	}
}
