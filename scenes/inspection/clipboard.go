package inspection

import (
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/internal/typeset"
)

// drawScore is the town's score on the clipboard, and the bars that it is the mean of.
func drawScore(l *draw.List, v stage.View, at storyboard.Spot) {
	r := at.Rect
	if r.Empty() {
		return
	}
	m, small := mean(&v), v.Layout().Type.Small/at.Scale
	name := typeset.Style{Face: typeset.SansBold, Size: max(0.142*r.H, min(small, 0.2*r.H))}
	number := typeset.Style{Face: typeset.Serif, Size: 0.39 * r.H, Tabular: true}
	l.Open(draw.Name("town"), draw.Sem{Role: draw.RoleText})
	name = v.Set.Fit(v.Words("inspection.mean"), name, r.W, 0.1*r.H)
	chart.Phrase(l, &v, draw.Name("mean-name"), "inspection.mean", name, geom.P(r.X, r.Y+0.16*r.H), v.Theme.Ink)
	chart.Worked(l, &v, draw.Name("mean-score"), m, number, geom.P(r.X, r.Y+0.6*r.H), v.Theme.Ink)
	l.Close()
	if box := at.Slot("bars"); box.H > 10 {
		var left [len(homes)]float64
		for i := range left {
			left[i] = score(&v, i)
		}
		chart.Mean{
			Box: box, Names: at.Slot("bar-names"), Full: full(&v), Keys: homeNames[:], Values: left[:], Mean: m.Float64(),
			Light: tiles(&v).Shine, Small: small,
		}.Draw(l, &v, draw.Name("mean"))
	}
}
