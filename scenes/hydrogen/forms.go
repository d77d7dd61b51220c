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

// floors are the places, in the design's pixels, of a form with two floors: the
// gas falls from the tank to the stack below.
type floors struct {
	band                                float64
	bench, road                         float64
	lens, cell, tank                    float64 // above, and how large
	stack, pump, carFrom, carTo         float64 // below
	kLens, kAbove, kBelow               float64
	valley, margin                      float64      // where it begins, and where its name ends
	upperNames, making, lowerNames, use float64      // of the names: the lines, and where two of them stand
	spots                               [3]geom.Rect // left ends and lines of the statements; their widths
}

// kiosk: the names of parts stand beside them.
func (p *plan) kiosk(m mapper) {
	p.twoFloors(m, &floors{
		band: 24, bench: 884, road: 1334,
		lens: 190, cell: 560, tank: 880, kLens: 1.5, kAbove: 1.5,
		stack: 256, pump: 560, carFrom: 756, carTo: 862, kBelow: 1.6,
		valley: 600, margin: 996,
		upperNames: 946, making: 620, lowerNames: 1404, use: 760,
		spots: [3]geom.Rect{{X: 84, Y: 1524, W: 900}, {X: 84, Y: 1644, W: 310}, {X: 436, Y: 1644, W: 560}},
	})
	p.tags = true
	t := p.lay.Type
	p.label, p.name, p.small = t.Label*0.95, t.FigureSmall*0.78, t.Small
	p.rule = geom.R(m.at(84, 0).X, m.at(0, 1446).Y, 912*m.fx, max(1.6*m.objects, 1))
}

// phone: the names of parts are left to the cards.
func (p *plan) phone(m mapper) {
	p.twoFloors(m, &floors{
		band: 9, bench: 276, road: 432,
		lens: 58, cell: 182, tank: 300, kLens: 0.52, kAbove: 0.54,
		stack: 84, pump: 190, carFrom: 262, carTo: 294, kBelow: 0.56,
		valley: 202, margin: 340,
		upperNames: 297, making: 200, lowerNames: 455, use: 252,
		spots: [3]geom.Rect{{X: 20, Y: 496, W: 320}, {X: 20, Y: 536, W: 120}, {X: 150, Y: 536, W: 190}},
	})
	t := p.lay.Type
	p.label, p.name, p.small = t.Label*0.94, t.Label*1.1, t.Small
}

func (p *plan) twoFloors(m mapper, f *floors) {
	k := m.objects
	p.band = f.band * k
	p.bench, p.road = m.at(0, f.bench).Y, m.at(0, f.road).Y
	up := func(x float64) geom.Pt { return geom.P(m.at(x, 0).X, p.bench) }
	down := func(x float64) geom.Pt { return geom.P(m.at(x, 0).X, p.road) }
	p.lens, p.kLens = up(f.lens), f.kLens*k
	p.cell, p.kCell = up(f.cell), f.kAbove*k
	p.tank, p.kTank = up(f.tank), f.kAbove*k
	p.stack, p.kStack = down(f.stack), f.kBelow*k
	p.pump, p.kPump = down(f.pump), f.kBelow*k
	p.carFrom, p.carTo, p.kCar = down(f.carFrom), down(f.carTo), f.kBelow*k
	p.upperValley(m.at(f.valley, 0).X, p.lay.Body.Right(), m.at(f.margin, 0).X)
	upper, lower := m.at(0, f.upperNames).Y, m.at(0, f.lowerNames).Y
	for i, at := range [...]geom.Pt{
		geom.P(p.lens.X, upper), geom.P(m.at(f.making, 0).X, upper),
		geom.P(p.stack.X, lower), geom.P(m.at(f.use, 0).X, lower),
	} {
		p.names[i] = caption{at: at, align: typeset.Center}
	}
	for i, s := range f.spots {
		p.spots[i] = caption{at: m.at(s.X, s.Y), width: s.W * m.fx}
	}
}

// upperValley places the valley on forms with two floors, from left to right,
// its name above it and below the pipe.
func (p *plan) upperValley(left, right, margin float64) {
	h := 165 * p.kStack
	p.valley = geom.R(left, p.road-h, right-left, h)
	p.valleyName = caption{at: geom.P(margin, p.road-162*p.kStack), align: typeset.End}
}
