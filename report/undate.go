package report

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
)

var (
	// creation is the entry of a PDF that says when it was made.
	creation = regexp.MustCompile(`\s*/CreationDate\s*\([^)]*\)`)
	// root is the head of the entry that stands for the whole document.
	root = []byte("<</Type/Catalog")
	// packed is the head of a compressed stream: how long it is, and where it begins.
	packed = regexp.MustCompile(`/Length (\d+)>>stream\n`)
	// offset is a line of the table that says where the objects of a PDF begin.
	offset = regexp.MustCompile(`(?m)^(\d{10}) 00000 n `)
	// start says where that table begins.
	start = regexp.MustCompile(`startxref\n(\d+)\n`)
)

// edit puts other bytes in the place of some.
type edit struct {
	from, to int
	with     []byte
}

// finish makes a PDF what is handed over: the same for the same content, with its
// language, and with its title instead of the file's name above the window (ISO
// 32000-1, 7.7.2 and 12.2).
func finish(doc []byte, lang string) ([]byte, error) {
	at := bytes.LastIndex(doc, root)
	if at < 0 {
		return nil, errors.New("the PDF has no root")
	}
	entry := fmt.Appendf(nil, "/Lang(%s)/ViewerPreferences<</DisplayDocTitle true>>", lang)
	return undate(doc, edit{from: at + len(root), to: at + len(root), with: entry})
}

// undate takes the times at which a PDF was made, and its fonts cut down to the
// letters in use, out of it, so that the same card is the same file (ISO 32000-1,
// 7.5.4 for the table of the objects). It makes other edits with it.
func undate(doc []byte, others ...edit) ([]byte, error) {
	found := creation.FindIndex(doc)
	if found == nil {
		return nil, errors.New("the PDF says nowhere when it was made")
	}
	edits, err := undatedFonts(doc)
	if err != nil {
		return nil, err
	}
	edits = append(edits, edit{from: found[0], to: found[1]})
	edits = append(edits, others...)
	slices.SortFunc(edits, func(a, b edit) int { return a.from - b.from })
	moved := func(place int) int {
		by := 0
		for _, e := range edits {
			if e.to <= place {
				by += len(e.with) - (e.to - e.from)
			}
		}
		return place + by
	}
	edits = append(edits, places(doc, moved)...)
	slices.SortFunc(edits, func(a, b edit) int { return a.from - b.from })
	var out bytes.Buffer
	at := 0
	for _, e := range edits {
		out.Write(doc[at:e.from])
		out.Write(e.with)
		at = e.to
	}
	out.Write(doc[at:])
	return out.Bytes(), nil
}

// places returns the edits that say where the objects and their table are now;
// none of them changes a length but the last.
func places(doc []byte, moved func(int) int) []edit {
	var edits []edit
	table := bytes.LastIndex(doc, []byte("\nxref\n"))
	number := func(from, to int, format string) {
		n, _ := strconv.Atoi(string(doc[from:to]))
		edits = append(edits, edit{from, to, fmt.Appendf(nil, format, moved(n))})
	}
	for _, entry := range offset.FindAllSubmatchIndex(doc[table:], -1) {
		number(table+entry[2], table+entry[3], "%010d")
	}
	if entry := start.FindSubmatchIndex(doc[table:]); entry != nil {
		number(table+entry[2], table+entry[3], "%d")
	}
	return edits
}

// undatedFonts returns the edits that put fonts without a time in place of those
// that have one.
func undatedFonts(doc []byte) ([]edit, error) {
	var edits []edit
	for _, head := range packed.FindAllSubmatchIndex(doc, -1) {
		length, _ := strconv.Atoi(string(doc[head[2]:head[3]]))
		if head[1]+length > len(doc) {
			return nil, errors.New("the PDF is cut off")
		}
		font, err := unpack(doc[head[1] : head[1]+length])
		if err != nil || !bytes.HasPrefix(font, []byte("\x00\x01\x00\x00")) {
			continue
		}
		undateFont(font)
		var again bytes.Buffer
		w := zlib.NewWriter(&again)
		_, err = w.Write(font)
		if err := errors.Join(err, w.Close()); err != nil {
			return nil, err
		}
		edits = append(edits, edit{head[2], head[3], strconv.AppendInt(nil, int64(again.Len()), 10)}, edit{head[1], head[1] + length, again.Bytes()})
	}
	return edits, nil
}

// unpack returns what is in a compressed stream.
func unpack(stream []byte) ([]byte, error) {
	r, err := zlib.NewReader(bytes.NewReader(stream))
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(r)
	return data, errors.Join(err, r.Close())
}
