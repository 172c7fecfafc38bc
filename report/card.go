// Package report makes what is handed over: the infographic and the report in HTML of
// sessions, the facilitator's card, and the blank form of a survey for paper. It hides how a page is laid
// out and how a PDF is made.
package report

import (
	"strconv"
	"strings"

	"anketa/survey"
)

// Card is the operator's card: what a facilitator needs beside the kiosk, on one
// sheet of A4.
type Card struct {
	// Lang is the language of the card.
	Lang survey.Lang
	// Title heads the card, Survey is what is asked, Steps to Promised head its parts.
	Title, Survey, StepsTitle, KeysTitle, TroublesTitle, PromisedTitle string
	// Steps are those of a session, in order.
	Steps []Entry
	// Keys are those that only the facilitator needs: what is pressed, and what it does.
	Keys []Entry
	// KeysNote says which of them hold in the mode that is listened to.
	KeysNote string
	// Troubles say what to do when.
	Troubles []Entry
	// Promised is what the welcome screen tells the participants.
	Promised []string
	// dropped and kept say what becomes of answers that somebody left, by what the
	// survey does with them.
	dropped, kept string
	// Care and Phone are filled in by hand.
	Care, Phone string
	// Foot stands at the bottom of the sheet.
	Foot string
}

// Entry is a part of a card: what it is about, and the text.
type Entry struct{ Name, Text string }

// Screen is what the kiosk's screens say and the card repeats, so that the paper
// says the same.
type Screen struct {
	// Promises are the lines of the welcome screen.
	Promises []string
	// NewPerson is what the screen offers the next person behind the key Tab.
	NewPerson string
	// OutOfService heads the screen of a kiosk that cannot store.
	OutOfService string
}

// NewCard returns the card for a survey in a language, with what its screens say.
func NewCard(s *survey.Survey, lang survey.Lang, screen Screen) Card {
	return cardFor(lang).fill(s, screen)
}

// cardFor returns the texts that fit best to a language.
func cardFor(lang survey.Lang) Card {
	switch lang {
	case survey.SerbianCyrillic:
		return serbianCard(lang, func(s string) string { return s })
	case survey.English:
		return englishCard()
	}
	return serbianCard(survey.SerbianLatin, survey.Latin)
}

// fill puts what a survey says into the texts of a card.
func (c Card) fill(s *survey.Survey, screen Screen) Card {
	c.Survey, c.Promised = s.Title.In(c.Lang), screen.Promises
	left := c.dropped
	if s.Kiosk.OnIdle == survey.IdleKeep {
		left = c.kept
	}
	replacer := strings.NewReplacer("{idle}", strconv.Itoa(int(s.Kiosk.Idle.Seconds())), "{left}", left,
		"{new person}", screen.NewPerson, "{out of service}", screen.OutOfService)
	for i, trouble := range c.Troubles {
		c.Troubles[i] = Entry{replacer.Replace(trouble.Name), replacer.Replace(trouble.Text)}
	}
	return c
}
