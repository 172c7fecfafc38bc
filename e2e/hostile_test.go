package e2e

import (
	"fmt"
	"strings"

	"anketa/internal/terminal"
)

// controls returns the bytes that a terminal sends for Ctrl and a key, and DEL,
// without those in named, which the foot of a screen names as its keys.
func controls(named string) []string {
	var all []string
	for b := range byte(0x20) {
		all = append(all, string(rune(b)))
	}
	all = append(all, terminal.Backspace)
	return without(all, named)
}

// without returns the inputs that are not one of the bytes in named.
func without(all []string, named string) []string {
	var rest []string
	for _, s := range all {
		if len(s) != 1 || !strings.Contains(named, s) {
			rest = append(rest, s)
		}
	}
	return rest
}

// altKeys returns Alt with every key that is a character, but for those that
// begin a sequence of the terminal; [sequenceKeys] returns those.
func altKeys() []string {
	all := []string{terminal.Alt(terminal.Enter), terminal.Alt(terminal.Backspace), terminal.Alt(terminal.Tab)}
	for c := '!'; c <= '~'; c++ {
		if !strings.ContainsRune("[O]PX^_", c) {
			all = append(all, terminal.Alt(string(c)))
		}
	}
	for _, c := range "čćšžđЧЋ" {
		all = append(all, terminal.Alt(string(c)))
	}
	return all
}

// sequenceKeys returns Alt with the keys that also begin a sequence; the
// terminal tells them apart by the pause that must follow.
func sequenceKeys() []string { return strings.Split("\x1b[ \x1bO \x1b] \x1bP \x1bX \x1b^ \x1b_", " ") }

// functionKeys returns F1 to F24 and the keys above the arrows, with every set
// of modifiers, in the forms of xterm and of the kitty keyboard protocol.
func functionKeys() []string {
	var all []string
	numbers := []int{11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34, 42, 43, 44, 45}
	for n := 1; n <= 12; n++ {
		all = append(all, terminal.Function(n))
	}
	for mod := 2; mod <= 16; mod++ {
		for _, n := range numbers {
			all = append(all, fmt.Sprintf("\x1b[%d;%d~", n, mod))
		}
		for _, letter := range "PQS" {
			all = append(all, fmt.Sprintf("\x1b[1;%d%c", mod, letter))
		}
	}
	for code := 57364; code <= 57398; code++ {
		all = append(all, fmt.Sprintf("\x1b[%du", code))
	}
	for _, letter := range "abcdeghijklmnopqrstuvwxyz" {
		all = append(all, fmt.Sprintf("\x1b[%d;5u", letter), fmt.Sprintf("\x1b[27;5;%d~", letter))
	}
	return append(all, "\x1b[2~", "\x1b[2;5~", "\x1b[3;5~", "\x1b[29~")
}

// mouseGarbage returns events of a mouse that are malformed or far away from
// the screen, in the forms X10, SGR, urxvt and highlight.
func mouseGarbage() []string {
	return []string{
		"\x1b[M\xff\xff\xff", "\x1b[M#\xfe\xfe", "\x1b[M`\xff\xff", "\x1b[Ma\xf0\xf0", "\x1b[M\xff\xff\xff\x1b[M\xff\xff\xff",
		"\x1b[<0;9999;9999M", "\x1b[<0;9999;9999m", "\x1b[<2;30000;1M", "\x1b[<35;9999;9999M", "\x1b[<64;9999;9999M", "\x1b[<65;5000;5000M",
		"\x1b[<0;99999999999999999999;1M", "\x1b[<99999999999;1;1m", "\x1b[<0;-5;-5M", "\x1b[<M", "\x1b[<;;M", "\x1b[<0;1M", "\x1b[<0;1;2;3;4;5m",
		"\x1b[<255;9999;9999M", "\x1b[<128;9999;9999M", "\x1b[32;9999;9999M", "\x1b[96;5000;5000M", "\x1b[35;99999999999;1M", "\x1b[0;0;0t", "\x1b[1;2;3;4;5;6T",
	}
}

// terminalReplies returns what terminals answer to questions that nobody asked.
func terminalReplies() []string {
	const st = "\x1b\\"
	return []string{
		// Device attributes and states.
		"\x1b[?62;22c", "\x1b[?1;2c", "\x1b[?64;1;2;6;9;15;18;21;22c", "\x1b[>1;10;0c", "\x1b[>41;354;0c", "\x1bP!|00000000" + st, "\x1b[0n", "\x1b[3n", "\x1b[?13n",
		// Cursor position, also the one that looks like F3, and modes.
		"\x1b[24;80R", "\x1b[1;1R", "\x1b[?24;80;1R", "\x1b[?2026;0$y", "\x1b[?2027;0$y", "\x1b[?25;1$y", "\x1b[4;2$y", "\x1b[?997;1n", "\x1b[?997;2n",
		// Colours, clipboard and titles.
		"\x1b]4;1;rgb:ffff/0000/0000" + st, "\x1b]10;rgb:ffff/ffff/ffff\x07", "\x1b]12;rgb:ffff/0000/ffff" + st, "\x1b]52;c;cm0gLXJmIC8K" + st, "\x1b]52;p;DQ==\x07",
		"\x1b]lq\r" + st, "\x1b]Lq\r" + st, "\x1b]0;1\r2\r" + st, "\x1b]7;file:///" + st, "\x1b]133;A" + st, "\x1b]1337;ReportCellSize=16;8" + st,
		// Version, capabilities and settings.
		"\x1bP>|XTerm(388)" + st, "\x1bP1+r524742=382F382F38" + st, "\x1bP0+r" + st, "\x1bP1+r5463" + st, "\x1bP1$r0m" + st, "\x1bP1$r1;24r" + st, "\x1bP0$r" + st, "\x1bP1$u" + st,
		// The protocols of kitty, and their errors.
		"\x1b[?0u", "\x1b[?31u", "\x1b_Gi=1;OK" + st, "\x1b_Gi=31,a=q;ENOENT:x" + st, "\x1b^private" + st, "\x1bXstring" + st,
		// Windows: focus, state, place, size, also a false one, and within the band.
		"\x1b[I", "\x1b[O", "\x1b[1t", "\x1b[2t", "\x1b[3;0;0t", "\x1b[4;600;800t", "\x1b[6;16;8t", "\x1b[8;5;5t", "\x1b[8;1;1t", "\x1b[9;50;200t", "\x1b[48;5;5;80;80t", "\x1b[8;9999;9999t",
	}
}

// bombs returns pastes that would send, leave or fill a screen if they were
// typed, and whose sign of the end comes too early or twice.
func bombs() []string {
	keys := strings.Repeat("\r2\r1q0z\x1b\x7f \t", 90)
	return []string{
		paste(strings.Repeat("\r", 1<<10)),
		paste(keys),
		paste("x" + pasteEnd + keys),
		paste("x"+pasteEnd+keys+pasteStart+"y"+pasteEnd) + keys,
		pasteEnd + pasteEnd,
	}
}

// The signs around a paste.
const (
	pasteStart = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
)

// paste returns what a terminal sends for a pasted text.
func paste(text string) string { return pasteStart + text + pasteEnd }
