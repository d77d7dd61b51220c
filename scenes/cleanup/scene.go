// Package cleanup is the scene of the people who swept: each a light of their own, who
// come out of their doors, go along with a front that sweeps a valley of terraces, and
// are then counted in the paddies of a hill, a thousand to a field. On another hill
// stands the second crowd, which the page lists apart. Drawn from paragraph V13.
//
// The people are draw.Fields stretched over lanes of the land, denser where people keep
// together; the nearest are drawn as persons too, each over the light that is theirs.
package cleanup

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/scenes/cleanup/march"
)

// The figures that the scene draws, one mark for each person.
const (
	sweepersID    = "cleanup.sweepers"
	contestantsID = "cleanup.contestants"
)

// The beats by name.
const (
	beatScatter  = "scatter"
	beatSweep    = "sweep"
	beatCount    = "count"
	beatContests = "contests"
)

// What the drawings have: terraces, and groups of people who go together.
const (
	terraces = 9
	ranks    = 7  // at the front
	teams    = 24 // behind it
	nearest  = 9  // one by one
	stroll   = 90 // how far these walk, in units

	// mostSweepers and mostContestants are whom the fields of the two hills hold.
	mostSweepers    = 115 * perField
	mostContestants = 50 * perField
)

// perField is how many stand in a field of the count.
const perField = 1000

// paths are the footpaths, by the terrace with whose people theirs are drawn.
var paths = [...]march.Footpath{{Slot: "path.1", On: 4}, {Slot: "path.2", On: 2}}

// Scene is a storyboard whose picture can be magnified.
type Scene struct {
	*storyboard.Scene
	lands *lands
}

// MaxZoom lets each person of a field stand alone.
func (*Scene) MaxZoom() float64 { return 24 }

// New returns the scene.
func New() *Scene {
	all := &lands{}
	return &Scene{lands: all, Scene: storyboard.New(storyboard.Scene{
		Link: "cleanup", Tuned: knobs,
		Sources: []string{"V13"},
		Steps: []anim.Beat{
			{Name: beatScatter, Move: 2.6, Hold: 3},
			{Name: beatSweep, Move: 6, Hold: 3},
			{Name: beatCount, Move: 3.2, Hold: 4.5},
			{Name: beatContests, Move: 2.8, Hold: 6},
		},
		Drawn:  []string{sweepersID, contestantsID, "page.year"},
		Counts: []stage.Room{{Figure: sweepersID, Most: mostSweepers}, {Figure: contestantsID, Most: mostContestants}},
		Wide:   0.47, Deep: true,
		Undecked:   [4]bool{stage.Phone: true, stage.Kiosk: true},
		Storyboard: all.board(),
		Camera:     camera,
		Window:     window,
		Over:       drawWords,
		Beneath:    drawSwept,
	})}
}

// camera magnifies the picture, and window is where that is seen: below the figure,
// which stays.
func camera(v stage.View, _ storyboard.Place) geom.Affine { return v.Zoom.Of(v.Layout().Body) }

func window(v stage.View, _ storyboard.Place) geom.Rect {
	lay := v.Layout()
	return geom.R(v.Area.X, lay.Body.Y, v.Area.W, lay.Foot.Y-lay.Body.Y)
}

// aside is how much a magnified picture leaves of what stands on it and presses it.
func aside(v *stage.View) float64 {
	return 1 - anim.Span(v.Zoom.Scale, 1, 1.6, anim.CubicInOut)
}

// swept is how far the front has come, and gathered how far the land has gone for the
// hill on which people are counted.
func swept(v *stage.View) float64 {
	return anim.SineInOut(anim.Span(v.Beat(beatSweep), 0, counted, anim.Linear))
}
func gathered(v *stage.View) float64 { return v.Beat(beatCount) }

func (all *lands) board() storyboard.Board {
	b := storyboard.Board{
		Parts: []storyboard.Part{
			{Layer: "land", Slot: "front", Draw: all.light},
			{Layer: "hills", Slot: "gold", Draw: all.fields},
			{Layer: "crowd", Slot: "people", Draw: all.crowd},
		},
		Uses: []string{"strip", "spark", "grain", "jade", "anchors", "walls", paths[0].Slot, paths[1].Slot, "legend", "note", "contested", "apart"},
	}
	carry := func(layer string, by func(g *ground, v *stage.View) geom.Pt) {
		b.Carried = append(b.Carried, storyboard.Carry{Layer: layer, By: func(v stage.View, p storyboard.Place) geom.Pt {
			return by(all.at(&v, p), &v)
		}})
	}
	for k := range terraces {
		n := k + 1
		strip := func(layer string, side storyboard.Side, share func(c float64) float64) {
			name := draw.Nth(layer, n).String()
			b.Cues = append(b.Cues, storyboard.Cue{Layer: name, Do: storyboard.Fill{Slot: "strip", Side: side}, Share: func(v stage.View) float64 {
				g := all.at(&v, storyboard.PlaceOf(&v))
				return share((g.Front(k, 0.5) - g.away(&v) - g.strip.X) / g.strip.W)
			}})
		}
		strip("water", storyboard.Left, func(c float64) float64 { return c })
		strip("litter", storyboard.Right, func(c float64) float64 { return 1 - c })
	}
	b.Uses = append(b.Uses, edges...)
	for i := range ranks + teams + nearest {
		name := draw.Nth("rank", i+1)
		switch {
		case i >= ranks+teams:
			name = draw.Nth("figure", i+1-ranks-teams)
		case i >= ranks:
			name = draw.Nth("team", i+1-ranks)
		}
		carry(name.String(), func(g *ground, v *stage.View) geom.Pt { return g.walk(i, v) })
	}
	carry("scraps", func(g *ground, v *stage.View) geom.Pt { return geom.P(-g.away(v), 0) })
	for _, layer := range [...]string{"land", "homes", "homes-lit", "paths", "litter", "lanterns", "lanterns-lit"} {
		b.Cues.Add(layer, beatCount, 0.05, 0.45, storyboard.Vanish{})
	}
	for _, layer := range [...]string{"figures", "near", "scraps"} {
		b.Cues.Add(layer, beatCount, 0, 0.2, storyboard.Vanish{})
	}
	for _, layer := range [...]string{"figures", "near"} { // who looks closely sees the lights alone
		b.Cues.Add(layer, beatScatter, 0.3, 1, storyboard.Appear{})
		b.Cues.Add(layer, "", 0, 0, storyboard.Fade{To: 1}).Share = func(v stage.View) float64 { return aside(&v) }
	}
	b.Cues.Add("scraps", beatSweep, 0, 0.08, storyboard.Appear{})
	b.Cues.Add("homes-lit", beatScatter, 0, 0.7, storyboard.Appear{})
	b.Cues.Add("lanterns-lit", beatScatter, 0.2, 1, storyboard.Appear{})
	b.Cues.Add("hills", beatCount, 0.05, 0.45, storyboard.Appear{})
	b.Cues.Add("hills", beatCount, 0, 0.6, storyboard.Move{By: geom.P(0, 26)})
	b.Cues.Add("yard", beatContests, 0.1, 0.6, storyboard.Appear{})
	return b
}
