package xlsform

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"anketa/survey"
)

// readSettings reads what the form is called.
func (r *reader) readSettings() {
	id := plainName(r.setting("form_id"))
	if id == "" {
		id = plainName(r.o.Name)
	}
	if id == "" {
		id = "survey"
	}
	title := r.setting("form_title")
	if title == "" {
		title = survey.CleanLine(r.o.Name, maxName)
	}
	if title == "" {
		title = id
	}
	r.out.ID, r.out.Title = id, survey.Text{r.out.Languages[0]: title}
}

// readColumns says which columns of the form have no counterpart.
func (r *reader) readColumns() {
	known := []string{
		"type", "name", "label", "hint", "guidance_hint", "required", "required_message", "relevant", "constraint", "constraint_message", "appearance", "parameters",
		"default", "calculation", "choice_filter", "disabled", "trigger", "media", "image", "audio", "video", "big_image", "read_only", "readonly", "repeat_count", "note", "autoplay", "bind", "instance", "body",
		"hxl", "save_to", scoreChoices, "kobo__rank_items", "kobo__rank_constraint_message", "kobo__matrix_list", "tags", "_isrepeat",
	}
	for _, column := range r.sheets[sheetSurvey].header {
		base, _, _ := strings.Cut(column, "::")
		if base == "" || slices.Contains(known, base) || strings.HasPrefix(base, "$") || strings.HasPrefix(base, "_") || strings.HasPrefix(base, "kiosk_") || strings.HasPrefix(base, "hxl") {
			continue
		}
		r.note(sheetSurvey, 0, "the column “%s” is not known and is left out", survey.CleanLine(column, maxName))
	}
}

// readKiosk takes over what only our own forms say, on their own sheet.
func (r *reader) readKiosk() {
	s := r.sheets[sheetKiosk]
	if s == nil {
		return
	}
	for i := range s.rows {
		row := &s.rows[i]
		if !r.readLine(row) {
			r.note(sheetKiosk, row.number, "the line is not understood and is left out")
		}
	}
}

// readLine takes over one line, and reports whether it was understood.
func (r *reader) readLine(row *row) bool {
	value, t := row.get(ownValue), r.text(row, "label")
	report := &r.out.Report
	switch row.get(ownKey) {
	case keyLanguage:
	case keyTitle:
		// Who changed the title of the form changed it in one language.
		if len(t) > 0 && t[r.out.Languages[0]] == r.out.Title[r.out.Languages[0]] {
			r.out.Title = t
		}
	case keyMinGroup:
		number, err := strconv.Atoi(value)
		r.out.MinGroup = number
		return err == nil
	case keyRelease:
		r.out.Release = survey.ReleaseMode(value)
	case keyLinkTexts:
		r.out.LinkTexts = truth(value)
	case keyIdle:
		return span(value, &r.out.Kiosk.Idle)
	case keyCountdown:
		return span(value, &r.out.Kiosk.Countdown)
	case keyConfirm:
		return span(value, &r.out.Kiosk.Confirm)
	case keyThanks:
		return span(value, &r.out.Kiosk.Thanks)
	case keyOnIdle:
		r.out.Kiosk.OnIdle = survey.IdleMode(value)
	case keyReportTitle:
		report.Title = t
	case keyParagraph:
		report.Paragraph = t
	case keySplit:
		return r.splits(value, &report.Split)
	case keyStructure:
		return r.splits(value, &report.Structure)
	case keyPartner:
		report.Partners = append(report.Partners, survey.Organisation{Name: t, Logo: value})
	case keyFunder:
		report.Funders = append(report.Funders, survey.Organisation{Name: t, Logo: value})
	case keyBreakdown:
		return r.breakdown(survey.Breakdown{Question: row.get(ownOf), By: value})
	default:
		return r.ofQuestion(row, t)
	}
	return true
}

// ofQuestion takes over a text of a question that is still there.
func (r *reader) ofQuestion(row *row, t survey.Text) bool {
	at, ok := r.out.Question(row.get(ownOf))
	if !ok {
		return false
	}
	q := &r.out.Questions[at]
	switch key := row.get(ownKey); {
	case key == keySentence && len(q.Headline) > 0:
		q.Sentence = t
	case key == keyUnit && q.Kind == survey.KindNumber:
		q.Unit = t
	case key == keyNotApplicable && q.Kind == survey.KindNumber:
		q.NotApplicable = t
	case key == keyLow && q.Kind == survey.KindNPS:
		q.Low = t
	case key == keyHigh && q.Kind == survey.KindNPS:
		q.High = t
	default:
		return false
	}
	return true
}

// span reads a time.
func span(value string, into *time.Duration) bool {
	d, err := time.ParseDuration(value)
	if err == nil {
		*into = d
	}
	return err == nil
}

// splits takes over the question that divides the participants.
func (r *reader) splits(id string, into *string) bool {
	at, ok := r.out.Question(id)
	if ok = ok && (r.out.Questions[at].Kind == survey.KindChoice || r.out.Questions[at].Kind == survey.KindYesNo); ok {
		*into = id
	}
	return ok
}

// breakdown takes over a pair whose questions are still there.
func (r *reader) breakdown(b survey.Breakdown) bool {
	_, ok := r.out.Question(b.Question)
	_, okBy := r.out.Question(b.By)
	if ok && okBy {
		r.out.Breakdowns = append(r.out.Breakdowns, b)
	}
	return ok && okBy
}
