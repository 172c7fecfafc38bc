package storage_test

import (
	"strings"
	"testing"

	"anketa/storage"
	"anketa/storage/storagetest"
)

const pin = "739154"

// Only the PIN that was set last opens; without one, none does.
func TestPIN(t *testing.T) {
	db := storagetest.Open(t)
	check := func(given string, wantHas, want bool) {
		t.Helper()
		if has, err := db.HasPIN(t.Context()); has != wantHas || err != nil {
			t.Errorf("there is a PIN: %v, error %v, want %v", has, err, wantHas)
		}
		if ok, _, err := db.CheckPIN(t.Context(), given); ok != want || err != nil {
			t.Errorf("PIN %q: got %v, error %v, want %v", given, ok, err, want)
		}
	}
	set := func(given string) {
		t.Helper()
		if err := db.SetPIN(t.Context(), given); err != nil {
			t.Fatal(err)
		}
	}
	check("", false, false)
	check(pin, false, false)
	set(pin)
	check(pin, true, true)
	check(pin+"0", true, false)
	check(pin[:5], true, false)
	check("", true, false)
	set("0000")
	check("0000", true, true)
	check(pin, true, false)
}

// The PIN survives the file's being closed, the file does not hold it in the
// clear, and the same PIN gives another hash under another salt.
func TestPINIsStoredAsHash(t *testing.T) {
	var hashes []string
	for range 2 {
		path := stored(t, func(db *storage.DB) {
			if err := db.SetPIN(t.Context(), pin); err != nil {
				t.Fatal(err)
			}
		})
		if strings.Contains(content(t, path), pin) {
			t.Error("the file holds the PIN")
		}
		hashes = append(hashes, pinRecord(t, path).value)
		db := storagetest.OpenFile(t, path)
		if ok, _, err := db.CheckPIN(t.Context(), pin); !ok || err != nil {
			t.Errorf("after reopening the PIN gives %v, error %v", ok, err)
		}
	}
	if hashes[0] == hashes[1] {
		t.Error("the same PIN was stored twice in the same form")
	}
}

// A PIN record that says nonsense, or that asks for more work than a kiosk can
// do, is damage: it neither opens nor locks for ever.
func TestPINRecordOfAnotherForm(t *testing.T) {
	hash := `"hash":"` + strings.Repeat("A", 43) + `="`
	for name, value := range map[string]string{
		"no JSON":         `pin`,
		"nothing":         `{}`,
		"no rounds":       `{"salt":"AAAA",` + hash + `,"time":0,"memory":64}`,
		"too many rounds": `{"salt":"AAAA",` + hash + `,"time":101,"memory":64}`,
		"too much memory": `{"salt":"AAAA",` + hash + `,"time":1,"memory":1048577}`,
		"short hash":      `{"salt":"AAAA","hash":"AAAA","time":1,"memory":64}`,
		"empty hash":      `{"salt":"AAAA","hash":"","time":1,"memory":64}`,
	} {
		t.Run(name, func(t *testing.T) {
			path := stored(t, func(*storage.DB) {})
			put(t, path, record{"meta", "pin", string(storage.Seal([]byte("pin"), []byte(value)))})
			db := open(t, path, storage.Options{})
			ok, _, err := db.CheckPIN(t.Context(), "")
			wantError(t, err, storage.ErrDamaged)
			if ok {
				t.Error("the empty PIN opens")
			}
		})
	}
}

// pinRecord returns the stored PIN of a closed file.
func pinRecord(t *testing.T, path string) record {
	t.Helper()
	for _, r := range in(dump(t, path), "meta") {
		if r.key == "pin" {
			return r
		}
	}
	t.Fatal("there is no PIN")
	return record{}
}
