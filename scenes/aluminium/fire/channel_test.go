package fire_test

import (
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/scenes/aluminium/fire"
)

// brook narrows from 40 to 20 and turns downwards in its third step.
var brook = fire.Channel{
	Left:  new(geom.Path).Move(0, 0).Line(100, 5).Line(200, 10).Line(190, 110),
	Right: new(geom.Path).Move(0, 40).Line(100, 35).Line(180, 30).Line(170, 110),
}

func TestAChannelIsFilledFromPlaceToPlace(t *testing.T) {
	if brook.N() != 3 || (fire.Channel{Left: brook.Left}).N() > 0 {
		t.Fatalf("it has %d steps", brook.N())
	}
	if got := brook.Wide(1); got != 30 {
		t.Errorf("it is %v wide", got)
	}
	for _, c := range []struct{ from, to float64 }{{0, 3}, {0, 1}, {0.5, 2.25}, {1, 1.5}} {
		var l draw.List
		brook.Fill(&l, draw.Name("metal"), c.from, c.to, draw.Ink(draw.RGB(0xF99A40)))
		p := l.Marks[l.Find(draw.Name("metal"))].Path
		for at := 0.125; at < 3; at += 0.25 {
			if got, want := p.Contains(brook.Middle(at)), at > c.from && at < c.to; got != want {
				t.Errorf("from %v to %v: at %v there is metal: %v", c.from, c.to, at, got)
			}
		}
	}
}
