package contents

import (
	"strings"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/play"
	"lianhua/internal/typeset"
)

// mounted draws a scene's small picture in a rectangle, on a mount with its name
// below, and what it means.
func (p *page) mounted(scene int, at geom.Rect, caption, size float64, short bool) {
	v, k := p.v, &p.look
	name := p.name(scene)
	id := play.ContentsMark(name)
	here := scene == p.c.Here
	lift := v.Hovered(id)
	q := max(at.W*0.018, 1.6)
	mount := geom.R(at.X-q, at.Y-q, at.W+2*q, at.H+q+caption)
	part := func(what string) draw.ID { return draw.ID{Name: "contents.mount", N: scene + 1, Part: what} }

	p.Open(id, p.meaning(scene))
	p.halo(part, mount, at.W, here, lift)
	ground := k.mount
	if here && !k.plain {
		ground = draw.Mix(ground, k.hot[0], k.warmth)
	}
	p.Rect(part("mount"), mount, q*0.4, draw.Ink(draw.Mix(ground, v.Theme.Panel, 0.5*lift)), draw.Decor())
	p.picture(part, scene, at)
	switch {
	case here:
		w := max(at.W*0.02, 2.2)
		p.Stroke(part("edge"), p.NewPath().Rect(mount), geom.Pen{Width: w}, draw.LinearRamp(mount.Min(), mount.Max(),
			draw.Stop{At: 0, Color: k.hot[0]}, draw.Stop{At: 0.4, Color: k.hot[1]}, draw.Stop{At: 1, Color: k.hot[2]}), draw.Decor())
		p.Stroke(part("rim"), p.NewPath().Rect(mount), geom.Pen{Width: w * 0.25}, draw.Ink(v.Theme.Panel), draw.Decor())
	case k.plain:
		p.Stroke(part("edge"), p.NewPath().Rect(mount), geom.Pen{Width: 2}, draw.Ink(k.edge), draw.Decor())
	default:
		p.Stroke(part("edge"), p.NewPath().Rect(mount), geom.Pen{Width: max(0.7, at.W*0.004) * (1 + 1.6*lift)}, draw.Ink(draw.Mix(k.edge, v.Theme.Accent, lift)), draw.Decor())
	}
	p.caption(part("name"), scene, geom.R(at.X, at.Bottom(), at.W, caption), size, short)
	p.Close()
}

// halo is a mount's shade on the silk, or the heat of the one where the reader is.
func (p *page) halo(part func(string) draw.ID, mount geom.Rect, w float64, here bool, lift float64) {
	k := &p.look
	if k.plain {
		return
	}
	c, steps, far, strength := k.shade, 4, w*0.034, 0.07+0.05*lift
	if here {
		c, steps, far, strength = k.hot[1], 5, w*0.075, 0
	}
	for i := range steps {
		d := far * float64(steps-i) / float64(steps)
		r := mount.Inset(-d)
		if !here {
			r = r.Offset(geom.P(d*0.15, d*0.5))
		}
		own := strength
		if here {
			own = 0.05 + 0.05*float64(i)
		}
		p.Rect(part("halo").SubN("halo", i+1), r, d*0.8+2, draw.Ink(c.Fade(own)), draw.Decor())
	}
}

// picture lays the small picture into a rectangle: as much of it as fits.
func (p *page) picture(part func(string) draw.ID, scene int, at geom.Rect) {
	k := &p.look
	sheet := p.c.Picture(scene)
	if sheet == nil {
		p.Rect(part("empty"), at, 0, draw.Ink(draw.Mix(k.mount, k.haze, 0.5)), draw.Decor())
		return
	}
	p.PushClipPath(p.NewPath().Rect(at))
	s := max(at.W/sheet.Bounds.W, at.H/sheet.Bounds.H)
	p.Push(geom.ScaleBy(s, s).Then(geom.Translate(at.X-(s*sheet.Bounds.W-at.W)/2, at.Y)), 1)
	p.Sheet(part("picture"), sheet)
	p.Pop()
	p.Pop()
	if !p.c.Seen(scene) && !k.plain {
		p.Rect(part("veil"), at, 0, draw.Ink(k.silk[0][1].Fade(0.2)), draw.Decor())
	}
	p.Stroke(part("frame"), p.NewPath().Rect(at), geom.Pen{Width: max(0.6, at.W*0.003)}, draw.Ink(k.shade.Fade(0.5)), draw.Decor())
}

// caption is a scene's name: its title where there is room, else one word.
func (p *page) caption(id draw.ID, scene int, box geom.Rect, size float64, short bool) {
	v, k := p.v, &p.look
	here := scene == p.c.Here
	st := typeset.Style{Face: typeset.Sans, Size: size}
	if here {
		st.Face = typeset.SansBold
	}
	var run *typeset.Run
	if !short {
		run = p.within(p.title(scene), st, box.W)
		if run.Width > box.W+0.5 {
			first, _, _ := strings.Cut(v.Words(p.name(scene)+".title"), "\n")
			run = p.within(strings.TrimRight(first, ",，;；:："), st, box.W)
		}
	}
	if run == nil || run.Width > box.W+0.5 {
		word := v.Words("contents." + p.name(scene))
		if run = v.Set.Line(word, st); run.Width > box.W {
			st.Size *= max(box.W/run.Width, 0.86)
			run = v.Set.Line(word, st)
		}
	}
	x := box.X
	if short {
		x = box.Center().X - run.Width/2
	}
	c := v.Theme.Ink
	if here {
		c = k.here
	}
	p.Text(id, run, geom.P(x, box.Center().Y+size*0.38), draw.Ink(c), draw.Sem{Free: true})
}

// within sets a line as large as its width has room, within limits.
func (p *page) within(text string, st typeset.Style, width float64) *typeset.Run {
	run := p.v.Set.Line(text, st)
	if run.Width > width {
		st.Size = max(st.Size*width/run.Width*0.995, st.Size*0.8)
		run = p.v.Set.Line(text, st)
	}
	return run
}

// title is a scene's in one line.
func (p *page) title(scene int) string {
	between := " "
	if p.v.Chinese() {
		between = ""
	}
	return strings.ReplaceAll(p.v.Words(p.name(scene)+".title"), "\n", between)
}

func (p *page) meaning(scene int) draw.Sem {
	s := draw.Sem{Role: draw.RoleLink, Target: p.name(scene), Label: p.title(scene), Free: true}
	switch {
	case scene == p.c.Here:
		s.Detail, s.On = p.v.Words("contents.here"), true
	case p.c.Seen(scene):
		s.Detail = p.v.Words("contents.seen")
	}
	return s
}
