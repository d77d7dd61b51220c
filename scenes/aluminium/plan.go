package aluminium

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// plan is where everything stands for one form, in device-independent pixels.
type plan struct {
	lay  stage.Layout
	band float64 // width of the river and, halved, of its branches

	cell, ingots, mill, coil geom.Pt
	kCell, kIngot, kMill     float64
	ring                     geom.Pt
	radius, entry            float64 // of the ring; the angle at which the metal enters

	river            *geom.Path
	atIngots, atMill float64 // lengths along the river
	atCoil, length   float64
	coolFrom, coolTo geom.Pt // the line along which the river cools
	branch           [goodsCount]*geom.Path
	branchLen        [goodsCount]float64
	goods            [goodsCount]geom.Pt // the middle of each drawing
	kGood, pitch     float64             // pitch: from one use down to the next
	names            [stageCount]caption
	label, ringLabel float64 // sizes of type

	stats [3]spot
	lines spot
	units geom.Rect
	rows  int
	rule  geom.Rect // between the picture and the figures; empty: none
	note  caption
}

// caption is where a stage's name stands.
type caption struct {
	at    geom.Pt // of the first baseline
	align typeset.Align
	width float64
}

// spot is where a figure stands.
type spot struct {
	at          geom.Pt
	width       float64
	size, label float64
}

// mapper maps a form's design to the area that there is.
type mapper struct {
	x, y, fx, fy float64
	baseX, baseY float64
	objects      float64 // pixels for one of the design's, for things that keep their form
}

func (m mapper) at(x, y float64) geom.Pt {
	return geom.P(m.x+(x-m.baseX)*m.fx, m.y+(y-m.baseY)*m.fy)
}

func newMapper(lay stage.Layout, margin, head, w, h float64) mapper {
	in := lay.Inner()
	m := mapper{x: in.X, y: in.Y, fx: in.W / w, fy: in.H / h, baseX: margin, baseY: head}
	m.objects = math.Min(math.Min(m.fx, m.fy), lay.U*1.3)
	return m
}

// build fills the plan for a layout; its paths live as long as the list.
func (p *plan) build(l *draw.List, lay stage.Layout) {
	p.lay = lay
	switch lay.Form {
	case stage.Phone:
		p.phone(l, newMapper(lay, 20, 132, 320, 456))
	case stage.Kiosk:
		p.kiosk(l, lay)
	default:
		p.laptop(l, newMapper(lay, 72, 304, 1296, 504))
	}
	p.pitch = p.goods[1].Y - p.goods[0].Y
	for i := range p.branch {
		p.branchLen[i] = p.branch[i].Length()
	}
}
