package cleanup

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
)

// A crowd's lattice runs along its lanes: a mark's row is its place along the
// lane, its column the place across. So the marks fill one lane after the other,
// each block of a thousand is a stretch of rows, and the last block holds the rest.

// spans is how many straight pieces of the mesh a block takes along its lane:
// enough for a crest's bend and for the press of a finger.
const spans = 3

// crossings is how many mesh lines run along each lane.
const crossings = 4

// crossing is where mesh line i runs, 0 to 1 across the lane; the outer ones
// leave a cell's room.
func (p *places) crossing(i int) float64 {
	cell := 1 / float64(p.across)
	switch i {
	case 0:
		return -cell
	case crossings - 1:
		return 1 + cell
	}
	return float64(i) / (crossings - 1)
}

// sweepers draws the people who swept.
func sweepers(l *draw.List, v *stage.View, p *places, m *moment) {
	fig, ok := v.Story.Figure(sweepersID)
	if !ok {
		return
	}
	gather := anim.CubicInOut(m.count)
	f := p.crowd(l, fig.Count())
	f.Radius = anim.Lerp(p.strewn, p.counted, gather)
	f.Jitter = anim.Lerp(0.72, orderly, gather)
	f.Sway = anim.Lerp(0.06, 0.03, gather)
	f.Phase = v.Now * 0.7
	f.Shown = anim.Lerp(0.16, 1, anim.SineInOut(m.appear))
	f.Inks = [4]draw.Color{v.Theme.GoldDark, v.Theme.GoldDark, draw.Mix(v.Theme.GoldDark, v.Theme.Gold, 0.6), draw.Mix(v.Theme.GoldDark, v.Theme.Ink, 0.45)}
	var bows [lanes][crossings]float64
	for k := range bows {
		for i := range bows[k] {
			bows[k][i] = bow(k, p.crossing(i))
		}
	}
	n := blocksOf(f.Count)
	for b := 0; b < n; b++ {
		home := anim.Stagger(m.count, b, n, 0.55, anim.CubicInOut)
		box := p.first.block(b)
		for j := 0; j <= spans; j++ {
			part := float64(j) / spans
			if start := len(f.Mesh.P) - crossings; j == 0 && b%p.blocks != 0 && m.count <= 0 {
				// Where the block before ends.
				f.Mesh.P = append(f.Mesh.P, f.Mesh.P[start:]...)
				f.Mesh.Level = append(f.Mesh.Level, f.Mesh.Level[start:]...)
				continue
			}
			st := p.stand(v, m, f.Count, b, part)
			for i := 0; i < crossings; i++ {
				c := p.crossing(i)
				at, light := st.at(c, bows[st.lane][i])
				if home > 0 {
					at = at.Lerp(p.inBlock(box, c, part), home)
				}
				f.Mesh.P = append(f.Mesh.P, p.pushed(v, at))
				f.Mesh.Level = append(f.Mesh.Level, float32(anim.Lerp(light, 1, home)))
			}
		}
	}
	l.Field(draw.Name("sweepers"), f, draw.Sem{})
}

// contestants draws the second crowd: its blocks rise into place one after the
// other.
func contestants(l *draw.List, v *stage.View, p *places, m *moment) {
	fig, ok := v.Story.Figure(contestantsID)
	if !ok || m.second <= 0 {
		return
	}
	f := p.crowd(l, fig.Count())
	f.Radius, f.Jitter, f.Sway, f.Phase = p.counted, orderly, 0.03, v.Now*0.7
	c := v.Theme.Crowd
	f.Inks = [4]draw.Color{c, c, draw.Mix(c, v.Theme.Ink, 0.3), draw.Mix(c, v.Theme.Ink, 0.15)}
	n := blocksOf(f.Count)
	for b := 0; b < n; b++ {
		come := m.come(b, n)
		box := p.second.block(b)
		box = box.Offset(geom.P((1-come)*p.u*40, (1-come)*p.u*90))
		for j := 0; j <= spans; j++ {
			part := float64(j) / spans
			for i := 0; i < crossings; i++ {
				f.Mesh.P = append(f.Mesh.P, p.pushed(v, p.inBlock(box, p.crossing(i), part)))
				f.Mesh.Level = append(f.Mesh.Level, float32(come))
			}
		}
	}
	l.Push(geom.Identity(), anim.Span(m.second, 0, 0.15, anim.SineInOut))
	l.Field(draw.Name("contestants"), f, draw.Sem{})
	l.Pop()
}

// come is how far block b of the second crowd's n has come.
func (m *moment) come(b, n int) float64 { return anim.Stagger(m.second, b, n, 0.4, anim.CubicOut) }

// arrived is the share of the second crowd's n blocks that have come, those on
// their way counted in part.
func (m *moment) arrived(n int) float64 {
	sum := 0.0
	for b := 0; b < n; b++ {
		sum += m.come(b, n)
	}
	return sum / float64(max(n, 1))
}

// orderly is the jitter of people in blocks: so little that each stays within its
// cell along the lane, and none is cut at the edge of a block.
const orderly = 0.16

func blocksOf(count int) int { return (count + perBlock - 1) / perBlock }

// crowd is a field whose mesh has its lines but not yet its places.
func (p *places) crowd(l *draw.List, count int) *draw.Field {
	f := l.NewField()
	f.Count, f.Cols = count, p.across
	for i := 0; i < crossings; i++ {
		f.Mesh.U = append(f.Mesh.U, p.crossing(i)*float64(p.across))
	}
	along := float64(perBlock / p.across)
	for b := 0; b < blocksOf(count); b++ {
		for j := 0; j <= spans; j++ {
			f.Mesh.V = append(f.Mesh.V, (float64(b)+float64(j)/spans)*along)
		}
	}
	return f
}

// inBlock is the place in a block, c across its lane and s along it.
func (p *places) inBlock(r geom.Rect, c, s float64) geom.Pt {
	if p.turned {
		return r.At(1-c, s)
	}
	return r.At(s, c)
}

// stance is a line across a lane.
type stance struct {
	p           *places
	lane        int
	stood, lead float64 // along the lane: before the front came, and the front
	wave        geom.Pt
	top, depth  float64
	slope       float64 // of the crest there
	x           float64 // where the crest was measured
}

// stand is the line across the lane of block b of a crowd of n, at the share
// part of the block.
func (p *places) stand(v *stage.View, m *moment, n, b int, part float64) stance {
	k := b / p.blocks
	s := (float64(b%p.blocks) + part) / float64(p.blocks)
	if rest := n - k*p.blocks*perBlock; rest < p.blocks*perBlock {
		// The last lane's people stand over its whole length too.
		rows := float64(rest/p.across + 2)
		s *= float64(p.blocks*perBlock/p.across) / rows
	}
	st := stance{p: p, lane: k, stood: strewn(k, s), lead: m.lead[k]}
	st.wave = walking(k, p.waves, s, v.Now).Mul(p.u)
	st.x = p.from + p.width*swept(st.stood, st.lead)
	crest := p.hills.Crest(k, st.x)
	st.slope = (p.hills.Crest(k, st.x+p.u) - crest) / p.u
	room := p.hills.Crest(k+1, st.x) - crest
	if k == lanes-1 {
		room = (p.hills.Box.Bottom() - crest) * 0.95
	}
	st.top = crest + room*0.07
	st.depth = room * breadth(k, swept(st.stood, st.lead))
	return st
}

// at is the place on the line, c from 0 to 1, and its light: people stand
// closest at the crest, and the front bends by the bow there.
func (s *stance) at(c, bow float64) (geom.Pt, float64) {
	g := 0.62 * c
	if c > 0 {
		g += 0.38 * c * c * c
	}
	lead := s.lead
	if lead > 0 && lead < 1 {
		lead = anim.Clamp(lead + 0.026*lead*(1-lead)*bow)
	}
	along := swept(s.stood, lead)
	x := s.p.from + s.p.width*along
	y := s.top + s.depth*g + s.slope*(x-s.x)
	return geom.P(x+s.wave.X, y+s.wave.Y), light(along, lead) * (1 - 0.32*anim.Clamp(c))
}

// pushed is where a press of the finger moves the point: away from it, by less
// the farther it stands, so that nobody is pushed past another.
func (p *places) pushed(v *stage.View, at geom.Pt) geom.Pt {
	force := v.Finger.Force * p.aside
	if force <= 0 {
		return at
	}
	reach := p.reach
	d := at.Sub(v.Finger.At)
	q := d.Dot(d) / (reach * reach)
	if q >= 1 {
		return at
	}
	return at.Add(d.Unit().Mul(reach * 0.3 * force * (1 - q) * (1 - q)))
}
