package survey

// Kind says how a question is asked, stored and counted.
type Kind string

// The kinds of question.
const (
	// KindLikert asks for one point of a [Scale].
	KindLikert Kind = "likert"
	// KindChoice asks for one of several options without an order.
	KindChoice Kind = "choice"
	// KindYesNo asks for yes or no.
	KindYesNo Kind = "yes_no"
	// KindText asks for a few words or sentences.
	KindText Kind = "text"
)

// MaxTextLength is the largest number of characters that a text answer may have.
const MaxTextLength = 500

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
	// ScaleName is the name under which the survey file defines the scale of a Likert question.
	ScaleName string `json:"scale_name,omitzero"`
	// Points are the possible answers of a closed question in survey order:
	// 2 to 11 for likert, 2 to 60 for choice, yes and no for yes_no.
	Points []Point `json:"points,omitzero"`
	// NotApplicable is the label of the point outside n; it is empty when there is none.
	NotApplicable Text `json:"not_applicable,omitzero"`
	// Headline are the codes of the points that the declared box counts.
	Headline []Code `json:"headline,omitzero"`
	// MaxLength caps a text answer in characters.
	MaxLength int `json:"max_length,omitzero"`
	// AskQuote asks beside the text whether it may be quoted.
	AskQuote bool `json:"ask_quote,omitzero"`
}

// Closed reports whether the question is answered by picking one of its points.
func (q *Question) Closed() bool { return q.Kind != KindText }

// HasNotApplicable reports whether the question offers a point outside n.
func (q *Question) HasNotApplicable() bool { return len(q.NotApplicable) > 0 }

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
