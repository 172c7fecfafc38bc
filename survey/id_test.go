package survey_test

import (
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"anketa/survey"
)

// An ID goes through text and JSON unchanged.
func TestIDRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var id survey.ID
		copy(id[:], rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "id"))
		parsed, err := survey.ParseID(id.String())
		if err != nil || parsed != id {
			t.Fatalf("got %s %v, want %s", parsed, err, id)
		}
		if upper, err := survey.ParseID(strings.ToUpper(id.String())); err != nil || upper != id {
			t.Fatalf("in capitals: got %s %v, want %s", upper, err, id)
		}
		data, err := json.Marshal(id)
		if err != nil || string(data) != `"`+id.String()+`"` {
			t.Fatalf("got %s %v", data, err)
		}
		var decoded survey.ID
		if err := json.Unmarshal(data, &decoded); err != nil || decoded != id {
			t.Fatalf("got %s %v, want %s", decoded, err, id)
		}
		if id.IsZero() != (id == survey.ID{}) {
			t.Fatalf("IsZero of %s: %t", id, id.IsZero())
		}
	})
}

// What is not exactly 32 hexadecimal digits is no ID.
func TestParseIDErrors(t *testing.T) {
	const (
		length = "an identifier has 32 hexadecimal digits"
		digits = "an identifier consists of hexadecimal digits"
	)
	zeros := strings.Repeat("0", 32)
	tests := []struct{ in, want string }{
		{zeros, ""},
		{"", length},
		{zeros[1:], length},
		{zeros[2:], length},
		{zeros + "00", length},
		{zeros + "0", length},
		{zeros[1:] + "g", digits},
		{zeros[1:] + " ", digits},
		{zeros[2:] + "č", digits},
	}
	for _, tt := range tests {
		_, err := survey.ParseID(tt.in)
		if got := errorText(err); got != tt.want {
			t.Errorf("ParseID(%q): got %q, want %q", tt.in, got, tt.want)
		}
	}
}

// Random IDs differ from each other, and in every byte: none of them is a
// counter, a time or a constant.
func TestNewIDIsRandom(t *testing.T) {
	const draws = 64
	seen := map[survey.ID]bool{}
	first, changed := survey.NewID(), [16]bool{}
	for range draws {
		id := survey.NewID()
		if id.IsZero() || seen[id] {
			t.Fatalf("%s was drawn twice or is zero", id)
		}
		seen[id] = true
		for i := range id {
			changed[i] = changed[i] || id[i] != first[i]
		}
	}
	for i, c := range changed {
		if !c {
			t.Errorf("byte %d was the same in %d draws", i, draws)
		}
	}
}

// A revision goes through text and JSON unchanged, and takes nothing else.
func TestRevisionRoundTrip(t *testing.T) {
	want := revisionOf(t, trainings(t))
	data, err := json.Marshal(want)
	if err != nil || string(data) != `"`+want.String()+`"` || len(want.String()) != 64 {
		t.Fatalf("got %s %v", data, err)
	}
	var got survey.Revision
	if err := json.Unmarshal(data, &got); err != nil || got != want {
		t.Errorf("got %s %v, want %s", got, err, want)
	}
	for in, want := range map[string]string{
		"":                            "an identifier has 64 hexadecimal digits",
		strings.Repeat("0", 32):       "an identifier has 64 hexadecimal digits",
		strings.Repeat("0", 65):       "an identifier has 64 hexadecimal digits",
		strings.Repeat("x", 64):       "an identifier consists of hexadecimal digits",
		" " + strings.Repeat("0", 63): "an identifier consists of hexadecimal digits",
	} {
		if got := errorText(got.UnmarshalText([]byte(in))); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
