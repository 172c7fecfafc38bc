package report

import "anketa/survey"

// englishPaper returns the words in English.
func englishPaper() *paperWords {
	return &paperWords{
		words:    wordsFor(survey.English),
		overline: "Anonymous questionnaire", training: "Training", venue: "Place", on: "Date",
		howTitle: "How to fill it in",
		how: "Put a cross (×) in the box in front of your answer. If you make a mistake, fill the box in completely and mark another one. " +
			"Leave a question empty if you do not want to answer it.",
		promiseTitle: "What we promise",
		anonymous:    "Do not write your name, do not sign and do not mark this sheet.",
		typist:       "Whoever types it into the computer sees the answers, but not whose they are.",
		stored:       "The computer stores no name, time, order or language.",
		groups:       "Results are shown only once at least %d\u00a0people have answered.",
		live:         "Please note: at this training every answer that is typed in appears on the results screen at once.",
		texts:        "What you write in your own words is stored apart from your other answers.",
		linkedTexts:  "What you write in your own words is stored together with your other answers.",
		before:       "Before the training", now: "Now",
		quote:   "You may quote me, without my name.",
		several: "You may mark several answers.", exactly: "Mark exactly %d.", atLeast: "Mark at least %d.",
		atMost: "Mark at most %d.", between: "Mark %d to %d.", bounds: "a number from %d to %d",
		only: "Only", and: "and", or: "or",
		answered:     [2]string{"if you answered question %d", "if you did not answer question %d"},
		chosen:       [2]string{"if your answer to question %d is %s", "if your answer to question %d is not %s"},
		atLeastPoint: [2]string{"if your answer to question %d is %d or more", "if your answer to question %d is not %d or more"},
		keys:         "The numbers beside the boxes are for typing in.", page: "page %d of %d",
	}
}
