// Package e2e proves what the program does as a whole: its tests start the
// built binary on a real pseudo-terminal, type keys as people do, and look at
// the screen, the exit code and the files afterwards. Its benchmarks measure
// the program beside the smallest programs of its kind, in the same run.
//
// A room is a folder with everything that one training needs; a kiosk is the
// program running in it; a sheet is what one participant fills in.
//
// The sweep types on every screen what must not act, the monkey types at random.
//
// The usual run takes one to two minutes on two cores. Longer forms
// and other things are set by the environment:
//
//	variable             what it does                           usual     long form, and how long it takes
//	ANKETA_E2E_BINARY    tests a program that is built already  builds    –
//	ANKETA_INTERVIEWS    interviews typed into each of the two  20        100: 1 minute
//	                     kiosks of TestNoKeyIsLost
//	ANKETA_MONKEY        inputs that the monkey types           10,000    1,000,000: hours, with -timeout 4h
//	ANKETA_MONKEY_SEED   repeats the monkey's run that failed   the time  –
//	ANKETA_IDLE_SECONDS  seconds for which the benchmark of     20        3600: an hour
//	                     the idle kiosk looks at it (-bench Idle)
//
// As many tests run at once as [atOnce] says, or -parallel.
//
// The tests of package tui go over all screens, but on each over a sample of
// languages, sizes and clicks; ANKETA_WHOLE=1 with -timeout 1h leaves nothing out.
package e2e
