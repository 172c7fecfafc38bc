package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"regexp"
	"strings"
	"syscall"
	"time"
)

// where is the file that the table is written into, seen from this folder.
const where = "../docs/performance.md"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// options are the flags.
type options struct {
	rows, write, dir string
	long             bool
}

// run measures what the flags ask for.
func run(ctx context.Context, args []string) (err error) {
	var o options
	f := flag.NewFlagSet("bench", flag.ContinueOnError)
	f.StringVar(&o.rows, "rows", "", "regular expression: measure the families whose names it matches, and write no file")
	f.StringVar(&o.write, "write", "", "file for the table (default: "+where+" when all rows are measured)")
	f.StringVar(&o.dir, "dir", "", "folder on the disk that is measured (default: that for temporary files)")
	f.BoolVar(&o.long, "long", false, "more repetitions")
	if err := f.Parse(args); err != nil {
		return err
	}
	wanted, err := regexp.Compile(o.rows)
	if err != nil {
		return err
	}
	if o.write == "" && o.rows == "" {
		o.write = where
	}
	b, err := newBench(ctx, o)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, b.close()) }()
	machine := describe(b.dir)
	start := time.Now()
	measured, err := b.measure(wanted)
	machine.after = load()
	var page strings.Builder
	writePage(&page, machine, measured, time.Since(start), o.long)
	fmt.Print(page.String())
	if err == nil && o.write != "" {
		err = os.WriteFile(o.write, []byte(page.String()), 0o644)
	}
	return err
}

// measured is a family with its rows.
type measured struct {
	family
	rows []Row
}

// measure runs the wanted families. What goes wrong in one does not stop the others,
// but nothing is written then.
func (b *bench) measure(wanted *regexp.Regexp) ([]measured, error) {
	var all []measured
	var failed error
	for _, f := range families() {
		if !wanted.MatchString(f.name) || b.ctx.Err() != nil {
			continue
		}
		start := time.Now()
		fmt.Fprintf(os.Stderr, "%-12s ", f.name)
		rows, err := f.measure(b)
		fmt.Fprintf(os.Stderr, "%5.1f s\n", time.Since(start).Seconds())
		if err != nil {
			failed = errors.Join(failed, fmt.Errorf("%s: %w", f.name, err))
			continue
		}
		all = append(all, measured{f, rows})
	}
	return all, errors.Join(failed, b.ctx.Err())
}
