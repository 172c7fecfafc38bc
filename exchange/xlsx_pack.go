package exchange

import (
	"archive/zip"
	"bytes"
	"cmp"
	"io"
	"regexp"
	"slices"
)

// contentTypes is the file of a workbook that lists the others.
const contentTypes = "[Content_Types].xml"

// firstSheet is the file of its first sheet.
const firstSheet = "xl/worksheets/sheet1.xml"

// defaultType is what it says of the files with one ending.
var defaultType = regexp.MustCompile(`<Default [^>]*></Default>`)

// Repack writes a packed workbook with its files in the order of their names, and in
// the list of them what is said of endings in order too: the library takes both out of
// maps, and the same rows would not give the same bytes. Nothing is packed twice.
func Repack(w io.Writer, packed []byte) error { return repack(w, packed, nil) }

// repack is [Repack] of a workbook whose first sheet gets more rows from a function, if
// there is one.
func repack(w io.Writer, packed []byte, rows func(io.Writer) error) error {
	in, err := zip.NewReader(bytes.NewReader(packed), int64(len(packed)))
	if err != nil {
		return err
	}
	slices.SortFunc(in.File, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	out := zip.NewWriter(w)
	for _, f := range in.File {
		switch {
		case f.Name == contentTypes:
			err = repackTypes(out, f)
		case f.Name == firstSheet && rows != nil:
			err = repackSheet(out, f, rows)
		default:
			err = out.Copy(f)
		}
		if err != nil {
			return err
		}
	}
	return out.Close()
}

// repackTypes writes the list of files.
func repackTypes(out *zip.Writer, f *zip.File) error {
	list, err := unpacked(f)
	if err != nil {
		return err
	}
	w, err := out.Create(f.Name)
	if err != nil {
		return err
	}
	_, err = w.Write(sortedTypes(list))
	return err
}

// unpacked returns a file of a workbook.
func unpacked(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// sortedTypes puts what is said of endings in order.
func sortedTypes(list []byte) []byte {
	types := defaultType.FindAllString(string(list), -1)
	slices.Sort(types)
	next := 0
	return defaultType.ReplaceAllFunc(list, func([]byte) []byte {
		next++
		return []byte(types[next-1])
	})
}
