// Package e2e proves what the program does as a whole: its tests start the
// built binary on a real pseudo-terminal, type keys as people do, and look at
// the screen, the exit code and the files afterwards. Its benchmarks measure
// the program beside the smallest programs of its kind, in the same run.
//
// A room is a folder with everything that one training needs; a kiosk is the
// program running in it; a sheet is what one participant fills in.
//
// The sweep types on every screen what must not act, the monkey types at random.
// ANKETA_MONKEY sets how many inputs the monkey types (20,000 by default; a long
// run is 1,000,000 with -timeout 4h), ANKETA_MONKEY_SEED repeats one that failed.
//
// The tests of package tui go over all screens, but on each over a sample of
// languages, sizes and clicks; ANKETA_WHOLE=1 with -timeout 1h leaves nothing out.
package e2e
