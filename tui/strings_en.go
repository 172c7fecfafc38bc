package tui

import (
	"golang.org/x/text/language"

	"anketa/survey"
)

// english returns the texts in English.
func english() *Strings {
	plural := func(one, other string) Plural { return Plural{One: one, Few: other, Other: other} }
	return &Strings{
		Lang: survey.English, Name: "English", tag: language.English, percent: "%v%%",
		Welcome: WelcomeStrings{
			Stored:      "Only your answers are stored, and only when you send them at the end.",
			NotStored:   "Not stored: name, time, order, language, device.",
			Groups:      "Results are shown only when at least %d participants have answered.",
			Live:        "Please note: in this training every answer appears on the results screen at once.",
			Texts:       "What you write in your own words is stored apart from your other answers.",
			LinkedTexts: "What you write in your own words is stored together with your other answers.",
		},
		Interview: InterviewStrings{
			Question:   "Question %d of %d",
			Required:   "Please answer this question.",
			LeaveAgain: "Press %s once more to leave; your answers will be erased.",
			Before:     "Before the training", Now: "Now",
			BothHalves: "Please answer both: before the training and now.",
			AnyMarks:   "You can choose several answers.",
			Between:    "Choose %d to %d answers.",
			Full:       "No more can be chosen; take one away first.",
			AtLeast:    plural("Choose at least %d answer.", "Choose at least %d answers."),
			AtMost:     plural("Choose at most %d answer.", "Choose at most %d answers."),
			Exactly:    plural("Choose exactly %d answer.", "Choose exactly %d answers."),
			Range:      "Enter a number from %s to %s.",
			OtherWords: "“%s” – in your own words:",
			OneOrTen:   "1 is chosen. For 10 press 0, for 1 press Enter.",
			QuoteAsk:   "May we quote you, without your name?",
			QuoteYes:   "Yes", QuoteNo: "No", Quoted: "“%s”",
			Review:     "Your answers",
			ReviewHint: "Look through your answers, then send them.",
			NoAnswer:   "no answer",
			Pair:       "before: %s → now: %s",
			NotSent:    "(not sent: the question no longer applies)",
			Unanswered: plural("%d question still needs an answer.", "%d questions still need an answer."),
			Saving:     "Storing your answers …",
			ThankYou:   "Thank you!",
			Saved:      "Your answers are stored.",
			NextPerson: "It is the next person's turn.",
			StillThere: "Are you still there?",
			EraseIn:    plural("Your answers will be erased in %d second.", "Your answers will be erased in %d seconds."),
		},
		Live: LiveStrings{
			Title: "Results", Demo: "DEMO – an example with 72 responses",
			Answered: "Answered: %d", AnsweredOf: "Answered: %d of %d",
			Share: "%d of %d (%s)", N: "n = %d", Missing: "no answer %d",
			Texts:        plural("%d answer in their own words", "%d answers in their own words"),
			Quotable:     "may be quoted",
			Everything:   "All answers are shown.",
			TooFew:       "Fewer than %d people answered, so the results are not shown.",
			ReleaseLive:  "Every answer is shown at once; the participants have been told.",
			AtTheEnd:     "The others are shown when you end the collection.",
			NoAnswers:    "no answers yet",
			Partly:       "%d of %d answers are shown.",
			Batches:      "Answers appear in groups of %d, one group late, so that nobody can see who answered what.",
			Until:        plural("%d more answer until the next group appears.", "%d more answers until the next group appears."),
			ConfirmClose: "End the collection? Nobody can answer after that.", ThenShown: "Then all answers are shown.",
			Loading: "Loading the results …",
		},
		Setup: SetupStrings{
			Title: "New training", Intro: "Tell us about the training. Enter leads to the next line.",
			Name: "Title", Place: "Place", Date: "Date (YYYY-MM-DD)",
			Attended: "Number attended", AttendedHint: "may stay empty when it is not known",
			PIN: "PIN for the results", PINHint: "at least 4 digits, only digits", PINAgain: "PIN once more",
			BadName:     "The training needs a title.",
			BadDate:     "A date is written as 2022-05-17.",
			BadAttended: "The number attended is a whole number from 1 to 100000.",
			BadPIN:      "A PIN has 4 to 32 digits and nothing else.",
			PINDiffers:  "The two PINs are not the same.",
			Resume:      "A collection is under way", ResumeHint: "The training “%s” still takes answers.",
			EnterPIN: "Enter the PIN", WrongPIN: "That PIN is not right.", Checking: "Checking …",
			FormError: "The training could not be stored. Check the disk and try again.",
		},
		Notice: NoticeStrings{
			TooSmall:          "Please enlarge the window: at least %d × %d characters are needed.",
			OutOfServiceTitle: "Out of service",
			OutOfService:      "The answers could not be stored. Please call the facilitator.",
			KeepAnswers:       "Your answers are still here; nothing is lost.",
			NotClosed:         "The collection could not be ended. Check the disk and try again.",
			Unreadable:        "The results cannot be read. Keep the database file and go on with a backup copy.",
		},
		Keys: KeyStrings{
			Start: "start", Results: "results (PIN)",
			Answer: "answer", Move: "move", Choose: "choose", Next: "next", Back: "back", Skip: "skip",
			Mark: "mark", Row: "row",
			Send: "send", Change: "change", GoOn: "go on",
			Scroll: "scroll", Close: "end the collection", Yes: "yes", No: "no", Quit: "quit the program", Return: "start screen",
			NewSession: "new training", TryAgain: "try again", NextLine: "next line", PreviousLine: "line before",
		},
	}
}
