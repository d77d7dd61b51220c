package aluminium

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// laptop: the metal runs from left to right, the uses fan out at the right and
// the figures stand in a row below.
func (p *plan) laptop(l *draw.List, m mapper) {
	k := m.objects
	p.band = 24 * k
	p.cell, p.kCell = m.at(164, 450), 1.16*k
	p.ingots, p.kIngot = m.at(372, 548), 1.0*k
	p.mill, p.kMill = m.at(556, 462), 1.0*k
	p.coil = m.at(664, 462)
	p.ring, p.radius, p.entry = m.at(866, 452), 128*k, math.Pi

	start := p.cell.Add(geom.P(66, 33).Mul(p.kCell))
	sag := p.ingots.Y - 2*k
	r := l.NewPath().Move(start.X, start.Y)
	p.river = r
	c := m.at(290, 0).X
	r.Cube(c-10*k, start.Y+4*k, c, sag, p.ingots.X-10*k, sag)
	p.atIngots = r.Length()
	c = (p.ingots.X + p.mill.X) / 2
	r.Cube(c, sag, c, p.mill.Y, p.mill.X, p.mill.Y)
	p.atMill = r.Length()
	r.Line(p.coil.X, p.coil.Y)
	p.atCoil = r.Length()
	end := p.ring.X - p.radius*ringOuter
	r.Cube((p.coil.X+end)/2, p.coil.Y, (p.coil.X+end)/2, p.ring.Y, end+6*k, p.ring.Y)
	p.length = r.Length()
	p.coolFrom, p.coolTo = geom.P(start.X, 0), geom.P(end, 0)

	p.kGood = 0.98 * k
	for i := range p.goods {
		at := m.at(1160, 262+float64(i)*110)
		p.goods[i] = at
		p.fan(l, i, at, (float64(i)-1.5)*0.42, 66*k)
		p.names[firstGood+i] = caption{at: geom.P(at.X+78*k, at.Y), width: m.at(1368, 0).X - at.X - 78*k}
	}
	y := m.at(0, 634).Y
	p.names[electrolysis] = caption{at: geom.P(p.cell.X, y), align: typeset.Center}
	p.names[primary] = caption{at: geom.P((p.ingots.X+p.coil.X)/2, y), align: typeset.Center}
	p.names[alloy] = caption{at: geom.P(p.ring.X, y), align: typeset.Center}
	t := p.lay.Type
	p.label, p.ringLabel = t.Label, t.Label*1.15

	p.rule = geom.R(m.at(72, 0).X, m.at(0, 664).Y, m.at(1368, 0).X-m.at(72, 0).X, max(k, 1))
	base := m.at(0, 744).Y
	for i, x := range [...]float64{72, 372, 622} {
		// Small windows set labels larger than the design does: they take what the column has.
		width := max(230, min([...]float64{286, 238, 218}[i], t.Small*14/m.fx)) * m.fx
		p.stats[i] = spot{at: geom.P(m.at(x, 0).X, base), width: width, size: t.Figure, label: t.Small * 1.07}
	}
	p.lines = spot{at: geom.P(m.at(852, 0).X, base), width: 230 * m.fx, size: t.Figure, label: t.Small * 1.07}
	x := m.at(1100, 0).X
	p.units, p.rows = geom.R(x, base-46*k, m.at(1368, 0).X-x, 46*k), 1
	p.note = caption{at: geom.P(x, base), width: m.at(1368, 0).X - x}
}

// kiosk: the river doubles back around the name of the second stage and falls
// into the ring.
func (p *plan) kiosk(l *draw.List, lay stage.Layout) {
	// The figures keep their height; the picture takes what is left.
	const figures = 314
	lay.Body.H -= lay.Px(figures)
	m := newMapper(lay, 84, 470, 912, 1300-figures)
	k := m.objects
	p.band = 34 * k
	p.cell, p.kCell = m.at(236, 650), 1.66*k
	p.ingots, p.kIngot = m.at(560, 742), 1.7*k
	p.mill, p.kMill = m.at(548, 916), 1.32*k
	p.coil = m.at(398, 916)
	p.ring, p.radius, p.entry = m.at(288, 1212), 148*k, -math.Pi/2

	start := p.cell.Add(geom.P(66, 33).Mul(p.kCell))
	sag := p.ingots.Y - 3*k
	right := m.at(965, 0).X
	r := l.NewPath().Move(start.X, start.Y)
	p.river = r
	r.Cube(start.X+60*k, start.Y, start.X+60*k, sag, p.ingots.X-60*k, sag).Line(p.ingots.X, sag)
	p.atIngots = r.Length()
	h := (p.mill.Y - sag) / 2
	r.Line(right-h, sag).Cube(right-h*0.45, sag, right, sag+h*0.45, right, sag+h).
		Cube(right, sag+h*1.55, right-h*0.45, p.mill.Y, right-h, p.mill.Y).Line(p.mill.X, p.mill.Y)
	p.atMill = r.Length()
	r.Line(p.coil.X, p.coil.Y)
	p.atCoil = r.Length()
	end := p.ring.Y - p.radius*ringOuter
	r.Cube(p.ring.X+40*k, p.coil.Y, p.ring.X, p.coil.Y+40*k, p.ring.X, end+6*k)
	p.length = r.Length()
	p.coolFrom, p.coolTo = start, start.Add(geom.P(400*k, 560*k))

	p.kGood = 1.25 * k
	t := p.lay.Type
	for i := range p.goods {
		at := m.at(664, 1070+float64(i)*104)
		p.goods[i] = at
		p.fan(l, i, at, (float64(i)-1.5)*0.4, 84*k)
		p.names[firstGood+i] = caption{at: geom.P(at.X+92*k, at.Y), width: m.at(996, 0).X - at.X - 92*k}
	}
	p.names[electrolysis] = caption{at: geom.P(p.cell.X, p.cell.Y+122*k), align: typeset.Center}
	p.names[primary] = caption{at: geom.P(m.at(782, 0).X, (sag+p.mill.Y)/2+12*k), align: typeset.Center}
	p.names[alloy] = caption{at: geom.P(p.ring.X, p.ring.Y+p.radius*ringOuter+t.Label*1.3), align: typeset.Center}
	p.label, p.ringLabel = t.Label*0.92, max(t.Small, min(t.Label, p.radius*0.24))

	foot := lay.Body.Bottom()
	p.rule = geom.R(m.at(84, 0).X, foot+lay.Px(4), 912*m.fx, max(1.6*k, 1))
	base := foot + lay.Px(76)
	for i, x := range [...]float64{84, 440, 724} {
		p.stats[i] = spot{at: geom.P(m.at(x, 0).X, base), width: [...]float64{318, 266, 272}[i] * m.fx, size: t.FigureSmall, label: t.Small}
	}
	base = foot + lay.Px(226)
	p.lines = spot{at: geom.P(m.at(84, 0).X, base), width: 460 * m.fx, size: t.FigureSmall * 1.1, label: t.Small}
	x := m.at(580, 0).X
	p.units, p.rows = geom.R(x, base-lay.Px(52), m.at(996, 0).X-x, lay.Px(52)), 1
	p.note = caption{at: geom.P(x, base), width: m.at(996, 0).X - x}
}

// phone: the flow turns downwards; the lines stand at the top right, the other
// figures in one low row.
func (p *plan) phone(l *draw.List, m mapper) {
	k := m.objects
	p.band = 13 * k
	p.cell, p.kCell = m.at(76, 184), 0.6*k
	p.ingots, p.kIngot = m.at(150, 286), 0.58*k
	p.mill, p.kMill = m.at(118, 332), 0.42*k
	p.coil = m.at(66, 332)
	p.ring, p.radius, p.entry = m.at(104, 436), 46*k, -math.Pi/2

	start := p.cell.Add(geom.P(66, 33).Mul(p.kCell))
	r := l.NewPath().Move(start.X, start.Y)
	p.river = r
	r.Cube(start.X+26*k, start.Y, p.ingots.X, start.Y+14*k, p.ingots.X, p.ingots.Y-10*k)
	p.atIngots = r.Length()
	r.Cube(p.ingots.X, p.mill.Y-12*k, p.ingots.X-6*k, p.mill.Y, p.mill.X+24*k, p.mill.Y).Line(p.mill.X, p.mill.Y)
	p.atMill = r.Length()
	r.Line(p.coil.X, p.coil.Y)
	p.atCoil = r.Length()
	end := p.ring.Y - p.radius*ringOuter
	turn := p.coil.X - 26*k
	low := p.coil.Y + (end-p.coil.Y)*0.66
	r.Cube(turn-8*k, p.coil.Y, turn-8*k, low, p.coil.X, low).
		Cube(p.coil.X+26*k, low, p.ring.X, low, p.ring.X, end+3*k)
	p.length = r.Length()
	p.coolFrom, p.coolTo = geom.P(0, start.Y), geom.P(0, end)

	p.kGood = 0.44 * k
	for i := range p.goods {
		at := m.at(236, 356+float64(i)*46)
		p.goods[i] = at
		p.fan(l, i, at, (float64(i)-1.5)*0.44, 34*k)
		p.names[firstGood+i] = caption{at: geom.P(at.X+33*k, at.Y), width: m.at(344, 0).X - at.X - 33*k}
	}
	t := p.lay.Type
	p.names[electrolysis] = caption{at: geom.P(p.cell.X, p.cell.Y+50*k), align: typeset.Center}
	p.names[primary] = caption{at: geom.P(p.ingots.X+50*k, p.ingots.Y+1*k)}
	p.label, p.ringLabel = t.Label*0.94, t.Small

	base := m.at(0, 532).Y
	for i, x := range [...]float64{20, 140, 234} {
		p.stats[i] = spot{at: geom.P(m.at(x, 0).X, base), width: 106 * m.fx, size: t.FigureSmall * 0.8, label: t.Small}
	}
	x := m.at(180, 0).X
	p.lines = spot{at: geom.P(x, m.at(0, 182).Y), width: m.at(344, 0).X - x, size: t.Figure, label: t.Small}
	p.units, p.rows = geom.R(x, m.at(0, 198).Y, m.at(340, 0).X-x, 32*k), 2
}

// fan lays the branch to the i-th use, which leaves the ring at the angle a.
func (p *plan) fan(l *draw.List, i int, to geom.Pt, a, gap float64) {
	from := geom.Polar(p.ring, p.radius*ringOuter*0.99, a)
	end := geom.P(to.X-gap, to.Y)
	mid := (from.X + end.X) / 2
	out := geom.Polar(from, (end.X-from.X)*0.45, a)
	p.branch[i] = l.NewPath().Move(from.X, from.Y).Cube(out.X, out.Y, mid, end.Y, end.X, end.Y)
}
