// Package xlsform reads and writes XLSForms, the workbooks in which KoboToolbox, ODK
// and SurveyCTO describe a form (xlsform.org).
//
// [Write] makes one of a survey, [Read] makes a survey file of one. What XLSForm has no
// column for travels in columns and in a sheet of our own, which other programs pass
// over; where these contradict what stands in the columns of XLSForm, somebody edited
// the form elsewhere, and the columns of XLSForm hold. The package hides how
// conditions, scales and languages are said in both.
package xlsform

import "anketa/survey"

// The sheets of a form; the last one is our own.
const (
	sheetSurvey   = "survey"
	sheetChoices  = "choices"
	sheetSettings = "settings"
	sheetKiosk    = "kiosk"
)

// The columns of our own, on the sheets survey and choices.
const (
	ownID       = "kiosk_id"
	ownKind     = "kiosk_kind"
	ownScale    = "kiosk_scale"
	ownReverse  = "kiosk_reverse"
	ownHeadline = "kiosk_headline"
	ownConsent  = "kiosk_consent"
	ownWhen     = "kiosk_when"
	ownMissing  = "kiosk_missing"
)

// What stands in the column of kinds besides the kinds of questions.
const (
	kindIntro   = "intro"
	kindOther   = "other"
	kindSection = "section"
	kindMatrix  = "matrix"
	kindBefore  = "before"
	kindAfter   = "after"
)

// The columns of our own sheet: what a line says, of what, and how; texts stand under
// the labels of the languages.
const (
	ownKey   = "key"
	ownOf    = "of"
	ownValue = "setting"
)

// The keys on our own sheet.
const (
	keyLanguage      = "language"
	keyTitle         = "title"
	keyMinGroup      = "min_group"
	keyRelease       = "release"
	keyLinkTexts     = "link_texts"
	keyIdle          = "idle"
	keyCountdown     = "countdown"
	keyConfirm       = "confirm"
	keyThanks        = "thanks"
	keyOnIdle        = "on_idle"
	keyReportTitle   = "report_title"
	keyParagraph     = "report_paragraph"
	keySplit         = "report_split"
	keyStructure     = "report_structure"
	keyPartner       = "report_partner"
	keyFunder        = "report_funder"
	keyBreakdown     = "breakdown"
	keySentence      = "sentence"
	keyUnit          = "unit"
	keyLow           = "low"
	keyHigh          = "high"
	keyNotApplicable = "not_applicable"
)

// yes is how a form says yes.
const yes = "yes"

// before and now head the two rows of a question that is asked twice.
func before() survey.Text {
	return survey.Text{survey.SerbianLatin: "Pre obuke", survey.SerbianCyrillic: "Пре обуке", survey.English: "Before the training"}
}

// now is the second of them.
func now() survey.Text {
	return survey.Text{survey.SerbianLatin: "Sada", survey.SerbianCyrillic: "Сада", survey.English: "Now"}
}

// suffixes of the columns of a question that is asked twice, and of words behind "other".
const (
	suffixBefore = "_before"
	suffixAfter  = "_after"
	suffixOther  = "_other"
)
