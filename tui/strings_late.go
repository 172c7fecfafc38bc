package tui

// LateStrings are the texts about answers behind a collection that was ended before.
type LateStrings struct {
	// None takes the smallest group, Came how many came since the collection was opened
	// again, Need how many more it takes until these are shown at its end.
	None       string
	Came, Need Plural
	// Enough stands where they are enough, Kept takes the smallest group and stands
	// where the collection ended with fewer.
	Enough, Kept string
	// Several takes the smallest group and stands where several sessions are put together.
	Several string
	// Apart takes the smallest group and stands where several kiosks were put together,
	// each of which held back a few.
	Apart string
	// GroupsHeld takes the smallest group and stands below groups of which some trainings
	// hold back people.
	GroupsHeld string
	// ThenSame and ThenLive say what ending the collection shows: nothing more.
	ThenSame, ThenLive string
	// End and EndLess say what to do next where everybody answered.
	End, EndLess string
}

// lateEnglish returns these texts in English.
func lateEnglish() LateStrings {
	return LateStrings{
		None: "The collection was opened again. Answers that come now are shown at its end, if there are at least %d of them.",
		Came: Plural{
			One:   "%d answer came since the collection was opened again.",
			Few:   "%d answers came since the collection was opened again.",
			Other: "%d answers came since the collection was opened again.",
		},
		Need: Plural{
			One:   "%d more is needed for the new ones to be shown at its end.",
			Few:   "%d more are needed for the new ones to be shown at its end.",
			Other: "%d more are needed for the new ones to be shown at its end.",
		},
		Enough:     "The new ones are shown when you end the collection.",
		Kept:       "The new ones stay hidden, because fewer than %d came: nobody should be recognised by the difference.",
		Several:    "Answers that came after a collection was opened again are shown when at least %d of them came and it has ended.",
		Apart:      "The others stay hidden: at each of the terminals there were fewer than %d of them, so that subtracting would give them away.",
		GroupsHeld: "Held back are people of trainings in which their group is too small (fewer than %d), or would give a smaller one away.",
		ThenSame:   "What is shown stays as it is then: too few new answers came.",
		ThenLive:   "What is shown stays as it is then.",
		End:        "Everybody has answered: z ends the collection and shows the new answers.",
		EndLess:    "Everybody has answered: z ends the collection.",
	}
}

// lateSerbian returns these texts in Serbian, in a script.
func lateSerbian(c func(string) string) LateStrings {
	return LateStrings{
		None: c("Прикупљање је поново отворено. Одговори који сада стигну приказују се на крају, ако их буде најмање %d."),
		Came: Plural{
			One:   c("Од поновног отварања стигао је %d одговор."),
			Few:   c("Од поновног отварања стигла су %d одговора."),
			Other: c("Од поновног отварања стигло је %d одговора."),
		},
		Need: Plural{
			One:   c("Да би се нови приказали на крају, треба још %d."),
			Few:   c("Да би се нови приказали на крају, требају још %d."),
			Other: c("Да би се нови приказали на крају, треба још %d."),
		},
		Enough:     c("Нови се приказују кад завршите прикупљање."),
		Kept:       c("Нови остају скривени јер их је мање од %d: по разлици би се могло препознати ко је шта одговорио."),
		Several:    c("Одговори који су стигли после поновног отварања приказују се кад их буде најмање %d и кад се прикупљање заврши."),
		Apart:      c("Остали остају скривени: на сваком од терминала било их је мање од %d, па би се одузимањем открили."),
		GroupsHeld: c("Није приказано: учесници обука на којима је њихова група премала (мање од %d) или би одала неку мању."),
		ThenSame:   c("Приказ после тога остаје исти: нових одговора је премало."),
		ThenLive:   c("Приказ после тога остаје исти."),
		End:        c("Сви су одговорили: z завршава прикупљање и приказује нове одговоре."),
		EndLess:    c("Сви су одговорили: z завршава прикупљање."),
	}
}
