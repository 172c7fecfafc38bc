package cli

import (
	"context"

	"anketa/tui"
)

// FileInto is fileInto, for what no report on a whole disk would show.
func FileInto(dir, name string, page, whole []byte) (tui.ReportFiles, error) {
	return fileInto(context.Background(), dir, name, page, whole)
}
