package inspection

import (
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// drawLegend names the two spans of the month and the hub by their colours: a row under
// the ring on upright forms, a column in the free corner on wide ones.
func drawLegend(l *draw.List, v *stage.View, lay stage.Layout, p plan) {
	th, t := v.Theme, lay.Type
	st := typeset.Style{Face: typeset.Sans, Size: t.Small}
	report := "inspection.report"
	if lay.Form == stage.Phone {
		report = "inspection.report-short"
	}
	items := [...]struct {
		key   string
		c     draw.Color
		round float64 // of the chip: the hub's is round, as the hub is
	}{{"inspection.list", th.Deep, 0.2}, {"inspection.visit", th.Leaf, 0.2}, {report, th.GoldLight, 0.5}}
	chip, gap, apart := t.Small*0.8, t.Small*0.5, t.Small*1.6
	at := p.legend
	if lay.Form.Upright() {
		width := -apart
		for _, it := range items {
			width += chip + gap + v.Set.Line(v.Words(it.key), st).Width + apart
		}
		at.X -= width / 2
	} else {
		widest := 0.0
		for _, it := range items {
			widest = max(widest, v.Set.Line(v.Words(it.key), st).Width)
		}
		at.X -= widest + chip + gap
		at.Y -= float64(len(items)-1) * t.Small * 1.7
	}
	for i, it := range items {
		l.Rect(draw.Nth("legend.chip", i+1), geom.R(at.X, at.Y-chip*0.92, chip, chip), chip*it.round, draw.Ink(it.c), draw.Decor())
		box := chart.Label(l, v, draw.Nth("legend", i+1), it.key, st, geom.P(at.X+chip+gap, at.Y), th.Text)
		if lay.Form.Upright() {
			at.X = box.Right() + apart
		} else {
			at.Y += t.Small * 1.7
		}
	}
}
