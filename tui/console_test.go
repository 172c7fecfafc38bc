package tui_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"anketa/survey"
	"anketa/tui"
)

// demo is a kiosk that shows the three trainings, in English.
func demo() setup { return setup{start: tui.StartDemo, lang: survey.English} }

// TestConsoleTabs holds that every tab opens by its digit, that the one that is shown
// is marked without colour, that digits of no tab do nothing, and that a tab keeps
// its place. Negative control: switchTo that takes the first tab always.
func TestConsoleTabs(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, demo())
		for _, tab := range []struct{ key, marked, shows string }{
			{"2", "[2 Questions]", "Order: as in the survey."},
			{"3", "[3 People]", "Who took part"},
			{"4", "[4 Groups]", "by: In which field do you work?"},
			{"5", "[5 Compare]", "all together"},
			{"6", "[6 Texts]", "nobody wrote anything"},
			{"7", "[7 Report]", "Nothing is written yet"},
			{"8", "[8 Training]", "Trainings in this file"},
			{"1", "[1 Overview]", "72 of 72 people answered (100.0%)."},
		} {
			k.press(tab.key)
			k.want(tab.marked, tab.shows)
			before := k.view()
			for _, none := range []string{"9", "0"} {
				k.press(none)
			}
			if k.view() != before {
				t.Errorf("a digit of no tab changes %s", tab.marked)
			}
		}
		k.press("2", "down", "down")
		chosen := k.view()
		if k.press("3", "2"); k.view() != chosen {
			t.Error("the tab lost its place")
		}
	})
}

// TestConsoleHelp holds that the help names every key that the foot of a tab names,
// and closes without doing what the key does otherwise.
func TestConsoleHelp(t *testing.T) {
	named := regexp.MustCompile(`(?:^|   )(↑↓|[A-Za-z]+|[a-z/?]) `)
	for _, tab := range []string{"1", "2", "3", "4", "5", "6", "7", "8"} {
		synctest.Test(t, func(t *testing.T) {
			k := start(t, answered(24))
			k.size(200, 60)
			showLive(k)
			k.press(tab)
			before, keys := k.view(), named.FindAllStringSubmatch(foot(k), -1)
			k.press("?")
			for _, found := range keys {
				if name := strings.Replace(found[1], "↑↓", "↑ ↓", 1); !strings.Contains(k.view(), "  "+name+" ") {
					t.Errorf("on tab %s the help does not name %q:\n%s", tab, name, k.view())
				}
			}
			if k.press("esc"); k.view() != before {
				t.Errorf("the help of tab %s leads elsewhere:\n%s", tab, k.view())
			}
		})
	}
}

// numbersShown returns the numbers of the questions that are listed, in their order.
func numbersShown(k *kiosk) string {
	var numbers []string
	for _, found := range regexp.MustCompile(`(?m)^  [▶ ] (\d+)\. `).FindAllStringSubmatch(k.view(), -1) {
		numbers = append(numbers, found[1])
	}
	return strings.Join(numbers, " ")
}

// TestConsoleOrder holds in which order the questions stand, that it is said, and that
// the questions about people stand elsewhere. The shares are 43, 51, 45 and 71 of
// 72, the medians 4, 4 and 5. Negative control: an order that is turned round.
func TestConsoleOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, demo())
		k.size(100, 60)
		k.press("2")
		for _, want := range []struct{ said, numbers string }{
			{"Order: as in the survey.", "3 4 5 6 7 8"},
			{"Order: largest share first.", "6 4 5 3 7 8"},
			{"Order: highest median first.", "5 3 4 6 7 8"},
			{"Order: as in the survey.", "3 4 5 6 7 8"},
		} {
			k.want(want.said)
			if got := numbersShown(k); got != want.numbers {
				t.Errorf("%s: the questions are %s, want %s", want.said, got, want.numbers)
			}
			k.press("s")
		}
	})
}

// TestConsoleFind holds that a list shows what holds some words, whatever their case,
// their marks and their script, and everything again afterwards; while words are
// typed, keys are letters. Negative control: finds that compares the texts as they are.
func TestConsoleFind(t *testing.T) {
	for _, words := range []string{"OBUKU", "обуку", "obuku"} {
		synctest.Test(t, func(t *testing.T) {
			with := demo()
			with.lang = survey.SerbianLatin
			k := start(t, with)
			k.size(100, 60)
			k.press("2", "/")
			k.write(words)
			if got := numbersShown(k); got != "6 8" {
				t.Errorf("%s finds %s", words, got)
			}
			k.press("enter", "down", "enter")
			k.want("8. Kako biste obuku")
			k.press("esc")
			if got := numbersShown(k); got != "6 8" {
				t.Errorf("the way back shows %s", got)
			}
			if k.press("esc"); numbersShown(k) != "3 4 5 6 7 8" {
				t.Errorf("Esc shows %s", numbersShown(k))
			}
			k.press("/", "q", "z", "1")
			k.want("qz1", "se nigde ne pojavljuje")
			if k.press("esc"); k.quit || numbersShown(k) != "3 4 5 6 7 8" {
				t.Error("typing did something else")
			}
		})
	}
}

// TestConsoleDetail holds what stands in the detail of a question: for 43 of 72 in a
// session of 24 of 30 the interval with its level and what is certain, the mean only
// on demand. Negative control: a mean that stands there always.
func TestConsoleDetail(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, answered(21))
		showLive(k)
		k.press("z", "1", "2", "enter")
		k.want("question 3 of 8", "8 of 21 (38.1%)", "median 4 (to a significant degree), quartiles 3–5",
			"95% interval: 31.0% to 45.8%", "of all 24 who were asked: at least 8 and at most 11")
		k.wantNot("mean")
		k.press("m")
		k.press("down")
		k.want("mean 3.86, standard deviation 0.96", "equally large")
		k.press("right")
		k.want("question 4 of 8", "4. How far")
		k.press("left", "left")
		k.want("question 3 of 8")
		k.press("esc")
		k.want("Order: as in the survey.")
	})
}

// TestConsoleAttended holds that the number attended is corrected, that none below the
// answers is taken, and that every count follows. Negative control: a form that
// sends without its check; a check that takes any number.
func TestConsoleAttended(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, answered(12))
		showLive(k)
		k.press("8", "down", "enter")
		k.want("Number attended", "24")
		k.press("backspace", "backspace")
		k.write("1x1")
		k.press("enter")
		k.want("12 people have answered already")
		k.write("000000")
		k.press("enter")
		k.want("from 1 to 100000")
		for range 5 {
			k.press("backspace")
		}
		k.press("8", "enter")
		k.want("The number attended is stored.", "Answered: 12 of 18")
		sessions, err := k.store.Sessions(t.Context())
		if err != nil || sessions[0].Attended != 18 {
			t.Errorf("the sessions are %+v (%v)", sessions, err)
		}
		k.press("1")
		k.want("12 of 18 people answered (66.7%)")
	})
}

// TestConsolePIN holds that a new PIN needs the one until now, and that from then on
// the new one opens the console. Negative control: changePIN that does not check.
func TestConsolePIN(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, answered(12))
		showLive(k)
		change := func(current, pin, again string) {
			k.press("8", "home", "down", "down", "enter")
			for _, typed := range []string{current, pin, again} {
				k.write(typed)
				k.press("enter")
			}
		}
		change("9999", "5678", "5678")
		k.want("That PIN is not right.")
		change("1234", "5678", "5679")
		k.want("The two PINs are not the same.")
		k.press("esc")
		if k.store.pin != "1234" {
			t.Fatalf("the PIN is %q", k.store.pin)
		}
		change("1234", "5678", "5678")
		k.want("The new PIN is stored.")
		k.press("esc", "0")
		k.write("5678")
		k.press("enter")
		k.want("[1 Overview]")
	})
}

// TestConsoleReopen holds that a closed session takes answers again, to its own
// survey, and that none is offered to be opened while one is open.
func TestConsoleReopen(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, answered(12))
		showLive(k)
		k.press("8")
		k.wantNot("open the collection again")
		k.press("z", "1", "down")
		k.want("▶ open the collection again")
		k.press("enter")
		k.want("The collection is open again.", "z end the collection")
		k.wantNot("▶ open the collection again")
		k.press("1")
		k.want("12 of 12 answers are shown.", "at its end")
		k.press("esc")
		k.want("Only your answers are stored")
		k.press(append(answers(), "enter")...)
		if n := k.store.stored(t); n != 13 {
			t.Errorf("%d responses are stored, want 13", n)
		}
	})
}

// TestConsoleLooks holds that another session, or all together, can be looked at.
func TestConsoleLooks(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := start(t, demo())
		k.press("8", "down", "enter")
		k.want("novi_sad", "24 of 24 people answered", "[1 Overview]")
		k.press("2")
		k.want("18 of 24 (75.0%)")
		k.press("8", "end", "enter")
		k.want("72 of 72 people answered")
	})
}

// TestConsoleAlone holds that the console without a kiosk asks for the PIN where there
// is one, never locks, ends from there, and opens at once where there is none.
func TestConsoleAlone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := startLocked(t, setup{start: tui.StartConsole, responses: 12})
		k.want("Enter the PIN")
		k.press(thePIN()...)
		k.want("[1 Overview]", "Answered: 12 of 24", "z end the collection", "q quit")
		k.pass(24 * time.Hour)
		k.want("[1 Overview]")
		if k.press("q"); !k.quit {
			t.Error("the program does not end")
		}
	})
	synctest.Test(t, func(t *testing.T) {
		with := answered(12)
		with.start = tui.StartConsole
		k := start(t, with)
		k.want("[1 Overview]", "Answered: 12 of 24")
		k.press("8", "down", "down")
		k.want("▶ choose a PIN")
		k.press("esc")
		k.want("[8 Training]")
	})
}

// TestRevealGrows holds that answers are covered until a key, that their bars grow for
// at most 600 ms and that then no timer runs, and that nothing moves where it shall not.
// Negative control: a reveal that ignores Still.
func TestRevealGrows(t *testing.T) {
	for _, still := range []bool{false, true} {
		synctest.Test(t, func(t *testing.T) {
			with := demo()
			with.terminal = tui.Terminal{Still: still}
			k := start(t, with)
			k.press("2", "p")
			k.want("Enter shows the answers", "3. How far"[3:])
			k.wantNot("█", "%", "43")
			k.press("enter")
			k.want("43 of 72 (59.7%)")
			first, began := k.view(), time.Now()
			frames := 0
			for last := first; time.Since(began) < 2*time.Second; last = k.view() {
				time.Sleep(10 * time.Millisecond)
				k.settle()
				if k.view() != last {
					frames++
					if passed := time.Since(began); passed > 600*time.Millisecond {
						t.Errorf("a bar grows after %v", passed)
					}
				}
			}
			if still && frames != 0 || !still && (frames < 3 || frames > 10) {
				t.Errorf("still %t: the bars grew in %d frames", still, frames)
			}
			k.press("right")
			k.want("question 4 of 6", "Enter shows the answers")
			k.press("esc")
			k.want("Order: as in the survey.")
		})
	}
}

// TestRevealLocks holds that the presenter view stays when nobody types, and that the
// way out of it then needs the PIN. Negative control: a reveal that is never locked.
func TestRevealLocks(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := startLocked(t, setup{start: tui.StartWelcome, responses: 12})
		k.press("0")
		k.press(thePIN()...)
		k.press("p", "enter")
		k.want("n = 5")
		k.pass(10 * time.Minute)
		k.want("n = 5")
		k.press("right")
		k.want("question 2 of")
		k.press("esc")
		k.want("Enter the PIN")
		k.press("esc")
		k.want("Only your answers are stored")
	})
}

// TestRevealLocksSetup holds that behind a presenter view that was left alone the form
// for the next training needs the PIN too. Negative control: an idle presenter view
// behind which the facilitator is still taken to be there.
func TestRevealLocksSetup(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := startLocked(t, setup{start: tui.StartWelcome, responses: 12})
		k.press("0")
		k.press(thePIN()...)
		k.press("z", "1", "p", "enter")
		k.want("n = 12")
		k.pass(10 * time.Minute)
		k.press("esc")
		k.want("Enter the PIN")
		k.press("esc")
		k.want("Enter the PIN")
		k.press(thePIN()...)
		k.want("New training")
	})
}

// TestConsoleZeroLine holds that all diverging bars of a tab stand on one zero line,
// at every width. Negative control: an axis for each question.
func TestConsoleZeroLine(t *testing.T) {
	for _, tab := range []string{"2", "4", "5"} {
		for _, width := range []int{60, 80, 149} {
			t.Run(fmt.Sprintf("%s/%d", tab, width), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					k := start(t, demo())
					k.size(width, 200)
					k.press(tab)
					zero, bars := -1, 0
					for line := range strings.Lines(k.view()) {
						before, _, found := strings.Cut(line, "│")
						if !found {
							continue
						}
						at := len([]rune(before))
						if zero >= 0 && at != zero {
							t.Errorf("a zero line is in column %d, another in %d:\n%s", at, zero, k.view())
						}
						zero, bars = at, bars+1
					}
					if bars < 3 {
						t.Errorf("there are only %d bars", bars)
					}
				})
			})
		}
	}
}
