package typeset

import (
	"lianhua/internal/geom"
	"lianhua/internal/typeset/otf"
)

// trace turns a glyph's points into a path.
func trace(f *otf.Font, g otf.GID) geom.Path {
	var path geom.Path
	k := 1 / float64(f.Upem())
	points := f.Outline(nil, g)
	for from := 0; from < len(points); {
		to := from
		for to < len(points)-1 && !points[to].End {
			to++
		}
		contour(&path, points[from:to+1], k)
		from = to + 1
	}
	return path
}

// contour adds a closed contour. Between two points that are both off the curve
// lies one on it, half-way.
func contour(path *geom.Path, pts []otf.Point, k float64) {
	if len(pts) < 2 {
		return
	}
	half := func(a, b otf.Point) otf.Point { return otf.Point{X: (a.X + b.X) / 2, Y: (a.Y + b.Y) / 2, On: true} }
	n := len(pts)
	start, first := pts[0], 1
	if !start.On {
		start, first = pts[n-1], 0
		if !start.On {
			start = half(pts[n-1], pts[0])
		}
	}
	path.Move(start.X*k, -start.Y*k)
	at := start
	for i := range n {
		p := pts[(first+i)%n]
		if p.On {
			if p.X != at.X || p.Y != at.Y {
				path.Line(p.X*k, -p.Y*k)
			}
			at = p
			continue
		}
		end := pts[(first+i+1)%n]
		if i == n-1 {
			end = start
		}
		if !end.On {
			end = half(p, end)
		}
		path.Quad(p.X*k, -p.Y*k, end.X*k, -end.Y*k)
		at = end
	}
	path.Close()
}
