package tui_test

import (
	"context"
	"fmt"
	"io/fs"
	"syscall"
	"testing"
	"testing/synctest"

	"anketa/results"
	"anketa/survey"
	"anketa/tui"
)

// reported is what a reporter was asked for.
type reported struct {
	times, shown int
	lang         survey.Lang
}

// report implements tui.Reporter for a folder that is always there.
func (r *reported) report(_ context.Context, release *results.Release, lang survey.Lang) (tui.ReportFiles, error) {
	r.times, r.shown, r.lang = r.times+1, release.Tally.N(), lang
	return tui.ReportFiles{Infographic: "stick/r.pdf", Whole: "stick/r.html"}, nil
}

// startReporting starts a kiosk with responses that can write reports.
func startReporting(t *testing.T, lang survey.Lang, n int, report tui.Reporter) *kiosk {
	t.Helper()
	store := newSpy(t)
	s := trainings(t)
	cfg := tui.Config{Survey: s, Store: store, Start: tui.StartWelcome, Lang: lang, NewID: countedIDs(), Report: report}
	cfg.Sessions = store.fill(t, setup{survey: s, start: tui.StartWelcome, responses: n})
	k := open(t, cfg)
	k.store = store
	return k
}

// TestReportFiles holds that the key of the report tab has the report written of what
// may be shown, in the language of the screen and in both scripts, that the foot names
// it, and that nobody else has one written. Negative control: the duty taken out.
func TestReportFiles(t *testing.T) {
	for lang, want := range map[survey.Lang][2]string{
		survey.English:         {"i write the report", "The report is complete: the infographic is in stick/r.pdf, the whole report in stick/r.html"},
		survey.SerbianLatin:    {"i napravi izveštaj", "Izveštaj je gotov: infografik je u datoteci stick/r.pdf, ceo izveštaj u datoteci stick/r.html"},
		survey.SerbianCyrillic: {"i направи извештај", "Извештај је готов: инфографик је у датотеци stick/r.pdf, цео извештај у датотеци stick/r.html"},
	} {
		for _, press := range []string{"i", "И"} {
			synctest.Test(t, func(t *testing.T) {
				var asked reported
				k := startReporting(t, lang, 12, asked.report)
				k.size(200, 60)
				k.press(press)
				showLive(k)
				k.press(press)
				if asked.times != 0 {
					t.Fatal("a report was written elsewhere")
				}
				k.press("7")
				k.want(want[0])
				k.press(press)
				k.want(want[1])
				if want := (reported{1, 5, lang}); asked != want {
					t.Errorf("the report is of %+v, want %+v", asked, want)
				}
			})
		}
	}
}

// TestReportFilesNothing holds that no report is offered where there is nothing to show.
func TestReportFilesNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var asked reported
		k := startReporting(t, survey.English, 9, asked.report)
		showLive(k)
		k.press("7", "i")
		k.wantNot("write the report")
		if asked.times != 0 {
			t.Error("a report of nothing was written")
		}
	})
}

// TestReportFilesFails holds that a failure says what to do, and that it can be tried again.
func TestReportFilesFails(t *testing.T) {
	for err, want := range map[error]string{
		syscall.ENOSPC: "the disk for it is full",
		syscall.EROFS:  "cannot be written",
		fs.ErrNotExist: "was not found",
		syscall.EIO:    "Check the disk or the memory stick",
	} {
		synctest.Test(t, func(t *testing.T) {
			times := 0
			k := startReporting(t, survey.English, 12, func(context.Context, *results.Release, survey.Lang) (tui.ReportFiles, error) {
				times++
				return tui.ReportFiles{}, fmt.Errorf("write report: %w", err)
			})
			showLive(k)
			k.press("7", "i")
			k.want("There is no report", want)
			if k.press("i"); times != 2 {
				t.Errorf("it was tried %d times", times)
			}
		})
	}
}

// TestReportFilesLinear holds that the linear mode offers the report as a number, behind
// what was there, and by itself while nothing can be concluded yet.
func TestReportFilesLinear(t *testing.T) {
	var asked reported
	talks(t, setup{start: tui.StartWelcome, lang: survey.English, responses: 12, reports: asked.report}, func(k *talk) {
		k.say("0", "1234", "7")
		k.want("1. write the report")
		k.say("1")
		k.want("the infographic is in stick/r.pdf, the whole report in stick/r.html")
		k.say("", "8", "1", "1", "7")
		k.want("2. new recommendation", "3. write the report")
		k.say("3")
	})
	if want := (reported{2, 12, survey.English}); asked != want {
		t.Errorf("the report is of %+v, want %+v", asked, want)
	}
}
