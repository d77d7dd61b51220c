package play

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// Keypad is what covers the picture of a hall while its staff are at work.
type Keypad struct {
	Open     bool
	Digits   bool    // it asks for a code
	Typed    int     // digits so far
	Wrong    bool    // the last code was
	Cleaning float64 // what is left of the time without touches, from 1 to 0
}

// KeypadName names the marks of the keypad's buttons: a touch of one does what its
// target says.
const KeypadName = "keypad"

// Targets of the keypad's buttons besides the digits, "0" to "9". They are the names of
// the keys that do the same, where there is one.
const (
	Erase   = "Backspace"
	Dismiss = "Escape"
	Clean   = "clean"
)

const (
	cornerSide  = 48.0 // of the window's corner that staff hold, in points
	cornerHeld  = 4.0
	keypadWaits = 20.0 // for a key
	cleanLasts  = 30.0
	mostWrong   = 3 // codes until nobody may try
	barredFor   = 60.0
)

// staff is what a hall's staff do. It is no part of the state, which visitors leave.
type staff struct {
	corner   corner
	open     bool
	typed    string
	wrong    int // codes since the last right one
	missed   bool
	now      anim.Seconds // all that has passed, also while the machine's clock was slow
	used     anim.Seconds // when the last key was
	barred   anim.Seconds // until when it cannot be opened
	cleaning bool
	cleaned  anim.Seconds // when that ends
	deaf     bool         // to keys that went down while the picture was covered
	ended    bool
}

// corner is a finger that is held there.
type corner struct {
	on       bool
	id       int
	since    anim.Seconds
	attracts bool // nobody was there before
	playing  bool
}

// Ended reports whether the staff have ended the player by their code.
func (m *Machine) Ended() bool { return m.staff.ended }

// CallStaff opens the keypad of a hall. It reports false where there is no hall, where
// the picture is covered already, and for a while after too many wrong codes.
func (m *Machine) CallStaff() bool {
	if m.options.Hall == nil || m.covered() || m.bars() {
		return false
	}
	m.staff.open, m.staff.used = true, m.staff.now
	m.letAll()
	return true
}

// covered reports whether the keypad or the veil of cleaning lies over the picture, and
// the story holds still.
func (m *Machine) covered() bool { return m.staff.open || m.staff.cleaning }

func (m *Machine) bars() bool { return m.staff.now < m.staff.barred }

// letAll forgets what is down.
func (m *Machine) letAll() {
	m.press, m.second, m.finger, m.looking, m.tapped = press{}, pointer{}, finger{}, false, -1
	m.focus, m.ringed = noID, false
	m.staff.corner = corner{}
	m.hover(noID)
	m.dirty = true
}

// uncover shows the picture again, as it was.
func (m *Machine) uncover() {
	s := &m.staff
	s.open, s.cleaning, s.typed, s.missed, s.deaf = false, false, "", false, true
	m.quiet = 0
	m.letAll()
}

// serve lets time pass while the picture is covered, and reports whether what covers it
// has changed.
func (m *Machine) serve() bool {
	s := &m.staff
	switch {
	case s.cleaning && m.staff.now < s.cleaned:
	case s.cleaning, m.staff.now >= s.used+keypadWaits:
		m.uncover()
	default:
		return false
	}
	return true
}

// attends reports whether the staff's time runs, though the picture may be still.
func (m *Machine) attends() bool { return m.covered() || m.staff.corner.on || m.bars() }

// atCorner sees what a pointer does in the corner that staff hold, besides what it does
// to the picture.
func (m *Machine) atCorner(kind PointerKind, id int, at geom.Pt) {
	k := &m.staff.corner
	within := m.list != nil && geom.R(m.list.Area.X, m.list.Area.Y, cornerSide, cornerSide).Has(at)
	switch {
	case kind == Down && within && m.options.Hall != nil:
		*k = corner{true, id, m.staff.now, m.Attracts(), m.playing}
	case k.id == id && (kind != Move || !within), kind == Down:
		*k = corner{}
	}
}

// holdCorner opens the keypad where the corner has been held for long. Where nobody was
// there before, this was no visitor: the story plays on afterwards.
func (m *Machine) holdCorner() {
	k := m.staff.corner
	if !k.on || m.staff.now < k.since+cornerHeld {
		return
	}
	m.staff.corner = corner{}
	if !m.CallStaff() || !k.attracts {
		return
	}
	m.playing, m.touched, m.visit = k.playing, false, visit{}
	m.coming().picked, m.coming().left = stage.Touch{}, stage.Touch{}
}

// onKeypad works the button under a finger as soon as it comes down: hands that type
// overlap.
func (m *Machine) onKeypad(kind PointerKind, at geom.Pt) {
	if kind == Up || kind == Cancel {
		m.hover(noID)
	}
	if kind != Down || m.list == nil {
		return
	}
	i := m.list.HitIndex(at)
	if i < 0 {
		return
	}
	if k := &m.list.Marks[i]; k.ID.Name == KeypadName && k.Sem.Role == draw.RoleLink {
		m.hover(k.ID)
		m.keyOnKeypad(k.Sem.Target)
	}
}

// keyOnKeypad does what a key, or the button of that name, means to the keypad.
func (m *Machine) keyOnKeypad(name string) bool {
	s := &m.staff
	if s.cleaning {
		return true
	}
	code := m.options.Hall.Code
	switch {
	case name == Dismiss:
		m.uncover()
	case name == Clean:
		m.uncover()
		s.cleaning, s.cleaned = true, m.staff.now+cleanLasts
	case code == "":
		return false
	case name == Erase:
		s.typed = s.typed[:max(0, len(s.typed)-1)]
	case name == "Enter":
		m.tryCode(code)
	case len(name) == 1 && name[0] >= '0' && name[0] <= '9':
		s.typed, s.missed = s.typed+name, false
		if len(s.typed) >= len(code) {
			m.tryCode(code)
		}
	default:
		return false
	}
	s.used, m.dirty = m.staff.now, true
	return true
}

func (m *Machine) tryCode(code string) {
	s := &m.staff
	typed := s.typed
	s.typed = ""
	switch {
	case typed == "":
	case typed == code:
		s.ended, s.wrong = true, 0
	default:
		s.missed = true
		if s.wrong++; s.wrong >= mostWrong {
			m.uncover()
			s.wrong, s.barred = 0, m.staff.now+barredFor
		}
	}
}

// keypad is what covers the picture now.
func (m *Machine) keypad() Keypad {
	s := &m.staff
	k := Keypad{Open: s.open, Typed: len(s.typed), Wrong: s.missed}
	if s.open {
		k.Digits = m.options.Hall.Code != ""
	}
	if s.cleaning {
		k.Cleaning = anim.Clamp((s.cleaned - m.staff.now) / cleanLasts)
	}
	return k
}
