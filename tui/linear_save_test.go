package tui_test

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"
	"time"

	"anketa/survey"
	"anketa/tui"
)

// toReview are the lines that answer the survey of the trainings.
func toReview() []string { return []string{"", "2", "1", "5", "4", "5", "1", "", ""} }

// TestLinearSave holds that thanks come only when the response is durable, that a
// failed attempt is repeated under the same id, and that the kiosk keeps the
// answers while it is out of order, until Enter stores them or it is in order
// again. Negative controls:
// an id drawn for every attempt; thanks whatever the store says.
func TestLinearSave(t *testing.T) {
	for name, unsure := range map[string]bool{"not stored": false, "stored all the same": true} {
		again := unsure
		t.Run(name, func(t *testing.T) {
			talks(t, welcome(), func(k *talk) {
				k.store.failing, k.store.unsure = 1<<30, unsure
				k.say(toReview()...)
				k.say("")
				k.want("Storing your answers", "Out of service.", "nothing is lost", "try again (Enter): ")
				k.pass(3 * time.Hour)
				k.wantNot("Thank you", "still there", "Out of service.")
				k.say("")
				k.want("Out of service.")
				k.wantNot("Thank you")
				k.store.stops()
				if again {
					k.say("")
				} else {
					k.pass(time.Minute)
				}
				k.want("Thank you!", "Your answers are stored.")
				if len(k.stored()) < 300 {
					t.Errorf("the store was asked only %d times", len(k.stored()))
				}
				for _, r := range k.stored() {
					if r.ID != k.stored()[0].ID || r.ID.IsZero() || r.Answers[2].Code != 5 {
						t.Errorf("the response was given as %+v", r)
					}
				}
				if n := k.store.stored(t); n != 1 {
					t.Errorf("%d responses are stored, want 1", n)
				}
			})
		})
	}
}

// TestLinearClosed holds that nobody is welcomed while the store is out of order,
// and that the kiosk opens by itself when it is in order again. Negative control: a
// welcome that does not ask the store.
func TestLinearClosed(t *testing.T) {
	talks(t, welcome(), func(k *talk) {
		k.say("")
		k.want("Question 1 of 8")
		k.store.breaks(true)
		k.say("<", "2", "")
		k.want("Out of service.", "call the facilitator", "Out of service.")
		k.wantNot("Question", "Press Enter to begin")
		k.pass(time.Hour)
		k.store.breaks(false)
		k.pass(time.Minute)
		k.want("Press Enter to begin: ")
	})
}

// TestLinearReview holds that what still needs an answer is named and holds the
// response back, that an answer of a question that is not asked any more is said
// and not sent, and that a number changes an answer. Negative control: a review
// that sends whatever Interview.Unanswered says.
func TestLinearReview(t *testing.T) {
	talks(t, inEnglish(t), func(k *talk) {
		// A social worker is not asked the question for the police.
		k.say("", "", "1", "n", "0", "5", "5", "5", "1", "1", "2", "", "9", "")
		k.want("Questions for the police.", "Your answers.", "procedure for protecting witnesses? No.")
		k.say("1", "2")
		k.want("1. In which field do you work? social protection.", "No. (not sent: the question no longer applies)")
		k.say("?")
		k.want("Your answers.")
		k.say("9")
		k.want("How likely are you to recommend")
		k.say("-")
		k.want("There is no answer now.", "Please answer this question.")
		k.say("<", "")
		k.want("Your answers.", "1 question still needs an answer.", "9. How likely are you")
		k.say("")
		k.want("1 question still needs an answer.", "9. How likely are you")
		k.say("44", "<")
		k.want("No answer has that number.", "What would you say")
		if len(k.stored()) != 0 {
			t.Fatalf("an incomplete response was given: %+v", k.stored())
		}
		k.say("", "9", "9", "")
		k.want("Thank you!")
		at, _ := kinds(t).Question("protocol")
		if got := k.stored()[0].Answers[at].Code; got != survey.NotAsked {
			t.Errorf("the question for the police was stored as %d", got)
		}
	})
}

// TestLinearLeave holds that leaving asks once when answers would be lost, and
// that the next person finds nothing of them.
func TestLinearLeave(t *testing.T) {
	talks(t, welcome(), func(k *talk) {
		k.say("", "<")
		k.want("Question 1 of 8", "Press Enter to begin")
		k.say("", "2", "<", "<")
		k.want("once more to leave; your answers will be erased")
		k.say("")
		k.want("Question 1 of 8", "Your answer so far: police.")
		k.say("<", "<")
		k.want("Press Enter to begin")
		k.say("")
		k.want("Question 1 of 8")
		k.wantNot("so far")
	})
}

// TestLinearLanguage holds that a number chooses the language, for one person.
func TestLinearLanguage(t *testing.T) {
	talks(t, setup{start: tui.StartWelcome}, func(k *talk) {
		k.want("Српски (ћирилица): укуцајте 2", "English: type 3", "Čuvaju se samo")
		k.say("2")
		k.want("Srpski (latinica): ukucajte 1", "Чувају се само")
		k.say("3", "")
		k.want("Only your answers", "Question 1 of 8")
		k.say("<")
		k.want("Čuvaju se samo")
		k.say("4", "x", "?")
		k.want("nije ponuđen", "nije ponuđen", "Čuvaju se samo")
	})
}

// TestLinearEnds holds that the end of the input, of the context and of the
// terminal are good ends, and that the facilitator's is one.
func TestLinearEnds(t *testing.T) {
	for name, end := range map[string]func(*talk){
		"context":  func(k *talk) { k.cancel() },
		"input":    func(k *talk) { _ = k.typed.Close() },
		"terminal": func(k *talk) { k.heard.broken = true; k.burst("1") },
		"quit":     func(k *talk) { k.say("<", "<", "<", "0", "1234", "9") },
	} {
		t.Run(name, func(t *testing.T) {
			talks(t, welcome(), func(k *talk) {
				k.say("", "2")
				end(k)
				if err := k.end(); err != nil {
					t.Errorf("the end was %v", err)
				}
			})
		})
	}
}

// TestLinearPanic holds that a panic ends in one sentence, and that the log says
// where it was and nothing of what was answered.
func TestLinearPanic(t *testing.T) {
	var log bytes.Buffer
	s := onlyText(t)
	talks(t, setup{survey: s, start: tui.StartWelcome, lang: survey.English, log: slog.New(slog.NewTextHandler(&log, nil))}, func(k *talk) {
		k.say("", "CANARY")
		s.Questions[0].Kind = survey.KindNPS
		s.Questions, s.Breakdowns = nil, nil
		k.burst("")
		if err := k.end(); err != tui.ErrBroken {
			t.Errorf("the end was %v, want %v", err, tui.ErrBroken)
		}
		if got := log.String(); !strings.Contains(got, "panic") || strings.Contains(got, "CANARY") {
			t.Errorf("the log says %s", got)
		}
	})
}
