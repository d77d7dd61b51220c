package anim

// Curve is an ease by its name. Stories hold its number: new ones come last.
type Curve uint8

// The curves that have names.
const (
	LinearCurve Curve = iota
	QuadInCurve
	QuadOutCurve
	CubicOutCurve
	CubicInOutCurve
	SineInOutCurve
	BackOutCurve

	LastCurve = BackOutCurve
)

var (
	curveNames = [...]string{"linear", "quad-in", "quad-out", "cubic-out", "cubic-in-out", "sine-in-out", "back-out"}
	curveEases = [...]Ease{Linear, QuadIn, QuadOut, CubicOut, CubicInOut, SineInOut, BackOut}
)

// String is its name: "cubic-out".
func (c Curve) String() string { return curveNames[min(c, LastCurve)] }

// Ease is what it stands for.
func (c Curve) Ease() Ease { return curveEases[min(c, LastCurve)] }

// CurveNames are the names of all curves, by their numbers.
func CurveNames() []string { return append([]string(nil), curveNames[:]...) }
