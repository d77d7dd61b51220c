package simplify

import (
	"encoding/binary"
	"math"

	"lianhua/internal/art"
	"lianhua/internal/geom"
)

// Tolerance is the farthest that a line may move for want of a point, in pixels of
// the design.
const Tolerance = 0.08

// Memory is what became of the paths of a set. The next one, of which most are the
// same, takes the less time.
type Memory struct {
	before, now map[string]geom.Path
}

// Set is the set with fewer points, whose shapes share paths where they are alike.
// Lines of slots stay as they are.
func (m *Memory) Set(s *art.Set) *art.Set {
	m.before, m.now = m.now, map[string]geom.Path{}
	out := *s
	out.Drawings = append([]art.Drawing(nil), s.Drawings...)
	var shapes []*art.Shape
	for i := range out.Drawings {
		d := &out.Drawings[i]
		d.Clips = append([]art.Clip(nil), d.Clips...)
		for k := range d.Clips {
			d.Clips[k].Path = m.onto(d.Clips[k].Path, grainOf(d.Clips[k].Path.Pts), Tolerance)
		}
		d.Layers = append([]art.Layer(nil), d.Layers...)
		for k := range d.Layers {
			l := &d.Layers[k]
			l.Items = append([]art.Item(nil), l.Items...)
			for n := range l.Items {
				if it := &l.Items[n]; it.Layer < 0 {
					shapes = append(shapes, &it.Shape)
				}
			}
		}
	}
	less := map[*model]geom.Path{}
	for i, st := range share(shapes) {
		if st.of == nil {
			continue
		}
		p, ok := less[st.of]
		if !ok {
			g := grainFor(st.of.path, st.of.most)
			p = m.onto(st.of.path, g, Tolerance/st.of.most+0.7*g)
			less[st.of] = p
		}
		st.show(shapes[i], p)
	}
	return &out
}

// onto is the path with fewer points, which nobody may change.
func (m *Memory) onto(p geom.Path, grain, tolerance float64) geom.Path {
	key := make([]byte, 0, 16+len(p.Verbs)+16*len(p.Pts))
	number := func(v float64) { key = binary.LittleEndian.AppendUint64(key, math.Float64bits(v)) }
	number(grain)
	number(tolerance)
	for _, v := range p.Verbs {
		key = append(key, byte(v))
	}
	for _, q := range p.Pts {
		number(q.X)
		number(q.Y)
	}
	less, ok := m.before[string(key)]
	if !ok {
		less = onto(p, grain, tolerance)
	}
	m.now[string(key)] = less
	return less
}

// show gives a shape the path of its model.
func (st *stand) show(s *art.Shape, p geom.Path) {
	if st.m != s.M {
		shrink := s.M.Scale() / st.m.Scale()
		inv, _ := st.m.Inverse()
		back := s.M.Then(inv)
		s.Pen.Width *= shrink
		s.Pen.Dash *= shrink
		s.Pen.Gap *= shrink
		s.Pen.Phase *= shrink
		if len(s.Paint.Stops) > 0 {
			s.Paint.From, s.Paint.To = back.At(s.Paint.From), back.At(s.Paint.To)
		}
		s.M = st.m
	}
	// Where it begins, as near as the layer's places are.
	per := 100.0
	for _, p := range [...]float64{10, 20, 50} {
		if magnification(s.M) <= p*usual*(1+1e-9) {
			per = p
			break
		}
	}
	at := geom.Pt{X: math.Round(st.start.X*per) / per, Y: math.Round(st.start.Y*per) / per}
	s.Path = *new(geom.Path).Append(p, geom.Translate(at.X, at.Y))
}

// magnification is how much longer a transform makes a length at the most: exact
// where it makes all longer alike, and else up to √2 too much.
func magnification(m geom.Affine) float64 {
	k := math.Sqrt(m.A*m.A + m.B*m.B + m.C*m.C + m.D*m.D)
	if m.A == m.D && m.B == -m.C || m.A == -m.D && m.B == m.C {
		k /= math.Sqrt2
	}
	return math.Max(k, 1e-6)
}
