package exchange

import (
	"io"
	"os"
	"path/filepath"

	"github.com/xuri/excelize/v2"
)

// fewCells is up to how many cells a workbook is made in memory alone; the library
// writes them into a file from 16 MiB on.
const fewCells = 400_000

// spill is where the library writes the rows of a large workbook meanwhile: into a file
// that has no name any more as soon as it is there, so that nothing of it is left when
// the program is killed.
type spill struct {
	dir  string
	rows int
	// settled says that there is nothing to take away: no file, or none with a name.
	settled bool
}

// newSpill returns a folder of its own for a number of cells. The caller closes it.
func newSpill(cells int) (*spill, error) {
	if cells <= fewCells {
		// Where the library can make no file, it stays in memory.
		return &spill{dir: filepath.Join(os.DevNull, "none"), settled: true}, nil
	}
	dir, err := os.MkdirTemp("", "anketa-export-*")
	return &spill{dir: dir}, err
}

// options tell the library where to write.
func (s *spill) options() excelize.Options { return excelize.Options{TmpDir: s.dir} }

// added counts a row, and takes the name of the file away once it is there. A system
// that keeps the names of open files leaves that to the library.
func (s *spill) added() {
	if s.rows++; s.settled || s.rows&0xFF != 0 {
		return
	}
	files, err := os.ReadDir(s.dir)
	if err != nil || len(files) == 0 {
		return
	}
	s.settled = os.RemoveAll(s.dir) == nil
}

// close takes the folder away.
func (s *spill) close() error {
	if s.settled {
		return nil
	}
	return os.RemoveAll(s.dir)
}

// stopping writes as long as nobody has stopped it.
type stopping struct {
	io.Writer
	stopped func() error
}

// Write implements io.Writer.
func (s stopping) Write(p []byte) (int, error) {
	if err := s.stopped(); err != nil {
		return 0, err
	}
	return s.Writer.Write(p)
}
