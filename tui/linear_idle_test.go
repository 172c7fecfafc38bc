package tui_test

import (
	"strings"
	"testing"
	"time"

	"anketa/survey"
	"anketa/tui"
)

// TestLinearIdle holds that somebody who does not type for a minute is asked, that
// an empty line only goes on, that a line with an answer counts, and that answers
// are gone 20 seconds after the question. Negative controls: a question that
// drops nothing; an empty line that skips the question behind it.
func TestLinearIdle(t *testing.T) {
	talks(t, welcome(), func(k *talk) {
		k.say("", "2")
		k.pass(57 * time.Second)
		k.wantNot("still there")
		k.pass(2 * time.Second)
		k.want("Question 2 of 8", "Are you still there?", "erased in 20 seconds.", "Press Enter to go on.")
		k.say("")
		k.want("Your answer (Enter skips): ")
		k.wantNot("Question 3")
		k.pass(time.Minute)
		k.want("Are you still there?")
		k.say("1")
		k.want("Chosen: 1, a woman.", "Question 3 of 8")
		k.pass(59*time.Second + 19*time.Second)
		k.want("erased in 20 seconds.")
		k.pass(3 * time.Second)
		k.want("Only your answers are stored", "Press Enter to begin")
		k.say("")
		k.want("Question 1 of 8", "Your answer (Enter skips): ")
		if len(k.stored()) != 0 {
			t.Errorf("an abandoned interview was stored: %+v", k.stored())
		}
	})
}

// TestLinearIdleElsewhere holds where else nobody is waited for: a language falls
// back, an open PIN prompt and a review that nobody sends are left. The welcome
// and the facilitator's menu wait forever.
func TestLinearIdleElsewhere(t *testing.T) {
	const begin = "Pritisnite Enter da počnete: "
	for name, c := range map[string]struct {
		lines, before []string
		after         string
	}{
		"language": {[]string{"3"}, []string{"Press Enter to begin: "}, begin},
		"PIN":      {[]string{"0"}, []string{"Unesite PIN: "}, begin},
		"review":   {[]string{"", "", "", "1", "1", "1", "1", "", ""}, []string{"Enter ili broj: "}, begin},
		"question": {[]string{""}, []string{"Pitanje 1 od 8"}, begin},
		"menu":     {[]string{"0", "1234"}, []string{"1. Pregled"}, ""},
		"welcome":  {[]string{}, []string{begin}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			talks(t, setup{start: tui.StartWelcome}, func(k *talk) {
				k.say(c.lines...)
				k.want(c.before...)
				k.pass(time.Hour)
				if c.after == "" {
					if news := k.news(); news != "" {
						t.Errorf("after an hour the kiosk said %q", news)
					}
					return
				}
				k.want(c.after)
			})
		})
	}
}

// TestLinearPaste holds that lines that come in one burst never send answers that
// nobody has heard, and never answer for the next person; and that a line of keys
// that are no text is no empty line. Negative controls: a review or a thanks that
// does not settle; such a line taken for Enter.
func TestLinearPaste(t *testing.T) {
	talks(t, welcome(), func(k *talk) {
		k.say("")
		paste := strings.Split(strings.Repeat("1 1 1 1 1 1   ", 40), " ")
		k.burst(paste...)
		k.pass(time.Second)
		k.want("Your answers.", "Enter or a number: ")
		if len(k.stored()) != 0 {
			t.Fatalf("a paste sent %+v", k.stored())
		}
		k.burst("\x1b[A", "\x03", "\x1b\x1b[3~")
		if len(k.stored()) != 0 {
			t.Fatalf("an arrow key sent %+v", k.stored())
		}
		k.burst("", "", "", "2", "2")
		k.want("Thank you!")
		k.wantNot("Question")
		k.pass(time.Minute)
		k.want("Press Enter to begin: ")
		k.wantNot("Question")
		if len(k.stored()) != 1 {
			t.Errorf("%d responses were stored, want 1", len(k.stored()))
		}
	})
}

// TestLinearLongLine holds that a line without end is cut, and the next one heard.
func TestLinearLongLine(t *testing.T) {
	talks(t, setup{survey: onlyText(t), start: tui.StartWelcome, lang: survey.English}, func(k *talk) {
		k.say("", strings.Repeat("č", 1<<20), "kraj", "")
		k.want("its first 500 characters are kept", "Enter sends")
		k.say("")
		if got, want := k.stored()[0].Answers[0].Text, strings.Repeat("č", 500); got != want {
			t.Errorf("%d bytes were stored, want %d", len(got), len(want))
		}
	})
}

// onlyText is a survey with one question in own words.
func onlyText(tb testing.TB) *survey.Survey {
	tb.Helper()
	s := trainings(tb)
	s.Questions = s.Questions[6:7]
	s.Breakdowns = nil
	return s
}
