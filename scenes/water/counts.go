package water

import (
	"lianhua/internal/anim"
	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
)

// plantsDone is the part of the beat by which all plants stand: the villages follow.
const plantsDone = 0.4

// crowd is a count of marks in rows over a slope: one mark, one thing.
type crowd struct {
	layer, slot   string
	figure        string
	wide, upright int // side by side in a row
	from, to      float64
	// shapes are the slots with the outlines of one mark, the first below the others.
	shapes []shape
}

// shape is one outline of a mark, about its foot.
type shape struct {
	slot, day, night string
	alpha            float64
}

var plants = crowd{
	layer: "plants", slot: "plants", figure: plantsID, wide: 12, upright: 9, from: 0, to: plantsDone,
	shapes: []shape{
		{"tank-shadow", "leaf-0", "iron-0", 0.34}, {"tank-side", "steel-56", "steel-56", 1}, {"tank-lit", "steel-94", "steel-90", 1}, {"tank-dark", "steel-30", "steel-20", 1},
		{"tank-rim", "steel-10", "steel-0", 1}, {"tank-edge", "steel-98", "steel-100", 1}, {"tank-pool", "water-26", "cyan", 1}, {"tank-light", "water-74", "cyan-light", 1},
		{"tank-bridge", "steel-8", "steel-0", 1}, {"tank-rail", "steel-90", "steel-100", 1},
	},
}

var villages = crowd{
	layer: "villages", slot: "villages", figure: villagesID, wide: 12, upright: 12, from: plantsDone, to: 0.9,
	shapes: []shape{
		{"village-shadow", "leaf-0", "iron-0", 0.34}, {"village-wall", "wall-92", "wall-0", 1}, {"village-shade", "wall-26", "stone-0", 1},
		{"village-roof-dark", "brick-14", "brick-10", 1}, {"village-roof", "brick-30", "brick-30", 1}, {"village-roof-lit", "brick-44", "brick-44", 1}, {"village-eaves", "brick-0", "brick-0", 0.5},
		{"village-door", "timber-30", "lamp-34", 1}, {"village-bin.1", "cyan", "cyan", 1}, {"village-bin.2", "leaf", "leaf", 1}, {"village-bin.3", "accent", "accent", 1}, {"village-bin.4", "coal", "silver-mid", 1},
	},
}

// outlines are the slots that a mark is made of.
func (c *crowd) outlines() (all []string) {
	for i := range c.shapes {
		all = append(all, c.shapes[i].slot)
	}
	return all
}

// draw has the marks rise one after another, row by row, each shape of all of them as
// one path.
func (c *crowd) draw(l *draw.List, v stage.View, at storyboard.Spot) {
	fig, ok := v.Story.Figure(c.figure)
	if !ok || at.Path == nil {
		return
	}
	const rising = 6 // marks that rise at a time
	n, cols, slot := fig.Count(), c.wide, at.Slot(c.slot)
	if v.Layout().Form.Upright() {
		cols = c.upright
	}
	slope, size := newCrest(l, at.Path), at.Slot(c.slot+"-size").W
	come := anim.Span(v.Beat(beatCounts), c.from, c.to, anim.SineInOut) * float64(n+rising)
	for k := range c.shapes {
		s := &c.shapes[k]
		outline := at.Outline(s.slot)
		if outline == nil {
			continue
		}
		path := l.NewPath()
		for i := 0; i < n; i++ {
			up := anim.BackOut(anim.Clamp((come - float64(i)) / rising))
			if up <= 0 {
				continue
			}
			row := i / cols
			x := slot.X + slot.W*(float64(i%cols)+0.3*float64(row%2))
			y := slope.at(x) + slot.H*float64(row)
			path.Append(*outline, geom.Affine{A: size * up, D: size * up, E: x, F: y})
		}
		name := s.day
		if v.Theme.Dark() {
			name = s.night
		}
		l.Fill(draw.Name(s.slot), path, draw.Ink(tone(&v, name).Fade(s.alpha)), draw.Decor())
	}
}
