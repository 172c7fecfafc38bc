package cli

import "strings"

// multiplexer names the terminal multiplexer that the program runs in, or "".
// Its prefix key opens a shell, and no program inside of it can prevent that.
// TERM tells of one at the other end of an ssh connection.
func multiplexer(getenv func(string) string) string {
	term := getenv("TERM")
	switch {
	case getenv("TMUX") != "", strings.HasPrefix(term, "tmux"):
		return "tmux"
	case getenv("STY") != "", strings.HasPrefix(term, "screen"):
		return "screen"
	case getenv("ZELLIJ") != "":
		return "zellij"
	}
	return ""
}
