package terminal

import "fmt"

// What a terminal sends about the mouse (SGR, mode 1006): columns and rows are
// given as cells, counted from 0.

// Click returns what the terminal sends for the left button, pressed and let go.
func Click(x, y int) string {
	return fmt.Sprintf("\x1b[<0;%d;%dM\x1b[<0;%d;%dm", x+1, y+1, x+1, y+1)
}

// Motion returns what the terminal sends when the mouse comes to a cell.
func Motion(x, y int) string { return fmt.Sprintf("\x1b[<35;%d;%dM", x+1, y+1) }
