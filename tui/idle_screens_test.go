package tui_test

import (
	"testing"
	"time"

	"anketa/survey"
	"anketa/tui"
)

// idleScreens are those of an interview that nobody goes on with, and what the
// facilitator sees of the pace.
func idleScreens() []screen {
	welcome := setup{start: tui.StartWelcome}
	stands := func(d time.Duration, before []string, more ...string) func(*kiosk) {
		return func(k *kiosk) {
			k.press(before...)
			k.pass(d)
			k.press(more...)
		}
	}
	const offered, asked = 16 * time.Second, 61 * time.Second
	three, all := answers()[:3], answers()
	return []screen{
		{name: "offer", with: welcome, walk: stands(offered, three), cyrillic: true, large: true},
		{name: "offer-again", with: welcome, walk: stands(offered, three, "tab"), cyrillic: true},
		{name: "offer-text", with: welcome, walk: stands(offered, all[:7])},
		{name: "offer-review", with: welcome, walk: stands(offered, all), cyrillic: true},
		{name: "still-there-again", with: welcome, walk: stands(asked, three, "tab"), cyrillic: true},
		{name: "keep-welcome", with: welcome, survey: keeping, walk: keys(), cyrillic: true},
		{name: "keep-welcome-live", with: welcome, survey: func(tb testing.TB) *survey.Survey {
			s := promptly(tb)
			s.Kiosk.OnIdle = survey.IdleKeep
			return s
		}, walk: keys()},
		{name: "keep-offer-again", with: welcome, survey: keeping, walk: stands(offered, three, "tab"), cyrillic: true},
		{name: "keep-still-there", with: welcome, survey: keeping, walk: stands(asked, three), cyrillic: true},
		{name: "keep-live", with: setup{start: tui.StartWelcome, responses: 12}, survey: keeping, walk: func(k *kiosk) {
			for range 2 {
				k.press(three...)
				k.pass(90 * time.Second)
			}
			showLive(k)
		}, cyrillic: true},
		{name: "setup-attended", walk: keys("enter", "N", "enter", "enter", "2", "4"), cyrillic: true},
	}
}

// keeping is the survey of the trainings that keeps interviews that nobody goes on with.
func keeping(tb testing.TB) *survey.Survey {
	tb.Helper()
	s := trainings(tb)
	s.Kiosk.OnIdle = survey.IdleKeep
	return s
}
