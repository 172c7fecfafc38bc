package cli

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"anketa/survey"
)

// newSchemaCommand returns the command that prints the JSON Schema of a survey file.
func newSchemaCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of a survey file, for editors",
		Args:  cobra.NoArgs,
		RunE: a.run(func(context.Context, []string) error {
			_, err := io.WriteString(a.Out, survey.Schema())
			return err
		}),
	}
}
