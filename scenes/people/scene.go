// Package people is the scene of the talent database: a square in the morning on which
// as many stand as the database holds, one of whom steps forward with a card, and a
// lane that leads off it to the gate of a courtyard, where the next chapter begins.
//
// Nobody comes and nobody goes: the light moves, not the crowd. The people of the
// database, those who hold a card and the experts with a grant are not said to be the
// same, so only one of them has a colour.
package people

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

const (
	beatFill = "fill"
	beatStep = "step"
	beatLane = "lane"

	poolID = "people.pool"

	// mostPeople is how many a square has places for, the one who steps forward
	// among them.
	mostPeople = 1120
)

// New returns the scene.
func New() *storyboard.Scene {
	return storyboard.New(storyboard.Scene{
		Link: "people", Tuned: knobs,
		Sources: []string{"J31", "J32", "J33"},
		Steps: []anim.Beat{
			{Name: beatFill, Move: 4.2, Hold: 4},
			{Name: beatStep, Move: 4.6, Hold: 5.5},
			{Name: beatLane, Move: 3.4, Hold: 3.5},
		},
		Drawn:      []string{poolID, "people.priorities", "people.award"},
		Counts:     []stage.Room{{Figure: poolID, Most: mostPeople}},
		Wide:       0.5,
		Undecked:   [4]bool{stage.Phone: true, stage.Kiosk: true},
		Storyboard: board(),
		Lead:       storyboard.Lead{Figure: poolID, Name: "people.pool-name", Note: "people.scale", Below: true, Until: beatLane, Then: "people.title-hinge"},
		Camera:     camera,
		Over:       bed,
	})
}

// along is how far the camera has gone along the lane.
func along(v *stage.View) float64 { return anim.Span(v.Beat(beatLane), 0.08, 1, anim.CubicInOut) }

// camera goes from the whole square to where the lane meets the gate, nearer by the
// same share at every moment: about the one point of the window that stays.
func camera(v stage.View, p storyboard.Place) geom.Affine {
	t := along(&v)
	to := p.Slot("view")
	k := min(v.Area.W/to.W, v.Area.H/to.H)
	if t <= 0 || !(k > 1) {
		return geom.Identity()
	}
	a, b := v.Area.Center(), to.Center()
	stays := geom.P((a.X-k*b.X)/(1-k), (a.Y-k*b.Y)/(1-k))
	return geom.ScaleAbout(math.Pow(k, t), stays)
}

// bed is the ground of the page, on which the last picture's words are read.
func bed(l *draw.List, v stage.View, _ storyboard.Place) {
	show := along(&v)
	if show <= 0 {
		return
	}
	c, r := v.Theme.Ground.Fade(show), v.Area
	to := geom.P(r.X+r.W*0.28, r.Y+r.H*0.74)
	if v.Layout().Form.Upright() {
		to = geom.P(r.X+r.W*0.12, r.Y+r.H*0.4)
	}
	stop := func(at, alpha float64) draw.Stop { return draw.Stop{At: at, Color: c.Fade(alpha)} }
	l.Rect(draw.Name("bed"), r, 0, draw.LinearRamp(r.Min(), to, stop(0, 0.96), stop(0.5, 0.88), stop(0.75, 0.5), stop(1, 0)), draw.Decor())
	h := footHeight(v.Layout())
	foot := geom.R(r.X, r.Bottom()-h, r.W, h)
	c = v.Theme.Ground.Fade(v.Span(beatLane, 0.08, 0.26)) // people come there as soon as the camera moves
	l.Rect(draw.Name("foot-bed"), foot, 0, draw.LinearRamp(foot.Min(), geom.P(foot.X, foot.Bottom()), stop(0, 0), stop(0.32, 0.97), stop(1, 1)), draw.Decor())
}

// footHeight is how far up the page's ground reaches under the source's line, and under
// the hint where that stands above it.
func footHeight(lay stage.Layout) float64 {
	if lay.Form.Upright() {
		return lay.SourceHeight() + 8*lay.Type.Small
	}
	return max(lay.Px(104), lay.SourceHeight()+4*lay.Type.Small)
}
