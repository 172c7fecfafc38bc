package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"

	"anketa/cli/excerpt"
	"anketa/exchange"
	"anketa/results"
	"anketa/storage"
	"anketa/survey"
	"anketa/tui"
)

// usageError says that a command was called wrongly although its flags parse.
type usageError struct{ message string }

// Error implements error.
func (e usageError) Error() string { return e.message }

// inputError says what is wrong with the input, as a whole sentence.
type inputError struct{ message string }

// Error implements error.
func (e inputError) Error() string { return e.message }

// fileError says which file an error is about.
type fileError struct {
	file string
	err  error
}

// Error implements error.
func (e fileError) Error() string { return e.file + ": " + e.err.Error() }

// Unwrap returns the error itself.
func (e fileError) Unwrap() error { return e.err }

// hasMistakes is said below the mistakes of a survey file.
const hasMistakes = "The survey file has mistakes; correct these lines and try again."

// about says which file an error is about, unless it says so already.
func about(file string, err error) error {
	if err == nil || errors.As(err, new(fileError)) {
		return err
	}
	return fileError{file: survey.CleanLine(file, survey.MaxTextLength), err: err}
}

// onto says which file an error of writing is about: not the database that is read,
// but the new file beside it.
func onto(file string, err error) error {
	for cause, system := range map[error]syscall.Errno{storage.ErrNoSpace: syscall.ENOSPC, storage.ErrReadOnly: syscall.EROFS} {
		if errors.Is(err, cause) && !errors.Is(err, syscall.EFBIG) {
			err = fmt.Errorf("write: %w", system)
		}
	}
	return about(file, err)
}

// writing reports whether an error says that a file cannot be written.
func writing(err error) bool {
	for _, cause := range []error{storage.ErrNoSpace, storage.ErrReadOnly, syscall.ENOSPC, syscall.EDQUOT, syscall.EFBIG, syscall.EROFS, fs.ErrPermission} {
		if errors.Is(err, cause) {
			return true
		}
	}
	return false
}

// code returns the exit code of an error.
func (a *app) code(err error) int {
	var usage usageError
	switch {
	case err == nil:
		return ExitDone
	case !a.running, errors.As(err, &usage):
		return ExitUsage
	case errors.Is(err, storage.ErrLocked):
		return ExitLocked
	case errors.Is(err, storage.ErrDamaged):
		return ExitDamaged
	}
	return ExitInput
}

// sentence says what happened and what to do.
func (a *app) sentence(err error) string {
	file := "the file"
	var about fileError
	if errors.As(err, &about) {
		file = about.file
	}
	var (
		mistakes surveyError
		rows     exchange.RowErrors
		none     exchange.NotCSVError
		usage    usageError
		input    inputError
		pool     *results.PoolError
	)
	switch {
	case errors.As(err, &usage):
		return usage.message
	case !a.running:
		return strings.TrimSuffix(sentenceCase(err), ".") + "; `anketa --help` shows what there is."
	case errors.As(err, &input):
		return input.message
	case errors.As(err, &mistakes):
		return excerpt.Of(mistakes.file, mistakes.data, mistakes.findings) + hasMistakes
	case errors.As(err, &rows):
		return prefixLines(file+": ", rows.Error()) + "\n" + notImported(rows)
	case errors.As(err, &none):
		return fmt.Sprintf("%s %s. Nothing was imported.", file, none)
	case errors.Is(err, syscall.EISDIR):
		return fmt.Sprintf("%s is a folder; name a file in it.", file)
	case errors.Is(err, storage.ErrLocked):
		return fmt.Sprintf("The database %s is in use by a kiosk, a console or another command; end that one first, or name another file with --db.", file)
	case errors.Is(err, storage.ErrDamaged):
		return fmt.Sprintf("The database %s is damaged; keep the file, and go on with a backup copy, or with what `anketa verify --db %[1]s --repair-to NEW.db` rescues.", file)
	case errors.Is(err, storage.ErrForeign):
		return fmt.Sprintf("%s is not a database of anketa and was not touched; name another file with --db.", file)
	case errors.Is(err, storage.ErrNewer):
		return fmt.Sprintf("The database %s was written by a newer version of anketa; use that version.", file)
	case errors.Is(err, errNoSessions):
		return fmt.Sprintf("The database %s has no sessions yet; start the kiosk or import responses first.", file)
	case errors.Is(err, storage.ErrNoSpace), errors.Is(err, storage.ErrNotCreated) && errors.Is(err, syscall.ENOSPC):
		return fmt.Sprintf("The disk is full, so answers cannot be kept in %s; make room on it, or name a file on another disk with --db.", file)
	case errors.Is(err, storage.ErrMoved):
		return fmt.Sprintf("The database %s was moved, replaced or deleted while it was in use; put it back in its place and start again.", file)
	case errors.Is(err, storage.ErrReadOnly):
		return fmt.Sprintf("The database %s cannot be written; look at the rights of the file and at the disk, or name another file with --db.", file)
	case errors.Is(err, storage.ErrDisk):
		return fmt.Sprintf("The disk with the database %s failed; look at the disk and its cable, and start again.", file)
	case errors.Is(err, storage.ErrNotCreated):
		return fmt.Sprintf("The database %s cannot be made there; with --db name a file in a folder that exists and that you may write to.", file)
	case errors.Is(err, results.ErrOtherSurvey):
		return "These sessions asked different surveys and cannot be put together; choose one with --session."
	case errors.As(err, &pool):
		return fmt.Sprintf("The sessions “%s” and “%s” cannot be put together: the question %s has another %s in one of them; choose one with --session.", pool.First, pool.Second, pool.Cause.Question, pool.Cause.What)
	case errors.Is(err, context.Canceled):
		return "It was stopped before it was done; start it again when you like."
	case errors.Is(err, tui.ErrBroken):
		return sentenceCase(tui.ErrBroken)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Sprintf("There is no file %s; check the name.", file)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return fmt.Sprintf("%s cannot be opened or written here; choose a folder of your own, for example with --db.", file)
	case errors.Is(err, syscall.EFBIG):
		return fmt.Sprintf("%s may not grow that large here; raise the limit on the size of a file, or choose another folder.", file)
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		return fmt.Sprintf("The disk is full, so %s cannot be written; make room and try again.", file)
	}
	if about.err != nil {
		err = about.err
	}
	return sentenceCase(err)
}

// prefixLines puts the name of a file in front of every line.
func prefixLines(prefix, lines string) string {
	return prefix + strings.ReplaceAll(lines, "\n", "\n"+prefix)
}

// notImported says what to do about rows that cannot be read.
func notImported(rows exchange.RowErrors) string {
	const many = 20
	if len(rows) > many {
		return fmt.Sprintf("%d rows cannot be read; nothing was imported. Correct them and try again, or leave them out with --skip-bad.", len(rows))
	}
	return "Nothing was imported; correct these lines and try again."
}

// sentenceCase makes a sentence of an error.
func sentenceCase(err error) string {
	text := survey.Clean(err.Error(), survey.MaxTextLength)
	if text == "" {
		return "Something went wrong."
	}
	text = strings.ToUpper(text[:1]) + text[1:]
	if !strings.HasSuffix(text, ".") {
		text += "."
	}
	return text
}
