// Package households is the scene of the rebuilt toilets: a valley of villages with one
// roof for each household, and among them one house that is open and shows what is
// counted; apart from it, a dial of how far sanitary toilets have spread. Drawn from
// paragraph V08.
//
// The page does not say how the one follows from the other: the dial hangs in the air,
// not over the roofs, and neither reads as a share of the other. Nothing in the valley
// has a roof that is not counted.
package households

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/scenes/households/village"
)

// Scene is the scene. It keeps how the villages lie in each drawing, which follows
// from the drawing and the count alone.
type Scene struct {
	*storyboard.Scene
	laid storyboard.Kept[storyboard.Counted, *valley]
}

// The figures that the scene draws: the first as one roof each, the second as a
// reading of a dial.
const (
	rebuiltID  = "households.rebuilt"
	coverageID = "households.coverage"
)

// The beats by name.
const (
	beatValley = "valley"
	beatRoofs  = "roofs"
	beatGauge  = "gauge"
)

// mostRoofs is where three stand for one of the drawing: beyond, they would be one red
// patch.
const mostRoofs = 210_000

// MaxZoom lets a single house fill a hand's breadth.
func (*Scene) MaxZoom() float64 { return 40 }

// The beats, in parts of them: the roof rises and the outer walls sink, then the lamp is
// lit; in the last one the dial is let down, and its hand runs.
const (
	openFrom, openTo = 0.3, 0.7
	litFrom, litTo   = 0.7, 0.95
	downTo           = 0.4
	readFrom, readTo = 0.4, 0.97
	swing            = 0.1 // of the dial on its cord, in radians
)

// New returns the scene.
func New() *Scene {
	s := &Scene{}
	s.Scene = storyboard.New(storyboard.Scene{
		Link: "households", Tuned: knobs,
		Sources: []string{"V08"},
		Steps: []anim.Beat{
			{Name: beatValley, Move: 3, Hold: 2.5},
			{Name: beatRoofs, Move: 5.5, Hold: 4},
			{Name: beatGauge, Move: 2.6, Hold: 6},
		},
		Drawn:      []string{rebuiltID, coverageID, "tasks.since"},
		Counts:     []stage.Room{{Figure: rebuiltID, Most: mostRoofs}},
		Wide:       0.42,
		Undecked:   [4]bool{stage.Phone: true},
		Storyboard: s.board(),
		Camera:     func(v stage.View, _ storyboard.Place) geom.Affine { return v.Zoom.Of(v.Layout().Body) },
		Over:       village.Veil,
		Beneath:    s.beneath,
	})
	return s
}

func (s *Scene) board() storyboard.Board {
	b := storyboard.Board{
		Parts: []storyboard.Part{
			{Layer: "village", Slot: ringSlot, Draw: s.drawRoofs},
			{Layer: "houses", Slot: ringSlot, Draw: s.drawNear},
			{Layer: "trees", Slot: ringSlot, Draw: s.drawHomes},
			{Layer: "dial", Slot: "dial", Draw: drawDial},
		},
		Carried: []storyboard.Carry{{Layer: "roof", By: lowered}},
		Uses:    []string{farSlot, middleSlot, spurSlot, nearSlot, homesSlot, farSlot + pitch, middleSlot + pitch, spurSlot + pitch, "lift"},
		Cards: []storyboard.Card{
			storyboard.CardOf("home", "households.open", "V08"),
			{Layer: "dial", Title: "households.coverage", Text: "households.apart", Paragraph: "V08", Slot: "card-dial"},
		},
	}
	for _, light := range []string{"sun", "moon"} {
		b.Cues.Add(light, beatValley, 0, 0.8, storyboard.Move{By: geom.P(0, 34)})
	}
	b.Cues.Add("early", beatValley, 0.1, 0.9, storyboard.Vanish{})
	b.Cues.Add("lamp", beatValley, litFrom, litTo, storyboard.Appear{})
	b.Cues.Add("guides", beatValley, openFrom+0.1, openTo, storyboard.Appear{})
	b.Cues.Add("sign", beatValley, 0.62, 0.85, storyboard.Appear{})
	b.Cues.Add("smoke", beatRoofs, 0.8, 1, storyboard.Appear{})
	b.Cues.Add("dial", beatGauge, 0, 0.14, storyboard.Appear{})
	b.Cues = append(b.Cues,
		storyboard.Cue{Layer: "homes", Do: storyboard.Fade{}}, // drawn as far as the light has come
		storyboard.Cue{Layer: "walls", Do: storyboard.Fill{Slot: "walls-fill"}, Share: func(v stage.View) float64 { return 1 - opened(&v) }},
		storyboard.Cue{Layer: "dial", Beat: beatGauge, To: downTo, Ease: anim.CubicOut, Do: storyboard.Move{By: geom.P(0, -38)}},
		storyboard.Cue{Layer: "dial", Beat: beatGauge, Ease: anim.Swing(5 * math.Pi), Do: storyboard.Turn{About: "hook", From: swing}},
	)
	b.Texts = []storyboard.Text{
		storyboard.Text{Slot: "sign-what", Key: "households.sign", Beat: beatValley, From: 0.7, To: 0.85}.Bold("ink").On("sign"),
		storyboard.Text{Slot: "sign-counted", Key: "households.sign-counted", Beat: beatValley, From: 0.7, To: 0.85}.On("sign"),
		storyboard.Text{Slot: "coverage", Key: "households.coverage", Beat: beatGauge, From: downTo, To: downTo + 0.2}.Bold("ink").On("dial"),
		storyboard.Text{Slot: "apart", Key: "households.tag", Short: "households.tag-short", Color: "ink", Back: storyboard.Back{Opacity: 0.5}, Beat: beatGauge, From: downTo, To: downTo + 0.2}.On("dial"),
	}
	return b
}

// opened is how far the house is open, 0 to 1.
func opened(v *stage.View) float64 { return v.Span(beatValley, openFrom, openTo) }

// lowered is how far below its place the roof still lies.
func lowered(v stage.View, p storyboard.Place) geom.Pt {
	return geom.P(0, (1-opened(&v))*p.Slot("lift").H/p.K)
}
