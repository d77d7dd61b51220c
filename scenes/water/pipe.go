package water

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// The part of its beat by which the last length lies, and how many kilometres behind
// the lengths the water's head runs.
const (
	laidBy = 0.93
	behind = 3.5
)

// piece is how many kilometres are drawn as one: what lies is not drawn again when
// the next comes.
const piece = 20

// work is how far the pipe has come, in kilometres.
type work struct {
	front float64 // evenly
	laid  float64 // in whole lengths
	water float64
}

func workAt(v *stage.View, total float64) work {
	p := v.Beat(beatPipe)
	w := work{front: total * anim.Span(p, 0, laidBy, anim.SineInOut)}
	w.laid = math.Floor(w.front)
	if w.front >= total {
		w.laid = total
	}
	w.water = max(0, w.front-behind*(1-anim.Span(p, laidBy, 1, anim.SineInOut)))
	return w
}

// drawPipe is the pipe in its trench, what reads it, and the words on it.
func drawPipe(l *draw.List, v stage.View, at storyboard.Spot) {
	var f fold
	if !f.build(l, &v, at) {
		return
	}
	w := workAt(&v, f.total)
	f.trench(l, &v, w)
	f.glow(l, &v, w)
	f.tube(l, &v, w)
	f.joints(l, &v, w)
	f.arrows(l, &v, w)
	f.coming(l, &v, w)
	f.ends(l, &v, w)
	f.words(l, &v, at, w)
	f.read(l, &v, at)
}

// coat is a stroke along the pipe, its width and how far it is moved down in parts of
// the pipe's thickness.
type coat struct {
	name        string
	tone        string
	alpha       float64
	width, down float64
	dash, gap   float64
}

// steel is the pipe's wall and its empty bore, water what fills it.
var steel = [...]coat{
	{"shadow", "iron-0", 0.42, 1.08, 0.24, 0, 0},
	{"wall", "steel-8", 1, 1, 0, 0, 0},
	{"silver", "steel-58", 1, 0.88, 0, 0, 0},
	{"shine", "steel-94", 1, 0.62, -0.11, 0, 0},
	{"inner", "steel-26", 1, 0.62, 0, 0, 0},
	{"bore", "iron-34", 1, 0.54, 0, 0, 0},
	{"sheen", "steel-22", 0.8, 0.16, 0.12, 0, 0},
}

var water = [...]coat{
	{"deep", "water-16", 1, 0.56, 0, 0, 0},
	{"stream", "cyan", 1, 0.46, -0.03, 0, 0},
	{"light", "cyan-light", 0.62, 0.2, -0.1, 0, 0},
	{"glints", "light-100", 0.9, 0.085, -0.13, 1.2, 1.5},
	{"sparks", "light-100", 0.62, 0.07, 0.08, 0.5, 1.9},
}

// tone is a colour by its name in drawings.
func tone(v *stage.View, name string) draw.Color {
	c, _ := v.Theme.Color(name)
	return c
}

// tube draws the pipe up to where it lies, and the water in it.
func (f *fold) tube(l *draw.List, v *stage.View, w work) {
	for _, run := range [...]struct {
		coats []coat
		to    float64
	}{{steel[:], w.laid}, {water[:], min(w.water, w.laid)}} {
		var cuts [most / 16]*geom.Path
		n := 0
		for from := 0.0; from < run.to; from += piece {
			cuts[n] = f.cut(l, from, min(from+piece, run.to))
			n++
		}
		for _, c := range run.coats {
			l.Push(geom.Translate(0, c.down*f.thick), c.alpha)
			for k, path := range cuts[:n] {
				pen := geom.Pen{Width: c.width * f.thick, Join: geom.JoinRound, Dash: c.dash * f.thick, Gap: c.gap * f.thick}
				l.Stroke(draw.Nth(c.name, k+1), path, pen, draw.Ink(tone(v, c.tone)), draw.Decor())
			}
			l.Pop()
		}
	}
}

// trench is the way that waits for the pipe: it shows the whole fold at once.
func (f *fold) trench(l *draw.List, v *stage.View, w work) {
	left := 1 - v.Span(beatPipe, laidBy, 1)
	if left <= 0 {
		return
	}
	path := f.cut(l, 0, f.total)
	l.Push(geom.Identity(), left)
	pen := geom.Pen{Width: f.thick * 1.1, Join: geom.JoinRound, Cap: geom.CapRound}
	l.Stroke(draw.Name("trench"), path, pen, draw.Ink(tone(v, "iron-0").Fade(0.24)), draw.Decor())
	pen.Width = f.thick * 0.9
	l.Stroke(draw.Name("trench").Sub("bed"), path, pen, draw.Ink(tone(v, "soil-84").Fade(0.2)), draw.Decor())
	line := geom.Pen{Width: max(f.thick*0.06, 0.8), Dash: f.thick * 0.14, Gap: f.thick * 0.36}
	l.Stroke(draw.Name("trench").Sub("line"), path, line, draw.Ink(tone(v, "light-50").Fade(0.8)), draw.Decor())
	l.Pop()
}

// glow is the light that the water gives: by night the pipe is the lamp.
func (f *fold) glow(l *draw.List, v *stage.View, w work) {
	c, alpha := v.Theme.CyanLight, 0.062
	if v.Theme.Dark() {
		c, alpha = v.Theme.Cyan, 0.055
	}
	to := min(w.water, w.laid)
	for k, width := range [...]float64{2.9, 2.6, 2.3, 2, 1.7, 1.4} {
		for from, n := 0.0, 1; from < to; from, n = from+piece, n+1 {
			pen := geom.Pen{Width: width * f.thick, Join: geom.JoinRound}
			l.Stroke(draw.Nth("glow-pipe", n).SubN("ring", k+1), f.cut(l, from, min(from+piece, to)), pen, draw.Ink(c.Fade(alpha)), draw.Decor())
		}
	}
}

// joints are the collars between lengths, one a kilometre, in three lights.
func (f *fold) joints(l *draw.List, v *stage.View, w work) {
	body, lit, dark := l.NewPath(), l.NewPath(), l.NewPath()
	for k := 1; float64(k) <= w.laid; k++ {
		if k%f.numbered(v) == 0 {
			continue
		}
		p, a := f.at(float64(k))
		f.bar(body, p, a, -0.6, 0.6)
		f.bar(lit, p, a, -0.46, -0.12)
		f.bar(dark, p, a, 0.2, 0.6)
	}
	l.Stroke(draw.Name("joints").Sub("edge"), body, geom.Pen{Width: f.thick * 0.09}, draw.Ink(tone(v, "steel-6")), draw.Decor())
	l.Fill(draw.Name("joints"), body, draw.Ink(tone(v, "steel-76")), draw.Decor())
	l.Fill(draw.Name("joints").Sub("lit"), lit, draw.Ink(tone(v, "steel-100")), draw.Decor())
	l.Fill(draw.Name("joints").Sub("dark"), dark, draw.Ink(tone(v, "steel-40")), draw.Decor())
}

// bar adds a bar across the pipe between two heights, its lit side up.
func (f *fold) bar(path *geom.Path, p geom.Pt, angle, from, to float64) {
	sin, cos := math.Sincos(angle)
	if cos < 0 {
		sin, cos = -sin, -cos
	}
	h := 0.13 * f.thick
	from, to = from*f.thick, to*f.thick
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

// arrows say which way the fold runs.
func (f *fold) arrows(l *draw.List, v *stage.View, w work) {
	path, every, t := l.NewPath(), f.row, f.thick
	if every < inWideRow {
		every *= 3
	} else {
		every /= 2
	}
	for km := every/2 + 0.5; km < w.water; km += every {
		p, a := f.at(km)
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

// waiting is how many loose lengths are on their way, and flight from how many
// kilometres ahead they come.
const (
	waiting = 4
	flight  = 4.6
)

// coming is the loose lengths that slide along the trench, the flash where one locks,
// and the foam at the water's head.
func (f *fold) coming(l *draw.List, v *stage.View, w work) {
	p := v.Beat(beatPipe)
	if p <= 0 || p >= 1 {
		return
	}
	if w.laid < f.total {
		share := w.front - math.Floor(w.front)
		for j := waiting; j >= 1; j-- {
			left := (float64(j) - share) / waiting
			mid := w.laid + float64(j) - 0.5 + flight*math.Pow(left, 1.4)
			if k := int(w.laid) + j; mid < f.total {
				f.loose(l, v, draw.Nth("loose", k%waiting+1), mid, anim.Clamp(3*(1-left)))
			}
		}
	}
	in := anim.Span(p, 0, 0.04, anim.SineInOut) * (1 - anim.Span(p, laidBy-0.03, laidBy+0.03, anim.SineInOut))
	at, _ := f.at(w.laid)
	t := f.thick
	flare := func(id draw.ID, at geom.Pt, r float64, c draw.Color, alpha float64) {
		l.Circle(id, at, r, draw.RadialRamp(at, r, draw.Stop{At: 0, Color: c.Fade(alpha)}, draw.Stop{At: 0.3, Color: c.Fade(alpha * 0.6)}, draw.Stop{At: 1, Color: c.Fade(0)}), draw.Decor())
	}
	flare(draw.Name("lamp"), at, 6*t, v.Theme.MoltenLight, 0.3*in)
	flare(draw.Name("flash"), at, 1.6*t, tone(v, "light-60"), in)
	rays := l.NewPath()
	for k := 0; k < 10; k++ {
		a, out := 2*math.Pi*float64(k)/10+0.2, 1.3+0.25*float64(k%2)
		from, to := geom.Polar(at, 0.85*t, a), geom.Polar(at, out*t, a)
		rays.Move(from.X, from.Y).Line(to.X, to.Y)
	}
	l.Stroke(draw.Name("flash").Sub("rays"), rays, geom.Pen{Width: 0.08 * t, Cap: geom.CapRound}, draw.Ink(tone(v, "light-60").Fade(in)), draw.Decor())
	if wet := anim.Clamp(w.water) * (1 - anim.Span(p, 0.97, 1, anim.Linear)); wet > 0 {
		head, _ := f.at(min(w.water, w.laid))
		flare(draw.Name("foam"), head, 1.1*t, tone(v, "light-100"), 0.95*wet)
	}
}

// loose is one length, capped at both ends.
func (f *fold) loose(l *draw.List, v *stage.View, id draw.ID, mid, alpha float64) {
	p, a := f.at(mid)
	sin, cos := math.Sincos(a)
	if cos < 0 {
		sin, cos = -sin, -cos
	}
	t, half := f.thick, f.km/2-0.1*f.thick
	l.Push(geom.Affine{A: cos, B: sin, C: -sin, D: cos, E: p.X, F: p.Y}, alpha)
	tube := draw.LinearRamp(geom.P(0, -t/2), geom.P(0, t/2), draw.Stop{At: 0, Color: tone(v, "steel-20")}, draw.Stop{At: 0.22, Color: tone(v, "steel-96")}, draw.Stop{At: 0.36, Color: tone(v, "steel-70")}, draw.Stop{At: 1, Color: tone(v, "steel-14")})
	l.Rect(id, geom.R(-half, -0.45*t, 2*half, 0.9*t), 0.1*t, tube, draw.Decor())
	l.Rect(id.Sub("bore"), geom.R(-half+0.2*t, -0.27*t, 2*half-0.4*t, 0.54*t), 0.1*t, draw.Ink(tone(v, "iron-34")), draw.Decor())
	caps := l.NewPath()
	f.bar(caps, geom.P(-half, 0), 0, -0.6, 0.6)
	f.bar(caps, geom.P(half, 0), 0, -0.6, 0.6)
	l.Fill(id.Sub("caps"), caps, tube, draw.Decor())
	l.Pop()
}

// ends are the flanges of the open ends, the first from the beginning.
func (f *fold) ends(l *draw.List, v *stage.View, w work) {
	f.flange(l, v, draw.Nth("flange", 1), 0, 1)
	f.flange(l, v, draw.Nth("flange", 2), f.total, v.Span(beatPipe, laidBy-0.04, laidBy+0.02))
}

func (f *fold) flange(l *draw.List, v *stage.View, id draw.ID, km, show float64) {
	if show <= 0 {
		return
	}
	p, a := f.at(km)
	t, out := f.thick, 0.42*f.thick*math.Copysign(1, math.Cos(a))
	if km == 0 {
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
