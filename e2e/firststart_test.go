package e2e

import (
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"anketa/internal/terminal"
)

// A newcomer types the set-up form by hand, with a wrong date and two different
// PINs, which are pointed out and corrected; a participant answers everything
// in English with digits; the thanks go away by themselves and the next person
// is welcomed in the default language. Exactly what was typed is stored.
func TestFirstStart(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	// With "live" the single response can be read back from the results.
	r.putSurvey("release", "live", "thanks", "400ms")
	k := r.start()
	k.see(onSetup, "Naziv obuke")
	fillSetup(k)

	k.see(onWelcome, "svaki odgovor odmah vidi")
	k.press("3")
	k.see(onWelcomeEnglish)
	s := sheet{{point: 3}, {point: 1}, {point: 4}, {point: 5}, {point: aside}, {point: 1}, {text: "više vežbi"}, {text: "Одлична обука", quote: true}}
	answerSlowly(k, s)
	end := k.Watch(shows(onThanksEnglish, "Your answers are stored."), shows(onWelcome))
	k.press(terminal.Enter)
	k.await(end, "the thanks and then the welcome in the default language")
	k.stop()

	rep := r.results()
	session := rep.Sessions[0]
	if session.Title != "Prva obuka" || session.Place != "Niš" || session.Date != "2026-11-23" || *session.Attended != 24 || !session.Open {
		t.Errorf("the session is %+v", session)
	}
	if got, want := rep.figures(t), tally([]sheet{s}); !reflect.DeepEqual(got, want) {
		t.Errorf("stored: %v\ntyped:  %v", got, want)
	}
	checkTexts(r, []sheet{s})
	if files := r.files(r.dir); !reflect.DeepEqual(files, []string{"anketa.db", "questions.yaml"}) {
		t.Errorf("the folder holds %q", files)
	}
	if info, err := os.Stat(r.path("anketa.db")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the database may be read by others: %v, %v", info.Mode(), err)
	}
}

// fillSetup types the form as somebody who makes mistakes.
func fillSetup(k *kiosk) {
	k.Helper()
	erase := func(n int) string { return strings.Repeat(terminal.Backspace, n) }
	k.press(erase(100), "Prva obuka", terminal.Enter, "Niš", terminal.Enter)
	k.see("Prva obuka", "Niš", "┃ "+time.Now().Format("2006-"))
	k.press(erase(10), "2026-13-45", terminal.Enter)
	k.see("┃ 2026-13-45", saysBadDate)
	k.press(erase(10), "2026-11-23", terminal.Enter, "24", terminal.Enter)
	k.see("2026-11-23", "┃", "najmanje 4 cifre")
	k.press("1234", terminal.Enter, "1235", terminal.Enter)
	k.see(saysOtherPIN, "****")
	k.lacks("1234", "1235")
	k.press(erase(1), "4", terminal.Enter)
}

// answerSlowly answers one question after the other and looks at every screen
// before the next key, up to the review in English.
func answerSlowly(k *kiosk, s sheet) {
	k.Helper()
	k.press(terminal.Enter)
	for i, q := range questions() {
		k.see(fmt.Sprintf("Question %d of 8", i+1))
		e := s[i]
		switch {
		case q.text:
			k.press(e.text)
			k.see("┃ " + e.text)
			k.press(terminal.Enter)
			if q.consent {
				k.see("May we quote you", "“"+e.text+"”")
				k.press("1")
			}
		default:
			// What was chosen is shown for a moment.
			k.pressTo(q.key(e), "●")
		}
	}
	k.see("Your answers", "Red Cross", "a woman", "to a significant degree", "fully", "I cannot tell", "Yes", "više vežbi", "Одлична обука")
}
