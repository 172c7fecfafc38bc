// Bench measures anketa beside limits and peers, in turn and in one run, and
// writes the table of ratios into docs/performance.md.
//
//	cd bench && go run .                  all rows, about ten minutes
//	cd bench && go run . -rows 'submit'   some of them, printed only
//	cd bench && go run . -long            with more repetitions
//
// A family of rows has one file. Its contenders are run in blocks that follow each
// other, so that whatever else the machine does meets all of them alike, and what
// counts is the ratio of medians. A peer that is not installed is named as missing;
// no figure of it is taken from elsewhere.
//
// The module is one of its own, so that the peers are no dependencies of the kiosk.
package main
