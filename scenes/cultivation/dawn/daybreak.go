package dawn

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// Daybreak is low light that crosses a room from the left: what it has not come to
// lies in shade.
type Daybreak struct {
	Name  string                     // of its marks
	Room  string                     // a slot that is a closed line: what lies in shade
	Way   string                     // a slot: from its left to its right the light's foot passes
	Slant float64                    // how far the edge lies back for each pixel that it stands higher
	Come  func(v stage.View) float64 // how far it has come, 0 to 1
}

// Front is the edge of the light.
type Front struct {
	foot  geom.Pt
	slant float64
}

// At is where the edge stands at the height y.
func (f Front) At(y float64) float64 { return f.foot.X - (f.foot.Y-y)*f.slant }

// overrun is the share of its way that the edge begins before it and ends behind it.
const overrun = 0.2

// Front is where the light has come to, in the drawing's pixels.
func (d *Daybreak) Front(v *stage.View, at storyboard.Spot) Front {
	r := at.Slot(d.Way)
	from, to := r.X-r.W*overrun, r.Right()+r.H*d.Slant+r.W*overrun
	return Front{geom.P(anim.Lerp(from, to, anim.Clamp(d.Come(*v))), r.Bottom()), d.Slant}
}

// Part is the shade and the edge of the light over a layer.
func (d *Daybreak) Part(layer string) storyboard.Part {
	return storyboard.Part{Layer: layer, Slot: d.Room, Draw: d.draw}
}

func (d *Daybreak) draw(l *draw.List, v stage.View, at storyboard.Spot) {
	come := d.Come(v)
	left := 1 - anim.Span(come, 0.72, 1, anim.Linear)
	if left <= 0 || at.Path == nil {
		return
	}
	f, id, shade := d.Front(&v, at), draw.Name(d.Name), v.Theme.Steel.Fade(0.3)
	if v.Theme.Dark() {
		shade = v.Theme.Ground.Fade(0.55)
	}
	head, foot := at.Rect.Y, at.Rect.Bottom()
	a, b := geom.P(f.At(head), head), geom.P(f.At(foot), foot)
	far := max(at.Rect.Right(), b.X) + 1
	l.PushClipPath(at.Path)
	l.Push(geom.Identity(), left)
	l.Fill(id, l.NewPath().Move(a.X, a.Y).Line(far, head).Line(far, foot).Line(b.X, b.Y).Close(), draw.Ink(shade), draw.Decor())
	l.Push(geom.Identity(), anim.Span(come, 0, 0.1, anim.Linear))
	deep, mid, edge := at.Slot(d.Way).W*0.16, a.Lerp(b, 0.5), v.Theme.MoltenLight
	behind := geom.P(mid.X-deep, mid.Y+deep*d.Slant) // square to the edge
	paint := draw.LinearRamp(behind, mid,
		draw.Stop{At: 0, Color: edge.Fade(0)}, draw.Stop{At: 0.75, Color: edge.Fade(0.24)}, draw.Stop{At: 1, Color: edge.Fade(0.52)})
	l.Fill(id.Sub("glow"), l.NewPath().Move(a.X, a.Y).Line(b.X, b.Y).Line(b.X-deep*1.4, foot).Line(a.X-deep*1.4, head).Close(), paint, draw.Decor())
	l.Line(id.Sub("edge"), a, b, deep*0.012, draw.Ink(v.Theme.SilverLight.Fade(0.8)), draw.Decor())
	l.Pop()
	l.Pop()
	l.Pop()
}
