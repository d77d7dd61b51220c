package play

import (
	"math"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

func TestSliderFollowsThePointerInItsSteps(t *testing.T) {
	p := newPlayer(t, Options{})
	p.settle(t)
	level := func() float64 { return p.Inputs().Get(draw.Name("level"), 50) }
	p.Pointer(Down, 1, geom.P(610, 605)) // ten beside the knob's middle
	p.Pointer(Move, 1, geom.P(630, 605))
	if level() != 60 {
		t.Errorf("dragged by a tenth from a half: %v", level())
	}
	p.Pointer(Move, 1, geom.P(900, 605))
	if level() != 100 {
		t.Errorf("dragged beyond its end: %v", level())
	}
	p.Pointer(Up, 1, geom.P(900, 605))
	p.settle(t)
	p.tapAt(t, geom.P(541, 605))
	if level() != 20 {
		t.Errorf("tapped at a fifth: %v", level())
	}
	p.Focus(draw.Name("level"), true)
	p.Key("ArrowRight", false)
	p.Key("ArrowUp", false)
	p.Key("ArrowLeft", false)
	if level() != 25 || p.Beat() != 0 {
		t.Errorf("by keys: %v in beat %d", level(), p.Beat())
	}
	p.Key("End", false)
	if level() != 100 {
		t.Errorf("End: %v", level())
	}
	p.GoTo(1, 0)
	p.settle(t)
	p.GoTo(0, 0)
	p.settle(t)
	if level() != 100 {
		t.Errorf("after another scene: %v", level())
	}
}

func TestSliderIsSetWithoutPointerOrKeys(t *testing.T) {
	p := newPlayer(t, Options{Playing: true})
	p.settle(t)
	p.SetPlaying(true)
	level := draw.Name("level")
	p.Focus(draw.Nth("plate", 1), false)
	for v, want := range map[float64]float64{37: 35, 38: 40, -4: 0, 1e9: 100} {
		if !p.SetValue(level, v) || p.Inputs().Get(level, 50) != want {
			t.Errorf("%v sets it to %v, want %v", v, p.Inputs().Get(level, 50), want)
		}
		p.settle(t)
	}
	if p.focus != draw.Nth("plate", 1) || p.Playing() || p.Beat() != 0 {
		t.Errorf("the keys are at %v in beat %d, playing %v", p.focus, p.Beat(), p.Playing())
	}
	before := p.Inputs().Get(level, 50)
	for _, id := range []draw.ID{draw.Name("nothing"), draw.Name("switch"), {}} {
		if p.SetValue(id, 1) {
			t.Errorf("%v is set", id)
		}
	}
	if p.SetValue(level, math.NaN()); p.Inputs().Get(level, 50) != before {
		t.Error("no number is a value")
	}
}

// A track that is a stroke is followed along its line: on the way back of a hairpin a
// pointer to the left is further on.
func TestASliderFollowsItsLine(t *testing.T) {
	var l draw.List
	l.Reset(geom.R(0, 0, 400, 300), 0)
	id := draw.Name("hairpin")
	l.Push(geom.ScaleBy(2, 2), 1)
	l.Open(id, draw.Sem{Role: draw.RoleSlider, Max: 10})
	l.Stroke(id.Sub("track"), l.NewPath().Move(10, 10).Line(110, 10).Line(110, 60).Line(10, 60), geom.Pen{Width: 8}, draw.Ink(0xff), draw.Decor())
	l.Close()
	l.Pop()
	m := &Machine{list: &l}
	p := &press{mark: id}
	for _, c := range []struct {
		at   geom.Pt
		want float64
	}{{geom.P(120, 25), 0.2}, {geom.P(230, 70), 0.5}, {geom.P(120, 115), 0.8}, {geom.P(-9, 300), 1}} {
		if got, length := m.along(p, c.at); math.Abs(got-c.want) > 1e-9 || length != 500 {
			t.Errorf("%v lies %v along %v, want %v of 500", c.at, got, length, c.want)
		}
	}
}
