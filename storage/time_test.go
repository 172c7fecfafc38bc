package storage_test

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"anketa/storage"
	"anketa/survey"
)

// window is how far from now a stored number still counts as a time.
const window = 5 * time.Minute

// times returns where the bytes hold a time near now, in any of the forms in
// which programs store one.
func times(content string, now time.Time) []string {
	var found []string
	data := []byte(content)
	report := func(form string, at int, value uint64, unit time.Duration) {
		if off := time.Duration(value)*unit - time.Duration(now.UnixNano()); value <= uint64(now.UnixNano()/int64(unit))*2 && off.Abs() <= window {
			found = append(found, fmt.Sprintf("%s at %d", form, at))
		}
	}
	padded := append(data, make([]byte, 8)...)
	for at := range data {
		b := padded[at:]
		report("32-bit seconds, big-endian", at, uint64(binary.BigEndian.Uint32(b)), time.Second)
		report("32-bit seconds, little-endian", at, uint64(binary.LittleEndian.Uint32(b)), time.Second)
		report("48-bit milliseconds, big-endian", at, binary.BigEndian.Uint64(b)>>16, time.Millisecond)
		for name, unit := range map[string]time.Duration{"seconds": time.Second, "milliseconds": time.Millisecond, "microseconds": time.Microsecond, "nanoseconds": time.Nanosecond} {
			report("64-bit "+name+", big-endian", at, binary.BigEndian.Uint64(b), unit)
			report("64-bit "+name+", little-endian", at, binary.LittleEndian.Uint64(b), unit)
		}
	}
	for _, written := range []string{now.Format(time.DateOnly), now.Format("20060102"), fmt.Sprint(now.Unix())[:7]} {
		if at := strings.Index(content, written); at >= 0 {
			found = append(found, fmt.Sprintf("%q at %d", written, at))
		}
	}
	return found
}

// The file holds no time of its making. The clock is that of the bubble and all
// chance is drawn from a fixed seed, so that no random number looks like a time
// in one run and not in another.
func TestNoTimeInTheFile(t *testing.T) {
	rnd := rand.New(rand.NewPCG(6, 6))
	synctest.Test(t, func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "anketa.db")
		db := open(t, path, storage.Options{Create: true, NewID: func() survey.ID { return randomID(rnd) }})
		session := survey.Session{ID: randomID(rnd), Title: "Niš", Date: "2022-05-17", Open: true}
		if _, err := db.CreateSession(t.Context(), session, evaluation()); err != nil {
			t.Fatal(err)
		}
		for range 60 {
			r := randomResponse(rnd)
			r.Answers[improve].Text = "više vežbi"
			add(t, db, session.ID, r)
			time.Sleep(time.Second)
		}
		if found := times(content(t, path), time.Now()); len(found) != 0 {
			t.Errorf("the open file holds times: %v", found)
		}
		if err := db.CloseSession(t.Context(), session.ID); err != nil {
			t.Fatal(err)
		}
		if found := times(content(t, path), time.Now()); len(found) != 0 {
			t.Errorf("the closed file holds times: %v", found)
		}
	})
}

// The search above finds a time in every form that it knows of: its control.
func TestTimesAreFound(t *testing.T) {
	now := time.Date(2026, 11, 23, 13, 0, 0, 0, time.UTC)
	near := now.Add(-4 * time.Minute)
	for form, planted := range map[string]string{
		"32-bit seconds, big-endian":         string(binary.BigEndian.AppendUint32(nil, uint32(near.Unix()))),
		"32-bit seconds, little-endian":      string(binary.LittleEndian.AppendUint32(nil, uint32(near.Unix()))),
		"48-bit milliseconds, big-endian":    string(binary.BigEndian.AppendUint64(nil, uint64(near.UnixMilli()))[2:]),
		"64-bit milliseconds, big-endian":    string(binary.BigEndian.AppendUint64(nil, uint64(near.UnixMilli()))),
		"64-bit milliseconds, little-endian": string(binary.LittleEndian.AppendUint64(nil, uint64(near.UnixMilli()))),
		"64-bit microseconds, big-endian":    string(binary.BigEndian.AppendUint64(nil, uint64(near.UnixMicro()))),
		"64-bit nanoseconds, big-endian":     string(binary.BigEndian.AppendUint64(nil, uint64(near.UnixNano()))),
		"64-bit nanoseconds, little-endian":  string(binary.LittleEndian.AppendUint64(nil, uint64(near.UnixNano()))),
		`"2026-11-23"`:                       near.Format(time.RFC3339),
		`"1795438"`:                          fmt.Sprint(near.Unix()),
	} {
		if found := strings.Join(times("some text "+planted+" and more", now), "; "); !strings.Contains(found, form) {
			t.Errorf("a time as %s was not found, but %q", form, found)
		}
	}
	for _, innocent := range []string{"", "some text", string(binary.BigEndian.AppendUint64(nil, uint64(now.Add(-time.Hour).UnixMilli())))} {
		if found := times(innocent, now); len(found) != 0 {
			t.Errorf("in %q a time was found: %v", innocent, found)
		}
	}
}
