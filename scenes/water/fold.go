package water

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// Slots that say where the pipe lies: the middle line of its first row, where that
// begins and where the last row runs, how long a kilometre and how thick the pipe is.
const (
	pipeTop  = "pipe-top"
	pipeSlot = "pipe"
	kmSlot   = "pipe-km"
)

// How many kilometres lie in a row, bend included.
const (
	inWideRow    = 20
	inUprightRow = 10
)

const (
	stride  = 20.0 // pixels of the drawing from one point of a row to the next
	turning = 14   // points of a bend
	most    = 2048 // points of a fold
	snug    = 0.62 // of the way between rows that the pipe takes at most: a bend collides with itself beyond
)

// fold is the middle line of the pipe, measured along its length: a kilometre is as
// long everywhere, in the bends too.
type fold struct {
	pts   [most]geom.Pt
	along [most]float64 // how far each lies from the start
	n     int
	km    float64 // pixels of the drawing
	thick float64
	total float64 // kilometres
	row   float64 // kilometres in a row
}

// kilometres is the length of the sewers, which figures have in metres.
func kilometres(v *stage.View) float64 {
	fig, _ := v.Story.Figure(sewersID)
	return fig.Float64() / 1000
}

// build folds as many kilometres as the figure says into rows below the slot's line.
func (f *fold) build(l *draw.List, v *stage.View, at storyboard.Spot) bool {
	total := kilometres(v)
	if total <= 0 || at.Path == nil {
		return false
	}
	slot, size := at.Slot(pipeSlot), at.Slot(kmSlot)
	f.n, f.total, f.km, f.row = 0, total, size.W, inWideRow
	if v.Layout().Form.Upright() {
		f.row = inUprightRow
	}
	top := newCrest(l, at.Path)
	rows := max(math.Ceil(f.total/f.row), 1)
	y := func(i int, x float64) float64 {
		t := float64(i) / max(rows-1, 1)
		wave := 0.27 * size.H * math.Sin(2*math.Pi*x/(12*f.km)+0.9*float64(i)) * (1 - 0.9*t)
		return top.at(x) + (slot.Bottom()-top.at(x))*t + wave
	}
	f.thick = min(size.H, snug*(slot.Bottom()-top.at(slot.X))/max(rows-1, 1))
	f.add(geom.P(slot.X, y(0, slot.X)))
	for i := 0; i < int(rows); i++ {
		f.lay(i, y)
	}
	return true
}

// lay adds a row and the bend after it: to the right, then to the left.
func (f *fold) lay(i int, y func(i int, x float64) float64) {
	way := 1 - 2*float64(i%2)
	x, whole := f.pts[f.n-1].X, f.row*f.km
	turn := x + way*whole*0.95
	run := whole - math.Pi/2*(y(i+1, turn)-y(i, turn))
	for start := f.length(); f.length()-start < run && f.n < most-turning-1; {
		x += way * min(stride, run-(f.length()-start)+0.5)
		f.add(geom.P(x, y(i, x)))
	}
	from, to := y(i, x), y(i+1, x)
	c, r := geom.P(x, (from+to)/2), (to-from)/2
	for k := 1; k <= turning && f.n < most; k++ {
		sin, cos := math.Sincos(math.Pi * float64(k) / turning)
		f.add(geom.P(c.X+way*r*sin, c.Y-r*cos))
	}
}

func (f *fold) add(p geom.Pt) {
	if f.n > 0 {
		f.along[f.n] = f.along[f.n-1] + p.Dist(f.pts[f.n-1])
	} else {
		f.along[0] = 0
	}
	f.pts[f.n] = p
	f.n++
}

func (f *fold) length() float64 { return f.along[f.n-1] }

// find is the first point at or beyond so many pixels from the start.
func (f *fold) find(s float64) int {
	lo, hi := 1, f.n-1
	for lo < hi {
		if mid := (lo + hi) / 2; f.along[mid] < s {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// at is where a kilometre ends, and the angle at which the pipe runs there.
func (f *fold) at(km float64) (geom.Pt, float64) {
	s := km * f.km
	i := f.find(s)
	a, b := f.pts[i-1], f.pts[i]
	t := (s - f.along[i-1]) / max(f.along[i]-f.along[i-1], 1e-9)
	return a.Lerp(b, t), math.Atan2(b.Y-a.Y, b.X-a.X)
}

// cut is the pipe between two kilometres.
func (f *fold) cut(l *draw.List, from, to float64) *geom.Path {
	path := l.NewPath()
	p, _ := f.at(from)
	path.Move(p.X, p.Y)
	for i := f.find(from * f.km); i < f.n && f.along[i] < to*f.km; i++ {
		if f.along[i] > from*f.km {
			path.Line(f.pts[i].X, f.pts[i].Y)
		}
	}
	p, _ = f.at(to)
	return path.Line(p.X, p.Y)
}

// crest is a line from left to right that tells its height.
type crest struct{ line *geom.Path }

func newCrest(l *draw.List, path *geom.Path) crest {
	line := l.NewPath()
	path.Flatten(0.05, func(to geom.Pt, _ bool) { line.Line(to.X, to.Y) })
	return crest{line}
}

func (c crest) at(x float64) float64 {
	pts := c.line.Pts
	lo, hi := 1, len(pts)-1
	for lo < hi {
		if mid := (lo + hi) / 2; pts[mid].X < x {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	a, b := pts[lo-1], pts[lo]
	return a.Lerp(b, (x-a.X)/max(b.X-a.X, 1e-9)).Y
}
