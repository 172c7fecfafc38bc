package tui_test

import (
	"testing"
	"testing/synctest"

	"anketa/survey"
	"anketa/tui"
)

// TestGroundWarning holds that the set-up tells the facilitator of a disk that may cost
// answers, at the smallest size too, and that a participant never sees it.
func TestGroundWarning(t *testing.T) {
	for ground, want := range map[tui.Ground]string{tui.GroundNetwork: "network disk", tui.GroundFastCommit: "power cut"} {
		synctest.Test(t, func(t *testing.T) {
			store := newSpy(t)
			k := open(t, tui.Config{
				Survey: trainings(t), Store: store, Lang: survey.English, NewID: countedIDs(), Ground: ground,
				Preset: tui.Preset{Title: "Niš", Place: "Niš", Date: "2026-11-24", Attended: "24"},
			})
			k.store = store
			k.want(want, "New training", "PIN for the results")
			k.size(60, 16)
			k.want(want, "PIN for the results")
			k.size(80, 24)
			k.press("1", "2", "3", "4", "enter", "1", "2", "3", "4", "enter")
			k.want("Only your answers are stored")
			k.wantNot(want)
		})
	}
}
