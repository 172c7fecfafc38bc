package tui

// ReportStrings are the texts about the report that the facilitator has written.
type ReportStrings struct {
	// Key says what the key does, Working stands meanwhile.
	Key, Working string
	// Done takes the names of the two files.
	Done string
	// Gone, Full, ReadOnly and Failed say why there is none.
	Gone, Full, ReadOnly, Failed string
}

// reportEnglish returns the texts about the report in English.
func reportEnglish() ReportStrings {
	return ReportStrings{
		Key:      "write the report",
		Working:  "Writing the report …",
		Done:     "The report is complete: the infographic is in %s, the whole report in %s",
		Gone:     "There is no report: the folder for it was not found. If it is a memory stick, plug it in and try again.",
		Full:     "There is no report: the disk for it is full. Make room, or use another one, and try again.",
		ReadOnly: "There is no report: the folder for it cannot be written. Look whether the memory stick is locked, and try again.",
		Failed:   "There is no report. Check the disk or the memory stick and try again; the answers themselves are safe.",
	}
}

// reportSerbian returns the texts about the report in Serbian, in a script.
func reportSerbian(c func(string) string) ReportStrings {
	return ReportStrings{
		Key:      c("направи извештај"),
		Working:  c("Извештај се прави …"),
		Done:     c("Извештај је готов: инфографик је у датотеци %s, цео извештај у датотеци %s"),
		Gone:     c("Извештај није направљен: није пронађена фасцикла за њега. Ако је на меморијском стику, прикључите га, па покушајте поново."),
		Full:     c("Извештај није направљен: диск за њега је пун. Ослободите простор или узмите други, па покушајте поново."),
		ReadOnly: c("Извештај није направљен: у фасциклу за њега не може да се пише. Проверите да ли је меморијски стик закључан, па покушајте поново."),
		Failed:   c("Извештај није направљен. Проверите диск или меморијски стик, па покушајте поново; одговори су сачувани."),
	}
}
