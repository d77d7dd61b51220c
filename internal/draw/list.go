package draw

import (
	"lianhua/internal/geom"
	"lianhua/internal/typeset"
)

// Kind is the sort of a mark.
type Kind uint8

const (
	KindShape Kind = iota // Path, filled or stroked by Pen
	KindText              // Run, its baseline starting at the origin
	KindDots              // Dots
	KindField             // Field
	KindSheet             // Sheet
	KindOpen              // a group begins: it draws nothing itself
	KindClose             // the group that began at Partner ends
)

// Mark is one entry of a list.
type Mark struct {
	Kind   Kind
	ID     ID
	Sem    Sem
	M      geom.Affine // from the mark's own coordinates to the picture's
	Alpha  float64     // opacity, 0 to 1, of all groups around it
	Clip   geom.Rect   // in the picture's coordinates; empty: not clipped
	Within *Clip       // nil: not clipped by a path
	Paint  Paint
	Path   *geom.Path
	Pen    geom.Pen // Width 0: filled by the non-zero rule
	Run    *typeset.Run
	Dots   []Dot
	Field  *Field
	Sheet  *Sheet
	Parent int // index of the enclosing KindOpen, -1 at the top
	Pair   int // KindOpen: index of its KindClose, and the reverse
}

// List is a picture. The zero value is empty and ready.
type List struct {
	Marks []Mark
	Area  geom.Rect // the picture's extent
	// Ground is the colour behind everything.
	Ground Color
	// Stills are stretches of the marks that backends may keep, in their order.
	Stills []Still
	// Added is told of each mark as it begins to stand in the list; nil: nobody is. It is for
	// who asks where a mark comes from.
	Added func(m *Mark)

	state  []state
	open   []int
	paths  []*geom.Path
	npaths int
	dots   []Dot
	fields []*Field
	nfield int
	clips  []*Clip
	nclips int
}

type state struct {
	m      geom.Affine
	alpha  float64
	clip   geom.Rect
	within *Clip
}

// Reset empties the list for a new picture and keeps its memory. Paths and
// fields handed out before may no longer be used.
func (l *List) Reset(area geom.Rect, ground Color) {
	l.Marks, l.Stills = l.Marks[:0], l.Stills[:0]
	l.Area, l.Ground = area, ground
	l.state = append(l.state[:0], state{m: geom.Identity(), alpha: 1})
	l.open = l.open[:0]
	l.npaths, l.nfield, l.nclips = 0, 0, 0
	l.dots = l.dots[:0]
}

func (l *List) top() *state {
	if len(l.state) == 0 {
		l.state = append(l.state, state{m: geom.Identity(), alpha: 1})
	}
	return &l.state[len(l.state)-1]
}

// Push puts what follows under the transform m and the opacity alpha, inside
// what was pushed before, until Pop.
func (l *List) Push(m geom.Affine, alpha float64) {
	s := *l.top()
	s.m = m.Then(s.m)
	s.alpha *= clamp01(alpha)
	l.state = append(l.state, s)
}

// PushAt puts what follows, drawn about its own origin, at the point at and k
// times as large, until Pop.
//
//go:noinline
func (l *List) PushAt(at geom.Pt, k, alpha float64) {
	l.Push(geom.Affine{A: k, D: k, E: at.X, F: at.Y}, alpha)
}

// PushClip shows what follows only inside r, until Pop. The rectangle is taken
// in the current coordinates, which must be upright.
func (l *List) PushClip(r geom.Rect) {
	s := *l.top()
	r = s.m.Bounds(r)
	if !s.clip.Empty() {
		r = r.Intersect(s.clip)
	}
	if r.Empty() {
		// An empty clip would mean none: hide all behind a corner instead.
		r = geom.R(l.Area.X-2, l.Area.Y-2, 1, 1)
	}
	s.clip = r
	l.state = append(l.state, s)
}

// Pop ends the last Push, PushClip or PushClipPath; without one it does nothing.
//
//go:noinline
func (l *List) Pop() {
	if len(l.state) > 1 {
		l.state = l.state[:len(l.state)-1]
	}
}

func (l *List) add(k Kind, id ID, p Paint, sem Sem) *Mark {
	s := l.top()
	parent := -1
	if n := len(l.open); n > 0 {
		parent = l.open[n-1]
	}
	l.Marks = append(l.Marks, Mark{Kind: k, ID: id, Sem: sem, M: s.m, Alpha: s.alpha, Clip: s.clip, Within: s.within, Paint: p, Parent: parent, Pair: -1})
	m := &l.Marks[len(l.Marks)-1]
	if l.Added != nil {
		l.Added(m)
	}
	return m
}

// NewPath returns an empty path that lives until the next Reset.
//
//go:noinline
func (l *List) NewPath() *geom.Path {
	if l.npaths == len(l.paths) {
		l.paths = append(l.paths, new(geom.Path))
	}
	p := l.paths[l.npaths]
	l.npaths++
	p.Reset()
	return p
}

// Fill draws the inside of a path. The path may not change while the list lives.
//
//go:noinline
func (l *List) Fill(id ID, p *geom.Path, paint Paint, sem Sem) {
	l.add(KindShape, id, paint, sem).Path = p
}

// Stroke draws along a path.
//
//go:noinline
func (l *List) Stroke(id ID, p *geom.Path, pen geom.Pen, paint Paint, sem Sem) {
	m := l.add(KindShape, id, paint, sem)
	m.Path, m.Pen = p, pen
}

// Rect, Circle and Line draw the common shapes.
func (l *List) Rect(id ID, r geom.Rect, radius float64, paint Paint, sem Sem) {
	l.Fill(id, l.NewPath().RoundRect(r, radius), paint, sem)
}

func (l *List) Circle(id ID, c geom.Pt, r float64, paint Paint, sem Sem) {
	l.Fill(id, l.NewPath().Circle(c, r), paint, sem)
}

func (l *List) Line(id ID, a, b geom.Pt, width float64, paint Paint, sem Sem) {
	l.Stroke(id, l.NewPath().Move(a.X, a.Y).Line(b.X, b.Y), geom.Pen{Width: width, Cap: geom.CapRound}, paint, sem)
}

// Text draws a run with its baseline starting at the point at. A nil run draws
// nothing.
func (l *List) Text(id ID, run *typeset.Run, at geom.Pt, paint Paint, sem Sem) {
	if run == nil {
		return
	}
	m := l.add(KindText, id, paint, sem)
	m.Run = run
	m.M = geom.Translate(at.X, at.Y).Then(m.M)
}

// Dot is a disc, the radius in device-independent pixels.
type Dot struct {
	At    geom.Pt
	R     float64
	Color Color
}

// Dots draws n discs, asked for one by one, as one mark: up to some thousands.
// For crowds, use Field.
func (l *List) Dots(id ID, n int, at func(i int) Dot, sem Sem) {
	start := len(l.dots)
	for i := 0; i < n; i++ {
		l.dots = append(l.dots, at(i))
	}
	l.add(KindDots, id, Paint{}, sem).Dots = l.dots[start:len(l.dots):len(l.dots)]
}

// NewField returns a field whose slices keep their memory but none of their
// values, and that lives until the next Reset.
func (l *List) NewField() *Field {
	if l.nfield == len(l.fields) {
		l.fields = append(l.fields, new(Field))
	}
	f := l.fields[l.nfield]
	l.nfield++
	f.reset()
	return f
}

// Field draws the marks of f as one mark.
func (l *List) Field(id ID, f *Field, sem Sem) { l.add(KindField, id, Paint{}, sem).Field = f }

// Open begins a group: what is drawn until Close belongs to it, answers to touch
// for it and is read with it.
//
//go:noinline
func (l *List) Open(id ID, sem Sem) {
	l.add(KindOpen, id, Paint{}, sem)
	l.open = append(l.open, len(l.Marks)-1)
}

// Close ends the group that was opened last; without one it does nothing.
//
//go:noinline
func (l *List) Close() {
	n := len(l.open)
	if n == 0 {
		return
	}
	begin := l.open[n-1]
	l.open = l.open[:n-1]
	m := l.add(KindClose, l.Marks[begin].ID, Paint{}, Sem{})
	m.Pair = begin
	l.Marks[begin].Pair = len(l.Marks) - 1
}
