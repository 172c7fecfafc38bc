package cli

import "anketa/survey"

// Excerpts is excerpts, for the fuzz test: running the whole command for each
// file would find less in the same time.
func Excerpts(file string, data []byte, findings survey.Findings) string {
	return excerpts(file, data, findings)
}
