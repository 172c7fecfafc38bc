// Rows writes the responses of a database of twelve questions with the libraries that
// everybody takes: csv with encoding/csv, xlsx with the streaming writer of excelize; and
// as xlsx-by-hand, the least that makes a workbook, whose XML is appended byte by byte. Its arguments are the
// format, the database and the file.
package main

import (
	"bufio"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"

	"github.com/xuri/excelize/v2"

	"anketa/storage"
	"anketa/survey"
)

func main() {
	if err := run(context.Background(), os.Args[1], os.Args[2], os.Args[3]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context, format, database, file string) error {
	db, err := storage.Open(database, storage.Options{ReadOnly: true})
	if err != nil {
		return err
	}
	defer db.Close()
	sessions, err := db.Sessions(ctx)
	if err != nil {
		return err
	}
	s, err := db.Survey(ctx, sessions[0].ID)
	if err != nil {
		return err
	}
	each := func(write func([]survey.Answer) error) error {
		return db.Shuffled(ctx, sessions[0].ID, rand.New(rand.NewPCG(1, 2)), write)
	}
	header := []string{"_uuid", "session"}
	for i := range s.Questions {
		header = append(header, s.Questions[i].ID)
	}
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	write := writeCSV
	switch format {
	case "xlsx":
		write = writeXLSX
	case "xlsx-by-hand":
		write = writeByHand
	}
	return errors.Join(write(f, header, sessions[0].Title, each), f.Sync(), f.Close())
}

// writeCSV writes the rows with encoding/csv.
func writeCSV(f *os.File, header []string, title string, each func(func([]survey.Answer) error) error) error {
	buffered := bufio.NewWriterSize(f, 1<<16)
	w := csv.NewWriter(buffered)
	w.UseCRLF = true
	if err := w.Write(header); err != nil {
		return err
	}
	cells := make([]string, len(header))
	err := each(func(answers []survey.Answer) error {
		cells[0], cells[1] = survey.NewID().String(), title
		for i := range answers {
			if cells[i+2] = ""; answers[i].Code > 0 {
				cells[i+2] = strconv.Itoa(int(answers[i].Code))
			}
		}
		return w.Write(cells)
	})
	w.Flush()
	return errors.Join(err, w.Error(), buffered.Flush())
}

// writeXLSX writes the rows with excelize.
func writeXLSX(f *os.File, header []string, title string, each func(func([]survey.Answer) error) error) error {
	book := excelize.NewFile()
	defer book.Close()
	s, err := book.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	cells := make([]any, len(header))
	for i, name := range header {
		cells[i] = name
	}
	if err := s.SetRow("A1", cells); err != nil {
		return err
	}
	at := 1
	err = each(func(answers []survey.Answer) error {
		at++
		cells[0], cells[1] = survey.NewID().String(), title
		for i := range answers {
			if cells[i+2] = nil; answers[i].Code > 0 {
				cells[i+2] = int(answers[i].Code)
			}
		}
		return s.SetRow("A"+strconv.Itoa(at), cells)
	})
	if err := errors.Join(err, s.Flush()); err != nil {
		return err
	}
	return book.Write(f)
}
