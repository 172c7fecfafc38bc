package storage

// What the tests see of the look at file systems.
var (
	LosesFastCommits = losesFastCommits
	SuperOptions     = superOptions
	OptionsOf        = optionsOf
)
