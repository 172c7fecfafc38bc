package cli

import (
	"context"

	"anketa/survey"
	"anketa/tui"
)

// Excerpts is excerpts, for the fuzz test: running the whole command for each
// file would find less in the same time.
func Excerpts(file string, data []byte, findings survey.Findings) string {
	return excerpts(file, data, findings)
}

// FileInto is fileInto, for what no report on a whole disk would show.
func FileInto(dir, name string, page, whole []byte) (tui.ReportFiles, error) {
	return fileInto(context.Background(), dir, name, page, whole)
}
