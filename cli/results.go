package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"anketa/exchange"
	"anketa/storage"
	"anketa/survey"
)

// newResultsCommand returns the command that prints what may be shown.
func newResultsCommand(a *app) *cobra.Command {
	var (
		db, format, lang string
		sessions         scope
	)
	cmd := &cobra.Command{
		Use:   "results",
		Short: "Print the results that the rules of anonymity allow",
		Args:  cobra.NoArgs,
		RunE: a.run(func(ctx context.Context, _ []string) error {
			language, err := survey.ParseLang(lang)
			if err != nil {
				return usageError{sentenceCase(err)}
			}
			if format != "table" && format != "json" {
				return usageError{"The results come with --format table or --format json."}
			}
			return withReadable(ctx, db, storage.Options{ReadOnly: true}, func(db *storage.DB) error {
				if err := askedIn(ctx, db, language); err != nil {
					return err
				}
				chosen, err := sessions.choose(ctx, db)
				if err != nil {
					return err
				}
				r, err := release(ctx, db, chosen)
				if err != nil {
					return err
				}
				if err := errors.Join(r.ReadTexts(ctx, db), r.ReadSections(ctx, db)); err != nil {
					return err
				}
				if format == "json" {
					return exchange.WriteJSON(a.Out, &r, r.Survey.Lang(language))
				}
				return exchange.WriteTable(a.Out, &r, r.Survey.Lang(language))
			})
		}),
	}
	dbFlag(cmd, &db)
	sessions.flags(cmd)
	cmd.Flags().StringVar(&format, "format", "table", "table or json")
	cmd.Flags().StringVar(&lang, "lang", string(survey.SerbianLatin), "language of the labels: sr-Latn, sr-Cyrl or en")
	return cmd
}

// askedIn refuses a language that neither the program nor any survey of the database
// speaks. Where only the chosen survey lacks it, the survey's first one stands in.
func askedIn(ctx context.Context, db *storage.DB, lang survey.Lang) error {
	known := survey.Languages()
	if slices.Contains(known, lang) {
		return nil
	}
	surveys, err := db.Surveys(ctx)
	if err != nil {
		return err
	}
	for i := range surveys {
		known = append(known, surveys[i].Survey.Languages...)
	}
	if slices.Contains(known, lang) {
		return nil
	}
	return usageError{fmt.Sprintf("There are no results in %q; choose sr-Latn, sr-Cyrl or en, or another language of the survey.", lang)}
}
