package survey

// Kind says how a question is asked, stored and counted.
type Kind string

// The kinds of question.
const (
	// KindLikert asks for one point of a [Scale].
	KindLikert Kind = "likert"
	// KindChoice asks for one of several options without an order.
	KindChoice Kind = "choice"
	// KindMulti asks for any of several options without an order.
	KindMulti Kind = "multi"
	// KindYesNo asks for yes or no.
	KindYesNo Kind = "yes_no"
	// KindNPS asks for a number from 0 to 10: how likely somebody recommends
	// the training (Reichheld, Harvard Business Review 81/12, 2003).
	KindNPS Kind = "nps"
	// KindNumber asks for a whole number.
	KindNumber Kind = "number"
	// KindText asks for a few words or sentences.
	KindText Kind = "text"
	// KindBeforeAfter asks for two points of a [Scale] under one statement: how
	// it was before the training and how it is now (retrospective pre-post).
	KindBeforeAfter Kind = "before_after"
	// KindNote asks nothing: it is a text to read.
	KindNote Kind = "note"
)

// Kinds returns all kinds of question.
func Kinds() []Kind {
	return []Kind{
		KindLikert, KindChoice, KindMulti, KindYesNo, KindNPS,
		KindNumber, KindText, KindBeforeAfter, KindNote,
	}
}

const (
	// MaxTextLength is the largest number of characters that a text answer may have.
	MaxTextLength = 500
	// MaxOtherLength is the same for what stands behind the option "other".
	MaxOtherLength = 120
	// MaxNumber bounds the numbers that a question may ask for, in both directions.
	MaxNumber = 1_000_000
	// MaxNumbers bounds how many numbers a question may distinguish: each is
	// counted by itself, so that medians are exact.
	MaxNumbers = 1000
)

// Question is one item of the survey.
type Question struct {
	// ID names the question in results, exports and imports.
	ID string `json:"id"`
	// Kind says how the question is asked, stored and counted.
	Kind Kind `json:"kind"`
	// Text is the question itself.
	Text Text `json:"text"`
	// Hint is a short explanation below the question; it may be empty.
	Hint Text `json:"hint,omitzero"`
	// Required questions must be answered before the response can be sent.
	Required bool `json:"required,omitzero"`
	// Section is the number of the question's section, from 1; 0 when it has none.
	Section int `json:"section,omitzero"`
	// When is the condition under which the question is asked; nil means always.
	When *Condition `json:"when,omitzero"`
	// ScaleName is the name of the scale of a likert or before_after question.
	ScaleName string `json:"scale_name,omitzero"`
	// Points are the possible answers in survey order: 2 to 11 for likert and
	// before_after, 2 to 60 for choice and multi, yes and no for yes_no, 0 to 10
	// for nps.
	Points []Point `json:"points,omitzero"`
	// Other is the label of the last point when choosing it asks for a few words
	// of the participant's own; it is empty when there is no such point.
	Other Text `json:"other,omitzero"`
	// NotApplicable is the label of the point outside n; it is empty when there is none.
	NotApplicable Text `json:"not_applicable,omitzero"`
	// Reverse says that the low end of the scale is the good one: charts turn it round.
	Reverse bool `json:"reverse,omitzero"`
	// Headline are the codes of the points that the declared box counts.
	Headline []Code `json:"headline,omitzero"`
	// Sentence says the headline in the report, with {percent}, {count} and {n} for
	// its figures; it may be empty.
	Sentence Text `json:"sentence,omitzero"`
	// Low and High say what 0 and 10 of an nps question mean.
	Low  Text `json:"low,omitzero"`
	High Text `json:"high,omitzero"`
	// Min and Max bound a number, or how many options of a multi may be chosen.
	Min int `json:"min,omitzero"`
	Max int `json:"max,omitzero"`
	// Unit stands behind a number, such as "years"; it may be empty.
	Unit Text `json:"unit,omitzero"`
	// MaxLength caps a text answer in characters.
	MaxLength int `json:"max_length,omitzero"`
	// OneLine says that a text answer has a single line.
	OneLine bool `json:"one_line,omitzero"`
	// AskQuote asks beside the text whether it may be quoted.
	AskQuote bool `json:"ask_quote,omitzero"`
}

// Asks reports whether the question wants an answer: every kind but a note.
func (q *Question) Asks() bool { return q.Kind != KindNote }

// Closed reports whether the answer is counted: every kind but text and note.
func (q *Question) Closed() bool { return q.Kind != KindText && q.Kind != KindNote }

// OfScale reports whether the points are those of a [Scale].
func (q *Question) OfScale() bool { return q.Kind == KindLikert || q.Kind == KindBeforeAfter }

// Ordered reports whether the points have an order, so that a median means something.
func (q *Question) Ordered() bool { return q.OfScale() || q.Kind == KindNPS || q.Kind == KindNumber }

// HasNotApplicable reports whether the question offers a point outside n.
func (q *Question) HasNotApplicable() bool { return len(q.NotApplicable) > 0 }

// HasOther reports whether the last point asks for a few words besides.
func (q *Question) HasOther() bool { return len(q.Other) > 0 }

// IsOther reports whether an answer chose the point that asks for a few words besides.
func (q *Question) IsOther(a Answer) bool {
	last := Code(len(q.Points))
	return q.HasOther() && (q.Kind == KindChoice && a.Code == last || a.Set.Has(last))
}

// TextLimit returns how many characters the text of an answer may have: that of
// a text question or that behind "other"; 0 when the question takes none.
func (q *Question) TextLimit() int {
	switch {
	case q.Kind == KindText:
		return q.MaxLength
	case q.HasOther():
		return MaxOtherLength
	}
	return 0
}

// CodeOf returns the code of the point with the given value, as a survey file
// or a CSV column names it, or false.
func (q *Question) CodeOf(value string) (Code, bool) {
	if value == NotApplicableValue && q.HasNotApplicable() {
		return NotApplicable, true
	}
	for i := range q.Points {
		if q.Points[i].Value == value {
			return Code(i + 1), true
		}
	}
	return Missing, false
}

// Label returns the label of the point with the given code in a language, or
// "" for [Missing].
func (q *Question) Label(code Code, lang Lang) string {
	switch {
	case code == NotApplicable:
		return q.NotApplicable.In(lang)
	case code >= 1 && int(code) <= len(q.Points):
		return q.Points[code-1].Label.In(lang)
	}
	return ""
}
