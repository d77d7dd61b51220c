package geom

// Rect is an axis-aligned rectangle: its top left corner, width and height.
type Rect struct{ X, Y, W, H float64 }

// R is short for a rectangle.
func R(x, y, w, h float64) Rect { return Rect{x, y, w, h} }

// RectAround returns the rectangle of the given size centred on c.
func RectAround(c Pt, w, h float64) Rect { return Rect{c.X - w/2, c.Y - h/2, w, h} }

func (r Rect) Right() float64  { return r.X + r.W }
func (r Rect) Bottom() float64 { return r.Y + r.H }
func (r Rect) Center() Pt      { return Pt{r.X + r.W/2, r.Y + r.H/2} }
func (r Rect) Min() Pt         { return Pt{r.X, r.Y} }
func (r Rect) Max() Pt         { return Pt{r.X + r.W, r.Y + r.H} }
func (r Rect) Empty() bool     { return !(r.W > 0 && r.H > 0) }
func (r Rect) Area() float64   { return r.W * r.H }

// At returns the point at the fractions u across and v down.
func (r Rect) At(u, v float64) Pt { return Pt{r.X + r.W*u, r.Y + r.H*v} }

// Has reports whether p lies inside; the right and bottom edges do not belong.
func (r Rect) Has(p Pt) bool {
	return p.X >= r.X && p.Y >= r.Y && p.X < r.X+r.W && p.Y < r.Y+r.H
}

// Inset moves each edge inwards by d, outwards where d is negative.
func (r Rect) Inset(d float64) Rect { return Rect{r.X + d, r.Y + d, r.W - 2*d, r.H - 2*d} }

// Pad moves the four edges inwards.
func (r Rect) Pad(left, top, right, bottom float64) Rect {
	return Rect{r.X + left, r.Y + top, r.W - left - right, r.H - top - bottom}
}

func (r Rect) Offset(d Pt) Rect { return Rect{r.X + d.X, r.Y + d.Y, r.W, r.H} }

// Grow widens r about its centre until it is at least w by h.
func (r Rect) Grow(w, h float64) Rect {
	return RectAround(r.Center(), greater(r.W, w), greater(r.H, h))
}

// Union returns the smallest rectangle that holds both; an empty one adds nothing.
func (r Rect) Union(s Rect) Rect {
	if r.Empty() {
		return s
	}
	if s.Empty() {
		return r
	}
	x, y := lesser(r.X, s.X), lesser(r.Y, s.Y)
	return Rect{x, y, greater(r.Right(), s.Right()) - x, greater(r.Bottom(), s.Bottom()) - y}
}

// Intersect returns the common part, empty where there is none.
func (r Rect) Intersect(s Rect) Rect {
	x, y := greater(r.X, s.X), greater(r.Y, s.Y)
	w, h := lesser(r.Right(), s.Right())-x, lesser(r.Bottom(), s.Bottom())-y
	if w <= 0 || h <= 0 {
		return Rect{x, y, 0, 0}
	}
	return Rect{x, y, w, h}
}

func (r Rect) Overlaps(s Rect) bool { return !r.Intersect(s).Empty() }

// Contains reports whether s lies inside r, edges included.
func (r Rect) Contains(s Rect) bool {
	return s.X >= r.X && s.Y >= r.Y && s.Right() <= r.Right() && s.Bottom() <= r.Bottom()
}
