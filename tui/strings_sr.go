package tui

import (
	"golang.org/x/text/language"

	"anketa/survey"
)

// serbian returns the texts in Serbian. They are written in Cyrillic; the
// script makes them what is shown, because Latin follows from Cyrillic exactly.
func serbian(lang survey.Lang, name string, script func(string) string) *Strings {
	c := script
	plural := func(one, few, other string) Plural { return Plural{One: c(one), Few: c(few), Other: c(other)} }
	return &Strings{
		Lang: lang, Name: name, tag: language.MustParse(string(lang)), percent: "%v %%",
		Welcome: WelcomeStrings{
			Stored:      c("Чувају се само ваши одговори, и то тек кад их на крају пошаљете."),
			NotStored:   c("Не чувају се име, време, редослед, језик ни уређај."),
			Groups:      c("Резултати се приказују само за групе од најмање %d учесника."),
			Live:        c("Пажња: на овој обуци се сваки одговор одмах види на екрану са резултатима."),
			Texts:       c("Оно што напишете својим речима чува се одвојено од осталих одговора."),
			LinkedTexts: c("Оно што напишете својим речима чува се заједно са осталим вашим одговорима."),
		},
		Interview: InterviewStrings{
			Question:   c("Питање %d од %d"),
			Required:   c("Молимо вас да одговорите на ово питање."),
			LeaveAgain: c("Притисните ← још једном да одустанете; ваши одговори биће обрисани."),
			QuoteAsk:   c("Смемо ли да вас цитирамо, без имена?"),
			QuoteYes:   c("Да"), QuoteNo: c("Не"), Quoted: "„%s“",
			Review:     c("Преглед одговора"),
			ReviewHint: c("Проверите своје одговоре, па их пошаљите."),
			NoAnswer:   c("без одговора"),
			Unanswered: plural("Још %d питање чека одговор.", "Још %d питања чекају одговор.", "Још %d питања чека одговор."),
			Saving:     c("Чувамо ваше одговоре …"),
			ThankYou:   c("Хвала вам!"),
			Saved:      c("Ваши одговори су сачувани."),
			NextPerson: c("Сада је на реду следећа особа."),
			StillThere: c("Да ли сте још ту?"),
			EraseIn: plural("Ваши одговори биће обрисани за %d секунду.",
				"Ваши одговори биће обрисани за %d секунде.",
				"Ваши одговори биће обрисани за %d секунди."),
		},
		Live: LiveStrings{
			Title: c("Резултати"), Demo: c("ПРОБА – пример са 72 одговора"),
			Answered: c("Одговорило: %d"), AnsweredOf: c("Одговорило: %d од %d"),
			Share: c("%d од %d (%s)"), N: c("n = %d"), Missing: c("без одговора %d"),
			Texts:       plural("%d одговор својим речима", "%d одговора својим речима", "%d одговора својим речима"),
			Quotable:    c("сме да се цитира"),
			Everything:  c("Приказани су сви одговори."),
			TooFew:      c("Одговорило је мање од %d учесника, па се резултати не приказују."),
			ReleaseLive: c("Сваки одговор се приказује одмах; учесници су о томе обавештени."),
			NoAnswers:   c("још нема одговора"),
			Partly:      c("Приказано је %d од %d одговора."),
			Batches:     c("Одговори се приказују у групама од по %d, једну групу касније, да се не би видело ко је шта одговорио."),
			Until: plural("До следећег приказа недостаје још %d одговор.",
				"До следећег приказа недостају још %d одговора.",
				"До следећег приказа недостаје још %d одговора."),
			ConfirmClose: c("Завршити прикупљање? После тога нико више не може да одговара."), ThenShown: c("Затим се приказују сви одговори."),
			Loading: c("Резултати се учитавају …"),
		},
		Setup: SetupStrings{
			Title: c("Нова обука"), Intro: c("Попуните податке о обуци. Enter води на следећи ред."),
			Name: c("Назив обуке"), Place: c("Место"), Date: c("Датум (ГГГГ-ММ-ДД)"),
			Attended: c("Број присутних"), AttendedHint: c("може и празно, ако се не зна"),
			PIN: c("ПИН за резултате"), PINHint: c("најмање 4 цифре"), PINAgain: c("ПИН још једном"),
			BadName:     c("Обука мора да има назив."),
			BadDate:     c("Датум се пише као 2022-05-17."),
			BadAttended: c("Број присутних је цео број од 1 до 100000."),
			BadPIN:      c("ПИН има од 4 до 32 цифре."),
			PINDiffers:  c("Два ПИН-а нису иста."),
			Resume:      c("Прикупљање одговора је у току"), ResumeHint: c("Обука „%s“ још прима одговоре."),
			EnterPIN: c("Унесите ПИН"), WrongPIN: c("ПИН није тачан."), Checking: c("Проверава се …"),
			FormError: c("Обука није могла да се сачува. Проверите диск, па покушајте поново."),
		},
		Notice: NoticeStrings{
			TooSmall:          c("Повећајте прозор: потребно је бар %d × %d знакова."),
			OutOfServiceTitle: c("Тренутно не ради"),
			OutOfService:      c("Одговори нису могли да се сачувају. Позовите организатора обуке."),
			KeepAnswers:       c("Ваши одговори су још овде; ништа није изгубљено."),
			NotClosed:         c("Прикупљање није могло да се заврши. Проверите диск, па покушајте поново."),
			Unreadable:        c("Резултати не могу да се прочитају. Сачувајте датотеку са базом и наставите са резервном копијом."),
		},
		Keys: KeyStrings{
			Start: c("почните"), Results: c("резултати (ПИН)"),
			Answer: c("одговор"), Move: c("бирање"), Choose: c("потврди"), Next: c("даље"), Back: c("назад"), Skip: c("прескочи"),
			Send: c("пошаљи"), Change: c("промени"), GoOn: c("настави"),
			Scroll: c("померање"), Close: c("заврши прикупљање"), Yes: c("да"), No: c("не"), Quit: c("изађи из програма"), Return: c("почетни екран"),
			NewSession: c("нова обука"), TryAgain: c("покушај поново"), NextLine: c("следећи ред"), PreviousLine: c("претходни ред"),
		},
	}
}
