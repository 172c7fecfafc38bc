package report

import (
	"golang.org/x/text/language"

	"anketa/survey"
)

// serbianWords returns the words in Serbian, written in Cyrillic; the script
// makes them what is printed.
func serbianWords(lang survey.Lang, script func(string) string) *words {
	c := script
	nouns := func(one, few, other string) forms { return forms{c(one), c(few), c(other)} }
	w := &words{
		tag: language.MustParse(string(lang)), percentage: "%v\u00a0%%", open: "„", shut: "“",
		months: [12]string{"јануара", "фебруара", "марта", "априла", "маја", "јуна", "јула", "августа", "септембра", "октобра", "новембра", "децембра"},
		date:   "{day}. {month} {year}.",

		overline: c("Резултати евалуације"), example: c("Пример"), serbian: c("српски"), english: c("енглески"),
		participants: nouns("учесник/ца", "учесника/це", "учесника/ца"),
		sessions:     nouns("обука", "обуке", "обука"),
		attended:     c("од %d присутних"), answered: c("попунило упитник"),
		structure: c("Одакле долазе"), headlines: c("Шта кажу учесници и учеснице"),
		conclusions: c("Закључци"), recommendations: c("Препоруке"),
		partners: c("Партнери"), funders: c("Финансијска подршка"),
		quoteBy: c("учесник/ца обуке"), noAnswer: c("без одговора"),
		plainSentence: c("(%d од %d) одговорило је %s на питање: %s"),
		onPaper:       nouns("На папиру је попуњен %d упитник.", "На папиру су попуњена %d упитника.", "На папиру је попуњено %d упитника."),
		someOnPaper:   c("Неки упитници су попуњени на папиру."),
		smallest:      c("Одговори се приказују само за групе од најмање %d људи, да се нико не би препознао. Проценат је удео међу онима који су на питање одговорили."),
		notYet:        c("Резултати се још не приказују"),
		hidden:        c("Резултати остају скривени"),
		nobody:        c("Нико није одговорио."),
		noResults:     c("Резултата нема"),
		stillOpen:     c("Прикупљање још траје. Одговори се приказују у групама од најмање %d, а сви тек кад се прикупљање заврши."),
		tooFew:        c("Прикупљено је мање од %d одговора, па се не приказују, да се нико не би препознао."),
		partly:        c("Прикупљање још траје; приказани одговори: %d од %d."),
		leftOut:       c("Приказани одговори: %d од %d. Остали су у групама мањим од %d, па се не приказују."),
		damaged: nouns("%d запис се више не може прочитати и није ни у једном броју.",
			"%d записа се више не могу прочитати и нису ни у једном броју.", "%d записа се више не може прочитати и није ни у једном броју."),
		damagedOpen: nouns("%d запис се више не може прочитати; кад се прикупљање заврши, неће бити ни у једном броју.",
			"%d записа се више не могу прочитати; кад се прикупљање заврши, неће бити ни у једном броју.",
			"%d записа се више не може прочитати; кад се прикупљање заврши, неће бити ни у једном броју."),
	}
	for i, month := range w.months {
		w.months[i] = c(month)
	}
	return w
}
