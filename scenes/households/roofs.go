package households

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// The lattice runs along the terraces: a roof's row is its place along its lane,
// its column the place across.

// spans is how many straight pieces the mesh has along a lane, crossings how
// many lines run along it.
const (
	spans     = 28
	crossings = 4
)

// roofID is the field; the n-th roof answers as draw.Nth("house", n).
const roofID = "house"

// roofs draws a roof for each household.
func roofs(l *draw.List, v *stage.View, p *places) *draw.Field {
	f := l.NewField()
	fig, ok := v.Story.Figure(rebuiltID)
	if !ok {
		return f
	}
	th := v.Theme
	f.Count, f.Cols = fig.Count(), p.across
	// Seen near, each house has a plot of its own around it.
	apart := anim.Span(math.Log(max(v.Zoom.Scale, 1)), math.Log(1.5), math.Log(nearer), anim.SineInOut)
	f.Symbol, f.Radius, f.Jitter = draw.Roof, p.radius*anim.Lerp(1, 0.55, apart), anim.Lerp(0.54, 0.3, apart)
	f.Inks = [4]draw.Color{th.Clay, draw.Mix(th.Clay, th.Ink, 0.16), draw.Mix(th.Clay, th.Ink, 0.32), draw.Mix(th.Clay, th.Molten, 0.25)}
	f.LiftInk = th.Ink
	if v.Picked.ID.Name == roofID {
		f.Lifted = v.Picked.ID.N
	}
	for i := 0; i < crossings; i++ {
		f.Mesh.U = append(f.Mesh.U, p.crossing(i)*float64(p.across))
	}
	rows := f.Rows()
	each := (rows + terraces - 1) / terraces
	come := v.Beat(beatRoofs)
	for k := 0; k < terraces; k++ {
		n := min(each, rows-k*each)
		show := laneShown(come, k)
		for j := 0; j <= spans; j++ {
			s := float64(j) / spans
			f.Mesh.V = append(f.Mesh.V, float64(k*each)+s*float64(n))
			level := float32(anim.Span(show*(1+brink)-s, 0, brink, anim.SineInOut))
			x := p.from + p.width*strewn(k, s)
			crest := p.hills.Crest(k, x)
			room := p.floor(k, x) - crest
			if k == terraces-1 {
				room *= 0.84
			}
			deep := breadth(k, (x-p.from)/p.width)
			for i := 0; i < crossings; i++ {
				f.Mesh.P = append(f.Mesh.P, geom.P(x, crest+room*(0.1+deep*p.crossing(i))))
				f.Mesh.Level = append(f.Mesh.Level, level)
			}
		}
	}
	// Houses seen near are drawn whole by closeUp; the field stays to be touched.
	l.Push(geom.Identity(), 1-0.98*closeness(v))
	l.Field(draw.Name(roofID), f, draw.Sem{Role: draw.RoleButton, Label: v.Words("households.pick")})
	l.Pop()
	return f
}

// crossing is where mesh line i runs, 0 to 1 across the lane; the outer ones
// leave a cell's room.
func (p *places) crossing(i int) float64 {
	cell := 1 / float64(p.across)
	switch i {
	case 0:
		return -cell
	case crossings - 1:
		return 1 + cell
	}
	return float64(i) / (crossings - 1)
}

// brink is the share of a lane over which roofs are still fading in.
const brink = 0.12

// laneShown is how far the roofs of terrace k have appeared: the nearest first.
func laneShown(come float64, k int) float64 {
	return anim.Stagger(come, terraces-1-k, terraces, 0.34, anim.SineInOut)
}

// shown is the share of all roofs that stand, those half faded in counted half.
func shown(come float64) float64 {
	sum := 0.0
	for k := 0; k < terraces; k++ {
		q := laneShown(come, k)*(1+brink) - brink/2
		sum += anim.Clamp(q)
	}
	return anim.Clamp(sum / terraces)
}

// strewn is the place along lane k, 0 to 1, before which the share s of its
// roofs stand: hamlets, and fields between them.
func strewn(k int, s float64) float64 {
	at := s
	for i, n := range [...]float64{2, 5} {
		w := 2 * math.Pi * n
		phase := 1.7*float64(k) + 2.1*float64(i)
		at += 0.19 / w * (math.Sin(w*s+phase) - math.Sin(phase))
	}
	return at
}

// breadth is the share of terrace k's depth that its houses take at u across.
func breadth(k int, u float64) float64 {
	a := float64(k)
	w := 0.55*math.Sin(2*math.Pi*2.6*u+2.3*a) + 0.3*math.Sin(2*math.Pi*6.1*u+1.1*a) + 0.15*math.Sin(2*math.Pi*11*u+3.7*a)
	return 0.68 + 0.17*w
}
