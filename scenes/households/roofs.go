package households

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/scenes/households/village"
)

// ringSlot is as large as the light about the open house when it has come to all.
const ringSlot = "ring"

func lightOf(v *stage.View, ring geom.Rect) village.Ripple {
	return village.RippleOf(ring, anim.Span(v.Beat(beatRoofs), 0, stood, anim.Linear))
}

// roofIDs are the crowds that answer to touch: the roofs of each slope, and the near
// houses; pickKeys are what they are called.
var (
	roofIDs  = [...]string{"house", "house-middle", "house-spur", nearID}
	pickKeys = [...]string{"households.pick", "households.pick-middle", "households.pick-spur", "households.pick-near"}
)

const nearID = "house-near"

// haze is how much of the air's colour the roofs of a slope have.
var haze = [len(slopeSlots)]float64{0.05, 0.03, 0}

// A roof's radius, in parts of the way from one to the next: the lattice ends with its
// strip, and no roof may reach beyond. Seen near, each keeps to a plot of its own.
const (
	roofShare = 0.43
	plotShare = 0.3
	untilled  = 0.16 // how much of the ground of the villages is seen before their roofs stand
)

// drawRoofs draws the villages, each slope as one crowd.
func (s *Scene) drawRoofs(l *draw.List, v stage.View, at storyboard.Spot) {
	a, light := s.in(&v), lightOf(&v, at.Rect)
	light.Over(l, untilled, roofIDs[:], a.soils[:])
	near := village.Nearness(&v)
	for i := range a.slopes {
		q, id := &a.slopes[i], draw.Name(roofIDs[i])
		if q.Count == 0 {
			continue
		}
		f := l.NewField()
		q.Stretch(f, light.Level)
		f.Symbol, f.Jitter = draw.Roof, v.Knob(&offRows)
		f.Radius = q.Pitch * anim.Lerp(roofShare, plotShare, village.Room(&v)) * v.Knob(&roofSize)
		f.Inks, f.LiftInk = inks(v.Theme, haze[i]), v.Theme.Ink
		if v.Picked.ID.Name == id.Name {
			f.Lifted = v.Picked.ID.N
		}
		l.Push(geom.Identity(), 1-0.98*near)
		l.Field(id, f, draw.Sem{Role: draw.RoleButton, Label: v.Words(pickKeys[i])})
		l.Pop()
		if v.Theme.Dark() && near < 1 {
			windows(l, &v, q, &light, id, 1-near)
		}
		village.CottagesNear(l, &v, at, f, id)
	}
}

// inks are the roofs' colours, seen through the air.
func inks(th *stage.Theme, haze float64) [4]draw.Color {
	roof, dark := draw.Mix(th.Clay, th.Ink, 0.16), th.Ink
	if th.Dark() {
		roof, dark = draw.Mix(th.Clay, th.Ground, 0.7), th.Ground
	}
	all := [...]draw.Color{roof, draw.Mix(roof, dark, 0.14), draw.Mix(roof, dark, 0.28), draw.Mix(roof, dark, 0.07)}
	for i := range all {
		all[i] = draw.Mix(all[i], draw.Mix(th.Ground, th.HillFar, 0.3), haze)
	}
	return all
}

// windows are a light in each house at night.
func windows(l *draw.List, v *stage.View, q *village.Strips, light *village.Ripple, id draw.ID, show float64) {
	f, th := l.NewField(), v.Theme
	q.Stretch(f, light.Level)
	f.Symbol, f.Jitter, f.Radius = draw.Square, v.Knob(&offRows), q.Pitch*roofShare*0.6
	f.Inks = [...]draw.Color{th.MoltenLight, draw.Mix(th.MoltenLight, th.Molten, 0.3), th.MoltenLight, draw.Mix(th.MoltenLight, th.Molten, 0.55)}
	l.Push(geom.Translate(0, q.Pitch*roofShare*0.42), show)
	l.Field(id.Sub("windows"), f, draw.Decor())
	l.Pop()
}

// drawNear draws the near houses as far as the light has come, and the crowd that
// answers for them and for the open one.
func (s *Scene) drawNear(l *draw.List, v stage.View, at storyboard.Spot) {
	a, light := s.in(&v), lightOf(&v, at.Rect)
	if len(a.near) == 0 || light.First() <= 0 {
		return
	}
	f := l.NewField()
	f.Inks = inks(v.Theme, 0)
	village.Stand(f, a.near, func(i int) float64 { return a.nearLevel(i, &light) })
	l.Push(geom.Identity(), 0.02) // it is touched, and the houses are seen
	l.Field(draw.Name(nearID), f, draw.Sem{Role: draw.RoleButton, Label: v.Words(pickKeys[len(pickKeys)-1])})
	l.Pop()
	light.Reveal(l)
	l.Sheet(draw.Name("near-houses"), a.houses)
	l.Pop()
}

// drawHomes draws those of which the drawing has every tile, and the light over all.
func (s *Scene) drawHomes(l *draw.List, v stage.View, at storyboard.Spot) {
	light := lightOf(&v, at.Rect)
	if s.in(&v).count == 0 || light.First() <= 0 {
		return
	}
	light.Reveal(l)
	for i := range v.Art.Layers {
		if v.Art.Drawing.Layers[i].Name != homesSlot {
			continue
		}
		for k, piece := range v.Art.Layers[i].Pieces {
			if piece.Sheet != nil {
				l.Sheet(draw.Name("near-homes").SubN("sheet", k+1), piece.Sheet)
			}
		}
	}
	l.Pop()
	light.Glow(l, &v, draw.Name("glow"))
}
