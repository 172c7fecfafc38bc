package xlsform

import (
	"reflect"
	"strconv"

	"anketa/survey"
)

// writeKiosk writes what XLSForm has no place for onto our own sheet: which language
// each column is in, and what is not as usual.
func (f *form) writeKiosk() {
	s, usual := f.s, survey.DefaultKiosk()
	for _, lang := range s.Languages {
		f.kiosk.add(line{ownKey: keyLanguage, ownOf: languageName(lang), ownValue: string(lang)})
	}
	f.say(keyTitle, "", "", s.Title)
	f.differs(keyMinGroup, strconv.Itoa(s.MinGroup), strconv.Itoa(survey.DefaultMinGroup))
	f.differs(keyRelease, string(s.Release), string(survey.ReleaseLagged))
	f.differs(keyLinkTexts, strconv.FormatBool(s.LinkTexts), "false")
	f.differs(keyIdle, s.Kiosk.Idle.String(), usual.Idle.String())
	f.differs(keyCountdown, s.Kiosk.Countdown.String(), usual.Countdown.String())
	f.differs(keyConfirm, s.Kiosk.Confirm.String(), usual.Confirm.String())
	f.differs(keyThanks, s.Kiosk.Thanks.String(), usual.Thanks.String())
	f.differs(keyOnIdle, string(s.Kiosk.OnIdle), "")
	f.writeReport()
	for i := range s.Questions {
		f.ofQuestion(&s.Questions[i])
	}
	for _, b := range s.Breakdowns {
		f.kiosk.add(line{ownKey: keyBreakdown, ownOf: b.Question, ownValue: b.By})
	}
}

// writeReport writes what the report says beside the figures.
func (f *form) writeReport() {
	r := &f.s.Report
	f.say(keyReportTitle, "", "", r.Title)
	f.say(keyParagraph, "", "", r.Paragraph)
	f.differs(keySplit, r.Split, "")
	f.differs(keyStructure, r.Structure, "")
	for _, o := range r.Partners {
		f.say(keyPartner, "", o.Logo, o.Name)
	}
	for _, o := range r.Funders {
		f.say(keyFunder, "", o.Logo, o.Name)
	}
}

// ofQuestion writes the texts of a question that XLSForm does not have.
func (f *form) ofQuestion(q *survey.Question) {
	f.say(keySentence, q.ID, "", q.Sentence)
	f.say(keyUnit, q.ID, "", q.Unit)
	if q.Kind == survey.KindNumber {
		f.say(keyNotApplicable, q.ID, "", q.NotApplicable)
	}
	if q.Kind == survey.KindNPS {
		low, high := survey.Likely()
		if !reflect.DeepEqual(q.Low, low) {
			f.say(keyLow, q.ID, "", q.Low)
		}
		if !reflect.DeepEqual(q.High, high) {
			f.say(keyHigh, q.ID, "", q.High)
		}
	}
}

// say adds a line with a text, when there is one.
func (f *form) say(key, of, value string, t survey.Text) {
	if len(t) == 0 {
		return
	}
	l := line{ownKey: key, ownOf: of, ownValue: value}
	f.text(l, "label", t)
	f.kiosk.add(l)
}

// differs adds a line with a value that is not the usual one.
func (f *form) differs(key, value, usual string) {
	if value != usual {
		f.kiosk.add(line{ownKey: key, ownValue: value})
	}
}
