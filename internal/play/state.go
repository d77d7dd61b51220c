package play

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
)

// state is all that changes while a story plays, as a value.
type state struct {
	scene, beat int // where the reader is: the drawn time moves to that beat's end
	shot        shot
	next        shot // what is drawn when the veil has closed
	cutting     bool
	veil        float64      // 0: the picture is whole; 1: it is hidden
	passing     bool         // the veil is that of a way from one act to another
	stay        anim.Seconds // what is left of the way's rest
	handover    handover

	clock   anim.Seconds
	lang    story.Lang
	theme   int
	playing bool
	speed   float64
	reduced bool
	held    bool         // at a time that was scrubbed to: the time does not move by itself
	hold    hold         // stopped from outside, see Hold
	resting bool         // playback rests at the beat's end
	rest    anim.Seconds // what is left of it

	finger  finger
	press   press
	second  pointer // the other finger of a pinch
	spread  float64 // its distance from the first
	middle  geom.Pt // between them
	mouse   pointer // as it hovers
	looking bool    // the pointer has moved since the last hover was found
	tapped  anim.Seconds
	tappedP geom.Pt

	contents contents

	low    bool // the picture stands where the hall has it low
	lowers bool // and is to, when it has faded

	focus     draw.ID
	ringed    bool // the focus came by keys: show it
	notice    string
	noticeEnd anim.Seconds
	address   string // a link out of the story, or of this part of it, that was followed

	touched bool         // a reader has been here since the start
	quiet   anim.Seconds // how long nobody has been
	met     anim.Seconds // the clock at which a reader came, or had gone
	loops   int          // how often the story has begun again with nobody there
	part    int          // of the round that is played with nobody there
	turns   bool         // the look of a loop comes when the picture of the last one has gone
	active  anim.Seconds // the clock at which the last reaction has settled
	still   bool         // nothing moved after the last tick
	due     dues         // when it came to rest
	dirty   bool         // something changed the picture since the last tick
}

// shot is what is drawn of one scene.
type shot struct {
	scene               int
	now                 anim.Seconds
	hover, picked, left stage.Touch
	inputs              stage.Inputs
	zoom                zoom
}

// finger is a press on the picture; force is even, the view eases it.
type finger struct {
	at    geom.Pt
	force float64
	down  bool
}

// start is the state of a story that begins.
func (m *Machine) start() {
	m.state = state{
		lang: m.First().Lang, theme: m.theme, reduced: m.options.Reduced, playing: m.options.Playing, speed: m.ordinary(), tapped: -1,
		shot: shot{zoom: wholeZoom()}, dirty: true, clock: m.clock,
		met: m.clock,
	}
	if m.reduced {
		m.shot.now = m.time(0).End(0)
	}
	for i := range m.kept {
		m.kept[i] = stage.Inputs{}
		m.seen[i] = i == 0
	}
}

// coming is the shot that the reader is on the way to.
func (m *Machine) coming() *shot {
	if m.cutting {
		return &m.next
	}
	return &m.shot
}

// Scene is the place of the scene where the reader is.
func (m *Machine) Scene() int { return m.scene }

// SceneName is its name.
func (m *Machine) SceneName() string { return m.scenes[m.scene].Name() }

// Drawn is the name of the scene in the picture: during a cut, of the one before.
func (m *Machine) Drawn() string { return m.scenes[m.shot.scene].Name() }

// Beat is the place of the beat where the reader is.
func (m *Machine) Beat() int { return m.beat }

// Now is the drawn scene's own time.
func (m *Machine) Now() anim.Seconds { return m.shot.now }

// Step is the number of the present beat among all beats of the story, from 0.
func (m *Machine) Step() int { return m.show.Deck.Step(m.scene, m.beat) }

// Deck is the scenes with their time lines.
func (m *Machine) Deck() *stage.Deck { return m.show.Deck }

// Fonts are what text is set in.
func (m *Machine) Fonts() *typeset.Fonts { return m.fonts }

// Story is the story in the reader's language.
func (m *Machine) Story() *story.Story { return m.words }

// Bundle is the story in all languages.
func (m *Machine) Bundle() *story.Bundle { return m.show.Bundle }

// Lang is the reader's language.
func (m *Machine) Lang() story.Lang { return m.lang }

// Theme is the present theme.
func (m *Machine) Theme() *stage.Theme { return m.show.Themes[m.theme] }

// Playing reports whether the story goes on by itself.
func (m *Machine) Playing() bool { return m.playing }

// Speed is the speed of playback; 1 is the scenes' own.
func (m *Machine) Speed() float64 { return m.speed }

// Reduced reports whether settled pictures are shown instead of motion.
func (m *Machine) Reduced() bool { return m.reduced }

// Picked is the mark that is picked; zero where none is.
func (m *Machine) Picked() draw.ID { return m.coming().picked.ID }

// Focused is the mark that the keys work; zero where there is none.
func (m *Machine) Focused() draw.ID { return m.focus }

// Notice is the copy key of what the reader should know; empty: nothing.
func (m *Machine) Notice() string { return m.notice }

// Pressed reports whether a pointer is down.
func (m *Machine) Pressed() bool { return m.press.on }

// List is the last picture; nil before the first.
func (m *Machine) List() *draw.List { return m.list }

// TakeAddress returns the address of a link out of the story that the reader
// has followed since the last call; empty: none. A link to a scene that a part of
// the story lacks is as String writes it, with its "#".
func (m *Machine) TakeAddress() string {
	a := m.address
	m.address = ""
	return a
}
