package contents

import (
	"math"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// screen is the folding screen of wide windows: a leaf for each act, and before it
// what belongs to none.
func (p *page) screen() {
	a := p.v.Area
	p.backdrop(geom.P(a.X+a.W*0.39, a.Y+a.H*0.37), a.H*0.85)
	share := 0.6
	if p.lay.U <= low {
		share = 0.38
	}
	p.head(15, 122, 38, "contents.title", a.W*share)
	acts, here := p.acts()
	if len(acts) == 0 {
		return
	}
	left, right := a.X+p.px(66), a.Right()-p.px(64)
	s := screen{
		top: a.Y + p.px(146), tall: a.H - p.px(260), step: (right - left) / float64(len(acts)),
		fold: p.px(26), left: left,
	}
	p.shadow(&s, len(acts))
	for i, act := range acts {
		p.leaf(&s, i, act, p.shown(i, here), i-max(here, 0))
	}
	for i := 1; i < len(acts); i++ {
		p.hinge(&s, i, min(p.shown(i-1, here), p.shown(i, here)))
	}
	p.before(&s, len(acts))
	p.foot("contents.hint", p.px(52))
}

// screen is where its leaves stand; every other fold comes forward.
type screen struct{ left, top, tall, step, fold float64 }

// at is the top of the fold before the leaf of a number.
func (s *screen) at(i int) geom.Pt {
	return geom.P(s.left+float64(i)*s.step, s.top+s.fold*float64((i+1)%2))
}

// to maps a leaf's coordinates, from its top left corner, to the picture's.
func (s *screen) to(i int) geom.Affine {
	a, b := s.at(i), s.at(i+1)
	return geom.Affine{A: 1, B: (b.Y - a.Y) / s.step, D: 1, E: a.X, F: a.Y}
}

func (p *page) shadow(s *screen, n int) {
	if p.look.plain {
		return
	}
	for k := range 8 {
		path := p.NewPath()
		for i := 0; i <= n; i++ {
			at := s.at(i)
			if i == 0 {
				path.Move(at.X, at.Y+s.tall-2)
			} else {
				path.Line(at.X, at.Y+s.tall-2)
			}
		}
		for i := n; i >= 0; i-- {
			at := s.at(i)
			path.Line(at.X+p.px(20+2*float64(k)), at.Y+s.tall+p.px(6+7*float64(k)))
		}
		p.Fill(draw.Nth("contents.shadow", k+1), path.Close(), draw.Ink(p.look.shade.Fade(0.05*min(1, p.c.Shown*1.2))), draw.Decor())
	}
}

// leaf is an act: lacquer, gold silk and hills, its seal and name, and its pictures.
func (p *page) leaf(s *screen, i int, act stage.Run, shown float64, away int) {
	if shown <= 0 {
		return
	}
	k, u := &p.look, p.lay.U
	w, h := s.step, s.tall
	side := i % 2
	id := func(part string) draw.ID { return draw.ID{Name: "contents.leaf", N: i + 1, Part: part} }
	p.reveal(geom.R(s.at(i).X, 0, w, h), away, shown, true)
	defer p.Pop()
	p.Push(s.to(i), min(1, 3*shown))
	defer p.Pop()
	frame := geom.R(0, 0, w, h)
	from, to := geom.P(0, 0), geom.P(w, 0)
	if side == 1 {
		from, to = to, from
	}
	p.Rect(id("lacquer"), frame, 0, draw.LinearRamp(from, to, draw.Stop{At: 0, Color: k.lacquer[0]}, draw.Stop{At: 0.5, Color: k.lacquer[1]}, draw.Stop{At: 1, Color: k.lacquer[2]}), draw.Decor())
	p.Stroke(id("sheen"), p.NewPath().Rect(frame.Inset(1.6*u)), geom.Pen{Width: u}, draw.Ink(k.rim.Fade(0.7)), draw.Decor())
	silk := frame.Inset(10 * u)
	p.silk(id, side, act, silk, geom.P(silk.Right(), silk.Y), geom.P(silk.Center().X, silk.Y+0.52*silk.H), 0.42*silk.H)
	gold := p.NewPath()
	for y := silk.Y + 104*u; y < silk.Bottom(); y += 104 * u {
		gold.Move(silk.X, y).Line(silk.Right(), y)
	}
	for n := 1.0; n <= 2; n++ {
		gold.Move(silk.X+silk.W*n/3, silk.Y).Line(silk.X+silk.W*n/3, silk.Bottom())
	}
	p.Stroke(id("gold"), gold, geom.Pen{Width: 0.8 * u}, draw.Ink(k.leaf.Fade(0.3)), draw.Decor())
	hills := silk.Pad(0, h*0.42, 0, 0)
	switch last := lastOf(p.c.Deck.Runs) - 1; i {
	case last:
		p.sun(id, geom.P(64*u, h*0.73), 27*u)
	case last - 1:
		p.flock(id, geom.P(46*u, h*0.49), u)
	}
	p.hills(i, hills, 66+262*float64(i), u*math.Min(1, h/(640*u)), 1080, false)
	p.Stroke(id("edge"), p.NewPath().Rect(silk), geom.Pen{Width: 1.2 * u}, draw.Ink(k.shade.Fade(0.6)), draw.Decor())
	p.Stroke(id("line"), p.NewPath().Rect(silk.Inset(3*u)), geom.Pen{Width: u}, draw.Ink(k.brass[0].Fade(0.8)), draw.Decor())
	p.corners(id("corners"), frame, 24*u)

	p.seal(id, act.Act, geom.P(44*u, 54*u), max(46*u, 20), float64(i%3-1)*0.03)
	p.names(id, act, geom.R(78*u, 14*u, silk.Right()-7*u-78*u, 78*u))
	p.hang(act, geom.R(23*u, 94*u, w-46*u, h-94*u-22*u))
}

// silk is a leaf's ground, whose light changes from its top left corner to another. By
// night a lamp stands before the one where the reader is, and its light reaches so far.
func (p *page) silk(id func(string) draw.ID, side int, act stage.Run, r geom.Rect, to, lamp geom.Pt, reach float64) {
	k, c := &p.look, p.look.silk[side]
	lit := act.From <= p.c.Here && p.c.Here < act.To
	if !lit {
		for i := range c {
			c[i] = draw.Mix(c[i], k.shade, k.dim)
		}
	}
	p.Rect(id("silk"), r, 0, draw.LinearRamp(r.Min(), to, draw.Stop{At: 0, Color: c[0]}, draw.Stop{At: 0.5, Color: c[1]}, draw.Stop{At: 1, Color: c[2]}), draw.Decor())
	if lit && k.dim > 0 {
		p.Rect(id("lamp"), r, 0, draw.RadialRamp(lamp, reach, draw.Stop{At: 0, Color: k.lamp}, draw.Stop{At: 0.5, Color: k.lamp.Fade(0.45)}, draw.Stop{At: 1, Color: k.lamp.Fade(0)}), draw.Decor())
	}
}

// names are what an act is about, and its district, beside its seal.
func (p *page) names(id func(string) draw.ID, act stage.Run, box geom.Rect) {
	v, k := p.v, &p.look
	least := p.lay.Type.Small * 0.86
	one := func(words string, face typeset.Face, size float64) *typeset.Run {
		run := v.Set.Line(words, typeset.Style{Face: face, Size: size})
		if run.Width > box.W {
			run = v.Set.Line(words, typeset.Style{Face: face, Size: max(least, size*box.W/run.Width*0.995)})
		}
		return run
	}
	what := one(v.Words("act."+act.Act+"-what"), typeset.SansBold, p.size(17))
	if what.Width > box.W {
		what = one(v.Words("act."+act.Act), typeset.SansBold, p.size(17))
	}
	where := one(v.Words("act."+act.Act+"-district"), typeset.Sans, p.size(14))
	gap := where.Style.Size * 0.42
	high := what.Style.Size*0.88 + gap + where.Style.Size*0.88
	y := box.Center().Y - high/2 + what.Style.Size*0.88
	if high > box.H {
		y = box.Center().Y + what.Style.Size*0.36
	}
	p.Text(id("what"), what, geom.P(box.X, y), draw.Ink(v.Theme.Ink), draw.Sem{Role: draw.RoleHeading, Level: 2, Free: true, Label: p.label(act)})
	if high <= box.H {
		p.Text(id("district"), where, geom.P(box.X, y+gap+where.Style.Size*0.88), draw.Ink(k.brown), draw.Sem{Free: true})
	}
}

// corners are of brass.
func (p *page) corners(id draw.ID, frame geom.Rect, s float64) {
	k := &p.look
	if k.plain {
		return
	}
	path := p.NewPath()
	for _, c := range [...]struct{ x, y, dx, dy float64 }{{0, 0, 1, 1}, {1, 0, -1, 1}, {1, 1, -1, -1}, {0, 1, 1, -1}} {
		x, y := frame.X+frame.W*c.x, frame.Y+frame.H*c.y
		path.Move(x, y).Line(x+c.dx*s, y).Line(x+c.dx*s*0.58, y+c.dy*s*0.2).Line(x+c.dx*s*0.2, y+c.dy*s*0.58).Line(x, y+c.dy*s).Close()
	}
	p.Fill(id, path, draw.LinearRamp(frame.Min(), frame.Max(), draw.Stop{At: 0, Color: k.brass[0]}, draw.Stop{At: 0.5, Color: k.brass[1]}, draw.Stop{At: 1, Color: k.brass[0]}), draw.Decor())
}

// seal is an act's, in cinnabar.
func (p *page) seal(id func(string) draw.ID, act string, c geom.Pt, size, turn float64) {
	k := &p.look
	p.Push(geom.Rotate(turn, c), 1)
	r := geom.RectAround(c, size, size)
	p.Rect(id("seal"), r, size*0.07, draw.Ink(k.sign), draw.Decor())
	p.Stroke(id("seal-line"), p.NewPath().Rect(r.Inset(size*0.055)), geom.Pen{Width: max(0.7, size*0.03)}, draw.Ink(k.stamp.Fade(0.85)), draw.Decor())
	run := p.v.Set.Line(p.v.Words("act.seal-"+act), typeset.Style{Face: typeset.Serif, Size: size * 0.66})
	p.Text(id("seal-sign"), run, geom.P(c.X-run.Width/2, c.Y+size*0.245), draw.Ink(k.stamp), draw.Sem{Free: true})
	p.Pop()
}

// hinge is a fold between two leaves: its shade or light, and its hinges.
func (p *page) hinge(s *screen, i int, shown float64) {
	if shown <= 0 || p.look.plain {
		return
	}
	k, u, at := &p.look, p.lay.U, s.at(i)
	p.Push(geom.Identity(), shown)
	defer p.Pop()
	c, strength := k.shade, 0.42
	if i%2 == 1 { // it comes forward
		c, strength = k.brass[0], 0.3
	}
	fold := geom.R(at.X-16*u, at.Y, 32*u, s.tall)
	p.Rect(draw.Nth("contents.crease", i), fold, 0, draw.LinearRamp(fold.Min(), geom.P(fold.Right(), fold.Y),
		draw.Stop{At: 0, Color: c.Fade(0)}, draw.Stop{At: 0.5, Color: c.Fade(strength)}, draw.Stop{At: 1, Color: c.Fade(0)}), draw.Decor())
	path := p.NewPath()
	for _, y := range [...]float64{s.tall * 0.11, s.tall * 0.85} {
		path.RoundRect(geom.R(at.X-8*u, at.Y+y, 16*u, 26*u), 2*u)
	}
	p.Fill(draw.Nth("contents.hinge", i), path, draw.LinearRamp(geom.P(at.X-8*u, 0), geom.P(at.X+8*u, 0),
		draw.Stop{At: 0, Color: k.brass[2]}, draw.Stop{At: 0.35, Color: k.brass[0]}, draw.Stop{At: 0.6, Color: k.brass[1]}, draw.Stop{At: 1, Color: k.brass[2]}), draw.Decor())
}

// row is pictures of a leaf beside one another: one, or two small ones.
type row struct {
	first, n int
	share    float64 // of the leaf's width that each takes
}

// hang hangs the pictures of an act one below the other, as large as there is room.
func (p *page) hang(act stage.Run, box geom.Rect) {
	var rows []row
	const pair, gap = 0.472, 0.056
	heights := 0.0
	for i := act.From; i < act.To; i++ {
		r := row{i, 1, 1}
		switch p.c.Deck.Slots[i].Weight {
		case stage.Medium:
			r.share = 0.93
		case stage.Small:
			r.share = pair
			if i+1 < act.To && p.c.Deck.Slots[i+1].Weight == stage.Small {
				r.n = 2
				i++
			}
		}
		heights += r.share * box.W * shape
		rows = append(rows, r)
	}
	size := p.size(14)
	caption, space := size*1.75, p.px(13)
	k := min(1, (box.H-float64(len(rows))*(caption+space)+space)/heights)
	y := box.Y
	for n, r := range rows {
		w := r.share * box.W * k
		for m := range r.n {
			x := box.X + float64(m)*(w+box.W*gap)
			switch {
			case r.n == 2:
				x += (box.W - 2*w - box.W*gap) / 2
			case n%2 == 1 && r.share < 1:
				x = box.Right() - w
			case k < 1:
				x += (box.W*min(1, r.share*1.04) - w) / 2
			}
			p.mounted(r.first+m, geom.R(x, y, w, w*shape), caption, size, r.share == pair)
			if r.first+m == p.c.Here {
				p.flag(geom.P(x+w, y), size)
			}
		}
		y += w*shape + caption + space
	}
}

// shape is the height of a wide picture to its width.
const shape = 0.625

// flag says where the reader is, at the top right corner of a picture.
func (p *page) flag(corner geom.Pt, size float64) {
	v, k := p.v, &p.look
	run := v.Set.Line(v.Words("contents.here"), typeset.Style{Face: typeset.SansBold, Size: size})
	w, h := run.Width+size*1.5, size*1.7
	x, y := corner.X-w+size*0.6, corner.Y-h*0.2
	path := p.NewPath().Move(x, y).Line(x+w, y).Line(x+w, y+h).Line(x, y+h).Line(x+size*0.5, y+h/2).Close()
	p.Fill(draw.Name("contents.flag"), path, draw.Ink(k.sign), draw.Decor())
	p.Text(draw.Name("contents.flag").Sub("words"), run, geom.P(x+size*0.95, y+h/2+size*0.37), draw.Ink(k.stamp), draw.Sem{Free: true})
}
