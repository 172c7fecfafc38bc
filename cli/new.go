package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"anketa/survey"
)

const (
	// templateFolder holds the templates among the files inside the program.
	templateFolder = "templates"
	// schemaFile stands beside a new survey, which refers to it by templateSchema
	// as long as it is a template.
	schemaFile     = "anketa.schema.json"
	templateSchema = "../survey/schema.json"
	// standardOutput is what -o calls the standard output.
	standardOutput = "-"
)

// newNewCommand returns the command that writes a survey file from a template.
func newNewCommand(a *app) *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "new [NAME]",
		Short: "Write a survey file from a template, or list the templates",
		Args:  arguments(0, 1, "Name one template; `anketa new` lists them."),
		RunE: a.run(func(_ context.Context, args []string) error {
			switch {
			case len(args) > 0:
				return a.newSurvey(args[0], out)
			case out != "":
				return usageError{"Name a template as well; `anketa new` lists them."}
			}
			return a.listTemplates()
		}),
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", "the file to write (NAME.yaml); - prints it")
	return cmd
}

// listTemplates prints the name of each template and its first line.
func (a *app) listTemplates() error {
	names, err := a.templates()
	if err != nil {
		return err
	}
	for _, name := range names {
		data, err := a.template(name)
		if err != nil {
			return err
		}
		about, _, _ := strings.Cut(string(data), "\n")
		if _, err := fmt.Fprintf(a.Out, "%-14s%s\n", name, strings.TrimPrefix(about, "# ")); err != nil {
			return err
		}
	}
	_, err = fmt.Fprintf(a.Out, "\nWrite one with, for example: anketa new %s\n", names[0])
	return err
}

// templates returns the names of the templates in alphabetical order.
func (a *app) templates() ([]string, error) {
	entries, err := fs.ReadDir(a.files.Templates, templateFolder)
	if err != nil {
		return nil, err
	}
	names := make([]string, len(entries))
	for i, entry := range entries {
		names[i] = strings.TrimSuffix(entry.Name(), ".yaml")
	}
	return names, nil
}

// template returns a template as it stands in the program.
func (a *app) template(name string) ([]byte, error) {
	return fs.ReadFile(a.files.Templates, templateFolder+"/"+name+".yaml")
}

// newSurvey writes the template of that name into a file, which must be new.
func (a *app) newSurvey(name, file string) error {
	names, err := a.templates()
	if err != nil {
		return err
	}
	data, err := a.template(name)
	if err != nil {
		return noTemplate(name, names)
	}
	data = bytes.Replace(data, []byte(templateSchema), []byte(schemaFile), 1)
	if file == standardOutput {
		_, err := a.Out.Write(data)
		return err
	}
	if file == "" {
		file = name + ".yaml"
	}
	if err := create(file, data); err != nil {
		return notWritten(file, err)
	}
	said := survey.CleanLine(file, survey.MaxTextLength)
	if _, err := fmt.Fprintf(a.Out, "Wrote %[1]s. Look at it with: anketa check %[1]s; start with: anketa --survey %[1]s\n", said); err != nil {
		return err
	}
	return a.writeSchema(filepath.Join(filepath.Dir(file), schemaFile))
}

// writeSchema puts the schema beside a new survey; one that is there already stays.
func (a *app) writeSchema(file string) error {
	err := create(file, []byte(survey.Schema()))
	switch {
	case errors.Is(err, fs.ErrExist):
		return nil
	case err != nil:
		return notWritten(file, err)
	}
	_, err = fmt.Fprintf(a.Out, "Wrote %s, from which editors know the keys of a survey; anketa works without it.\n", survey.CleanLine(file, survey.MaxTextLength))
	return err
}

// create writes a file that must not be there yet.
func create(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err := errors.Join(err, f.Close()); err != nil {
		// Half a survey is of no use, and would be in the way of the next attempt.
		return errors.Join(err, os.Remove(name))
	}
	return nil
}

// notWritten says why a file could not be made, and what to do.
func notWritten(file string, err error) error {
	said := survey.CleanLine(file, survey.MaxTextLength)
	switch {
	case errors.Is(err, errLink):
		return inputError{said + " is a link, and what it leads to was not touched; name another file with -o."}
	case errors.Is(err, errFolder):
		return inputError{said + " is a folder; name a file in it with -o."}
	case errors.Is(err, fs.ErrExist):
		return inputError{said + " is there already and was not touched; name another file with -o."}
	case errors.Is(err, fs.ErrNotExist):
		return inputError{fmt.Sprintf("There is no folder for %s; make it first, or name another file with -o.", said)}
	case errors.Is(err, fs.ErrPermission):
		return inputError{fmt.Sprintf("%s cannot be written there; name a file in a folder of your own with -o.", said)}
	}
	return about(file, err)
}

// noTemplate says that there is no template of that name, and which was
// probably meant.
func noTemplate(name string, names []string) error {
	said := survey.CleanLine(name, survey.MaxTextLength)
	if near := survey.Nearest(name, names); near != "" {
		return usageError{fmt.Sprintf("There is no template %q; did you mean %s?", said, near)}
	}
	return usageError{fmt.Sprintf("There is no template %q; there are %s.", said, strings.Join(names, ", "))}
}
