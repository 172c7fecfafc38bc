package report

import (
	"golang.org/x/text/number"

	"anketa/survey"
)

// htmlWords are what only the report in HTML says.
type htmlWords struct {
	Participants, Questions, Sessions, Breakdowns, OwnWords, Method string
	Answer, Count, Share, Interval, Session, Group                  string
	NotShown, Together, NoTheme, NotAnswered, Before, Now           string
	Improved, Same, Lower, Promoters, Passives, Detractors          string
	// n takes how many answers count; missing, notAsked and withheld take a number.
	n, missing, notAsked, withheld string
	// median takes the median and the quartiles, score that of an nps question.
	median, score string
	// by takes a question and the one that makes the groups; together takes groups.
	by, together, several string
	// notApart stands for the figures of a group, noGroups takes the titles of breakdowns.
	notApart, noGroups string
	notes              []string
}

// htmlWordsFor returns the words that fit best to a language.
func htmlWordsFor(lang survey.Lang) *htmlWords {
	switch lang {
	case survey.SerbianCyrillic:
		return serbianHTML(func(s string) string { return s })
	case survey.English:
		return englishHTML()
	}
	return serbianHTML(survey.Latin)
}

// serbianHTML returns the words in Serbian, as [serbianWords] does.
func serbianHTML(c func(string) string) *htmlWords {
	return &htmlWords{
		Participants: c("Ко је одговорио"), Questions: c("Сва питања"), Sessions: c("Поређење обука"),
		Breakdowns: c("По групама"), OwnWords: c("Својим речима"), Method: c("Како читати бројеве"),
		Answer: c("Одговор"), Count: c("Број"), Share: c("Удео"), Interval: c("95 % интервал"), Session: c("Обука"), Group: c("Група"),
		NotShown: c("није приказано"), Together: c("заједно"), NoTheme: c("Без теме"), NotAnswered: c("није се изјаснило"), Before: c("Пре обуке"), Now: c("Сада"),
		Improved: c("боље него пре"), Same: c("исто"), Lower: c("лошије него пре"),
		Promoters: c("препоручују (9–10)"), Passives: c("уздржани (7–8)"), Detractors: c("не препоручују (0–6)"),
		n: "n = %d", missing: c("без одговора: %d"), notAsked: c("није питано: %d"), withheld: c("задржано: %d"),
		median: c("медијана %s, средња половина одговора од %s до %s"), score: "NPS %s",
		by: c("%s – %s"), together: c("заједно: %s"), several: c("Могуће је више одговора."),
		notApart: c("није приказано посебно, да се нико не би препознао"), noGroups: c("По групама није приказано, да се нико не би препознао: %s."),
		notes: []string{
			c("Проценат је удео међу онима који су на питање одговорили; њихов број је n. Ко је изабрао одговор ван скале или није одговорио, није у n."),
			c("Проценти су заокружени сваки за себе, па њихов збир може да одступа од 100."),
			c("Крупни бројеви броје унапред изабране одговоре једног питања; нису просеци."),
			c("Интервал (Вилсон, са исправком за број присутних где је познат) каже у којим границама би удео највероватније био кад би одговорили сви присутни. Кад су сви одговорили, нема га. За групе, и за питања која се не постављају свима, тај број није познат, па је интервал без исправке и зато шири."),
			c("Медијана дели одговоре на пола; између квартила је средња половина одговора."),
			c("Одговори обуке приказују се кад је прикупљање завршено и кад их је најмање %d. По групама се приказују само унапред договорене табеле; мање групе се спајају или изостављају, тако да се ниједна не може израчунати одузимањем."),
			c("„Није приказано“ не значи нула."),
			c("Текстови су приказани само ако их је организатор прегледао и одобрио; […] стоји тамо где је нешто изостављено."),
		},
	}
}

// englishHTML returns the words in English.
func englishHTML() *htmlWords {
	return &htmlWords{
		Participants: "Who answered", Questions: "All questions", Sessions: "Trainings compared",
		Breakdowns: "By groups", OwnWords: "In their own words", Method: "How to read the figures",
		Answer: "Answer", Count: "Count", Share: "Share", Interval: "95% interval", Session: "Training", Group: "Group",
		NotShown: "not shown", Together: "together", NoTheme: "Without a theme", NotAnswered: "did not say", Before: "Before the training", Now: "Now",
		Improved: "better than before", Same: "the same", Lower: "worse than before",
		Promoters: "promoters (9–10)", Passives: "passives (7–8)", Detractors: "detractors (0–6)",
		n: "n = %d", missing: "no answer: %d", notAsked: "not asked: %d", withheld: "held back: %d",
		median: "median %s, the middle half of the answers from %s to %s", score: "NPS %s",
		by: "%s – %s", together: "together: %s", several: "Several answers were possible.",
		notApart: "not shown by itself, so that nobody can be recognised", noGroups: "Not shown by groups, so that nobody can be recognised: %s.",
		notes: []string{
			"A percentage is the share of those who answered the question; n is their number. Whoever chose the answer outside the scale, or none, is not in n.",
			"Percentages are rounded each by itself, so that their sum may differ from 100.",
			"The large figures count the answers to one question that were chosen beforehand; they are no averages.",
			"The interval (Wilson, corrected for the number who attended where it is known) says between which bounds the share would most likely be if everybody who attended had answered. Where all did, there is none. Of a group, and of those who are asked a question that not everybody is asked, that number is not known; there the interval is without the correction and therefore wider.",
			"The median divides the answers into halves; between the quartiles lies the middle half of them.",
			"The answers of a training are shown once the collection has ended and there are at least %d. By groups, only tables that were agreed beforehand are shown; smaller groups are put together or left out, so that none can be found by subtraction.",
			"“Not shown” does not mean zero.",
			"Texts are shown only if the facilitator has read and approved them; […] stands where something was left out.",
		},
	}
}

// number writes a number with at most one decimal.
func (w *words) number(x float64) string {
	return w.format("%v", number.Decimal(x, number.MaxFractionDigits(1), number.NoSeparator()))
}
