package e2e

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// sweep types everything that must not do anything and returns what it did.
func (s *swept) sweep(k *kiosk) error {
	functions := functionKeys()
	if strings.Contains(s.named, "\x03") {
		functions = slices.DeleteFunc(functions, func(key string) bool { return strings.Contains(key, "[99;5") || strings.Contains(key, ";5;99~") })
	}
	groups := slices.Collect(slices.Chunk(slices.Concat(functions, controls(s.named), altKeys(), mouseGarbage(), terminalReplies()), 25))
	if s.changes {
		groups = slices.Collect(slices.Chunk(slices.Concat(groups...), 200))
	}
	before, err := s.settled(k)
	if err != nil {
		return err
	}
	for _, group := range groups {
		if err := s.same(k, before, strings.Join(group, "")); err != nil {
			return fmt.Errorf("after some of %q: %w", group, err)
		}
	}
	for _, key := range sequenceKeys() {
		if err := k.Type(key); err != nil {
			return err
		}
		// The pause by which a terminal tells Alt and a key from a sequence.
		time.Sleep(70 * time.Millisecond)
	}
	if err := s.same(k, before, ""); err != nil {
		return fmt.Errorf("after Alt and the keys that begin sequences: %w", err)
	}
	for _, size := range [][2]int{{20, 5}, {1, 1}, {200, 60}, {80, 24}} {
		if err := k.Resize(size[0], size[1]); err != nil {
			return err
		}
	}
	if err := k.Wait(func(screen string) bool { return screen == before || s.changes && strings.Contains(screen, s.sees) }); err != nil {
		return err
	}
	for _, bomb := range bombs() {
		if s.writes {
			before = ""
		}
		if err := s.same(k, before, bomb); err != nil {
			return fmt.Errorf("after a paste that ends with %q: %w", bomb[max(0, len(bomb)-30):], err)
		}
	}
	return nil
}

// errMoved says that a screen is not what it was.
var errMoved = errors.New("the screen changed")

// same types something and checks that the screen stays as it was before, or
// what it was before when that is "".
func (s *swept) same(k *kiosk, before, typed string) error {
	if err := k.Type(typed); err != nil {
		return err
	}
	after, err := s.settled(k)
	if s.changes {
		// The seconds run on.
		before = ""
	}
	switch {
	case err != nil:
		return err
	case before == "" && !strings.Contains(after, s.sees), before != "" && after != before:
		return fmt.Errorf("%w from\n%s\nto\n%s", errMoved, before, after)
	}
	return nil
}

// settled waits until everything typed so far was worked off.
func (s *swept) settled(k *kiosk) (string, error) {
	if s.sees == onSmall {
		// What lies behind must stay as well.
		if err := k.Resize(80, 24); err != nil {
			return "", err
		}
		screen, err := k.caughtUp()
		if err := errors.Join(err, k.Resize(30, 8), k.WaitText(onSmall)); err != nil {
			return "", err
		}
		return screen, err
	}
	if s.changes {
		// Any key led back to the question; the countdown comes again.
		err := k.Watch(shows(s.sees)).Wait()
		return k.Screen(), err
	}
	return k.caughtUp()
}
