package terminal

import "fmt"

// What a terminal sends for keys that are no characters. Characters are typed
// as they are.
const (
	Enter     = "\r"
	Esc       = "\x1b"
	Tab       = "\t"
	Backspace = "\x7f"
	Up        = "\x1b[A"
	Down      = "\x1b[B"
	Right     = "\x1b[C"
	Left      = "\x1b[D"
	Home      = "\x1b[H"
	End       = "\x1b[F"
	PageUp    = "\x1b[5~"
	PageDown  = "\x1b[6~"
)

// What a terminal sends by itself when it is asked for its background, which
// it may also say unasked.
const (
	DarkBackground  = "\x1b]11;rgb:0000/0000/0000\x1b\\"
	LightBackground = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\"
)

// Ctrl returns what the terminal sends for a letter, or one of @[\]^_, pressed
// together with Ctrl.
func Ctrl(key byte) string { return string(rune(key & 0x1f)) }

// Alt returns what the terminal sends for a key pressed together with Alt.
func Alt(key string) string { return "\x1b" + key }

// Function returns what the terminal sends for a function key, F1 to F12.
func Function(n int) string {
	if n <= 4 {
		return "\x1bO" + string(rune('P'+n-1))
	}
	numbers := [...]int{15, 17, 18, 19, 20, 21, 23, 24}
	return fmt.Sprintf("\x1b[%d~", numbers[n-5])
}

// Type sends keys to the program, as fast as it takes them.
func (t *Terminal) Type(keys string) error {
	if _, err := t.keyboard.WriteString(keys); err != nil {
		return fmt.Errorf("type %q: %w", keys, err)
	}
	return nil
}
