package tui_test

import (
	"testing"
	"testing/synctest"

	"anketa/survey"
)

// TestStatementLines holds that a statement may have several lines, that the foot says
// how, and that the field of the figures, which has one, takes none. Negative control:
// breakLine without its condition, or without its key.
func TestStatementLines(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, answered(12))
		showLive(k)
		k.press("z", "1", "7", "n")
		k.want("Alt+Enter line break")
		k.write("one")
		k.press("alt+enter")
		k.write("two")
		k.press("enter", "enter", "enter", "alt+enter")
		k.wantNot("Alt+Enter")
		k.press("enter", "enter")
		sessions, err := k.store.Sessions(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		all, err := k.store.Statements(t.Context(), sessions[0].ID)
		if err != nil || len(all) != 1 {
			t.Fatalf("%d statements, %v", len(all), err)
		}
		said := false
		for _, lang := range survey.Languages() {
			said = said || all[0].Text[lang] == "one\ntwo"
		}
		if !said {
			t.Errorf("stored is %q", all[0].Text)
		}
	})
}
