// Huhform shows a question of five points ten times, one on a screen, as a form of huh
// with its own theme: what a kiosk would be that is made with huh alone.
package main

import (
	"fmt"
	"os"

	"anketa/bench/peers/form"
)

func main() {
	if err := form.New().Run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
