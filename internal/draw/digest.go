package draw

import (
	"math"
	"math/bits"

	"lianhua/internal/geom"
)

// digest is a sum over all that a mark of a sheet looks like: FNV-1a's step a word
// at a time, turned so that high bits reach low ones too. Lengths count to the
// thousandth, as in the text form. A drawing of many thousand points is summed up
// before its first frame, which writing it out as text would hold up.
type digest uint64

// The offset basis and the prime of FNV-1a, 64 bits.
const (
	digestStart = digest(0xcbf29ce484222325)
	digestPrime = uint64(0x100000001b3)
)

func (d *digest) word(w uint64) {
	*d = digest(bits.RotateLeft64((uint64(*d)^w)*digestPrime, 29))
}

func (d *digest) num(v float64) { d.word(uint64(int64(math.Round(v * 1000)))) }

func (d *digest) pt(p geom.Pt) { d.num(p.X); d.num(p.Y) }

func (d *digest) transform(m geom.Affine) {
	// Parts that multiply points of a thousand pixels count finer.
	for _, v := range [...]float64{m.A, m.B, m.C, m.D} {
		d.num(v * 1000)
	}
	d.pt(geom.P(m.E, m.F))
}

func (d *digest) path(p *geom.Path) {
	d.word(uint64(len(p.Verbs)))
	for _, v := range p.Verbs {
		d.word(uint64(v))
	}
	for _, q := range p.Pts {
		d.pt(q)
	}
}

func (d *digest) paint(p *Paint) {
	d.word(uint64(p.Ramp.Kind))
	if p.Ramp.Kind == Solid {
		d.word(uint64(p.Color))
		return
	}
	d.pt(p.Ramp.From)
	d.pt(p.Ramp.To)
	d.word(uint64(p.Ramp.N))
	for _, s := range p.Ramp.Stops[:p.Ramp.N] {
		d.word(uint64(s.Color))
		d.num(s.At)
	}
}

// shape sums up a mark that is a shape.
func (d *digest) shape(m *Mark) {
	d.transform(m.M)
	d.num(m.Alpha)
	for c := m.Within; c != nil; c = c.Outer {
		d.word(1)
		d.transform(c.M)
		d.path(c.Path)
	}
	d.paint(&m.Paint)
	d.num(m.Pen.Width)
	if m.Pen.Width > 0 {
		d.word(uint64(m.Pen.Cap)<<8 | uint64(m.Pen.Join))
		d.num(m.Pen.Dash)
		d.num(m.Pen.Gap)
		d.num(m.Pen.Phase)
	}
	d.path(m.Path)
}
