package village

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// Veil is paper behind the heading and the source where a picture is magnified and would
// lie under their words.
func Veil(l *draw.List, v stage.View, _ storyboard.Place) {
	show := anim.Span(v.Zoom.Scale, 1, 1.5, anim.CubicInOut)
	if show <= 0 {
		return
	}
	lay, c := v.Layout(), v.Theme.Ground
	r := geom.R(v.Area.X, v.Area.Y, v.Area.W, lay.Head.Bottom()+lay.Type.Figure*2.2-v.Area.Y)
	foot := geom.R(v.Area.X, lay.Foot.Y-lay.Type.Small, v.Area.W, v.Area.Bottom()-lay.Foot.Y+lay.Type.Small)
	l.Push(geom.Identity(), show)
	l.Rect(draw.Name("veil"), r, 0, draw.LinearRamp(r.Min(), geom.P(r.X, r.Bottom()), draw.Stop{At: 0, Color: c}, draw.Stop{At: 0.82, Color: c.Fade(0.94)}, draw.Stop{At: 1, Color: c.Fade(0)}), draw.Decor())
	l.Rect(draw.Name("veil").Sub("foot"), foot, 0, draw.LinearRamp(foot.Min(), geom.P(foot.X, foot.Bottom()), draw.Stop{At: 0, Color: c.Fade(0)}, draw.Stop{At: 0.3, Color: c}), draw.Decor())
	l.Pop()
}
