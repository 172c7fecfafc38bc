package tui_test

import (
	"strings"
	"testing"
	"testing/synctest"

	"anketa/survey"
	"anketa/tui"
)

// foot returns the last line of the terminal.
func foot(k *kiosk) string {
	view := strings.TrimRight(k.view(), "\n ")
	return strings.TrimSpace(view[strings.LastIndex(view, "\n")+1:])
}

// TestKeysShown holds that the foot of a screen says what the keys do there:
// Enter skips when it may, chooses when a point has the focus, and is not named
// when the question is required; the numbers are those that choose.
func TestKeysShown(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, welcome())
		for _, c := range []struct {
			keys []string
			want string
		}{
			{[]string{"enter"}, "1–9 answer   ↑↓ move   Enter skip   Backspace back"},
			{[]string{"down"}, "1–9 answer   ↑↓ move   Enter choose   Backspace back"},
			{[]string{"2", "enter", "x"}, "1–5, 0 answer   ←→ move   Backspace back"},
			{[]string{"right"}, "1–5, 0 answer   ←→ move   Enter choose   Backspace back"},
			{[]string{"5", "4", "5", "end"}, "1 / 2 answer   ←→ move   Enter choose   Backspace back"},
			{[]string{"1", "end"}, "Enter skip   Esc back"},
			{[]string{"a"}, "Enter next   Esc back"},
			{[]string{"enter", "enter"}, "Enter send   1–8 / ↑↓ change   Backspace back"},
			{[]string{"up"}, "Enter change   ↑↓ move   Backspace back"},
		} {
			k.press(c.keys...)
			if got := foot(k); got != c.want {
				t.Errorf("after %q the foot is %q, want %q", c.keys, got, c.want)
			}
		}
	})
}

// TestKeysShownKinds is TestKeysShown for the other kinds of question.
func TestKeysShownKinds(t *testing.T) {
	for _, c := range []struct {
		id   string
		keys []string
		want string
	}{
		{"hello", nil, "Enter next   Backspace back"},
		{"field", nil, "1–4 answer   ↑↓ move   Backspace back"},
		{"field", []string{"4"}, "Enter skip   Esc back"},
		{"field", []string{"4", "x"}, "Enter next   Esc back"},
		{"years", nil, "Enter next   Esc back"},
		{"years", []string{"n"}, "Enter next   Esc back"},
		{"topics", nil, "1–5, 0 mark   ↑↓ move   Enter next   Backspace back"},
		{"topics", []string{"down"}, "1–5, 0 mark   ↑↓ move   Enter mark   Backspace back"},
		{"topics", []string{"2"}, "1–5, 0 mark   ↑↓ move   Enter next   Backspace back"},
		{"content", nil, "1–5 answer   ←→ move   ↑↓ row   Backspace back"},
		{"content", []string{"right"}, "1–5 answer   ←→ move   ↑↓ row   Enter choose   Backspace back"},
		{"risk_part", nil, "1–5 answer   ←→ move   ↑↓ row   Enter skip   Backspace back"},
		{"skills", nil, "1–5 answer   ←→ move   ↑↓ row   Backspace back"},
		{"skills", []string{"2", "right"}, "1–5 answer   ←→ move   ↑↓ row   Enter choose   Backspace back"},
		{"change", nil, "Enter skip   Esc back"},
		{"recommend", nil, "0–10, n answer   ←→ move   Backspace back"},
		{"recommend", []string{"1"}, "0–10, n answer   ←→ move   Enter choose   Backspace back"},
		{"why", nil, "Enter skip   Esc back"},
	} {
		synctest.Test(t, func(t *testing.T) {
			k := start(t, setup{survey: kinds(t), start: tui.StartWelcome, lang: survey.English})
			if k.press(before(c.id)...); c.id != "hello" {
				k.press("f1")
			} else {
				k.press("enter")
			}
			k.press(c.keys...)
			if got := foot(k); got != c.want {
				t.Errorf("on %s after %q the foot is %q, want %q", c.id, c.keys, got, c.want)
			}
		})
	}
}

// TestKeysShownLong holds that a list with more options than keys names the last
// key there is, and not one that is missing.
func TestKeysShownLong(t *testing.T) {
	for n, want := range map[int]string{9: "1–9, 0 answer", 12: "1–c, 0 answer", 35: "1–z, 0 answer", 60: "1–z, 0 answer"} {
		synctest.Test(t, func(t *testing.T) {
			s := trainings(t)
			s.Questions[0].Points, s.Questions[0].NotApplicable = labelled(n, 10, "x"), everywhere("none")
			s.Breakdowns = nil
			k := start(t, setup{survey: s, start: tui.StartWelcome, lang: survey.English})
			k.press("enter")
			if got := foot(k); !strings.HasPrefix(got, want+" ") {
				t.Errorf("of %d options the foot is %q, want %q", n, got, want)
			}
		})
	}
}

// TestSavingShowsNoKeys holds that while answers are stored no keys are named,
// because none works.
func TestSavingShowsNoKeys(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, welcome())
		k.store.block(t)
		k.press(append(answers(), "enter")...)
		k.want("Storing your answers")
		k.wantNot("Enter send", "Backspace back")
	})
}

// TestLeaveKey holds that the sentence before leaving tells the truth: the key
// that was pressed leaves when it is pressed once more, and so does every key
// that the sentence names, on whatever kind the first question is. Negative
// control: a sentence that names ← where it moves in a row or in a text.
func TestLeaveKey(t *testing.T) {
	for name, c := range map[string]struct {
		question string
		answer   []string
		key      string
	}{
		"list, Backspace":   {"sector", []string{"3"}, "backspace"},
		"list, ←":           {"sector", []string{"3"}, "left"},
		"list, Esc":         {"sector", []string{"3"}, "esc"},
		"row, Backspace":    {"informed", []string{"3"}, "backspace"},
		"row, ←":            {"informed", []string{"1"}, "left"},
		"row, Esc":          {"informed", []string{"3"}, "esc"},
		"text, Esc":         {"improve", []string{"a", "enter"}, "esc"},
		"other, Esc":        {"field", []string{"4", "enter"}, "esc"},
		"number, Esc":       {"years", []string{"7", "enter"}, "esc"},
		"number, Backspace": {"years", []string{"n"}, "backspace"},
		"marks, Backspace":  {"topics", []string{"1", "enter"}, "backspace"},
		"marks, ←":          {"topics", []string{"1", "enter"}, "left"},
		"matrix, Backspace": {"content", []string{"3"}, "backspace"},
		"matrix, ←":         {"content", []string{"1"}, "left"},
		"halves, Backspace": {"skills", []string{"3", "3"}, "backspace"},
		"halves, Esc":       {"skills", []string{"3", "3"}, "esc"},
		"nps, Backspace":    {"recommend", []string{"3"}, "backspace"},
		"nps, ←":            {"recommend", []string{"0"}, "left"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, again := range []string{c.key, "left", "backspace", "esc"} {
				synctest.Test(t, func(t *testing.T) {
					k := start(t, setup{survey: only(t, c.question), start: tui.StartWelcome, lang: survey.English})
					k.press("enter")
					k.press(c.answer...)
					k.press("f1", "backspace", c.key)
					k.want("once more to leave")
					named := map[string]string{"left": "Press ←", "backspace": "Press Backspace", "esc": "Press Esc"}[again]
					if again == c.key || strings.Contains(k.view(), named) {
						k.press(again)
						k.want("Only your answers are stored")
					}
				})
			}
		})
	}
}

// only returns a survey that asks one question, of the trainings or of the survey
// with all kinds, with the rows that stand beside it, and then one more.
func only(tb testing.TB, id string) *survey.Survey {
	tb.Helper()
	s, last := kinds(tb), trainings(tb).Questions[1]
	at, ok := s.Question(id)
	if !ok {
		s = trainings(tb)
		at, _ = s.Question(id)
	}
	rows := s.Matrix(at)
	s.Questions = append(s.Questions[at:at+max(len(rows)-1, 1)], last)
	s.Breakdowns = nil
	return s
}
