package tui

import "errors"

// ready reports whether the store can take a response.
func (l *Linear) ready() bool {
	found, ok := l.do.ready()().(readyMsg)
	return ok && found.err == nil
}

// untilInOrder does something with the store until it is done. While the store is
// out of order it says so once, tries again by itself after a while, and at once
// when somebody presses Enter; then it says so again.
func (l *Linear) untilInOrder(do func() bool, says ...string) error {
	var o outage
	for said := false; !do(); {
		if !said {
			l.say(append([]string{sentence(l.text.Notice.OutOfServiceTitle)}, says...)...)
			l.tty.prompt(l.text.Keys.TryAgain + " (Enter)")
			said = true
		}
		switch _, err := l.listen(o.retryDelay()); {
		case errors.Is(err, errGone):
			o.attempts++
		case err != nil && !errors.Is(err, errUnheard):
			return err
		default:
			said = false
		}
	}
	return nil
}
