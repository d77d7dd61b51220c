package inspection

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// kinds is how many towns the drawing has: three for the ends of roads and three that
// stand half way. Which of them a town is means nothing.
const kinds = 6

// roads are the slots of the roads: a leg to each town, and a step beyond the last,
// where the team stays.
var roads = names[[mostTeams]string]("road")

// wood and lit are the layers of a town before it is visited and after.
var wood, lit = names[[kinds]string]("wood"), names[[kinds]string]("lit")

// names are the names of several layers or slots: a frame makes no strings.
func names[T [mostTeams]string | [kinds]string](of string) (all T) {
	for i := range len(all) {
		all[i] = draw.Nth(of, i+1).String()
	}
	return all
}

// patterns are the layers that are never seen where they are drawn.
func patterns() []string {
	all := []string{"pawn", "pole", "list-flag", "done-flag"}
	return append(append(all, wood[:]...), lit[:]...)
}

// stamp appends a pattern about the origin.
func stamp(l *draw.List, v *stage.View, id draw.ID, layer string) {
	i, ok := v.Art.Layer(layer)
	if !ok {
		return
	}
	for _, piece := range v.Art.Layers[i].Pieces {
		if piece.Sheet != nil {
			l.Sheet(id, piece.Sheet)
		}
	}
}

// depth is how large things are that stand at a height of the wheel: smaller behind.
func depth(wheel geom.Rect, y float64) float64 {
	return anim.Lerp(0.84, 1.2, anim.Clamp((y-wheel.Y)/wheel.H))
}

// teams is how many there are, and how many towns each visits.
func teams(v *stage.View) (n, each int) {
	a, _ := v.Story.Figure(teamsID)
	b, _ := v.Story.Figure(perTeamID)
	return min(a.Count(), mostTeams), min(b.Count(), mostTowns)
}

// leg is the k-th of a road.
func leg(road *geom.Path, k int) []geom.Pt {
	from := -1
	for i, verb := range road.Verbs {
		if verb != geom.MoveTo {
			continue
		}
		if k < 0 {
			return road.Pts[from:i]
		}
		if k == 0 {
			from = i
		}
		k--
	}
	if from < 0 {
		return nil
	}
	return road.Pts[from:]
}

// along is the point a part of the way along a line.
func along(line []geom.Pt, share float64) geom.Pt {
	length := 0.0
	for i := 1; i < len(line); i++ {
		length += line[i].Dist(line[i-1])
	}
	left := length * anim.Clamp(share)
	for i := 1; i < len(line); i++ {
		d := line[i].Dist(line[i-1])
		if left <= d && d > 0 {
			return line[i-1].Lerp(line[i], left/d)
		}
		left -= d
	}
	return line[len(line)-1]
}

// pace is how a team walks: when it sets out and when it reaches its last town, in
// parts of the visits. None waits for another, and one comes as the bead does.
func pace(team, n int) (from, to float64) {
	return 0.1 * storyboard.Chance(team, 0), anim.Lerp(0.74, 0.97, float64(team*7%max(n, 1))/float64(max(n-1, 1)))
}

// reached is when a team comes to the k-th of its towns.
func reached(team, n, k, each int) float64 {
	from, to := pace(team, n)
	if k == each-1 {
		return to
	}
	return from + (to-from)*(float64(k+1)/float64(each)+0.34*(storyboard.Chance(team, 1)-0.5))
}

const (
	rest   = 0.06 // how long a team stays at a town on its way, in parts of the visits
	paints = 0.05 // and how long a town takes to be painted
)

// painted is how far a town is that a team comes to. By the end of the visits all are.
func painted(t float64, team, n, k, each int) float64 {
	when := reached(team, n, k, each)
	return anim.Span(t, when, min(when+paints, 1), anim.Linear)
}

// visited is how many towns have been, the last of them in part.
func visited(v *stage.View) (sum float64) {
	n, each := teams(v)
	t := walked(v)
	for i := range n * each {
		sum += painted(t, i/each, n, i%each, each)
	}
	return math.Round(sum*1e6) / 1e6 // a sum of parts wants a hair of a town
}

// totalSlot is the slot of the count of all towns.
const totalSlot = "towns"

// drawTotal counts the towns as they are painted. Before the first there is no figure:
// a nought would be one.
func drawTotal(l *draw.List, v stage.View, p storyboard.Place) {
	n, each := teams(&v)
	been := visited(&v)
	if been <= 0 {
		return
	}
	r, small := p.Slot(totalSlot), v.Layout().Type.Small
	size := r.H * 1.38
	st := chart.NumberStyle{Size: size, Unit: max(size/3, small), Label: max(12*p.K, small), Width: r.W, Text: "inspection.towns", Counting: true, Running: been / float64(n*each)}
	l.Push(camera(v, p), min(1, been))
	chart.Figure(l, &v, draw.Name(totalSlot), townsID, st, geom.P(r.X, r.Bottom()))
	l.Pop()
}

// walk is where a team is: on which leg, and how far along it. After the last town
// comes the step beyond.
func walk(t float64, team, n, each int) (k int, share float64) {
	from, _ := pace(team, n)
	for k = range each {
		to := reached(team, n, k, each)
		if t < to+rest || k == each-1 && t < to {
			return k, anim.Span(t, from, to, anim.SineInOut)
		}
		from = to + rest
	}
	last := reached(team, n, each-1, each)
	return each, anim.Span(t, last, last+0.03, anim.SineInOut)
}

func drawRoads(l *draw.List, v stage.View, at storyboard.Spot) {
	n, each := teams(&v)
	u, th := unit(at.Rect), v.Theme
	way, trail := l.NewPath(), l.NewPath()
	t := walked(&v)
	for i := range n {
		road := at.Line(roads[i])
		if road == nil {
			continue
		}
		on, share := walk(t, i, n, each)
		for k := range each {
			line := leg(road, k)
			if len(line) < 2 {
				continue
			}
			trace(way, line, 1, k == 0)
			if k < on {
				trace(trail, line, 1, k == 0)
			} else if k == on && share > 0 {
				trace(trail, line, share, k == 0)
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
	if left := 1 - v.Span(beatVisit, arrived, 1); left > 0 && t > 0 {
		pen.Width = 4.2 * u
		l.Stroke(draw.Name("trails"), trail, pen, draw.Ink(th.Molten.Fade(0.95*left)), draw.Decor())
	}
}

// trace appends a part of a line to a path.
func trace(to *geom.Path, line []geom.Pt, share float64, begins bool) {
	const steps = 10
	if begins {
		to.Move(line[0].X, line[0].Y)
	}
	for i := 1; i <= steps; i++ {
		p := along(line, share*float64(i)/steps)
		to.Line(p.X, p.Y)
	}
}

// standing is a town in its place.
type standing struct {
	at              geom.Pt
	team, town, nth int
}

func drawTowns(l *draw.List, v stage.View, at storyboard.Spot) {
	n, each := teams(&v)
	t := walked(&v)
	var all [mostTeams * mostTowns]standing
	count := 0
	for i := range n {
		road := at.Line(roads[i])
		for k := range each {
			if road == nil || len(leg(road, k)) == 0 {
				continue
			}
			line := leg(road, k)
			s := standing{line[len(line)-1], i, k, i*each + k}
			j := count // those behind first
			for ; j > 0 && all[j-1].at.Y > s.at.Y; j-- {
				all[j] = all[j-1]
			}
			all[j] = s
			count++
		}
	}
	for _, s := range all[:count] {
		kind := s.team % (kinds / 2)
		if s.town < each-1 {
			kind += kinds / 2
		}
		id := draw.Nth("town", s.nth+1)
		done := painted(t, s.team, n, s.town, each)
		l.PushAt(s.at, depth(at.Rect, s.at.Y), 1)
		if done < 1 {
			l.Push(geom.Identity(), min(1, 2-2*done))
			stamp(l, &v, id.Sub("wood"), wood[kind])
			l.Pop()
		}
		if done > 0 {
			l.Push(geom.Identity(), done)
			stamp(l, &v, id.Sub("lit"), lit[kind])
			l.Pop()
		}
		l.Pop()
	}
}

// A team hops off the hub on to its road, one after another.
const (
	hopFrom, hopTo = 0.56, 0.98
	hops           = 0.3 // of that, each
)

func drawTeams(l *draw.List, v stage.View, at storyboard.Spot) {
	n, each := teams(&v)
	t, u := walked(&v), unit(at.Rect)
	hub := at.Rect.Center()
	l.Push(geom.Affine{A: at.Rect.W / 2, D: at.Rect.H / 2, E: hub.X, F: hub.Y}, 1)
	l.Fill(draw.Name("pawns").Sub("touch"), l.NewPath().Circle(geom.Pt{}, 0.86), draw.Ink(v.Theme.Ground.Fade(0)), draw.Decor())
	l.Pop()
	grown := 1 + 0.14*max(v.Pick(draw.Name("pawns")), v.Hovered(draw.Name("pawns")))
	for i := range n {
		road := at.Line(roads[i])
		if road == nil {
			continue
		}
		k, share := walk(t, i, n, each)
		line := leg(road, k)
		if len(line) < 2 {
			continue
		}
		p := along(line, share)
		from := hopFrom + (hopTo-hopFrom)*(1-hops)*float64(i)/float64(max(n-1, 1))
		hop := anim.Span(v.Beat(beatList), from, from+(hopTo-hopFrom)*hops, anim.SineInOut)
		if hop <= 0 {
			continue
		}
		if hop < 1 {
			p = hub.Lerp(p, anim.Lerp(0.55, 1, hop))
			p.Y -= 4 * hop * (1 - hop) * 16 * u
		}
		id := draw.Nth("team", i+1)
		l.PushAt(geom.P(p.X, p.Y+4*u), depth(at.Rect, p.Y)*grown, anim.Clamp(3*hop))
		stamp(l, &v, id, "pawn")
		l.Pop()
	}
}
