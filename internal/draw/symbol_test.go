package draw

import (
	"math"
	"testing"

	"lianhua/internal/geom"
)

// Each symbol's distance and its path must be the same shape.
func TestASymbolsDistanceAgreesWithItsPath(t *testing.T) {
	for n := range Symbols() {
		s := Symbol(n)
		for pose := range s.Poses() {
			var p geom.Path
			s.Path(&p, pose, geom.P(30, 40), 100)
			if len(p.Pts) == 0 {
				t.Fatalf("%s has no path", s)
			}
			inside := 0
			for y := -120.0; y <= 120; y += 3.7 {
				for x := -120.0; x <= 120; x += 4.1 {
					d := s.Distance(pose, geom.P(x, y), 100)
					if math.Abs(d) < 0.4 {
						continue // an arc is made of curves or lines there
					}
					if in := p.Contains(geom.P(30+x, 40+y)); in != (d < 0) {
						t.Fatalf("%s, pose %d, at (%v, %v): distance %v, in the path %v", s, pose, x, y, d, in)
					} else if in {
						inside++
						if far := math.Hypot(x, y) / 100; far > s.Extent() {
							t.Errorf("%s reaches %v, beyond %v", s, far, s.Extent())
						}
					}
				}
			}
			if inside < 100 {
				t.Errorf("%s, pose %d covers %d places", s, pose, inside)
			}
		}
	}
}

func TestOnlyADiscIsRound(t *testing.T) {
	for n := range Symbols() {
		if s := Symbol(n); s.Round() != (s == Disc) {
			t.Errorf("%s: round is %v", s, s.Round())
		}
	}
}

// A hollow mark is hit where it is drawn.
func TestAFieldHoldsWhatItsMarksCover(t *testing.T) {
	f := Field{Count: 4, Cols: 2, Radius: 4, Symbol: Ring, Shown: 1, Inks: [4]Color{1, 1, 1, 1}, Mesh: Mesh{
		U: []float64{-1, 3}, V: []float64{-1, 3},
		P: []geom.Pt{{X: -10, Y: -10}, {X: 30, Y: -10}, {X: -10, Y: 30}, {X: 30, Y: 30}},
	}}
	d, _ := f.At(3)
	if f.Holds(d.At) || !f.Holds(d.At.Add(geom.P(3.2, 0))) || f.Holds(d.At.Add(geom.P(4.2, 0))) {
		t.Errorf("the ring around %v is hit where it is not drawn, or not where it is", d.At)
	}
}
