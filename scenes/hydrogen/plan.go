package hydrogen

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// plan is where everything stands for one form, in device-independent pixels.
// What stands on the ground has its place at the middle of its foot.
type plan struct {
	lay  stage.Layout
	band float64 // width of every link

	lens, cell, tank, stack, pump geom.Pt
	kLens, kCell, kTank           float64
	kStack, kPump, kCar           float64
	carFrom, carTo                geom.Pt
	road, bench                   float64   // heights of the ground; bench 0: none
	valley                        geom.Rect // that the ridges fill, down to the road
	valleyName                    caption

	link    [linkCount]*geom.Path
	linkLen [linkCount]float64

	names [stageCount]caption
	tags  bool // whether parts are named in the picture
	label float64

	rule  geom.Rect
	spots [3]caption
	name  float64 // size of the names in the statements
	small float64
}

// The links: to the electrolyser, on to the tank, to the stack, to the pump.
const (
	toCell = iota
	toTank
	toStack
	toPump
	linkCount
)

// caption is where a line of type stands.
type caption struct {
	at    geom.Pt // of the first baseline
	align typeset.Align
	width float64
}

// mapper maps a form's design to the area that there is.
type mapper struct {
	x, y, fx, fy float64
	baseX, baseY float64
	objects      float64 // pixels for one of the design's, for things that keep their form
}

func newMapper(lay stage.Layout, margin, head, w, h float64) mapper {
	in := lay.Inner()
	m := mapper{x: in.X, y: in.Y, fx: in.W / w, fy: in.H / h, baseX: margin, baseY: head}
	m.objects = math.Min(math.Min(m.fx, m.fy), lay.U*1.3)
	return m
}

func (m mapper) at(x, y float64) geom.Pt {
	return geom.P(m.x+(x-m.baseX)*m.fx, m.y+(y-m.baseY)*m.fy)
}

// build fills the plan for a layout; its paths live as long as the list.
func (p *plan) build(l *draw.List, lay stage.Layout) {
	p.lay = lay
	switch lay.Form {
	case stage.Phone:
		p.phone(newMapper(lay, 20, 132, 320, 456))
	case stage.Kiosk:
		p.kiosk(newMapper(lay, 84, 470, 912, 1300))
	default:
		p.laptop(newMapper(lay, 72, 304, 1296, 504))
	}
	p.connect(l)
	for i := range p.link {
		p.linkLen[i] = p.link[i].Length()
	}
}

// connect lays the four links between what stands on the plan.
func (p *plan) connect(l *draw.List) {
	out := p.lens.Add(geom.P(lensR, -lensUp).Mul(p.kLens))
	in := p.cell.Add(geom.P(-cellHalf+9, -96).Mul(p.kCell))
	p.link[toCell] = across(l, out, in)

	out = p.cell.Add(geom.P(-70, -cellTop-6).Mul(p.kCell))
	in = p.tank.Add(geom.P(0, -tankTop+2).Mul(p.kTank))
	top := math.Min(out.Y-30*p.kCell, in.Y-24*p.kTank)
	r := math.Min(20*p.kCell, math.Min(out.Y-top, in.Y-top))
	p.link[toTank] = l.NewPath().Move(out.X, out.Y).Line(out.X, top+r).Quad(out.X, top, out.X+r, top).
		Line(in.X-r, top).Quad(in.X, top, in.X, top+r).Line(in.X, in.Y)

	if p.bench == p.road {
		out = p.tank.Add(geom.P(tankHalf, -62).Mul(p.kTank))
		in = p.stack.Add(geom.P(-stackHalf-6, -90).Mul(p.kStack))
		p.link[toStack] = across(l, out, in)
	} else {
		// The gas falls from the upper floor and enters the stack from above.
		out = p.tank.Add(geom.P(0, -8).Mul(p.kTank))
		in = p.stack.Add(geom.P(0, -stackTop).Mul(p.kStack))
		mid := p.stack.Y - stackPipe*p.kStack
		r = math.Min(26*p.kStack, in.Y-mid)
		p.link[toStack] = l.NewPath().Move(out.X, out.Y).Line(out.X, mid-r).Quad(out.X, mid, out.X-r, mid).
			Line(in.X+r, mid).Quad(in.X, mid, in.X, mid+r).Line(in.X, in.Y)
	}
	out = p.stack.Add(geom.P(stackHalf+6, -90).Mul(p.kStack))
	in = p.pump.Add(geom.P(-pumpHalf, -70).Mul(p.kPump))
	p.link[toPump] = across(l, out, in)
}

// across is a link that leaves and arrives level.
func across(l *draw.List, a, b geom.Pt) *geom.Path {
	mid := (a.X + b.X) / 2
	return l.NewPath().Move(a.X, a.Y).Cube(mid, a.Y, mid, b.Y, b.X, b.Y)
}
