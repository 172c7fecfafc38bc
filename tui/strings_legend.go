package tui

// LegendStrings say what the numbers and the bars of the console mean; they stand
// below the keys that the help lists.
type LegendStrings struct {
	// Title heads them.
	Title string
	// Base says what n is, Bar how a bar is read, Median, Score, Interval, Chance and Change what
	// these are; Small takes the smallest group.
	Base, Bar, Median, Score, Interval, Chance, Change, Small string
}

// legendEnglish returns these texts in English.
func legendEnglish() LegendStrings {
	return LegendStrings{
		Title:    "What the numbers mean",
		Base:     "n is how many answered the question. Every percentage is a share of it.",
		Bar:      "Bar: worse answers stand left of │ and better ones right of it. The middle one stands half on each side.",
		Median:   "Median: put in order, half of the answers lie below it and half above. In brackets, or as quartiles: between what the middle half of them lies.",
		Score:    "NPS: the percentage of those who gave 9 or 10, minus that of those who gave 0 to 6. It lies between −100 and 100.",
		Interval: "Interval: where the share would very probably lie if everybody had answered.",
		Chance:   "Chance: imagine the same answers dealt to the trainings at random. “Larger than chance explains” says that fewer than 5 deals in 100 would make so large a difference. Of twenty such sentences one may be wrong.",
		Change:   "Change: imagine that whoever changed was as likely to improve as to get worse. “Than chance explains” says that so uneven a split would come of fewer than 5 such cases in 100.",
		Small:    "Groups of fewer than %d people are not shown by themselves, so that nobody is recognised.",
	}
}

// legendSerbian returns these texts in Serbian, in a script.
func legendSerbian(c func(string) string) LegendStrings {
	return LegendStrings{
		Title:    c("Шта значе бројеви"),
		Base:     c("n је број учесника који су одговорили на питање. Сви проценти се рачунају од њега."),
		Bar:      c("Трака: лошији одговори су лево од црте │, бољи десно. Средњи стоји по пола са сваке стране."),
		Median:   c("Медијана: кад се одговори поређају, пола их је испод ње, а пола изнад. У загради, или као квартили: између чега лежи средња половина одговора."),
		Score:    c("NPS: проценат оних који су дали 9 или 10, мање проценат оних који су дали од 0 до 6. Може бити од −100 до 100."),
		Interval: c("Интервал поверења: где би удео врло вероватно био да су одговорили сви."),
		Chance:   c("Случај: замислите да се исти одговори насумице поделе по обукама. „Већа него што случај објашњава“ значи да би тако велика разлика настала у мање од 5 таквих подела од 100. Од двадесет таквих реченица једна може и да погреши."),
		Change:   c("Промена: замислите да је свако ко се променио могао подједнако лако да напредује и да назадује. „Него што случај објашњава“ значи да би толика разлика настала у мање од 5 таквих случајева од 100."),
		Small:    c("Групе са мање од %d учесника не приказују се посебно, да се нико не би препознао."),
	}
}
