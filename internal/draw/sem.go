package draw

import "strconv"

// ID names a mark within its list. Name tells what it is, N which of several;
// a mark keeps its ID while it lives.
type ID struct {
	Name string
	N    int
}

// Name is the ID of a mark that is alone of its kind.
func Name(name string) ID { return ID{Name: name} }

// Nth is the ID of the n-th of several, from 1.
func Nth(name string, n int) ID { return ID{Name: name, N: n} }

func (id ID) String() string {
	if id.N == 0 {
		return id.Name
	}
	return id.Name + "." + strconv.Itoa(id.N)
}

// Zero reports whether the ID names nothing.
func (id ID) Zero() bool { return id.Name == "" }

// ParseID reads what String wrote.
func ParseID(s string) ID {
	for i := len(s) - 1; i > 0; i-- {
		if s[i] == '.' {
			if n, err := strconv.Atoi(s[i+1:]); err == nil && n > 0 {
				return ID{s[:i], n}
			}
			break
		}
	}
	return ID{Name: s}
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
	RoleSlider // drag or step: sets its input between Min and Max
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

// Digits says why a text mark may show digits.
type Digits uint8

const (
	DigitsNone    Digits = iota // it may not
	DigitsFigure                // it shows the figure, or the figures, that Sem names
	DigitsTick                  // a tick of an axis
	DigitsPage                  // a page's or a step's number, or a date of the page itself
	DigitsInput                 // what the reader set, or a result worked out from it
	DigitsFormula               // an identifier such as H₂, a model or a unit such as CO₂
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
	// Still marks move with their group only; a mark that is Free may overlap
	// others on purpose (a figure inside a ring).
	Free bool
}

// Decor is the meaning of a mark that means nothing by itself.
var decor Sem

// Decor returns the meaning of decoration.
func Decor() Sem { return decor }
