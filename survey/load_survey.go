package survey

import (
	"fmt"
	"slices"

	"go.yaml.in/yaml/v4"
)

// survey reads the document.
func (l *loader) survey(n *yaml.Node) {
	f := l.fields(n, "the survey", "id", "title", "intro", "languages", "latin_words", "min_group", "release", "link_texts", "kiosk", "report", "scales", "questions", "breakdowns")
	l.languages = l.langs(f.get("languages"))
	l.latinWords = l.words(f.get("latin_words"))
	l.out = &Survey{
		ID:        l.id(f.want("id")),
		Title:     l.text(f.want("title")),
		Intro:     l.text(f.get("intro")),
		Languages: l.languages,
		MinGroup:  l.integer(f.get("min_group"), DefaultMinGroup, DefaultMinGroup, maxGroup),
		Release:   ReleaseMode(l.oneOf(f.get("release"), string(ReleaseLagged), string(ReleaseLive))),
		LinkTexts: l.boolean(f.get("link_texts")),
		Kiosk:     l.kiosk(f.get("kiosk")),
	}
	l.readScales(f.get("scales"))
	l.ids, l.columns = map[string]bool{}, map[string]bool{"event": true, "session": true}
	l.questions = f.want("questions")
	l.all = idsBelow(l.questions)
	for _, item := range l.items(l.questions, 1, maxItems) {
		if isSection(item) {
			l.section(item)
		} else {
			l.put(l.question(item, nil))
		}
	}
	l.checkCount(l.questions)
	l.breakdowns(f.get("breakdowns"))
	l.out.Report = l.infographic(f.get("report"))
}

// put puts a question behind the others.
func (l *loader) put(q Question, f fields) {
	l.out.Questions = append(l.out.Questions, q)
	l.places = append(l.places, f)
}

// checkCount reports a survey that asks nothing, or too much for the stored form.
func (l *loader) checkCount(n *yaml.Node) {
	if n == nil {
		return
	}
	if len(l.out.Questions) > maxItems {
		l.report(n, "too-many", fmt.Sprintf("the survey has %d questions, and %d are the most", len(l.out.Questions), maxItems), "leave some out")
	}
	if len(l.out.Questions) > 0 && !slices.ContainsFunc(l.out.Questions, func(q Question) bool { return q.Asks() }) {
		l.report(n, "no-question", "the survey has only notes", "add a question")
	}
}

// langs reads the languages of the survey; without the key they are those of the interface.
func (l *loader) langs(n *yaml.Node) []Lang {
	if n == nil {
		return Languages()
	}
	var langs []Lang
	for _, item := range l.items(n, 1, 9) {
		lang, err := ParseLang(item.Value)
		switch {
		case err != nil:
			l.notLanguage(item, Languages())
		case slices.Contains(langs, lang):
			l.report(item, "language", fmt.Sprintf("the language %s is named twice", lang), "name it once")
		default:
			langs = append(langs, lang)
		}
	}
	if len(langs) == 0 {
		return Languages()
	}
	return langs
}

// words reads a list of words.
func (l *loader) words(n *yaml.Node) []string {
	var words []string
	for _, item := range l.items(n, 1, maxItems) {
		word, ok := l.scalar(item)
		if word = CleanLine(word, maxID); word != "" {
			words = append(words, word)
		} else if ok {
			l.report(item, "empty-text", "the word is empty", "write one, or leave the line out")
		}
	}
	return words
}

// kiosk reads when the kiosk acts by itself, and how.
func (l *loader) kiosk(n *yaml.Node) Kiosk {
	k := DefaultKiosk()
	if n == nil {
		return k
	}
	f := l.fields(n, "kiosk", "idle", "countdown", "confirm", "thanks", "on_idle")
	l.duration(f.get("idle"), &k.Idle)
	l.duration(f.get("countdown"), &k.Countdown)
	l.duration(f.get("confirm"), &k.Confirm)
	l.duration(f.get("thanks"), &k.Thanks)
	if l.oneOf(f.get("on_idle"), "drop", string(IdleKeep)) == string(IdleKeep) {
		k.OnIdle = IdleKeep
	}
	return k
}
