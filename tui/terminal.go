package tui

// Terminal says what a terminal cannot show.
type Terminal struct {
	// FewCharacters is true for the Linux console, whose font has a few hundred.
	FewCharacters bool
	// FewColours is true where there are the 16 basic colours, NoColours where
	// there shall be none.
	FewColours, NoColours bool
	// Still is true where nothing shall move by itself.
	Still bool
}
