package cli

import (
	"fmt"
	"io"
	"os"
	"time"

	"charm.land/bubbles/v2/progress"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
)

// patience is how long something may take before a bar says how far it is.
const patience = time.Second

// bar shows how far something is, on the line below the command. Where nobody sees
// it, it does nothing.
type bar struct {
	out   io.Writer
	model progress.Model
	began time.Time
	shown int
}

// newProgress returns a bar on the terminal that errors are written to.
func (a *app) newProgress() *bar {
	b := &bar{model: progress.New(progress.WithWidth(40)), began: time.Now(), shown: -1}
	if f, ok := a.Err.(*os.File); ok && term.IsTerminal(f.Fd()) {
		b.out = f
	}
	return b
}

// show draws the bar for a share between 0 and 1.
func (b *bar) show(share float64) {
	percent := int(100 * share)
	if b.out == nil || percent == b.shown || time.Since(b.began) < patience {
		return
	}
	b.shown = percent
	_, _ = fmt.Fprint(b.out, "\r"+b.model.ViewAs(share)+ansi.EraseLineRight)
}

// clear takes the bar away.
func (b *bar) clear() {
	if b.shown >= 0 {
		_, _ = fmt.Fprint(b.out, "\r"+ansi.EraseLineRight)
		b.shown = -1
	}
}
