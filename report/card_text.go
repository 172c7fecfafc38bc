package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

const (
	// textWidth is as much as a sheet of A4 takes in a plain printer's letters.
	textWidth = 76
	// keyWidth is the column of the keys.
	keyWidth = 6
)

// Text writes the card in plain letters.
func (c Card) Text(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n", strings.ToUpper(c.Title), strings.Repeat("═", textWidth))
	block(&b, "", c.Survey)
	heading(&b, c.StepsTitle)
	for i, step := range c.Steps {
		block(&b, fmt.Sprintf("%d  ", i+1), step.Name+". "+step.Text)
	}
	heading(&b, c.KeysTitle)
	for _, key := range c.Keys {
		block(&b, fmt.Sprintf("%-*s", keyWidth, key.Name), key.Text)
	}
	block(&b, "", c.KeysNote)
	heading(&b, c.TroublesTitle)
	for _, trouble := range c.Troubles {
		block(&b, "•  ", trouble.Name+": "+trouble.Text)
	}
	heading(&b, c.PromisedTitle)
	for _, promise := range c.Promised {
		block(&b, "•  ", promise)
	}
	fmt.Fprintf(&b, "\n%s %s\n\n", leader(c.Care, textWidth*3/5-1), leader(c.Phone, textWidth*2/5))
	block(&b, "", c.Foot)
	_, err := io.WriteString(w, b.String())
	return err
}

// heading begins a part of the card.
func heading(b *strings.Builder, title string) {
	fmt.Fprintf(b, "\n%s\n%s\n", title, strings.Repeat("─", textWidth))
}

// block writes a text behind a mark, below which its further lines do not stand.
func block(b *strings.Builder, mark, text string) {
	indent := strings.Repeat(" ", ansi.StringWidth(mark))
	wrapped := ansi.Wrap(text, textWidth-len(indent), "")
	fmt.Fprintf(b, "%s%s\n", mark, strings.ReplaceAll(wrapped, "\n", "\n"+indent))
}

// leader writes a label and a line to write on, to a width.
func leader(label string, width int) string {
	return label + ": " + strings.Repeat("_", max(width-ansi.StringWidth(label)-2, 0))
}
