package storyboard

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// Board says how a drawing is shown.
type Board struct {
	Cues  Cues
	Parts []Part
	Texts []Text
	Cards []Card
	// Carried are layers that the reader moves, or the window's length.
	Carried []Carry
	// Statements and the stages of a chain, where the scene has them.
	Statements []Statement
	Chain      Chain
	// Uses are slots that the scene asks for by itself.
	Uses []string
	// Dim is how much of their light layers of a role keep while another is picked;
	// 0: all of it.
	Dim float64
	// Answers says more of what layers mean that can be worked; nil: nothing.
	Answers Answers
}

// Staged scenes show a drawing by a storyboard.
type Staged interface{ Board() *Board }

// Cue changes a layer in the course of a beat. Before the beat the change has not
// begun, after it it is complete.
type Cue struct {
	Layer string
	Beat  string
	// From and To are the part of the beat that it takes, 0 to 1; both 0: all of it.
	From, To float64
	Ease     anim.Ease // nil: anim.CubicInOut
	Do       Change
	By       *By // knobs; nil: none
	// Share says how far it has come, 0 to 1, in place of a beat: what a reader's hand
	// sets changes layers too.
	Share func(v stage.View) float64
}

// at is how far the cue has come.
func (c *Cue) at(v *stage.View) float64 {
	if c.By != nil && c.By.Whole != nil {
		return v.Knob(c.By.Whole)
	}
	if c.Share != nil {
		return anim.Clamp(c.Share(*v))
	}
	ease, from, to := c.Ease, c.From, c.To
	if ease == nil {
		ease = anim.CubicInOut
	}
	if to == 0 {
		to = 1
	}
	if c.By == nil {
		return anim.Span(v.Beat(c.Beat), from, to, ease)
	}
	if k := c.By.Ease; k != nil {
		ease = v.Eased(k)
	}
	if k := c.By.Begin; k != nil {
		from += v.Knob(k) - k.Own
	}
	if k := c.By.End; k != nil {
		to += v.Knob(k) - k.Own
	}
	t := anim.Span(v.Beat(c.Beat), from, to, ease)
	if c.By.Reach != nil {
		if k := v.Knob(c.By.Reach); k != 1 {
			t = 1 - k*(1-t)
		}
	}
	return t
}

// Change is what a cue does to its layer.
type Change interface {
	// slot is the slot that it needs; empty: none.
	slot() string
	// apply is the layer changed, when the change has come to t, 0 to 1.
	apply(s state, t float64, p Place) state
}

// Part is what Go draws in a drawing: right after the layer's own shapes, in its
// coordinates, so that it moves and fades with the layer.
type Part struct {
	Layer string
	Slot  string // empty: none
	Draw  func(l *draw.List, v stage.View, at Spot)
}

// Carry moves a layer as the reader does something: by so much, in the drawing's
// pixels.
type Carry struct {
	Layer string
	By    func(v stage.View, p Place) geom.Pt
}

// Level carries layers that the drawing has beside the slot from up or down to where the
// slot to stands in a language.
func Level(to, from string, layers ...string) (all []Carry) {
	by := func(_ stage.View, p Place) geom.Pt { return geom.P(0, p.Drawn(to).Bottom()-p.Drawn(from).Bottom()) }
	for _, layer := range layers {
		all = append(all, Carry{layer, by})
	}
	return all
}

// Spot is where a part stands.
type Spot struct {
	Rect geom.Rect  // of the slot, in the drawing's pixels
	Path *geom.Path // of a slot that is a line
	// Scale is how many device-independent pixels one of the drawing's takes.
	Scale float64
	// Whole is what of the drawing the window shows, in the drawing's pixels.
	Whole geom.Rect

	place Place
}

// Slot is the extent of another slot, in the drawing's pixels; empty where the drawing
// has none of that name.
func (s Spot) Slot(name string) geom.Rect { return s.place.spot(name).Rect }

// Line is another slot that is a line, in the drawing's pixels; nil where the drawing
// has none of that name.
func (s Spot) Line(name string) *geom.Path { return s.place.spot(name).Path }

// Under is the point of the drawing that lies under a point of the window.
func (s Spot) Under(at geom.Pt) geom.Pt {
	return s.Whole.Min().Add(at.Sub(s.place.Area.Min()).Mul(1 / s.Scale))
}

// Place is where the drawing lies.
func (s Spot) Place() Place { return s.place }

// state is how a layer stands at a moment.
type state struct {
	m      geom.Affine
	alpha  float64
	to     float64   // how far its strokes are drawn, 0 to 1
	dashes bool      // and that only whole dashes are
	clip   geom.Rect // in the drawing's pixels; empty: none
	sector sector
	side   side
}

// side is what lies on one side of a line, moved down, in the drawing's pixels; none
// where there is no line.
type side struct {
	line  *geom.Path
	down  float64
	below bool
}

func (c *side) path(l *draw.List, whole geom.Rect) *geom.Path {
	path := l.NewPath().Append(*c.line, geom.Translate(0, c.down))
	first, last := path.Pts[0], path.Pts[len(path.Pts)-1]
	far := min(whole.Y, first.Y, last.Y) - 1
	if c.below {
		far = max(whole.Bottom(), first.Y, last.Y) + 1
	}
	return path.Line(last.X, far).Line(first.X, far).Close()
}

// sector is a part of a disc from an angle clockwise, in the drawing's pixels; none
// where its radius is 0.
type sector struct {
	about          geom.Pt
	r, from, angle float64
}

func (c *sector) path(l *draw.List) *geom.Path {
	return l.NewPath().Move(c.about.X, c.about.Y).Arc(c.about, c.r, c.from, c.from+c.angle, true).Close()
}

// Draw appends the drawing, its words and the card of what is picked, and returns
// where they stand. Where the drawing has yet to come it appends nothing, and ok is
// false.
func (b *Board) Draw(l *draw.List, v *stage.View) (p Place, ok bool) {
	if p, ok = b.Picture(l, v); ok {
		b.Open(l, v, &p)
	}
	return p, ok
}

// Picture appends the drawing and its words.
func (b *Board) Picture(l *draw.List, v *stage.View) (p Place, ok bool) {
	if v.Art == nil {
		return Place{}, false
	}
	p = PlaceOf(v)
	for i := range v.Art.Layers {
		if v.Art.Drawing.Layers[i].Parent < 0 {
			b.layer(l, v, &p, i)
		}
	}
	b.Chain.plates(l, v, &p)
	b.setTexts(l, v, &p, "")
	for i := range b.Statements {
		b.Statements[i].draw(l, v, &p)
	}
	b.Chain.draw(l, v, &p)
	return p, true
}

// Open appends the card of what is picked, over all else.
func (b *Board) Open(l *draw.List, v *stage.View, p *Place) {
	b.Chain.cards(l, v, p)
	for i := range b.Cards {
		b.Cards[i].draw(l, v, p)
	}
}

func (b *Board) layer(l *draw.List, v *stage.View, p *Place, i int) {
	made, drawn := &v.Art.Layers[i], &v.Art.Drawing.Layers[i]
	if !made.Lit {
		return
	}
	id := draw.ParseID(drawn.Name)
	s := state{m: geom.Identity(), alpha: 1, to: 1}
	for k := range b.Cues {
		if c := &b.Cues[k]; c.Layer == drawn.Name {
			s = c.Do.apply(s, c.at(v), *p)
		}
	}
	for k := range b.Carried {
		if c := &b.Carried[k]; c.Layer == drawn.Name {
			by := c.By(*v, *p)
			s.m = s.m.Then(geom.Translate(by.X, by.Y))
		}
	}
	s.m = b.Chain.grown(v, p, drawn.Name, s.m)
	s.alpha *= b.Chain.light(v, drawn.Name)
	if s.alpha <= 0 {
		return
	}
	if drawn.Role != "" {
		b.answer(v, &s, i, id)
		l.Open(id, b.meaning(v, i, id))
	}
	top := drawn.Parent < 0
	if top {
		l.Push(p.M, 1)
	}
	clips := pushClips(l, made.Clip)
	if !s.clip.Empty() {
		l.PushClipPath(l.NewPath().Rect(s.clip))
		clips++
	}
	if s.sector.r > 0 {
		l.PushClipPath(s.sector.path(l))
		clips++
	}
	if s.side.line != nil {
		l.PushClipPath(s.side.path(l, p.whole))
		clips++
	}
	l.Push(s.m, s.alpha)
	shapes := 0
	for k := range made.Pieces {
		piece := &made.Pieces[k]
		switch {
		case piece.Sheet == nil:
			b.layer(l, v, p, piece.Layer)
		case s.to < 1:
			traced(l, id, k, shapes, piece.Sheet, s)
			shapes += len(piece.Sheet.Marks)
		default:
			l.Sheet(sheetID(id, k), piece.Sheet)
		}
	}
	for k := range b.Parts {
		if part := &b.Parts[k]; part.Layer == drawn.Name {
			part.Draw(l, *v, p.spot(part.Slot))
		}
	}
	l.Pop()
	for range clips {
		l.Pop()
	}
	if top {
		l.Pop()
		b.setTexts(l, v, p, drawn.Name)
	}
	if drawn.Role != "" {
		l.Close()
	}
}

// pushClips clips by all paths of a chain, the outermost first.
func pushClips(l *draw.List, c *draw.Clip) (n int) {
	if c == nil {
		return 0
	}
	n = pushClips(l, c.Outer)
	l.PushClipPath(c.Path)
	return n + 1
}
