package report

import (
	"strings"

	"anketa/survey"
)

// fewOrganisations is how many stand one below the other beside something else; more
// stand in rows across the page.
const fewOrganisations = 3

// organisationStyles are how the heading above organisations, and their names, are written.
func organisationStyles(s *sheet) (label, name style) {
	return style{family: s.bold, size: 7.8, colour: quiet}, style{family: s.medium, size: 9.2, colour: ink, leading: 0.12}
}

// logoHeight is how high a logo is at most, at scale 1.
const logoHeight = 9.0

// drawOrganisations writes names, each below its logo, under a small heading.
func (r *Report) drawOrganisations(s *sheet, x, y, width float64, heading string, all []survey.Organisation) float64 {
	label, name := organisationStyles(s)
	y = s.text(label, x, y, width, strings.ToUpper(heading))
	for _, o := range all {
		y += s.mm(1.6)
		if logo := r.Logos[o.Logo]; logo != nil {
			y = s.picture(logo, x, y, width, s.mm(logoHeight)) + s.mm(0.8)
		}
		y = s.text(name, x, y, width, o.Name.In(r.Lang))
	}
	return y
}

// organisationsPerRow is how many stand side by side in rows.
const organisationsPerRow = 4

// drawOrganisationRows writes names side by side under a small heading: logos stand on
// one line, and so do the names below them.
func (r *Report) drawOrganisationRows(s *sheet, y float64, heading string, all []survey.Organisation) float64 {
	label, name := organisationStyles(s)
	y = s.text(label, edge, y, measure, strings.ToUpper(heading)) + s.mm(2)
	wide := columns / organisationsPerRow
	for from := 0; from < len(all); from += organisationsPerRow {
		if from > 0 {
			y += s.mm(3)
		}
		row := all[from:min(from+organisationsPerRow, len(all))]
		high := 0.0
		for _, o := range row {
			if logo := r.Logos[o.Logo]; logo != nil {
				high = max(high, s.pictureHeight(logo, across(wide), s.mm(logoHeight)))
			}
		}
		names := y
		if high > 0 {
			names += high + s.mm(1.2)
		}
		end := names
		for i, o := range row {
			x := column(i * wide)
			if logo := r.Logos[o.Logo]; logo != nil {
				s.picture(logo, x, y+high-s.pictureHeight(logo, across(wide), s.mm(logoHeight)), across(wide), s.mm(logoHeight))
			}
			end = max(end, s.text(name, x, names, across(wide), o.Name.In(r.Lang)))
		}
		y = end
	}
	return y
}
