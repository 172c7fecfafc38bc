package tui

// ChanceStrings are the texts about what chance alone explains.
type ChanceStrings struct {
	// Same, Maybe and More say of two sessions or more whether their shares differ by more than
	// chance explains; Against takes those that differ from the others.
	Same, Maybe, More, Against string
	// Unchanged, MaybeChange, Better and Worse say it of how the same people answered now and
	// before; Of takes a session or all of them together and one of these.
	Unchanged, MaybeChange, Better, Worse, Of string
}

// chanceEnglish returns these texts in English.
func chanceEnglish() ChanceStrings {
	return ChanceStrings{
		Same:        "There is no difference between the trainings.",
		Maybe:       "The difference between the trainings may be chance.",
		More:        "The difference between the trainings is larger than chance explains.",
		Against:     "Differs from the others by more than chance explains: %s.",
		Unchanged:   "nobody changed",
		MaybeChange: "the change may be chance",
		Better:      "more people improved than chance explains",
		Worse:       "more people got worse than chance explains",
		Of:          "%s: %s.",
	}
}

// chanceSerbian returns these texts in Serbian, in a script.
func chanceSerbian(c func(string) string) ChanceStrings {
	return ChanceStrings{
		Same:        c("Разлике међу обукама нема."),
		Maybe:       c("Разлика међу обукама може бити случајна."),
		More:        c("Разлика међу обукама већа је него што случај објашњава."),
		Against:     c("Разлика према осталима већа је него што случај објашњава: %s."),
		Unchanged:   c("ни код кога нема промене"),
		MaybeChange: c("промена може бити случајна"),
		Better:      c("напредовало је више учесника него што случај објашњава"),
		Worse:       c("назадовало је више учесника него што случај објашњава"),
		Of:          c("%s: %s."),
	}
}
