package march

import (
	"math"
	"testing"

	"lianhua/internal/geom"
	"lianhua/internal/storyboard"
)

func TestNobodyInALaneStandsTooNear(t *testing.T) {
	var q Lane
	const rows, least = 200, 0.4
	q.Spread(10, 500, rows, least, nil, func(x, _ float64) float64 { return 0.01 + 9*math.Exp(-math.Pow((x-300)/8, 2)) })
	if q.At(0) < 10-1e-9 || q.At(1) > 500+1e-9 {
		t.Errorf("people stand from %v to %v", q.At(0), q.At(1))
	}
	for i := 1; i <= rows; i++ {
		if gap := q.At(float64(i)/rows) - q.At(float64(i-1)/rows); gap < least*0.97 {
			t.Fatalf("row %d stands %.3f behind the one before", i, gap)
		}
	}
}

func TestNobodyOvertakesAnybody(t *testing.T) {
	for _, away := range []float64{900, 400, 50, 0} {
		done, last := 1-away/900, math.Inf(-1)
		for i := range 101 {
			home, end := float64(i)*10, 600-600*math.Pow(1-float64(i)/100, 3)
			x := Taken(home, end, away, done)
			if x < last-1e-9 {
				t.Fatalf("with %v to go, %d stands at %v behind %v", away, i, x, last)
			}
			last = x
		}
		if away == 0 && math.Abs(last-600) > 1e-9 {
			t.Errorf("at rest the last stands at %v", last)
		}
	}
}

// paddy is a slot's path with one field.
func paddy() *geom.Path {
	p := (&geom.Path{}).Move(0, 0)
	for i := 1; i < 4; i++ {
		p.Line(float64(i)*20, 0)
	}
	p.Move(0, 16)
	for i := 1; i < 4; i++ {
		p.Line(float64(i)*20, 16)
	}
	return p
}

func TestRowsLieInTheirField(t *testing.T) {
	q := PaddyAt(paddy(), 0)
	if half := ByArea(0.5); math.Abs(half-0.5) > 0.01 {
		t.Errorf("half of the water lies before %v", half)
	}
	if up, down := q.At(0.5, 0), q.At(0.5, 1); math.Abs(up.Y-16*ledge) > 0.1 || down.Y < 15.9 {
		t.Errorf("in its middle the water goes from %v to %v", up, down)
	}
	rows := AppendRows(nil, paddy(), 30, 0, 1616, 1000, 0.4, nil)
	last := math.Inf(-1)
	for _, r := range rows {
		if r.V < last {
			t.Fatalf("row %v follows on %v", r.V, last)
		}
		last = r.V
		if r.Field == 0 {
			for i, p := range r.Home[1 : len(Columns)-1] {
				if p.X < -0.5 || p.X > 60.5 || p.Y < -0.5 || p.Y > 16.5 {
					t.Errorf("row %v, column %d lies at %v", r.V, i, p)
				}
			}
		}
	}
	if last != 30+162 {
		t.Errorf("the rows end at %v, want 192", last)
	}
	if none := PaddyAt(paddy(), 7); len(none) != paddyPoints {
		t.Errorf("a field that is not there has %d points", len(none))
	}
}

func TestHillside(t *testing.T) {
	h := Hillside{Unit: 1, Rest: storyboard.Edge{{X: 50}, {X: 70}}, Edges: []storyboard.Edge{{{X: 0, Y: 10}, {X: 100, Y: 10}}, {{X: 0, Y: 20}, {X: 100, Y: 30}}, {{X: 0, Y: 60}, {X: 100, Y: 60}}}}
	if h.N() != 2 || h.Height(1, 50) != 25 || h.Depth(0, 50) != 15 || h.Farthest() != 70 || h.Front(1, 0) != 60 {
		t.Errorf("%d terraces, height %v, depth %v, front %v to %v", h.N(), h.Height(1, 50), h.Depth(0, 50), h.Front(1, 0), h.Farthest())
	}
	if k, c := h.Of(geom.P(50, 17.5)); k != 0 || c != 0.5 {
		t.Errorf("a point in the middle of the first stands on %d at %v", k, c)
	}
}

// What knots have along a lane is what they have at each of its places.
func TestKnotsAlongALane(t *testing.T) {
	knots := Knots{{X: 5, Wide: 9, Many: 2}, {X: 120, Wide: 4, Many: 3}, {X: 124, Wide: 30, Many: 1}, {X: 297, Wide: 12, Many: 5}, {X: -80, Wide: 6, Many: 1}, {X: 700, Wide: 20, Many: 1}}
	var places [150]float64
	knots.along(places[:], 10, 2)
	for i, got := range places {
		if want := knots.At(10 + 2*(float64(i)+0.5)); got != want {
			t.Errorf("place %d has %v, want %v", i, got, want)
		}
	}
}
