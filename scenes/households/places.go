package households

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// places is where things stand for one form.
type places struct {
	lay    stage.Layout
	window geom.Rect // through which the hillside is seen
	zoom   geom.Affine
	hills  chart.Terraces
	from   float64 // where a lane of roofs begins
	width  float64 // and how long it is
	across int     // roofs side by side in a lane
	radius float64 // of a roof

	figure geom.Pt // baseline's start of the count
	size   float64
	room   float64 // that the count and its label may take
	dial   geom.Pt // the gauge's centre
	dialR  float64
	words  geom.Rect // what is said about the gauge
}

// mostRoofs is where three stand for one of the design: beyond, they would be one
// red patch.
const (
	designRoofs = 70_000
	mostRoofs   = 3 * designRoofs
)

// terraces is how many steps the hillside has.
const terraces = 9

func placesOf(v *stage.View, lay stage.Layout, title geom.Rect) places {
	p := places{lay: lay}
	if lay.Form.Upright() {
		p.upright(v, title)
	} else {
		p.wide()
	}
	if f, ok := v.Story.Figure(rebuiltID); ok && f.Count() > designRoofs {
		p.radius *= math.Sqrt(designRoofs / float64(f.Count()))
	}
	edge := lay.Px(3)
	p.from, p.width = v.Area.X+edge, v.Area.W-2*edge
	top := p.figure.Y + lay.Type.Small*0.9
	p.window = geom.R(v.Area.X, top, v.Area.W, p.hills.Box.Bottom()-top)
	p.zoom = v.Zoom.Of(lay.Body)
	return p
}

func (p *places) wide() {
	in, px := p.lay.Inner(), p.lay.Px
	p.across = 13
	p.size = p.lay.Type.Figure * 1.15
	p.figure = geom.P(in.X, in.Y+px(70))
	p.room = in.W * 0.62
	top := p.figure.Y + px(84)
	p.hills = chart.Terraces{N: terraces, Box: geom.R(p.lay.Body.X, top, p.lay.Body.W, p.lay.Foot.Y-top), Rise: px(72), Turn: 0.14}
	p.radius = px(0.94)
	p.dialR = px(112)
	p.dial = geom.P(in.Right()-p.dialR*1.1, p.lay.Head.Y+px(236))
	w := px(330)
	p.words = geom.R(in.Right()-w, p.dial.Y+p.lay.Type.Small*1.9, w, px(120))
}

func (p *places) upright(v *stage.View, title geom.Rect) {
	in, t := p.lay.Inner(), p.lay.Type
	p.across = 26
	p.size = t.Figure * 0.9
	top := max(in.Y, title.Bottom()+t.Small*0.5)
	if p.lay.Form == stage.Phone {
		top += t.Text * 0.9 // what is counted may take three lines beside the number
	}
	p.figure = geom.P(in.X, top+p.size*0.95)
	p.room = in.W
	// The hillside draws in when the gauge comes.
	depth := p.lay.Px(118)
	rise := p.lay.Px(30)
	if p.lay.Form == stage.Kiosk {
		depth, rise = p.lay.Px(330), p.lay.Px(90)
	}
	give := depth * anim.CubicInOut(anim.Clamp(v.Beat(beatGauge)*2.2))
	hillsTop := p.figure.Y + t.Text*1.1 + rise
	p.hills = chart.Terraces{N: terraces, Box: geom.R(p.lay.Body.X, hillsTop, p.lay.Body.W, p.lay.Foot.Y-give-hillsTop), Rise: rise, Turn: 0.14}
	p.radius = 0.42 * min(v.Area.W/360, v.Area.H/640) * (1 - 0.14*give/depth)
	p.dialR = min(in.W*0.185, depth*0.52)
	p.dial = geom.P(in.X+p.dialR+p.lay.Px(14), p.lay.Foot.Y-t.Small*1.9)
	x := p.dial.X + p.dialR + in.W*0.1
	p.words = geom.R(x, p.lay.Foot.Y-depth+t.Small*0.9, in.Right()-x, depth-t.Small)
}
