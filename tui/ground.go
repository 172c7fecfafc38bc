package tui

// Ground is what the facilitator should know of the disk with the database.
type Ground int

const (
	// GroundGood says that nothing is known against it.
	GroundGood Ground = iota
	// GroundNetwork is a file system that is not a disk of this machine.
	GroundNetwork
	// GroundFastCommit is one that can lose stored answers in a power cut.
	GroundFastCommit
)

// GroundStrings are the sentences about the disk with the database.
type GroundStrings struct{ Network, FastCommit string }

// groundEnglish returns the sentences in English.
func groundEnglish() GroundStrings {
	return GroundStrings{
		Network:    "The answers would be kept on a network disk, where a lost connection may cost some: better use a disk of this computer.",
		FastCommit: "The disk of this computer can lose stored answers in a power cut; please ask whoever looks after it.",
	}
}

// groundSerbian returns the sentences in Serbian, in a script.
func groundSerbian(c func(string) string) GroundStrings {
	return GroundStrings{
		Network:    c("Одговори би се чували на мрежном диску, па би прекид везе могао да их изгуби: боље је да се чувају на диску овог рачунара."),
		FastCommit: c("Диск овог рачунара при нестанку струје може да изгуби сачуване одговоре; обратите се ономе ко га одржава."),
	}
}

// said returns the sentence about the disk, or "".
func (g Ground) said(s *Strings) string {
	switch g {
	case GroundNetwork:
		return s.Ground.Network
	case GroundFastCommit:
		return s.Ground.FastCommit
	}
	return ""
}
