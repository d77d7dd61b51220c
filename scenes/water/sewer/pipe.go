package sewer

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// Pipe is a pipe of equal lengths along a line, with water in it. Distances are
// counted in lengths from its start.
type Pipe struct {
	Way     geom.Walk
	Unit    float64 // how long a length is drawn
	Lengths float64
	Thick   float64
	// Bare joints have no collar: every so many, counted from the start; 0: none.
	Bare int
}

// At is where a length ends, and the angle at which the pipe runs there.
func (f *Pipe) At(n float64) (geom.Pt, float64) { return f.Way.At(n * f.Unit) }

// Cut is the pipe's middle line between two lengths.
func (f *Pipe) Cut(l *draw.List, from, to float64) *geom.Path {
	return f.Way.Cut(l.NewPath(), from*f.Unit, to*f.Unit)
}

// piece is how many lengths are drawn as one: what lies stays as it is when the next
// comes, and pieces is how many there can be.
const (
	piece  = 10
	pieces = 64
)

// coat is a stroke along the pipe, its width and how far it is moved down in parts of
// the pipe's thickness.
type coat struct {
	name        string
	tone        string
	alpha       float64
	width, down float64
	dash, gap   float64
	empty       bool // seen only where no water is
}

// steel is the pipe's wall and its empty bore, water what fills it.
var steel = [...]coat{
	{name: "shadow", tone: "iron-0", alpha: 0.42, width: 1.08, down: 0.24},
	{name: "wall", tone: "steel-0", alpha: 1, width: 1},
	{name: "silver", tone: "steel-58", alpha: 1, width: 0.88},
	{name: "shine", tone: "steel-94", alpha: 1, width: 0.62, down: -0.11},
	{name: "inner", tone: "steel-26", alpha: 1, width: 0.62},
	{name: "bore", tone: "iron-34", alpha: 1, width: 0.54, empty: true},
	{name: "sheen", tone: "steel-22", alpha: 0.8, width: 0.16, down: 0.12, empty: true},
}

var water = [...]coat{
	{name: "deep", tone: "water-16", alpha: 1, width: 0.56},
	{name: "stream", tone: "cyan", alpha: 1, width: 0.44, down: -0.03},
	{name: "light", tone: "light-100", alpha: 0.36, width: 0.2, down: -0.1},
	{name: "glints", tone: "light-100", alpha: 0.9, width: 0.085, down: -0.13, dash: 1.2, gap: 1.5},
	{name: "sparks", tone: "light-100", alpha: 0.62, width: 0.07, down: 0.08, dash: 0.5, gap: 1.9},
}

// tone is a colour by its name in drawings.
func tone(v *stage.View, name string) draw.Color {
	c, _ := v.Theme.Color(name)
	return c
}

// Draw draws the pipe as far as it lies, and the water in it.
func (f *Pipe) Draw(l *draw.List, v *stage.View, laid, wet float64) {
	f.coats(l, v, steel[:], laid, wet)
	f.coats(l, v, water[:], wet, wet)
	f.joints(l, v, laid)
	f.arrows(l, v, wet)
}

func (f *Pipe) coats(l *draw.List, v *stage.View, coats []coat, to, wet float64) {
	n := min(int(math.Ceil(f.Lengths/piece)), pieces)
	var whole, empty [pieces]*geom.Path
	for k := range n {
		// A piece that has yet to come is there without a length: it grows out of nothing.
		from := float64(k) * piece
		end := max(from, min(from+piece, to))
		whole[k] = f.Cut(l, from, end)
		empty[k] = f.Cut(l, min(max(from, wet), end), end)
	}
	for i := range coats {
		c := &coats[i]
		cuts := whole[:n]
		if c.empty {
			cuts = empty[:n]
		}
		l.Push(geom.Translate(0, c.down*f.Thick), c.alpha)
		for k, path := range cuts {
			pen := geom.Pen{Width: c.width * f.Thick, Join: geom.JoinRound, Dash: c.dash * f.Thick, Gap: c.gap * f.Thick}
			l.Stroke(draw.Nth(c.name, k+1), path, pen, draw.Ink(tone(v, c.tone)), draw.Decor())
		}
		l.Pop()
	}
}

// Trench is the way that waits for the pipe: it shows the whole fold at once.
func (f *Pipe) Trench(l *draw.List, v *stage.View, show float64) {
	if show <= 0 {
		return
	}
	path := f.Cut(l, 0, f.Lengths)
	l.Push(geom.Identity(), show)
	pen := geom.Pen{Width: f.Thick * 1.1, Join: geom.JoinRound, Cap: geom.CapRound}
	l.Stroke(draw.Name("trench"), path, pen, draw.Ink(tone(v, "iron-0").Fade(0.24)), draw.Decor())
	pen.Width = f.Thick * 0.9
	l.Stroke(draw.Name("trench").Sub("bed"), path, pen, draw.Ink(tone(v, "soil-84").Fade(0.2)), draw.Decor())
	line := geom.Pen{Width: max(f.Thick*0.06, 0.8), Dash: f.Thick * 0.14, Gap: f.Thick * 0.36}
	l.Stroke(draw.Name("trench").Sub("line"), path, line, draw.Ink(tone(v, "light-50").Fade(0.8)), draw.Decor())
	l.Pop()
}

// Glow is the light that the water gives: by night the pipe is the lamp.
func (f *Pipe) Glow(l *draw.List, v *stage.View, to float64) {
	c, alpha := v.Theme.CyanLight, 0.062
	if v.Theme.Dark() {
		c, alpha = v.Theme.Cyan, 0.042
	}
	if to <= 0 {
		return
	}
	ink := draw.Ink(c.Fade(alpha))
	for k, width := range [...]float64{2.9, 2.5, 2.15, 1.8, 1.45} {
		for from, n := 0.0, 1; from < to; from, n = from+piece, n+1 {
			pen := geom.Pen{Width: width * f.Thick, Join: geom.JoinRound}
			l.Stroke(draw.Nth("glow-pipe", n).SubN("ring", k+1), f.Cut(l, from, min(from+piece, to)), pen, ink, draw.Decor())
		}
		for n, km := range [...]float64{0, to} { // round ends, of which pieces have none
			p, a := f.At(km)
			a += math.Pi * float64(1-n)
			half := l.NewPath().Arc(p, width*f.Thick/2, a-math.Pi/2, a+math.Pi/2, false).Close()
			l.Fill(draw.Nth("glow-end", n+1).SubN("ring", k+1), half, ink, draw.Decor())
		}
	}
}

// joints are the collars between lengths, one a kilometre, in three lights.
func (f *Pipe) joints(l *draw.List, v *stage.View, laid float64) {
	for n := 0; float64(n*piece) <= laid; n++ {
		body, lit, dark := l.NewPath(), l.NewPath(), l.NewPath()
		for k := max(n*piece, 1); k < (n+1)*piece && float64(k) <= laid; k++ {
			if f.Bare > 0 && k%f.Bare == 0 {
				continue
			}
			p, a := f.At(float64(k))
			f.bar(body, p, a, -0.6, 0.6)
			f.bar(lit, p, a, -0.46, -0.12)
			f.bar(dark, p, a, 0.2, 0.6)
		}
		id := draw.Nth("joints", n+1)
		l.Stroke(id.Sub("edge"), body, geom.Pen{Width: f.Thick * 0.09}, draw.Ink(tone(v, "steel-6")), draw.Decor())
		l.Fill(id, body, draw.Ink(tone(v, "steel-62")), draw.Decor())
		l.Fill(id.Sub("lit"), lit, draw.Ink(tone(v, "steel-100")), draw.Decor())
		l.Fill(id.Sub("dark"), dark, draw.Ink(tone(v, "steel-26")), draw.Decor())
	}
}

// bar adds a bar across the pipe between two heights, its lit side up.
func (f *Pipe) bar(path *geom.Path, p geom.Pt, angle, from, to float64) {
	sin, cos := math.Sincos(angle)
	if cos < 0 {
		sin, cos = -sin, -cos
	}
	h := 0.13 * f.Thick
	from, to = from*f.Thick, to*f.Thick
	for k, q := range [...]geom.Pt{{X: -h, Y: from}, {X: h, Y: from}, {X: h, Y: to}, {X: -h, Y: to}} {
		x, y := p.X+q.X*cos-q.Y*sin, p.Y+q.X*sin+q.Y*cos
		if k == 0 {
			path.Move(x, y)
		} else {
			path.Line(x, y)
		}
	}
	path.Close()
}

// arrows say which way the pipe runs: one group in as many lengths as are drawn as one.
func (f *Pipe) arrows(l *draw.List, v *stage.View, wet float64) {
	path, t := l.NewPath(), f.Thick
	for n := piece/2 + 0.5; n < wet; n += piece {
		p, a := f.At(n)
		sin, cos := math.Sincos(a)
		for _, x := range [...]float64{-0.35, 0.1, 0.55} {
			for k, q := range [...]geom.Pt{{X: x - 0.16, Y: -0.17}, {X: x + 0.1}, {X: x - 0.16, Y: 0.17}} {
				to := geom.P(p.X+t*(q.X*cos-q.Y*sin), p.Y+t*(q.X*sin+q.Y*cos))
				if k == 0 {
					path.Move(to.X, to.Y)
				} else {
					path.Line(to.X, to.Y)
				}
			}
		}
	}
	l.Stroke(draw.Name("arrows"), path, geom.Pen{Width: t * 0.1, Cap: geom.CapRound, Join: geom.JoinRound}, draw.Ink(tone(v, "light-100")), draw.Decor())
}

// Loose is one length that lies apart, its middle at n, capped at both ends.
func (f *Pipe) Loose(l *draw.List, v *stage.View, id draw.ID, n, alpha float64) {
	p, a := f.At(n)
	sin, cos := math.Sincos(a)
	if cos < 0 {
		sin, cos = -sin, -cos
	}
	t, half := f.Thick, f.Unit/2-0.1*f.Thick
	l.Push(geom.Affine{A: cos, B: sin, C: -sin, D: cos, E: p.X, F: p.Y}, alpha)
	tube := draw.LinearRamp(geom.P(0, -t/2), geom.P(0, t/2), draw.Stop{At: 0, Color: tone(v, "steel-20")}, draw.Stop{At: 0.22, Color: tone(v, "steel-96")}, draw.Stop{At: 0.36, Color: tone(v, "steel-70")}, draw.Stop{At: 1, Color: tone(v, "steel-14")})
	l.Rect(id, geom.R(-half, -0.45*t, 2*half, 0.9*t), 0.1*t, tube, draw.Decor())
	l.Rect(id.Sub("bore"), geom.R(-half+0.2*t, -0.27*t, 2*half-0.4*t, 0.54*t), 0.1*t, draw.Ink(tone(v, "iron-34")), draw.Decor())
	for k, x := range [...]float64{-half, half} {
		collar := l.NewPath()
		f.bar(collar, geom.P(x, 0), 0, -0.6, 0.6)
		l.Fill(id.SubN("cap", k+1), collar, tube, draw.Decor())
	}
	l.Pop()
}

// Flange is an open end's, that looks the way the pipe goes on, or to where it comes from.
func (f *Pipe) Flange(l *draw.List, v *stage.View, id draw.ID, n, show float64) {
	if show <= 0 {
		return
	}
	p, a := f.At(n)
	t, out := f.Thick, 0.42*f.Thick*math.Copysign(1, math.Cos(a))
	if n == 0 {
		out = -out
	}
	metal := draw.LinearRamp(geom.P(0, -0.82*t), geom.P(0, 0.82*t), draw.Stop{At: 0, Color: tone(v, "steel-70")}, draw.Stop{At: 0.28, Color: tone(v, "steel-100")}, draw.Stop{At: 0.55, Color: tone(v, "steel-60")}, draw.Stop{At: 1, Color: tone(v, "steel-24")})
	l.Push(geom.Translate(p.X, p.Y), show)
	for k, r := range [...]geom.Rect{geom.R(-0.22*t, -0.82*t, 0.44*t, 1.64*t), geom.R(out-0.16*t, -0.68*t, 0.32*t, 1.36*t)} {
		l.Rect(id.SubN("edge", k+1), r.Inset(-0.05*t), 0.14*t, draw.Ink(tone(v, "steel-6")), draw.Decor())
		l.Rect(id.SubN("ring", k+1), r, 0.1*t, metal, draw.Decor())
	}
	l.Pop()
}

// Measure marks off the first length, above it, and returns where that begins: the
// bar's top left.
func (f *Pipe) Measure(l *draw.List, id draw.ID, c draw.Color) geom.Pt {
	from, _ := f.At(0)
	to, _ := f.At(1)
	t := f.Thick
	y := min(from.Y, to.Y) - 1.1*t
	bar := l.NewPath().Move(from.X, y+0.4*t).Line(from.X, y).Move(from.X, y+0.2*t).Line(to.X, y+0.2*t).Move(to.X, y+0.4*t).Line(to.X, y)
	l.Stroke(id, bar, geom.Pen{Width: max(0.07*t, 0.7)}, draw.Ink(c), draw.Decor())
	return geom.P(from.X, y)
}

// Numbers stand in place of the joints that are bare, as far as the pipe lies.
func (f *Pipe) Numbers(l *draw.List, v *stage.View, size, laid float64) {
	st := typeset.Style{Face: typeset.SansBold, Size: size, Align: typeset.Center}
	for n := f.Bare; n > 0 && float64(n) <= min(laid, f.Lengths); n += f.Bare {
		wide := 1.75
		if n >= 100 {
			wide = 2.2
		}
		c, _ := f.At(float64(n))
		id := draw.Nth("length", n)
		l.Push(geom.Identity(), anim.Clamp((laid-float64(n))/max(min(3, f.Lengths-float64(n)), 1e-9)))
		Plate(l, v, id, geom.RectAround(c, wide*size, 1.42*size), size)
		chart.Tick(l, v, id, int64(n), "", st, geom.P(c.X, c.Y+0.36*size), v.Theme.Ink)
		l.Pop()
	}
}
