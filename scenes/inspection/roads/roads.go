package roads

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// kinds is how many towns the drawing has: three for the ends of roads and three that
// stand half way. Which of them a town is means nothing.
const kinds = 6

// roads are the slots of the roads: a leg to each town, and a step beyond the last.
var roads = names[[MostTeams]string]("road")

// wood and lit are the layers of a town before it is visited and after.
var wood, lit = names[[kinds]string]("wood"), names[[kinds]string]("lit")

// names are the names of several layers or slots: a frame makes no strings.
func names[T [MostTeams]string | [kinds]string](of string) (all T) {
	for i := range len(all) {
		all[i] = draw.Nth(of, i+1).String()
	}
	return all
}

// pawn is the layer of a team, and Pawns the name of all of them, as a button.
const (
	pawn  = "pawn"
	Pawns = "pawns"
)

// Roads draws a walk on the wheel, the slot that its parts have. The drawing's unit is a
// length that grows with it.
type Roads struct {
	Unit func(wheel geom.Rect) float64
	made storyboard.Kept[*stage.Art, []road]
}

// road is a team's: a leg to each town, and the step beyond.
type road []storyboard.Line

func (r *Roads) of(v *stage.View) []road {
	all, _ := r.made.Of(v.Art, func() (all []road, ok bool) {
		for _, slot := range roads {
			all = append(all, storyboard.LinesOf(v.Art, slot))
		}
		return all, true
	})
	return all
}

// leg is the k-th of a road; none where the drawing has none.
func (r road) leg(k int) storyboard.Line {
	if k >= len(r) || len(r[k]) < 2 {
		return nil
	}
	return r[k]
}

// Slots are those that the drawing is to have, and Patterns the layers that are never
// seen where they are drawn.
func Slots() []string { return roads[:] }
func Patterns() []string {
	return append(append([]string{pawn}, wood[:]...), lit[:]...)
}

// depth is how large things are that stand at a height of the wheel: smaller behind.
func depth(wheel geom.Rect, y float64) float64 {
	return anim.Lerp(0.84, 1.2, anim.Clamp((y-wheel.Y)/wheel.H))
}

// Ways draws the roads, and on them how far the teams have come.
func (r *Roads) Ways(l *draw.List, v stage.View, at storyboard.Spot, w Walk) {
	u, th := r.Unit(at.Rect), v.Theme
	way, trail := l.NewPath(), l.NewPath()
	for i, road := range r.of(&v)[:w.Teams] {
		on, share := w.on(i)
		for k := range w.Each {
			line := road.leg(k)
			if line == nil {
				continue
			}
			line.Trace(way, 1, k > 0)
			if k < on {
				line.Trace(trail, 1, k > 0)
			} else if k == on && share > 0 {
				line.Trace(trail, share, k > 0)
			}
		}
	}
	bed := th.Panel
	if th.Dark() {
		bed = draw.Mix(th.Panel, th.Text, 0.55)
	}
	edge, dash := th.Leaf, draw.Mix(bed, th.Clay, 0.4)
	pen := geom.Pen{Width: 8.4 * u, Cap: geom.CapRound, Join: geom.JoinRound}
	l.Stroke(draw.Name("roads").Sub("edge"), way, pen, draw.Ink(edge.Fade(0.55)), draw.Decor())
	pen.Width = 6.4 * u
	l.Stroke(draw.Name("roads").Sub("bed"), way, pen, draw.Ink(bed), draw.Decor())
	l.Stroke(draw.Name("roads").Sub("dashes"), way, geom.Pen{Width: 0.9 * u, Dash: 4 * u, Gap: 4 * u}, draw.Ink(dash), draw.Decor())
	if w.Trails > 0 && w.Gone > 0 {
		pen.Width = 4.2 * u
		l.Stroke(draw.Name("trails"), trail, pen, draw.Ink(th.Molten.Fade(0.95*w.Trails)), draw.Decor())
	}
}

// standing is a town in its place.
type standing struct {
	at         geom.Pt
	team, town int
}

// Towns draws them, those behind first, each of wood until it is visited.
func (r *Roads) Towns(l *draw.List, v stage.View, at storyboard.Spot, w Walk) {
	var all [MostTeams * MostTowns]standing
	count := 0
	for i, road := range r.of(&v)[:w.Teams] {
		for k := range w.Each {
			line := road.leg(k)
			if line == nil {
				continue
			}
			s := standing{line[len(line)-1], i, k}
			j := count
			for ; j > 0 && all[j-1].at.Y > s.at.Y; j-- {
				all[j] = all[j-1]
			}
			all[j] = s
			count++
		}
	}
	for _, s := range all[:count] {
		kind := s.team % (kinds / 2)
		if s.town < w.Each-1 {
			kind += kinds / 2
		}
		id := draw.Nth("town", s.team*w.Each+s.town+1)
		done := w.painted(s.team, s.town)
		l.PushAt(s.at, depth(at.Rect, s.at.Y), 1)
		if done < 1 {
			l.Push(geom.Identity(), min(1, 2-2*done))
			storyboard.Pattern(l, &v, id.Sub("wood"), wood[kind])
			l.Pop()
		}
		if done > 0 {
			l.Push(geom.Identity(), done)
			storyboard.Pattern(l, &v, id.Sub("lit"), lit[kind])
			l.Pop()
		}
		l.Pop()
	}
}

// Teams draws a pawn for each, on its road once it has hopped there from the hub.
func (r *Roads) Teams(l *draw.List, v stage.View, at storyboard.Spot, w Walk) {
	u, hub, id := r.Unit(at.Rect), at.Rect.Center(), draw.Name(Pawns)
	l.Push(geom.Affine{A: at.Rect.W / 2, D: at.Rect.H / 2, E: hub.X, F: hub.Y}, 1)
	l.Fill(id.Sub("touch"), l.NewPath().Circle(geom.Pt{}, 0.86), draw.Ink(v.Theme.Ground.Fade(0)), draw.Decor())
	l.Pop()
	grown := 1 + 0.14*max(v.Pick(id), v.Hovered(id))
	for i, road := range r.of(&v)[:w.Teams] {
		k, share := w.on(i)
		line, hop := road.leg(k), w.hop(i)
		if line == nil || hop <= 0 {
			continue
		}
		p := line.At(share)
		if hop < 1 {
			p = hub.Lerp(p, anim.Lerp(0.55, 1, hop))
			p.Y -= 4 * hop * (1 - hop) * 16 * u
		}
		l.PushAt(geom.P(p.X, p.Y+4*u), depth(at.Rect, p.Y)*grown, anim.Clamp(3*hop))
		storyboard.Pattern(l, &v, draw.Nth("team", i+1), pawn)
		l.Pop()
	}
}
