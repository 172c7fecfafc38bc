package tui

import (
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"

	"anketa/survey"
)

// What the languages call themselves.
const (
	nameLatin    = "Srpski (latinica)"
	nameCyrillic = "Српски (ћирилица)"
	nameEnglish  = "English"
)

// Strings are the texts of the interface in one language. The texts of a survey
// come from its file.
type Strings struct {
	// Lang is the language of these strings.
	Lang survey.Lang
	// Name is what the language calls itself.
	Name string

	Welcome   WelcomeStrings
	Interview InterviewStrings
	Live      LiveStrings
	Setup     SetupStrings
	Notice    NoticeStrings
	Keys      KeyStrings
	Linear    LinearStrings
	Backup    BackupStrings
	Late      LateStrings
	Report    ReportStrings
	Ground    GroundStrings
	Console   ConsoleStrings
	Texts     TextsStrings
	Chance    ChanceStrings
	Legend    LegendStrings
	Entry     EntryStrings

	tag     language.Tag
	percent string
}

// WelcomeStrings are the texts of the welcome screen.
type WelcomeStrings struct {
	// Stored and NotStored say what is kept; Groups takes the smallest group.
	Stored, NotStored, Groups string
	// Live warns where answers are shown at once; Texts and LinkedTexts where people write.
	Live, Texts, LinkedTexts string
	// Kept stands in place of Stored where abandoned interviews are kept.
	Kept string
}

// InterviewStrings are the texts that a participant reads on the way.
type InterviewStrings struct {
	// Question takes its number and how many there are, LeaveAgain a key.
	Question, Required, LeaveAgain string
	// Before and Now head the two halves of one question; BothHalves asks for the other one.
	Before, Now, BothHalves string
	// AnyMarks, AtLeast, AtMost, Exactly and Between say how many options can be
	// marked; Full takes no more.
	AnyMarks, Between, Full  string
	AtLeast, AtMost, Exactly Plural
	// Range takes the smallest and the largest number, OtherWords the label of the option.
	Range, OtherWords string
	// OneOrTen stands while 1 may still become 10.
	OneOrTen string
	// Quoted puts a text into quotation marks.
	QuoteAsk, QuoteYes, QuoteNo, Quoted string
	Review, ReviewHint, NoAnswer        string
	// Pair takes the answers before and now, NotSent stands behind an answer that is dropped.
	Pair, NotSent           string
	Unanswered              Plural
	Saving, ThankYou, Saved string
	NextPerson, StillThere  string
	EraseIn                 Plural
	// StoreIn stands in place of EraseIn where abandoned interviews are kept;
	// EraseAgain and StoreAgain take the key that begins afresh.
	StoreIn                Plural
	EraseAgain, StoreAgain string
}

// LiveStrings are the texts of the live screen.
type LiveStrings struct {
	Title, Demo string
	// Answered takes a count, AnsweredOf a count and the number attended.
	Answered, AnsweredOf string
	// Share takes a count, n and a percentage.
	Share      string
	N, Missing string
	Texts      Plural
	Quotable   string
	// TooFew and SomeTooFew, of one training and of several, take the smallest group.
	Everything, TooFew, SomeTooFew string
	// Nobody stands where the collection ended without an answer.
	Nobody                 string
	ReleaseLive, NoAnswers string
	// AtTheEnd stands where too few people are left to complete another group.
	AtTheEnd string
	// Partly takes what is shown and what is stored; Batches takes the smallest group.
	Partly, Batches                  string
	Until                            Plural
	ConfirmClose, ThenShown, Loading string
	// Several stands where more than one answer is possible; NotAsked takes a count.
	Several, NotAsked string
	// HeldOpen and HeldFew say why nothing of a question is shown, with the smallest
	// group; Withheld takes a count of responses.
	HeldOpen, HeldFew, Withheld string
	// Score takes a number with its sign; the others name the groups behind it.
	Score, Promoters, Passives, Detractors string
	// Median takes the median and the span between the quartiles.
	Median string
	// Before and Now stand before bars; Shift takes how many improved, n, a
	// percentage, and how many stayed the same and got worse.
	Before, Now, Shift string
	// Turned takes what stands left and right in a bar that is turned round.
	Turned string
	// Partial takes how many interviews were kept that nobody went on with.
	Partial Plural
	// Left takes a time and how many people are still to come; Minutes takes their
	// number, UnderMinute stands for less than one.
	Left                 Plural
	Minutes, UnderMinute string
	// Damaged takes how many records cannot be read and are in no number.
	Damaged Plural
}

// SetupStrings are the texts of the facilitator's forms.
type SetupStrings struct {
	Title, Intro                                                 string
	Name, Place, Date, Attended, AttendedHint                    string
	PIN, PINHint, PINAgain                                       string
	BadName, BadDate, NoSuchDay, BadAttended, BadPIN, PINDiffers string
	Resume, ResumeHint, EnterPIN, WrongPIN, Checking             string
	FormError                                                    string
	// WaitSeconds and WaitMinutes say when a PIN is taken again.
	WaitSeconds, WaitMinutes Plural
	// Estimate takes how many people attended and a time.
	Estimate Plural
}

// NoticeStrings are the calm sentences about things that go wrong.
type NoticeStrings struct {
	// TooSmall takes the width and height that are needed.
	TooSmall string
	// Interrupted heads what became of the response that was on its way.
	Interrupted, LeftStored, LeftLost     string
	OutOfService, KeepAnswers, Unreadable string
	OutOfServiceTitle, NotClosed          string
	// CallFacilitator stands when nobody has typed yet.
	CallFacilitator string
	// Kept and EraseKept are for the facilitator, about a response that waits.
	Kept, EraseKept string
}

// KeyStrings say what a key does.
type KeyStrings struct {
	Start, Results                         string
	Answer, Move, Choose, Next, Back, Skip string
	// Row is what up and down move to where several are on the screen.
	Mark, Row                                    string
	Send, Change, GoOn                           string
	Scroll, Close, Yes, No, Quit, Return         string
	NewSession, TryAgain, NextLine, PreviousLine string
	EraseKept                                    string
	// Look is what the next press of the key gives.
	Look      string
	NewPerson string
}

// Plural is a text in the forms that a number asks for; %d stands for the number.
type Plural struct{ One, Few, Other string }

// Count returns the text for a number.
func (s *Strings) Count(p Plural, n int) string { return s.Format(s.form(p, n), n) }

// form returns the form that a number asks for, by the plural rules of CLDR.
func (s *Strings) form(p Plural, n int) string {
	switch plural.Cardinal.MatchPlural(s.tag, n, 0, 0, 0, 0) {
	case plural.One:
		return p.One
	case plural.Few:
		return p.Few
	}
	return p.Other
}

// Format fills numbers and words into a text, with the digits of the language.
func (s *Strings) Format(format string, args ...any) string {
	return message.NewPrinter(s.tag).Sprintf(format, args...)
}

// Percent writes a percentage with one decimal, "59,7 %" or "59.7%". It is
// rounded on its own, not pushed so that a column adds up to 100: 5 of 72 must
// read 6,9 %, because no count of 72 gives 7,0 %.
func (s *Strings) Percent(percent float64) string { return s.PercentTo(percent, 1) }

// PercentTo is [Strings.Percent] with another number of decimals.
func (s *Strings) PercentTo(percent float64, decimals int) string {
	return message.NewPrinter(s.tag).Sprintf(s.percent, number.Decimal(percent, number.Scale(decimals)))
}

// stringsFor returns the interface texts that fit best to a language.
func stringsFor(lang survey.Lang) *Strings {
	switch lang {
	case survey.SerbianCyrillic:
		return serbian(survey.SerbianCyrillic, nameCyrillic, func(s string) string { return s })
	case survey.English:
		return english()
	}
	return serbian(survey.SerbianLatin, nameLatin, survey.Latin)
}
