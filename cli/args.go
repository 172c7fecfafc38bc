package cli

import "github.com/spf13/cobra"

// anyNumber stands for as many arguments as one likes.
const anyNumber = -1

// arguments refuses fewer arguments than least and more than most, and says instead
// what is wanted.
func arguments(least, most int, wanted string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) < least || most != anyNumber && len(args) > most {
			return usageError{wanted}
		}
		return nil
	}
}

// sessionFlag lets a command that takes a session as its argument take it as a flag
// too, as the other commands do.
func sessionFlag(cmd *cobra.Command, session *string) {
	cmd.Flags().StringVar(session, "session", "", "the session with this id, or its beginning, or its title; the same as the argument")
	takes := cmd.Args
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		if *session != "" && len(args) > 0 {
			return usageError{"Name the session once, behind the command or with --session."}
		}
		return takes(cmd, args)
	}
}

// either returns the arguments, or what the flag says in their place.
func either(args []string, flag string) []string {
	if flag != "" {
		return []string{flag}
	}
	return args
}
