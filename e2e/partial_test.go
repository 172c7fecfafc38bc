package e2e

import (
	"strings"
	"testing"

	"anketa/internal/terminal"
)

// saysPartial is what the results screen says of one partial response.
const saysPartial = "1 započet upitnik nije poslat"

// Where the survey says on_idle: keep, the kiosk tells people so on the welcome
// screen and in the countdown, stores what somebody left as a partial response,
// and shows of it nothing but that there is one: on the results screen, in the
// table, in the JSON and in the list of sessions.
func TestAbandonedIsKept(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.putSurvey("idle", "3s", "countdown", "300ms", "on_idle", "keep")
	k := r.open()
	k.see("i kad ih ne pošaljete do kraja")
	kept := k.Watch(shows("dosadašnji odgovori biće sačuvani za 1 sekundu"), shows(onWelcome))
	k.press(terminal.Enter, "2", "1", "4", "4", "4", "1", canary, terminal.Enter)
	k.await(kept, "the countdown and the welcome")
	nobody(k)

	k.press("0")
	k.see(onPIN)
	k.press(rightPIN, terminal.Enter)
	k.see("Odgovorilo: 0 od 24", saysPartial)
	k.lacks(canary)
	k.stop()

	if got := r.results(); got.Responses != 0 || got.Partial != 1 {
		t.Errorf("the results count %d responses and %d partial ones, want 0 and 1", got.Responses, got.Partial)
	}
	if out := r.mustRun("results"); !strings.Contains(out, "Partial: 1.") || strings.Contains(out, canary) {
		t.Errorf("the table is\n%s", out)
	}
	if out := strings.Join(strings.Fields(r.mustRun("session", "list")), " "); !strings.Contains(out, "0 of 24 open 1") {
		t.Errorf("the list is\n%s", out)
	}
	if texts := r.texts("improve"); len(texts) != 0 {
		t.Errorf("the texts of responses are %q", texts)
	}
}

// An interview that has stood for 15 seconds offers the next person to begin
// afresh: the first Tab asks once more, the second erases, and nothing is left.
// Before the offer, Tab does nothing.
func TestNewPerson(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	k := r.open()
	k.press("3", terminal.Enter, "2", "1", "4", "4", "4", "1", canary)
	k.see("Question 7 of 8", canary)
	k.press(terminal.Tab, terminal.Tab)
	k.keepUp()
	k.see("Question 7 of 8", canary)
	k.see("Tab ⇥ I am a new person")
	k.pressTo(terminal.Tab, "Press Tab ⇥ once more: these answers will be erased.", canary)
	k.pressTo("x", "Question 7 of 8", canary+"x")
	k.lacks("Tab ⇥")
	k.see("Tab ⇥ I am a new person")
	k.pressTo(terminal.Tab, "Press Tab ⇥ once more")
	k.pressTo(terminal.Tab, onWelcome)
	nobody(k)
	k.stop()
	if got := r.results(); got.Responses != 0 || got.Partial != 0 {
		t.Errorf("something is stored: %+v", got)
	}
	noTrace(r)
}

// The results on the second terminal say how long the rest will take: as the
// survey estimates, and once three people have answered, as fast as these were.
func TestPaceOnTheSecondTerminal(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.putSurvey("thanks", "300ms", "confirm", "50ms")
	second := openTerminal(t, 80, 70)
	k := r.open("--live", second.Path())
	second.see(onPIN)
	second.press(rightPIN, terminal.Enter)
	second.see("≈ 26 min za još 24 učesnika.")
	for i, s := range sample(3) {
		k.answer(s)
		if i < 2 {
			second.see("min za još")
		}
	}
	second.see("< 1 min za još 21 učesnika.")
	k.stop()
}
