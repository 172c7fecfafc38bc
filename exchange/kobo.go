package exchange

import (
	"slices"
	"strings"

	"anketa/survey"
)

// FormName returns the name of a question, or of one of its columns, in an XLSForm.
// There a name begins with a letter or an underscore, which no id of ours does; so an
// id that begins with a digit gets one, and no two get the same name.
func FormName(id string) string {
	if id != "" && '0' <= id[0] && id[0] <= '9' {
		return "_" + id
	}
	return id
}

// Metadata names the rows of an XLSForm that record who filled a form in, when, where
// and on what; the files of KoboToolbox and ODK have columns of the same names.
func Metadata() []string {
	return []string{
		"start", "end", "today", "deviceid", "device_id", "subscriberid", "simserial", "sim_serial", "phonenumber", "phone_number", "username", "email", "audit",
		"start-geopoint", "background-audio", "background-geopoint", "uuid", "instanceid", "imei",
	}
}

// aboutPeople reports whether a column says who answered, when or on what, as the files
// of KoboToolbox do, or counts the rows. No id of ours begins with an underscore.
func aboutPeople(name string) bool {
	return strings.HasPrefix(name, "_") || slices.Contains(Metadata(), strings.ToLower(name))
}

// ungrouped returns the name of a column without the groups of the form that
// KoboToolbox may put before it, as in “about_you/sector”: those are our sections, and
// the group of a question that is asked twice. Other names stay as they are.
func ungrouped(name string, s *survey.Survey, places map[string]place) string {
	for rest := name; ; {
		group, behind, found := strings.Cut(rest, optionMark)
		if !found {
			return name
		}
		column, _, _ := strings.Cut(behind, optionMark)
		if p, known := places[column]; known && inGroup(group, s, p.question) {
			return behind
		}
		rest = behind
	}
}

// inGroup reports whether the form of a survey has a question in a group.
func inGroup(group string, s *survey.Survey, question int) bool {
	q, section := &s.Questions[question], s.SectionOf(question)
	return q.Kind == survey.KindBeforeAfter && group == FormName(q.ID) || section != nil && group == FormName(section.ID)
}
