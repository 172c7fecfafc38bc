package storage_test

import (
	"bufio"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"anketa/storage"
)

// refused is what comes out of a file that is not read.
const refused = "refused"

// patience is how long a child may say nothing. A child that is cut off counts
// as one that ended, so a slow machine fails nothing.
const patience = time.Second

// flipsVariable names the environment variable that asks for more flipped bits, and
// for all those in the heads of pages.
const flipsVariable = "ANKETA_FLIPS"

// flipChild reads a file again and again, each time with another bit flipped,
// and says what came out: a line before and a line after each reading. The
// arguments are the file and the bits.
func flipChild(args []string) error {
	whole, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	path := args[0] + ".flipped"
	for _, arg := range args[1:] {
		bit, err := strconv.Atoi(arg)
		if err != nil {
			return err
		}
		fmt.Println(bit)
		whole[bit/8] ^= 1 << (bit % 8)
		// A new file each time: a damaged one may stay mapped.
		if err := errors.Join(os.RemoveAll(path), os.WriteFile(path, whole, 0o600)); err != nil {
			return err
		}
		whole[bit/8] ^= 1 << (bit % 8)
		fmt.Println(bit, numbers(path))
	}
	return nil
}

// numbers checks a database as verify does and returns the hash of everything
// that a report could show, or [refused].
func numbers(path string) string {
	ctx := context.Background()
	db, err := storage.Open(path, storage.Options{ReadOnly: true})
	if err != nil {
		return refused
	}
	defer db.Close()
	sessions, err := db.Sessions(ctx)
	if err := errors.Join(err, db.Check(ctx)); err != nil {
		return refused
	}
	hash := sha256.New()
	for _, session := range sessions {
		part, failed := db.Part(ctx, session.ID)
		stored, _ := part.Batches.AppendBinary(nil)
		counted, err := db.Recount(ctx, session.ID)
		failed = errors.Join(failed, err)
		fresh, _ := counted.AppendBinary(nil)
		fmt.Fprintln(hash, session, stored, fresh)
		for _, question := range []string{"improve", "quote"} {
			texts, err := db.Texts(ctx, session.ID, question)
			failed = errors.Join(failed, err)
			fmt.Fprintln(hash, texts)
		}
		if failed != nil {
			return refused
		}
	}
	return fmt.Sprintf("%x", hash.Sum(nil))
}

// However a bit of the file flips, no other number comes out: the database is
// refused, or everything in it reads as before. A damaged file may end or hang
// the process that reads it (reliability research, finding 5), so that is done
// in a child. Flips in both meta pages are left out: bbolt then falls back to
// the transaction before, as after a power cut.
func TestFlippedFile(t *testing.T) {
	path, _ := kiosk(t, 60)
	plan := flipPlan(t, len(content(t, path)))
	want := numbers(path)
	if want == refused {
		t.Fatal("the whole file is refused")
	}
	noticed, ended := 0, 0
	for len(plan) > 0 {
		outcomes := flipRun(t, path, plan[:min(len(plan), 1000)])
		for i, got := range outcomes {
			switch got {
			case refused:
				noticed++
			case "":
				ended++
			case want:
			default:
				t.Errorf("byte %d of page %d, bit %d: other numbers came out", plan[i]/8%pageSize, plan[i]/8/pageSize, plan[i]%8)
			}
		}
		plan = plan[len(outcomes):]
	}
	t.Logf("%d flips were refused, %d ended the process", noticed, ended)
	if noticed == 0 {
		t.Error("no flip was noticed: the test flips nothing")
	}
}

// flipPlan chooses bits: those in the heads of pages, which say what and how much
// is on them (every fourth, from a random one on), and others anywhere behind the
// meta pages. Of a head the last two bytes are left out: they count pages by the
// million, and bbolt's check walks to the last of them.
func flipPlan(t *testing.T, size int) []int {
	t.Helper()
	flips, step := 300, 4
	if more, err := strconv.Atoi(os.Getenv(flipsVariable)); err == nil {
		flips, step = more, 1
	}
	var plan []int
	for page := 2; page < size/pageSize; page++ {
		for bit := rand.IntN(step); bit < 14*8; bit += step {
			plan = append(plan, page*pageSize*8+bit)
		}
	}
	rnd := rand.New(rand.NewPCG(8, 8))
	for range flips {
		plan = append(plan, 8*(2*pageSize+rnd.IntN(size-2*pageSize))+rnd.IntN(8))
	}
	return plan
}

// flipRun flips bits in a child and returns what came out of each; nothing came
// out of the last one when it ended the process or ran out of patience.
func flipRun(t *testing.T, path string, bits []int) []string {
	t.Helper()
	args := []string{path}
	for _, bit := range bits {
		args = append(args, strconv.Itoa(bit))
	}
	cmd := child(t, "read flipped", nil, args)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	guard := time.AfterFunc(patience, func() { _ = cmd.Process.Kill() })
	defer guard.Stop()
	var outcomes []string
	for scanner := bufio.NewScanner(out); scanner.Scan(); guard.Reset(patience) {
		if _, got, done := strings.Cut(scanner.Text(), " "); done {
			outcomes[len(outcomes)-1] = got
		} else {
			outcomes = append(outcomes, "")
		}
	}
	if err := cmd.Wait(); err != nil && len(outcomes) == 0 {
		t.Fatalf("%v: %s", err, cmd.Stderr)
	}
	return outcomes
}
