package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
)

// bench is one run: a folder on the disk that is measured, and what was built in it.
type bench struct {
	ctx  context.Context
	dir  string
	long bool
	// ends are called when the run is over, the last one first.
	ends []func() error
	// built are programs by their names, made files by their kind, when they are
	// needed for the first time.
	built, made map[string]string
	duckdb      *duck
	noDuck      string
}

// newBench makes the folder.
func newBench(ctx context.Context, o options) (*bench, error) {
	dir, err := os.MkdirTemp(o.dir, "anketa-bench-*")
	if err != nil {
		return nil, err
	}
	b := &bench{ctx: ctx, dir: dir, long: o.long, built: map[string]string{}, made: map[string]string{}}
	b.atEnd(func() error { return os.RemoveAll(dir) })
	return b, nil
}

// atEnd has something called when the run is over.
func (b *bench) atEnd(f func() error) { b.ends = append(b.ends, f) }

// close ends the run.
func (b *bench) close() error {
	var errs error
	for _, end := range slices.Backward(b.ends) {
		errs = errors.Join(errs, end())
	}
	return errs
}

// folder makes a folder of its own.
func (b *bench) folder(name string) (string, error) {
	return os.MkdirTemp(b.dir, name+"-*")
}

// times is how often something is repeated: more often in a long run.
func (b *bench) times(n int) int {
	if b.long {
		return 4 * n
	}
	return n
}

// build compiles a program of a module, as it is delivered: without what only a debugger
// needs. The path is seen from the folder of the module.
func (b *bench) build(module, path string) (string, error) {
	name := filepath.Base(path)
	if path == "." {
		name = "anketa"
	}
	if program, ok := b.built[name]; ok {
		return program, nil
	}
	program := filepath.Join(b.dir, name)
	cmd := exec.CommandContext(b.ctx, "go", "build", "-trimpath", "-ldflags", "-s -w", "-o", program, path)
	cmd.Dir = module
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build %s: %w\n%s", path, err, out)
	}
	b.built[name] = program
	return program, nil
}

// The modules whose programs are measured, seen from this folder.
const (
	product = ".."
	here    = "."
)

// anketa returns the built kiosk.
func (b *bench) anketa() (string, error) { return b.build(product, ".") }

// named says whose error it is.
func named(name string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", name, err)
}
