package article

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"lianhua/internal/dom"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// answer is a mark of a scene's pictures that can be touched, and what it says then.
type answer struct {
	id            draw.ID
	wide, upright geom.Rect // where it is touched, in parts of each picture; empty: not in that
	name          string
	leads         bool   // to another scene
	state         string // of the story in which it is picked, or to which it leads, as play.Link writes it
	title, text   string // of its card
	source        story.Source
	corner        geom.Pt // of its card in the wide picture, in parts of it

	slider              bool   // then there is no state of it
	says                []says // of its values, the lowest first
	now, min, max, step float64
}

// The least sides of what is touched, in a picture's own pixels: 44 CSS pixels on
// the screens that pictures are made for. The story's first stands small beside its
// words.
const (
	leastUpright = 50
	leastWide    = 56
	leastOpening = 108
)

// settles is the time after which a touch has been answered, in seconds.
const settles = 10

// answers are what the settled picture of a scene answers: what comes later lies over
// what came before, and is touched in its place.
func (a *Article) answers(scene int) []answer {
	var all []answer
	least := float64(leastWide)
	if scene == 0 {
		least = leastOpening
	}
	for _, form := range []struct {
		shape shape
		least float64
		place func(*answer) *geom.Rect
	}{
		{wide(), least, func(b *answer) *geom.Rect { return &b.wide }},
		{upright(), leastUpright, func(b *answer) *geom.Rect { return &b.upright }},
	} {
		list, tree := a.settled(scene, form.shape), new(dom.Tree)
		tree.Build(list)
		for i := range tree.Nodes {
			n := &tree.Nodes[i]
			if !n.Role.Touchable() {
				continue
			}
			k := slices.IndexFunc(all, func(old answer) bool { return old.id == n.ID })
			if k < 0 {
				b, ok := a.answer(scene, form.shape.area, list, n)
				if !ok {
					continue
				}
				// One of a crowd is as good as another.
				if like := slices.IndexFunc(all, func(old answer) bool { return b.text != "" && old.title == b.title && old.text == b.text }); like >= 0 {
					b.state, b.corner = all[like].state, all[like].corner
				}
				k = len(all)
				all = append(all, b)
			}
			*form.place(&all[k]) = partOf(touchedAt(list, n).Grow(form.least, form.least), list.Area)
		}
	}
	return layered(all)
}

// layered puts the answers in the order of the picture, in which keys go through them,
// but for those that would cover a smaller one: they come before it.
func layered(all []answer) (out []answer) {
	size := func(b *answer) float64 { return b.wide.W*b.wide.H + b.upright.W*b.upright.H }
	for left := slices.Clone(all); len(left) > 0; {
		k := slices.IndexFunc(left, func(b answer) bool {
			return !slices.ContainsFunc(left, func(on answer) bool {
				meet := !on.wide.Intersect(b.wide).Empty() || !on.upright.Intersect(b.upright).Empty()
				return meet && size(&on) > size(&b)
			})
		})
		out = append(out, left[k])
		left = slices.Delete(left, k, k+1)
	}
	return out
}

// partOf is what of a rectangle lies in the whole, in parts of it.
func partOf(r, whole geom.Rect) geom.Rect {
	r = r.Intersect(whole)
	return geom.R((r.X-whole.X)/whole.W, (r.Y-whole.Y)/whole.H, r.W/whole.W, r.H/whole.H)
}

// answer is what the mark of a node answers; ok is false where the article has no
// answer to it.
func (a *Article) answer(scene int, area geom.Rect, list *draw.List, n *dom.Node) (b answer, ok bool) {
	slot := &a.viewer.Deck.Slots[scene]
	at := slot.Scene.Name() + "/" + strconv.Itoa(slot.Time.Len())
	b = answer{id: n.ID, name: n.Text, text: n.Detail}
	switch n.Role {
	case draw.RoleLink:
		b.state, b.leads = n.Target, true
		return b, b.name != "" && !strings.Contains(n.Target, ":")
	case draw.RoleButton:
		id := pickedBy(list, n.ID)
		b.state = at + "?pick=" + id.String()
		card, found := a.cardOf(scene, area, id)
		if !found {
			return b, false
		}
		b.title, b.text, b.source = card.title, card.text, card.source
		b.corner = geom.P((card.box.X-list.Area.X)/list.Area.W, (card.box.Y-list.Area.Y)/list.Area.H)
		return b, true
	case draw.RoleToggle: // turned over, which shows when the player comes
		b.state, b.title = at+"?in="+n.ID.String()+":"+decimals(n.Max-n.Now), n.Text
		return b, b.name != "" && b.text != ""
	case draw.RoleSlider:
		b.slider = true
		b.now, b.min, b.max, b.step = n.Now, n.Min, n.Max, n.Step
		b.says = a.saysAlong(scene, n)
		return b, b.name != ""
	}
	return b, false
}

// pickedBy is the mark that a touch of another picks: of a crowd, one in its middle.
func pickedBy(l *draw.List, id draw.ID) draw.ID {
	m := &l.Marks[l.Find(id)]
	if m.Kind != draw.KindField || m.Field.Cols == 0 {
		return id
	}
	inverse, ok := m.M.Inverse()
	if !ok {
		return id
	}
	k, ok := m.Field.Nearest(inverse.At(l.Bounds(l.Find(id)).Center()), math.Inf(1))
	if !ok {
		return id
	}
	return draw.Nth(id.Name, k+1)
}

// shownCard is a card as chart.Card draws it.
type shownCard struct {
	title, text string
	source      story.Source
	box         geom.Rect
}

// cardOf is the card that opens when a mark is picked.
func (a *Article) cardOf(scene int, area geom.Rect, id draw.ID) (c shownCard, ok bool) {
	l := a.touched(scene, area, func(v *stage.View) { v.Picked = stage.Touch{ID: id, Since: v.Clock - settles} })
	i := slices.IndexFunc(l.Marks, func(m draw.Mark) bool {
		return m.Kind == draw.KindOpen && m.Sem.Role == draw.RoleText && l.Find(m.ID.Sub("panel")) >= 0 && l.Find(m.ID.SubN("title", 1)) >= 0
	})
	if i < 0 {
		return c, false
	}
	card := l.Marks[i].ID
	c.box = l.Bounds(l.Find(card.Sub("panel")))
	// Each of its texts by itself, as a tree joins lines.
	l.Marks[i].Sem = draw.Sem{}
	parts := [...]draw.ID{card.SubN("title", 1), card.SubN("text", 1), card.SubN("cite", 1)}
	for _, id := range parts {
		if k := l.Find(id); k >= 0 {
			l.Marks[k].Sem.Role = draw.RoleText
		}
	}
	tree := new(dom.Tree)
	tree.Build(l)
	text := func(id draw.ID) string {
		for i := range tree.Nodes {
			if tree.Nodes[i].ID == id {
				return tree.Nodes[i].Text
			}
		}
		return ""
	}
	c.title, c.text = text(parts[0]), text(parts[1])
	if cite := text(parts[2]); cite != "" {
		for _, p := range a.story.Sources() {
			if unspaced(p.Cite) == unspaced(cite) {
				c.source = p
			}
		}
	}
	return c, true
}

// unspaced is a text without its spaces: lines of it may be broken at them.
func unspaced(s string) string { return strings.ReplaceAll(s, " ", "") }

// touched is the settled picture of a scene as it is when a touch has been answered.
func (a *Article) touched(scene int, area geom.Rect, touch func(*stage.View)) *draw.List {
	l := new(draw.List)
	last := a.viewer.Deck.Slots[scene].Time.Len() - 1
	v := a.viewer.View(preview.Moment{Scene: scene, Now: a.viewer.Deck.Slots[scene].Time.End(last), Lang: a.Lang, Theme: a.theme, Area: area})
	touch(&v)
	a.viewer.DrawView(l, scene, v)
	return l
}
