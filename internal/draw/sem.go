package draw

import (
	"strconv"
	"strings"
)

// ID names a mark within its list: what it is, which of several (N, from 1), and
// which part of it (Part, and K of several parts). A mark keeps its ID while it
// lives. Making one allocates nothing.
type ID struct {
	Name string
	N    int
	Part string
	K    int
}

// Name is the ID of a mark that is alone of its kind.
func Name(name string) ID { return ID{Name: name} }

// Nth is the ID of the n-th of several, from 1.
func Nth(name string, n int) ID { return ID{Name: name, N: n} }

// Sub is the ID of a part of what id names.
func (id ID) Sub(part string) ID { return ID{id.Name, id.N, part, 0} }

// SubN is the ID of the k-th of several parts, from 1.
func (id ID) SubN(part string, k int) ID { return ID{id.Name, id.N, part, k} }

// String writes "name", "name.3", "name.3/part" or "name.3/part.2".
func (id ID) String() string {
	s := id.Name
	if id.N != 0 {
		s += "." + strconv.Itoa(id.N)
	}
	if id.Part != "" {
		s += "/" + id.Part
		if id.K != 0 {
			s += "." + strconv.Itoa(id.K)
		}
	}
	return s
}

// Zero reports whether the ID names nothing.
func (id ID) Zero() bool { return id.Name == "" }

// ParseID reads what String wrote.
func ParseID(s string) ID {
	whole, part, _ := strings.Cut(s, "/")
	var id ID
	id.Name, id.N = cutNumber(whole)
	id.Part, id.K = cutNumber(part)
	return id
}

func cutNumber(s string) (string, int) {
	if i := strings.LastIndexByte(s, '.'); i > 0 {
		if n, err := strconv.Atoi(s[i+1:]); err == nil && n > 0 {
			return s[:i], n
		}
	}
	return s, 0
}

// Role is what a mark or a group is to somebody who does not see it.
type Role uint8

const (
	RoleNone    Role = iota // a part of its group, or decoration
	RoleHeading             // Level 1 to 3
	RoleText                // a paragraph or a label
	RoleFigure              // a number with its unit and label
	RolePicture             // Label describes it
	RoleList
	RoleItem
	RoleTable
	RoleRow
	RoleCell
	RoleButton // touch: picks it
	RoleToggle // touch: flips its input between 0 and 1; Now tells which
	RoleSlider // drag or step: sets its input between Min and Max, along its part "track" where it has one, a stroke along its line
	RoleLink   // touch: goes to Target
	RoleSource // where the figures come from
)

// Touchable reports whether a finger, a key or a pointer can work the role.
func (r Role) Touchable() bool {
	return r == RoleButton || r == RoleToggle || r == RoleSlider || r == RoleLink
}

var roleNames = [...]string{"none", "heading", "text", "figure", "picture", "list", "item", "table", "row", "cell", "button", "toggle", "slider", "link", "source"}

func (r Role) String() string {
	if int(r) < len(roleNames) {
		return roleNames[r]
	}
	return "role" + strconv.Itoa(int(r))
}

// ParseRole reads what String wrote; ok is false where there is no such role.
func ParseRole(name string) (r Role, ok bool) {
	for i, n := range roleNames {
		if n == name {
			return Role(i), true
		}
	}
	return RoleNone, false
}

// Digits says why a text mark may show digits.
type Digits uint8

const (
	DigitsNone   Digits = iota // it may not
	DigitsFigure               // it shows the figure, or the figures, that Sem names
	DigitsTick                 // a number of a scale or a legend
	DigitsPage                 // a page's or a step's number, or a date of the page itself
	DigitsInput                // what the reader set, or a result worked out from it
)

// Frame is what a mark is in the frame around a scene's picture. Who tells the
// scene in words of their own takes from it what they need and leaves it out.
type Frame uint8

const (
	FrameNone     Frame = iota // it belongs to the picture
	FrameChapter               // of the story, that the scene belongs to
	FrameTitle                 // of the scene
	FrameDeck                  // the sentence under the title
	FrameSource                // where the figures come from
	FrameHint                  // what to touch
	FrameProgress              // how far the story is
)

// Sem is what a mark means. The zero Sem is decoration.
type Sem struct {
	Role    Role
	Label   string   // read in place of the mark's own text
	Detail  string   // a sentence more, for a description
	Figure  string   // the id of the figure that it shows
	Figures []string // where it shows several
	Digits  Digits
	Level   int     // of a heading
	On      bool    // a button's or a toggle's state
	Target  string  // a link's: a state such as "aluminium/2", or an address
	Now     float64 // a slider's or a toggle's value
	Min     float64
	Max     float64
	Step    float64
	Value   string // the value as read out, "96 分"
	// Free marks may overlap others on purpose: a figure inside a ring, a card.
	Free  bool
	Frame Frame
	// Traced buttons are read along: a press that moves on over those of one name picks
	// the one that it is lifted from.
	Traced bool
}

// Decor returns the meaning of decoration.
func Decor() Sem { return Sem{} }
