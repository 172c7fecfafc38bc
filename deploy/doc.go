// Package deploy holds what makes a kiosk of a machine: units, settings of the
// console and of the terminal, and the script that puts them in their places. It
// has no code; its tests hold that nothing of it can be undone unseen.
package deploy
