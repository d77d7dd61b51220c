package play

import (
	"testing"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// columns is a scene of two buttons that are read along, and one that is not.
type columns struct{}

func (columns) Name() string       { return "columns" }
func (columns) Beats() []anim.Beat { return []anim.Beat{{Name: "only", Move: 1}} }

func (columns) Draw(l *draw.List, v stage.View) {
	for i := 1; i <= 2; i++ {
		l.Rect(draw.Nth("column", i), geom.R(200*float64(i), 300, 150, 300), 0, draw.Ink(v.Theme.Ink), draw.Sem{Role: draw.RoleButton, Label: "column", Traced: true})
	}
	l.Rect(draw.Name("other"), geom.R(800, 300, 150, 300), 0, draw.Ink(v.Theme.Ink), draw.Sem{Role: draw.RoleButton, Label: "other"})
	l.Circle(draw.Name("finger"), v.Finger.At, 1+10*v.Finger.Force, draw.Ink(v.Theme.Mute), draw.Decor())
}

// A press that reads along its like picks the one that it is lifted from, and none where
// it is lifted beside them; the picture knows the finger from where it goes down.
func TestATracedPressPicksWhereItIsLifted(t *testing.T) {
	from := geom.P(250, 400)
	for _, c := range []struct {
		to   geom.Pt
		rest float64 // before it moves on
		want draw.ID
	}{
		{geom.P(450, 500), 0.2, draw.Nth("column", 2)},
		{geom.P(450, 500), 2 * longPress, draw.Nth("column", 2)},
		{geom.P(450, 800), 0.2, noID},
		{geom.P(850, 400), 0.2, noID},
		{from, 2 * longPress, draw.Nth("column", 1)},
	} {
		p := newPlayerOf(t, Options{Swipe: true}, columns{})
		p.settle(t)
		p.Pointer(Down, 1, from)
		p.pass(c.rest, 60)
		if f := p.View(screen).Finger; f.Force <= 0.5 || f.At != from {
			t.Errorf("the finger is at %v, pressing %.2f", f.At, f.Force)
		}
		p.Pointer(Move, 1, c.to)
		p.pass(0.5, 60)
		if f := p.View(screen).Finger; f.At != c.to {
			t.Errorf("the finger is at %v, not %v", f.At, c.to)
		}
		p.Pointer(Up, 1, c.to)
		if got := p.Picked(); got != c.want {
			t.Errorf("lifted at %v after %.1f s: %v is picked, want %v", c.to, c.rest, got, c.want)
		}
		p.pass(1, 60)
		if f := p.View(screen).Finger; f.Force != 0 {
			t.Error("the finger stays")
		}
	}
}
