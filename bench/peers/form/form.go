// Package form makes the form of huh that the kiosk is compared with.
package form

import "charm.land/huh/v2"

// screens is how many questions there are, one on each screen.
const screens = 10

// New returns a form as huh makes it: its default theme, a select in a group of its own.
func New() *huh.Form {
	var groups []*huh.Group
	for range screens {
		groups = append(groups, huh.NewGroup(huh.NewSelect[string]().
			Title("U kojoj meri je obuka doprinela tome da budete bolje informisani?").
			Options(huh.NewOptions("nimalo", "u maloj meri", "donekle", "u znacajnoj meri", "u potpunosti")...)))
	}
	return huh.NewForm(groups...)
}
