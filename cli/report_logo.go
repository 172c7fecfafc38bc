package cli

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // logos may be JPEG
	_ "image/png"  // or PNG
	"io"
	"os"
	"path/filepath"
	"slices"

	"anketa/survey"
)

// Limits of a logo: a picture from a file may claim to be of any size.
const (
	maxLogoBytes  = 4 << 20
	maxLogoPixels = 16 << 20
)

// logos reads the pictures that a survey names, from the folder of its file and
// those below; without a file, from the working directory. Without a file, one that is
// not there is left out: the report then shows the name alone.
func (a *app) logos(s *survey.Survey, file string) (map[string]image.Image, error) {
	dir := "."
	if file != "" {
		dir = filepath.Dir(file)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, about(dir, err)
	}
	logos := map[string]image.Image{}
	for _, o := range slices.Concat(s.Report.Partners, s.Report.Funders) {
		if o.Logo == "" || logos[o.Logo] != nil {
			continue
		}
		logo, err := readLogo(root, o.Logo)
		if errors.Is(err, os.ErrNotExist) && file == "" {
			continue
		}
		if err != nil {
			return nil, errors.Join(inputError{fmt.Sprintf("The logo %s cannot be read; put a PNG or JPEG picture beside the survey file, or leave the logo out.", o.Logo)}, root.Close())
		}
		logos[o.Logo] = logo
	}
	return logos, root.Close()
}

// errLogoSize says that a picture is too large.
var errLogoSize = errors.New("the picture is too large")

// readLogo reads one picture; the root keeps links from leading out of the folder.
func readLogo(root *os.Root, name string) (image.Image, error) {
	f, err := root.Open(filepath.FromSlash(name))
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(f, maxLogoBytes+1))
	if err := errors.Join(err, f.Close()); err != nil {
		return nil, err
	}
	size, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if len(data) > maxLogoBytes || size.Width*size.Height > maxLogoPixels {
		return nil, errLogoSize
	}
	logo, _, err := image.Decode(bytes.NewReader(data))
	return logo, err
}
