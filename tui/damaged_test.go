package tui_test

import (
	"context"
	"testing"
	"testing/synctest"

	"anketa/results"
	"anketa/survey"
	"anketa/tui"
)

// rotten is a store in which records of every session are damaged.
type rotten struct {
	tui.Store
	damaged int
}

// Part implements tui.Store.
func (r rotten) Part(ctx context.Context, id survey.ID) (results.Part, error) {
	p, err := r.Store.Part(ctx, id)
	p.Damaged = r.damaged
	return p, err
}

// The results say how many damaged answers are in no number, in the form that the
// number asks for, and nothing when there are none. Negative control: no line of
// that in standing.
func TestLiveSaysWhatIsDamaged(t *testing.T) {
	for lang, said := range map[survey.Lang]map[int]string{
		survey.SerbianLatin:    {1: "1 oštećen odgovor nije uračunat.", 2: "2 oštećena odgovora nisu uračunata.", 5: "5 oštećenih odgovora nije uračunato."},
		survey.SerbianCyrillic: {1: "1 оштећен одговор није урачунат.", 2: "2 оштећена одговора нису урачуната.", 5: "5 оштећених одговора није урачунато."},
		survey.English:         {0: "", 1: "1 damaged answer is not counted.", 2: "2 damaged answers are not counted."},
	} {
		for n, want := range said {
			synctest.Test(t, func(t *testing.T) {
				store := newSpy(t)
				with := answered(12)
				cfg := tui.Config{
					Survey: trainings(t), Store: rotten{store, n}, Start: tui.StartWelcome, Lang: lang, NewID: countedIDs(),
				}
				with.survey = cfg.Survey
				cfg.Sessions = store.fill(t, with)
				k := open(t, cfg)
				k.store = store
				showLive(k)
				if want == "" {
					k.wantNot("damaged")
					return
				}
				k.want(want)
			})
		}
	}
}
