package survey_test

import (
	"strconv"
	"strings"
	"testing"
)

// Settings of the survey out of their bounds.
func TestLoadBadSettings(t *testing.T) {
	group := func(shown string) string { return "4:12: " + badNumber(shown, 5, 1000) }
	refuse(t, []broken{
		{"group of four", head + "min_group: 4\n" + ask, []string{group("4")}},
		{"group of minus five", head + "min_group: -5\n" + ask, []string{group("-5")}},
		{"group too large", head + "min_group: 1001\n" + ask, []string{group("1001")}},
		{"group and a half", head + "min_group: 5.5\n" + ask, []string{group("5.5")}},
		{"group in words", head + "min_group: five\n" + ask, []string{group("five")}},
		{"group beyond all numbers", head + "min_group: 99999999999999999999\n" + ask, []string{group("99999999999999999999")}},
		{"list of groups", head + "min_group: [5]\n" + ask, []string{"4:12: error: a single value is expected here; write it behind the colon"}},
		{"release", head + "release: now\n" + ask, []string{`4:10: error: "now" is not known here; write lagged or live`}},
		{"link_texts", head + "link_texts: yes\n" + ask, []string{`4:13: error: "yes" is not known here; write false or true`}},
		{"kiosk", head + "kiosk: 60s\n" + ask, []string{"4:8: error: kiosk is written as lines of “key: value”; use the keys idle, countdown, confirm, thanks, on_idle"}},
		{"times", head + "kiosk: { idle: 60, countdown: 0s, confirm: -1s, thanks: 1h1s }\n" + ask, []string{
			"4:16: " + badTime("60"), "4:31: " + badTime("0s"), "4:44: " + badTime("-1s"), "4:57: " + badTime("1h1s"),
		}},
		{"on_idle", head + "kiosk: { on_idle: store }\n" + ask, []string{`4:19: error: "store" is not known here; write drop or keep`}},
		{"id with a space", "id: a b\ntitle: T\nlanguages: [en]\n" + ask, []string{"1:5: " + badName("a b")}},
		{"id of 41 characters", "id: " + strings.Repeat("a", 41) + "\ntitle: T\nlanguages: [en]\n" + ask, []string{"1:5: " + badName(strings.Repeat("a", 41))}},
		{"id is a list", "id: [a]\ntitle: T\nlanguages: [en]\n" + ask, []string{"1:5: error: a single value is expected here; write it behind the colon"}},
		{"id begins with a dot", "id: .a\ntitle: T\nlanguages: [en]\n" + ask, []string{"1:5: " + badName(".a")}},
		{"id ends with a newline", "id: \"a\\n\"\ntitle: T\nlanguages: [en]\n" + ask, []string{"1:5: " + badName("a")}},
	})
}

// Names are made of the characters that CSV columns and other programs take.
func TestLoadNames(t *testing.T) {
	for _, name := range []string{"a", "z", "A", "Z", "0", "9", "a_b-c.d", "AZ09az", "x_", "7-", strings.Repeat("a", 40)} {
		if s := load(t, "id: \""+name+"\"\ntitle: T\nlanguages: [en]\n"+ask); s.ID != name {
			t.Errorf("got %q, want %q", s.ID, name)
		}
	}
	var files []broken
	for _, name := range []string{"", "_a", "-a", ".a", "a/b", "a:b", "a@b", "a[b", "a`b", "a{b", "a b", "ä", "ж", strings.Repeat("a", 41)} {
		files = append(files, broken{name, "id: \"" + name + "\"\ntitle: T\nlanguages: [en]\n" + ask, []string{"1:5: " + badName(name)}})
	}
	for name, shown := range map[string]string{"a\u00a0b": "a b", "a\u0301": "á", "a\\tb": "a b", "a\\0": "a"} {
		files = append(files, broken{name, "id: \"" + name + "\"\ntitle: T\nlanguages: [en]\n" + ask, []string{"1:5: " + badName(shown)}})
	}
	refuse(t, files)
}

// Languages that are none.
func TestLoadBadLanguages(t *testing.T) {
	refuse(t, []broken{
		{"no tag", "id: s\ntitle: T\nlanguages: [en, serbian latin]\n" + ask, []string{
			`3:17: error: "serbian latin" is not a language tag; write one such as sr-Latn, sr-Cyrl or en`,
		}},
		{"empty tag", "id: s\ntitle: T\nlanguages: [en, \"\"]\n" + ask, []string{
			`3:17: error: "" is not a language tag; write one such as sr-Latn, sr-Cyrl or en`,
		}},
		{"mapping", "id: s\ntitle: T\nlanguages: { en: English }\n" + ask, []string{
			"3:12: error: a list is expected here; write lines that start with a dash, or [a, b]",
		}},
		{"none", "id: s\ntitle: T\nlanguages: []\n" + ask, []string{"3:12: error: the list has 0 entries; write 1 to 9"}},
		{"ten", "id: s\ntitle: T\nlanguages: [en, de, fr, es, it, pt, nl, da, sv, fi]\n" + ask, []string{
			"3:12: error: the list has 10 entries; write 1 to 9",
		}},
		{"control characters", "id: s\ntitle: T\nlanguages: [en, \"\\e]0;x\\a\"]\n" + ask, []string{
			`3:17: error: "]0;x" is not a language tag; write one such as sr-Latn, sr-Cyrl or en`,
		}},
	})
}

// Texts that say nothing, say too much, or say it in the wrong languages.
func TestLoadBadTexts(t *testing.T) {
	refuse(t, []broken{
		{"empty", "id: s\ntitle: \"\"\nlanguages: [en]\n" + ask, []string{"2:8: error: the text is empty; write what people read, or leave the key out"}},
		{"nothing", "id: s\ntitle:\nlanguages: [en]\n" + ask, []string{"2:7: error: the text is empty; write what people read, or leave the key out"}},
		{"only invisible characters", "id: s\ntitle: \"\\u200b\\u00a0\\u202e\"\nlanguages: [en]\n" + ask, []string{"2:8: error: the text is empty; write what people read, or leave the key out"}},
		{"list", "id: s\ntitle: [T]\nlanguages: [en]\n" + ask, []string{"2:8: error: a text is one string, or one for each language such as “en: Welcome”; write it in one of these ways"}},
		{"301 characters", "id: s\ntitle: " + strings.Repeat("č", 301) + "\nlanguages: [en]\n" + ask, []string{
			"2:8: error: the text has more than 300 characters; shorten it, because nobody reads that on a screen",
		}},
		{"other language", "id: s\ntitle: { en: T, de: T }\nlanguages: [en]\n" + ask, []string{"2:17: error: de is not among the languages of this survey; add it to languages, or leave this text out"}},
		{"no language", "id: s\ntitle: { en: T, n/a: T }\nlanguages: [en]\n" + ask, []string{
			`2:17: error: "n/a" is not a language tag; write one such as sr-Latn, sr-Cyrl or en`,
		}},
		{"list for a language", "id: s\ntitle: { en: [T] }\nlanguages: [en]\n" + ask, []string{
			"2:14: error: the text of a language is one string; write it behind the colon",
		}},
		{"columns count characters", "id: s\ntitle: { sr: čšž, en: \"\" }\nlanguages: [sr, en]\n" + ask, []string{"2:23: error: the text is empty; write what people read, or leave the key out"}},
	})
}

// Texts of 300 characters are read whole, however many bytes they need.
func TestLoadLongestText(t *testing.T) {
	want := strings.Repeat("ž", 300)
	s := load(t, "id: s\ntitle: "+want+"\nlanguages: [en]\n"+ask)
	if got := s.Title["en"]; got != want {
		t.Errorf("got %d bytes, want %d", len(got), len(want))
	}
}

// Scales that are none. A scale stands in line 5, its points begin in line 6.
func TestLoadBadScales(t *testing.T) {
	const scale = head + "scales:\n  s:\n"
	const order = "error: the points of a scale have the values 1, 2, 3 … in this order, and here stands "
	const number = "; number them from the lowest to the highest"
	refuse(t, []broken{
		{"list", head + "scales: [s]\n" + ask, []string{"4:9: error: scales is a list of names, each with its points; write “name:” and below it “points:”"}},
		{"no points", scale + "    not_applicable: N\n" + ask, []string{"6:5: error: the key points is missing here; add a line “points:”"}},
		{"one point", scale + "    points: [{ value: 1, label: A }]\n" + ask, []string{"6:13: error: the list has 1 entry; write 2 to 11"}},
		{"twelve points", scale + "    points:\n" + scalePoints(12) + ask, []string{"7:7: error: the list has 12 entries; write 2 to 11"}},
		{"words as points", scale + "    points: [bad, good]\n" + ask, []string{
			"6:14: error: a point is written as lines of “key: value”; use the keys value, label",
			"6:19: error: a point is written as lines of “key: value”; use the keys value, label",
		}},
		{"from nought", scale + "    points: [{ value: 0, label: A }, { value: 1, label: B }]\n" + ask, []string{"6:14: " + order + `"0"` + number}},
		{"a gap", scale + "    points: [{ value: 1, label: A }, { value: 3, label: B }]\n" + ask, []string{"6:38: " + order + `"3"` + number}},
		{"backwards", scale + "    points: [{ value: 2, label: A }, { value: 1, label: B }]\n" + ask, []string{"6:14: " + order + `"2"` + number}},
		{"names", scale + "    points: [{ value: low, label: A }, { value: high, label: B }]\n" + ask, []string{"6:14: " + order + `"low"` + number}},
		{"no label", scale + "    points: [{ value: 1 }, { label: B, value: 2 }]\n" + ask, []string{"6:14: error: the key label is missing here; add a line “label:”"}},
		{"no value", scale + "    points: [{ value: 1, label: A }, { label: B }]\n" + ask, []string{"6:38: error: the key value is missing here; add a line “value:”"}},
		{"empty not_applicable", scale + "    points: [{ value: 1, label: A }, { value: 2, label: B }]\n    not_applicable: \"\"\n" + ask, []string{
			"7:21: error: the text is empty; write what people read, or leave the key out",
		}},
		{"name", head + "scales:\n  my scale:\n    points: [{ value: 1, label: A }, { value: 2, label: B }]\n" + ask, []string{"5:3: " + badName("my scale")}},
	})
}

// scalePoints writes the points of a scale, one a line.
func scalePoints(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("      - { value: " + strconv.Itoa(i+1) + ", label: A }\n")
	}
	return b.String()
}
