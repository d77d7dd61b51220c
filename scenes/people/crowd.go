package people

import (
	"cmp"
	"slices"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
	"lianhua/scenes/people/persons"
)

// crowd is the people of the database in one drawing, as sheets: more than a thousand
// figures of many strokes each cost a frame no more than a few marks. Grey and lit
// have the same outlines, so that light may pass over them anywhere.
type crowd struct {
	ground                  ground
	shadow, grey, lit       *draw.Sheet // all but the one who steps forward
	oneShadow, oneGrey, one *draw.Sheet
	rowShadow, rows         *draw.Sheet
}

// crowds are those of the drawings, which take long to make.
type crowds struct {
	made storyboard.Kept[storyboard.Counted, *crowd]
}

// of is the crowd of n in a view's drawing.
func (c *crowds) of(v *stage.View, at storyboard.Spot, n int) *crowd {
	m, _ := c.made.Of(storyboard.Counted{Art: v.Art, Count: n}, func() (*crowd, bool) { return gather(v.Theme, at, n), true })
	return m
}

// count is how many people the database holds.
func count(v *stage.View) int { return v.Count(poolID, mostPeople) }

func gather(th *stage.Theme, at storyboard.Spot, n int) *crowd {
	c := &crowd{ground: groundOf(at)}
	var all, one []persons.Person
	if at.Path != nil && n > 0 {
		for i, p := range at.Path.Pts[:min(n-1, len(at.Path.Pts))] {
			all = append(all, c.ground.stand(p, i+1))
		}
		one = append(one, c.ground.stand(at.Slot("one").Center(), 0))
	}
	slices.SortStableFunc(all, func(a, b persons.Person) int { return cmp.Compare(a.At.Y, b.At.Y) })
	rows := c.ground.rows(at.Slot("rows"), len(all))
	c.shadow, c.oneShadow, c.rowShadow = c.cast(th, all, 1), c.cast(th, one, 1), c.cast(th, rows, 0.5)
	c.lit, c.one, c.rows = persons.Dressed(th, all), persons.Dressed(th, one), persons.Dressed(th, rows)
	c.grey, c.oneGrey = persons.Hazy(th, all), persons.Hazy(th, one)
	return c
}

// cast is the figures' shadows: where they meet they are no darker.
func (c *crowd) cast(th *stage.Theme, all []persons.Person, part float64) *draw.Sheet {
	s, core, reach := &draw.Sheet{}, new(geom.Path), new(geom.Path)
	for _, who := range all {
		c.ground.shadow(reach, who, part)
		c.ground.shadow(core, who, part*0.42)
	}
	ink := th.Steel
	if th.Dark() {
		ink = th.Ground
	}
	storyboard.Lay(s, reach, ink.Fade(0.3))
	storyboard.Lay(s, core, ink.Fade(0.2))
	s.Seal()
	return s
}
