package e2e

// What the tests look for on the screen, in the default language unless the
// name says otherwise.
const (
	onSetup          = "Nova obuka"
	onResume         = "Prikupljanje odgovora je u toku"
	onWelcome        = "0 rezultati (PIN)"
	onWelcomeEnglish = "0 results (PIN)"
	onFirst          = "Pitanje 1 od 8"
	onQuestion       = "Pitanje %d od 8"
	onQuote          = "Smemo li da vas citiramo"
	onReview         = "Pregled odgovora"
	onThanks         = "Hvala vam!"
	onThanksEnglish  = "Thank you!"
	onCountdown      = "Da li ste još tu?"
	onPIN            = "Unesite PIN"
	onOutOfService   = "Trenutno ne radi"
	onSmall          = "Povećajte prozor"
	onDemo           = "PROBA"

	saysRequired   = "Molimo vas da odgovorite na ovo pitanje."
	saysLeaveAgain = "još jednom da odustanete"
	saysWrongPIN   = "PIN nije tačan."
	saysChecking   = "Proverava se"
	saysWait       = "Bilo je više pogrešnih pokušaja."
	saysEverything = "Prikazani su svi odgovori."
	saysPartly     = "Prikazano: %d od %d."
	saysConfirm    = "Želite li da završite prikupljanje?"
	saysBadDate    = "Taj dan ne postoji"
	saysOtherPIN   = "PIN-ovi se ne poklapaju."
)
