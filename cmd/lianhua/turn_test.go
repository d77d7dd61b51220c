package main

import (
	"testing"

	"lianhua/internal/geom"
)

// What is drawn at a place of a turned picture is touched there, whatever Ebitengine makes
// of the place.
func TestATurnedPictureIsTouchedWhereItIsSeen(t *testing.T) {
	const wide, high = 1920.0, 1080.0
	for degrees, corner := range map[int]geom.Pt{0: geom.P(0, 0), 90: geom.P(wide, 0), 180: geom.P(wide, high), 270: geom.P(0, high)} {
		q := turnOf(degrees)
		w, h := q.of(wide, high)
		m := q.place(wide, high)
		if x, y := m.Apply(0, 0); geom.P(x, y) != corner {
			t.Errorf("turned by %d degrees it begins at %v, %v", degrees, x, y)
		}
		for _, p := range []geom.Pt{{}, geom.P(w, 0), geom.P(30, 70), geom.P(w, h)} {
			x, y := m.Apply(p.X, p.Y)
			if x < 0 || y < 0 || x > wide || y > high {
				t.Errorf("turned by %d degrees, %v is drawn at %v, %v", degrees, p, x, y)
			}
			// As Ebitengine tells it, which fits the picture into the screen.
			k := min(wide/w, high/h)
			told := geom.P((x-(wide-w*k)/2)/k, (y-(high-h*k)/2)/k)
			g := game{turn: q, width: w / 2, height: h / 2, scale: 2}
			if at := g.at(told.X, told.Y); at.Dist(p.Mul(0.5)) > 1e-9 {
				t.Errorf("turned by %d degrees, what is drawn at %v is touched at %v", degrees, p.Mul(0.5), at)
			}
			if sw, sh := g.screen(); sw != wide || sh != high {
				t.Errorf("turned by %d degrees, the screen is %v × %v", degrees, sw, sh)
			}
		}
	}
}
