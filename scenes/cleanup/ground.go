package cleanup

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/scenes/cleanup/march"
)

// edges are the slots of the terraces' upper edges, the last of where the land ends.
var edges = func() (all []string) {
	for i := range terraces + 1 {
		all = append(all, draw.Nth("crest", i+1).String())
	}
	return all
}()

// ground is what a drawing says about the land in a window, and the people on it.
type ground struct {
	*march.March
	second     *march.Gathering
	strip      geom.Rect
	groups     []group
	gold, jade march.Paddies
}

// key tells grounds apart.
type key struct {
	art                   *stage.Art
	x, w, scale           float64
	sweepers, contestants int
}

// lands keeps grounds: they follow from the drawing, the window and the figures, and take
// long to make.
type lands struct{ made storyboard.Kept[key, *ground] }

// at is the ground of a view.
func (all *lands) at(v *stage.View, p storyboard.Place) *ground {
	k := key{v.Art, (v.Area.X - p.M.E) / p.K, v.Area.W / p.K, p.K, v.Count(sweepersID, mostSweepers), v.Count(contestantsID, mostContestants)}
	g, _ := all.made.Of(k, func() (*ground, bool) { return survey(k, v, p), true })
	return g
}

// survey reads a drawing.
func survey(k key, v *stage.View, p storyboard.Place) *ground {
	at := p.Spot("front")
	unit, spark := at.Slot("grain").W, at.Slot("spark").W
	side := march.HillsideOf(at, edges, "front", unit)
	g := &ground{strip: at.Slot("strip"), groups: groupsOf(&side, at.Line("people"))}
	plan := march.Plan{Name: "sweepers", People: k.sweepers, Each: perField, Spark: spark, Fields: "gold", Anchors: "anchors", Walls: "walls", Paths: paths[:]}
	for _, q := range g.groups[min(ranks, len(g.groups)):] {
		plan.Teams = append(plan.Teams, q.people)
	}
	g.March = march.Of(side, at, plan)
	g.second = march.GatheringOf(at, "jade", march.Gathering{Name: "contestants", People: k.contestants, Each: perField, Spark: spark})
	night := v.Theme.Night()
	g.gold = march.PaddiesOf(at.Line("gold"), k.sweepers, perField, unit, goldWater[night])
	g.jade = march.PaddiesOf(at.Line("jade"), k.contestants, perField, unit, jadeWater[night])
	return g
}

// The fields' colours by day and by night.
var (
	goldWater = [...]march.PaddyInks{
		{Far: draw.RGB(0xE6DCA4), Mid: draw.RGB(0xF8E4A0), Near: draw.RGB(0xFFE190), Light: draw.RGB(0xFFF3C8), Lip: draw.RGB(0xFFFBE6), Bund: draw.RGB(0xDDEBB0), Soil: draw.RGB(0x866334), Wall: draw.RGB(0x5C6B30), Shade: draw.RGB(0x3F6630).Fade(0.55)},
		{Far: draw.RGB(0x33483F), Mid: draw.RGB(0x6A5F30), Near: draw.RGB(0xB88A34), Light: draw.RGB(0xFFD880), Lip: draw.RGB(0xFFEFC2), Bund: draw.RGB(0x5F6B4C), Soil: draw.RGB(0x2E3524), Wall: draw.RGB(0x0D1611), Shade: draw.RGB(0x060B09).Fade(0.5)},
	}
	jadeWater = [...]march.PaddyInks{
		{Far: draw.RGB(0x9AD4CF), Mid: draw.RGB(0xBDE9DC), Near: draw.RGB(0xD6F5E4), Light: draw.RGB(0xF8FFFC), Lip: draw.RGB(0xFFFFF4), Bund: draw.RGB(0xC9DC8C), Soil: draw.RGB(0x7C6A38), Wall: draw.RGB(0x4C6E3C), Shade: draw.RGB(0x2F6644).Fade(0.55)},
		{Far: draw.RGB(0x2A4C50), Mid: draw.RGB(0x2C6C69), Near: draw.RGB(0x45A595), Light: draw.RGB(0xB4F5E2), Lip: draw.RGB(0xDBFBF0), Bund: draw.RGB(0x4F756C), Soil: draw.RGB(0x213A34), Wall: draw.RGB(0x0B1613), Shade: draw.RGB(0x060B09).Fade(0.5)},
	}
	dull = [...]draw.Color{draw.RGB(0xCBC59C).Fade(0.62), draw.RGB(0x1C1D16).Fade(0.72)}
	warm = [...]draw.Color{draw.RGB(0xFFE9A8), draw.RGB(0xF3C95F)}
	edge = [...]draw.Color{draw.RGB(0xFFF6D8), draw.RGB(0xFFE9AE)}
)

// away is how far the front has yet to go: it comes from beyond the window.
func (g *ground) away(v *stage.View) float64 {
	return (1 - swept(v)) * (g.Farthest() - g.Whole.X + 70*g.Unit)
}

// group is people of the drawing who walk together, and where the first of them stands:
// on which terrace, and how far across it.
type group struct {
	people []geom.Pt
	k      int
	c      float64
}

// groupsOf reads the groups: each is a line through its people, and one alone a short one.
func groupsOf(side *march.Hillside, path *geom.Path) (all []group) {
	if path == nil {
		return nil
	}
	for i, verb := range path.Verbs {
		at := path.Pts[i]
		if verb == geom.MoveTo {
			k, c := side.Of(at)
			all = append(all, group{k: k, c: c})
		}
		if q := &all[len(all)-1]; len(q.people) == 0 || at.Dist(q.people[0]) > side.Unit {
			q.people = append(q.people, at)
		}
	}
	return all
}

// walk is how far a group stands from where it is drawn. Those at the front come with
// it; others go with it for the last piece of its way.
func (g *ground) walk(i int, v *stage.View) geom.Pt {
	if i >= len(g.groups) {
		return geom.Pt{}
	}
	q := &g.groups[i]
	x, away := q.people[0].X, g.away(v)
	if i >= ranks {
		away = min(away, stroll*g.Unit)
		if x > g.Front(q.k, q.c)+40*g.Unit {
			return geom.Pt{}
		}
	}
	return g.On(q.k, x-away, q.c).Sub(q.people[0])
}

// light draws what the front has not reached, and the light that it casts.
func (all *lands) light(l *draw.List, v stage.View, at storyboard.Spot) {
	g := all.at(&v, at.Place())
	night := v.Theme.Night()
	away := g.away(&v)
	g.Ahead(l, "dull", g.Whole, away, dull[night].Fade(v.Knob(&aheadDull)))
	if show := anim.Span(swept(&v), 0, 0.06, anim.SineInOut); show > 0 {
		g.Glow(l, "glow", away, warm[night].Fade(v.Knob(&frontGlow)*show), edge[night].Fade(v.Knob(&frontEdge)*show))
	}
}

// fields draws the hills' fields: water, and as people fill it the light in it.
func (all *lands) fields(l *draw.List, v stage.View, at storyboard.Spot) {
	g := all.at(&v, at.Place())
	second := v.Beat(beatContests)
	g.gold.Draw(l, "gold", anim.Span(gathered(&v), 0.35, 1, anim.Linear), 1)
	// The second hill lies fallow until its crowd comes, so that it is seen to wait.
	fallow := v.Knob(&waitingHill) * anim.Span(gathered(&v), 0.4, 1, anim.SineInOut)
	g.jade.Draw(l, "jade", anim.Span(second, 0.35, 1, anim.Linear), anim.Lerp(fallow, 1, anim.Span(second, 0, 0.3, anim.SineInOut)))
}

// crowd draws both crowds.
func (all *lands) crowd(l *draw.List, v stage.View, at storyboard.Spot) {
	g, th := all.at(&v, at.Place()), v.Theme
	by := march.PushOf(&v, at, aside(&v))
	g.March.Draw(l, &v, march.Going{
		Away: g.away(&v), Done: swept(&v), Home: gathered(&v), Shown: anim.Lerp(0.16, 1, anim.SineInOut(v.Beat(beatScatter))), Inks: coats(th, gathered(&v)), Pushed: by,
	})
	c := th.Crowd
	inks := [4]draw.Color{c, draw.Mix(c, th.Ink, 0.12), draw.Mix(c, th.Ink, 0.3), draw.Mix(c, th.MintLight, 0.2)}
	if come := v.Beat(beatContests); come > 0 {
		l.Push(geom.Identity(), min(1, 8*come)) // those in the lead come gently
		g.second.Draw(l, &v, come, 40*g.Unit, inks, by)
		l.Pop()
	}
}

// coats are what the people who swept look like: lights by night; by day coats of every
// colour under straw hats, and golden ones when they have gone so far to be counted.
func coats(th *stage.Theme, home float64) [4]draw.Color {
	if th.Dark() {
		return [4]draw.Color{th.Gold, draw.Mix(th.Gold, th.GoldLight, 0.6), th.GoldLight, draw.Mix(th.Gold, th.Molten, 0.3)}
	}
	out := [4]draw.Color{draw.Mix(th.Clay, th.Ink, 0.24), draw.Mix(th.Steel, th.Ink, 0.1), th.GoldDark, draw.Mix(th.GoldLight, th.Panel, 0.35)}
	in := [4]draw.Color{th.GoldDark, draw.Mix(th.GoldDark, th.Ink, 0.2), draw.Mix(th.GoldDark, th.Clay, 0.2), draw.Mix(th.GoldDark, th.Ink, 0.32)}
	for i := range out {
		out[i] = draw.Mix(out[i], in[i], anim.CubicInOut(home))
	}
	return out
}
