package play

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
)

// Options are what a machine is made with.
type Options struct {
	Lang    story.Lang
	Theme   string // empty: the story's first
	Reduced bool   // settled pictures instead of motion
	Playing bool   // plays from the start, and again when it goes back there
	// Hall has the player look after itself where visitors come and go; nil: it has
	// one reader.
	Hall *Hall
	// Swipe takes a quick drag over the picture for a step on or back: where no
	// page scrolls.
	Swipe bool
	// Excerpt says that the scenes are some of a story's: a link to another one leads
	// out.
	Excerpt bool
	// Chrome draws the player's own controls over the scene; nil: none.
	Chrome func(l *draw.List, v *stage.View, c Controls)
	// Contents draws the contents over the scene; nil: there are none.
	Contents func(l *draw.List, v *stage.View, c *Contents)
	// Passage draws the way from one act to another over the scene; nil: scenes fade.
	Passage func(l *draw.List, v *stage.View, p *Passage)
	// Handovers are the scenes that open into one another.
	Handovers []stage.Handover
}

// Machine is a player of one story. It belongs to one goroutine.
type Machine struct {
	options Options
	scenes  []stage.Scene
	fonts   *typeset.Fonts
	set     *typeset.Setter

	show  *stage.Production
	words *story.Story

	themeLinks []string

	home Link // the start, as far as the options do not say it

	earlier []*stage.Production // shown before the present one: what Fail goes back to
	omitted []bool              // the scenes that Fail has left out

	state
	kept []stage.Inputs // what the reader set in each scene
	seen []bool         // the scenes where the reader has been since the start

	staff  staff
	visit  visit
	visits []Visit // that have ended

	smaller smaller
	turned  turned
	handed  handed

	list   *draw.List // the last picture: what a touch is looked up in
	listed int        // the scene of it
	view   stage.View // of it; kept here, where it costs no allocation
}

// New returns a machine that stands at the beginning of the story. It fails
// where there is no scene, and where SetStory does.
func New(b *story.Bundle, fonts *typeset.Fonts, scenes []stage.Scene, o Options) (*Machine, error) {
	show, err := produce(b, scenes, fonts)
	if err != nil {
		return nil, err
	}
	m := &Machine{options: o, scenes: scenes, fonts: fonts}
	look := m.First()
	m.set = typeset.NewSetter(fonts, look.Lang.String())
	m.kept, m.seen = make([]stage.Inputs, len(scenes)), make([]bool, len(scenes))
	m.smaller.all = make([]miniature, len(scenes))
	m.lang, m.reduced = look.Lang, o.Reduced
	m.perform(show)
	m.theme = m.themeIndex(look.Theme)
	m.start()
	return m, nil
}

// SetStory replaces the story and stays where the reader is. It fails, and
// changes nothing, where the story does not suit the scenes and fonts or a theme
// lacks a colour.
func (m *Machine) SetStory(b *story.Bundle) error {
	show, err := produce(b, m.scenes, m.fonts)
	if err != nil {
		return err
	}
	if err := show.HangAs(m.show); err != nil {
		return err
	}
	m.keep(m.show)
	m.take(show)
	return nil
}

func produce(b *story.Bundle, scenes []stage.Scene, fonts *typeset.Fonts) (*stage.Production, error) {
	show, err := stage.Produce(b, scenes)
	if err == nil {
		err = Suits(b, scenes, fonts)
	}
	return show, err
}

func (m *Machine) take(show *stage.Production) {
	name := m.First().Theme
	if _, had := m.show.Theme(name); had || name == "" {
		name = m.Theme().Name // unless the last story lacked what was asked for
	}
	m.perform(show)
	m.theme = m.themeIndex(name)
	m.shot.now = min(m.shot.now, m.time(m.shot.scene).Length())
	m.dirty = true
}

func (m *Machine) perform(show *stage.Production) {
	m.endHandover()
	m.show, m.themeLinks, m.omitted = show, m.themeLinks[:0], make([]bool, len(m.scenes))
	m.change(-1)
	for _, t := range show.Themes {
		m.themeLinks = append(m.themeLinks, Link{Theme: t.Name}.String())
	}
	m.speak()
}

// speak takes the words of the present language.
func (m *Machine) speak() {
	m.words = m.show.Bundle.In(m.lang)
	m.set.SetLang(m.lang.String())
}

// themeIndex is the place of the named theme, 0 where there is none.
func (m *Machine) themeIndex(name string) int {
	i, _ := m.show.Theme(name)
	return i
}

func (m *Machine) time(scene int) *anim.Timeline { return &m.show.Deck.Slots[scene].Time }

// View is what the picture now depends on.
func (m *Machine) View(area geom.Rect) stage.View { return m.viewOf(&m.shot, area) }

func (m *Machine) viewOf(s *shot, area geom.Rect) stage.View {
	v := m.show.View(s.scene, m.lang, m.Theme(), m.set, area)
	v.Now, v.Clock = s.now, m.clock
	v.Hover, v.Picked, v.Left, v.Inputs = s.hover, s.picked, s.left, s.inputs
	v.Finger = stage.Finger{At: m.finger.at, Force: anim.CubicOut(m.finger.force)}
	v.Zoom = stage.Zoom{Scale: s.zoom.scale, Focus: s.zoom.focus}
	return v
}

// Foresee draws into the list what the picture of the area will be when it has
// come to rest. The list is the caller's.
func (m *Machine) Foresee(l *draw.List, area geom.Rect) {
	s := *m.coming()
	if !m.held {
		s.now = m.time(s.scene).End(m.beat)
	}
	s.zoom.scale = s.zoom.to
	v := m.viewOf(&s, m.picture(area))
	l.Reset(area, v.Theme.Ground)
	clipped := m.clip(l, v.Area)
	if m.contents.open {
		m.drawContents(l, &v, 1)
	} else {
		m.scenes[s.scene].Draw(l, v)
	}
	if clipped {
		l.Pop()
	}
	if m.options.Chrome != nil {
		m.options.Chrome(l, &v, m.controls(l.Area))
	}
}

// Draw replaces what the list holds by the picture of the area. The machine
// keeps the list to look touches up in: it may be redrawn, but not by others.
// Where the area is another than before, what a magnified picture showed in its
// middle stays there.
func (m *Machine) Draw(l *draw.List, area geom.Rect) {
	k, held := m.inMiddle(area)
	m.draw(l, area)
	if held && m.center(k) {
		m.draw(l, area)
	}
	if held {
		m.turned = turned{k, m.shot.scene, m.shot.zoom}
	}
}

func (m *Machine) draw(l *draw.List, area geom.Rect) {
	m.view = m.View(m.picture(area))
	v := &m.view
	l.Reset(area, v.Theme.Ground)
	clipped := m.clip(l, v.Area)
	if m.contents.at < 1 {
		m.drawScene(l, v)
	}
	if m.contents.at > 0 {
		m.drawContents(l, v, anim.CubicInOut(m.contents.at))
	}
	if clipped {
		l.Pop()
	}
	if m.options.Chrome != nil {
		m.options.Chrome(l, v, m.controls(l.Area))
	}
	m.ring(l, v)
	m.list, m.listed = l, m.shot.scene
}

// clip keeps what follows within the picture, where that is not the whole window.
func (m *Machine) clip(l *draw.List, picture geom.Rect) bool {
	if picture == l.Area {
		return false
	}
	l.PushClip(picture)
	return true
}

func (m *Machine) drawScene(l *draw.List, v *stage.View) {
	if h := &m.handover; h.on && (!h.drawn || m.handed.outer.Area != v.Area) {
		m.prepare(v.Area)
	}
	fades := m.veil > 0 && !m.passing
	if fades {
		l.Push(geom.Identity(), 1-anim.CubicInOut(m.veil))
	}
	if m.handover.on {
		m.drawHandover(l)
	} else {
		m.scenes[m.shot.scene].Draw(l, *v)
	}
	if fades {
		l.Pop()
	}
	if m.veil > 0 && m.passing {
		m.passage(l, v)
	}
}
