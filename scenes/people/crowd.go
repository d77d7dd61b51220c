package people

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/storyboard"
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

// crowds keeps what was made last: it is what the drawing, its colours and the figure
// say, whoever asks, and takes long to make.
type crowds struct {
	mu   sync.Mutex
	made [kept]made
	next int
}

// kept is how many are: one of each drawing, by day and by night, and as many more.
const kept = 8

type made struct {
	art *stage.Art
	n   int
	*crowd
}

// of is the crowd of n in a view's drawing.
func (c *crowds) of(v *stage.View, at storyboard.Spot, n int) *crowd {
	c.mu.Lock()
	defer c.mu.Unlock()
	for i := range c.made {
		if m := &c.made[i]; m.art == v.Art && m.n == n {
			return m.crowd
		}
	}
	m := &c.made[c.next]
	c.next = (c.next + 1) % len(c.made)
	*m = made{v.Art, n, gather(v.Theme, at, n)}
	return m.crowd
}

// count is how many people the database holds.
func count(v *stage.View) int {
	f, ok := v.Story.Figure(poolID)
	if !ok {
		return 0
	}
	return max(0, min(f.Count(), mostPeople))
}

func gather(th *stage.Theme, at storyboard.Spot, n int) *crowd {
	c := &crowd{ground: groundOf(at)}
	var all, one []standing
	if at.Path != nil && n > 0 {
		for i, p := range at.Path.Pts[:min(n-1, len(at.Path.Pts))] {
			all = append(all, c.ground.stand(p, i+1))
		}
		one = append(one, c.ground.stand(at.Slot("one").Center(), 0))
	}
	slices.SortStableFunc(all, func(a, b standing) int { return cmp.Compare(a.at.Y, b.at.Y) })
	rows := c.ground.rows(at.Slot("rows"), len(all))
	c.shadow, c.oneShadow, c.rowShadow = c.cast(th, all, 1), c.cast(th, one, 1), c.cast(th, rows, 0.5)
	c.lit, c.one, c.rows = dressed(th, all), dressed(th, one), dressed(th, rows)
	c.grey, c.oneGrey = grey(th, all), grey(th, one)
	return c
}

// band is how far apart in depth, in figures, those may stand who are drawn as one:
// so near each other in depth, nobody stands before another, and the parts of all of
// one colour are one path.
const (
	band  = 0.28
	wards = 4 // into which a band is cut across, so that what the camera has left is not drawn
)

// bands hands over the figures from the farthest to the nearest.
func bands(all []standing, each func([]standing)) {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, s := range all {
		lo, hi = min(lo, s.at.X), max(hi, s.at.X)
	}
	var ward [wards][]standing
	for from := 0; from < len(all); {
		to := from
		for to < len(all) && all[to].at.Y-all[from].at.Y <= band*all[from].tall {
			to++
		}
		for i := range ward {
			ward[i] = ward[i][:0]
		}
		for _, s := range all[from:to] {
			k := min(int(float64(wards)*(s.at.X-lo)/max(hi-lo, 1)), wards-1)
			ward[k] = append(ward[k], s)
		}
		for i := range ward {
			if len(ward[i]) > 0 {
				each(ward[i])
			}
		}
		from = to
	}
}

func dressed(th *stage.Theme, all []standing) *draw.Sheet {
	inks := colors(th)
	s := &draw.Sheet{}
	bands(all, func(some []standing) {
		paths := new([parts]geom.Path)
		for _, who := range some {
			who.outline(paths)
		}
		for i := range paths {
			lay(s, &paths[i], inks[i])
		}
	})
	s.Seal()
	return s
}

// hazes is how many greys tell those apart who stand in the mist.
const hazes = 3

// grey is the figures before the light comes to them.
func grey(th *stage.Theme, all []standing) *draw.Sheet {
	near, far := "print-52", "print-74"
	if th.Dark() {
		near, far = "sky-58", "sky-84"
	}
	dark, _ := th.Color(near)
	pale, _ := th.Color(far)
	s := &draw.Sheet{}
	bands(all, func(some []standing) {
		paths := new([hazes]geom.Path)
		for _, who := range some {
			var one [parts]geom.Path
			who.outline(&one)
			for i := range one {
				if part(i) != rim {
					paths[who.i%hazes].Append(one[i], geom.Identity())
				}
			}
		}
		for i := range paths {
			lay(s, &paths[i], draw.Mix(pale, dark, float64(i)/hazes))
		}
	})
	s.Seal()
	return s
}

// cast is the figures' shadows: where they meet they are no darker.
func (c *crowd) cast(th *stage.Theme, all []standing, part float64) *draw.Sheet {
	s, core, reach := &draw.Sheet{}, new(geom.Path), new(geom.Path)
	for _, who := range all {
		c.ground.shadow(reach, who, part)
		c.ground.shadow(core, who, part*0.42)
	}
	ink, _ := th.Color("steel-18")
	if th.Dark() {
		ink = th.Ground
	}
	lay(s, reach, ink.Fade(0.3))
	lay(s, core, ink.Fade(0.2))
	s.Seal()
	return s
}

// lay adds a path to a sheet.
func lay(s *draw.Sheet, p *geom.Path, c draw.Color) {
	if !p.Empty() {
		s.Marks = append(s.Marks, draw.Mark{Kind: draw.KindShape, M: geom.Identity(), Alpha: 1, Paint: draw.Ink(c), Path: p, Parent: -1, Pair: -1})
	}
}
