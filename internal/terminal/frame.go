package terminal

import (
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/vt"
)

// Frame is the screen when the program has finished drawing. It is only valid
// during the call that it is handed to.
type Frame struct {
	emulator *vt.Emulator
	// text is the screen as plain text, made when it is first asked for.
	text *string
}

// newFrame returns the frame that an emulator shows.
func newFrame(emulator *vt.Emulator) Frame {
	return Frame{emulator: emulator, text: new(string)}
}

// Text returns the screen as lines of plain text without the blanks at their ends.
func (f Frame) Text() string {
	if *f.text == "" {
		*f.text = f.emulator.String()
	}
	return *f.text
}

// Render returns the screen as lines with their styles as escape sequences.
func (f Frame) Render() string { return f.emulator.Render() }

// Size returns width and height in cells.
func (f Frame) Size() (width, height int) { return f.emulator.Width(), f.emulator.Height() }

// Cell returns what stands in a column and a row, counted from 0, with its style.
func (f Frame) Cell(x, y int) uv.Cell {
	if cell := f.emulator.CellAt(x, y); cell != nil {
		return *cell
	}
	return uv.EmptyCell
}
