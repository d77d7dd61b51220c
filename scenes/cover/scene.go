// Package cover is the way in: a forged aluminium ring that opens onto a valley,
// and a door to each of the two districts.
package cover

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// Scene is the scene; it holds no state.
type Scene struct{}

// New returns the scene.
func New() *Scene { return &Scene{} }

func (*Scene) Name() string    { return "cover" }
func (*Scene) Chapter() string { return "cover.chapter" }

// Figures is the year in the deck.
func (*Scene) Figures() []string { return []string{"page.year"} }

// Describe gives the sentence for each beat.
func (*Scene) Describe(beat int) string {
	keys := [...]string{"cover.beat.forge", "cover.beat.open", "cover.beat.doors"}
	return keys[max(0, min(beat, len(keys)-1))]
}

func (*Scene) Beats() []anim.Beat {
	return []anim.Beat{
		{Name: "forge", Move: 2.8, Hold: 1},
		{Name: "open", Move: 3.2, Hold: 2},
		{Name: "doors", Move: 1.2, Hold: 6},
	}
}

func (*Scene) Draw(l *draw.List, v stage.View) {
	lay, title := chart.Frame(l, &v, chart.Heading{Chapter: "cover.chapter", Title: "cover.title", Deck: "cover.deck", Wide: 0.46})
	p := placeOn(lay, title)
	l.Open(draw.Name("picture"), draw.Sem{Role: draw.RolePicture, Label: v.Words("cover.alt")})
	drawValley(l, &v, p)
	drawRing(l, &v, p)
	l.Close()
	drawDoors(l, &v, lay, p)
}

// plan is where the parts stand in one layout.
type plan struct {
	center geom.Pt
	outer  float64 // radii of the ring
	inner  float64
	doors  [2]geom.Rect
}

func placeOn(lay stage.Layout, title geom.Rect) plan {
	in := geom.R(lay.Head.X, title.Bottom(), lay.Head.W, lay.Foot.Y-title.Bottom())
	px := lay.Px
	var p plan
	if lay.Form.Upright() {
		h, gap := px(74), px(12)
		if lay.Form == stage.Kiosk {
			h, gap = px(170), px(32)
		}
		bottom := in.Bottom() + px(8)
		w := (in.W - gap) / 2
		for i := range p.doors {
			p.doors[i] = geom.R(in.X+float64(i)*(w+gap), bottom-h, w, h)
		}
		top := in.Y + gap
		free := bottom - h - gap*1.4 - top
		p.outer = min(free/2, in.W*0.5)
		p.center = geom.P(in.X+in.W/2, top+free/2)
	} else {
		h, gap := px(104), px(20)
		w := lay.Head.W * 0.41
		bottom := lay.Foot.Y - px(20)
		for i := range p.doors {
			p.doors[i] = geom.R(in.X, bottom-h*float64(2-i)-gap*float64(1-i), w, h)
		}
		top := lay.Body.Y - px(206)
		p.outer = min((lay.Foot.Y-px(10)-top)/2, lay.Head.W*0.265)
		p.center = geom.P(lay.Head.Right()-p.outer-px(6), (lay.Foot.Y-px(10)+top)/2)
	}
	p.inner = p.outer * 0.80
	return p
}
