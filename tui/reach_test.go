package tui_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"
)

// reached walks everything that a value refers to, unexported fields and what
// lies behind the length of a slice included, and returns the paths at which a
// text is found: as a string, as bytes or as runes. Stores and contexts, which are not
// the screen's, are left out, and so are functions, into which nobody can look.
func reached(value any, text string) []string {
	w := &walker{text: text, seen: map[visit]bool{}}
	w.walk(reflect.ValueOf(value), "")
	return w.found
}

// walker is a walk under way.
type walker struct {
	text  string
	seen  map[visit]bool
	found []string
}

// visit is a place that was walked; a struct and its first field share one.
type visit struct {
	at   uintptr
	size int
	kind reflect.Type
}

// walk looks at a value and what it refers to.
func (w *walker) walk(v reflect.Value, path string) {
	if !v.IsValid() || skipped(v.Type()) {
		return
	}
	switch v.Kind() {
	case reflect.String:
		w.look(v.String(), path)
	case reflect.Interface:
		w.walk(v.Elem(), path)
	case reflect.Pointer:
		if w.enter(v, 1) {
			w.walk(v.Elem(), path)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			w.walk(v.Field(i), path+"."+v.Type().Field(i).Name)
		}
	case reflect.Map:
		if w.enter(v, v.Len()) {
			for _, key := range v.MapKeys() {
				w.walk(key, path+"[key]")
				w.walk(v.MapIndex(key), path+"["+key.Kind().String()+"]")
			}
		}
	case reflect.Slice:
		if w.enter(v, v.Cap()) {
			w.items(v.Slice(0, v.Cap()), path)
		}
	case reflect.Array:
		w.items(v, path)
	}
}

// items looks at what a slice or an array holds.
func (w *walker) items(v reflect.Value, path string) {
	switch v.Type().Elem().Kind() {
	case reflect.Uint8:
		bytes := make([]byte, v.Len())
		for i := range bytes {
			bytes[i] = byte(v.Index(i).Uint())
		}
		w.look(string(bytes), path)
	case reflect.Int32:
		runes := make([]rune, v.Len())
		for i := range runes {
			if runes[i] = rune(v.Index(i).Int()); !utf8.ValidRune(runes[i]) {
				runes[i] = utf8.RuneError
			}
		}
		w.look(string(runes), path)
	default:
		for i := range v.Len() {
			w.walk(v.Index(i), path+"[]")
		}
	}
}

// enter reports whether a place was not walked yet.
func (w *walker) enter(v reflect.Value, size int) bool {
	if v.IsNil() {
		return false
	}
	here := visit{v.Pointer(), size, v.Type()}
	if w.seen[here] {
		return false
	}
	w.seen[here] = true
	return true
}

// look compares a text.
func (w *walker) look(s, path string) {
	if strings.Contains(s, w.text) {
		w.found = append(w.found, path)
	}
}

// skipped reports whether a type is not the screen's.
func skipped(t reflect.Type) bool {
	name := t.String()
	return strings.HasPrefix(name, "context.") || strings.HasPrefix(name, "*context.") || strings.Contains(name, "tui_test.spy") ||
		strings.HasPrefix(name, "*testing.") || strings.HasPrefix(name, "*time.Location")
}

// TestReached holds that the walk finds what it looks for, wherever that is.
func TestReached(t *testing.T) {
	type inner struct {
		hidden []rune
		any    any
	}
	long := append(make([]string, 0, 4), "a", "secret")
	for name, c := range map[string]struct {
		value any
		want  int
	}{
		"nothing":        {struct{ a string }{"b"}, 0},
		"field":          {&struct{ a *inner }{&inner{any: "a secret"}}, 1},
		"runes":          {&inner{hidden: []rune("the secret")}, 1},
		"bytes":          {[]byte("the secret"), 1},
		"behind the end": {struct{ s []string }{long[:1]}, 1},
		"map":            {map[string]any{"secret": []any{"secret"}}, 2},
	} {
		if got := reached(c.value, "secret"); len(got) != c.want {
			t.Errorf("%s: found at %q, want %d places", name, got, c.want)
		}
	}
	ring := &inner{}
	ring.any = ring
	if got := reached(ring, "secret"); len(got) != 0 {
		t.Errorf("a ring gave %q", got)
	}
}
