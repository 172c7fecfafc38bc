package report

import (
	"cmp"
	"fmt"
	"strings"

	"anketa/survey"
)

// pieces returns what stands at the top of the infographic and below it.
func (r *Report) pieces(f *fonts) (top, body []piece) {
	top = []piece{{draw: r.drawMasthead}}
	add := func(draw func(*sheet, float64) float64) { body = append(body, piece{gap: 9, draw: draw}) }
	if r.survey.Report.Paragraph.In(r.Lang) != "" || len(r.survey.Report.Partners) > 0 {
		add(r.drawLead)
	}
	if notice := r.notice(); notice != "" {
		add(func(s *sheet, y float64) float64 { return r.drawNotice(s, y, notice) })
	}
	if r.Release.Responses() > 0 {
		body = append(body, r.participantPieces()...)
	}
	body = append(body, r.headlinePieces(f)...)
	body = append(body, r.statementPieces(f)...)
	if quotes := r.quotes(); len(quotes) > 0 {
		add(func(s *sheet, y float64) float64 { return r.drawQuotes(s, y, quotes) })
	}
	return top, body
}

// drawMasthead draws the band with the title.
func (r *Report) drawMasthead(s *sheet, y float64) float64 {
	over := style{family: s.bold, size: 9.5, colour: warm}
	title := style{family: s.bold, size: 29, colour: white, leading: -0.02}
	about := style{family: s.medium, size: 11, colour: pale, leading: 0.15}
	write := func(s *sheet, y float64) float64 {
		y = s.text(over, edge, y+s.gap(13), measure, strings.ToUpper(r.overline()))
		y = s.text(title, edge, y+s.mm(3), s.balanced(title, across(12), r.title()), r.title())
		if text := r.about(); text != "" {
			y = s.text(about, edge, y+s.mm(3.5), across(11), text)
		}
		return y + s.gap(11)
	}
	p := s.page
	s.page = nil
	end := write(s, y)
	s.page = p
	s.box(0, y-bleed, pageWidth, end-y+bleed, 0, deep)
	s.box(0, end-s.mm(1.4), pageWidth, s.mm(1.4), 0, warm)
	write(s, y)
	return end
}

// overline returns what stands above the title.
func (r *Report) overline() string {
	if r.Example {
		return r.words.overline + " · " + r.words.example
	}
	return r.words.overline
}

// about says which sessions the report is about.
func (r *Report) about() string {
	parts := r.Release.Parts
	if len(parts) == 1 {
		session := &parts[0].Session
		return joined(" · ", r.place(session.Title), r.place(unless(session.Place, session.Title)), r.words.day(session.Date))
	}
	var places []string
	first, last := "", ""
	for i := range parts {
		session := &parts[i].Session
		places = appendNew(places, r.place(cmp.Or(session.Place, session.Title)))
		if d := session.Date; d != "" {
			if first == "" || d < first {
				first = d
			}
			last = max(last, d)
		}
	}
	when := r.words.days(first, last)
	return joined(" · ", fmt.Sprintf("%d %s", len(parts), r.words.count(r.words.sessions, len(parts))), strings.Join(places, ", "), when)
}

// place writes what the facilitator typed about a session in the script of the report.
func (r *Report) place(name string) string { return inScript(r.Lang, name) }

// inScript writes a name in the script of a language.
func inScript(lang survey.Lang, name string) string {
	switch lang {
	case survey.SerbianCyrillic:
		return survey.Cyrillic(name)
	case survey.SerbianLatin:
		return survey.Latin(name)
	}
	return name
}

// drawLead writes the paragraph, and the partners beside it.
func (r *Report) drawLead(s *sheet, y float64) float64 {
	body := style{family: s.regular, size: 10.5, colour: ink, leading: 0.28}
	paragraph, partners := r.survey.Report.Paragraph.In(r.Lang), r.survey.Report.Partners
	wide := 8
	below := len(partners) > fewOrganisations || paragraph == ""
	if len(partners) == 0 || below {
		wide = 10
	}
	end := y
	if paragraph != "" {
		end = s.text(body, edge, y, s.balanced(body, across(wide), paragraph), paragraph)
	}
	switch {
	case len(partners) == 0:
	case below:
		if paragraph != "" {
			end += s.mm(6)
		}
		end = r.drawOrganisationRows(s, end, r.words.partners, partners)
	default:
		end = max(end, r.drawOrganisations(s, column(9), y, across(3), r.words.partners, partners))
	}
	return end
}

// drawNotice says what is not shown.
func (r *Report) drawNotice(s *sheet, y float64, notice string) float64 {
	heading := style{family: s.bold, size: 15, colour: accent}
	text := style{family: s.regular, size: 10.5, colour: ink, leading: 0.25}
	write := func(y float64) float64 {
		y += s.mm(6)
		if !r.shown() {
			y = s.text(heading, edge+8, y, measure-16, r.nothing()) + s.mm(2.5)
		}
		return s.text(text, edge+8, y, measure-16, notice) + s.mm(6)
	}
	p := s.page
	s.page = nil
	end := write(y)
	s.page = p
	s.box(edge, y, measure, end-y, 2, wash)
	s.box(edge, y, 1.4, end-y, 0, warm)
	return write(y)
}

// drawFoot writes who paid, how many answered on paper, and the rule of the smallest
// groups.
func (r *Report) drawFoot(s *sheet, y float64) float64 {
	small := style{family: s.regular, size: 7.4, colour: quiet, leading: 0.2}
	s.box(edge, y, measure, 0.25, 0, line)
	y += s.mm(4)
	x, width := edge, measure
	end := y
	funders := r.survey.Report.Funders
	switch {
	case len(funders) > fewOrganisations:
		y = r.drawOrganisationRows(s, y, r.words.funders, funders) + s.mm(4)
	case len(funders) > 0:
		end = r.drawOrganisations(s, edge, y, across(6), r.words.funders, funders)
		x, width = column(6), across(6)
	}
	if damaged := r.damaged(); damaged != "" {
		y = s.text(style{family: s.bold, size: 7.8, colour: ink, leading: 0.2}, x, y, width, damaged) + s.mm(1.5)
	}
	end = max(end, s.text(small, x, y, width, joined(" ", r.onPaper(), r.words.format(r.words.smallest, r.survey.MinGroup))))
	return end + s.mm(9)
}

// joined puts the texts that say something together.
func joined(between string, texts ...string) string {
	var said []string
	for _, s := range texts {
		if s != "" {
			said = append(said, s)
		}
	}
	return strings.Join(said, between)
}

// unless returns a text, or "" when it is the other one.
func unless(s, other string) string {
	if s == other {
		return ""
	}
	return s
}

// appendNew adds a text that is not there yet.
func appendNew(all []string, s string) []string {
	for _, a := range all {
		if a == s {
			return all
		}
	}
	return append(all, s)
}
