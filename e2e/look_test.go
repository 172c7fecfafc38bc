package e2e

import (
	"fmt"
	"image/color"
	"strings"
	"testing"
	"time"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"anketa/internal/terminal"
)

// with starts the kiosk with other values in its environment.
func (r *room) with(values ...string) *kiosk {
	r.Helper()
	cmd := r.command(r.flags()...)
	cmd.Env = append(cmd.Env, values...)
	k := r.startCommand(cmd)
	k.see(onWelcome)
	return k
}

// cells calls f for every cell of the screen.
func (k *kiosk) cells(f func(uv.Cell)) {
	k.Look(func(frame terminal.Frame) {
		width, height := frame.Size()
		for i := range width * height {
			f(frame.Cell(i%width, i/width))
		}
	})
}

// plainWalk visits screens of every kind: welcome, choice, scale, text, PIN.
func plainWalk(k *kiosk, look func(screen string)) {
	k.Helper()
	look("welcome")
	k.pressTo(terminal.Enter, onFirst)
	k.pressTo(terminal.Down, "› ")
	look("choice")
	k.press("2", "1")
	k.see(fmt.Sprintf(onQuestion, 3))
	k.pressTo(terminal.Right, "╔")
	look("scale")
	k.press("1", "2", "3", "1")
	k.see(fmt.Sprintf(onQuestion, 7))
	look("text")
	k.press(terminal.Enter, terminal.Enter)
	k.see("Enter  pošalji")
	look("review")
}

// NO_COLOR with any value takes all colours away, and leaves bold and reversed
// text. Negative control: a profile that only heeds NO_COLOR=1.
func TestNoColor(t *testing.T) {
	t.Parallel()
	for _, value := range []string{"1", "yes"} {
		k := newRoom(t).with("NO_COLOR=" + value)
		bold, reversed := false, false
		plainWalk(k, func(screen string) {
			k.cells(func(c uv.Cell) {
				if c.Style.Fg != nil || c.Style.Bg != nil {
					t.Fatalf("NO_COLOR=%s: %s has a coloured %q", value, screen, c.Content)
				}
				bold = bold || c.Style.Attrs&uv.AttrBold != 0
				reversed = reversed || c.Style.Attrs&uv.AttrReverse != 0
			})
		})
		if !bold || !reversed {
			t.Errorf("NO_COLOR=%s: bold text %t, reversed text %t", value, bold, reversed)
		}
		k.stop()
	}
}

// On the Linux console there are only the 16 colours, none of which is too dark
// for text, and no signs that its font lacks. Negative control: the usual colours,
// converted for 16.
func TestConsole(t *testing.T) {
	t.Parallel()
	k := newRoom(t).with("TERM=linux", "COLORTERM=")
	basic := func(c color.Color) bool {
		_, ok := c.(ansi.BasicColor)
		return c == nil || ok
	}
	plainWalk(k, func(screen string) {
		k.cells(func(c uv.Cell) {
			if !basic(c.Style.Fg) || !basic(c.Style.Bg) {
				t.Fatalf("%s: %q is coloured %v on %v", screen, c.Content, c.Style.Fg, c.Style.Bg)
			}
			switch c.Style.Fg {
			case ansi.Blue, ansi.BrightBlue, ansi.BrightBlack:
				t.Fatalf("%s: %q is hardly seen in %v on black", screen, c.Content, c.Style.Fg)
			}
			if strings.ContainsAny(c.Content, "━●✓") {
				t.Fatalf("%s shows %q", screen, c.Content)
			}
		})
	})
	k.stop()
}

// The number pad works in every way in which terminals send it, also with a
// modifier for Num Lock, and so does the key for another look.
func TestNumberPad(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	k := r.open()
	k.size(120, 40)
	for _, key := range []string{"+", "=", "\x1bOk", "\x1b[57413u", "\x1b[57413;129u"} {
		k.pressTo(key+key, "▀")
		k.press(key, key)
		k.gone("▀")
	}
	k.pressTo("\x1bOM", onFirst)
	k.press("\x1bOr")
	k.see(fmt.Sprintf(onQuestion, 2))
	k.press("\x1b[57400u")
	k.see(fmt.Sprintf(onQuestion, 3))
	k.press("\x1b[57403;129u")
	k.see(fmt.Sprintf(onQuestion, 4))
	k.pressTo("\x1bOC", "╔")
	k.press("b", "Ц", "1")
	k.see(fmt.Sprintf(onQuestion, 7))
	k.press("\x1bOq\x1bOw")
	k.see("17")
	k.stop()
}

// Letters of both Serbian alphabets arrive as they are typed, also when the bytes
// of a letter come one by one, and when a letter comes as a base and a mark.
func TestLettersInPieces(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	k := r.open()
	k.press(terminal.Enter, "2", "1", "1", "2", "3", "1")
	k.see(fmt.Sprintf(onQuestion, 7))
	var bytes []string
	for _, b := range []byte("čćšžđ ČĆŠŽĐ љњћђџ") {
		bytes = append(bytes, string([]byte{b}))
	}
	k.typeAt(5*time.Millisecond, bytes)
	k.press(" z\u030cena")
	k.see("čćšžđ ČĆŠŽĐ љњћђџ z")
	k.press(terminal.Enter, terminal.Enter)
	k.see("Enter  pošalji", "čćšžđ ČĆŠŽĐ љњћђџ žena")
	k.stop()
}
