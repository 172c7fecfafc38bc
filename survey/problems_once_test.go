package survey_test

import "testing"

// A key that stands twice is a mistake: otherwise the second one would silently
// win, and a question could lose its text or its headline without a word.
func TestLoadRepeatedKeys(t *testing.T) {
	refuse(t, []broken{
		{"of the survey", head + "id: w\n" + ask, []string{`4:1: error: the key "id" stands here twice; keep one of them`}},
		{"of the kiosk", head + "kiosk: { idle: 1s, idle: 2s }\n" + ask, []string{`4:20: error: the key "idle" stands here twice; keep one of them`}},
		{"of a question", head + ask + "    text: W\n", []string{`8:5: error: the key "text" stands here twice; keep one of them`}},
		{"of a point", head + "questions:\n  - { id: q, kind: choice, text: Q, options: [{ value: a, value: c, label: A }, { value: b, label: B }] }\n", []string{
			`5:59: error: the key "value" stands here twice; keep one of them`,
		}},
		{"three times", head + "intro: A\nintro: B\nintro: C\n" + ask, []string{
			`5:1: error: the key "intro" stands here twice; keep one of them`, `6:1: error: the key "intro" stands here twice; keep one of them`,
		}},
	})
}

// The same holds for the names of scales and for the languages of a text, also
// when they are written in different ways.
func TestLoadRepeatedNames(t *testing.T) {
	refuse(t, []broken{
		{"scale", scaledTwice, []string{`6:3: error: the scale "s" stands here twice; give each scale a name of its own`}},
		{"language of a text", "id: s\ntitle: { en: T, en: W }\nlanguages: [en]\n" + ask, []string{"2:17: error: the text for en stands here twice; keep one of them"}},
		{"language in two spellings", "id: s\ntitle: { sr: T, sr-latn: W }\nlanguages: [sr]\n" + ask, []string{"2:17: error: the text for sr-Latn stands here twice; keep one of them"}},
		{"language of the survey", "id: s\ntitle: T\nlanguages: [en, sr, EN]\n" + ask, []string{"3:21: error: the language en is named twice; name it once"}},
	})
}

// scaledTwice defines one scale two times.
const scaledTwice = head + `scales:
  s: { points: [{ value: 1, label: A }, { value: 2, label: B }] }
  s: { points: [{ value: 1, label: C }, { value: 2, label: D }] }
` + ask

// One mistake is reported once: a text without a language is one text, however
// many languages it stands for.
func TestLoadReportsTextOnce(t *testing.T) {
	refuse(t, []broken{
		{"empty", "id: s\ntitle: \"\"\n" + ask, []string{"2:8: error: the text is empty; write what people read, or leave the key out"}},
		{"hint", "id: s\ntitle: T\n" + ask + "    hint: \"\\u200b\"\n", []string{"7:11: error: the text is empty; write what people read, or leave the key out"}},
	})
}

// A question whose kind is missing or not known is reported for that alone: it
// is not checked as if it were of another kind.
func TestLoadUnknownKindAlone(t *testing.T) {
	refuse(t, []broken{
		{"unknown", head + "questions:\n  - { id: q, kind: matrix, text: Q }\n", []string{
			`5:20: error: "matrix" is not known here; write likert, choice, multi, yes_no, nps, number, text, before_after or note`,
		}},
		{"missing", head + "questions:\n  - { id: q, text: Q, max_length: 5 }\n", []string{"5:5: error: the key kind is missing here; add a line “kind:”"}},
		{"list", head + "questions:\n  - { id: q, kind: [text], text: Q, options: [] }\n", []string{"5:20: error: a single value is expected here; write it behind the colon"}},
	})
}

// The value of a point is reported where it stands, also when the point before
// it has none, and a wrong value is reported once.
func TestLoadScaleValuePosition(t *testing.T) {
	const scale = head + "scales:\n  s:\n    points: "
	refuse(t, []broken{
		{"second point", scale + "[{ value: \"\", label: A }, { value: 2, label: B }]\n" + ask, []string{"6:23: " + badName("")}},
		{"used twice", scale + "[{ value: 1, label: A }, { value: 1, label: B }]\n" + ask, []string{`6:47: error: the value "1" is used twice; give each point a value of its own`}},
	})
}

// A point whose value is wrong is still a point: the headline is not reported as
// holding all the others, nor for naming one that is there.
func TestLoadHeadlineBesideBadPoint(t *testing.T) {
	refuse(t, []broken{
		{"option", head + "questions:\n  - { id: q, kind: choice, text: Q, headline: [b], options: [{ value: ?, label: A }, { value: b, label: B }] }\n", []string{
			"5:71: " + badName("?"),
		}},
		{"point of a scale", head + "scales:\n  s:\n    points: [{ value: ?, label: A }, { value: 2, label: B }]\n" +
			"questions:\n  - { id: q, kind: likert, scale: s, text: Q, headline: [2] }\n", []string{"6:23: " + badName("?")}},
		{"two without a value", head + "questions:\n  - { id: q, kind: choice, text: Q, options: [{ value: ?, label: A }, { value: ?, label: B }] }\n", []string{
			"5:56: " + badName("?"), "5:80: " + badName("?"),
		}},
	})
}

// A time is at least a millisecond, as the message says.
func TestLoadShortTimes(t *testing.T) {
	refuse(t, []broken{
		{"nanosecond", head + "kiosk: { idle: 1ns }\n" + ask, []string{"4:16: " + badTime("1ns")}},
		{"just below", head + "kiosk: { idle: 999us }\n" + ask, []string{"4:16: " + badTime("999us")}},
	})
}

// Bytes that are no UTF-8 and control characters are reported where they stand.
func TestLoadBadCharacterPosition(t *testing.T) {
	refuse(t, []broken{
		{"Latin-1", head + "intro: uspe\xb9no\n" + ask, []string{"4:12: error: the file is not UTF-8 here; save it as UTF-8"}},
		{"behind letters of two bytes", head + "intro: čš\xff\n" + ask, []string{"4:10: error: the file is not UTF-8 here; save it as UTF-8"}},
		{"cut off", head + ask + "# \xe2\x82", []string{"8:3: error: the file is not UTF-8 here; save it as UTF-8"}},
		{"NUL", head + "intro: a\x00b\n" + ask, []string{"4:9: error: the file has a control character here; delete it"}},
		{"escape", head + "intro: a\n\x1b[31m\n" + ask, []string{"5:1: error: the file has a control character here; delete it"}},
	})
}
