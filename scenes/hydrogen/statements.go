package hydrogen

import (
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

// flagshipsID is the figure of the industries of which hydrogen is one.
const flagshipsID = "industries.flagships"

// drawStatements sets what the page says beside the chain in the cut water: hydrogen
// is one of two flagship industries, the park that it grows in, the firms that lead.
func drawStatements(l *draw.List, v *stage.View, p *storyboard.Place) {
	if show := appear(v, research, 0.5, 0.85); show > 0 {
		drawFlagships(l, v, p.Slot("statement-1"), show)
	}
	park, leaders := "hydrogen.park-note", "hydrogen.leaders-note"
	if v.Layout().Form.Upright() {
		park, leaders = "hydrogen.park-short", "hydrogen.leaders-short"
	}
	if show := appear(v, making, 0.7, 0.95); show > 0 {
		statement(l, v, draw.Name("park"), p.Slot("statement-2"), show, "hydrogen.name.park", park)
	}
	if show := appear(v, equipment, 0.6, 0.9); show > 0 {
		statement(l, v, draw.Name("leaders"), p.Slot("statement-3"), show, "hydrogen.name.leaders", leaders)
	}
}

// drawFlagships shows the two industries as two marks, a ring and a drop, of which
// the drop is lit.
func drawFlagships(l *draw.List, v *stage.View, r geom.Rect, show float64) {
	t, th := v.Layout().Type, v.Theme
	size := r.H * 0.8
	l.Push(geom.Translate(0, (1-show)*size*0.18), show)
	mid := r.Y + r.H/2
	box := chart.Figure(l, v, draw.Name("flagships"), flagshipsID, chart.NumberStyle{Size: size, Unit: max(size*0.36, t.Small)}, geom.P(r.X, mid+size*0.33))
	x, k := box.Right()+size*0.3, size*0.24
	l.Stroke(draw.Name("flagship-ring"), l.NewPath().Circle(geom.P(x+k, mid), k*0.78), geom.Pen{Width: k * 0.4}, draw.Ink(th.SilverDark), draw.Decor())
	x += k * 2.6
	drop := l.NewPath().Move(x+k, mid-k*1.2).Cube(x+k*1.6, mid-k*0.5, x+k*1.9, mid-k*0.1, x+k*1.9, mid+k*0.3).
		Cube(x+k*1.9, mid+k*0.8, x+k*1.5, mid+k*1.12, x+k, mid+k*1.12).Cube(x+k*0.5, mid+k*1.12, x+k*0.1, mid+k*0.8, x+k*0.1, mid+k*0.3).
		Cube(x+k*0.1, mid-k*0.1, x+k*0.4, mid-k*0.5, x+k, mid-k*1.2).Close()
	l.Fill(draw.Name("flagship-drop"), drop, draw.LinearRamp(geom.P(x, mid-k), geom.P(x+2*k, mid+k), draw.Stop{At: 0, Color: th.Cyan}, draw.Stop{At: 1, Color: th.Mint}), draw.Decor())
	x += k * 2.5
	st := typeset.Style{Face: typeset.Sans, Size: t.Small, Leading: 1.36, Balance: true}
	key := "hydrogen.flagships"
	if v.Layout().Form.Upright() {
		key = "hydrogen.flagships-short"
	}
	room := geom.R(x, 0, r.Right()-x, 0)
	room.Y = mid - v.Set.Block(v.Words(key), st, room.W).Height/2
	chart.Prose(l, v, draw.Name("flagships-text"), key, st, room, th.Text)
	l.Pop()
}

// statement is a name in the serif and what it is below.
func statement(l *draw.List, v *stage.View, id draw.ID, r geom.Rect, show float64, name, note string) {
	t := v.Layout().Type
	size := r.H * 0.38
	st := v.Set.Fit(v.Words(name), typeset.Style{Face: typeset.Serif, Size: max(size, t.Small)}, r.W, t.Small*0.92)
	small := typeset.Style{Face: typeset.Sans, Size: t.Small, Leading: 1.25, Balance: true}
	l.Push(geom.Translate(0, (1-show)*size*0.2), show)
	base := r.Y + size*1.05
	chart.Label(l, v, id, name, st, geom.P(r.X, base), v.Theme.Deep)
	chart.Prose(l, v, id.Sub("note"), note, small, geom.R(r.X, base+t.Small*0.46, r.W, 0), v.Theme.Text)
	l.Pop()
}
