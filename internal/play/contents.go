package play

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// ToContents is the target of a link that shows the contents, or leaves them.
const ToContents = "contents"

// unfolds is how long the contents take to open, and to close.
const unfolds = 0.45

// Contents is what the contents show: all scenes as small pictures by act.
type Contents struct {
	Shown float64 // 0: not at all; 1: they stand open
	Here  int     // the scene where the reader is
	Deck  *stage.Deck
	Seen  func(scene int) bool
	// Picture is a scene's small one, wide or upright as the window is; nil until it
	// is made.
	Picture func(scene int) *draw.Sheet
}

// ContentsMark is the mark of a scene in the contents: a link to it.
func ContentsMark(scene string) draw.ID { return draw.Name(contentsName).Sub(scene) }

const contentsName = "contents"

// contents is how far they are open.
type contents struct {
	open bool
	at   float64 // even, 0 to 1
}

// Contents reports whether the contents are open, or about to be.
func (m *Machine) Contents() bool { return m.contents.open }

// SetContents opens the contents over the scene, or closes them: the reader is where
// they were.
func (m *Machine) SetContents(on bool) {
	m.read()
	m.showContents(on)
}

func (m *Machine) showContents(on bool) {
	if on == m.contents.open || on && m.options.Contents == nil {
		return
	}
	m.contents.open, m.dirty = on, true
	m.press, m.second, m.finger.down, m.looking = press{}, pointer{}, false, false
	m.focus, m.ringed = noID, false
	m.hover(noID)
	if on {
		m.takeOver()
		m.pick(noID)
	}
}

// unfold moves the contents on, and reports whether they have changed.
func (m *Machine) unfold(step anim.Seconds) bool {
	c := &m.contents
	before, to := c.at, 0.0
	if c.open {
		to = 1
	}
	switch by := step / unfolds; {
	case m.reduced:
		c.at = to
	case c.at < to:
		c.at = min(to, c.at+by)
	case c.at > to:
		c.at = max(to, c.at-by)
	}
	return c.at != before || c.at > 0 && m.smaller.lacking
}

// unfolding reports whether the contents will change by themselves.
func (m *Machine) unfolding() bool {
	c := &m.contents
	return c.open != (c.at == 1) || !c.open && c.at > 0 || c.open && m.smaller.lacking
}

// drawContents draws the contents over what the list holds.
func (m *Machine) drawContents(l *draw.List, v *stage.View, shown float64) {
	m.smaller.made, m.smaller.lacking = false, false
	upright := v.Layout().Form.Upright()
	c := Contents{
		Shown: shown, Here: m.scene, Deck: m.show.Deck,
		Seen:    func(i int) bool { return m.seen[i] },
		Picture: func(i int) *draw.Sheet { return m.small(i, upright) },
	}
	m.options.Contents(l, v, &c)
}

// Ahead draws into the list the contents as they will stand open in an area, and makes
// a small picture that they lack: for a player that rests. It reports false where
// there are no contents; more is whether others are still to be made. The list is the
// caller's.
func (m *Machine) Ahead(l *draw.List, area geom.Rect) (more, ok bool) {
	if m.options.Contents == nil || area.Empty() {
		return false, false
	}
	defer func() { m.smaller.in = 0 }() // what fails here, fails again where it is seen
	v := m.View(m.picture(area))
	v.Hover = stage.Touch{}
	l.Reset(area, v.Theme.Ground)
	lacking := m.smaller.lacking
	m.drawContents(l, &v, 1)
	more, m.smaller.lacking = m.smaller.lacking, lacking
	return more, true
}

// Changes counts what makes small pictures of the contents stale, besides the
// language, the theme and the window.
func (m *Machine) Changes() int { return m.smaller.changes }

// Small pictures are drawn as if the window were one of these, whichever it is.
var (
	smallWide    = geom.R(0, 0, 1440, 900)
	smallUpright = geom.R(0, 0, 360, 640)
)

// smaller is the small pictures of the scenes.
type smaller struct {
	all     []miniature
	made    bool // one was made since the last look: the others wait for the next
	lacking bool // some are waited for
	changes int
	in      int // work, plus 1: where making it fails
}

type miniature struct {
	of      look
	list    draw.List
	sheet   *draw.Sheet
	changes int // of its drawings and of the story
}

// look is what a small picture depends on.
type look struct {
	lang    int
	theme   string
	upright bool
	changes int
}

// small is a scene's small picture. One that is lacking is made, but only one at a
// time: nil until then.
func (m *Machine) small(i int, upright bool) *draw.Sheet {
	if m.omitted[i] {
		return nil
	}
	s := &m.smaller.all[i]
	of := look{int(m.lang), m.Theme().Name, upright, s.changes}
	if s.sheet != nil && s.of == of {
		return s.sheet
	}
	if m.smaller.made {
		m.smaller.lacking = true
		if s.sheet != nil && s.of.upright == upright {
			return s.sheet // of another theme, or another language, for a moment
		}
		return nil
	}
	m.smaller.made, m.smaller.in = true, i+1
	area := smallWide
	if upright {
		area = smallUpright
	}
	v := m.show.View(i, m.lang, m.Theme(), m.set, area)
	v.Now = m.time(i).Length()
	v.Clock = v.Now
	s.list.Reset(area, v.Theme.Ground)
	m.scenes[i].Draw(&s.list, v)
	simplify(&s.list, upright)
	s.of, s.sheet = of, draw.Miniature(&s.list, of.key(m.scenes[i].Name()))
	m.smaller.in = 0
	return s.sheet
}

// simplify leaves out of a small picture what nobody can read there, and what its
// marks mean.
func simplify(l *draw.List, upright bool) {
	least := 18.0
	if upright {
		least = 13
	}
	kept := l.Marks[:0]
	for _, k := range l.Marks {
		switch {
		case k.Kind == draw.KindOpen, k.Kind == draw.KindClose, k.Alpha <= 0:
			continue
		case k.Kind == draw.KindText && k.Run.Style.Size < least:
			continue
		}
		switch k.Sem.Frame {
		case draw.FrameChapter, draw.FrameSource, draw.FrameHint, draw.FrameProgress:
			continue
		}
		k.Sem, k.Parent, k.Pair = draw.Decor(), -1, -1
		kept = append(kept, k)
	}
	clear(l.Marks[len(kept):])
	l.Marks, l.Stills = kept, nil // these tell places of what was left out
}

// key tells pictures of different looks apart (FNV-1a).
func (k look) key(scene string) uint64 {
	h := uint64(14695981039346656037)
	add := func(b byte) { h = (h ^ uint64(b)) * 1099511628211 }
	for _, b := range []byte(scene + "\x00" + k.theme) {
		add(b)
	}
	add(byte(k.lang))
	if k.upright {
		add(1)
	}
	for n := k.changes; n > 0; n >>= 8 {
		add(byte(n))
	}
	return h
}

// change has the small pictures of a scene made anew; of all where scene is negative.
func (m *Machine) change(scene int) {
	m.smaller.changes++
	for i := range m.smaller.all {
		if i == scene || scene < 0 {
			m.smaller.all[i].changes++
		}
	}
}

// keyInContents does what a key means while the contents are open.
func (m *Machine) keyInContents(name string) (ok, meant bool) {
	way, arrow := ways[name]
	switch {
	case arrow:
		m.focusToward(way)
	case name == "Escape", name == "c", name == "C":
		m.showContents(false)
	case name == " ":
		return m.Activate(m.focus), true
	case name == "Home":
		m.Focus(ContentsMark(m.scenes[0].Name()), true)
	case name == "End":
		m.Focus(ContentsMark(m.scenes[len(m.scenes)-1].Name()), true)
	case name == "PageDown", name == "PageUp":
	default:
		return false, false
	}
	return true, true
}

// focusToward gives the keys to the nearest picture that way; at first to that of the
// scene where the reader is.
func (m *Machine) focusToward(way geom.Pt) {
	if m.list == nil {
		return
	}
	from := m.list.Find(m.focus)
	if from < 0 || m.focus.Name != contentsName {
		m.Focus(ContentsMark(m.SceneName()), true)
		return
	}
	at, best, next := m.list.Bounds(from).Center(), math.Inf(1), -1
	for i := range m.list.Marks {
		mark := &m.list.Marks[i]
		if i == from || mark.Kind == draw.KindClose || mark.ID.Name != contentsName || mark.Sem.Role != draw.RoleLink {
			continue
		}
		d := m.list.Bounds(i).Center().Sub(at)
		along := d.Dot(way)
		across := math.Abs(d.X*way.Y) + math.Abs(d.Y*way.X)
		if along < 8 || across > 2*along {
			continue
		}
		if far := along + 2*across; far < best {
			best, next = far, i
		}
	}
	if next >= 0 {
		m.Focus(m.list.Marks[next].ID, true)
	}
}
