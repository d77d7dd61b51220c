package cultivation

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// mostCords is how many the wires have room for, and paling how many of them, at the
// end of the last, thin out: what is beyond the stated floor has no number and so no
// edge.
const (
	mostCords = 1000
	paling    = 12
)

// drawCords hangs a cord for each difficulty on the wires, tied until its turn comes:
// wire by wire, along each. A cord tied and one that hangs loose are outlines of as many
// points, so that the one becomes the other.
func drawCords(l *draw.List, v stage.View, at storyboard.Spot) {
	hung := chart.Strung{Wires: at.Path, N: v.Count(solvedID, mostCords)}
	tied, loose := at.Line("tied"), at.Line("loose")
	if tied == nil || loose == nil || len(tied.Pts) != len(loose.Pts) {
		return
	}
	apart, move, n := hung.Apart(), v.Beat(lists), hung.N
	m := geom.Affine{A: apart.X * 0.0185 * v.Knob(&knotSize), D: apart.Y * 0.0092}
	ink, id := draw.Mix(v.Theme.Litter, v.Theme.Ink, 0.12), draw.Name("cord")
	if v.Theme.Dark() {
		ink = draw.Mix(v.Theme.Litter, v.Theme.Ink, 0.45)
	}
	pen := geom.Pen{Width: min(apart.X*0.26, apart.Y*0.13), Cap: geom.CapRound, Join: geom.JoinRound}
	l.Open(draw.Name("cords-hung"), draw.Sem{})
	for wire := range hung.Count() {
		path := l.NewPath()
		first, end := hung.On(wire)
		for k := first; k < end; k++ {
			into := path
			if n-k <= paling {
				into = l.NewPath()
			}
			from := opened*0.6 + (0.86-opened*0.6)*float64(k)/float64(n)
			free := anim.Span(move, from, from+0.1, anim.BackOut)
			p := hung.At(wire, k, first, end)
			m.E, m.F = p.X, p.Y+apart.Y*0.074
			start := len(into.Pts)
			into.Append(*tied, m)
			for j, q := range loose.Pts {
				into.Pts[start+j] = into.Pts[start+j].Lerp(m.At(q), free)
			}
			if into != path {
				storyboard.Paint(l, id.SubN("pale", n-k), into, pen, ink.Fade(float64(n-k)/(paling+1)))
			}
		}
		storyboard.Paint(l, id.SubN("wire", wire+1), path, pen, ink)
	}
	l.Close()
}
