package gpu

import (
	"math"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
)

// held is for how many parts the masks have room, those that wait to be used
// again included, and how many there are.
func held(r *Renderer) (room, parts int) {
	_, room = r.parts.Room()
	count := func(e *mask) { room, parts = room+cap(e.parts), parts+len(e.parts) }
	for _, e := range r.shapes {
		count(e)
	}
	for _, e := range r.glyphs {
		count(e)
	}
	for _, e := range r.spare {
		count(e)
	}
	return room, parts
}

// A large shape and many small ones change in every frame, and never twice in the
// same way: what is kept for the next is what a frame needs, and not the largest
// mask for each of them.
func TestSmallMasksDoNotKeepTheRoomOfLargeOnes(t *testing.T) {
	s := open(t, 680, 440)
	l := new(draw.List)
	most := 0
	for n := range 160 {
		frame(func() {
			for k := range 10 {
				now := float64(10*n + k)
				l.Reset(geom.R(0, 0, 680, 440), ground)
				l.Fill(draw.Name("large"), star(l.NewPath(), geom.P(340, 220), 210+5*math.Sin(now)), draw.Ink(clay), draw.Decor())
				for i := range 30 {
					c := geom.P(20+float64(i)*21+math.Sin(now), 30+10*math.Cos(now+float64(i)))
					l.Fill(draw.Nth("small", i+1), star(l.NewPath(), c, 8), draw.Ink(steel), draw.Decor())
				}
				s.Draw(s.dst, l, 1)
				_, parts := held(s.Renderer)
				most = max(most, parts)
			}
		})
	}
	room, parts := held(s.Renderer)
	t.Logf("room for %d parts; %d in use, at most %d", room, parts, most)
	if room > 4*most {
		t.Errorf("room for %d parts is kept where at most %d were in use", room, most)
	}
}
