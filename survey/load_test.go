package survey_test

import (
	"os"
	"testing"

	"anketa/survey"
)

func TestLoad(t *testing.T) {
	f, err := os.Open("../questions.yaml")
	if err != nil {
		t.Fatal(err)
	}
	s, err := survey.Load(f)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%+v", s)
}
