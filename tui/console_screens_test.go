package tui_test

import (
	"time"

	"anketa/tui"
)

// consoleSizes are those at which the console is kept.
func consoleSizes() []frame { return []frame{{60, 16}, {80, 24}, {200, 60}} }

// collected is a kiosk with responses.
func collected(n int) setup { return setup{start: tui.StartWelcome, responses: n} }

// inConsole opens the console and types keys there.
func inConsole(keys ...string) func(*kiosk) {
	return func(k *kiosk) {
		showLive(k)
		k.press(keys...)
	}
}

// overviewScreens are the first tab in the states that the rules of anonymity give.
func overviewScreens() []screen {
	return []screen{
		{name: "console-none", with: collected(0), walk: inConsole(), sizes: consoleSizes()},
		{name: "console-hidden", with: collected(4), walk: inConsole()},
		{name: "console-partly", with: collected(12), walk: inConsole(), sizes: consoleSizes(), cyrillic: true},
		{name: "console-closing", with: collected(21), walk: inConsole("z")},
		{name: "console-closed", with: collected(24), walk: inConsole("z", "1"), sizes: consoleSizes(), cyrillic: true},
		{name: "console-too-few", with: collected(4), walk: inConsole("z", "1")},
		{name: "console-too-many", with: collected(26), walk: inConsole()},
		{name: "console-failed", with: collected(24), walk: func(k *kiosk) {
			k.store.unreadable = true
			showLive(k)
		}},
		{name: "console-release-live", with: collected(3), survey: promptly, walk: inConsole()},
		{name: "console-second-terminal", with: setup{start: tui.StartLive, responses: 12}, walk: func(k *kiosk) {
			setPIN(k)
			k.press("1", "2", "3", "4", "enter")
		}},
		{name: "console-help", with: collected(24), walk: inConsole("2", "?"), sizes: consoleSizes(), cyrillic: true},
		{name: "demo", with: setup{start: tui.StartDemo}, walk: keys(), sizes: consoleSizes(), cyrillic: true},
	}
}

// tabScreens are the other tabs.
func tabScreens() []screen {
	closed := func(keys ...string) func(*kiosk) { return inConsole(append([]string{"z", "1"}, keys...)...) }
	demo := setup{start: tui.StartDemo}
	return []screen{
		{name: "questions", with: collected(24), walk: closed("2"), sizes: consoleSizes(), cyrillic: true},
		{name: "questions-none", with: collected(4), walk: inConsole("2")},
		{name: "questions-partly-end", with: collected(12), walk: inConsole("2"), each: keys("end")},
		{name: "questions-list", with: collected(24), survey: wide, walk: inConsole("2"), sizes: consoleSizes()},
		{name: "questions-share", with: demo, walk: keys("2", "s"), sizes: consoleSizes(), cyrillic: true},
		{name: "questions-median", with: demo, walk: keys("2", "s", "s")},
		{name: "questions-find", with: demo, walk: keys("2", "/", "a", "b")},
		{name: "questions-detail", with: collected(21), walk: closed("2", "enter", "m"), sizes: consoleSizes(), cyrillic: true},
		{name: "people", with: demo, walk: keys("3"), sizes: consoleSizes(), cyrillic: true},
		{name: "groups", with: demo, walk: keys("4"), sizes: consoleSizes(), cyrillic: true},
		{name: "groups-open", with: collected(24), walk: inConsole("4")},
		{name: "compare", with: demo, walk: keys("5"), sizes: consoleSizes(), cyrillic: true},
		{name: "compare-one", with: collected(24), walk: closed("5")},
		{name: "texts", with: collected(24), walk: closed("6"), sizes: consoleSizes(), cyrillic: true},
		{name: "texts-open", with: collected(24), walk: inConsole("6")},
		{name: "texts-find", with: collected(24), walk: closed("6", "/", "n", "a", "j", "b")},
		{name: "training", with: collected(12), walk: inConsole("8"), sizes: consoleSizes(), cyrillic: true},
		{name: "training-attended", with: collected(12), walk: inConsole("8", "down", "enter", "backspace", "backspace", "7", "enter"), cyrillic: true},
		{name: "training-pin", with: collected(12), walk: inConsole("8", "down", "down", "enter", "1", "2", "3", "4", "enter", "1", "enter"), cyrillic: true},
		{name: "training-demo", with: demo, walk: keys("8")},
	}
}

// revealScreens are the presenter view.
func revealScreens() []screen {
	demo := setup{start: tui.StartDemo}
	open := func(keys ...string) func(*kiosk) {
		return func(k *kiosk) {
			k.press(append([]string{"2", "p"}, keys...)...)
			k.pass(time.Second)
		}
	}
	return []screen{
		{name: "reveal-covered", with: demo, walk: open(), sizes: consoleSizes(), cyrillic: true},
		{name: "reveal-open", with: demo, walk: open("enter"), sizes: consoleSizes(), cyrillic: true},
		{name: "reveal-nothing", with: collected(4), walk: inConsole("p")},
	}
}
