package xlsform

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
)

// maxFiles is how many files a workbook may hold.
const maxFiles = 1000

// inspect unpacks all files of a workbook into nothing, before the library unpacks them
// into memory. What a workbook says of its own size is believed no longer than it holds;
// the checksums must hold too, because the library goes on with half of a damaged file.
func inspect(data []byte) error {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return fmt.Errorf("%w: %w", ErrNoWorkbook, err)
	}
	if len(archive.File) > maxFiles {
		return ErrTooLarge
	}
	left := int64(maxUnpacked)
	for _, f := range archive.File {
		if f.UncompressedSize64 > uint64(left) {
			return ErrTooLarge
		}
		r, err := f.Open()
		if err != nil {
			return fmt.Errorf("%w: %w", ErrNoWorkbook, err)
		}
		n, err := io.Copy(io.Discard, r)
		if err != nil {
			return fmt.Errorf("%w: %w", ErrNoWorkbook, err)
		}
		if left -= n; left < 0 {
			return ErrTooLarge
		}
	}
	return nil
}
