package sewer

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// Fold lays a length to scale in rows, one below the other, to the right and back, so
// that it can be as long as it is: a unit is as long in the bends as in the rows.
type Fold struct {
	Length float64 // in units
	Unit   float64 // how long one is drawn
	Row    float64 // units in a row, its bend included
	Left   float64 // where the first row begins
	Wave   float64 // how high the rows swing, less and less to the foot
}

const (
	foldStep = 20.0 // from one point of a row to the next
	foldBend = 14   // points of a bend
	foldMost = 4096 // points of a fold
)

// Rows is how many there are.
func (f Fold) Rows() int { return int(max(math.Ceil(f.Length/f.Row-1e-9), 1)) }

// Gap is how far the rows lie apart at the left, where the first follows top and the
// last lies at the height foot.
func (f Fold) Gap(top geom.Walk, foot float64) float64 {
	return (foot - top.Height(f.Left)) / max(float64(f.Rows()-1), 1)
}

// Lay is the fold's middle line, between top and foot.
func (f Fold) Lay(l *draw.List, top geom.Walk, foot float64) geom.Walk {
	w := geom.NewWalk(l.NewPath(), l.NewPath())
	rows := f.Rows()
	y := func(i int, x float64) float64 {
		t := float64(i) / max(float64(rows-1), 1)
		edge := top.Height(x)
		return edge + (foot-edge)*t + f.Wave*(1-0.9*t)*math.Sin(2*math.Pi*x/(12*f.Unit)+0.9*float64(i))
	}
	w.Add(geom.P(f.Left, y(0, f.Left)))
	for i := 0; i < rows && w.Points() < foldMost; i++ {
		f.row(w, i, y)
	}
	return w
}

// row adds a row and the bend after it.
func (f Fold) row(w geom.Walk, i int, y func(i int, x float64) float64) {
	way := 1 - 2*float64(i%2)
	x, whole, start := w.End().X, f.Row*f.Unit, w.Length()
	turn := x + way*whole*0.95
	run := whole - math.Pi/2*(y(i+1, turn)-y(i, turn))
	for w.Length()-start < run && w.Points() < foldMost {
		x += way * min(foldStep, run-(w.Length()-start)+0.5)
		w.Add(geom.P(x, y(i, x)))
	}
	from, to := y(i, x), y(i+1, x)
	c, r := geom.P(x, (from+to)/2), (to-from)/2
	for k := 1; k <= foldBend; k++ {
		sin, cos := math.Sincos(math.Pi * float64(k) / foldBend)
		w.Add(geom.P(c.X+way*r*sin, c.Y-r*cos))
	}
}
