package exchange

import "io"

// What the tests see of the inside: how rows come into a sheet that the library made.

// InSheet returns a text as it stands in a sheet.
func InSheet(text string) string { return inSheet(cell{text: text}) }

// RepackWith is [Repack] of a workbook whose first sheet gets more rows.
func RepackWith(w io.Writer, packed []byte, rows func(io.Writer) error) error {
	return repack(w, packed, rows)
}
