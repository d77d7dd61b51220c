package geom

import (
	"math"
	"testing"
)

// onEllipse is how far p lies from the ellipse's rim, in parts of its half-axes.
func onEllipse(p, c Pt, rx, ry, tilt float64) float64 {
	sin, cos := math.Sincos(tilt)
	d := p.Sub(c)
	return math.Abs(math.Hypot((cos*d.X+sin*d.Y)/rx, (cos*d.Y-sin*d.X)/ry) - 1)
}

func TestArcsOfPathsLieOnTheirEllipse(t *testing.T) {
	c, rx, ry, tilt := P(40, 30), 20.0, 8.0, 0.5
	at := func(a float64) Pt {
		s, k := math.Sincos(a)
		return Affine{rx * math.Cos(tilt), rx * math.Sin(tilt), -ry * math.Sin(tilt), ry * math.Cos(tilt), c.X, c.Y}.At(P(k, s))
	}
	for _, run := range []struct{ from, to float64 }{{0, 1}, {0, 3}, {0, 4}, {0, 6}, {1, -1}, {5, 2}, {5, 0.2}} {
		from, to := at(run.from), at(run.to)
		var p Path
		p.Move(from.X, from.Y).EllipticArc(from, rx, ry, tilt, math.Abs(run.to-run.from) > math.Pi, run.to > run.from, to)
		var end Pt
		p.Flatten(0.01, func(q Pt, _ bool) {
			if off := onEllipse(q, c, rx, ry, tilt); off > 4e-4 {
				t.Errorf("%v: %v lies %v off the rim", run, q, off)
			}
			end = q
		})
		if end != to {
			t.Errorf("%v ends at %v, want %v", run, end, to)
		}
		var want Path
		const n = 2000
		for i := range n + 1 {
			q := at(run.from + (run.to-run.from)*float64(i)/n)
			if i == 0 {
				want.Move(q.X, q.Y)
			} else {
				want.Line(q.X, q.Y)
			}
		}
		if got, want := p.Length(), want.Length(); math.Abs(got/want-1) > 1e-3 {
			t.Errorf("%v is %v long, want %v: another arc was taken", run, got, want)
		}
	}
}

func TestParseSVGArcs(t *testing.T) {
	for _, c := range []struct {
		d      string
		bounds Rect
	}{
		{"M0 0A5 5 0 0 1 10 0", R(0, -5, 10, 5)},
		{"m0,0a5 5 0 0 0 10,0", R(0, 0, 10, 5)},
		{"M0 0a5 5 0 0110 0", R(0, -5, 10, 5)},                              // flags without spaces
		{"M0 0a1 1 0 0 1 10 0", R(0, -5, 10, 5)},                            // too short half-axes grow
		{"M0 0a-5-5 0 0 1 10 0", R(0, -5, 10, 5)},                           // signs do not count
		{"M0 0a0 5 0 0 1 10 0", R(0, 0, 10, 0)},                             // a line
		{"M3 3a5 5 0 1 1 0 0", R(3, 3, 0, 0)},                               // nothing: both ends are one
		{"M0 0a5 2 90 1 1 .001 0a5 2 90 1 1 .001 0", R(-2, -10, 4.002, 10)}, // nearly whole, and once more
		{"M0 0h9v9zl5 5", R(0, 0, 9, 9)},
	} {
		p, err := ParseSVG(c.d)
		if err != nil {
			t.Errorf("%s: %v", c.d, err)
			continue
		}
		b := p.Bounds()
		for _, off := range []float64{b.X - c.bounds.X, b.Y - c.bounds.Y, b.W - c.bounds.W, b.H - c.bounds.H} {
			if math.Abs(off) > 0.01 {
				t.Errorf("%s has the bounds %v, want %v", c.d, b, c.bounds)
				break
			}
		}
	}
}

func TestWhatFollowsAZIsAContourOfItsOwn(t *testing.T) {
	p, err := ParseSVG("M0 0h9v9zl5 5")
	if err != nil {
		t.Fatal(err)
	}
	moves := 0
	for _, v := range p.Verbs {
		if v == MoveTo {
			moves++
		}
	}
	if moves != 2 {
		t.Errorf("%d contours, want 2", moves)
	}
}
