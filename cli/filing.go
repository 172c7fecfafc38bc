package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"anketa/report"
	"anketa/results"
	"anketa/survey"
	"anketa/tui"
)

// reports returns what writes the infographic and the whole report of a running kiosk
// into a folder, under a name that is free. A logo that cannot be read is left out:
// the report then shows the name alone, and `anketa report` says what is wrong.
func (a *app) reports(dir string, example bool) tui.Reporter {
	return func(ctx context.Context, r *results.Release, lang survey.Lang) (tui.ReportFiles, error) {
		logos, err := a.logos(r.Survey, "")
		if err != nil {
			logos = nil
		}
		made := report.New(report.Input{Release: r, Lang: r.Survey.Lang(lang), Logos: logos, Example: example})
		var page, whole bytes.Buffer
		if err := errors.Join(made.PDF(&page), made.HTML(&whole)); err != nil {
			return tui.ReportFiles{}, err
		}
		return fileInto(ctx, dir, reportName(r), page.Bytes(), whole.Bytes())
	}
}

// reportName names the report of what is looked at: place and day of one session, as
// in anketa-report-Nis-2026-11-24.
func reportName(r *results.Release) string {
	if len(r.Parts) > 1 {
		return fileName("anketa", "report", r.Survey.ID)
	}
	return fileName("anketa", "report", r.Parts[0].Session.Place, r.Parts[0].Session.Date)
}

// mostReports is how many reports of one name a folder takes.
const mostReports = 999

// fileInto writes both files under the first name that is free for both.
func fileInto(ctx context.Context, dir, name string, page, whole []byte) (files tui.ReportFiles, err error) {
	for i := 1; i <= mostReports; i++ {
		base := filepath.Join(dir, name)
		if i > 1 {
			base = fmt.Sprintf("%s-%d", base, i)
		}
		files = tui.ReportFiles{Infographic: base + ".pdf", Whole: base + ".html"}
		// Half a report would be taken for the whole one.
		err = replaceAll(ctx, false, bytesOf(files.Infographic, page), bytesOf(files.Whole, whole))
		if !taken(err) {
			return files, err
		}
	}
	return files, err
}

// taken reports whether a name was not free.
func taken(err error) bool {
	return errors.Is(err, fs.ErrExist) || errors.Is(err, errFolder) || errors.Is(err, errLink)
}
