package tui

// TextsStrings are the texts of the tabs about texts and of the report.
type TextsStrings struct {
	// Report names the tab of conclusions and recommendations.
	Report TabStrings
	// The states of a text.
	Approved, Hidden, Unreviewed string
	// HiddenText stands in place of a hidden text; Filtered takes the state of those
	// that are listed, NoneOf stands where there are none.
	HiddenText, Filtered, NoneOf string
	// Themes stands before themes.
	Themes string
	// TagHow says how themes are written, Known takes those that there are.
	TagHow, Known, TooManyThemes string
	// MaskHow says how words are chosen, NoSuchWord takes what no word begins with,
	// Preview stands before the wording.
	MaskHow, NoSuchWord, Preview string

	// Conclusions and Recommendations head the statements, Conclusion and
	// Recommendation the form of one.
	Conclusions, Recommendations, Conclusion, Recommendation string
	// ReportLater takes the smallest group, NoStatements says how to begin.
	ReportLater, NoStatements string
	// Figures stands before the numbers of questions, Tied says how they are written.
	Figures, Tied string
	// What is wrong with a statement: BadFigure names no question, NoCount takes a
	// percentage, n and the counts beside it, NoFigures a percentage.
	EmptyStatement, BadFigure, NoCount, NoFigures, TooManyStatements string
	// WithdrawAgain asks for the key once more.
	WithdrawAgain string

	// The linear mode: WhichText takes a place and a number, OneByOne
	// offers to go through the texts, TakeBack undoes a verdict.
	WhichText, State, TakeBack, SetThemes, NextText, OneByOne string
	// MaskNumbers says how words are masked by their numbers, MaskedWord stands for one,
	// NoWord refuses what is no number of a word, NoWords says that there is none.
	MaskNumbers, MaskedWord, NoWord, NoWords string
	// ChangeOne offers to change or delete a statement, KeepHow says what an empty line
	// does then, DeleteAgain is the prompt for a second yes.
	ChangeOne, KeepHow, DeleteAgain string

	Keys TextsKeyStrings
}

// TextsKeyStrings say what a key of these tabs does.
type TextsKeyStrings struct {
	Approve, Hide, Tag, Mask, Filter, Toggle, Store string
	Conclude, Recommend, Edit, Withdraw             string
	// Space is what the space bar is called.
	Space string
	// Break begins a new line.
	Break string
}

// textsEnglish returns these texts in English.
func textsEnglish() TextsStrings {
	return TextsStrings{
		Report:   TabStrings{"Report", "Rep."},
		Approved: "approved", Hidden: "hidden", Unreviewed: "not looked at",
		HiddenText: "(hidden text)", Filtered: "Shown: %s.", NoneOf: "There is no such text.",
		Themes: "Themes", TagHow: "Themes with commas between them; a number takes one that is there.",
		Known: "So far: %s.", TooManyThemes: "A text has at most %d themes.",
		MaskHow:    "Choose words with the arrows, mask them with the space bar, or type the word.",
		NoSuchWord: "No word in this text begins with “%s”.", Preview: "In the report:",
		Conclusions: "Conclusions", Recommendations: "Recommendations", Conclusion: "Conclusion", Recommendation: "Recommendation",
		ReportLater:  "Conclusions are written when the collection has ended and at least %d people answered.",
		NoStatements: "Nothing is written yet: n writes a conclusion, r a recommendation.",
		Figures:      "Questions", Tied: "Numbers of questions and themes on which it rests, with commas between them; they may be left out.",
		EmptyStatement: "Write at least one sentence, or leave with Esc.", BadFigure: "There is no question with the number %s.",
		NoCount:           "%s cannot be: of %d answers, the nearest are %d (%s) and %d (%s).",
		NoFigures:         "%s cannot be checked: no answers are shown that it could be a share of.",
		TooManyStatements: "There is room for %d conclusions and recommendations.",
		WithdrawAgain:     "Press x once more to delete it.",
		WhichText:         "Text %d of %d.", State: "State: %s.", TakeBack: "take the decision back", SetThemes: "set the themes",
		NextText: "next", OneByOne: "decide about the texts one by one",
		MaskNumbers: "Type the numbers of the words to mask, with spaces between them. The number of a masked word shows it again.",
		MaskedWord:  "masked word", NoWord: "Type numbers that stand before words, with spaces between them.", NoWords: "There is no word to mask.",
		ChangeOne: "change or delete one", KeepHow: "Enter alone keeps what is there; - (hyphen) takes questions or themes away.",
		DeleteAgain: "Type 2 once more to delete it (Enter: keep)",
		Keys: TextsKeyStrings{
			Approve: "approve", Hide: "hide", Tag: "themes", Mask: "mask words", Filter: "filter", Toggle: "mask or show", Store: "store",
			Conclude: "new conclusion", Recommend: "new recommendation", Edit: "change", Withdraw: "delete", Space: "Space", Break: "line break",
		},
	}
}

// textsSerbian returns these texts in Serbian, in a script.
func textsSerbian(c func(string) string) TextsStrings {
	return TextsStrings{
		Report:   TabStrings{c("Извештај"), c("Изв.")},
		Approved: c("одобрено"), Hidden: c("скривено"), Unreviewed: c("непрегледано"),
		HiddenText: c("(скривен текст)"), Filtered: c("Приказано: %s."), NoneOf: c("Таквих текстова нема."),
		Themes: c("Теме"), TagHow: c("Теме, са зарезима између њих; број узима једну од постојећих."),
		Known: c("До сада: %s."), TooManyThemes: c("Текст може имати највише %d тема."),
		MaskHow:    c("Изаберите речи стрелицама, сакријте их размаком, или откуцајте реч."),
		NoSuchWord: c("Ниједна реч у овом тексту не почиње са „%s“."), Preview: c("У извештају:"),
		Conclusions: c("Закључци"), Recommendations: c("Препоруке"), Conclusion: c("Закључак"), Recommendation: c("Препорука"),
		ReportLater:  c("Закључци се пишу кад се прикупљање заврши и одговори најмање %d учесника."),
		NoStatements: c("Још ништа није написано: n пише закључак, r препоруку."),
		Figures:      c("Питања"), Tied: c("Бројеви питања и теме на које се ослања, са зарезима између; могу и да се изоставе."),
		EmptyStatement: c("Напишите бар једну реченицу или изађите са Esc."), BadFigure: c("Нема питања са бројем %s."),
		NoCount:           c("%s није могуће: од %d одговора најближе је %d (%s) и %d (%s)."),
		NoFigures:         c("%s не може да се провери: нису приказани одговори чији би то био удео."),
		TooManyStatements: c("Има места за највише %d закључака и препорука."),
		WithdrawAgain:     c("Притисните x још једном за брисање."),
		WhichText:         c("Текст %d од %d."), State: c("Стање: %s."), TakeBack: c("повуци одлуку"), SetThemes: c("одреди теме"),
		NextText: c("следећи"), OneByOne: c("одлучи о текстовима, један по један"),
		MaskNumbers: c("Откуцајте бројеве речи које желите да сакријете, са размацима између њих. Број сакривене речи поново је открива."),
		MaskedWord:  c("сакривена реч"), NoWord: c("Откуцајте бројеве који стоје испред речи, са размацима између њих."), NoWords: c("Нема речи која би се сакрила."),
		ChangeOne: c("измени или обриши постојећи"), KeepHow: c("Сам Enter оставља оно што већ стоји; - (цртица) брише питања или теме."),
		DeleteAgain: c("Откуцајте 2 још једном за брисање (Enter: остаје)"),
		Keys: TextsKeyStrings{
			Approve: c("одобри"), Hide: c("сакриј"), Tag: c("теме"), Mask: c("сакриј речи"), Filter: c("филтер"), Toggle: c("сакриј или покажи"), Store: c("сачувај"),
			Conclude: c("нови закључак"), Recommend: c("нова препорука"), Edit: c("измени"), Withdraw: c("обриши"), Space: c("Размак"), Break: c("нови ред у тексту"),
		},
	}
}
