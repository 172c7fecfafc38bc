package tui_test

// textsScreens are the tabs where the facilitator decides about texts and writes.
func textsScreens() []screen {
	deciding := func(walk func(*kiosk)) func(*kiosk) {
		return func(k *kiosk) {
			inConsole("z", "1", "6")(k)
			walk(k)
		}
	}
	return []screen{
		{name: "texts-decided", with: collected(24), sizes: consoleSizes(), cyrillic: true, walk: deciding(func(k *kiosk) {
			k.press("a", "t")
			k.write("vežbe, praksa")
			k.press("enter", "down", "h", "down", "m", "right", "space", "right", "right", "space", "enter")
		})},
		{name: "texts-themes", with: collected(24), sizes: consoleSizes(), cyrillic: true, walk: deciding(func(k *kiosk) {
			k.press("t")
			k.write("vežbe")
			k.press("enter", "down", "t")
			k.write("1, pr")
		})},
		{name: "texts-mask", with: collected(24), sizes: consoleSizes(), cyrillic: true, walk: deciding(func(k *kiosk) {
			k.press("m", "right", "space", "right", "space", "right")
		})},
		{name: "texts-filter", with: collected(24), walk: deciding(func(k *kiosk) { k.press("f", "f") })},
		{name: "report", with: collected(24), sizes: consoleSizes(), cyrillic: true, walk: deciding(func(k *kiosk) {
			k.press("7", "n")
			k.write("Obuka je korisna: 50 % učesnika je mnogo bolje obavešteno.")
			k.press("enter", "enter", "enter")
			k.write("3, 4")
			k.press("enter", "enter", "r")
			k.write("Više vežbi i primera iz prakse, a manje predavanja.")
			k.press("enter", "enter", "enter", "enter")
			k.write("vežbe")
			k.press("enter")
		})},
		{name: "report-empty", with: collected(24), walk: deciding(func(k *kiosk) { k.press("7") })},
		{name: "report-later", with: collected(12), walk: inConsole("7")},
		{name: "report-draft", with: collected(24), sizes: consoleSizes(), cyrillic: true, walk: deciding(func(k *kiosk) {
			k.press("7", "n")
			k.write("59,17 % smatra da je obuka korisna.")
			k.press("enter", "enter", "enter")
			k.write("3")
			k.press("enter", "enter")
		})},
	}
}
