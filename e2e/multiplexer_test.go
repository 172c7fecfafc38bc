package e2e

import (
	"strings"
	"testing"
)

// Inside of a multiplexer, whose keys open a shell, the kiosk does not start and
// says why; a flag makes it start, and the demo always does.
func TestMultiplexer(t *testing.T) {
	t.Parallel()
	r := newRoom(t)
	for _, variable := range []string{"TMUX=/tmp/tmux-1000/default,4711,0", "STY=4711.pts-0.kiosk", "ZELLIJ=0"} {
		cmd := r.command(r.flags()...)
		cmd.Env = append(cmd.Env, variable)
		k := r.startCommand(cmd)
		k.exit(2)
		if said := strings.Join(strings.Fields(k.Screen()), ""); !strings.HasPrefix(said, "Thekioskdoesnotstartinsideof") || !strings.HasSuffix(said, "totryitout.") {
			t.Errorf("with %s the kiosk says %q", variable, said)
		}
	}
	if files := r.files(r.dir); len(files) != 1 {
		t.Errorf("a kiosk that did not start made %q", files)
	}
	for args, shows := range map[string]string{"--inside-multiplexer": onWelcome, "demo": onDemo} {
		all := append([]string{args}, r.flags()...)
		if args == "demo" {
			all = []string{args}
		}
		cmd := r.command(all...)
		cmd.Env = append(cmd.Env, "TMUX=/tmp/tmux-1000/default,4711,0")
		k := r.startCommand(cmd)
		k.see(shows)
		k.stop()
	}
}
