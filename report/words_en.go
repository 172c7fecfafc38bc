package report

import "golang.org/x/text/language"

// englishWords returns the words in English.
func englishWords() *words {
	nouns := func(one, other string) forms { return forms{one, other, other} }
	return &words{
		tag: language.English, percentage: "%v%%", open: "“", shut: "”",
		months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
		date:   "{day} {month} {year}",

		overline: "Evaluation results", example: "Example", serbian: "Serbian", english: "English",
		participants: nouns("participant", "participants"),
		sessions:     nouns("training", "trainings"),
		attended:     "of %d who attended", answered: "answered",
		structure: "Where they come from", headlines: "What the participants say",
		conclusions: "Conclusions", recommendations: "Recommendations",
		partners: "Partners", funders: "Funded by",
		quoteBy: "a participant", noAnswer: "no answer",
		plainSentence: "(%d of %d) answered %s to the question: %s",
		onPaper:       forms{"%d of the questionnaires was filled in on paper.", "%d of the questionnaires were filled in on paper.", "%d of the questionnaires were filled in on paper."},
		someOnPaper:   "Some of the questionnaires were filled in on paper.",
		smallest:      "Answers are shown only for groups of at least %d people, so that nobody can be recognised. A percentage is the share of those who answered the question.",
		notYet:        "The results are not shown yet",
		hidden:        "The results stay hidden",
		nobody:        "Nobody answered.",
		noResults:     "There are no results",
		stillOpen:     "Answers are still being collected. They appear in groups of at least %d, and all of them once the collection has ended.",
		tooFew:        "There are fewer than %d answers; they are not shown, so that nobody can be recognised.",
		partly:        "Answers are still being collected; shown: %d of %d.",
		damaged:       nouns("%d record can no longer be read and is in no figure.", "%d records can no longer be read and are in no figure."),
		damagedOpen: nouns("%d record can no longer be read; once the collection has ended it will be in no figure.",
			"%d records can no longer be read; once the collection has ended they will be in no figure."),
		leftOut: "Answers shown: %d of %d. The others are in groups of fewer than %d and are not shown.",
	}
}
