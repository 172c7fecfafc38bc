package tui_test

import (
	"testing"
	"testing/synctest"

	"anketa/survey"
)

// reopenedAt is a kiosk whose collection ended with 12 answers, was opened again, and
// took some more.
func reopenedAt(t *testing.T, lang survey.Lang, more int) *kiosk {
	t.Helper()
	with := answered(12)
	with.lang = lang
	k := start(t, with)
	showLive(k)
	k.press("8", "z", "1", "down", "enter", "1")
	for n := range more {
		add(k, 12+n)
	}
	return k
}

// TestLate holds what a collection that was opened again says of the answers that
// came since: while it is open, when its end is asked for, and behind it. Negative
// control: the sentences of a first collection.
func TestLate(t *testing.T) {
	for _, c := range []struct {
		lang                survey.Lang
		more                int
		open, asked, closed string
	}{
		{survey.English, 0, "Answers that come now are shown at its end, if there are at least 5", "What is shown stays as it is then.", "All answers are shown."},
		{survey.English, 1, "1 answer came since the collection was opened again. 4 more are needed", "too few new answers came", "1 answer came since the collection was opened again. The new ones stay hidden"},
		{survey.English, 4, "1 more is needed for the new ones", "too few new answers came", "fewer than 5 came"},
		{survey.English, 5, "The new ones are shown when you end the collection.", "Then all answers are shown.", "All answers are shown."},
		{survey.SerbianLatin, 1, "stigao je 1 odgovor. Da bi se novi prikazali na kraju, trebaju još 4.", "novih odgovora je premalo", "Novi ostaju skriveni"},
		{survey.SerbianCyrillic, 2, "стигла су 2 одговора. Да би се нови приказали на крају, требају још 3.", "нових одговора је премало", "мање од 5"},
		{survey.SerbianCyrillic, 5, "стигло је 5 одговора. Нови се приказују кад завршите прикупљање.", "Затим се приказују сви одговори.", "Приказани су сви одговори."},
	} {
		synctest.Test(t, func(t *testing.T) {
			k := reopenedAt(t, c.lang, c.more)
			k.size(200, 60)
			k.want(c.open)
			k.press("z")
			k.want(c.asked)
			k.press("1")
			k.want(c.closed)
		})
	}
}

// TestLateLinear holds that the linear mode says the same.
func TestLateLinear(t *testing.T) {
	talks(t, answered(12), func(k *talk) {
		k.say("0", "1234", "8", "1", "1", "8", "2")
		k.want("The collection is open again.")
		k.say("1")
		k.want("12 of 12 answers are shown. The collection was opened again. Answers that come now")
		k.say("8", "1")
		k.want("What is shown stays as it is then.")
	})
}
