package cleanup

import (
	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// statements draws the figures and the words about them; those that stand on the
// picture go aside where it is magnified.
func statements(l *draw.List, v *stage.View, p *places, m *moment) {
	th := v.Theme
	if show := anim.Span(m.sweep, 0, 0.07, anim.CubicOut); show > 0 {
		l.Push(geom.Identity(), show)
		p.headline(l, v, draw.Name("swept"), sweepersID, "cleanup.sweepers", &p.first, th.GoldDark, m.reached())
		l.Pop()
	}
	if show := anim.Span(m.second, 0, 0.2, anim.CubicOut) * p.beside(); show > 0 {
		fig, _ := v.Story.Figure(contestantsID)
		l.Push(geom.Identity(), show)
		p.headline(l, v, draw.Name("contested"), contestantsID, "cleanup.contestants", &p.second, th.Crowd, m.arrived(blocksOf(fig.Count())))
		l.Pop()
	}
	legend(l, v, p, m)
	if show := anim.Span(m.second, 0.55, 0.85, anim.CubicOut) * p.aside; show > 0 {
		l.Push(geom.Identity(), show)
		st := wideNoteStyle(p.lay.Type)
		if p.lay.Form.Upright() {
			st = noteStyle(p.lay.Type)
		}
		chart.Prose(l, v, draw.Name("note"), "cleanup.note", st, p.note, th.Text)
		l.Pop()
	}
}

// headline is a crowd's figure with what it counts to its right, both standing
// on one line.
func (p *places) headline(l *draw.List, v *stage.View, id draw.ID, figure, words string, t *tally, c draw.Color, running float64) {
	unit := p.lay.Type.Unit
	box := chart.Figure(l, v, id, figure, chart.NumberStyle{Size: t.size, Unit: unit, Color: c, Counting: true, Running: running, Text: words}, t.figure)
	gap := unit * 0.8
	st := typeset.Style{Face: typeset.Sans, Size: p.lay.Type.Text, Leading: 1.3, Balance: true}
	if !p.lay.Form.Upright() {
		st.Size = p.lay.Type.Label
	}
	room := t.width - box.W - gap
	b := v.Set.Block(v.Words(words), st, room)
	y := t.figure.Y - b.Height + st.Size*0.27
	chart.Prose(l, v, id.Sub("what"), words, st, geom.R(box.Right()+gap, y, room, b.Height), v.Theme.Text)
}

// legend says how many people stand in a block and in a row of blocks.
func legend(l *draw.List, v *stage.View, p *places, m *moment) {
	show := anim.Span(m.count, 0.6, 0.85, anim.CubicOut) * p.aside
	if show <= 0 {
		return
	}
	move := anim.Span(m.second, 0, 0.35, anim.CubicInOut)
	at := p.legendAlone.Lerp(p.legend, move)
	size := p.lay.Type.Label
	if p.lay.Form.Upright() {
		size = p.lay.Type.Small
	}
	st := typeset.Style{Face: typeset.SansBold, Size: size}
	l.Push(geom.Identity(), show)
	l.Open(draw.Name("legend"), draw.Sem{})
	h := size * 0.72
	tile := func(id draw.ID, at geom.Pt, n int, w float64) float64 {
		path := l.NewPath()
		step := w + size*0.13
		for i := 0; i < n; i++ {
			path.RoundRect(geom.R(at.X+float64(i)*step, at.Y-h, w, h), size*0.08)
		}
		l.Fill(id, path, draw.Ink(v.Theme.Mute), draw.Decor())
		return float64(n)*step + size*0.3
	}
	x := tile(draw.Name("tile"), at, 1, h*1.6)
	chart.Tick(l, v, draw.Name("perblock"), perBlock, "cleanup.block", st, at.Add(geom.P(x, 0)), v.Theme.Ink)
	at = at.Add(p.legendStep)
	x = tile(draw.Name("tiles"), at, perRow, h*0.4)
	chart.Tick(l, v, draw.Name("perrow"), rowOf, "cleanup.row", st, at.Add(geom.P(x, 0)), v.Theme.Ink)
	l.Close()
	l.Pop()
}
