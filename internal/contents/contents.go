package contents

import (
	"strings"

	"lianhua/internal/anim"
	"lianhua/internal/chart"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/play"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
)

// page is the contents as they are being drawn.
type page struct {
	*draw.List
	v    *stage.View
	c    *play.Contents
	lay  stage.Layout
	look look
}

// Draw draws the contents over what the list holds: what play.Options.Contents asks
// for.
func Draw(l *draw.List, v *stage.View, c *play.Contents) {
	p := page{l, v, c, v.Layout(), lookOf(v.Theme)}
	l.Push(geom.Identity(), min(1, 3*c.Shown))
	defer l.Pop()
	if p.lay.Form.Upright() {
		p.album()
	} else {
		p.screen()
	}
	chart.Progression(l, v, draw.Name("contents.progress"))
}

// px is a length of the form's design.
func (p *page) px(n float64) float64 { return p.lay.Px(n) }

// size is a type size of the form's design that can be read in the window.
func (p *page) size(n float64) float64 { return max(p.px(n), p.lay.Type.Small*0.86) }

// head is the line that names the contents, and the title.
func (p *page) head(chapter, y, size float64, key string, width float64) {
	v, lay := p.v, p.lay
	run := v.Set.Line(v.Words("shell.contents"), typeset.Style{Face: typeset.SansBold, Size: p.size(chapter), Tracking: 0.12})
	top := 62.0
	switch lay.Form {
	case stage.Phone:
		top = 33
	case stage.Kiosk:
		top = 96
	}
	p.Text(draw.Name("contents.name"), run, geom.P(lay.Head.X, v.Area.Y+p.px(top)), draw.Ink(p.v.Theme.Steel), draw.Sem{Role: draw.RoleText})
	title := v.Words(key)
	if room := p.px(y-top) - p.px(chapter)*0.4; strings.Contains(title, "\n") && size*2.4 > room/lay.U {
		size = room / lay.U / 2.4
	}
	st := v.Set.Fit(title, typeset.Style{Face: typeset.Serif, Size: max(p.px(size), lay.Type.Text), Leading: 1.2}, width, p.px(size)*0.6)
	b := v.Set.Block(title, st, width)
	at := geom.P(lay.Head.X, v.Area.Y+p.px(y)-b.Height)
	for i, line := range b.Lines {
		sem := draw.Sem{}
		if i == 0 {
			sem = draw.Sem{Role: draw.RoleHeading, Level: 1, Label: title}
		}
		p.Text(draw.Nth("contents.title", i+1), line.Run, geom.P(at.X+line.X, at.Y+line.Y), draw.Ink(v.Theme.Ink), sem)
	}
}

// backdrop is the room that the screen stands in, with the light of a lamp.
func (p *page) backdrop(light geom.Pt, reach float64) {
	a, k := p.v.Area, &p.look
	p.Rect(draw.Name("contents.room"), a, 0, draw.LinearRamp(a.Min(), geom.P(a.X, a.Bottom()),
		draw.Stop{At: 0, Color: p.v.Theme.Ground}, draw.Stop{At: 0.62, Color: p.v.Theme.Ground},
		draw.Stop{At: 0.84, Color: k.floor}, draw.Stop{At: 0.86, Color: k.skirting}, draw.Stop{At: 1, Color: k.floor}), draw.Decor())
	if k.plain {
		return
	}
	p.Circle(draw.Name("contents.light"), light, reach, draw.RadialRamp(light, reach,
		draw.Stop{At: 0, Color: k.glow}, draw.Stop{At: 0.5, Color: k.glow.Fade(0.45)}, draw.Stop{At: 1, Color: k.glow.Fade(0)}), draw.Decor())
}

// foot is what to do, and on upright screens where the reader is.
func (p *page) foot(hint string, y float64) {
	v := p.v
	st := typeset.Style{Face: typeset.Sans, Size: p.lay.Type.Small}
	at := geom.P(p.lay.Foot.X, v.Area.Bottom()-y)
	run := v.Set.Line(v.Words(hint), st)
	if p.lay.Form.Upright() {
		here := v.Story.Filled("contents.here-short", "scene", v.Words("contents."+p.name(p.c.Here)))
		bold := v.Set.Line(here, typeset.Style{Face: typeset.SansBold, Size: st.Size})
		if run.Width+bold.Width+p.px(12) < p.lay.Foot.W {
			p.Text(draw.Name("contents.hint"), run, at, draw.Ink(v.Theme.Mute), draw.Sem{Role: draw.RoleText})
		}
		p.Text(draw.Name("contents.at"), bold, geom.P(p.lay.Foot.Right()-bold.Width, at.Y), draw.Ink(v.Theme.Accent), draw.Sem{Role: draw.RoleText})
		return
	}
	if p.lay.U > low {
		p.Text(draw.Name("contents.hint"), run, at, draw.Ink(v.Theme.Mute), draw.Sem{Role: draw.RoleText})
	}
}

// low is the unit up to which a wide window has no room for what is not needed.
const low = 0.62

func (p *page) name(scene int) string { return p.c.Deck.Slots[scene].Scene.Name() }

// acts are the runs that are acts, in order, and the act of the reader, -1 for none.
func (p *page) acts() (all []stage.Run, here int) {
	here = -1
	for _, r := range p.c.Deck.Runs {
		if r.Act == "" {
			continue
		}
		if r.From <= p.c.Here && p.c.Here < r.To {
			here = len(all)
		}
		all = append(all, r)
	}
	return all, here
}

// alone are the scenes of no act, in order: those before the first act, and after.
func (p *page) alone() (all []int) {
	for i := range p.c.Deck.Slots {
		if p.c.Deck.Slots[i].Act == "" {
			all = append(all, i)
		}
	}
	return all
}

// shown is how far the leaf of a number has unfolded: the reader's first, then one by
// one those to either side.
func (p *page) shown(leaf, here int) float64 {
	away := leaf - max(here, 0)
	if away < 0 {
		away = -away
	}
	const begin, most = 0.12, 5 // when the room stands there; leaves one after another
	each := (1 - begin) / most
	return anim.Clamp((p.c.Shown - begin - each*float64(away)) / each)
}

// reveal shows what follows, until Pop, only as far as a leaf has unfolded from its
// neighbour on the reader's side: the leaf's own edge moves, and not what hangs on it.
func (p *page) reveal(leaf geom.Rect, away int, shown float64, across bool) {
	if shown >= 1 {
		p.Push(geom.Identity(), 1)
		return
	}
	far := shown
	r := p.v.Area
	switch {
	case across && away < 0:
		r.X, r.W = leaf.Right()-leaf.W*far, leaf.W*far
	case across && away > 0:
		r.X, r.W = leaf.X, leaf.W*far
	case across:
		r.X, r.W = leaf.Center().X-leaf.W*far/2, leaf.W*far
	case away < 0:
		r.Y, r.H = leaf.Bottom()-leaf.H*far, leaf.H*far
	case away > 0:
		r.Y, r.H = leaf.Y, leaf.H*far
	default:
		r.Y, r.H = leaf.Center().Y-leaf.H*far/2, leaf.H*far
	}
	p.PushClip(r)
}

// label is an act as it is read out.
func (p *page) label(act stage.Run) string {
	key := "act." + act.Act
	return p.v.Story.Filled("act.spoken", "act", p.v.Words(key), "what", p.v.Words(key+"-what"), "district", p.v.Words(key+"-district"))
}
