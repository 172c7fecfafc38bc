package tui

import (
	"context"
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"anketa/survey"
	"anketa/tui/big"
)

// Model is the kiosk: the only tea.Model.
type Model struct {
	*shared
	cfg    Config
	do     commands
	screen screen
	isDark bool

	// sessions are those that results are shown of; the first one takes answers.
	sessions []survey.Session
	// interview is the walk of the person in front of the terminal, or nil.
	interview *survey.Interview
	// response waits for being stored; its id is drawn once.
	response survey.Response
	// afterPIN is what the right PIN opens.
	afterPIN action
	// store is what is known of the store.
	store outage
	// lastKey is when somebody typed last; alarm is when the timer rings that
	// compares it with the time, or the zero time while none runs.
	lastKey, alarm time.Time
	// began is when the turn of the person in front of the terminal began, sent
	// when the one before ended; neither is kept with a response.
	began, sent time.Time
	// watch tells of changes in the store.
	watch <-chan struct{}
	// characters are those that the terminal can draw.
	characters *characters
	// owed is true when a response was stored behind a facilitator's screen, so that
	// its participant was not thanked yet.
	owed bool
	// entered is how many forms from paper were stored in this sitting.
	entered int
	// quitting is true once the program is asked to end.
	quitting bool
	// facilitator is true from the right PIN until a participants' screen is shown.
	facilitator bool
	// deaf is the rest after a paste.
	deaf deaf
	// mouse is where the mouse is and what it did.
	mouse mouse
}

// New returns the kiosk. The context ends its commands and its watch.
func New(ctx context.Context, cfg Config) *Model {
	cfg = cfg.withDefaults()
	if cfg.Start == StartWelcome {
		// The preset described the session that is open now, not the one after it.
		cfg.Preset = Preset{}
	}
	m := &Model{
		cfg: cfg, do: commands{ctx: ctx, store: cfg.Store, copy: cfg.Backup, report: cfg.Report, log: cfg.Log, pace: cfg.Pace, now: cfg.Now}, isDark: true, sessions: cfg.Sessions,
		characters: newCharacters(cfg.Terminal),
		shared:     &shared{survey: cfg.Survey, lang: cfg.Lang, timers: &clock{}, now: cfg.Now, newID: cfg.NewID, fonts: big.Fonts(), layout: newLayout(80, 24), pace: cfg.Pace},
	}
	// The caller has just opened the store and found it ready.
	m.store.asked = m.now()
	m.dress()
	_ = m.home() // Init clears up.
	return m
}

// dress makes styles, texts and keys anew.
func (m *Model) dress() {
	if m.text == nil || m.text.Lang != m.lang {
		m.text = stringsFor(m.lang)
	}
	m.styles = newStyles(m.appearance())
	m.keys = newKeyMap(m.text, m.survey.Languages)
	if m.screen != nil {
		m.screen.lay()
	}
}

// Init starts the watch and asks for the background of the terminal.
func (m *Model) Init() tea.Cmd {
	m.watch = m.cfg.Store.Watch(m.do.ctx)
	return tea.Batch(tea.RequestBackgroundColor, m.do.wait(m.watch), m.readRelease(), m.readWait(), m.erase())
}

// Update dispatches.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if m.ignores(msg) {
		return m, nil
	}
	if pointed, ok := msg.(tea.MouseMsg); ok {
		return m, m.point(pointed)
	}
	// What lies below a mouse that rests is shown again when it moves.
	m.leave()
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.layout = newLayout(msg.Width, msg.Height)
		m.screen.lay()
	case tea.BackgroundColorMsg:
		m.isDark = msg.IsDark()
		m.dress()
	case tea.KeyPressMsg:
		return m, m.press(msg)
	case tea.PasteMsg:
		return m, m.pastes(msg)
	case tea.PasteEndMsg:
		return m, m.pasted()
	case timeMsg:
		return m, m.rung(msg)
	default:
		return m, m.told(msg)
	}
	return m, nil
}

// View shows the screen, or asks for a larger terminal.
func (m *Model) View() tea.View {
	content := ""
	switch {
	case m.quitting:
	case m.layout.tooSmall():
		content = m.layout.notice(m.text.Format(m.text.Notice.TooSmall, minWidth, minHeight))
	default:
		content = m.highlight(m.screen.view())
	}
	v := tea.NewView(m.characters.draw(content))
	if !m.quitting && !m.layout.tooSmall() {
		v.MouseMode = tea.MouseModeAllMotion
	}
	v.AltScreen = !m.quitting
	v.WindowTitle = "anketa"
	v.ForegroundColor, v.BackgroundColor = m.ground()
	return v
}

// forward gives a message to the screen and carries out what it asks for.
func (m *Model) forward(msg tea.Msg) tea.Cmd {
	next, cmd := m.screen.update(msg)
	return tea.Batch(cmd, m.apply(next))
}

// press handles a key.
func (m *Model) press(msg tea.KeyPressMsg) tea.Cmd {
	m.store.untouched = false
	if m.layout.tooSmall() {
		return m.heard()
	}
	if m.offer != offerNone && key.Matches(msg, m.keys.NewPerson) {
		return m.newPerson()
	}
	if s, ok := m.screen.(*stillThere); ok {
		// Whoever comes back meets the screen as it was; the key does nothing else.
		m.timers.stop(timerCountdown)
		m.screen = s.behind
		return m.heard()
	}
	heard := m.heard()
	var settled tea.Cmd
	if s, ok := m.screen.(settler); ok {
		settled = m.apply(s.settle())
	}
	return tea.Batch(heard, settled, m.forward(m.read(msg)))
}

// pastes gives what was pasted to the screen, where there is one to see.
func (m *Model) pastes(msg tea.PasteMsg) tea.Cmd {
	if m.layout.tooSmall() {
		return nil
	}
	return tea.Batch(m.heard(), m.forward(msg))
}

// changed reads what may be shown now and waits for the next change.
func (m *Model) changed(msg changedMsg) tea.Cmd {
	if !msg.more {
		return nil
	}
	return tea.Batch(m.do.wait(m.watch), m.readRelease(), m.readWait(), m.measure())
}

// measure asks for the size of a second terminal: the system tells a program
// only when its first one changes.
func (m *Model) measure() tea.Cmd {
	if m.cfg.Start != StartLive {
		return nil
	}
	return tea.RequestWindowSize
}
