package chrome

import (
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/play"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// Acts lays a link over each act's stretch of the line at the foot: to its first
// scene. Its name is seen where the link is touched or has the keys.
func Acts(l *draw.List, v *stage.View, _ play.Controls) {
	lay := v.Layout()
	p := chart.ProgressOf(v)
	bottom := v.Area.Bottom()
	for i, r := range v.Runs {
		if r.Act == "" {
			continue
		}
		stretch := p.Run(v.Runs, i)
		id := draw.Name("act." + r.Act)
		// A page keeps its controls off the edge, so that their focus is seen; what stands
		// higher is the scene's.
		const edge = 8
		at := geom.R(stretch.X, min(stretch.Center().Y-draw.MinTouch/2, bottom-edge-draw.MinTouch), stretch.W, draw.MinTouch)
		words := v.Words("act." + r.Act)
		what := v.Words("act." + r.Act + "-what")
		l.Open(id, draw.Sem{Role: draw.RoleLink, Target: r.First, Label: words, Detail: what, Free: true})
		l.Rect(id.Sub("area"), at, 0, draw.Ink(0), draw.Decor())
		if show := v.Hovered(id); show > 0 {
			name(l, v, lay, id, stretch, v.Story.Filled("act.tip", "act", words, "sign", v.Words("act.seal-"+r.Act), "what", what), show)
		}
		l.Close()
	}
}

// name is an act's, in a panel over its stretch.
func name(l *draw.List, v *stage.View, lay stage.Layout, id draw.ID, stretch geom.Rect, words string, show float64) {
	st := typeset.Style{Face: typeset.SansBold, Size: lay.Type.Small}
	run := v.Set.Line(words, st)
	pad := st.Size * 0.7
	w, h := run.Width+2*pad, st.Size*2
	x := max(lay.Foot.X, min(stretch.Center().X-w/2, lay.Foot.Right()-w))
	r := geom.R(x, stretch.Y-h-st.Size*0.6, w, h)
	l.Push(geom.Translate(0, (1-show)*st.Size*0.4), show)
	l.Rect(id.Sub("panel"), r, h*0.25, draw.Ink(v.Theme.Ink), draw.Decor())
	l.Text(id.Sub("name"), run, geom.P(r.X+pad, r.Center().Y+st.Size*0.36), draw.Ink(v.Theme.Ground), draw.Sem{Free: true})
	l.Pop()
}
