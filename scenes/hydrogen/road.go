package hydrogen

import (
	"math"

	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// ridges of the valley, from the horizon to the road.
const ridges = 3

// drawValley draws the goal: ridges in dashes, the way all targets are drawn.
func (p *plan) drawValley(l *draw.List, v *stage.View, f flow) {
	if f.valley <= 0 {
		return
	}
	th, b := v.Theme, p.valley
	id := draw.Name("valley")
	w := p.lay.Px(1.8)
	if p.lay.Form == stage.Kiosk {
		w *= 1.4
	}
	for i := 0; i < ridges; i++ {
		q := anim.Stagger(f.valley, i, ridges, 0.6, anim.CubicInOut)
		if q <= 0 {
			continue
		}
		path := l.NewPath()
		ridge(path, b, i)
		fill := l.NewPath()
		ridge(fill, b, i)
		fill.Line(b.Right(), b.Bottom()).Line(b.X, b.Bottom()).Close()
		l.Fill(id.SubN("slope", i+1), fill, draw.LinearRamp(geom.P(0, b.Y), geom.P(0, b.Bottom()),
			draw.Stop{At: 0, Color: th.MintLight.Fade(0.75 * q)}, draw.Stop{At: 1, Color: th.MintLight.Fade(0.1 * q)}), draw.Decor())
		part := l.NewPath()
		path.Trim(part, 0, path.Length()*q)
		l.Stroke(id.SubN("ridge", i+1), part, geom.Pen{Width: w, Cap: geom.CapRound, Dash: w * 4, Gap: w * 3.4}, draw.Ink(th.Mint), draw.Decor())
	}
	show := anim.Span(f.valley, 0.4, 0.8, anim.CubicOut)
	if show <= 0 {
		return
	}
	c, key := p.valleyName, "hydrogen.valley"
	if p.lay.Form.Upright() {
		key = "hydrogen.valley-short"
	}
	l.Push(geom.Identity(), show)
	name := typeset.Style{Face: typeset.Serif, Size: p.name, Align: c.align}
	box := chart.Label(l, v, id.Sub("name"), key, name, c.at, th.Deep)
	under := l.NewPath().Move(box.X, c.at.Y+p.name*0.22).Line(box.Right(), c.at.Y+p.name*0.22)
	l.Stroke(id.Sub("target"), under, geom.Pen{Width: w, Dash: w * 3, Gap: w * 2.5}, draw.Ink(th.Mute), draw.Decor())
	state := typeset.Style{Face: typeset.Sans, Size: p.small, Align: c.align}
	chart.Label(l, v, id.Sub("state"), "hydrogen.valley-state", state, geom.P(c.at.X, c.at.Y+p.name*0.3+p.small*1.15), th.Mute)
	l.Pop()
}

// ridge is a chain of hills that falls towards the road at the left.
func ridge(path *geom.Path, b geom.Rect, i int) {
	const n = 60
	for k := 0; k <= n; k++ {
		t := float64(k) / n
		lift := anim.SineInOut(anim.Clamp((t - 0.08*float64(i)) * 1.5))
		wave := 0.5 + 0.28*math.Sin(t*9+float64(i)*2.1) + 0.16*math.Sin(t*21+float64(i)*4)
		h := b.H * lift * (0.34 + 0.42*wave) * (1 - 0.26*float64(i))
		at := geom.P(b.X+b.W*t, b.Bottom()-h)
		if k == 0 {
			path.Move(at.X, at.Y)
		} else {
			path.Line(at.X, at.Y)
		}
	}
}

// drawRoad draws the ground: the road runs from edge to edge, the bench above
// it only where there are two floors.
func (p *plan) drawRoad(l *draw.List, v *stage.View) {
	th, b := v.Theme, p.lay.Body
	w := max(p.band*0.22, 1.5)
	l.Rect(draw.Name("road"), geom.R(b.X, p.road, b.W, w), 0, draw.Ink(th.Steel), draw.Decor())
	if p.bench == p.road {
		return
	}
	in := p.lay.Inner()
	l.Rect(draw.Name("bench"), geom.R(in.X, p.bench, in.W, w), w/2, draw.Ink(th.Steel), draw.Decor())
}

// pumpHalf is half the pump's width in its own units.
const pumpHalf = 27.0

// drawPump draws the filling post beside the road.
func drawPump(l *draw.List, id draw.ID, v *stage.View, f flow) {
	th := v.Theme
	lit := f.link[toPump]
	body := geom.R(-pumpHalf, -128, 2*pumpHalf, 124)
	l.Rect(id.Sub("pump"), body, 8, draw.LinearRamp(geom.P(-pumpHalf, 0), geom.P(pumpHalf, 0),
		draw.Stop{At: 0, Color: th.SilverDark}, draw.Stop{At: 0.3, Color: th.SilverLight}, draw.Stop{At: 1, Color: th.SilverMid}), draw.Decor())
	l.Rect(id.Sub("pump-foot"), geom.R(-pumpHalf-7, -8, 2*pumpHalf+14, 8), 3, draw.Ink(th.Steel), draw.Decor())
	l.Rect(id.Sub("screen"), geom.R(-17, -116, 34, 24), 4, draw.Ink(draw.Mix(th.Steel, th.Mint, lit)), draw.Decor())
	drop := l.NewPath().Move(0, -80).Cube(9, -68, 13, -62, 13, -55).Cube(13, -47, 7, -42, 0, -42).Cube(-7, -42, -13, -47, -13, -55).Cube(-13, -62, -9, -68, 0, -80).Close()
	l.Fill(id.Sub("drop"), drop, draw.Ink(draw.Mix(th.SilverDark, th.Cyan, lit)), draw.Decor())
	hose := l.NewPath().Move(pumpHalf, -96).Cube(pumpHalf+22, -98, pumpHalf+20, -30, pumpHalf+8, -26).Cube(pumpHalf-2, -24, pumpHalf+2, -60, pumpHalf, -70)
	l.Stroke(id.Sub("hose"), hose, geom.Pen{Width: 4.6, Cap: geom.CapRound}, draw.Ink(th.Coal), draw.Decor())
	l.Stroke(id.Sub("pump-edge"), l.NewPath().RoundRect(body, 8), geom.Pen{Width: 1.4}, draw.Ink(th.Steel), draw.Decor())
}
