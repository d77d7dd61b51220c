package cultivation

import (
	"math"

	"lianhua/internal/anim"
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

// A cord tied about its wire and one that hangs loose, as one line of four curves: so
// that the one becomes the other.
var (
	tied  = [...]geom.Pt{{X: -3.8, Y: 4.2}, {X: -1.8, Y: 2.8}, {X: 1.7, Y: 0.8}, {X: 1.7, Y: -1}, {X: 1.7, Y: -2.6}, {X: 1, Y: -3.8}, {X: 0, Y: -3.8}, {X: -1, Y: -3.8}, {X: -1.7, Y: -2.6}, {X: -1.7, Y: -1}, {X: -1.7, Y: 0.8}, {X: 1.8, Y: 2.8}, {X: 3.8, Y: 4.2}}
	loose = [...]geom.Pt{{X: -3.6, Y: 5.4}, {X: -2.2, Y: 4}, {X: -3.2, Y: 2.2}, {X: -1.9, Y: 0.6}, {X: -0.7, Y: -0.9}, {X: -2, Y: -3.8}, {X: 0, Y: -3.8}, {X: 2, Y: -3.8}, {X: 0.9, Y: -0.8}, {X: 1.8, Y: 0.8}, {X: 2.8, Y: 2.4}, {X: 1.6, Y: 3.4}, {X: 3.8, Y: 5.2}}
)

// drawCords hangs a cord for each difficulty on the wires, tied until its turn comes.
func drawCords(l *draw.List, v stage.View, at storyboard.Spot) {
	n := min(count(&v, solvedID), mostCords)
	wires := at.Path
	if n == 0 || wires == nil || len(wires.Pts) < 4 {
		return
	}
	pts, total := wires.Pts, 0.0
	for i := 0; i+1 < len(pts); i += 2 {
		total += pts[i+1].X - pts[i].X
	}
	apart := total / float64(n)
	drop := pts[2].Y - pts[0].Y
	size := geom.P(apart*0.185, drop*0.092)
	ink := draw.Mix(v.Theme.Litter, v.Theme.Ink, 0.12)
	pen := geom.Pen{Width: min(apart*0.26, drop*0.13), Cap: geom.CapRound, Join: geom.JoinRound}
	id := draw.Name("cord")
	l.Open(draw.Name("cords-hung"), draw.Sem{})
	along, hung := 0.0, 0
	for i := 0; i+1 < len(pts); i += 2 {
		along += pts[i+1].X - pts[i].X
		upto := int(math.Round(along / total * float64(n)))
		here := upto - hung
		path := l.NewPath()
		for j := 0; j < here; j++ {
			x := anim.Lerp(pts[i].X, pts[i+1].X, (float64(j)+0.5)/float64(here))
			c := geom.P(x, pts[i].Y+size.Y*0.8)
			k := hung + j
			if left := n - k; left > paling {
				cord(path, c, size, freed(&v, k, n))
				continue
			}
			last := l.NewPath()
			cord(last, c, size, freed(&v, k, n))
			l.Stroke(id.SubN("pale", n-k), last, pen, draw.Ink(ink.Fade(float64(n-k)/(paling+1))), draw.Decor())
		}
		stroke(l, id.SubN("wire", i/2+1), path, pen, ink)
		hung = upto
	}
	l.Close()
}

// freed is how far the k-th of n cords has come loose: wire by wire, along each.
func freed(v *stage.View, k, n int) float64 {
	from := opened*0.6 + (0.86-opened*0.6)*float64(k)/float64(n)
	return anim.Span(v.Beat(lists), from, from+0.1, anim.BackOut)
}

func cord(p *geom.Path, c, size geom.Pt, t float64) {
	var q [len(tied)]geom.Pt
	for i := range q {
		at := tied[i].Lerp(loose[i], t)
		q[i] = geom.P(c.X+at.X*size.X, c.Y+at.Y*size.Y)
	}
	p.Move(q[0].X, q[0].Y)
	for i := 1; i+2 < len(q); i += 3 {
		p.Cube(q[i].X, q[i].Y, q[i+1].X, q[i+1].Y, q[i+2].X, q[i+2].Y)
	}
}
