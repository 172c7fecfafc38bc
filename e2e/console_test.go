package e2e

import (
	"testing"

	"anketa/internal/terminal"
)

// The console opens without the kiosk: behind the PIN, with every tab by its digit, the
// number attended corrected in the file, and the presenter view; while a kiosk holds
// the file it says so and ends with exit code 3.
func TestConsoleAlone(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	r.putSurvey("thanks", "300ms", "confirm", "50ms")
	k := r.open()
	for _, s := range sample(7) {
		k.answer(s)
	}
	held := r.start("console")
	held.see("is in use by a kiosk, a console")
	held.exit(3)
	k.stop()

	c := r.start("console")
	c.see(onPIN)
	c.press("9999", terminal.Enter)
	c.see(saysWrongPIN)
	c.press(rightPIN, terminal.Enter)
	c.see("[1 Pregled]", "Odgovorilo: 7 od 24")
	c.lacks("policija", "n = ")
	c.press("z")
	c.see(saysConfirm)
	c.press("1")
	c.see(saysEverything)
	for _, tab := range []struct{ key, sees string }{
		{"2", "Redosled: kao u upitniku."},
		{"3", "policija"},
		{"4", "[4 Grupe]"},
		{"5", "[5 Poređenje]"},
		{"6", "[6 Tekstovi]"},
		{"7", "[7 Izveštaj]"},
		{"8", "Obuke u ovoj datoteci"},
	} {
		c.press(tab.key)
		c.see(tab.sees)
	}
	c.press(terminal.Enter)
	c.see("Broj prisutnih")
	c.press(terminal.Backspace, terminal.Backspace, "9", terminal.Enter)
	c.see("Broj prisutnih je sačuvan.", "Odgovorilo: 7 od 9")
	c.press("2", "p")
	c.see("Enter prikazuje odgovore")
	c.lacks("n = 7")
	c.press(terminal.Enter)
	c.see("n = 7")
	c.press(terminal.Esc)
	c.see("[2 Pitanja]")
	c.press("q")
	c.exit(0)
	if got := r.results(); got.Responses != 7 || got.Attended == nil || *got.Attended != 9 {
		t.Errorf("the results are %+v", got)
	}
}
