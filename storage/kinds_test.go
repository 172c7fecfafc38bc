package storage_test

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"anketa/results"
	"anketa/storage"
	"anketa/storage/storagetest"
	"anketa/survey"
)

// Positions of the questions of [everything].
const (
	where = iota
	topics
	again
	promote
	years
	confidence
	why
	hint
	detail
	hours
	motto
	everyQuestion
)

// everything returns a survey with a question of every kind, conditions, one of
// them on a text, and a section.
func everything() *survey.Survey {
	no, said := &survey.Condition{Question: "again", Is: "no"}, true
	behind := &survey.Condition{Question: "why", Answered: &said}
	s := evaluation()
	s.ID, s.Sections = "everything", []survey.Section{{ID: "numbers", Title: english("Numbers")}}
	s.Questions = []survey.Question{
		{ID: "where", Kind: survey.KindChoice, Points: points("police", "court", "other"), Other: english("elsewhere")},
		{ID: "topics", Kind: survey.KindMulti, Points: points("a", "b", "c", "d", "e", "f", "g", "h", "other"), Other: english("another"), NotApplicable: english("none"), Min: 1, Max: 4},
		{ID: "again", Kind: survey.KindYesNo, Points: points("yes", "no")},
		{ID: "promote", Kind: survey.KindNPS, Points: points("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"), Section: 1},
		{ID: "years", Kind: survey.KindNumber, Min: -5, Max: 400, Unit: english("years"), NotApplicable: english("none"), Section: 1},
		{ID: "confidence", Kind: survey.KindBeforeAfter, Points: points("1", "2", "3", "4", "5"), NotApplicable: english("cannot tell")},
		{ID: "why", Kind: survey.KindText, MaxLength: 100, When: no},
		{ID: "hint", Kind: survey.KindNote, When: behind},
		{ID: "detail", Kind: survey.KindLikert, Points: points("1", "2", "3"), When: behind},
		{ID: "hours", Kind: survey.KindNumber, Max: 40, When: no},
		{ID: "motto", Kind: survey.KindText, MaxLength: 40, OneLine: true, AskQuote: true},
	}
	for i := range s.Questions {
		s.Questions[i].Text = english("?")
	}
	return s
}

// bothForms returns a survey of all kinds with its texts apart and in the rows.
func bothForms() map[string]*survey.Survey {
	linked := everything()
	linked.LinkTexts = true
	return map[string]*survey.Survey{"apart": everything(), "linked": linked}
}

// randomSheet draws a response to [everything]; any answer may be missing.
func randomSheet(rnd *rand.Rand) survey.Response {
	s := everything()
	answers := make([]survey.Answer, everyQuestion)
	for i := range answers {
		answers[i] = randomAnswer(rnd, &s.Questions[i])
	}
	return survey.Response{ID: randomID(rnd), Answers: s.Settle(answers)}
}

// randomAnswer draws an answer that fits a question.
func randomAnswer(rnd *rand.Rand, q *survey.Question) survey.Answer {
	point := func() survey.Code { return survey.Code(rnd.IntN(max(len(q.Points), 1)) + 1) }
	a := survey.Answer{Code: point()}
	switch {
	case q.Kind == survey.KindNote, rnd.IntN(5) == 0:
		return survey.Answer{}
	case q.Kind == survey.KindText:
		return survey.Answer{Text: "tekst " + strconv.Itoa(rnd.IntN(9)), Quote: q.AskQuote && rnd.IntN(2) == 0}
	case q.Kind == survey.KindBeforeAfter:
		a.Before = point()
	case q.HasNotApplicable() && rnd.IntN(5) == 0:
		return survey.Answer{Code: na}
	case q.Kind == survey.KindNumber:
		return survey.Answer{Code: survey.Answered, Number: q.Min + rnd.IntN(q.Max-q.Min+1)}
	case q.Kind == survey.KindMulti:
		a.Code = survey.Answered
		for a.Set.Len() < q.Min+rnd.IntN(q.Max-q.Min+1) {
			a.Set |= survey.Set(0).Toggle(point())
		}
	}
	if q.IsOther(a) && rnd.IntN(2) == 0 {
		a.Text = "drugo " + strconv.Itoa(rnd.IntN(9))
	}
	return a
}

// Whatever is answered to questions of all kinds is there when the file is
// opened again: in the tally, which a recount of the rows confirms, and as
// texts. Those behind "other" lie where the texts of text questions lie.
func TestKindsRoundTrip(t *testing.T) {
	for name, s := range bothForms() {
		t.Run(name, func(t *testing.T) {
			rnd := rand.New(rand.NewPCG(4, 4))
			var session survey.Session
			want, texts := results.NewBatches(s), map[string][]survey.Answer{}
			path := stored(t, func(db *storage.DB) {
				session = storagetest.Session(t, db, s)
				for range 200 {
					r := randomSheet(rnd)
					add(t, db, session.ID, r)
					want.Add(r.Answers)
					for i, a := range r.Answers {
						if a.Text != "" {
							id := s.Questions[i].ID
							texts[id] = append(texts[id], survey.Answer{Text: a.Text, Quote: a.Quote})
						}
					}
				}
			})
			db := storagetest.OpenFile(t, path)
			part, err := db.Part(t.Context(), session.ID)
			if err != nil {
				t.Fatal(err)
			}
			counted, err := db.Recount(t.Context(), session.ID)
			if err != nil {
				t.Fatal(err)
			}
			if stored, fresh := part.Batches.Total(), want.Total(); !stored.Equal(counted) || !stored.Equal(fresh) {
				t.Errorf("stored %+v, recounted %+v, want %+v", stored, counted, fresh)
			}
			if len(texts) != 4 {
				t.Fatalf("there are texts to %d questions, want 4", len(texts))
			}
			for i := range s.Questions {
				got, err := db.Texts(t.Context(), session.ID, s.Questions[i].ID)
				if err != nil {
					t.Fatal(err)
				}
				sameTexts(t, got, texts[s.Questions[i].ID])
			}
		})
	}
}

// A row gives its response back, without the texts that lie apart: also where a
// condition looks at such a text.
func TestKindsRows(t *testing.T) {
	for name, s := range bothForms() {
		rnd, rows := rand.New(rand.NewPCG(5, 5)), storage.NewRows(s)
		length, hidden := 0, 0
		for range 500 {
			r := randomSheet(rnd)
			row := rows.Encode(&r)
			got, err := rows.Decode(r.ID[:], row)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			for i := range r.Answers {
				a := &r.Answers[i]
				if i == hint {
					*a = survey.Answer{}
				} else if a.Code == survey.NotAsked {
					hidden++
				}
				if !s.LinkTexts {
					a.Text, a.Quote = "", false
				}
			}
			same(t, got, r)
			if length == 0 {
				length = len(row)
			}
			if !s.LinkTexts && len(row) != length {
				t.Fatalf("one row has %d bytes, another %d: lengths tell answers", len(row), length)
			}
		}
		if hidden == 0 {
			t.Errorf("%s: every question was asked", name)
		}
	}
}

// Nothing but the words of a text comes out beside them, wherever they are
// kept: not what else was chosen.
func TestTextsTellNothingElse(t *testing.T) {
	for name, s := range bothForms() {
		t.Run(name, func(t *testing.T) {
			db := storagetest.Open(t)
			session := storagetest.Session(t, db, s)
			answers := make([]survey.Answer, everyQuestion)
			answers[topics] = survey.Answer{Code: survey.Answered, Set: 1<<8 | 3, Text: "radionica"}
			answers[where] = survey.Answer{Code: 3, Text: "biblioteka"}
			add(t, db, session.ID, survey.Response{ID: survey.NewID(), Answers: s.Settle(answers)})
			for id, want := range map[string]string{"topics": "radionica", "where": "biblioteka"} {
				texts, err := db.Texts(t.Context(), session.ID, id)
				if err != nil {
					t.Fatal(err)
				}
				same(t, texts, []survey.Answer{{Text: want}})
			}
		})
	}
}

// The words behind "other" lie under keys of their own: the row is the same
// with and without them.
func TestOtherWordsApartFromRows(t *testing.T) {
	mute := survey.Response{ID: survey.NewID(), Answers: make([]survey.Answer, everyQuestion)}
	mute.Answers[where], mute.Answers[topics] = survey.Answer{Code: 3}, survey.Answer{Code: survey.Answered, Set: 1 << 8}
	mute.Answers = everything().Settle(mute.Answers)
	spoken := survey.Response{ID: mute.ID, Answers: append([]survey.Answer(nil), mute.Answers...)}
	spoken.Answers[where].Text, spoken.Answers[topics].Text = "biblioteka", "radionica"
	muteRows, none := oneResponse(t, everything(), mute)
	rows, texts := oneResponse(t, everything(), spoken)
	if rows[0].value != muteRows[0].value || len(none) != 0 || len(texts) != 2 {
		t.Fatalf("the row is %q with words and %q without; %d and %d texts lie apart", rows[0].value, muteRows[0].value, len(texts), len(none))
	}
	for _, text := range texts {
		wantNothingShared(t, rows[0], text)
	}
	linkedRows, linkedTexts := oneResponse(t, bothForms()["linked"], spoken)
	if !strings.Contains(linkedRows[0].value, "biblioteka") || !strings.Contains(linkedRows[0].value, "radionica") || len(linkedTexts) != 0 {
		t.Errorf("linked: the row is %q, %d texts lie apart", linkedRows[0].value, len(linkedTexts))
	}
}

// Words behind "other" are kept in one line and no longer than there is room.
func TestOtherWordsAreCleaned(t *testing.T) {
	for name, s := range bothForms() {
		t.Run(name, func(t *testing.T) {
			db := storagetest.Open(t)
			session := storagetest.Session(t, db, s)
			answers := make([]survey.Answer, everyQuestion)
			answers[where] = survey.Answer{Code: 3, Text: dirty + "\n" + strings.Repeat("š", 200), Quote: true}
			add(t, db, session.ID, survey.Response{ID: survey.NewID(), Answers: s.Settle(answers)})
			texts, err := db.Texts(t.Context(), session.ID, "where")
			if err != nil {
				t.Fatal(err)
			}
			same(t, texts, []survey.Answer{{Text: cleaned + " " + strings.Repeat("š", survey.MaxOtherLength-len(cleaned)-1)}})
		})
	}
}

// Sheets that do not fit a survey of all kinds leave nothing in the file: above
// all not those that disagree with a condition, or would once a text is cleaned.
func TestKindsRefused(t *testing.T) {
	var session survey.Session
	path := stored(t, func(db *storage.DB) { session = storagetest.Session(t, db, everything()) })
	before := dump(t, path)
	for name, spoil := range map[string]func(a []survey.Answer){
		"option beyond":            func(a []survey.Answer) { a[topics] = survey.Answer{Code: survey.Answered, Set: 1 << 9} },
		"too many options":         func(a []survey.Answer) { a[topics] = survey.Answer{Code: survey.Answered, Set: 31} },
		"number above":             func(a []survey.Answer) { a[years] = survey.Answer{Code: survey.Answered, Number: 401} },
		"half of before_after":     func(a []survey.Answer) { a[confidence] = survey.Answer{Code: 1} },
		"words behind no other":    func(a []survey.Answer) { a[where] = survey.Answer{Code: 1, Text: "x"} },
		"answer to a hidden one":   func(a []survey.Answer) { a[hours] = survey.Answer{Code: survey.Answered} },
		"hidden without condition": func(a []survey.Answer) { a[where] = survey.Answer{Code: survey.NotAsked} },
		"missing for hidden":       func(a []survey.Answer) { a[detail] = survey.Answer{} },
		"condition on a text of which nothing is left": func(a []survey.Answer) {
			a[again], a[why] = survey.Answer{Code: 2}, survey.Answer{Text: "\u200b"}
			a[hint], a[detail], a[hours] = survey.Answer{}, survey.Answer{Code: 1}, survey.Answer{}
		},
	} {
		t.Run(name, func(t *testing.T) {
			answers := everything().Settle(make([]survey.Answer, everyQuestion))
			spoil(answers)
			db := storagetest.OpenFile(t, path)
			if err := db.AddResponse(t.Context(), session.ID, survey.Response{ID: survey.NewID(), Answers: answers}); err == nil {
				t.Error("the response was stored")
			}
		})
		same(t, dump(t, path), before)
	}
}

// spoken makes a closed file of a survey of all kinds with two participants, of
// whom the first says something wherever there is room for it.
func spoken(t *testing.T, s *survey.Survey) *tampered {
	t.Helper()
	f := &tampered{}
	answers := []survey.Answer{
		{Code: 3, Text: "biblioteka"},
		{Code: survey.Answered, Set: 1<<8 | 1, Text: "radionica"},
		{Code: 2},
		{Code: 10},
		{Code: survey.Answered, Number: 300},
		{Code: 5, Before: 2},
		{Text: "predugo"},
		{},
		{Code: 3},
		{Code: survey.Answered, Number: 40},
		{Text: "jasno", Quote: true},
	}
	f.path = stored(t, func(db *storage.DB) {
		f.session = storagetest.Session(t, db, s).ID
		add(t, db, f.session, survey.Response{ID: survey.NewID(), Answers: answers})
		add(t, db, f.session, survey.Response{ID: survey.NewID(), Answers: s.Settle(make([]survey.Answer, everyQuestion))})
	})
	f.records = dump(t, f.path)
	return f
}

// Every flipped bit of a row, a tally or a text of any kind is noticed by Check.
func TestEveryFlippedBitOfKindsIsNoticed(t *testing.T) {
	for name, s := range bothForms() {
		for _, role := range []string{"rows", "tallies", "texts"} {
			t.Run(name+", "+role, func(t *testing.T) {
				f := spoken(t, s)
				if want := map[string]int{"rows": 2, "tallies": 1, "texts": 4}[role]; len(f.of(role)) != want && (name == "apart" || role != "texts") {
					t.Fatalf("there are %d %s, want %d", len(f.of(role)), role, want)
				}
				for _, r := range f.of(role) {
					for bit := 0; bit < 8*len(r.value); bit += 7 {
						put(t, f.path, flipped(r, bit))
						db := open(t, f.path, storage.Options{ReadOnly: true})
						wantError(t, db.Check(t.Context()), storage.ErrDamaged)
						_ = db.Close()
					}
					put(t, f.path, r)
				}
				db := open(t, f.path, storage.Options{})
				if err := db.Check(t.Context()); err != nil {
					t.Errorf("after all changes were taken back: %v", err)
				}
			})
		}
	}
}

// A row with a right checksum that says what its survey does not ask, which
// only another program writes, is damage; and so are more words behind "other"
// than people who chose it.
func TestCheckOfKinds(t *testing.T) {
	for name, s := range bothForms() {
		f := spoken(t, s)
		row := f.of("rows")[0]
		head := len(storage.NewRows(s).Head())
		for what, change := range map[string]struct {
			at    int
			bytes []byte
		}{
			"beyond other":          {0, []byte{4}},
			"not asked":             {0, []byte{254}},
			"no options":            {1, []byte{1, 0, 0}},
			"option beyond":         {1, []byte{1, 0, 2}},
			"number above":          {6, []byte{1, 0x96, 1}},
			"half of before_after":  {9, []byte{3, 0}},
			"code of a text":        {11, []byte{1}},
			"conditional beyond":    {12, []byte{4}},
			"not asked with number": {13, []byte{254, 1}},
		} {
			payload := []byte(row.value[:len(row.value)-4])
			copy(payload[head+change.at:], change.bytes)
			changed := row
			changed.value = string(storage.Seal([]byte(row.key), payload))
			put(t, f.path, changed)
			db := open(t, f.path, storage.Options{})
			_, err := db.Recount(t.Context(), f.session)
			if wantError(t, err, storage.ErrDamaged); t.Failed() {
				t.Fatalf("%s, %s", name, what)
			}
			_ = db.Close()
		}
	}
	f := spoken(t, everything())
	for _, text := range f.of("texts") {
		if !strings.Contains(text.value, "biblioteka") && !strings.Contains(text.value, "radionica") {
			continue
		}
		extra := text
		extra.key = "0123456789abcdef"
		extra.value = string(storage.Seal([]byte(extra.key), []byte(text.value[:len(text.value)-4])))
		put(t, f.path, extra)
		db := open(t, f.path, storage.Options{})
		wantError(t, db.Check(t.Context()), storage.ErrDamaged)
		_ = db.Close()
		remove(t, f.path, extra)
	}
	db := open(t, f.path, storage.Options{})
	if err := db.Check(t.Context()); err != nil {
		t.Error(err)
	}
}
