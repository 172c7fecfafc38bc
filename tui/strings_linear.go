package tui

// LinearStrings are the texts of the linear mode, which is listened to: signs
// that a screen reader may leave out are named in words.
type LinearStrings struct {
	// ChooseLanguage takes the name of a language and its number.
	ChooseLanguage string
	// HowTo, Commands and ForFacilitator stand on the welcome.
	HowTo, Commands, ForFacilitator string
	// Begin, Go and those beside them are prompts: a colon follows.
	Begin, Go, Answer, AnswerOrSkip, AnswerOrKeep, NextLine, Choice, EnterOrNumber string
	// MarksHow says how several answers are typed, LinesHow how several lines are.
	MarksHow, LinesHow string
	// Chosen and SoFar take an answer; Unit takes a unit.
	Chosen, SoFar, Unit string
	Noted, TakenBack    string
	// NoSuch refuses what is no answer, NoSuchLine what is no line of the review.
	NoSuch, NoSuchLine string
	// Shortened takes how many characters are kept.
	Shortened string
	// LeaveAgain asks once more before answers are dropped.
	LeaveAgain string
	// ReviewHow says what can be typed at the review; Pair takes the answers before and now.
	ReviewHow, Pair string
	// StillGoOn stands behind the question whether somebody is still there.
	StillGoOn string
	// Hidden stands before what is typed without being shown; EmptyCancels behind it.
	Hidden, EmptyCancels string
	// Headline takes the declared box.
	Headline string
	// SetupHow says how the form goes, LineWith takes a line's name and what Enter leaves in it.
	SetupHow, LineWith string
	// WhichQuestion asks for the number of a question to be told in detail.
	WhichQuestion string
}

// linearEnglish returns the texts of the linear mode in English.
func linearEnglish() LinearStrings {
	return LinearStrings{
		ChooseLanguage: "%s: type %d and press Enter.",
		HowTo:          "You answer by typing a number or a text and pressing Enter. Enter alone skips a question that need not be answered.",
		Commands: "Instead of an answer you can type one sign: < (less than) goes back to the question before, " +
			"? (question mark) repeats the question, - (hyphen) takes an answer back.",
		ForFacilitator: "For the facilitator: 0 leads to the results, with a PIN.",
		Begin:          "Press Enter to begin", Go: "Press Enter to go on",
		Answer: "Your answer", AnswerOrSkip: "Your answer (Enter skips)", AnswerOrKeep: "Your answer (Enter keeps it)",
		NextLine: "Next line, or Enter",
		Choice:   "Your choice", EnterOrNumber: "Enter or a number",
		MarksHow: "Type the numbers of your answers with spaces between them.",
		LinesHow: "You can write several lines. An empty line ends the answer.",
		Chosen:   "Chosen: %s.", SoFar: "Your answer so far: %s.", Unit: "In %s.",
		Noted: "Noted.", TakenBack: "There is no answer now.",
		NoSuch:     "That is none of the answers. Type the number that stands before an answer.",
		NoSuchLine: "No answer has that number.",
		Shortened:  "The text was too long: its first %d characters are kept.",
		LeaveAgain: "This is the first question. Type < (less than) once more to leave; your answers will be erased. Enter stays",
		ReviewHow:  "Enter sends your answers. To change an answer, type its number.",
		Pair:       "before: %s; now: %s",
		StillGoOn:  "Press Enter to go on.",
		Hidden:     "What you type now is not shown.", EmptyCancels: "Enter alone goes back.",
		Headline:      "Headline: %s.",
		SetupHow:      "Type < (less than) to go back to the line before, and on the first line to quit the program.",
		LineWith:      "%s (Enter: %s)",
		WhichQuestion: "Number of a question for its details (Enter: back)",
	}
}

// linearSerbian returns the texts of the linear mode in Serbian, in a script.
func linearSerbian(c func(string) string) LinearStrings {
	return LinearStrings{
		ChooseLanguage: c("%s: укуцајте %d и притисните Enter."),
		HowTo:          c("Одговарате тако што укуцате број или текст и притиснете Enter. Сам Enter прескаче питање на које не морате да одговорите."),
		Commands: c("Уместо одговора можете да укуцате један знак: < (мање) враћа на претходно питање, " +
			"? (упитник) понавља питање, - (цртица) поништава одговор."),
		ForFacilitator: c("За организатора: 0 води на резултате, уз ПИН."),
		Begin:          c("Притисните Enter да почнете"), Go: c("Притисните Enter за наставак"),
		Answer: c("Ваш одговор"), AnswerOrSkip: c("Ваш одговор (Enter прескаче)"), AnswerOrKeep: c("Ваш одговор (Enter га задржава)"),
		NextLine: c("Следећи ред, или Enter"),
		Choice:   c("Ваш избор"), EnterOrNumber: c("Enter или број"),
		MarksHow: c("Укуцајте бројеве одговора, са размаком између њих."),
		LinesHow: c("Можете да пишете у више редова. Празан ред завршава одговор."),
		Chosen:   c("Изабрано: %s."), SoFar: c("Ваш досадашњи одговор: %s."), Unit: c("Јединица: %s."),
		Noted: c("Забележено."), TakenBack: c("Сада нема одговора."),
		NoSuch:     c("Такав одговор није понуђен. Укуцајте број који стоји испред одговора."),
		NoSuchLine: c("Ниједан одговор нема тај број."),
		Shortened:  c("Текст је предугачак: сачувано је првих %d знакова."),
		LeaveAgain: c("Ово је прво питање. Укуцајте < (мање) још једном да одустанете; ваши одговори биће обрисани. Enter остаје"),
		ReviewHow:  c("Enter шаље одговоре. Да промените неки одговор, укуцајте његов број."),
		Pair:       c("пре: %s; сада: %s"),
		StillGoOn:  c("Притисните Enter да наставите."),
		Hidden:     c("Оно што сада куцате не приказује се."), EmptyCancels: c("Сам Enter враћа назад."),
		Headline:      c("Главни показатељ: %s."),
		SetupHow:      c("Укуцајте < (мање) да се вратите на претходни ред, а у првом реду да изађете из програма."),
		LineWith:      c("%s (Enter: %s)"),
		WhichQuestion: c("Број питања за појединости (Enter: назад)"),
	}
}
