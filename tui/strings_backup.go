package tui

// BackupStrings are the texts about the copy that the facilitator makes.
type BackupStrings struct {
	// Key says what the key does, Working stands meanwhile.
	Key, Working string
	// Done takes the name of the file.
	Done string
	// Gone, Full, ReadOnly and Failed say why there is none.
	Gone, Full, ReadOnly, Failed string
}

// backupEnglish returns the texts about the copy in English.
func backupEnglish() BackupStrings {
	return BackupStrings{
		Key:      "make a backup",
		Working:  "Making a backup …",
		Done:     "The backup is complete: %s",
		Gone:     "There is no backup: its folder was not found. If it is a memory stick, plug it in and try again.",
		Full:     "There is no backup: the disk for it is full. Make room, or use another one, and try again.",
		ReadOnly: "There is no backup: its folder cannot be written. Look whether the memory stick is locked, and try again.",
		Failed:   "There is no backup. Check the disk or the memory stick and try again; the answers themselves are safe.",
	}
}

// backupSerbian returns the texts about the copy in Serbian, in a script.
func backupSerbian(c func(string) string) BackupStrings {
	return BackupStrings{
		Key:      c("направи резервну копију"),
		Working:  c("Прави се резервна копија …"),
		Done:     c("Резервна копија је готова: %s"),
		Gone:     c("Резервна копија није направљена: није пронађена фасцикла за њу. Ако је на меморијском стику, прикључите га, па покушајте поново."),
		Full:     c("Резервна копија није направљена: диск за њу је пун. Ослободите простор или узмите други, па покушајте поново."),
		ReadOnly: c("Резервна копија није направљена: у њену фасциклу не може да се пише. Проверите да ли је меморијски стик закључан, па покушајте поново."),
		Failed:   c("Резервна копија није направљена. Проверите диск или меморијски стик, па покушајте поново; одговори су сачувани."),
	}
}
