package report

import (
	"fmt"
	"io"

	"github.com/tdewolff/canvas"

	"anketa/survey"
)

// Paper is the blank form of a survey: what is filled in by hand and typed in later.
type Paper struct {
	// Survey is what is asked, Lang the language of the form, one of the survey's.
	Survey *survey.Survey
	Lang   survey.Lang
	// Title, Place and Date are those of the training; what is empty becomes a line to
	// write on. Date is written as YYYY-MM-DD.
	Title, Place, Date string

	words *paperWords
}

// TooLongError says that a question does not fit on a page.
type TooLongError struct {
	// Question is its id.
	Question string
}

// Error implements error.
func (e *TooLongError) Error() string {
	return fmt.Sprintf("the question %s does not fit on a page of paper; shorten it or split it", e.Question)
}

// NewPaper returns the blank form of a survey in one of its languages.
func NewPaper(s *survey.Survey, lang survey.Lang) *Paper {
	return &Paper{Survey: s, Lang: lang, words: paperWordsFor(lang)}
}

// paperScales are tried from the largest to the smallest. The form is filled in by
// people of every age: it is not printed smaller, it takes another page.
func paperScales() []float64 { return []float64{1.1, 1.06, 1.02, 0.98, 0.94, 0.9} }

// PDF writes the form on as many sheets of A4 as it takes. No question is torn over two
// of them: one that is higher than a page is refused with a [*TooLongError]. The same
// form gives the same bytes.
func (p *Paper) PDF(w io.Writer) error {
	pages, err := p.draw()
	if err != nil {
		return err
	}
	return writePDF(w, pages, p.Survey.Title.In(p.Lang), p.words.overline, string(p.Lang))
}

// draw draws the form: one canvas for each page.
func (p *Paper) draw() ([]*canvas.Canvas, error) {
	f, err := newFonts()
	if err != nil {
		return nil, err
	}
	blocks := p.blocks()
	body := make([]piece, len(blocks))
	for i := range blocks {
		body[i] = piece{gap: blockGap, draw: blocks[i].draw}
	}
	number, of := 0, 0
	foot := piece{gap: 7, draw: func(s *sheet, y float64) float64 { return p.drawFoot(s, y, number, of) }}
	l, s := arrangeAt(f, paperScales(), []piece{{draw: p.drawHead}}, body, foot)
	for i := range blocks {
		if edge+s.height(body[i])+s.gap(foot.gap)+s.height(foot) > pageHeight {
			return nil, &TooLongError{blocks[i].question}
		}
	}
	of = len(l.pages)
	pages := make([]*canvas.Canvas, of)
	for i := range l.pages {
		number = i + 1
		c := canvas.New(pageWidth, pageHeight)
		on := &page{Context: canvas.NewContext(c), sheet: c, fonts: f}
		on.box(0, 0, pageWidth, pageHeight, 0, white, canvas.Transparent)
		p.drawOn(s, on, &l.pages[i], foot)
		pages[i] = c
	}
	return pages, nil
}

// drawOn draws one page with its foot. What is left of it goes into the gaps.
func (p *Paper) drawOn(s *sheet, on *page, l *leaf, foot piece) {
	height := s.height(foot)
	s.page = on
	y := 0.0
	for i, part := range l.pieces {
		switch {
		case i > 0:
			y += s.gap(part.gap) + min(l.spread, mostBetween)
		case part.gap > 0:
			y = edge
		}
		y = part.draw(s, y)
	}
	foot.draw(s, pageHeight-height)
	s.page = nil
}

const (
	// blockGap is the air above a question at scale 1; it takes more where a page has room.
	blockGap = 6.2
	// mostBetween is how much more it takes at most.
	mostBetween = 6.0
)
