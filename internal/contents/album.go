package contents

import (
	"unicode/utf8"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// album is the accordion album of upright screens: a fold for each act. All scenes
// stand on one screen, so that nothing has to scroll.
func (p *page) album() {
	a := p.v.Area
	p.backdrop(geom.P(a.X+a.W*0.33, a.Y+a.H*0.1), a.W*0.9)
	m := albumOf(p.lay.Form)
	p.head(m.chapter, m.title, m.size, "contents.title-upright", a.W-2*p.lay.Margin-p.px(m.ring*2+m.ring*1.6))
	acts, here := p.acts()
	alone := p.alone()
	if len(alone) > 0 {
		r := p.px(m.ring)
		// Where the ring of the cover stands in its picture.
		p.ring(alone[0], geom.P(a.Right()-p.lay.Margin-r, a.Y+p.px(m.top)-r-p.px(m.ring*0.15)), r, geom.P(180, 336), 146)
	}
	if len(acts) == 0 {
		return
	}
	b := album{top: a.Y + p.px(m.top), left: a.X + p.px(m.left), wide: a.W - p.px(m.left+m.right), lean: p.px(m.lean), cols: 1}
	b.tall = (a.Bottom() - p.px(m.foot) - b.top) / float64(len(acts))
	for i, act := range acts {
		n := act.To - act.From
		if i == len(acts)-1 && len(alone) > 1 {
			n++ // the sources lie on the last fold
		}
		b.cols = max(b.cols, n)
	}
	p.under(&b, len(acts))
	for i, act := range acts {
		p.fold(&b, i, act, p.shown(i, here), i-max(here, 0), alone)
	}
	p.boards(&b, len(acts))
	p.foot("contents.hint-short", p.px(m.hint))
}

// measures of the album, in pixels of the form's design.
type measures struct {
	chapter, title, size, ring, top, left, right, lean, foot, hint float64
}

func albumOf(f stage.Form) measures {
	if f == stage.Kiosk {
		return measures{27, 214, 64, 68, 272, 40, 58, 27, 168, 92}
	}
	return measures{12, 86, 22, 19, 99, 12, 18, 9, 50, 34}
}

// album is where its folds stand; every other edge is shifted to the right.
type album struct {
	left, top, wide, tall, lean float64
	cols                        int
}

func (b *album) at(i int) geom.Pt {
	return geom.P(b.left+b.lean*float64(i%2), b.top+float64(i)*b.tall)
}

func (b *album) to(i int) geom.Affine {
	from, to := b.at(i), b.at(i+1)
	return geom.Affine{A: 1, C: (to.X - from.X) / b.tall, D: 1, E: from.X, F: from.Y}
}

// under is the album's shade.
func (p *page) under(b *album, n int) {
	if p.look.plain {
		return
	}
	for k := range 5 {
		d := p.px(2 + 2*float64(k))
		p.Rect(draw.Nth("contents.shadow", k+1), geom.R(b.left, b.top, b.wide+b.lean, b.tall*float64(n)).Inset(-d).Offset(geom.P(d*0.6, d)), d, draw.Ink(p.look.shade.Fade(0.04)), draw.Decor())
	}
}

// boards are the album's covers of wood, above and below.
func (p *page) boards(b *album, n int) {
	k := &p.look
	for i, edge := range [...]int{0, n} {
		at := b.at(edge)
		h := p.px(5)
		p.Rect(draw.Nth("contents.board", i+1), geom.R(at.X-p.px(2), at.Y-h/2, b.wide+p.px(4), h), 0, draw.Ink(k.lacquer[1]), draw.Decor())
		p.Rect(draw.Nth("contents.sheen", i+1), geom.R(at.X-p.px(2), at.Y-h*0.28, b.wide+p.px(4), max(0.7, h*0.15)), 0, draw.Ink(k.rim), draw.Decor())
	}
}

// fold is an act: its seal and district, its pictures, and hills where there is room.
func (p *page) fold(b *album, i int, act stage.Run, shown float64, away int, alone []int) {
	if shown <= 0 {
		return
	}
	k, u := &p.look, p.lay.U
	phone := 1.0 // of the phone's design
	if p.lay.Form == stage.Kiosk {
		phone = 3
	}
	s := u * phone
	side := i % 2
	id := func(part string) draw.ID { return draw.ID{Name: "contents.leaf", N: i + 1, Part: part} }
	p.reveal(geom.R(b.left, b.at(i).Y, b.wide, b.tall), away, shown, false)
	defer p.Pop()
	p.Push(b.to(i), min(1, 3*shown))
	defer p.Pop()
	frame := geom.R(0, 0, b.wide, b.tall+0.3)
	p.silk(id, side, act, frame, geom.P(0, b.tall), geom.P(0.5*b.wide, 0.5*b.tall), 0.5*b.wide)
	gold := p.NewPath()
	for n := 1.0; n <= 3; n++ {
		gold.Move(b.wide*n/4, 0).Line(b.wide*n/4, b.tall)
	}
	p.Stroke(id("gold"), gold, geom.Pen{Width: 0.6 * s}, draw.Ink(k.leaf.Fade(0.3)), draw.Decor())

	first := 44 * s
	cell := (b.wide - first - 4*s) / float64(b.cols)
	size := p.size(11 * phone)
	caption := size * 1.45
	w := min(cell-9*s, (b.tall-8*s-caption)*0.5625)
	h := min(w/0.5625, b.tall-8*s-caption)
	cell = min(cell, w+12*s)
	room := first + float64(act.To-act.From)*cell
	if room < b.wide-0.4*cell {
		switch i + 1 {
		case lastOf(p.c.Deck.Runs):
			p.sun(id, geom.P(room+28*s, b.tall*0.24), 11*s)
		case lastOf(p.c.Deck.Runs) - 1:
			p.flock(id, geom.P(room+30*s, b.tall*0.2), 0.7*s)
		}
		p.hills(i, geom.R(room-4*s, b.tall*0.16, b.wide-room+4*s, b.tall*0.84), 300+260*float64(i), b.tall/440, -400, true)
	}
	p.Line(id("crease"), geom.P(0, 0), geom.P(b.wide, 0), max(0.8, s), draw.Ink(draw.Mix(k.brass[0], k.shade, 0.5*float64(side)).Fade(0.8)), draw.Decor())
	p.Stroke(id("edges"), p.NewPath().Move(0, 0).Line(0, b.tall).Move(b.wide, 0).Line(b.wide, b.tall), geom.Pen{Width: 2.2 * s}, draw.Ink(k.lacquer[0]), draw.Decor())

	p.seal(id, act.Act, geom.P(22*s, min(30*s, b.tall*0.3)), min(30*s, b.tall*0.36), float64(i%3-1)*0.03)
	p.district(id, act, geom.R(2*s, min(50*s, b.tall*0.5), 40*s, b.tall), 11.5*s)
	for n := act.From; n < act.To; n++ {
		x := first + float64(n-act.From)*cell + (cell-w)/2
		p.mounted(n, geom.R(x, (b.tall-h-caption)/2, w, h), caption, size, true)
	}
	if i+1 == lastOf(p.c.Deck.Runs) && len(alone) > 1 {
		x := b.wide - w - 8*s
		p.mounted(alone[len(alone)-1], geom.R(x, (b.tall-h-caption)/2, w, h), caption, size, true)
	}
}

// lastOf is how many acts there are.
func lastOf(runs []stage.Run) (n int) {
	for _, r := range runs {
		if r.Act != "" {
			n++
		}
	}
	return n
}

// district is the name of an act's, under its seal: upright in Chinese.
func (p *page) district(id func(string) draw.ID, act stage.Run, box geom.Rect, size float64) {
	v := p.v
	key := "act." + act.Act
	words := v.Words(key + "-district")
	sem := draw.Sem{Role: draw.RoleHeading, Level: 2, Free: true, Label: p.label(act)}
	ink := draw.Ink(p.look.brown)
	size = max(size, p.lay.Type.Small*0.86)
	if !v.Chinese() {
		run := v.Set.Line(words, typeset.Style{Face: typeset.Sans, Size: size})
		if run.Width > box.W {
			run = v.Set.Line(words, typeset.Style{Face: typeset.Sans, Size: size * max(box.W/run.Width, 0.8)})
		}
		p.Text(id("district"), run, geom.P(max(box.X+size*0.15, box.Center().X-run.Width/2), box.Y+size), ink, sem)
		return
	}
	for n := 0; len(words) > 0; n++ {
		_, width := utf8.DecodeRuneInString(words)
		run := v.Set.Line(words[:width], typeset.Style{Face: typeset.SansBold, Size: size})
		p.Text(id("district").SubN("district", n+1), run, geom.P(box.Center().X-run.Width/2, box.Y+size*(1+1.13*float64(n))), ink, sem)
		words, sem = words[width:], draw.Sem{Free: true}
	}
}
