package e2e

import (
	"syscall"
	"testing"

	"anketa/internal/terminal"
)

// The demo shows the 72 example responses with a watermark and asks for no PIN.
// However it ends, nothing is left on the disk and the terminal is as it was.
func TestDemo(t *testing.T) {
	t.Parallel()
	fresh, err := openTerminal(t, 80, 24).Settings()
	if err != nil {
		t.Fatal(err)
	}
	for name, end := range map[string]func(*kiosk) error{
		"q":       func(k *kiosk) error { return k.Type("q") },
		"SIGTERM": func(k *kiosk) error { return k.Signal(syscall.SIGTERM) },
		"SIGHUP":  func(k *kiosk) error { return k.Signal(syscall.SIGHUP) },
	} {
		r := newRoom(t)
		k := r.start("demo")
		k.see(onDemo, "Odgovorilo: 72 od 72", saysEverything)
		k.size(160, 110)
		k.press("2")
		k.see(
			"u značajnoj meri: 43 od 72 (59,7 %)", "u značajnoj meri: 51 od 72 (70,8 %)",
			"u potpunosti: 45 od 72 (62,5 %)", "Da: 71 od 72 (98,6 %)", onDemo,
		)
		k.lacks("z završi")
		k.press("z", "1")
		// What is not read when the program ends would stand on the terminal.
		k.keepUp()
		k.see(onDemo)
		if err := end(k); err != nil {
			t.Fatal(err)
		}
		k.exit(0)
		k.sane(fresh)
		for _, dir := range []string{r.dir, r.home, r.temp} {
			if files := r.files(dir); len(files) > 0 {
				t.Errorf("%s: the demo left %q behind", name, files)
			}
		}
	}
}

// The demo speaks the language that it is told to.
func TestDemoInEnglish(t *testing.T) {
	t.Parallel()
	k := newRoom(t).start("demo", "--lang", "en")
	k.see("DEMO", "Answered: 72 of 72", "All answers are shown.")
	k.press("2", terminal.PageDown, terminal.End)
	k.see("How would you describe")
	k.press("q")
	k.exit(0)
}
