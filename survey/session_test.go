package survey_test

import (
	"errors"
	"strings"
	"testing"

	"anketa/survey"
)

// A session needs a title, a possible number attended and a possible day.
func TestSessionCheck(t *testing.T) {
	const (
		attended = "the number attended must be between 0 and 100000"
		date     = "a date is written as YYYY-MM-DD, for example 2022-05-17"
	)
	good := survey.Session{Title: "Niš", Place: "Niš", Date: "2022-05-17", Attended: 24, Open: true}
	tests := []struct {
		name   string
		change func(*survey.Session)
		want   string
	}{
		{"good", func(*survey.Session) {}, ""},
		{"no title", func(s *survey.Session) { s.Title = "" }, "the session needs a title"},
		{"no place", func(s *survey.Session) { s.Place = "" }, ""},
		{"no date", func(s *survey.Session) { s.Date = "" }, ""},
		{"attendance not known", func(s *survey.Session) { s.Attended = 0 }, ""},
		{"negative attendance", func(s *survey.Session) { s.Attended = -1 }, attended},
		{"largest attendance", func(s *survey.Session) { s.Attended = 100_000 }, ""},
		{"too many", func(s *survey.Session) { s.Attended = 100_001 }, attended},
		{"leap day", func(s *survey.Session) { s.Date = "2024-02-29" }, ""},
		{"no leap day", func(s *survey.Session) { s.Date = "2023-02-29" }, date},
		{"month 13", func(s *survey.Session) { s.Date = "2022-13-01" }, date},
		{"day 0", func(s *survey.Session) { s.Date = "2022-05-00" }, date},
		{"Serbian order", func(s *survey.Session) { s.Date = "17.05.2022." }, date},
		{"short", func(s *survey.Session) { s.Date = "2022-5-7" }, date},
		{"with time", func(s *survey.Session) { s.Date = "2022-05-17T10:00" }, date},
		{"with space", func(s *survey.Session) { s.Date = "2022-05-17 " }, date},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := good
			tt.change(&s)
			if got := errorText(s.Check()); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// A day must be there to be checked by itself.
func TestCheckDateEmpty(t *testing.T) {
	if survey.CheckDate("") == nil {
		t.Error("an empty date is a day")
	}
}

// Title and place are texts of one line, of at most 120 characters.
func TestSessionClean(t *testing.T) {
	s := survey.Session{Title: " Obuka\nu Nišu\x1b[2J ", Place: strings.Repeat("ž", 121), Date: "2022-05-17"}
	s.Clean()
	if want := "Obuka u Nišu[2J"; s.Title != want {
		t.Errorf("got %q, want %q", s.Title, want)
	}
	if want := strings.Repeat("ž", 120); s.Place != want {
		t.Errorf("got %d bytes, want %d", len(s.Place), len(want))
	}
	hidden := survey.Session{Title: "\u200b\u202e"}
	hidden.Clean()
	if hidden.Check() == nil {
		t.Error("a title of hidden characters is a title")
	}
}

// TestParseDate holds that a date as it is usual in Serbia is taken, and that a day
// that does not exist is told from one that is badly written.
func TestParseDate(t *testing.T) {
	for text, want := range map[string]string{
		"2022-05-17": "2022-05-17", "17.5.2022": "2022-05-17", "17. 5. 2022.": "2022-05-17", "07.05.2022.": "2022-05-07",
		"31.11.2026": "no such day", "2022-02-30": "no such day", "13.13.2026.": "no such day",
		"": "written", "17/5/2022": "written", "17.5.22": "written", "sutra": "written", "2022-5-7": "written",
	} {
		got, err := survey.ParseDate(text)
		switch {
		case err == nil && got == want:
		case err == nil || !strings.Contains(err.Error(), want) || errors.Is(err, survey.ErrNoSuchDay) != (want == "no such day"):
			t.Errorf("%q gave %q and %v, want %s", text, got, err, want)
		}
	}
}
