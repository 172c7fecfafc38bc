package tui

// EntryStrings are the texts of the screen on which forms from paper are typed in.
type EntryStrings struct {
	// Form and Again take the number of the form in this sitting, Entered how many were stored.
	Form, Again, Entered string
	// One, Long, Several, LongSeveral, Number, Text, Words and Quote say what is typed.
	One, Long, Several, LongSeveral, Number, Text, Words, Quote string
	// Unknown takes what was typed; the doubts say that an answer does not count, and
	// what is typed once more leaves it out.
	Unknown, DoubtSet, DoubtNumber, DoubtHalf string
	// Check heads the summary, Missing takes the numbers of the questions, Empty and
	// Whole stand where there is none and where there are all.
	Check, Missing, Whole, Empty string
	Stored, Twice, Differs       string
	First, Second                string
	Discard                      string
	// OnPaper takes how many of the responses came from paper, SomeOnPaper the
	// smallest group.
	OnPaper     Plural
	SomeOnPaper string

	Keys EntryKeyStrings
}

// EntryKeyStrings say what the keys do.
type EntryKeyStrings struct{ Next, Store, Skip, Back, Leave, Clear, First, Second string }

// entryEnglish returns the texts in English.
func entryEnglish() EntryStrings {
	return EntryStrings{
		Form: "Form %d", Again: "Form %d, second time", Entered: "stored: %d",
		One:         "Type the number beside the marked box; Enter if none is marked.",
		Long:        "Type the number beside the marked box, then Enter; only Enter if none is marked.",
		Several:     "Type the number of every marked box, then Enter.",
		LongSeveral: "Type the number of every marked box, each with Enter; Enter once more at the end.",
		Number:      "Type the number, then Enter; only Enter if it is blank.",
		Text:        "Type what is written, then Enter; only Enter if it is blank.",
		Words:       "Type what is written behind it, then Enter.",
		Quote:       "Is it marked that it may be quoted? Type 1 if it is, otherwise Enter.",
		Unknown:     "There is no box with %s here.",
		DoubtSet:    "The form has more or fewer marks than the question takes. Enter once more: no answer.",
		DoubtNumber: "The question does not take this number. Enter once more: no answer.",
		DoubtHalf:   "Only one half is marked. Enter once more: no answer.",
		Check:       "Check, then store", Missing: "No answer: %s", Whole: "Every question is answered.",
		Empty:   "The form has no answer. An empty form is not stored.",
		Stored:  "The form is stored.",
		Twice:   "Now type the same form once more.",
		Differs: "The two times differ. Look at the form and choose.",
		First:   "first time", Second: "second time",
		Discard:     "Discard this form? It is not stored.",
		OnPaper:     Plural{One: "%d of them was filled in on paper.", Few: "%d of them were filled in on paper.", Other: "%d of them were filled in on paper."},
		SomeOnPaper: "Some were filled in on paper; how many is shown from %d on, and only if as many were not.",
		Keys:        EntryKeyStrings{Next: "next form", Store: "store", Skip: "blank / next", Back: "back", Leave: "leave", Clear: "no answer", First: "first", Second: "second"},
	}
}

// entrySerbian returns the texts in Serbian, in a script.
func entrySerbian(c func(string) string) EntryStrings {
	return EntryStrings{
		Form: c("Лист %d"), Again: c("Лист %d, други унос"), Entered: c("сачувано: %d"),
		One:         c("Откуцајте број поред означеног квадратића; Enter ако ништа није означено."),
		Long:        c("Откуцајте број поред означеног квадратића, па Enter; само Enter ако ништа није означено."),
		Several:     c("Откуцајте број сваког означеног квадратића, па Enter."),
		LongSeveral: c("Откуцајте број сваког означеног квадратића, сваки са Enter; на крају још једном Enter."),
		Number:      c("Откуцајте број, па Enter; само Enter ако је празно."),
		Text:        c("Препишите шта пише, па Enter; само Enter ако је празно."),
		Words:       c("Препишите шта је дописано, па Enter."),
		Quote:       c("Да ли је означено да сме да се цитира? Откуцајте 1 ако јесте, иначе Enter."),
		Unknown:     c("Овде нема квадратића са %s."),
		DoubtSet:    c("На листу је означено више или мање него што питање прима. Enter још једном: без одговора."),
		DoubtNumber: c("Питање не прима тај број. Enter још једном: без одговора."),
		DoubtHalf:   c("Означена је само једна половина. Enter још једном: без одговора."),
		Check:       c("Проверите, па сачувајте"), Missing: c("Без одговора: %s"), Whole: c("На свако питање је одговорено."),
		Empty:   c("На листу нема ниједног одговора. Празан лист се не чува."),
		Stored:  c("Лист је сачуван."),
		Twice:   c("Сада исти лист откуцајте још једном."),
		Differs: c("Два уноса се разликују. Погледајте лист, па изаберите."),
		First:   c("први унос"), Second: c("други унос"),
		Discard: c("Желите ли да одбаците овај лист? Није сачуван."),
		OnPaper: Plural{
			One: c("На папиру је попуњен %d упитник."), Few: c("На папиру су попуњена %d упитника."), Other: c("На папиру је попуњено %d упитника."),
		},
		SomeOnPaper: c("Неки упитници су попуњени на папиру; колико их је приказује се тек од %d, и само ако толико њих није."),
		Keys: EntryKeyStrings{
			Next: c("следећи лист"), Store: c("сачувај"), Skip: c("празно / даље"), Back: c("назад"), Leave: c("изађи"), Clear: c("без одговора"),
			First: c("први"), Second: c("други"),
		},
	}
}
