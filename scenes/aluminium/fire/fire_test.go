package fire

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

var channel = Channel{
	Left:  new(geom.Path).Move(300, 0).Line(200, 50).Line(100, 100).Line(200, 105).Line(400, 105).Line(600, 105).Line(800, 105),
	Right: new(geom.Path).Move(290, 0).Line(180, 50).Line(60, 110).Line(200, 135).Line(400, 135).Line(600, 135).Line(800, 135),
}

// No metal lies beyond the front, which shines while it is on its way.
func TestTheRiverEndsAtItsFront(t *testing.T) {
	for _, come := range []float64{0, 0.2, 0.6, 1} {
		var l draw.List
		River(&l, channel, come, 1.5, 70)
		n := float64(channel.N())
		for at := 0.1; at < n; at += 0.35 {
			wet := false
			for i := range l.Marks {
				if m := &l.Marks[i]; m.ID.Name == "metal" && m.Path.Contains(channel.Middle(at)) {
					wet = true
				}
			}
			if want := at < come*n; wet != want {
				t.Errorf("come %v: at %.2f there is metal: %v", come, at, wet)
			}
		}
		if shines := l.Find(draw.Name("front")) >= 0; shines != (come > 0 && come < 1) {
			t.Errorf("come %v: the front shines: %v", come, shines)
		}
	}
}

// Heat drains upwards: the shape is colder below than above.
func TestHeatDrainsFromTheFoot(t *testing.T) {
	shape, r := new(geom.Path).Rect(geom.R(100, 100, 200, 400)), geom.R(100, 100, 200, 400)
	last := 0.0
	for i, cool := range []float64{0.3, 0.6, 0.9} {
		var l draw.List
		Drain(&l, shape, r, cool, 1)
		p := l.Marks[l.Find(draw.Name("heat"))].Paint.Ramp
		if p.From.Y <= p.To.Y {
			t.Error("the cold end of the heat is not below")
		}
		if i > 0 && p.From.Y >= last {
			t.Errorf("cooled %v, its cold end lies at %v, before at %v", cool, p.From.Y, last)
		}
		last = p.From.Y
	}
}

// The two arms begin at the foot, close at the top, and are each other's mirror.
func TestTheArmsCloseAtTheTop(t *testing.T) {
	oval := geom.RectAround(geom.P(500, 300), 300, 400)
	for come, want := range map[float64]geom.Pt{0: {X: 500, Y: 500}, 0.5: {X: 650, Y: 300}, 1: {X: 500, Y: 100}} {
		var l draw.List
		Tips(&l, oval, oval.Center(), come, 1, 0.3, 44)
		a, b := l.Bounds(l.Find(draw.Nth("tip", 1))).Center(), l.Bounds(l.Find(draw.Nth("tip", 2))).Center()
		if b.Dist(want) > 1e-6 || a.Dist(geom.P(1000-want.X, want.Y)) > 1e-6 {
			t.Errorf("come %v, the arms end at %v and %v", come, a, b)
		}
	}
}
