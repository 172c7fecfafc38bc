package report

import "anketa/survey"

// englishCard returns the texts in English.
func englishCard() Card {
	return Card{
		Lang: survey.English, Title: "The facilitator’s card", StepsTitle: "Five steps", KeysTitle: "Your keys",
		TroublesTitle: "What to do when …", PromisedTitle: "What the participants are promised",
		Steps: []Entry{
			{"Set up", "Switch the machine on. Type title, place, date, the number attended and a PIN for the results; Enter leads to the next line. Remember the PIN: nobody can tell it to you, and the next training on this machine asks for it."},
			{"Place", "Turn the screen away from the room and step back until you cannot read it. One person answers, the others wait for their turn."},
			{"Answers", "Everybody chooses a language and presses Enter; the screen leads on. After “Thank you!” the kiosk waits for the next person. Allow about 24 minutes for 24 people."},
			{"The end", "When all have answered: 0 on the start screen, the PIN, then end the collection. Only now all answers are shown, if there are enough. Nobody can answer after that."},
			{"Leave", "Switch the machine off with its power button. All answers that were sent are on its disk, in one file."},
		},
		Keys: []Entry{
			{"0", "results, behind the PIN (start screen)"},
			{"+", "larger letters and stronger contrast (start screen)"},
			{"↑ ↓", "scroll the results, also PgUp PgDn"},
			{"Esc", "back to the start screen"},
			{"z", "end the collection, then 1 to confirm"},
			{"q", "quit the program; a kiosk begins again at once"},
		},
		KeysNote: "With --accessible only 0 and the PIN are the same; the rest is said each time.",
		Troubles: []Entry{
			{"“{out of service}”", "Do not switch off. The answers on the screen are kept in memory. See whether the disk is full or unplugged; the kiosk goes on by itself when the disk works again."},
			{"The PIN is locked for a while", "Three wrong PINs cost nothing. After the fourth the wait is 30 seconds, then 1, 5 and 15 minutes, also after a restart. Participants go on answering meanwhile."},
			{"The PIN is forgotten", "The collection goes on. Whoever looks after the machine ends the kiosk, then the collection with anketa session close, and reads the results with anketa results."},
			{"The power failed", "All that was sent is safe. Switch on again and press Enter to go on. Whoever was in the middle of the questions begins anew."},
			{"Somebody walked away", "After {idle}\u00a0s without a key the kiosk asks whether anybody is there, then {left}. Whoever cannot wait: Tab, “{new person}”, after 15\u00a0s."},
			{"The screen is black", "Press any key and look at the cable. If a restart does not help either, call whoever looks after the machine: the reason is in the system’s journal."},
		},
		dropped: "erases the answers that were begun; they are not counted",
		kept:    "stores the answers that were begun apart; they are only counted",
		Care:    "The machine is looked after by", Phone: "Phone",
		Foot: "The PIN guards the screen, not the file; disk encryption guards the file.",
	}
}
