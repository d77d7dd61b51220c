package hydrogen

import (
	"lianhua/internal/geom"
	"lianhua/internal/typeset"
)

// laptop: everything stands on one ground, which becomes the road at the right.
func (p *plan) laptop(m mapper) {
	k := m.objects
	p.band = 15 * k
	ground := m.at(0, 606).Y
	on := func(x float64) geom.Pt { return geom.P(m.at(x, 0).X, ground) }
	p.road, p.bench = ground, ground
	p.lens, p.kLens = on(146), 1.02*k
	p.cell, p.kCell = on(386), 1.06*k
	p.tank, p.kTank = on(588), 1.06*k
	p.stack, p.kStack = on(802), 1.06*k
	p.pump, p.kPump = on(1000), 1.05*k
	p.carFrom, p.carTo, p.kCar = on(1142), on(1262), 1.12*k
	right := p.lay.Body.Right()
	p.valley = geom.R(m.at(1030, 0).X, m.at(0, 300).Y, right-m.at(1030, 0).X, ground-m.at(0, 300).Y)
	p.valleyName = caption{at: m.at(1368, 296), align: typeset.End}
	y := m.at(0, 650).Y
	for i, x := range [...]float64{146, 470, 802, 1150} {
		p.names[i] = caption{at: geom.P(m.at(x, 0).X, y), align: typeset.Center}
	}
	p.tags = true
	t := p.lay.Type
	p.label, p.name, p.small = t.Label, t.FigureSmall*0.86, t.Small*1.07
	p.rule = geom.R(m.at(72, 0).X, m.at(0, 676).Y, 1296*m.fx, max(k, 1))
	base := m.at(0, 746).Y
	for i, x := range [...]float64{72, 566, 880} {
		p.spots[i] = caption{at: geom.P(m.at(x, 0).X, base), width: [...]float64{456, 290, 488}[i] * m.fx}
	}
}

// kiosk: two floors; the gas falls from the tank to the stack below.
func (p *plan) kiosk(m mapper) {
	k := m.objects
	p.band = 24 * k
	p.bench, p.road = m.at(0, 884).Y, m.at(0, 1334).Y
	up := func(x float64) geom.Pt { return geom.P(m.at(x, 0).X, p.bench) }
	down := func(x float64) geom.Pt { return geom.P(m.at(x, 0).X, p.road) }
	p.lens, p.kLens = up(190), 1.5*k
	p.cell, p.kCell = up(560), 1.5*k
	p.tank, p.kTank = up(880), 1.5*k
	p.stack, p.kStack = down(256), 1.6*k
	p.pump, p.kPump = down(560), 1.6*k
	p.carFrom, p.carTo, p.kCar = down(756), down(862), 1.6*k
	right := p.lay.Body.Right()
	p.upperValley(m.at(600, 0).X, right, m.at(996, 0).X)
	y := m.at(0, 946).Y
	p.names[0] = caption{at: geom.P(p.lens.X, y), align: typeset.Center}
	p.names[1] = caption{at: geom.P(m.at(620, 0).X, y), align: typeset.Center}
	y = m.at(0, 1404).Y
	p.names[2] = caption{at: geom.P(p.stack.X, y), align: typeset.Center}
	p.names[3] = caption{at: geom.P(m.at(760, 0).X, y), align: typeset.Center}
	p.tags = true
	t := p.lay.Type
	p.label, p.name, p.small = t.Label*0.95, t.FigureSmall*0.78, t.Small
	p.rule = geom.R(m.at(84, 0).X, m.at(0, 1446).Y, 912*m.fx, max(1.6*k, 1))
	p.spots[0] = caption{at: m.at(84, 1524), width: 900 * m.fx}
	p.spots[1] = caption{at: m.at(84, 1644), width: 310 * m.fx}
	p.spots[2] = caption{at: m.at(436, 1644), width: 560 * m.fx}
}

// phone: two floors as well, the names of parts left to the cards.
func (p *plan) phone(m mapper) {
	k := m.objects
	p.band = 9 * k
	p.bench, p.road = m.at(0, 276).Y, m.at(0, 432).Y
	up := func(x float64) geom.Pt { return geom.P(m.at(x, 0).X, p.bench) }
	down := func(x float64) geom.Pt { return geom.P(m.at(x, 0).X, p.road) }
	p.lens, p.kLens = up(58), 0.52*k
	p.cell, p.kCell = up(182), 0.54*k
	p.tank, p.kTank = up(300), 0.54*k
	p.stack, p.kStack = down(84), 0.56*k
	p.pump, p.kPump = down(190), 0.56*k
	p.carFrom, p.carTo, p.kCar = down(262), down(294), 0.56*k
	right := p.lay.Body.Right()
	p.upperValley(m.at(202, 0).X, right, m.at(340, 0).X)
	y := m.at(0, 297).Y
	p.names[0] = caption{at: geom.P(p.lens.X, y), align: typeset.Center}
	p.names[1] = caption{at: geom.P(m.at(200, 0).X, y), align: typeset.Center}
	y = m.at(0, 455).Y
	p.names[2] = caption{at: geom.P(p.stack.X, y), align: typeset.Center}
	p.names[3] = caption{at: geom.P(m.at(252, 0).X, y), align: typeset.Center}
	t := p.lay.Type
	p.label, p.name, p.small = t.Label*0.94, t.Label*1.1, t.Small
	p.spots[0] = caption{at: m.at(20, 496), width: 320 * m.fx}
	p.spots[1] = caption{at: m.at(20, 536), width: 120 * m.fx}
	p.spots[2] = caption{at: m.at(150, 536), width: 190 * m.fx}
}

// upperValley places the valley on forms with two floors, from left to right,
// its name above it and below the pipe.
func (p *plan) upperValley(left, right, margin float64) {
	h := 165 * p.kStack
	p.valley = geom.R(left, p.road-h, right-left, h)
	p.valleyName = caption{at: geom.P(margin, p.road-162*p.kStack), align: typeset.End}
}
