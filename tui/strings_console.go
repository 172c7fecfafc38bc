package tui

// ConsoleStrings are the texts of the facilitator's console.
type ConsoleStrings struct {
	// The tabs, by what they are called at their top.
	Overview, Questions, People, Breakdowns, Compare, Texts, Session TabStrings
	// HelpTitle heads the keys.
	HelpTitle string
	// Finding stands before what is looked for; NotFound takes it.
	Finding, NotFound string

	// BigCount takes how many of how many answered.
	BigCount string
	// Share takes them with a percentage; Silent takes how many did not answer.
	Share  string
	Silent Plural
	// OneAnswer takes by how many points one answer moves a percentage; TooMany takes
	// how many answered and how many attended.
	OneAnswer, TooMany string
	// What to do next: Start, Wait, End and LookAt name a key.
	Start, End, LookAt string
	Wait               Plural
	// KeptBack and LeadsOn say so where answers stay hidden and where there are none.
	KeptBack, LeadsOn string

	// Ordered takes the order of the questions; the others name it.
	Ordered, BySurvey, ByShare, ByMedian string
	// Quartiles takes median and quartiles, Interval the bounds of a share,
	// AtLeast the fewest and the most of all who attended, Mean mean and deviation.
	Quartiles, Interval, AtLeast, Mean string
	// Improved names those who chose a better point now than before.
	Improved string
	// SameLower takes how many chose the same point as before and a worse one.
	SameLower string
	// Exact stands in place of an interval where everybody answered.
	Exact string
	// MeanNote says what a mean of points takes for granted.
	MeanNote string
	// Asked takes which question of how many is shown.
	Asked string

	// NobodyAsked stands where the survey asks nothing about the participants.
	PeopleHow, NobodyAsked string
	// PeopleElsewhere says on which tab the questions about the participants are.
	PeopleElsewhere string

	// By takes the question that makes the groups; Suppressed stands in place of the
	// figures of a group that is held back, OthersTogether before those put together,
	// NoAnswerGroup for those who did not say; BreakdownsLater takes the smallest group,
	// BreakdownsSilent is said where they would tell what was held back before.
	By, Suppressed, OthersTogether, NoAnswerGroup   string
	BreakdownsLater, BreakdownsSilent, NoBreakdowns string

	// OneTraining stands where there is nothing to compare with, NoneComparable where no
	// question can be; Together names all of them; NotShown stands in place of figures.
	OneTraining, NoneComparable, Together, NotShown string
	OtherSurvey                                     Plural

	// NoTexts stands where the survey asks for none, TextsLater takes the smallest group.
	NoTexts, TextsLater, NoneWritten string
	// TextsFew, BreakdownsFew and ReportFew take the smallest group and stand where the
	// collection ended with fewer answers.
	TextsFew, BreakdownsFew, ReportFew string
	// SomeTexts takes how many of how many are listed, Narrowed where these are what was
	// looked for.
	SomeTexts, Narrowed string

	// Trainings heads the sessions, Looks says how to look at one; Open, Closed and Shown
	// say how one is.
	Trainings, Looks, Open, Closed, Shown string
	// The lines of the tab, and what became of them.
	CorrectAttended, ChangePIN, ChoosePIN string
	// Reopen names the line, Reopened and NotReopened say what became of it.
	Reopen, Reopened, NotReopened          string
	AttendedLess, AttendedStored           string
	CurrentPIN, NewPIN, PINStored, NotDone string

	// Covered stands in the presenter view until the answers are shown, ShownCount takes n.
	Covered, NothingToPresent string

	Keys ConsoleKeyStrings
}

// TabStrings name a tab in full and shortened.
type TabStrings struct{ Full, Short string }

// ConsoleKeyStrings say what a key of the console does.
type ConsoleKeyStrings struct {
	Tabs, Help, Find, Found, Cleared        string
	Order, Open, Mean, Previous, Next, Back string
	Present, Reveal, Do, Scroll, Pages      string
	ScrollChoose, Ends                      string
	// Lock leads back behind the PIN.
	Lock string
}

// consoleEnglish returns the texts of the console in English.
func consoleEnglish() ConsoleStrings {
	plural := func(one, other string) Plural { return Plural{One: one, Few: other, Other: other} }
	return ConsoleStrings{
		Overview: TabStrings{"Overview", "Ov."}, Questions: TabStrings{"Questions", "Qu."},
		People: TabStrings{"People", "Who"}, Breakdowns: TabStrings{"Groups", "Gr."}, Compare: TabStrings{"Compare", "Com."},
		Texts: TabStrings{"Texts", "Tx."}, Session: TabStrings{"Training", "Tr."},
		HelpTitle: "Keys", Finding: "Find:", NotFound: "Nothing holds “%s”.",
		BigCount: "%d of %d", Share: "%d of %d people answered (%s).",
		Silent:    plural("%d person has not answered.", "%d people have not answered."),
		OneAnswer: "Few answers: a single one moves a percentage by %s points.",
		TooMany:   "%d answered, but only %d are entered as attended: correct the number under “Training”.",
		Start:     "Esc leads to the start screen, where the first person can begin.",
		End:       "Everybody has answered: z ends the collection and shows all answers.",
		LookAt:    "2 shows the answers to each question, p shows them one by one on the projector.",
		Wait:      plural("Wait for %d more person, or end the collection with z.", "Wait for %d more people, or end the collection with z."),
		KeptBack:  "The answers to this training stay hidden; Esc leads on.",
		LeadsOn:   "Esc leads on.",
		Ordered:   "Order: %s.", BySurvey: "as in the survey", ByShare: "largest share first", ByMedian: "highest median first",
		Quartiles: "median %s, quartiles %s", Interval: "95%% interval: %s to %s",
		AtLeast:  "of all %[3]d who were asked: at least %[1]d and at most %[2]d, whatever the others would say",
		Mean:     "mean %s, standard deviation %s",
		Improved: "improved", SameLower: "the same %d, worse %d", Exact: "everybody answered, so the share is exact", MeanNote: "A mean takes the steps of the scale for equally large.",
		Asked: "question %d of %d", PeopleHow: "Who took part: the questions about the participants themselves.",
		PeopleElsewhere: "Who took part: key 3.",
		NobodyAsked:     "The survey asks nothing about the participants themselves.",
		By:              "by: %s", Suppressed: "not shown separately, so that nobody can be recognised", OthersTogether: "together: %s", NoAnswerGroup: "no answer",
		BreakdownsSilent: "There are no answers by group: together with what was shown before, they would tell what a few people answered.",
		BreakdownsLater:  "Answers by group are shown when the collection has ended, of groups of at least %d people.",
		NoBreakdowns:     "The survey file declares nothing to be shown by group.",
		OneTraining:      "For a comparison this file needs at least two trainings.", NoneComparable: "No question can be compared.",
		Together: "all together", NotShown: "not shown",
		OtherSurvey:   plural("%d training asked another survey and is left out.", "%d trainings asked another survey and are left out."),
		NoTexts:       "The survey asks for nothing in people’s own words.",
		TextsLater:    "What people wrote is shown when the collection has ended and at least %d people answered.",
		TextsFew:      "What people wrote stays hidden, because fewer than %d people answered.",
		BreakdownsFew: "There are no answers by group: they stay hidden, because fewer than %d people answered.",
		ReportFew:     "No conclusions are written here: the answers stay hidden, because fewer than %d people gave any.",
		NoneWritten:   "nobody wrote anything", SomeTexts: "%d of %d texts; / finds others.", Narrowed: "%d of %d texts.",
		Trainings: "Trainings in this file", Looks: "Enter shows the chosen one", Open: "open", Closed: "ended", Shown: "shown now",
		CorrectAttended: "correct the number attended", ChangePIN: "change the PIN", ChoosePIN: "choose a PIN",
		Reopen: "open the collection again", Reopened: "The collection is open again.", NotReopened: "The collection could not be opened again. End the one that is open first.",
		AttendedLess:   "%d people have answered already, so no fewer can have attended.",
		AttendedStored: "The number attended is stored.", CurrentPIN: "PIN until now", NewPIN: "New PIN",
		PINStored: "The new PIN is stored.", NotDone: "It could not be stored. Check the disk and try again.",
		Covered: "Enter shows the answers", NothingToPresent: "There are no answers to show yet.",
		Keys: ConsoleKeyStrings{
			Tabs: "tabs", Help: "keys", Find: "find", Found: "show what was found", Cleared: "show everything",
			Order: "order", Open: "in detail", Mean: "mean", Previous: "question before", Next: "next question", Back: "back",
			Present: "projector", Reveal: "show the answers", Do: "choose",
			Scroll: "scroll", Pages: "page up and down", ScrollChoose: "choose", Ends: "to the top and the end",
			Lock: "lock (PIN)",
		},
	}
}

// consoleSerbian returns the texts of the console in Serbian, in a script.
func consoleSerbian(c func(string) string) ConsoleStrings {
	plural := func(one, few, other string) Plural { return Plural{One: c(one), Few: c(few), Other: c(other)} }
	tab := func(full, short string) TabStrings { return TabStrings{c(full), c(short)} }
	return ConsoleStrings{
		Overview: tab("Преглед", "Пр."), Questions: tab("Питања", "Пит."), People: tab("Учесници", "Уч."), Breakdowns: tab("Групе", "Гр."),
		Compare: tab("Поређење", "Пор."), Texts: tab("Текстови", "Тек."), Session: tab("Обука", "Об."),
		HelpTitle: c("Тастери"), Finding: c("Тражи:"), NotFound: c("„%s“ се нигде не појављује."),
		BigCount: c("%d од %d"), Share: c("Одговорило је %d од %d присутних (%s)."),
		Silent:    plural("%d учесник није одговорио.", "%d учесника нису одговорила.", "%d учесника није одговорило."),
		OneAnswer: c("Мало одговора: само један помера проценат за %s поена."),
		TooMany:   c("Одговора има %d, а уписано је да је присутно %d: исправите број присутних под „Обука“."),
		Start:     c("Esc води на почетни екран, где први учесник може да почне."),
		End:       c("Сви су одговорили: z завршава прикупљање и приказује све одговоре."),
		LookAt:    c("2 приказује одговоре на свако питање, p их приказује једно по једно на пројектору."),
		Wait: plural("Сачекајте још %d учесника или завршите прикупљање са z.", "Сачекајте још %d учесника или завршите прикупљање са z.",
			"Сачекајте још %d учесника или завршите прикупљање са z."),
		KeptBack: c("Одговори са ове обуке остају скривени; Esc води даље."), LeadsOn: c("Esc води даље."),
		Ordered: c("Редослед: %s."), BySurvey: c("као у упитнику"), ByShare: c("највећи удео први"), ByMedian: c("највиша медијана прва"),
		Quartiles: c("медијана %s, квартили %s"), Interval: c("интервал поверења 95 %%: од %s до %s"),
		AtLeast:  c("од свих %[3]d који су питани: најмање %[1]d, највише %[2]d, шта год остали одговорили"),
		Mean:     c("просек %s, стандардна девијација %s"),
		Improved: c("побољшано"), SameLower: c("исто %d, лошије %d"), Exact: c("одговорили су сви, па је удео тачан"), MeanNote: c("Просек подразумева да су размаци на скали једнаки."),
		Asked: c("питање %d од %d"), PeopleHow: c("Ко је учествовао: питања о самим учесницима."),
		PeopleElsewhere: c("Питања о учесницима: тастер 3."),
		NobodyAsked:     c("Упитник не пита ништа о самим учесницима."),
		By:              c("по питању: %s"), Suppressed: c("није приказано посебно, да се нико не би препознао"), OthersTogether: c("заједно: %s"), NoAnswerGroup: c("без одговора"),
		BreakdownsSilent: c("Одговора по групама нема: заједно с оним што је раније приказано открили би шта је одговорило неколико људи."),
		BreakdownsLater:  c("Одговори по групама приказују се кад се прикупљање заврши, за групе од најмање %d учесника."),
		NoBreakdowns:     c("Датотека упитника не наводи ништа што би се приказало по групама."),
		OneTraining:      c("За поређење су у овој датотеци потребне бар две обуке."), NoneComparable: c("Ниједно питање не може да се пореди."),
		Together: c("све заједно"), NotShown: c("није приказано"),
		OtherSurvey: plural("%d обука има други упитник и изостављена је.", "%d обуке имају други упитник и изостављене су.",
			"%d обука има други упитник и изостављено је."),
		NoTexts:       c("Упитник не тражи одговоре својим речима."),
		TextsLater:    c("Оно што су учесници написали приказује се кад се прикупљање заврши и одговори најмање %d учесника."),
		TextsFew:      c("Оно што су учесници написали остаје скривено јер их је одговорило мање од %d."),
		BreakdownsFew: c("Одговора по групама нема: остају скривени јер је одговорило мање од %d учесника."),
		ReportFew:     c("Закључци се овде не пишу: одговори остају скривени јер је одговорило мање од %d учесника."),
		NoneWritten:   c("нико није ништа написао"), SomeTexts: c("%d од %d текстова; / тражи остале."), Narrowed: c("%d од %d текстова."),
		Trainings: c("Обуке у овој датотеци"), Looks: c("Enter приказује изабрану"), Open: c("у току"), Closed: c("завршена"), Shown: c("сада приказана"),
		CorrectAttended: c("исправи број присутних"), ChangePIN: c("промени ПИН"), ChoosePIN: c("изабери ПИН"),
		Reopen: c("поново отвори прикупљање"), Reopened: c("Прикупљање је поново отворено."), NotReopened: c("Прикупљање није могло поново да се отвори. Прво завршите оно које је у току."),
		AttendedLess:   c("Већ је одговорило %d учесника, па број присутних не може бити мањи."),
		AttendedStored: c("Број присутних је сачуван."), CurrentPIN: c("Досадашњи ПИН"), NewPIN: c("Нови ПИН"),
		PINStored: c("Нови ПИН је сачуван."), NotDone: c("Није могло да се сачува. Проверите диск, па покушајте поново."),
		Covered: c("Enter приказује одговоре"), NothingToPresent: c("Још нема одговора који могу да се прикажу."),
		Keys: ConsoleKeyStrings{
			Tabs: c("картице"), Help: c("тастери"), Find: c("тражи"), Found: c("прикажи нађено"), Cleared: c("прикажи све"),
			Order: c("редослед"), Open: c("детаљно"), Mean: c("просек"), Previous: c("претходно питање"), Next: c("следеће питање"), Back: c("назад"),
			Present: c("пројектор"), Reveal: c("прикажи одговоре"), Do: c("изабери"),
			Scroll: c("померање"), Pages: c("страна горе и доле"), ScrollChoose: c("бирање"), Ends: c("на почетак и на крај"),
			Lock: c("закључај (ПИН)"),
		},
	}
}
